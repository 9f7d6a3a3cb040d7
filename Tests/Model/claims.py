"""Figures that publishers print about a sector, and the verdict on them."""

import random
from datetime import timedelta
from fractions import Fraction

from answers import Answer, Table
from changes import SectorChange
from generator import GROUP
from network import NETWORK
from numbers_with_intervals import Printed, printed_value, quotient
from periods import add_months, month, period, quarter
from records import Record
from sector import FIGURES, PERCENTAGES, SUMS, SectorEnd, are_same

REPRODUCES, CONSISTENT, DIFFERS, CANNOT_TELL = "reproduces", "consistent", "differs", "cannot tell"
# The unit in which a claim is printed, how many of the figure's unit it is, and its decimals.
PRINTED = {
    "companies": ("count", 1, 0), "hashrate": ("EH/s", 1, 0), "network_hashrate": ("EH/s", 1, 0),
    "network_share": ("%", 1, 1), "market_cap": ("USD bn", 10**9, 1),
    "btc_price": ("USD/BTC", 1, -2), "hashprice": ("USD/PH/day", 1, 1),
    "block_reward_revenue": ("USD/EH/day", 1, -2),
    "power_cost_per_exahash": ("USD/EH/day", 1, -2),
    "block_reward_gross_profit": ("USD/EH/day", 1, -2), "gross_margin": ("%", 1, 0),
    "block_reward_multiple": ("x", 1, 2), "block_reward_multiple_scaled": ("x", 1, 1),
    "hpc_contracted": ("MW", 1, 0), "hpc_energized": ("MW", 1, 0),
    "deployed_hashrate": ("EH/s", 1, 1), "btc_mined": ("BTC", 1, 0),
    "operating_hashrate": ("EH/s", 1, 1), "btc_held": ("BTC", 1, 0),
}
ON_THE_DAY = ("companies", "hashrate", "market_cap", "btc_price", "hashprice",
              "block_reward_multiple", "hpc_contracted", "hpc_energized")
PUBLISHERS = ["JPM", "Jefferies"]
CAN_BE_NEGATIVE = ("block_reward_gross_profit", "gross_margin", "power_cost_per_exahash")
PAIRS = [
    [(GROUP, "block_reward_gross_profit"), (NETWORK, "block_reward_revenue")],
    [(GROUP, "block_reward_gross_profit"), (GROUP, "block_reward_revenue")],
    [(GROUP, "hashrate"), (NETWORK, "network_hashrate")],
    [(GROUP, "hashrate"), (GROUP, "network_hashrate")],
]
OF_A_COMPANY = ("deployed_hashrate", "btc_mined", "operating_hashrate", "btc_held")
OF_THE_NETWORK = ("network_hashrate", "btc_price", "hashprice", "block_reward_revenue")


class Claim:
    def __init__(self, row, unit_size):
        self.row, self.subject = row, row["subject"]
        self.code, _, self.change = row["figure"].partition(".")
        self.on = period(row["on"])
        self.since = period(row["since"]) if row["since"] else self.on.before
        value, half_unit = printed_value(row["value"])
        self.value, self.half_unit = value * unit_size, half_unit * unit_size
        self.unit_size = unit_size
        self.number = Printed(self.value, self.half_unit)
        self.place = 2 * half_unit * unit_size

    @property
    def key(self):
        """What no two claims of a book have in common."""
        return tuple(self.row[each] for each in (
            "publisher", "subject", "figure", "on", "source"))

    def computed(self, book):
        """The number, and whether it may be compared with the printed one."""
        if self.subject == GROUP and book.memberships or self.subject == NETWORK and (
                self.code in OF_THE_NETWORK):
            return self.of_sector(book)
        return self.of_company(book)

    def of_company(self, book):
        now = book.measured(self.subject, self.code, self.on)
        if not self.change:
            return now and now.number, now is not None
        base = book.measured(self.subject, self.code, self.since)
        if not now or not base or are_same(now, base):
            return None, False
        found = self.difference(now.number, base.number)
        return found, found is not None

    def of_sector(self, book):
        now = SectorEnd(book, GROUP, self.on)
        base = SectorEnd(book, GROUP, self.since, like=now)
        change = SectorChange(self.code, now, base)
        no_members = not now.members and self.code not in OF_THE_NETWORK
        if not self.change:
            lacks = len(now.have_all(self.code)) < len(now.members) if self.code in SUMS else False
            return change.value, change.value is not None and not lacks and not no_members
        if change.new is None or change.old is None:
            return None, False
        lacks = self.code in SUMS and (
            len(now.have_all(self.code)) < len(now.members)
            or len(base.have_all(self.code)) < len(base.members))
        found = self.difference(change.new, change.old)
        comparable = not lacks and not change.like_for_like and not no_members
        return found, found is not None and comparable

    def difference(self, new, old):
        change = new - old
        if self.change == "change":
            return change
        if self.change == "change_bp":
            return change * 100
        found = quotient(change, old)
        return found and found * 100

    def verdict(self, computed, comparable):
        if not comparable or computed is None:
            return CANNOT_TELL
        if self.value in rounded(computed.value, self.place):
            return REPRODUCES
        touches = (computed.low <= self.value + self.half_unit
                   and self.value - self.half_unit <= computed.high)
        return CONSISTENT if touches else DIFFERS


def rounded(value, place):
    """To a place, a half away from zero as publishers do, or to even."""
    size = abs(value) / place
    up = (size + Fraction(1, 2)).__floor__()
    sign = 1 if value >= 0 else -1
    return {sign * up * place, sign * round(size) * place}


def make_claims(book, seed):
    """Claims near what the model computes, many of them on a half digit."""
    chance = random.Random(seed + 2_000_000)
    last = max(each.period.last for each in book.observations)
    claims, keys = [], set()
    for _ in range(chance.randint(10, 50)):
        end = add_months(last, -chance.randint(0, 8))
        on = chance.choice([month(end.year, end.month), quarter(end.year, (end.month + 2) // 3),
                            period(str(end.replace(day=chance.randint(1, 28))))])
        earlier = add_months(end, -3)
        since = chance.choice([None, on.before, month(earlier.year, earlier.month)])
        if chance.random() < 0.6 and book.memberships:
            subject = GROUP
            code = chance.choice([each for each in FIGURES if each in PRINTED])
        elif chance.random() < 0.3:
            subject, code = NETWORK, chance.choice(OF_THE_NETWORK)
        else:
            subject = chance.choice(sorted(book.companies))
            code = chance.choice(OF_A_COMPANY)
        change = chance.choice(["", "", "", ".change", ".change_percent", ".change_bp"])
        if change == ".change_bp" and code not in PERCENTAGES:
            change = ".change"
        if change == ".change_percent" and code in PERCENTAGES or code == "companies":
            change = ""
        if claim := make_claim(book, chance, subject, code, change, on, since):
            if claim.key not in keys:
                keys.add(claim.key)
                claims.append(claim)
    for subject, code, on, publisher in pairs_of_claims(book, chance, last):
        if claim := make_claim(book, chance, subject, code, "", on, None):
            claim.row["publisher"] = publisher
            if claim.key not in keys:
                keys.add(claim.key)
                claims.append(claim)
    return claims


def pairs_of_claims(book, chance, last):
    """Two figures of one publisher about one day, from which a third follows."""
    for _ in range(chance.randint(0, 8) if book.memberships else 0):
        end = add_months(last, -chance.randint(0, 12))
        on, publisher = month(end.year, end.month), chance.choice(PUBLISHERS)
        for subject, code in chance.choice(PAIRS):
            yield subject, code, on, publisher


def make_claim(book, chance, subject, code, change, on, since):
    unit, size, decimals = PRINTED[code]
    if change == ".change_percent":
        unit, size, decimals = "%", 1, 0
    if change == ".change_bp":
        unit, size, decimals = "bp", 1, 0
    row = dict(publisher=chance.choice(PUBLISHERS), subject=subject, figure=code + change,
               on=on.name, since=since.name if since and change else "", value="0", unit=unit,
               published_on=str(on.last + timedelta(days=chance.randint(1, 20))),
               source=chance.choice(["note 1", "note 2"]))
    computed, _ = Claim(row, Fraction(size)).computed(book)
    if computed is None and chance.random() < 0.9:
        return None
    value = computed.value / size if computed is not None else Fraction(50)
    if decimals > 0:
        decimals += chance.choice([-1, 0, 0, 1])
    place = Fraction(10) ** -decimals
    units = round(value / place)
    if chance.random() < 0.5:
        units = (value / place + Fraction(1, 2)).__floor__()
    units += chance.choice([0, 0, 0, 0, -1, 1, 3])
    if not change and code not in CAN_BE_NEGATIVE:
        units = max(units, 0)
    row["value"] = decimal_text(units * place, max(decimals, 0))
    return Claim(row, Fraction(size))


def decimal_text(value, decimals):
    digits = str(abs(int(value * 10**decimals))).rjust(decimals + 1, "0")
    sign = "-" if value < 0 else ""
    if not decimals:
        return sign + digits
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}"


def verified(book):
    table = Table("publisher", "subject", "figure", "on", "since", "printed")
    for claim in book.claims:
        computed, comparable = claim.computed(book)
        row = claim.row
        verdict = claim.verdict(computed, comparable)
        cells = dict(verdict=verdict, computed=None, low=None, high=None, difference=None)
        if verdict != CANNOT_TELL:
            size = claim.unit_size
            cells.update(
                computed=Answer(computed.value / size), low=Answer(computed.low / size, computed),
                high=Answer(computed.high / size, computed),
                difference=Answer((computed.value - claim.value) / size, computed.value / size))
        table.add((row["publisher"], row["subject"], row["figure"], row["on"],
                   row["since"] or None, float(row["value"])), **cells)
    return table


def last_published(claims):
    """Of several of one day the one with the greater source, then the first publisher."""
    in_order = sorted(claims, key=lambda each: each.row["publisher"])
    return max(in_order, key=lambda each: (each.row["published_on"], each.row["source"]))


def headline_claims(book, table, group, on):
    """Adds to the rows of the sector report what others printed about the same day: the last
    published, and of several published on one day the greater source."""
    for (code,), rows in table.rows.items():
        if code == "block_reward_revenue_year_ago":
            continue
        cells = dict(claimed=None, publisher=None, verdict=None)
        found = [each for each in book.claims
                 if each.code == code and not each.change
                 and each.subject == (NETWORK if code in OF_THE_NETWORK else GROUP)
                 and (each.on.last == on.last if code in ON_THE_DAY
                      else each.on.to_date == on.to_date)
                 and (not book.known_on or each.row["published_on"] <= str(book.known_on))]
        if found:
            claim = last_published(found)
            cells.update(claimed=Answer(claim.value), publisher=claim.row["publisher"],
                         verdict=claim.verdict(*claim.computed(book)))
        rows[0].update(cells)
    return table


def headline_records(book, table, group, on):
    first = min(each.period.last for each in book.observations)
    now = SectorEnd(book, group, on)
    for (code,), rows in table.rows.items():
        if code != "block_reward_revenue_year_ago":
            rows[0].update(Record(book, group, code, now, first).cells)
    return table
