"""Answers each file with the observations of its rows, read as naively as can be.

A table in rows (`subject,metric,period,value,…`) is read where its header and cells are plain: in
the spelling that the documentation has first. Each row is a line of the answer: `12 ?` where the
row has anything else, which may mean something all the same; `12 -` where it cannot mean an
observation; else the line with what it is:

    12 RIOT btc_mined 2025-12-01/2025-12-31 146050000000

the value in base units. The answer `?` is for a file whose header is not plain.
"""

import calendar
import csv
import datetime
import re
import unicodedata
from fractions import Fraction

import files

COLUMNS = "subject metric period value unit published_on source status note".split()
COMPANIES = ["RIOT", "MARA", "CLSK", "IREN", "BITF", "CORZ", "NEWC"]
KINDS = {"BTC": "network", **{company: "company" for company in COMPANIES}}
STATUSES = ["", "reported", "preliminary", "restated", "aggregated", "estimated"]

# Whose the metric is, its units as powers of ten of the base unit, whether it is of one day.
METRICS = {
    "btc_mined": ("company", {"": 8, "BTC": 8, "sat": 0}, False),
    "deployed_hashrate": ("company", {"PH/s": 9, "EH/s": 12, "ZH/s": 15}, True),
    "btc_price": ("network", {"USD/BTC": 6}, True),
    "revenue": ("company", {"USD": 2, "USD m": 8, "USD bn": 11}, False),
}
NUMBER = re.compile(r"(\d{1,12}|[1-9]\d{0,2}(?:,\d{3}){1,3})((?:\.\d{1,20})?)", re.ASCII)


def day(text):
    """The day of ISO 8601 that the text is, or None."""
    try:
        return re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII) and datetime.date.fromisoformat(text)
    except ValueError:
        return None


def period(text):
    """The first and the last day of a day, a month or a quarter, or None."""
    if one := day(text):
        return one, one
    if month := re.fullmatch(r"(20\d\d)-(0[1-9]|1[0-2])", text, re.ASCII):
        year, last = map(int, month.groups())
        first = last
    elif quarter := re.fullmatch(r"(20\d\d)Q([1-4])", text, re.ASCII):
        year, last = int(quarter[1]), int(quarter[2]) * 3
        first = last - 2
    else:
        return None
    end = calendar.monthrange(year, last)[1]
    return datetime.date(year, first, 1), datetime.date(year, last, end)


def amount(text, exponent):
    """The value in base units, halves rounded to even, or None."""
    negative = re.fullmatch(r"-(.*)|\((.*)\)", text)
    number = NUMBER.fullmatch((negative[1] or negative[2] or "") if negative else text)
    if not number:
        return None
    value = round(Fraction(number[1].replace(",", "") + number[2]) * 10**exponent)
    return None if value >= 2**63 else -value if negative else value


def is_text(cell):
    """Whether the cell is UTF-8 without control characters other than line breaks and tabs."""
    cell = re.sub(r"[\t\n\r\v\f\x85]", " ", cell)
    return not any(unicodedata.category(character) in ("Cc", "Cs") for character in cell)


def observation(row):
    """What the row is, by the name of the column: `?`, `-`, or the words of an observation."""
    if row["value"] == "" or not is_text(row.get("source", "") + row.get("note", "")):
        return "-"
    subject, days = row["subject"], period(row["period"])
    kind, units, is_instant = METRICS.get(row["metric"], (None, {}, False))
    exponent = units.get(row.get("unit", ""))
    published_on = row.get("published_on", "")
    if (
        subject not in KINDS
        or kind is None
        or days is None
        or exponent is None
        or row.get("status", "") not in STATUSES
        or (published_on != "" and not day(published_on))
        or (value := amount(row["value"], exponent)) is None
    ):
        return "?"
    if kind != KINDS[subject] or value < 0 and row["metric"] != "revenue":
        return "-"
    if days[1] < datetime.date(2009, 1, 3):
        return "-"
    if published_on != "" and day(published_on) < datetime.date(1970, 1, 2):
        return "-"
    first, last = (days[1], days[1]) if is_instant else days
    return f"{subject} {row['metric']} {first}/{last} {value}"


def stripped(record):
    return [cell.strip(" \t\u00a0") for cell in record]


def answer(data, delimiter):
    encoding = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(data[:2])
    if encoding:
        try:
            data = data.decode(encoding).encode()
        except UnicodeError:
            return "?"
    names = None
    lines = []
    try:
        for line, record in files.records(data, delimiter):
            cells = stripped(record)
            if not any(cells):
                continue
            if names is None:
                names = [cell.lower() for cell in cells]
                plain = set(names) <= set(COLUMNS) and set(names) >= set(COLUMNS[:4])
                if not plain or len(set(names)) < len(names):
                    return "?"
            elif len(cells) < len(names) or any(cells[len(names) :]):
                lines.append(f"{line} -")
            else:
                lines.append(f"{line} {observation(dict(zip(names, cells)))}")
    except csv.Error:
        pass
    return "\n".join(lines)


files.answer(answer)
