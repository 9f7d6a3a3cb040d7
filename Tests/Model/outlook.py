"""How far the gross margin is from zero, at other prices and networks, and how prices vary."""

from fractions import Fraction
from math import log, sqrt

from answers import Answer, Table
from by_company import plain
from changes import cells_of_change
from network import BLOCKS_A_DAY, NETWORK, subsidy_over
from numbers_with_intervals import number, quotient
from periods import ONE_DAY, Period
from sector import SectorEnd

PRICE_CHANGES = (-50, -30, -20, -10, 0, 10, 20, 30, 50)
NETWORK_CHANGES = (-20, -10, 0, 10, 20, 30, 50)


def outlook(at, group):
    table = Table("figure")
    end = SectorEnd(at.book, group, at.on)
    network = end.network
    average, price = plain(network.average_price), plain(network.btc_price)
    cost = end.value("power_cost_per_exahash")
    revenue = network.block_reward_revenue
    pays = cost is not None and cost.value > 0
    break_even = pays and revenue and average and average * cost / revenue
    break_even_network = pays and revenue and network.hashrate.number * revenue / cost
    figures = {
        "btc_price": price, "btc_price_average": average,
        "network_hashrate": plain(network.hashrate),
        "block_reward_revenue": revenue, "power_cost_per_exahash": cost,
        "gross_margin": end.value("gross_margin"),
        "break_even_price": break_even or None,
        "break_even_price_distance": distance(break_even, average),
        "break_even_network_hashrate": break_even_network or None,
        "break_even_network_hashrate_distance": distance(
            break_even_network, plain(network.hashrate)),
    }
    for code, value in figures.items():
        size = value and max(abs(value.value), 100)
        table.add(code, value=value and Answer(value, size), low=value and Answer(value.low, size),
                  high=value and Answer(value.high, size))
    for metric in ("btc_price", "network_hashrate"):
        for days in (30, 90):
            found = volatility(at.book, metric, at.on.last, days)
            table.add(f"{metric}_volatility_{days}d",
                      value=found and Answer(Fraction(found), 1000))
    return table


def distance(there, here):
    found = quotient(there or None, here)
    return found and found * 100 - 100


def volatility(book, metric, day, days):
    """The standard deviation of daily changes of the logarithm, for a year."""
    published = book.published(NETWORK, metric)
    values = [published.get(Period(each, each)) for each in
              (day - ONE_DAY * back for back in range(days, -1, -1))]
    changes = [log(new.value / old.value) for old, new in zip(values, values[1:])
               if old and new and old.value > 0 and new.value > 0]
    if len(changes) * 5 < days * 4:
        return None
    middle = sum(changes) / len(changes)
    variance = sum((each - middle) ** 2 for each in changes) / (len(changes) - 1)
    return sqrt(variance) * sqrt(365) * 100


def grids(at, group):
    """Block reward revenue and gross margin at other prices (rows) and networks (columns)."""
    revenues, margins = Table("btc_price_change"), Table("btc_price_change")
    end = SectorEnd(at.book, group, at.on)
    revenue, cost = end.network.block_reward_revenue, end.value("power_cost_per_exahash")
    for price in PRICE_CHANGES:
        average = plain(end.network.average_price)
        at_price = average and average * Fraction(100 + price, 100)
        row, margin_row = {"btc_price": at_price}, {"btc_price": at_price}
        for network in NETWORK_CHANGES:
            column = f"network_{percentage(network)}"
            there = revenue and revenue * Fraction(100 + price, 100 + network)
            row[column] = there
            margin = there and cost and quotient(there - cost, there)
            size = max(cost.value / there.value, 1) * 100 if margin else 0
            margin_row[column] = margin and Answer(margin * 100, size)
        revenues.add(percentage(price), **row)
        margins.add(percentage(price), **margin_row)
    return revenues, margins


def scenario(at, group, price, hashrate):
    """At a price and a network hashrate; one that is not given keeps its average."""
    table = Table("figure")
    end = SectorEnd(at.book, group, at.on)
    base = plain(end.network.average_price), plain(end.network.hashrate)
    there = tuple(each if given is None else number(given)
                  for each, given in zip(base, (price, hashrate)))
    cost = end.value("power_cost_per_exahash")
    ends = []
    for average, network in (there, base):
        revenue = None
        if average and network:
            revenue = quotient(BLOCKS_A_DAY * subsidy_over(end.network.over) * average, network)
        profit = revenue - cost if revenue is not None and cost is not None else None
        margin = quotient(profit, revenue)
        ends.append({
            "btc_price_average": average, "network_hashrate": network,
            "block_reward_revenue": revenue, "power_cost_per_exahash": cost,
            "block_reward_gross_profit": profit, "gross_margin": margin and margin * 100})
    for code, value in ends[0].items():
        previous = ends[1][code]
        table.add(code, **cells_of_change(
            value, previous, value, previous, code == "gross_margin"))
    return table


def percentage(number):
    return f"{number:+} %" if number else "0 %"
