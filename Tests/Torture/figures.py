"""Logs figures at the limits of each unit: each is kept as it was printed, or refused without a trace;
and no command fails on a book that is full of them."""

import csv
import io
import random
from decimal import Decimal, getcontext

from book import EXPECTED, HEADER, Fault
from sample import TODAY, SampleDesk

GREATEST = 2**63 - 1
getcontext().prec = 100


def run(program, share, seed=1):
    """Tries a `share` of the figures; returns how many were kept, and how many refused."""
    chance = random.Random(seed)
    desk = SampleDesk(program)
    desk.prepare()
    with open(desk.path("sound.db"), "rb") as file:
        sound = file.read()
    units = listed(desk, "units")
    kept, refused = [], 0
    for metric in listed(desk, "metrics"):
        for unit in units:
            if unit["dimension"] != metric["dimension"]:
                continue
            # The greatest figure is always tried, so that every metric gets some.
            for value in numbers(int(unit["exponent"])):
                if chance.random() < share or value == numbers(int(unit["exponent"]))[0]:
                    if log(desk, metric, value, unit, sound):
                        kept.append((metric, value, unit["unit"]))
                    else:
                        refused += 1
    fill(desk, kept)
    read_all(desk)
    desk.remove()
    return len(kept), refused


def listed(desk, name):
    text = desk.run("list", name, "--format", "csv").stdout.decode()
    return list(csv.DictReader(io.StringIO(text)))


def numbers(exponent):
    """Figures near the limits of a unit that is 10 to the power of `exponent` base units."""
    base = [GREATEST, GREATEST + 1, -GREATEST, -GREATEST - 1, GREATEST // 2, 10 * GREATEST, 1, 0, -1]
    scaled = [f"{Decimal(number).scaleb(-exponent):f}" for number in base]
    return scaled + ["0." + "0" * exponent + "1", str(GREATEST), str(GREATEST + 1), "1" + "0" * 18,
                     "9" * 19, "9" * 60, "0." + "3" * 18, "-0", "1e3", "1E+30", "0.0"]


def place(metric):
    """Whose figure it is, and when."""
    subject = "BTC" if metric["subject"] == "network" else "RIOT"
    return subject, "2026-01-31" if metric["kind"] == "instant" else "2026-01"


def log(desk, metric, value, unit, sound):
    """Whether the figure was kept; a fault unless it is kept as it is, or refused with a message."""
    subject, period = place(metric)
    where = f"{metric['code']} of {value} {unit['unit']}"
    desk.reset()
    result = desk.run("log", subject, f"{metric['code']}={value} {unit['unit']}", "--on", period, "--source",
                      "extreme", *TODAY)
    said = result.stderr.decode(errors="replace")
    with open(desk.path("minerbook.db"), "rb") as file:
        is_same = file.read() == sound
    if result.returncode == 65:
        if "\nError: " not in "\n" + said or not is_same:
            raise Fault(f"{where}: is refused without a message, or not wholly: {said[:300]}")
        return False
    if result.returncode != 0:
        raise Fault(f"{where}: ends with {result.returncode}: {said[:300]}")
    rows = csv.DictReader(io.StringIO(desk.run("export").stdout.decode()))
    found = [row for row in rows if row["source"] == "extreme"]
    if len(found) != 1 or found[0]["unit"] != unit["unit"]:
        raise Fault(f"{where}: is kept as {[(row['value'], row['unit']) for row in found]}")
    given, stored = (amount(text, unit) for text in (value, found[0]["value"]))
    if stored != given.quantize(Decimal(1)):
        raise Fault(f"{where}: is kept as {found[0]['value']}")
    if stored != given and "1 rounded to the base unit" not in said:
        raise Fault(f"{where}: is kept as {found[0]['value']} without a word")
    return True


def amount(value, unit):
    """A value in base units. docs/csv-formats.md says that finer digits are rounded, half to even."""
    return Decimal(value).scaleb(int(unit["exponent"]))


def fill(desk, kept):
    """Gives every company of the group figures of the greatest amount that was kept of each metric."""
    greatest = {}
    for metric, value, unit in kept:
        greatest.setdefault(metric["code"], (metric, value, unit))
    companies = [row["ticker"] for row in listed(desk, "companies")]
    rows = []
    for metric, value, unit in greatest.values():
        subject, period = place(metric)
        for number, name in enumerate(companies if subject != "BTC" else ["BTC"]):
            for moment in (period, period.replace("2026-01", "2025-12"), period.replace("2026", "2025")):
                sign = "-" if number % 2 and "±" in metric["plausible"] else ""
                rows.append(f"{name},{metric['code']},{moment},{sign}{value.lstrip('-')},{unit},,extreme\n")
    desk.reset()
    desk.write("extreme.csv", HEADER + "".join(rows))
    result = desk.run("import", "extreme.csv", *TODAY)
    if result.returncode != 0:
        raise Fault(f"figures that log keeps are refused by import: {result.stderr.decode()[-300:]}")


def read_all(desk):
    for words in desk.readings():
        result = desk.run(*words, *TODAY)
        said = result.stderr.decode(errors="replace")
        if result.returncode not in EXPECTED - {65, 74}:
            raise Fault(f"{' '.join(words)} on a book of extreme figures ends with {result.returncode}: "
                        + said[-300:])
    exported = desk.run("export", "--output", "exported")
    copied = desk.run("import", *[f"exported/{kind}.csv" for kind in
                                  ("companies", "aliases", "groups", "observations", "claims")],
                      "--database", "copied.db", *TODAY)
    if exported.returncode != 0 or copied.returncode != 0:
        raise Fault(f"extreme figures cannot be exported and imported: {copied.stderr.decode()[-300:]}")
    if desk.run("export").stdout != desk.run("export", "--database", "copied.db").stdout:
        raise Fault("extreme figures are others after export and import")
