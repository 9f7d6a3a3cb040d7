"""The reports with a row per member: hashrate, production, economics, valuation and
diversification."""

from answers import Answer, Table
from changes import cells_of_change, compare_sums
from network import Network
from numbers_with_intervals import mean, quotient
from observations import Known
from periods import ONE_DAY
from sector import SectorEnd, carried, market_cap


def plain(known):
    return known and known.number


def percent(left, right):
    found = quotient(left, right)
    return found and found * 100


def difference(new, old):
    """With the size of what it was computed from."""
    if new is None or old is None:
        return None
    return Answer(new - old, max(abs(new.value), abs(old.value)))


def hashrate(at, group):
    table = Table("ticker")
    book, day = at.book, at.on.last
    end = SectorEnd(book, group, at.on)
    known = end.known("deployed_hashrate")
    before = {each: book.instant(each, "deployed_hashrate", at.added_since.last)
              for each in end.members}
    before = {each: found for each, found in before.items() if found}
    network = plain(end.network.hashrate)
    all_together = end.value("hashrate")
    for ticker in end.members:
        deployed, previous = plain(known.get(ticker)), plain(before.get(ticker))
        operating = plain(book.average(ticker, "operating_hashrate", at.on.to_date))
        added = deployed - previous if deployed is not None and previous is not None else None
        both = set(known) & set(before)
        rank, old_rank = (rank_of(ticker, {each: found[each] for each in both})
                          for found in (known, before))
        share = percent(added, previous)
        table.add(
            ticker, deployed_hashrate=deployed, previous=previous,
            added=difference(deployed, previous),
            added_percent=share and Answer(share, deployed / previous * 100),
            share_of_group=percent(deployed, all_together),
            network_share=percent(deployed, network), rank=rank_of(ticker, known),
            rank_change=old_rank - rank if rank else None,
            operating_hashrate=operating, utilization=percent(operating, deployed),
            target_hashrate=plain(target(book, ticker, day)),
            managed_hashrate=plain(book.instant(ticker, "managed_hashrate", day)),
            hosted_hashrate=plain(book.instant(ticker, "hosted_hashrate", day)))
    return table


def rank_of(ticker, known):
    if ticker not in known:
        return None
    return 1 + sum(each.number.value > known[ticker].number.value for each in known.values())


def target(book, ticker, day):
    """The next target, one of the day itself included, else the last one."""
    published = book.published(ticker, "target_hashrate")
    ahead = [each for each in published if each.last >= day]
    if not ahead:
        return book.instant(ticker, "target_hashrate", day)
    vintage = published[min(ahead, key=lambda each: each.last)]
    return Known(vintage.number, [vintage], vintage.period.last)


def production(at, group):
    table = Table("ticker")
    book, over, day = at.book, at.on.to_date, at.on.last
    network = Network(book, at.on)
    reward = network.reward(*network.reward_method)
    eve = over.first - ONE_DAY
    for ticker in book.members(day):
        mined, sold = (plain(book.flow(ticker, each, over)) for each in ("btc_mined", "btc_sold"))
        held = book.instant(ticker, "btc_held", day)
        opening = book.instant(ticker, "btc_held", eve)
        operating = plain(book.average(ticker, "operating_hashrate", over))
        if operating is None:
            ends = [book.instant(ticker, "deployed_hashrate", each) for each in (eve, day)]
            operating = mean(list(map(plain, ends))) if all(ends) else None
        realized = None
        if mined is not None and network.hashrate:
            realized = quotient(mined * network.hashrate.number, reward)
        residual = None
        if held and opening and held.as_of == day and opening.as_of == eve:
            if mined is not None and sold is not None:
                residual = held.number - (opening.number + mined - sold)
        table.add(
            ticker, btc_mined=mined, btc_sold=sold, liquidation=percent(sold, mined),
            btc_held=plain(held), btc_per_exahash=quotient(mined, operating),
            realized_hashrate=realized, opening_btc_held=plain(opening),
            residual_btc=residual and Answer(residual, held.number))
    return table


def group_totals(at, metrics):
    """Sums over the members, and their changes."""
    table = Table("figure")
    for metric in metrics:
        flow = at.book.catalogue.metrics[metric].kind == "flow"
        ends = []
        for on in (at.on, at.since):
            members = at.book.members(on.last)
            found = {each: at.book.measured(each, metric, on) for each in members}
            ends.append((members, {each: known for each, known in found.items() if known}, on.last))
        comparable = not flow or same_length(at.on.to_date, at.since.to_date)
        on_a_day = at.book.catalogue.metrics[metric].kind == "instant"
        table.add(metric, since=(at.since if on_a_day else at.since.to_date).name,
                  **compare_sums(*ends, comparable))
    return table


def same_length(one, other):
    if one.months and other.months:
        return one.months == other.months
    return one.days == other.days


def economics(at, group):
    table = Table("ticker")
    book, over = at.book, at.flow_period or at.on.to_date
    day = over.last
    hashprice = SectorEnd(book, group, over).value("hashprice")
    for ticker in book.members(at.on.last):
        flows = {each: plain(book.flow(ticker, each, over)) for each in (
            "power_cost", "power_credits", "energy_used", "btc_mined", "cost_of_revenue",
            "revenue")}
        net = None
        if flows["power_cost"] is not None and flows["power_credits"] is not None:
            net = quotient(flows["power_cost"] - flows["power_credits"], flows["energy_used"])
        per_bitcoin = plain(book.average(ticker, "power_cost_per_btc", over))
        if per_bitcoin is None:
            per_bitcoin = quotient(flows["power_cost"], flows["btc_mined"])
        margin = percent(flows["cost_of_revenue"], flows["revenue"])
        efficiency = plain(book.instant(ticker, "fleet_efficiency", day))
        price = plain(carried(book, ticker, "power_price", over, over.last))
        price = net if price is None else price
        cost = efficiency * price * 24 / 1000 if efficiency and price is not None else None
        break_even = hashprice and efficiency and quotient(hashprice * 1000, efficiency * 24)
        table.add(
            ticker, power_price_net=net, power_cost_per_btc=per_bitcoin,
            company_gross_margin=margin and Answer(100 - margin, 100), hashcost=cost,
            break_even_power_price=break_even)
    return table


class NetworkChange:
    """Figures of the network at both ends, by the method of the later one if possible."""

    def __init__(self, book, on, since):
        self.now, self.base = Network(book, on), Network(book, since)

    def fees(self):
        return self.now.fees_on_day is not None, self.base.fees_on_day is not None

    def hashprice(self):
        now, base = self.fees()
        value = self.now.hashprice(now)
        previous = self.base.hashprice(now) if value else None
        if previous is not None:
            return value, previous, True
        return value, self.base.hashprice(base), now == base

    def fee_share(self):
        def share(network, method):
            if not self.now.fees:
                return None
            reward = network.reward(*method, True)
            return reward and percent(network.fees.number * network.over.days, reward)

        return self.by_method(share, self.now.reward_method[:1], self.base.reward_method[:1])

    def btc_per_exahash(self):
        def found(network, method):
            return quotient(network.reward(*method), plain(network.hashrate))

        value, previous, alike = self.by_method(
            found, self.now.reward_method, self.base.reward_method)
        return value, previous, alike and same_length(self.now.over, self.base.over)

    def by_method(self, compute, now, base):
        """The base counts blocks, and fees, as the later end does, if it has the data."""
        used = tuple(wanted and has for wanted, has in zip(now, base))
        return compute(self.now, now), compute(self.base, used), used == now

    def same(self, compute):
        return compute(self.now), compute(self.base), True


def network(at, group):
    table = Table("figure")
    change = NetworkChange(at.book, at.on, at.since)

    def implied(network):
        return network.difficulty and network.difficulty.number * 2**32 / 600 / 10**18

    figures = {
        "difficulty": change.same(lambda each: plain(each.difficulty)),
        "implied_hashrate": change.same(implied), "hashprice": change.hashprice(),
        "block_reward_revenue": change.same(lambda each: each.block_reward_revenue),
        "fee_share": change.fee_share(), "network_btc_per_exahash": change.btc_per_exahash(),
    }
    for code, (value, previous, alike) in figures.items():
        new, old = (value, previous) if alike else (None, None)
        on_a_day = code in ("difficulty", "implied_hashrate", "hashprice")
        table.add(code, since=(at.since if on_a_day else at.since.to_date).name,
                  **cells_of_change(value, previous, new, old, code == "fee_share"))
    return table


def valuation(at, group):
    table = Table("ticker")
    book, day = at.book, at.on.last
    price = plain(Network(book, at.on).btc_price)
    for ticker in book.members(day):
        cap = plain(market_cap(book, ticker, day))
        debt, cash, deployed, capacity, held = (
            plain(book.instant(ticker, each, day)) for each in (
                "total_debt", "cash", "deployed_hashrate", "power_capacity", "btc_held"))
        value = cap + debt - cash if None not in (cap, debt, cash) else None
        size = cap.value + debt.value if value else 0
        change = dilution(book, ticker, day, at.since.last)

        def scaled(found):
            return found and Answer(found, abs(found.value) * size / max(abs(value.value), 1))

        table.add(
            ticker, market_cap=cap, enterprise_value=value and Answer(value, size),
            market_cap_per_exahash=quotient(cap, deployed),
            enterprise_value_per_exahash=scaled(quotient(value, deployed)),
            enterprise_value_per_megawatt=scaled(quotient(value, capacity)),
            btc_value_share=percent(held * price, cap) if held is not None and price else None,
            dilution=change and Answer(change, 100))
    return table


def dilution(book, ticker, day, base):
    """The change of the share count, both on the basis of the later one."""
    now, before = (book.instant(ticker, "shares_outstanding", each) for each in (day, base))
    if not now or not before:
        return None
    if now.vintages == before.vintages:
        return None
    days = [each.vintages[0].public_on for each in (now, before)]
    new = now.number * book.splits(ticker, days[0], max(days))
    old = before.number * book.splits(ticker, days[1], max(days))
    return percent(new - old, old)


def diversification(at, group):
    table = Table("ticker")
    book, over, day = at.book, at.flow_period or at.on.to_date, at.on.last
    for ticker in book.members(day):
        contracted, energized, pipeline = (
            plain(book.instant(ticker, each, day))
            for each in ("hpc_contracted", "hpc_energized", "power_pipeline"))
        before = plain(book.instant(ticker, "hpc_contracted", at.since.last))
        revenue, all_revenue = (
            plain(book.flow(ticker, each, over)) for each in ("hpc_revenue", "revenue"))
        table.add(
            ticker, hpc_contracted=contracted, previous=before,
            change=difference(contracted, before), hpc_energized=energized,
            power_pipeline=pipeline, hpc_revenue_share=percent(revenue, all_revenue))
    return table
