"""Days, and periods from a first to a last day, written as in docs/csv-formats.md."""

import calendar
import re
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


def last_of_month(year, month):
    return date(year, month, calendar.monthrange(year, month)[1])


def month_end_before(day):
    """The last day of the month before that of a day."""
    return day.replace(day=1) - ONE_DAY


def add_months(day, count):
    """The first day of the month that is so many months away from the month of a day."""
    months = day.year * 12 + day.month - 1 + count
    return date(months // 12, months % 12 + 1, 1)


class Period:
    """From the first to the last day, both included. `is_day` if it was written as a date."""

    def __init__(self, first, last, is_day=False):
        self.first, self.last, self.is_day = first, last, is_day

    def __eq__(self, other):
        return (self.first, self.last) == (other.first, other.last)

    def __hash__(self):
        return hash((self.first, self.last))

    def __repr__(self):
        return self.name

    @property
    def days(self):
        return (self.last - self.first).days + 1

    @property
    def months(self):
        """The number of months if it consists of whole months, else None."""
        whole = self.first.day == 1 and self.last == last_of_month(self.last.year, self.last.month)
        if not whole:
            return None
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1

    @property
    def name(self):
        first, months = self.first, self.months
        if self.first == self.last:
            return str(first)
        if months == 1:
            return f"{first.year}-{first.month:02}"
        if months == 3 and first.month % 3 == 1:
            return f"{first.year}Q{first.month // 3 + 1}"
        if months == 12 and first.month == 1:
            return f"{first.year}"
        return f"{first}/{self.last}"

    def fiscal_name(self, year_end):
        """Such as FY26Q1, of a company whose year ends in a month; None if it has no such name."""
        if self.months not in (3, 12):
            return None
        since = (self.first.month - year_end - 1) % 12
        year = self.last.year + (self.last.month > year_end)
        if self.months == 12:
            return f"FY{year % 100:02}" if since == 0 else None
        return f"FY{year % 100:02}Q{since // 3 + 1}" if since % 3 == 0 else None

    @property
    def is_calendar(self):
        """Whether it is a month, quarter, half or year of the calendar."""
        return self.months in (1, 3, 6, 12) and (self.first.month - 1) % self.months == 0

    @property
    def every_day(self):
        return [self.first + ONE_DAY * each for each in range(self.days)]

    @property
    def to_date(self):
        """What flows and averages are measured over: of a date, the month up to it."""
        return Period(self.last.replace(day=1), self.last) if self.is_day else self

    @property
    def before(self):
        """What a change is measured from if nothing else is said."""
        if self.is_day:
            day = month_end_before(self.last)
            return Period(day, day, is_day=True)
        if self.months:
            return Period(add_months(self.first, -self.months), self.first - ONE_DAY)
        return Period(self.first - ONE_DAY * self.days, self.first - ONE_DAY)

    @property
    def after(self):
        """The next period of the same length."""
        if self.months:
            first = self.last + ONE_DAY
            return Period(first, add_months(first, self.months) - ONE_DAY)
        return Period(self.last + ONE_DAY, self.last + ONE_DAY * self.days)

    @property
    def year_before(self):
        def back(day):
            last = last_of_month(day.year - 1, day.month).day
            return day.replace(year=day.year - 1, day=min(day.day, last))

        if self.months:
            return Period(add_months(self.first, -12), add_months(self.last, -11) - ONE_DAY)
        return Period(back(self.first), back(self.last), self.is_day)

    def holds(self, other):
        return self.first <= other.first and other.last <= self.last


def month(year, number):
    return Period(date(year, number, 1), last_of_month(year, number))


def quarter(year, number):
    return Period(date(year, number * 3 - 2, 1), last_of_month(year, number * 3))


def period(text, fiscal_year_end=12):
    """The period that a text names."""
    if found := re.fullmatch(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)", text):
        return Period(date.fromisoformat(found[1]), date.fromisoformat(found[2]))
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        day = date.fromisoformat(text)
        return Period(day, day, is_day=True)
    if found := re.fullmatch(r"(\d{4})-(\d\d)", text):
        return month(int(found[1]), int(found[2]))
    if found := re.fullmatch(r"(\d{4})Q(\d)", text):
        return quarter(int(found[1]), int(found[2]))
    if re.fullmatch(r"\d{4}", text):
        return Period(date(int(text), 1, 1), date(int(text), 12, 31))
    if found := re.fullmatch(r"TTM (\d{4}-\d\d-\d\d)", text):
        last = date.fromisoformat(found[1])
        return Period(add_months(last, -11), last)
    if found := re.fullmatch(r"(\d{4}Q\d|\d{4}-\d\d) TTM", text):
        return period(f"TTM {period(found[1]).last}")
    if found := re.fullmatch(r"FY(\d\d)(?:Q(\d))?", text):
        first = add_months(date(2000 + int(found[1]), fiscal_year_end, 1), -11)
        months = 3 if found[2] else 12
        first = add_months(first, 3 * (int(found[2]) - 1)) if found[2] else first
        return Period(first, add_months(first, months) - ONE_DAY)
    raise ValueError(f"no period: {text}")
