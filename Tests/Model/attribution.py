"""Why hashrate, market cap and hashprice changed: parts that add up to the change exactly."""

from collections import defaultdict
from itertools import permutations

from answers import Answer, Table
from by_company import NetworkChange
from network import BLOCKS_A_DAY, subsidy_on
from sector import SectorEnd, are_same
from vintages import Words, are_in_conflict

ONE_END_ONLY = ("newly_known", "no_longer_known")


class Attribution:
    """The change of a sum over members, by company and cause."""

    def __init__(self, book, group, metric, on, since):
        self.book, self.metric = book, metric
        self.now = SectorEnd(book, group, on)
        self.base = SectorEnd(book, group, since, like=self.now)
        self.found, self.before = self.now.known(metric), self.base.known(metric)
        self.parts = defaultdict(lambda: defaultdict(int))
        for ticker in set(self.found) | set(self.before):
            self.explain(ticker, self.found.get(ticker), self.before.get(ticker))

    @property
    def is_comparable(self):
        """False if a market cap was published at one end and computed at the other."""
        both = set(self.found) & set(self.before)
        return all(self.found[each].method == self.before[each].method for each in both)

    def explain(self, ticker, now, before):
        value = now.number.value if now else 0
        previous = before.number.value if before else 0
        change = value - previous
        if ticker not in self.base.members:
            cause = "joined"
        elif ticker not in self.now.members:
            cause = "left"
        elif not before:
            cause = "newly_known"
        elif not now:
            cause = "no_longer_known"
        elif are_same(now, before):
            return
        elif are_in_conflict(self.book, (now, before)):
            cause = "conflicting"
        elif now.is_estimated and before.is_estimated:
            cause = "estimated"
        elif now.is_estimated or before.is_estimated:
            cause = "estimate_replaced"
        else:
            organic = self.first(now) - self.first(before)
            self.parts["organic"][ticker] = organic
            if change != organic:
                self.parts["restated"][ticker] = change - organic
            return
        self.parts[cause][ticker] = change

    def first(self, known):
        """The figure as its publisher said it first, from the first word of each input."""
        found = [Words(self.book, self.book.vintages[each.subject, each.metric][each.period])
                 .first_of(each) for each in known.vintages]
        if len(found) == 2:
            return self.book.price_times_shares(*found).value
        return found[0].value

    @property
    def known_at_both_ends(self):
        """The change without members that lack a figure at one end."""
        return self.change - sum(
            sum(self.parts[each].values()) for each in ONE_END_ONLY if each in self.parts)

    @property
    def change(self):
        return sum(sum(each.values()) for each in self.parts.values())


def attribution(at, group):
    table = Table("figure", "part")
    for figure, metric, since in (("hashrate", "deployed_hashrate", at.added_since),
                                  ("market_cap", "market_cap", at.since)):
        found = Attribution(at.book, group, metric, at.on, since)
        if not found.is_comparable:
            continue
        size = sum(each.number.value for each in (*found.found.values(), *found.before.values()))
        for part, companies in found.parts.items():
            change = sum(companies.values())
            whole = found.known_at_both_ends if part not in ONE_END_ONLY else 0
            share = Answer(change / whole * 100, size / whole * 100) if whole else None
            table.add((figure, part), since=since.name, change=Answer(change, size),
                      share_of_change=share)
    for part, change, total in hashprice_parts(at):
        share = Answer(change / total * 100, 100 / total * 100) if total else None
        table.add(("hashprice", part), since=at.since.name, change=Answer(change, 100),
                  share_of_change=share)
    return table


def hashprice_parts(at):
    """The effect of each factor, averaged over all orders in which the three can change."""
    change = NetworkChange(at.book, at.on, at.since)
    value, previous, alike = change.hashprice()
    if value is None or previous is None or not alike:
        return
    with_fees = change.fees()[0]

    def factors(network):
        fees = network.fees_on_day.number.value / BLOCKS_A_DAY if with_fees else 0
        return {"price": network.btc_price.number.value,
                "difficulty": 1 / network.difficulty.number.value,
                "reward": subsidy_on(network.day) + fees}

    def product(values):
        return values["price"] * values["difficulty"] * values["reward"] * 86_400 * 10**15 / 2**32

    old, new = factors(change.base), factors(change.now)
    effects, orders = defaultdict(int), list(permutations(old))
    for order in orders:
        values = dict(old)
        for name in order:
            before = product(values)
            values[name] = new[name]
            effects[name] += (product(values) - before) / len(orders)
    for name, effect in effects.items():
        yield name, effect, sum(effects.values())


def by_company(at, group):
    table = Table("ticker")
    found = Attribution(at.book, group, "deployed_hashrate", at.on, at.added_since)
    for ticker in set(found.found) | set(found.before):
        now, before = found.found.get(ticker), found.before.get(ticker)
        value, previous = now and now.number, before and before.number
        change = (value.value if value else 0) - (previous.value if previous else 0)
        table.add(ticker, hashrate=value, previous=previous,
                  change=Answer(change, max(each.value for each in (value, previous) if each)))
    return table
