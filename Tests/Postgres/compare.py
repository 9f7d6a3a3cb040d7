#!/usr/bin/env python3
"""Compares what minerbook prints of the same book in an SQLite file and on PostgreSQL, byte for byte.

    eval "$(Tests/Postgres/server start)"
    Tests/Postgres/compare.py PROGRAM --books 20 --seed 1

imports the sample data and random books (those of Tests/Model) into both, corrects, retracts and undoes
some of it, and runs every report, list and export on both. Then it copies each book to the other engine,
and compares both with their copies. PROGRAM is one that was built with
PostgreSQL. The exit code is 1 if anything differs; each difference is printed with its command.
"""

import argparse
import itertools
import os
import pathlib
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parent / "Model"))

from compare import Program, catalogue, make_book  # noqa: E402
from files import write_book  # noqa: E402
from questions import questions  # noqa: E402

SAMPLE = FOLDER.parent.parent / "SampleData"
SAMPLE_FILES = [
    "companies", "aliases", "groups", "company_figures", "company_filings", "hpc", "prices",
    "network", "network_daily", "group_figures", "snapshot-2026-01", "claims"]
REPORTS = [
    "sector", "hashrate", "production", "economics", "valuation", "diversification",
    "company RIOT", "matrix --metric btc_held", "matrix --metric share_price", "trend", "outlook",
    "coverage", "restatements", "restatements RIOT", "conflicts", "attribution"]
LISTS = ["companies", "aliases", "share_basis", "groups", "metrics", "units", "sources", "claims"]


class Pair:
    """A book in an SQLite file, and the same at an address of PostgreSQL."""

    def __init__(self, program, address, folder):
        self.program, self.address, self.folder = program, address, folder
        self.file = str(folder / "minerbook.db")
        self.compared, self.differences = 0, []

    def run(self, *arguments):
        """Runs a command on both, and notes it if they differ. Returns what was printed."""
        found = [self.run_on(name, arguments) for name in (self.file, self.address)]
        self.compared += 1
        if found[0] != found[1]:
            self.differences.append((arguments, *found))
        return found[0]

    def run_on(self, database, arguments):
        done = subprocess.run(
            [self.program, *arguments, "--database", database, "--today", "2026-02-10"],
            capture_output=True)
        output = done.stdout + done.stderr
        quoted = "'" + database.replace("'", "'\\''") + "'"
        for name in (quoted, database):
            output = output.replace(name.encode(), b"BOOK")
        if "--corrections" in arguments:
            # What one command changed at once has no order.
            output = b"\n".join(sorted(output.split(b"\n")))
        return done.returncode, output

    def compare_lakes(self):
        """Exports both to their lakes, and notes it if these differ: a manifest has the digest of
        every file."""
        found = []
        for number, name in enumerate((self.file, self.address)):
            lake = self.folder / f"lake-{number}"
            code, output = self.run_on(name, ("export", "--lake", str(lake), "--quiet"))
            manifest = lake / "manifest.json"
            found.append((code, output or (manifest.read_bytes() if manifest.exists() else b"")))
        self.compared += 1
        if found[0] != found[1]:
            self.differences.append((("export", "--lake"), *found))

    def read_copies(self, read):
        """Copies the file to a schema, and the schema to a file, and reads both with their copies."""
        book = self.file, self.address
        if not os.environ.get("MINERBOOK_TEST_POSTGRES"):
            return  # there are only the books of --address
        copies = new_schemas(1)[0], str(self.folder / "copied.db")
        for original, copied in zip(book, copies):
            subprocess.run([self.program, "copy", original, copied, "--quiet"], check=True)
        for self.file, self.address in ((book[0], copies[0]), (copies[1], book[1])):
            read()
        # A server knows who imported, unless the imports come from a file.
        self.file, self.address = book[0], copies[0]
        self.run("list", "imports", "--format", "csv")
        self.file, self.address = book

    def read_all(self, scope=()):
        for report in REPORTS:
            for form in ("table", "json", "csv", "markdown", "html"):
                self.run("report", *report.split(), *scope, "--format", form)
        for options in ("--on 2025-06-30", "--on 2025Q3 --known-on 2025-11-30", "--max-age 20"):
            for report in REPORTS:
                self.run("report", *report.split(), *scope, *options.split(), "--format", "json")
        self.run("report", "sector", *scope, "--explain", "hashrate")
        self.read_lists()

    def read_lists(self):
        for name in LISTS:
            self.run("list", name, "--format", "csv")
        for form in ("csv", "json", "ndjson"):
            self.run("export", "--format", form)
        self.compare_lakes()
        for subject in ("RIOT", "bitf", "BTC", "nothing"):
            self.run("show", subject, "--vintages", "--format", "csv")
            self.run("show", subject, "--corrections", "--format", "csv")
        self.run("verify", "--format", "json")
        self.run("check")


numbers = itertools.count()


def new_schemas(count):
    """The addresses of new schemas of the server for tests."""
    server = os.environ.get("MINERBOOK_TEST_POSTGRES")
    if not server:
        sys.exit("set MINERBOOK_TEST_POSTGRES: eval \"$(Tests/Postgres/server start)\"")
    names = [f"compare_{os.getpid()}_{next(numbers)}" for _ in range(count)]
    for name in names:
        subprocess.run(["psql", server, "-qc", f"CREATE SCHEMA {name}"], check=True)
    return [f"{server} options='-csearch_path={name}'" for name in names]


def sample_data(pair):
    files = [str(SAMPLE / f"{each}.csv") for each in SAMPLE_FILES]
    pair.run("import", *files)
    pair.run("import", *files)  # nothing is new
    scope = ("--group", "us-listed")
    pair.read_all(scope)
    # Corrections, restatements and conflicts: every second figure with another first digit.
    lines = (SAMPLE / "company_figures.csv").read_text().splitlines()
    changed = pair.folder / "changed.csv"
    column = lines[0].split(",").index("value")
    for number in range(1, len(lines), 2):
        cells = lines[number].split(",")
        if "\"" not in lines[number] and cells[column][:1].isdigit():
            cells[column] = "7" + cells[column][1:]
            lines[number] = ",".join(cells)
    changed.write_text("\n".join(lines) + "\n")
    pair.run("import", str(changed), "--dry-run")
    pair.run("import", str(changed))
    pair.run("log", "RIOT", "btc_mined=1234", "--on", "2025-11", "--source", "by hand")
    pair.run("log", "RIOT", "btc_mined=1235", "--on", "2025-11", "--source", "by hand")
    pair.run("retract", "RIOT", "btc_mined", "--on", "2025-11", "--source", "by hand")
    pair.read_lists()
    pair.read_copies(lambda: pair.read_all(scope))
    pair.run("report", "sector", *scope, "--format", "json")
    pair.run("undo", "3")  # needed by later ones
    for number in (5, 4, 3, 2, 1, 9):
        pair.run("undo", str(number))
    pair.read_lists()
    (pair.folder / "copied.db").unlink(missing_ok=True)
    pair.read_copies(pair.read_lists)


def random_book(pair, seed, units):
    book, rows = make_book(seed, units)
    *others, claims = rows
    files = write_book(pair.folder, (*others, [each.row for each in claims]))
    pair.run("import", *map(str, files), "--period-of", "day")
    for question in questions(book, seed):
        pair.run(*question.arguments, "--format", "json")
    pair.run("export", "--format", "json")
    pair.compare_lakes()
    pair.read_copies(pair.read_lists)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("program", help="the minerbook program to test")
    parser.add_argument("--books", type=int, default=5, help="how many random books")
    parser.add_argument("--seed", type=int, default=1, help="the seed of the first book")
    parser.add_argument("--address", action="append",
                        help="an empty book to use, one for the sample data and one for each random "
                        "book; default: new schemas of $MINERBOOK_TEST_POSTGRES")
    options = parser.parse_args()
    seeds = [None, *range(options.seed, options.seed + options.books)]
    addresses = options.address or new_schemas(len(seeds))
    if len(addresses) != len(seeds):
        sys.exit(f"{len(seeds)} books need as many addresses")
    program = str(pathlib.Path(options.program).resolve())
    differences = compared = 0
    for seed, address in zip(seeds, addresses):
        with tempfile.TemporaryDirectory() as folder:
            pair = Pair(program, address, pathlib.Path(folder))
            if seed is None:
                sample_data(pair)
            else:
                random_book(pair, seed, catalogue(Program(program, pair.file)))
            compared += pair.compared
            differences += len(pair.differences)
            for arguments, *found in pair.differences:
                print(f"{seed or 'sample data'}: minerbook {' '.join(arguments)}")
                for name, (code, output) in zip(("SQLite", "PostgreSQL"), found):
                    print(f"  {name}: {code}, {output[:2000]!r}")
    print(f"{compared} commands compared on both engines, {differences} differ")
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
