"""What a book holds: observations with their printed digits, and share facts."""

from datetime import date
from fractions import Fraction

from numbers_with_intervals import Printed, printed_value
from periods import Period, period

STATUS_RANK = {"reported": 2, "preliminary": 2, "restated": 2, "aggregated": 1, "estimated": 0}


class Metric:
    def __init__(self, code, kind, max_age, scale, can_be_negative, unit):
        self.code, self.kind, self.max_age = code, kind, max_age
        self.scale, self.can_be_negative, self.unit = scale, can_be_negative, unit


class Catalogue:
    """The metrics and units that the program lists (`list metrics`, `list units`)."""

    def __init__(self, metrics, units):
        self.exponents = {(row["unit"], row["dimension"]): row["exponent"] for row in units}
        self.dimensions = {row["code"]: row["dimension"] for row in metrics}
        self.of_companies = [row["code"] for row in metrics if "company" in row["subject"]]
        self.metrics = {}
        for row in metrics:
            company = "company" in row["subject"]
            money_flow = row["kind"] == "flow" and row["dimension"] == "money" and company
            negative = money_flow or row["code"] in ("power_price", "power_cost_per_btc")
            scale = self.exponents[row["unit"], row["dimension"]]
            self.metrics[row["code"]] = Metric(
                row["code"], row["kind"], row["max_age_days"], scale, negative, row["unit"])

    def factor(self, unit, metric):
        """How many of the metric's default units are in a unit."""
        exponent = self.exponents[unit, self.dimensions[metric]]
        return Fraction(10) ** (exponent - self.metrics[metric].scale)




class Observation:
    """A vintage: one publication of one figure."""

    def __init__(self, row, catalogue, fiscal_year_end):
        self.subject, self.metric = row["subject"], row["metric"]
        written = period(row["period"], fiscal_year_end)
        instant = catalogue.metrics[self.metric].kind == "instant"
        self.period = Period(written.last, written.last) if instant else written
        self.source, self.status = row["source"], row["status"] or "reported"
        self.published_on = (
            date.fromisoformat(row["published_on"]) if row["published_on"] else None)
        value, half_unit = printed_value(row["value"])
        factor = catalogue.factor(row["unit"], self.metric)
        self.number = Printed(value * factor, half_unit * factor)
        self.row = row

    @property
    def value(self):
        return self.number.value

    @property
    def public_on(self):
        """An unknown publication date counts as the end of the period."""
        return self.published_on or self.period.last

    @property
    def weight(self):
        """Of two vintages of one period the greater counts; a known date before an unknown one."""
        return (STATUS_RANK[self.status], self.public_on, self.source.encode(),
                self.published_on is not None)

    def __repr__(self):
        return f"{self.subject} {self.metric} {self.period} {self.row['value']} {self.row['unit']}"


class ShareFact:
    """From a day on: shares in an ADS, or a split on the day. The first day may be unknown."""

    def __init__(self, row):
        self.row, self.ticker = row, row["ticker"]
        self.since = date.fromisoformat(row["from"]) if row["from"] else date.min
        self.ads_ratio = Fraction(row["ads_ratio"]) if row["ads_ratio"] else None
        new, _, old = row["split"].partition(":")
        self.split = Fraction(int(new), int(old)) if row["split"] else None


class Known:
    """A figure of a subject: its number, the vintages it comes from, and how it was found."""

    def __init__(self, number, vintages, as_of, derived=False, method=None):
        self.number, self.vintages, self.as_of = number, vintages, as_of
        self.derived, self.method = derived, method

    @property
    def status(self):
        """That of the input that says least."""
        return min(self.vintages, key=lambda each: STATUS_RANK[each.status]).status

    def is_carried(self, day):
        """Whether it is of an earlier day; a market cap also if its share count is a year old."""
        return self.as_of < day or any(
            each.metric == "shares_outstanding" and (day - each.period.last).days > 366
            for each in self.vintages)

    @property
    def is_estimated(self):
        return any(each.status == "estimated" for each in self.vintages)
