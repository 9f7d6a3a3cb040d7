#!/usr/bin/env python3
"""Eight writers and eight readers of one book on PostgreSQL at once, some of them killed, and a crash of
the server in the middle.

    Tests/Postgres/crowd.py PROGRAM --seconds 60

PROGRAM is one that was built with PostgreSQL. The server is one of its own in a temporary folder.

Each import adds figures of its own, adds figures that other writers add too, and replaces the hashrates of
eight companies by one new number. So a reader can tell whether it sees whole imports: what must hold is in
`History`. The only errors that a client may end with are that the book is in use (75) and, if the server
crashed meanwhile, that the connection broke (74) or that the server does not answer (69).

Benchmarks/cluster lets a crowd use a book on several machines.
"""

import argparse
import collections
import concurrent.futures
import csv
import io
import itertools
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import threading
import time

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parent / "Torture"))

from book import Fault  # noqa: E402
from instance import Instance  # noqa: E402

WRITERS = READERS = 8
HEADER = "subject,metric,period,value,unit,source\n"
# Of these all imports replace the one figure.
SHARED = [f"S{number}" for number in range(8)]
OWN_ROWS, COMMON_ROWS = 20, 10


class History:
    """Which imports were tried, and what a reader may see of them."""

    def __init__(self):
        self.lock = threading.Lock()
        # Numbers of imports: those that ended with 0, those that the client cannot know of, and those
        # of which an error says that the book is as before.
        self.kept, self.unknown, self.refused = set(), set(), set()

    def end(self, number, outcome):
        """Notes how an import ended: `outcome` is one of the sets."""
        with self.lock:
            outcome.add(number)

    def state(self):
        """The imports that a reader who begins now must see, and those that it must not see."""
        with self.lock:
            return set(self.kept), set(self.refused)

    def check_export(self, text, kept, refused):
        """What must hold of an export: each import is there as a whole or not at all, once, and all
        those are there that had ended before it began."""
        rows = list(csv.DictReader(io.StringIO(text)))
        keys = {(row["subject"], row["metric"], row["period"], row["source"]) for row in rows}
        if len(keys) != len(rows):
            raise Fault("a figure is in the book twice")
        found = collections.Counter(row["source"] for row in rows)
        shared = {row["value"] for row in rows if row["subject"] in SHARED}
        count = found.pop("shared", 0)
        if count != len(SHARED) or len(shared) != 1:
            raise Fault(f"the {count} shared figures are not those of one import: {sorted(shared)}")
        numbers = set()
        for source, count in found.items():
            kind, number = source.split(" ")
            if count != (OWN_ROWS if kind == "import" else COMMON_ROWS):
                raise Fault(f"{source} has {count} figures in the book")
            if kind == "import":
                numbers.add(int(number))
        if kept - numbers:
            raise Fault(f"import {min(kept - numbers)} was accepted and is not in the book")
        if numbers & refused:
            raise Fault(f"import {min(numbers & refused)} was refused and is in the book")
        if not {int(value) for value in shared} <= numbers:
            raise Fault(f"of import {shared} only the shared figures are in the book")
        return numbers

    def check_total(self, total, refused):
        """What must hold of the sum of the shared figures."""
        if total % len(SHARED) != 0 or total // len(SHARED) in refused:
            raise Fault(f"the total of the shared figures is {total}")


class Crowd:
    """The book, its server and everybody who uses it."""

    def __init__(self, program, seconds, address, folder, crash, replica=None):
        """`crash` crashes a server and starts it again. With `replica`, the address of a copy of the
        book that follows it, every second reader reads that one."""
        self.program, self.seconds, self.address, self.folder = program, seconds, address, folder
        self.crash, self.replica = crash, replica
        self.history = History()
        self.down = None  # from when to when the server did not run
        self.faults = []
        self.counts = collections.Counter()

    def command(self, *arguments, address=None):
        return [self.program, *map(str, arguments), "--database", address or self.address]

    def run(self, *arguments, address=None):
        return subprocess.run(
            self.command(*arguments, address=address), capture_output=True, text=True, timeout=120)

    def sql(self, statement):
        """Runs a statement, and returns the words of its rows."""
        done = subprocess.run(
            ["psql", self.address, "--no-align", "--tuples-only", "--command", statement],
            capture_output=True, text=True, check=True)
        return done.stdout.split()

    def prepare(self):
        tickers = SHARED + [f"T{number}" for number in range(WRITERS)] + ["COMMON"]
        companies, groups = self.folder / "companies.csv", self.folder / "groups.csv"
        companies.write_text("ticker,name\n" + "".join(f"{each},{each}\n" for each in tickers))
        groups.write_text("group,ticker\n" + "".join(f"shared,{each}\n" for each in SHARED))
        first, number = self.write_file(0, 0)
        for arguments in (["init"], ["import", companies, groups], ["import", first]):
            done = self.run(*arguments)
            if done.returncode != 0:
                raise Fault(f"{arguments[0]} ends with {done.returncode}: {done.stderr}")
        self.history.kept.add(number)

    def write_file(self, writer, turn):
        """Writes the file of an import, and returns its path and number."""
        number = turn * WRITERS + writer + 1
        rows = [f"T{writer},btc_held,{day(turn * OWN_ROWS + row)},{row},BTC,import {number}\n"
                for row in range(OWN_ROWS)]
        # All writers import these in the same turn, so that one adds them and the others find them.
        rows += [f"COMMON,btc_held,{day(turn * COMMON_ROWS + row)},{row},BTC,common {turn}\n"
                 for row in range(COMMON_ROWS)]
        rows += [f"{each},deployed_hashrate,2024-01-01,{number},EH/s,shared\n" for each in SHARED]
        path = self.folder / f"{writer}-{turn}.csv"
        path.write_text(HEADER + "".join(rows))
        return path, number

    def write(self, writer):
        chance = random.Random(writer)
        for turn in itertools.count(1):
            if time.monotonic() > self.end:
                return
            path, number = self.write_file(writer, turn)
            began = time.monotonic()
            # Those of every second writer are refused at once if the book is in use.
            wait = ["--wait", "0"] if writer % 2 else []
            client = subprocess.Popen(
                self.command("import", path, *wait), stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE, text=True)
            if chance.random() < 0.15:
                time.sleep(chance.random() * 0.4)
                client.kill()
            message = client.communicate()[1]
            self.history.end(number, self.outcome(client.returncode, message, began))
            path.unlink()

    def outcome(self, code, message, began):
        """Which of the sets of the history an import belongs to."""
        history = self.history
        if code == 0:
            self.counts["imports"] += 1
            return history.kept
        if code == -9:
            self.counts["killed"] += 1
            return history.unknown
        self.note_error("import", code, message, began)
        if code in (69, 74) and "may or may not be in the book" in message:
            return history.unknown
        return history.refused

    def note_error(self, command, code, message, began):
        if code == 75:
            self.counts["refused"] += 1
        elif code in (69, 74) and self.down and began < self.down[1]:
            self.counts["cut off"] += 1
            time.sleep(0.05)
        else:
            self.faults.append(f"{command} ends with {code}: {message.strip()[:500]}")

    def read(self, reader):
        # Half of the readers export, and half of each kind read the replica.
        exports, lags = reader % 2, self.replica and reader // 2 % 2
        question = (["export", "--format", "csv"] if exports else
                    ["report", "sector", "--group", "shared", "--on", "2024-01-01", "--format", "json"])
        while time.monotonic() < self.end:
            began = time.monotonic()
            kept, refused = self.history.state()
            done = self.run(*question, address=self.replica if lags else None)
            if done.returncode != 0:
                self.note_error(question[0], done.returncode, done.stderr, began)
                continue
            try:
                if exports:
                    self.history.check_export(done.stdout, set() if lags else kept, refused)
                else:
                    self.history.check_total(total(done.stdout), refused)
            except Fault as fault:
                self.faults.append(f"{'replica: ' if lags else ''}{fault}")
            self.counts["reads of the replica" if lags else "reads"] += 1

    def crash_in_the_middle(self):
        time.sleep(self.seconds / 2)
        began = time.monotonic()
        self.down = (began, float("inf"))
        self.crash()
        self.down = (began, time.monotonic())

    def result(self):
        """Does all of it, and says what was done. A promise that is not kept is a fault."""
        self.prepare()
        self.gather()
        self.check()
        counts = ", ".join(f"{what} {count:,}" for what, count in self.counts.items())
        return f"crowd: {counts}; nothing lost, nothing twice"

    def gather(self):
        self.end = time.monotonic() + self.seconds
        with concurrent.futures.ThreadPoolExecutor(WRITERS + READERS + 1) as pool:
            tasks = [pool.submit(self.write, each) for each in range(WRITERS)]
            tasks += [pool.submit(self.read, each) for each in range(READERS)]
            tasks.append(pool.submit(self.crash_in_the_middle))
        for task in tasks:
            task.result()  # or what it has raised

    def check(self):
        """What must hold after all."""
        if self.faults:
            raise Fault(self.faults[0])
        for what in ("imports", "killed", "refused", "cut off", "reads",
                     *(["reads of the replica"] if self.replica else [])):
            if not self.counts[what]:
                raise Fault(f"nothing was tested: {what} 0")
        kept, refused = self.history.state()
        done = self.run("export", "--format", "csv")
        found = self.history.check_export(done.stdout, kept, refused)
        if not found <= kept | self.history.unknown:
            raise Fault(f"nobody knows of the imports {found - kept - self.history.unknown}")
        # Each import replaced the shared figures once, and what it replaced is kept.
        values = self.sql(
            "SELECT value FROM observation JOIN subject ON subject.id = subject WHERE code = 'S0' "
            "UNION ALL "
            "SELECT value FROM correction JOIN subject ON subject.id = subject WHERE code = 'S0'")
        if sorted(map(int, values)) != sorted(found):
            raise Fault("the history of a shared figure does not have each import once")
        imports = self.sql("SELECT count(*) || ' ' || max(number) FROM import")
        if imports != [str(len(found) + 1)] * 2:  # one of the companies
            raise Fault(f"{len(found) + 1} imports are in the book, and it lists {imports}")
        done = self.run("check")
        if done.returncode != 0:
            raise Fault(f"check ends with {done.returncode}: {done.stdout[:500]}")
        self.check_checks(kept, refused)

    def check_checks(self, kept, refused):
        """Loses a figure, which must be found: a check that cannot fail proves nothing."""
        self.sql("DELETE FROM observation WHERE period_end = '2010-01-01'")
        try:
            self.history.check_export(self.run("export", "--format", "csv").stdout, kept, refused)
        except Fault:
            return
        raise Fault("a figure was deleted, and nothing was found")


def day(number):
    return time.strftime("%Y-%m-%d", time.gmtime((14_610 + number) * 86_400))  # from 2010


def total(report):
    """The hashrate of all members."""
    figures = {row["figure"]: row for row in json.loads(report)["tables"][0]["rows"]}
    value = figures["hashrate"]["value"]
    if value is None:
        raise Fault(f"the report has no total of the shared figures: {report}")
    return round(value)


def deadlocks(servers):
    """Raises a fault if a server has found a deadlock."""
    for server in servers:
        if "deadlock detected" in server.log.read_text(errors="replace"):
            raise Fault("a server has found a deadlock")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("program", help="the minerbook program to test")
    parser.add_argument("--seconds", type=int, default=60, help="how long")
    options = parser.parse_args()
    server = Instance("crowd")

    def crash():
        server.stop("immediate")
        time.sleep(0.5)
        server.start()

    try:
        with tempfile.TemporaryDirectory() as folder:
            crowd = Crowd(os.path.abspath(options.program), options.seconds, server.address,
                          pathlib.Path(folder), crash)
            print(crowd.result())
            deadlocks([server])
    except Fault as fault:
        sys.exit(f"FAULT: {fault}")
    finally:
        server.remove()


if __name__ == "__main__":
    main()
