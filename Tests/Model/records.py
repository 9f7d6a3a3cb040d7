"""Whether a figure of the sector report is higher than all before it."""

from itertools import product

from by_company import percent
from network import NETWORK
from periods import month, month_end_before
from sector import SUMS, SectorEnd

AT_LEAST = 6


def about(one, other):
    """Whether figures of both are about one time: the same period, or a day and what ends on it."""
    return one.last == other.last and (one.first == other.first or one.first == one.last
                                       or other.first == other.last)


def less(one, other):
    return one - other


def percent_of(whole, percentage):
    return whole * percentage / 100


# The pairs of figures from which another follows, and how.
FOLLOWS = {
    "gross_margin": [("block_reward_gross_profit", "block_reward_revenue", percent)],
    "network_share": [("hashrate", "network_hashrate", percent)],
    "hashrate": [("network_hashrate", "network_share", percent_of)],
    "network_hashrate": [("hashrate", "network_share", percent)],
    "block_reward_revenue": [("block_reward_gross_profit", "gross_margin", percent)],
    "block_reward_gross_profit": [
        ("block_reward_revenue", "gross_margin", percent_of),
        ("block_reward_revenue", "power_cost_per_exahash", less)],
    "power_cost_per_exahash": [("block_reward_revenue", "block_reward_gross_profit", less)],
    "block_reward_multiple_scaled": [("block_reward_multiple", "network_share", percent)],
}


class Record:
    """What a figure is compared with: earlier month-ends, claims, and what follows from claims."""

    def __init__(self, book, group, code, now, first_day):
        self.book, self.group, self.code, self.now = book, group, code, now
        self.value = now.value(code)
        self.month_ends, self.incomplete = self.earlier_month_ends(first_day)
        self.claims = self.earlier_claims()
        self.implied = self.what_follows_from_claims()

    def earlier_month_ends(self, first_day):
        """Values by day: of sums with all members, and of those that lack some."""
        complete, incomplete = {}, {}
        day = month_end_before(self.now.day)
        while day >= first_day:
            end = SectorEnd(self.book, self.group, month(day.year, day.month), like=self.now)
            value = end.value(self.code)
            mine, theirs = self.now.method(self.code), end.method(self.code)
            alike = all(mine[each] == theirs[each] for each in set(mine) & set(theirs))
            if value is not None and alike:
                lacks = self.code in SUMS and len(end.have_all(self.code)) < len(end.members)
                (incomplete if lacks else complete)[day] = value.value
            day = month_end_before(day)
        return complete, incomplete

    def earlier_claims(self):
        """The claims of each day."""
        found = {}
        subject = NETWORK if self.code in OF_THE_NETWORK else self.group
        for each in self.book.claims:
            if each.code == self.code and not each.change and each.subject == subject:
                if each.on.last < self.now.day and self.is_public(each):
                    found.setdefault(each.on.last, []).append(each)
        return found

    def what_follows_from_claims(self):
        """Values that follow from two claims of one publisher about one earlier time, unless the
        figure itself was printed for that day."""
        claims = [each for each in self.book.claims if not each.change
                  and each.on.last < self.now.day and self.is_public(each)]

        def printed(code):
            subject = NETWORK if code in OF_THE_NETWORK else self.group
            return [each for each in claims if each.code == code and each.subject == subject]

        found = []
        for left, right, compute in FOLLOWS.get(self.code, []):
            for one, other in product(printed(left), printed(right)):
                if (one.row["publisher"] == other.row["publisher"] and about(one.on, other.on)
                        and one.on.last not in self.claims):
                    value = compute(one.number, other.number)
                    found += [value] if value is not None else []
        return found

    def is_public(self, claim):
        known_on = self.book.known_on
        return not known_on or claim.row["published_on"] <= str(known_on)

    @property
    def cells(self):
        cells = dict(record=None, record_month_ends=None, record_published=None, record_since=None)
        if self.value is None or self.code == "companies":
            return cells
        value = self.value.value
        values = [*self.month_ends.values(), *self.incomplete.values()]
        values += [each.value for each in self.implied]
        # Exactly half a unit above a claim is higher: it would have been rounded up.
        within = any(value < each.value + each.half_unit
                     for claims in self.claims.values() for each in claims)
        if within or any(value <= each for each in values):
            return {**cells, "record": False}
        if not self.month_ends or len(self.month_ends) + len(self.claims) < AT_LEAST:
            return cells
        return dict(record=True, record_month_ends=len(self.month_ends),
                    record_published=len(self.claims),
                    record_since=str(min([*self.month_ends, *self.claims])))


OF_THE_NETWORK = ("network_hashrate", "btc_price", "hashprice", "block_reward_revenue")
