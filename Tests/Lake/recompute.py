#!/usr/bin/env python3
"""Recomputes figures of the sector report from a lake, with other engines than minerbook.

    Tests/Lake/recompute.py PROGRAM [--engine duckdb|spark ...]

makes a book of the sample data and its lake (`export --lake`), and compares for each engine

- the hashrate, the share of the network and the additions of `report sector`, by SQL that is written
  from docs/formulas.md,
- every observation of the lake with `export`, row by row, and which vintage counts with SQLite's view,
- the snapshot of each import of a book with corrections, a retraction and an undo with what `export`
  printed after that import,
- a lake in folders that are named like columns,
- and that a missing file is an error.

README.md says what has to be installed. The exit code is 1 if anything differs.
"""

import argparse
import csv
import datetime
import io
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from decimal import Decimal

import engines
import figures

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
SAMPLE_DATA = PROJECT / "SampleData"
FILES = [
    "companies", "aliases", "groups", "company_figures", "company_filings", "hpc", "prices", "network",
    "network_daily", "group_figures", "snapshot-2026-01", "claims",
]
GROUP = "us-listed"
DAY, BASE = datetime.date(2026, 1, 15), datetime.date(2025, 11, 30)
ENGINES = {"duckdb": engines.DuckDB, "spark": engines.Spark}


class Desk:
    """A book in a temporary folder, and its lake."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.book, self.lake = folder / "minerbook.db", folder / "lake"
        folder.mkdir()

    def run(self, *arguments):
        done = subprocess.run(
            [self.program, "--database", self.book, *arguments], capture_output=True, text=True,
            cwd=self.folder)
        if done.returncode != 0:
            raise SystemExit(f"minerbook {' '.join(map(str, arguments))}: {done.stderr}")
        return done.stdout

    def write(self, name, text):
        (self.folder / name).write_text(text)
        return name

    def export(self):
        """The rows of `export`, sorted, with periods as they are in the lake."""
        rows = csv.DictReader(io.StringIO(self.run("export")))
        return sorted(
            (row["subject"], row["metric"], *days(row["period"]), f"{row['value']} {row['unit']}",
             row["published_on"], row["source"], row["status"], row["note"])
            for row in rows)


def days(period):
    """The first and the last day of a period as an export writes it."""
    if "/" in period:
        return tuple(period.split("/"))
    year = int(period[:4])
    if len(period) == 10:
        return period, period
    if "Q" in period:
        first, count = 3 * int(period[-1]) - 2, 3
    else:
        first, count = (int(period[5:]), 1) if len(period) == 7 else (1, 12)
    after = first + count
    last = datetime.date(year + (after > 12), (after - 1) % 12 + 1, 1) - datetime.timedelta(1)
    return f"{period[:4]}-{first:02}-01", str(last)


def lake_rows(engine, source):
    """The observations of a lake as `Desk.export` gives them. Like a CSV export it has a ' before a
    text that a spreadsheet would run."""
    rows = engine.rows(f"""
        SELECT subject, metric, period_start, period_end, printed, published_on, source, status, note
        FROM {source}
    """)
    return sorted(tuple(exported(cell) for cell in row) for row in rows)


def exported(cell):
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.lstrip("'")[:1] in tuple("=+-@") and text.lstrip("'") else text


class Comparison:
    """Counts what was compared, and prints what differs."""

    def __init__(self):
        self.failed = False

    def equal(self, what, found, expected):
        if found != expected:
            self.failed = True
            print(f"DIFFERS: {what}: {found}, expected {expected}")
        else:
            print(f"equal: {what}: {found}")

    def same_rows(self, what, found, expected):
        if found == expected:
            return print(f"equal: {what}: {len(found)} rows")
        self.failed = True
        print(f"DIFFERS: {what}: {len(found)} rows, expected {len(expected)}")
        for title, rows in (("only in the lake", set(found) - set(expected)),
                            ("not in the lake", set(expected) - set(found))):
            for row in sorted(rows)[:5]:
                print(f"    {title}: {row}")


def sample(program, folder):
    desk = Desk(program, folder)
    desk.run("import", *(SAMPLE_DATA / f"{name}.csv" for name in FILES))
    desk.run("export", "--lake", desk.lake)
    return desk


def compare_report(comparison, engine, desk):
    report = json.loads(
        desk.run(
            "report", "sector", "--on", str(DAY), "--added-since", str(BASE), "--group", GROUP,
            "--format", "json"),
        parse_float=Decimal)
    tables = {table["name"]: table["rows"] for table in report["tables"]}
    expected = {row["figure"]: row for row in tables["headline"]}

    def title(text):
        return f"{engine.name}, {text}"

    hashrates = figures.hashrates(engine, GROUP, DAY, BASE)
    comparison.equal(title("members"), len(hashrates), expected["companies"]["value"])
    total = sum(value for value, _ in hashrates.values() if value is not None)
    comparison.equal(title("hashrate in EH/s"), total.normalize(), expected["hashrate"]["value"])
    both = {ticker: value - previous for ticker, (value, previous) in hashrates.items()
            if value is not None and previous is not None}
    comparison.equal(
        title("hashrate added in EH/s"), sum(both.values()).normalize(),
        expected["hashrate"]["change"])

    network = figures.network_hashrate(engine, DAY.replace(day=1), DAY)
    share = 100 * total / Decimal(network)
    # The report divides with binary floating-point numbers.
    comparison.equal(
        title("share of the network in %"), round(share, 10),
        round(expected["network_share"]["value"], 10))

    def by_size(pair):
        return -pair[1], pair[0]

    added = sorted(both.items(), key=by_size)
    comparison.equal(
        title("additions in EH/s"), {ticker: f"{value.normalize():f}" for ticker, value in added},
        {row["ticker"]: f"{Decimal(row['added']).normalize():f}" for row in tables["additions"]})
    comparison.equal(
        title("largest additions"), [ticker for ticker, _ in added[:2]],
        [row["ticker"] for row in tables["additions"][:2]])
    # What the report is known to print of this data (docs/formulas.md, README.md).
    comparison.equal(
        title("hashrate, share and largest additions of the demo"),
        (int(total), int(round(share)), [ticker for ticker, _ in added[:2]]),
        (419, 41, ["BTDR", "RIOT"]))


def compare_rows(comparison, engine, desk):
    expected = desk.export()
    comparison.same_rows(
        f"{engine.name}, observations", lake_rows(engine, "observations"), expected)
    book = sqlite3.connect(desk.book)
    columns = ("subject, metric, period, period_start, period_end, unit, printed, status, "
               "published_on, source, note, import, file, line")

    def texts(rows):
        return sorted(tuple("" if cell is None else str(cell) for cell in row) for row in rows)

    for view in ("observations", "latest_observations"):
        comparison.same_rows(
            f"{engine.name}, columns of the view {view}",
            texts(engine.rows(f"SELECT {columns} FROM {view}")),
            texts(book.execute(f"SELECT {columns} FROM {view}")))
    for view, columns in (
        ("companies", "ticker, name, country, exchange, fiscal_year_end, parent, cik, note, import, "
                      "file, line"),
        ("claims", "publisher, subject, figure, on_, since, unit, printed, published_on, source, "
                   "note, import, file, line"),
    ):
        comparison.same_rows(
            f"{engine.name}, columns of the view {view}",
            texts(engine.rows(f"SELECT {columns} FROM {view}")),
            texts(book.execute(f"SELECT {columns} FROM {view}")))
    values = {row[:-1]: row[-1] for row in book.execute(
        "SELECT subject, metric, printed, value FROM observations")}
    wrong = [row for row in engine.rows("SELECT subject, metric, printed, value FROM observations")
             if float(row[-1]) != values[row[:-1]]]
    comparison.equal(f"{engine.name}, values that are not SQLite's", wrong, [])
    book.close()


HEADER = "subject,metric,period,value,unit,published_on,source,status,note\n"


def history(program, folder):
    """A book with every kind of change, its lake, and what `export` printed after each import that
    was not undone. Import 5 is undone and 7 is a retraction; 8 is one that is undone."""
    desk = Desk(program, folder)
    snapshots = {}

    def step(number, *arguments, keep=True):
        desk.run(*arguments)
        if keep:
            snapshots[number] = desk.export()

    def rows(name, *lines):
        return desk.write(name, HEADER + "".join(line + "\n" for line in lines))

    step(1, "import", desk.write("companies.csv", "ticker,name\nRIOT,Riot\nMARA,Mara\n"))
    step(2, "import", rows(
        "two.csv", "RIOT,btc_mined,2025-11,428,BTC,2025-12-03,https://a.example/1,,",
        "RIOT,btc_mined,2025-12,460,BTC,2026-01-05,https://a.example/2,,'=1+1",
        "MARA,deployed_hashrate,2025-12-31,60.4,EH/s,,https://b.example,,",
        "BTC,btc_price,2025-12-31,87000,USD/BTC,,https://c.example,aggregated,"))
    desk.run("export", "--lake", desk.lake)
    step(3, "import", rows(
        "three.csv", "RIOT,btc_mined,2025-12,461,BTC,2026-01-05,https://a.example/2,,corrected",
        "RIOT,btc_mined,2025-12,462,BTC,2026-02-05,https://a.example/3,restated,"))
    step(4, "import", rows(
        "four.csv", "MARA,deployed_hashrate,2025-12-31,60400,PH/s,,https://b.example,,",
        "MARA,deployed_hashrate,2024-12-31,53.2,EH/s,,https://b.example,,"))
    desk.run("export", "--lake", desk.lake)
    step(5, "import", rows(
        "five.csv", "RIOT,btc_mined,2025-11,999,BTC,2025-12-03,https://a.example/1,,wrong",
        "RIOT,btc_mined,2025-10,998,BTC,2025-11-03,https://a.example/1,,wrong"), keep=False)
    desk.run("export", "--lake", desk.lake)
    desk.run("undo", "5")
    step(6, "import", rows(
        "six.csv", "RIOT,btc_mined,2025-12,460,BTC,2026-01-05,https://a.example/2,,'=1+1"))
    step(7, "retract", "BTC", "btc_price", "--on", "2025-12-31")
    step(8, "retract", "MARA", "deployed_hashrate", "--on", "2024-12-31", keep=False)
    desk.run("undo", "8")
    step(9, "import", rows(
        "nine.csv", "BTC,btc_price,2025-12-31,87001,USD/BTC,,https://c.example,aggregated,"))
    desk.run("export", "--lake", desk.lake)
    return desk, snapshots


def compare_snapshots(comparison, engine, snapshots):
    listed = {row[0]: row[1] for row in engine.rows("SELECT import, observations FROM snapshots")}
    comparison.equal(
        f"{engine.name}, observations of each snapshot", listed,
        {number: len(rows) for number, rows in snapshots.items()})
    for number, expected in snapshots.items():
        condition = f"from_import <= {number} AND coalesce(until_import, {number} + 1) > {number}"
        comparison.same_rows(
            f"{engine.name}, snapshot of import {number}",
            lake_rows(engine, f"(SELECT * FROM observation_versions WHERE {condition}) AS snapshot"),
            expected)


def compare_empty(comparison, engine_of, desk):
    """The views of a book without rows have none."""
    engine = engine_of(desk.lake)
    counts = {view: engine.rows(f"SELECT count(*) FROM {view}")[0][0]
              for view in ("snapshots", "observations", "companies", "groups", "claims")}
    comparison.equal(f"{engine.name}, rows of an empty book", sum(counts.values()), 0)
    engine.close()


def compare_damage(comparison, engine_of, desk):
    """A file that is missing is an error, and never fewer rows."""
    damaged = desk.folder / "damaged"
    shutil.copytree(desk.lake, damaged)
    next(damaged.glob("observations/metric=btc_mined/*/*")).unlink()
    try:
        engine = engine_of(damaged)
        found = engine.rows("SELECT count(value) FROM observations")
    except Exception as error:
        found = "error" if "metric=btc_mined" in str(error) or "file is missing" in str(error) else error
    comparison.equal(f"{engine_of.name}, a file is missing", found, "error")


def compare_place(comparison, engine_of, desk):
    """Only the folders of the lake itself are columns, not those that it is in."""
    place = desk.folder / "metric=none" / "source=minerbook" / "import=7" / "year=1" / "lake"
    if not place.exists():
        shutil.copytree(desk.lake, place)
    engine = engine_of(place)
    comparison.same_rows(
        f"{engine.name}, the lake is in folders named like columns",
        lake_rows(engine, "observations"), desk.export())
    found = engine.rows("SELECT DISTINCT import FROM companies ORDER BY import")
    comparison.equal(f"{engine.name}, imports of companies there", found, [(1,)])
    engine.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--engine", action="append", choices=ENGINES)
    options = parser.parse_args()
    program = options.program.resolve()
    comparison = Comparison()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve()
        desk = sample(program, folder / "sample")
        changed, snapshots = history(program, folder / "history")
        empty = Desk(program, folder / "empty")
        empty.run("init")
        empty.run("export", "--lake", empty.lake)
        for name in options.engine or ["duckdb"]:
            engine = ENGINES[name](desk.lake)
            compare_report(comparison, engine, desk)
            compare_rows(comparison, engine, desk)
            if name == "spark":
                comparison.equal("Spark, workers", engine.workers, 2)
            engine.close()
            engine = ENGINES[name](changed.lake)
            compare_snapshots(comparison, engine, snapshots)
            engine.close()
            compare_empty(comparison, ENGINES[name], empty)
            compare_place(comparison, ENGINES[name], changed)
            compare_damage(comparison, ENGINES[name], changed)
    sys.exit(1 if comparison.failed else 0)


if __name__ == "__main__":
    main()
