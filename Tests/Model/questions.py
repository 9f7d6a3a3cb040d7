"""Which reports a book is asked for."""

import random
from datetime import timedelta

import attribution
import by_company
import coverage
import outlook
import series
import vintages
from changes import additions, headline, members
from claims import headline_claims, headline_records, verified
from generator import GROUP
from network import NETWORK
from periods import add_months
from times import DefaultTimes, Times, some_period
from value_ranges import FLOWS, INSTANTS


class Question:
    """A command, and functions that give the tables that it should print, of a book and times."""

    def __init__(self, report, arguments, at, tables):
        self.report, self.arguments, self.at, self.tables = report, arguments, at, tables

    def expected(self, book=None):
        at = self.at.of(book) if book else self.at
        return {name: table(at) for name, table in self.tables.items()}


def questions(book, seed):
    chance = random.Random(seed + 1_000_000)
    if book.claims:
        yield Question("verify", ["verify"], DefaultTimes(book, "btc_mined", True),
                       {"claims": lambda at: verified(at.book)})
    for report, flows in (("production", "btc_mined"), ("economics", "cost_of_revenue"),
                          ("diversification", "hpc_revenue"), ("sector", None)):
        at = DefaultTimes(book, flows, report != "production")
        if at.on:
            yield Question(report, ["report", report], at, REPORTS[report])
    for _ in range(3):
        at = Times(book, chance)
        for report, tables in REPORTS.items():
            yield Question(report, ["report", report, *at.options], at, tables)
        yield company(at, chance)
        yield what_if(at, chance)
        yield from of_vintages(at, chance)
        yield from of_series(at, chance)


def company(at, chance):
    ticker = chance.choice(sorted(at.book.companies))
    return Question("company", ["report", "company", ticker, *at.options], at,
                    {"quarters": lambda at: series.company(at, GROUP, ticker)})


def what_if(at, chance):
    """The outlook at another price, or with another network."""
    price = chance.choice([None, 70_000])
    network = chance.choice([900, 1234]) if price is None else chance.choice([None, 900])
    options = []
    for name, value in (("--price", price), ("--network", network)):
        options += [name, str(value)] if value else []
    return Question("outlook", ["report", "outlook", *at.options, *options], at,
                    {"scenario": lambda at: outlook.scenario(at, GROUP, price, network)})


def of_vintages(at, chance):
    """Restatements and conflicts, at times of one company, or from a day on."""
    subjects, words, options = {*at.book.companies, NETWORK, GROUP}, [], list(at.options)
    since = None
    if chance.random() < 0.4:
        subjects = {chance.choice(sorted(at.book.companies))}
        words = list(subjects)
    if chance.random() < 0.4:
        since = at.on.last - timedelta(days=chance.randint(1, 300))
        options += ["--from", str(since)]

    def asked(table):
        return lambda at: table(at, subjects, since, at.on.last)

    for report, tables in (
            ("restatements", {"restatements": asked(vintages.restatements),
                              "companies": asked(vintages.who_restates)}),
            ("conflicts", {"conflicts": asked(vintages.conflicts)})):
        yield Question(report, ["report", report, *words, *options], at, tables)


def of_series(at, chance):
    """Matrix and trend, from a first to a last period."""
    last = some_period(at.on.last, chance)
    while last.is_day or last.last > at.on.last:
        last = some_period(add_months(at.on.last, -1), chance)
    first = last
    for _ in range(chance.randint(1, 8)):
        first = first.before
    columns = series.periods_from(first, last)
    options = [*at.options, "--from", first.name, "--to", last.name]
    catalogue = at.book.catalogue
    metric = chance.choice([*catalogue.metrics, *FLOWS, *INSTANTS, *["market_cap"] * 4,
                            "power_cost_per_btc"])
    tables = {"companies": lambda at: series.matrix(at, metric, columns)}
    if metric in catalogue.of_companies and catalogue.dimensions[metric] in series.ADD_UP:
        tables["totals"] = lambda at: series.totals(at, metric, columns)
    yield Question("matrix", ["report", "matrix", "--metric", metric, *options], at, tables)
    if last.months in (1, 3):
        yield Question("trend", ["report", "trend", *options], at, {
            "computed": lambda at: series.trend(at, GROUP, columns),
            "changes": lambda at: series.changes(at, GROUP, columns),
            "claimed": lambda at: series.claimed(at, GROUP, columns)})


REPORTS = {
    "sector": {
        "headline": lambda at: headline_records(at.book, headline_claims(
            at.book, headline(at.book, GROUP, at.on, at.since, at.added_since), GROUP, at.on),
            GROUP, at.on),
        "additions": lambda at: additions(at.book, GROUP, at.on, at.added_since),
        "members": lambda at: members(at.book, GROUP, at.on),
    },
    "hashrate": {"companies": lambda at: by_company.hashrate(at, GROUP)},
    "production": {
        "companies": lambda at: by_company.production(at, GROUP),
        "group": lambda at: by_company.group_totals(at, ["btc_mined", "btc_sold", "btc_held"]),
    },
    "economics": {
        "network": lambda at: by_company.network(at, GROUP),
        "companies": lambda at: by_company.economics(at, GROUP),
    },
    "valuation": {"companies": lambda at: by_company.valuation(at, GROUP)},
    "diversification": {
        "companies": lambda at: by_company.diversification(at, GROUP),
        "group": lambda at: by_company.group_totals(
            at, ["hpc_contracted", "hpc_energized", "power_pipeline"]),
    },
    "attribution": {
        "attribution": lambda at: attribution.attribution(at, GROUP),
        "companies": lambda at: attribution.by_company(at, GROUP),
    },
    "outlook": {
        "outlook": lambda at: outlook.outlook(at, GROUP),
        "revenue": lambda at: outlook.grids(at, GROUP)[0],
        "margin": lambda at: outlook.grids(at, GROUP)[1],
    },
    "coverage": {
        "companies": coverage.summary,
        "coverage": coverage.last_known,
    },
}
