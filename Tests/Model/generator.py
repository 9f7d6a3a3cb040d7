"""Random small books, the same for the same seed.

They are made to be awkward: members join and leave, figures are missing, printed twice, restated,
estimated or without a date, and flows come as months, quarters, halves, years, fiscal years and
years to date at once.
"""

import random
from datetime import date, timedelta

from network import NETWORK
from periods import ONE_DAY, Period, add_months, last_of_month
from value_ranges import AVERAGES, DAILY, FLOWS, INSTANTS, SCALE

GROUP = "grp"
SOURCES = ["update", "https://news.example/a", "https://news.example/b", "https://data.example/x",
           "Press: morning note", "Press: evening note", "filing"]


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.start = self.random.choice([date(2024, 1, 1), date(2024, 7, 1), date(2024, 10, 1)])
        self.month_count = self.random.randint(12, 18)
        self.last_day = add_months(self.start, self.month_count) - ONE_DAY
        self.rows, self.keys = [], set()

    def book(self):
        """Rows of companies, memberships, observations and share facts."""
        self.make_companies()
        self.make_memberships()
        self.make_network()
        for company in self.companies:
            self.make_company(company)
        if self.memberships:
            self.make_group()
        return self.companies, self.memberships, self.rows, self.make_share_facts()

    # Companies and members

    def make_companies(self):
        count = self.random.randint(2, 6)
        tickers = [f"{letter}{letter}" for letter in "ABCDEF"[:count]]
        self.companies = [
            {"ticker": each, "name": f"Company {each}", "parent": "",
             "fiscal_year_end": self.random.choice([12, 12, 12, 6, 9])}
            for each in tickers]
        self.fiscal_year_ends = {
            each["ticker"]: each["fiscal_year_end"] for each in self.companies}
        self.writes_fiscal_names = self.random.random() < 0.5
        if count > 2 and self.random.random() < 0.3:
            parent, child = self.random.sample(self.companies, 2)
            child["parent"] = parent["ticker"]

    def make_memberships(self):
        self.memberships = []
        if self.random.random() < 0.1:
            return
        for company in self.companies:
            joined, left = date(2020, 1, 1), ""
            if self.random.random() < 0.25:
                joined = self.some_day()
            if self.random.random() < 0.15:
                left = self.some_day()
                if left < joined:
                    joined = date(2020, 1, 1)
            self.membership(company, joined, left)
            if left and self.random.random() < 0.3:
                self.membership(company, left + ONE_DAY * self.random.randint(2, 90), "")

    def membership(self, company, joined, left):
        self.memberships.append({
            "group": GROUP, "ticker": company["ticker"],
            "joined_on": str(joined), "left_on": str(left)})

    def some_day(self):
        days = (self.last_day - self.start).days
        day = self.start + ONE_DAY * self.random.randint(0, days)
        return self.random.choice([day, last_of_month(day.year, day.month), day.replace(day=1)])

    # Figures

    def number(self, low, high, units):
        """Printed digits and their unit."""
        unit, decimals = self.random.choice(units)
        scale = SCALE.get(unit, 1)
        value = self.random.uniform(low, high) / scale
        if value >= 1000 and self.random.random() < 0.2:
            value = round(value, -2)
        return f"{value:.{decimals}f}", unit

    def observe(self, subject, metric, period, text, unit, status=None, spread=0.01):
        """One figure, and at times later or other publications of it."""
        end = period.last if isinstance(period, Period) else period
        written = self.written(subject, period)
        status = status or self.random.choice(
            ["reported"] * 6 + ["aggregated", "aggregated", "estimated", "preliminary"])
        published = end + ONE_DAY * self.random.randint(0, 50)
        self.record(subject, metric, written, text, unit, published, status)
        while self.random.random() < 0.15:
            published += ONE_DAY * self.random.choice([0, 0, 10, 40, 200])
            status = self.random.choice(
                ["reported", "restated", "restated", "aggregated", "estimated"])
            other = text
            if self.random.random() < 0.7:
                other = self.nearby(text, spread)
            self.record(subject, metric, written, other, unit, published, status)

    def written(self, subject, period):
        """A fiscal quarter or year at times by its fiscal name."""
        if not isinstance(period, Period):
            return str(period)
        year_end = self.fiscal_year_ends.get(subject, 12)
        name = period.fiscal_name(year_end) if year_end != 12 else None
        return name if name and self.writes_fiscal_names else period.name

    def nearby(self, text, spread):
        decimals = len(text.split(".")[1]) if "." in text else 0
        value = float(text)
        if self.random.random() < 0.5:
            value += self.random.choice([-1, 1]) * 10.0 ** -decimals
        else:
            value *= 1 + self.random.uniform(-spread, spread) * self.random.choice([1, 1, 10])
        if value < 0 and not text.startswith("-"):
            value = 0.0
        return f"{value:.{decimals}f}"

    def record(self, subject, metric, period, value, unit, published, status):
        unknown = self.random.random() < 0.3
        source = self.random.choice(SOURCES)
        key = subject, metric, period, unknown or published, source
        if key in self.keys:
            return
        self.keys.add(key)
        self.rows.append({
            "subject": subject, "metric": metric, "period": period, "value": value, "unit": unit,
            "published_on": "" if unknown else str(published), "source": source, "status": status})

    def months(self):
        return [add_months(self.start, each) for each in range(self.month_count)]

    def make_company(self, company):
        ticker = company["ticker"]
        for metric, (low, high, units) in INSTANTS.items():
            if self.random.random() < 0.3:
                continue
            how_often = self.random.choice([1.0, 0.8, 0.4, 0.2])
            level = self.random.uniform(low, high)
            for first in self.months():
                if self.random.random() < how_often:
                    day = last_of_month(first.year, first.month)
                    if self.random.random() < 0.1:
                        day = day - ONE_DAY * self.random.randint(1, 20)
                    level = min(max(level * self.random.uniform(0.92, 1.12), low), high)
                    value, unit = self.number(level, level, units)
                    self.observe(ticker, metric, day, value, unit)
        for metric, (low, high, units) in {**FLOWS, **AVERAGES}.items():
            if self.random.random() < 0.3:
                continue
            for each in self.some_periods(company["fiscal_year_end"]):
                months = max(round(each.days / 30), 1) if metric in FLOWS else 1
                value, unit = self.number(low * months, high * months, units)
                if self.random.random() < 0.03:
                    value = "0"
                self.observe(ticker, metric, each, value, unit)

    def some_periods(self, fiscal_year_end):
        """Months, quarters, halves, years and years to date, each by chance."""
        found = set()
        likely = self.random.choice(
            [(0.9, 0.1, 0.1), (0.0, 0.9, 0.6), (0.5, 0.5, 0.3), (0.2, 0.8, 0.9)])
        for first in self.months():
            if self.random.random() < likely[0]:
                found.add(self.span(first, 1))
            since_year_end = (first.month - fiscal_year_end - 1) % 12
            if since_year_end % 3 == 0 and self.random.random() < likely[1]:
                found.add(self.span(first, 3))
            if since_year_end == 0:
                for months in (6, 9, 12):
                    if self.random.random() < likely[2]:
                        found.add(self.span(first, months))
        found = [each for each in found if each.last <= self.last_day]
        if found and self.random.random() < 0.1:
            day = self.some_day()
            found.append(Period(day, day + ONE_DAY * self.random.randint(1, 40)))
        found = [each for each in found if each.last <= self.last_day]
        return sorted(set(found), key=lambda each: (each.first, each.last))

    def span(self, first, months):
        return Period(first, add_months(first, months) - ONE_DAY)

    # The network

    def make_network(self):
        daily_from = self.last_day - timedelta(days=self.random.choice([0, 40, 100, 190]))
        gaps = self.random.choice([0, 0.02, 0.25])
        level = {"network_hashrate": 900.0, "btc_price": 90_000.0, "fee_reward": 4.0}
        day = daily_from
        while day <= self.last_day:
            for metric, unit, decimals in DAILY:
                level[metric] *= self.random.uniform(0.97, 1.03)
                if self.random.random() >= gaps:
                    self.network(metric, Period(day, day), f"{level[metric]:.{decimals}f}", unit)
            if self.random.random() >= gaps:
                blocks = str(self.random.randint(120, 170))
                self.network("blocks", Period(day, day), blocks, "blocks")
            day += ONE_DAY
        often = {each: self.random.choice([0, 0.5, 0.95]) for each in
                 ("network_hashrate", "btc_price", "btc_price_average", "difficulty", "fee_reward",
                  "blocks")}
        for first in self.months():
            month = self.span(first, 1)
            values = {
                "network_hashrate": (month, f"{self.random.uniform(700, 1100):.1f}", "EH/s"),
                "btc_price": (month.last, f"{self.random.uniform(60000, 120000):.0f}", "USD/BTC"),
                "btc_price_average": (
                    month, f"{self.random.uniform(60000, 120000):.0f}", "USD/BTC"),
                "difficulty": (month.last, f"{self.random.uniform(80, 150):.2f}", "T"),
                "fee_reward": (month, f"{self.random.uniform(2, 40):.1f}", "BTC/day"),
                "blocks": (month, str(self.random.randint(4100, 4700)), "blocks"),
            }
            for metric, (period, value, unit) in values.items():
                if self.random.random() < often[metric]:
                    self.network(metric, period, value, unit)

    def network(self, metric, period, value, unit):
        if self.random.random() < 0.97:
            written = period.name if isinstance(period, Period) else str(period)
            end = period.last if isinstance(period, Period) else period
            self.record(NETWORK, metric, written, value, unit,
                        end + ONE_DAY * self.random.randint(0, 5), "aggregated")
        else:
            self.observe(NETWORK, metric, period, value, unit, spread=0.02)

    def make_group(self):
        for metric, (low, high, units) in (("fleet_efficiency", INSTANTS["fleet_efficiency"]),
                                           ("power_price", AVERAGES["power_price"])):
            if self.random.random() < 0.5:
                continue
            for first in self.months():
                if self.random.random() < 0.4:
                    value, unit = self.number(low, high, units)
                    month = self.span(first, 1)
                    self.observe(GROUP, metric,
                                 month if metric == "power_price" else month.last, value, unit)

    def make_share_facts(self):
        """ADS ratios, and splits within the time of the book. The figures do not follow them: the
        reports convert whatever they find."""
        facts = []
        for company in self.companies:
            days = set()
            if self.random.random() < 0.2:
                facts.append(self.share_fact(company, "", self.random.choice(["15", "0.5", "2"])))
            if self.random.random() < 0.1:
                day = self.some_day()
                days.add(day)
                facts.append(self.share_fact(company, day, self.random.choice(["3", "10"])))
            while self.random.random() < 0.25:
                day = self.some_day()
                if day not in days:
                    days.add(day)
                    split = self.random.choice(["25:1", "1:20", "2:1", "3:2"])
                    facts.append(self.share_fact(company, day, split=split))
        return facts

    def share_fact(self, company, day, ads_ratio="", split=""):
        return {"ticker": company["ticker"], "from": str(day), "ads_ratio": ads_ratio,
                "split": split, "source": "filing"}
