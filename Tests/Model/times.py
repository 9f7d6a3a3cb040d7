"""The periods that a report is asked about, as options for the program and for the model."""

import copy
from datetime import timedelta

import defaults
from periods import Period, add_months, month, period, quarter


class Times:
    """What is reported on, what it is compared with, and what was known."""

    def __init__(self, book, chance):
        last = max(each.period.last for each in book.observations)
        end = add_months(last, -chance.randint(0, 6))
        self.on = some_period(end, chance)
        self.since = self.on.before
        self.options = ["--on", self.on.name]
        if chance.random() < 0.1:
            quarter_end = quarter(end.year, (end.month + 2) // 3)
            self.on = Period(add_months(quarter_end.last, -11), quarter_end.last)
            self.since = self.on.before
            self.options = ["--on", f"{quarter_end.name} TTM"]
        if chance.random() < 0.3:
            self.since = self.earlier(end, chance)
            self.options += ["--since", self.since.name]
        self.added_since = self.since
        if chance.random() < 0.2:
            self.added_since = self.earlier(end, chance)
            self.options += ["--added-since", self.added_since.name]
        self.known_on = self.flow_period = None
        if chance.random() < 0.3:
            self.known_on = self.on.last.replace(day=1) + timedelta(days=30) * chance.randint(-1, 4)
            self.options += ["--known-on", str(self.known_on)]
        self.max_age = None
        if chance.random() < 0.1:
            self.max_age = chance.choice([0, 20, 60, 1000])
            self.options += ["--max-age", str(self.max_age)]
        self.book = book.seen_with(self.known_on, self.max_age)

    def of(self, book):
        """The same times of another book."""
        other = copy.copy(self)
        other.book = book.seen_with(self.known_on, self.max_age)
        return other

    def earlier(self, end, chance):
        """A base that ends before the reported period does."""
        found = some_period(add_months(end, -chance.randint(1, 8)), chance)
        return found if found.last < self.on.last else self.on.before


def some_period(day, chance):
    return chance.choice([
        month(day.year, day.month), month(day.year, day.month),
        quarter(day.year, (day.month + 2) // 3), quarter(day.year, (day.month + 2) // 3),
        period(f"{day.year}"), period(str(day.replace(day=chance.randint(1, 28))))])


class DefaultTimes:
    """What a report is about without --on. `flows` is the metric that decides over which period
    flows are: of report production everything is of that period, of others only the companies'
    flows are."""

    def __init__(self, book, flows, on_latest_day):
        self.book, self.flows, self.on_latest_day = book, flows, on_latest_day
        self.flow_period = defaults.period_of_flows(book, flows)
        self.on = self.flow_period
        if on_latest_day:
            day = defaults.latest_day(book)
            self.on = day and Period(day, day, is_day=True)
        self.since = self.added_since = self.on.before if self.on else None

    def of(self, book):
        return DefaultTimes(book, self.flows, self.on_latest_day)
