"""The reports with a column per period: company, matrix, trend."""

from answers import Answer, Table
from by_company import percent, plain
from changes import SectorChange, compare_sums
from network import NETWORK
from numbers_with_intervals import quotient
from observations import Known
from periods import quarter
from sector import FIGURES, SectorEnd, market_cap

QUARTERS_OF_A_COMPANY = 8


def quarters_until(on):
    """The eight quarters that end by the day, and the period itself if it ends later."""
    last = quarter(on.last.year, (on.last.month + 2) // 3)
    if last.last > on.last:
        last = last.before
    found = [last]
    while len(found) < QUARTERS_OF_A_COMPANY:
        found.insert(0, found[0].before)
    if found[-1] == on or found[-1].last == on.last and on.is_day:
        return found
    return found + [on]


def of_company(book, ticker, metric, period):
    """A metric of a company; market cap and power cost per bitcoin by the rules of every report."""
    if metric == "market_cap":
        return market_cap(book, ticker, period.last)
    known = book.measured(ticker, metric, period)
    if known is None and metric == "power_cost_per_btc":
        cost, mined = (book.measured(ticker, each, period) for each in ("power_cost", "btc_mined"))
        number = quotient(plain(cost), plain(mined))
        if number is not None:
            return Known(number, cost.vintages + mined.vintages, cost.as_of, derived=True)
    return known


def company(at, group, ticker):
    table = Table("figure")
    columns = quarters_until(at.on)
    for metric in at.book.catalogue.metrics:
        values = {each.name: plain(of_company(at.book, ticker, metric, each)) for each in columns}
        if any(each is not None for each in values.values()):
            table.add(metric, **values)
    shares = {"share_of_group": {}, "network_share": {}}
    for each in columns:
        end = SectorEnd(at.book, group, each)
        known = plain(at.book.instant(ticker, "deployed_hashrate", each.last))
        together = end.value("hashrate") if ticker in end.members else None
        shares["share_of_group"][each.name] = percent(known, together)
        shares["network_share"][each.name] = percent(known, plain(end.network.hashrate))
    for code, values in shares.items():
        if any(each is not None for each in values.values()):
            table.add(code, **values)
    return table


def matrix(at, metric, columns):
    table = Table("ticker")
    members = set().union(*(at.book.members(each.last) for each in [*columns, at.on]))
    for ticker in members:
        table.add(ticker, **{
            each.name: plain(of_company(at.book, ticker, metric, each)) for each in columns})
    return table


def periods_from(first, last):
    found = [first]
    while found[-1].last < last.last:
        found.append(found[-1].after)
    return found


def trend(at, group, columns):
    """The figures of the sector report; all periods use the methods of the last one."""
    table = Table("figure")
    last = SectorEnd(at.book, group, columns[-1])
    ends = [SectorEnd(at.book, group, each, like=last) for each in columns[:-1]] + [last]
    for code in FIGURES:
        if code == "block_reward_revenue_year_ago":
            continue
        table.add(code, **{end.on.name: end.value(code) if end.members else (
            end.value(code) if code in OF_THE_NETWORK else None) for end in ends})
    return table


def changes(at, group, columns):
    """From each period to the next, over the same members."""
    last = SectorEnd(at.book, group, columns[-1])
    ends = [SectorEnd(at.book, group, each, like=last) for each in columns[:-1]] + [last]
    table = Table("figure")
    for code in FIGURES:
        if code == "block_reward_revenue_year_ago":
            continue
        found = {now.on.name: SectorChange(code, now, base) if (
            now.members and base.members or code in OF_THE_NETWORK) else None
            for base, now in zip(ends, ends[1:])}
        rows = {
            f"{code}.change": {name: each and each.change and Answer(each.change, each.new)
                               for name, each in found.items()},
            f"{code}.change_members": {name: each and each.members
                                       for name, each in found.items()}}
        add_unless_empty(table, rows)
    return table


def add_unless_empty(table, rows):
    for key, values in rows.items():
        if any(each is not None for each in values.values()):
            table.add(key, **values)


ADD_UP = ("hashrate", "bitcoin", "money", "power", "energy")


def totals(at, metric, columns):
    """Sums over those who are members at the end of each period, and changes over the same."""
    table = Table("figure")
    ends = []
    for each in columns:
        members = at.book.members(each.last)
        found = {ticker: of_company(at.book, ticker, metric, each) for ticker in members}
        ends.append((members, {ticker: known for ticker, known in found.items() if known},
                     each.last))
    names = [each.name for each in columns]
    compared = [compare_sums(now, base, metric != "market_cap" or have_same_methods(now, base))
                for base, now in zip(ends[:1] + ends, ends)]
    table.add("members", **{name: len(known) for name, (_, known, _) in zip(names, ends)})
    table.add(metric, **{name: each["value"] for name, each in zip(names, compared)})
    add_unless_empty(table, {
        f"{metric}.{code}": {name: each[code] for name, each in zip(names[1:], compared[1:])}
        for code in ("change", "change_members")})
    return table


def have_same_methods(now, base):
    """Whether no market cap is published at one end and derived at the other."""
    return all(known.method == base[1][ticker].method
               for ticker, known in now[1].items() if ticker in base[1])


def claimed(at, group, columns):
    """What others printed about the time from the first to the last period."""
    table = Table("figure", "on", "publisher", "source")
    for claim in at.book.claims:
        of_network = claim.code in OF_THE_NETWORK
        if claim.change or claim.code not in FIGURES:
            continue
        if claim.subject != (NETWORK if of_network else group):
            continue
        if at.book.known_on and claim.row["published_on"] > str(at.book.known_on):
            continue
        if columns[0].first <= claim.on.last <= columns[-1].last:
            table.add((claim.code, claim.row["on"], claim.row["publisher"], claim.row["source"]),
                      claimed=Answer(claim.value))
    return table


OF_THE_NETWORK = ("network_hashrate", "btc_price", "hashprice", "block_reward_revenue")
