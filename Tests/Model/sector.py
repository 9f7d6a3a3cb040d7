"""The sector report: sums over members, what follows from them, and their changes."""

from network import Network, bitcoin_of_four_years
from numbers_with_intervals import number, quotient, total, weighted_mean
from observations import Known

SUMS = {
    "hashrate": ["deployed_hashrate"],
    "network_share": ["deployed_hashrate"],
    "market_cap": ["market_cap"],
    "block_reward_multiple": ["market_cap"],
    "block_reward_multiple_scaled": ["market_cap", "deployed_hashrate"],
    "hpc_contracted": ["hpc_contracted"],
    "hpc_energized": ["hpc_energized"],
}
FIGURES = [
    "companies", "hashrate", "network_hashrate", "network_share", "market_cap", "btc_price",
    "hashprice", "block_reward_revenue", "power_cost_per_exahash", "block_reward_gross_profit",
    "gross_margin", "block_reward_revenue_year_ago", "block_reward_multiple",
    "block_reward_multiple_scaled", "hpc_contracted", "hpc_energized",
]
OF_POWER_COST = ("power_cost_per_exahash", "block_reward_gross_profit", "gross_margin")
PERCENTAGES = ("network_share", "gross_margin")


def market_cap(book, ticker, day, method=None):
    """As published, or price times shares if the price is newer; or by the method asked for."""
    published = book.instant(ticker, "market_cap", day)
    price = book.instant(ticker, "share_price", day)
    shares = book.instant(ticker, "shares_outstanding", day)
    derived = None
    if price and shares:
        number = book.price_times_shares(price.vintages[0], shares.vintages[0])
        derived = Known(number, price.vintages + shares.vintages,
                        price.as_of, derived=True, method="derived")
    if published:
        published.method = "published"
    if method:
        return derived if method == "derived" else published
    if published and derived:
        return derived if derived.as_of > published.as_of else published
    return published or derived


def are_same(one, other):
    """Whether two figures are the same observations."""
    return {id(each) for each in one.vintages} == {id(each) for each in other.vintages}


def carried(book, subject, metric, over, day):
    """An average of the period, else the latest published one, carried forward like an instant."""
    return book.average(subject, metric, over) or book.instant(subject, metric, day)


class SectorEnd:
    """The members of a group and the network at one end of a change."""

    def __init__(self, book, group, on, like=None):
        self.book, self.group, self.on, self.day = book, group, on, on.last
        self.network = Network(book, on)
        self.members = book.members(self.day)
        self.like = like
        self.with_fees = self.network.fees_on_day is not None

    def known(self, metric):
        """The figure of each member that has one."""
        found = {}
        for each in self.members:
            if metric == "market_cap":
                known = self.market_cap(each)
            else:
                known = self.book.instant(each, metric, self.day)
            if known:
                found[each] = known
        return found

    def market_cap(self, ticker):
        """By the method of the other end, if there is data for it, else by the best."""
        if self.like and ticker in self.like.members and (
                other := self.like.market_cap(ticker)):
            if known := market_cap(self.book, ticker, self.day, other.method):
                return known
        return market_cap(self.book, ticker, self.day)

    def sums(self, code):
        """What each member adds to a sum, or to the means that power cost consists of."""
        if code in OF_POWER_COST:
            return [self.weighed(each) for each in ("fleet_efficiency", "power_price")
                    if self.power_input(each)[1] == "members"]
        return [self.known(each) for each in SUMS.get(code, [])]

    def have_all(self, code):
        """The members with every figure that a code adds up."""
        sums = self.sums(code)
        return [each for each in self.members if all(each in known for known in sums)]

    def counted(self, code):
        """The members that a figure is over: those with all figures that are added up, or of each
        mean that power cost consists of."""
        if code in OF_POWER_COST:
            return [set(each) for each in self.sums(code)]
        return set(self.have_all(code))

    def coverage(self, code):
        """How many members are reported, carried, estimated and missing."""
        sums = self.sums(code)
        complete = self.have_all(code)
        estimated = [m for m in complete if any(k[m].is_estimated for k in sums)]
        stale = [m for m in complete if any(k[m].is_carried(self.day) for k in sums)]
        return {
            "reported": len(complete) - len(estimated), "carried": len(stale),
            "estimated": len(estimated), "missing": len(self.members) - len(complete),
        }

    def shown(self, code):
        """Whether at least half of the members have all figures that are added up."""
        return bool(self.members) and len(self.have_all(code)) * 2 >= len(self.members)

    def sum(self, metric, members):
        known = self.known(metric)
        found = [known[each].number for each in members if each in known]
        return total(found) if found else None

    def value(self, code, members=None):
        """The figure, over all members or only some."""
        if members is None and self.sums(code) and not self.shown(code):
            return None
        if code in OF_POWER_COST:
            return self.of_power_cost(code, members)
        if members is None:
            members = self.have_all(code) if code in SUMS else self.members
        if code == "companies":
            return number(len(self.members))
        if code in ("hashrate", "hpc_contracted", "hpc_energized", "market_cap"):
            return self.sum(SUMS[code][0], members)
        if code == "network_hashrate":
            return self.network.hashrate and self.network.hashrate.number
        if code == "btc_price":
            return self.network.btc_price and self.network.btc_price.number
        if code == "block_reward_revenue":
            return self.network.block_reward_revenue
        if code == "hashprice":
            if self.like and self.like.value("hashprice"):
                if found := self.network.hashprice(self.like.with_fees):
                    return found
            return self.network.hashprice(self.with_fees)
        if code == "network_share":
            share = quotient(self.sum("deployed_hashrate", members), self.value("network_hashrate"))
            return share and share * 100
        if code == "block_reward_multiple":
            reward = self.value("btc_price")
            reward = reward and reward * bitcoin_of_four_years(self.day)
            return quotient(self.sum("market_cap", members), reward)
        if code == "block_reward_multiple_scaled":
            share = self.value("network_share", members)
            return quotient(self.value("block_reward_multiple", members), share and share / 100)
        raise ValueError(code)

    # Power cost

    def power_figure(self, subject, metric):
        if metric == "fleet_efficiency":
            return self.book.instant(subject, metric, self.day)
        return carried(self.book, subject, metric, self.on.to_date, self.day)

    def weighed(self, metric):
        """The members with a figure and a hashrate that weighs it."""
        hashrates = self.known("deployed_hashrate")
        found = {each: self.power_figure(each, metric) for each in hashrates}
        return {each: Known(known.number, known.vintages + hashrates[each].vintages,
                            max(known.as_of, hashrates[each].as_of))
                for each, known in found.items() if known}

    def mean_over_members(self, metric, members):
        """None if fewer than half of the members have it, unless only some are asked for."""
        found = self.weighed(metric)
        if members is None and len(found) * 2 < len(self.members):
            return None
        chosen = [each for each in found if members is None or each in members]
        hashrates = self.known("deployed_hashrate")
        weights = [hashrates[each].number for each in chosen]
        if sum(each.value for each in weights) <= 0:
            return None
        return weighted_mean([found[each].number for each in chosen], weights)

    def power_input(self, metric, members=None):
        """By the method of the other end, if there is data for it, else by the best."""
        if self.like:
            known, method = self.like.power_input(metric)
            found = known and self.own_power_input(metric, members, method)
            if found and found[0]:
                return found
        return self.own_power_input(metric, members)

    def own_power_input(self, metric, members, method=None):
        """The group's own figure, else the mean of its members, and which of the two."""
        own = self.power_figure(self.group, metric)
        if method == "group" or own and method is None:
            return own and own.number, "group"
        return self.mean_over_members(metric, members), "members"

    def method(self, code):
        """What must be alike at both ends of a change, by member or input."""
        if code == "hashprice":
            followed = self.like and self.like.value("hashprice")
            wanted = self.like.with_fees if followed else self.with_fees
            return {"fees": wanted and self.network.hashprice(True) is not None}
        if code in OF_POWER_COST:
            return {each: self.power_input(each)[1] for each in ("fleet_efficiency", "power_price")}
        if code in SUMS and "market_cap" in SUMS[code]:
            return {each: known.method for each, known in self.known("market_cap").items()}
        return {}

    def of_power_cost(self, code, members):
        efficiency, _ = self.power_input("fleet_efficiency", members)
        price, _ = self.power_input("power_price", members)
        if efficiency is None or price is None:
            return None
        # 1 J/TH is 1 MW per EH/s, so this is MWh a day times USD per MWh.
        cost = efficiency * 24 * price
        if code == "power_cost_per_exahash":
            return cost
        revenue = self.network.block_reward_revenue
        if revenue is None:
            return None
        if code == "block_reward_gross_profit":
            return revenue - cost
        margin = quotient(revenue - cost, revenue)
        return margin and margin * 100
