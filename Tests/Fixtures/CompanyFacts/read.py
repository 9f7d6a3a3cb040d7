"""Reads a file of company facts as naively as can be, and prints what minerbook must have read.

    python3 read.py CIK0001507605.json metric=taxonomy:Tag metric=taxonomy:Tag+taxonomy:Tag ...

Each line is a figure: metric, first day, last day, value, day of filing, filing, status. The lines
are sorted. A metric has one rule here, so that the choice among rules is not repeated.
"""

import calendar
import json
import sys
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction

REPORTS = {"10-K", "10-Q", "10-KT", "10-QT", "20-F", "40-F", "6-K"}
INSTANTS = {
    "cash", "total_debt", "shares_outstanding", "crypto_fair_value", "restricted_cash", "hpc_backlog"}


def base(form):
    return form.removesuffix("/A")


def months(first, last):
    """The period in whole quarters if both ends are within six days of a month's, else as it is."""
    starts = [date(first.year, first.month, 1)]
    starts.append((starts[0] + timedelta(days=31)).replace(day=1))
    ends = [last.replace(day=calendar.monthrange(last.year, last.month)[1])]
    ends.append(last.replace(day=1) - timedelta(days=1))
    start = min(starts, key=lambda day: abs((day - first).days))
    end = min(ends, key=lambda day: abs((day - last).days))
    near = abs((start - first).days) <= 6 and abs((end - last).days) <= 6
    count = (end.year - start.year) * 12 + end.month - start.month + 1
    return (start, end) if near and count > 0 and count % 3 == 0 else (first, last)


def figures(metric, tags, facts):
    unit = "shares" if metric == "shares_outstanding" else "USD"
    filings = defaultdict(lambda: defaultdict(set))
    forms = {}
    for tag in tags:
        taxonomy, name = tag.split(":")
        for fact in facts.get(taxonomy, {}).get(name, {}).get("units", {}).get(unit, []):
            if ("start" in fact) == (metric in INSTANTS):
                continue
            last = date.fromisoformat(fact["end"])
            first = date.fromisoformat(fact.get("start", fact["end"]))
            if "start" in fact:
                first, last = months(first, last)
            filings[first, last, fact["accn"]][tag].add(Fraction(fact["val"]))
            forms[fact["accn"]] = (fact["filed"], fact["form"])
    periods = defaultdict(list)
    for (first, last, accn), amounts in filings.items():
        if set(amounts) != set(tags):
            continue
        total = sum(sum(values) for values in amounts.values())
        filed, form = forms[accn]
        periods[first, last].append((filed, accn, form, total))
    for (first, last), found in periods.items():
        reported = [entry for entry in found if base(entry[2]) in REPORTS]
        kept = None
        for filed, accn, form, total in sorted(reported or found):
            if total == kept:
                continue
            status = "reported" if kept is None or not form.endswith("/A") else "restated"
            if base(form) not in REPORTS:
                status = "aggregated"
            kept = total
            yield f"{metric} {first} {last} {total} {filed} {accn} {status}"


def main():
    with open(sys.argv[1]) as file:
        facts = json.load(file)["facts"]
    lines = []
    for rule in sys.argv[2:]:
        metric, tags = rule.split("=")
        lines += figures(metric, tags.split("+"), facts)
    print("\n".join(sorted(lines)))


if __name__ == "__main__":
    main()
