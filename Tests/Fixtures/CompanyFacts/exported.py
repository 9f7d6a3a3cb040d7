"""Turns the output of `minerbook export` into the lines of read.py, for the metrics that are named."""

import calendar
import csv
import sys
from fractions import Fraction


def days(period):
    if "/" in period:
        return period.split("/")
    if "Q" in period:
        year, quarter = (int(part) for part in period.split("Q"))
        last = calendar.monthrange(year, quarter * 3)[1]
        return f"{year}-{quarter * 3 - 2:02d}-01", f"{year}-{quarter * 3:02d}-{last}"
    if len(period) == 4:
        return f"{period}-01-01", f"{period}-12-31"
    if len(period) == 7:
        last = calendar.monthrange(int(period[:4]), int(period[5:]))[1]
        return f"{period}-01", f"{period}-{last}"
    return period, period


def main():
    lines = []
    for row in csv.DictReader(sys.stdin):
        if row["metric"] in sys.argv[1:]:
            first, last = days(row["period"])
            filing = row["source"].split(",")[0].split()[-1]
            lines.append(" ".join([
                row["metric"], first, last, str(Fraction(row["value"])), row["published_on"],
                filing, row["status"]]))
    print("\n".join(sorted(lines)))


if __name__ == "__main__":
    main()
