"""Small books in a folder of their own, the program run in it, and what a book says."""

import copy
import glob
import os
import random
import shutil
import sqlite3
import subprocess
import tempfile

HEADER = "subject,metric,period,value,unit,published_on,source\n"
TICKERS = [f"T{number:02d}" for number in range(20)]


class Desk:
    """A folder with files to import and, after `prepare`, a book with three imports."""

    def __init__(self, program, seed=1):
        self.program = program
        self.random = random.Random(seed)
        self.folder = tempfile.mkdtemp(prefix="minerbook-torture-")
        self.write("companies.csv", "ticker,name\n" + "".join(f"{t},Company {t}\n" for t in TICKERS))
        self.write("first.csv", self.figures(2019, "reported"))
        self.write("second.csv", self.figures(2020, "reported"))
        self.write("corrected.csv", self.figures(2019, "reported"))
        self.write("new.csv", self.figures(2021, "reported"))
        self.write("others.csv", self.figures(2023, "reported"))
        self.write("bad.csv", self.figures(2022, "reported") + "T00,btc_held,oops,1,BTC,,s\n")

    def figures(self, year, source):
        rows = [
            f"{ticker},btc_held,{year}-{month:02d}-{day:02d},{self.random.randint(1, 99999)},BTC,"
            f"{year + 1}-01-01,{source}\n"
            for ticker in TICKERS for month in range(1, 13) for day in (1, 8, 15, 22)
        ]
        return HEADER + "".join(rows)

    def write(self, name, text):
        with open(os.path.join(self.folder, name), "w") as file:
            file.write(text)

    def path(self, name):
        return os.path.join(self.folder, name)

    def prepare(self):
        """Makes the book, keeps a copy of it as `sound.db`, and makes a book to be merged of another copy."""
        for files in (["companies.csv", "first.csv"], ["second.csv"], ["corrected.csv"]):
            self.run("import", *files)
            if files == ["second.csv"]:
                self.run("backup", "earlier.sound.db")
        shutil.copy(self.path("minerbook.db"), self.path("sound.db"))
        shutil.copy(self.path("sound.db"), self.path("other.sound.db"))
        for arguments in (["import", "others.csv"], ["retract", "T00", "btc_held", "--on", "2020-01-01"]):
            self.run(*arguments, "--database", "other.sound.db")
        for version in OLD_VERSIONS:
            make_old_book(version, self.path(f"old{version}.db.sound"))

    def reset(self):
        """Brings back the book of `prepare`, and removes all else that commands have written."""
        kept = {name for name in os.listdir(self.folder) if name.endswith((".csv", "sound", "sound.db"))}
        for name in set(os.listdir(self.folder)) - kept | {"bad.rest.csv", "listed.csv"}:
            path = self.path(name)
            if os.path.isdir(path):
                shutil.rmtree(path)
            elif os.path.exists(path):
                os.unlink(path)
        if os.path.exists(self.path("sound.db")):
            shutil.copy(self.path("sound.db"), self.path("minerbook.db"))
        for version in OLD_VERSIONS:
            shutil.copy(self.path(f"old{version}.db.sound"), self.path(f"old{version}.db"))

    def command(self, *arguments):
        return [self.program, *arguments]

    def run(self, *arguments, timeout=60):
        return subprocess.run(
            self.command(*arguments), cwd=self.folder, capture_output=True, timeout=timeout)

    def state(self, book="minerbook.db"):
        """Everything that the book says; None if there is no book. An error of a command raises."""
        if not os.path.exists(self.path(book)) or os.path.getsize(self.path(book)) == 0:
            return None
        said = []
        for arguments in (["check"], ["export"], ["list", "companies", "--format", "csv"]):
            result = self.run(*arguments, "--database", book)
            if result.returncode != 0:
                raise Fault(f"{' '.join(arguments)} ends with {result.returncode}: "
                            + result.stderr.decode(errors="replace")[:300])
            said.append(result.stdout)
        return b"\0".join(said)

    def outcome(self, arguments):
        """What the book says before and after a command from the book of `prepare`, and how the command
        ends; the folder is as the command leaves it."""
        self.reset()
        before = self.state()
        result = self.run(*arguments)
        if result.returncode not in (0, 65):
            raise Fault(f"{arguments} ends with {result.returncode}: "
                        + result.stderr.decode(errors="replace")[:300])
        return before, self.state(), result

    def at(self, folder):
        """The same files in another folder, which has a copy of them."""
        other = copy.copy(self)
        other.folder = folder
        for name in os.listdir(self.folder):
            shutil.copy(self.path(name), other.path(name))
        return other

    def leftovers(self):
        """Unfinished files; an empty list if the next command removes them all."""
        self.run("list", "companies", "--output", "listed.csv")
        return [name for name in os.listdir(self.folder) if name.startswith(".minerbook-tmp-")]

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


MIGRATIONS = sorted(glob.glob(os.path.join(os.path.dirname(__file__), "../../Migrations/*.sql")))
OLD_VERSIONS = range(1, len(MIGRATIONS))


def make_old_book(version, path):
    """A book as the program of that version wrote it, with 2,000 figures."""
    book = sqlite3.connect(path)
    for number, name in enumerate(MIGRATIONS[:version]):
        with open(name) as file:
            book.executescript(file.read())
        if number == 0:
            fill(book)
    book.executescript(f"PRAGMA application_id = {0x4D494E52}; PRAGMA user_version = {version};")
    book.close()


def fill(book):
    """Writes figures into a book of version 1."""
    book.execute("INSERT INTO import (recorded, version) VALUES ('2025-01-01T00:00:00Z', '0.0.1')")
    book.execute("INSERT INTO import_file (import, name, sha256, kind) VALUES (1, 'a.csv', '0', 'companies')")
    metric, unit = book.execute(
        "SELECT id, unit FROM metric WHERE code = 'btc_held'").fetchone()
    status = book.execute("SELECT id FROM status WHERE name = 'reported'").fetchone()[0]
    book.execute("INSERT INTO source (id, text) VALUES (7, 'https://example.com')")
    for number in range(10):
        book.execute(
            "INSERT INTO subject (code, kind, name, file, line) VALUES (?, 'company', ?, 1, ?)",
            (f"T{number:02d}", f"Company {number}", number + 2))
        subject = book.execute("SELECT max(id) FROM subject").fetchone()[0]
        book.executemany(
            "INSERT INTO observation VALUES (?, ?, ?, ?, ?, 7, ?, ?, 0, ?, NULL, 1, 1)",
            [(subject, metric, 18000 + day, 18000 + day, 18300 + day, 10**8 * day, unit, status)
             for day in range(200)])
    book.commit()


# The exit codes of docs/commands.md. 70 would be an error of the program itself.
EXPECTED = {0, 1, 64, 65, 66, 73, 74, 75}


class Fault(Exception):
    """A promise that was not kept."""


# Commands that change the book or write files, each from the book of `prepare`.
COMMANDS = {
    "import": ["import", "new.csv"],
    "correct": ["import", "first.csv"],
    "rejects": ["import", "bad.csv", "--rejects", "bad.rest.csv"],
    "undo": ["undo", "3"],
    "retract": ["retract", "T00", "btc_held", "--on", "2020-01-01"],
    "merge": ["merge", "other.sound.db"],
    "log": ["log", "T01", "btc_held=5 BTC", "--on", "2023-01-01", "--source", "s"],
    "export": ["export", "--output", "exported"],
    "backup": ["backup", "copy.db"],
    "restore": ["restore", "earlier.sound.db"],
    "copy": ["copy", "minerbook.db", "copied.db"],
    "init": ["init", "--database", "created.db"],
    **{f"upgrade from {version}": ["init", "--database", f"old{version}.db"]
       for version in OLD_VERSIONS},
    "report": ["report", "production", "--on", "2020", "--format", "html", "--output", "page.html"],
}
