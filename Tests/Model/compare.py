#!/usr/bin/env python3
"""Compares all figures of the reports with a second, naive implementation of docs/formulas.md.

    Tests/Model/compare.py PROGRAM --books 300 --seed 1

makes random small books, imports each with the program, asks for its reports as JSON, and compares
every cell with the model. It prints how many cells were compared per report, and each difference
with the command that shows it. The exit code is 1 if any cell differs.
"""

import argparse
import collections
import json
import multiprocessing
import pathlib
import shutil
import subprocess
import sys
import tempfile

from answers import Answer, same
from book import Book
from claims import make_claims
from files import write_book
from generator import Generator
from observations import Catalogue, Observation, ShareFact
from questions import questions
from shrink import Shrinking


class Program:
    """The program under test, and a book that it keeps."""

    def __init__(self, path, database):
        self.path, self.database = path, database

    def run(self, *arguments):
        return subprocess.run(
            [self.path, *arguments, "--database", str(self.database)],
            capture_output=True, text=True)

    def tables(self, *arguments):
        """The tables of a report: name to rows; None with the message if it failed."""
        done = self.run(*arguments, "--format", "json")
        if not done.stdout:
            return None, done.stderr.strip()
        document = json.loads(done.stdout)
        return {each["name"]: [with_marks(row) for row in each["rows"]]
                for each in document["tables"]}, None


def with_marks(row):
    """A row with a cell for each mark that the model knows, such as `value conflict`."""
    marks = row.pop("marks", {})
    return {**row, **{f"{column} {mark}": mark in marks.get(column, [])
                      for column in row for mark in ("conflict", "no_newer_figure")}}


def catalogue(program):
    metrics, _ = program.tables("list", "metrics")
    units, _ = program.tables("list", "units")
    return Catalogue(metrics["metrics"], units["units"])


def make_book(seed, units):
    """A random book: the model's view of it, and what is written to files."""
    companies, memberships, rows, share_rows = Generator(seed).book()
    book = book_of((companies, memberships, rows, share_rows, []), units)
    book.claims = make_claims(book, seed)
    return book, (companies, memberships, rows, share_rows, book.claims)


def book_of(rows, units):
    """The model's view of rows as in files, and of claims."""
    companies, memberships, rows, share_rows, claims = rows
    by_ticker = {each["ticker"]: each for each in companies}
    observations = [
        Observation(row, units, by_ticker.get(row["subject"], {}).get("fiscal_year_end", 12))
        for row in rows]
    book = Book(units, by_ticker, memberships, observations, list(map(ShareFact, share_rows)))
    book.claims = claims
    return book


def import_book(program, folder, rows):
    """Imports the rows into a new book; the message if that failed."""
    *others, claims = rows
    program.database.unlink(missing_ok=True)
    for old in folder.glob("*.csv"):
        old.unlink()
    files = write_book(folder, (*others, [each.row for each in claims]))
    # The few months of a random company may all be ends of quarters.
    done = program.run("import", *map(str, files), "--period-of", "day", "--quiet")
    return done.stderr.strip() if done.returncode else None


def compare(program, question, book=None):
    """The number of compared cells by report and column, and the differences by place."""
    counts, differences = collections.Counter(), []
    found, message = program.tables(*question.arguments)
    if found is None:
        return counts, [("failed", message)]
    for table, expected in question.expected(book).items():
        rows = collections.defaultdict(list)
        for row in found.get(table, []):
            rows[tuple(row[each] for each in expected.key)].append(row)
        for key in sorted(set(rows) | set(expected.rows), key=str):
            place = f"{table} {' '.join(map(str, key))}"
            ours, theirs = expected.rows.get(key, []), rows.get(key, [])
            if len(ours) != len(theirs):
                differences.append((place, f"{len(theirs)} rows, not {len(ours)}"))
                continue
            for own, their in zip(ours, theirs):
                for column, value in own.items():
                    if column not in their:
                        differences.append((f"{place} {column}", "there is no such column"))
                        continue
                    counts[question.report, column] += 1
                    if not same(value, their[column]):
                        differences.append((
                            f"{place} {column}", f"{their[column]}, expected {Answer.text(value)}"))
    return counts, differences


def compare_book(job):
    """Compares all reports on one book; runs in a process of its own."""
    path, seed, only, units, keep = job
    folder = pathlib.Path(keep or tempfile.mkdtemp(prefix=f"minerbook-model-{seed}-"))
    folder.mkdir(exist_ok=True, parents=True)
    counts, differences = collections.Counter(), []
    try:
        book, rows = make_book(seed, units)
        program = Program(path, folder / "minerbook.db")
        if message := import_book(program, folder, rows):
            return seed, counts, [("import", [], "failed", message)]
        for question in questions(book, seed):
            if not only or question.report in only:
                found, wrong = compare(program, question)
                counts += found
                differences += [(question.report, question.arguments, *each) for each in wrong]
    finally:
        if not keep:
            shutil.rmtree(folder)
    return seed, counts, differences


def smallest_book(path, seed, difference, units, folder):
    """Writes the smallest book that shows a difference to a folder."""
    _, arguments, place, _ = difference
    book, rows = make_book(seed, units)
    question = next(each for each in questions(book, seed) if each.arguments == arguments)
    folder.mkdir(exist_ok=True, parents=True)
    program = Program(path, folder / "minerbook.db")

    def differs(rows):
        if import_book(program, folder, rows):
            return False
        try:
            _, differences = compare(program, question, book_of(rows, units))
        except (AttributeError, KeyError, TypeError, ValueError):
            return False  # the model has no answer for a book that is not whole
        return any(each == place for each, _ in differences)

    import_book(program, folder, Shrinking(rows, differs).shrunk())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("program", help="the minerbook program to test")
    parser.add_argument("--books", type=int, default=20, help="how many random books")
    parser.add_argument("--seed", type=int, default=1, help="the seed of the first book")
    parser.add_argument("--report", action="append", help="compare only this report")
    parser.add_argument("--keep", help="keep the files and the book in this folder (one book)")
    parser.add_argument("--shrink", type=pathlib.Path,
                        help="write the smallest book with the first difference to this folder")
    parser.add_argument("--all", action="store_true", help="print every difference")
    parser.add_argument("--jobs", type=int, default=multiprocessing.cpu_count())
    options = parser.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    with tempfile.TemporaryDirectory() as folder:
        units = catalogue(Program(program, pathlib.Path(folder) / "minerbook.db"))
    jobs = [(program, seed, options.report, units, options.keep)
            for seed in range(options.seed, options.seed + options.books)]
    counts, found = collections.Counter(), []
    with multiprocessing.Pool(options.jobs) as pool:
        for seed, number, differences in pool.imap(compare_book, jobs):
            counts += number
            found += [(seed, *each) for each in differences]
    report(options, counts, found)
    if found and options.shrink:
        smallest_book(program, found[0][0], found[0][1:], units, options.shrink)
    sys.exit(1 if found else 0)


def report(options, counts, found):
    cells = f"{sum(counts.values()):,} cells compared"
    print(f"{options.books} books from seed {options.seed}: {cells}")
    by_report = collections.Counter()
    for (name, _), count in counts.items():
        by_report[name] += count
    wrong = collections.Counter(each[1] for each in found)
    for name in by_report:
        print(f"  {name:<16}{by_report[name]:>10,} cells{wrong[name]:>8,} differ")
    shown = found if options.all else found[:40]
    for seed, name, arguments, place, text in shown:
        print(f"seed {seed}: minerbook {' '.join(arguments)}: {place}: {text}")
    if len(found) > len(shown):
        print(f"… and {len(found) - len(shown)} more (--all prints them)")
    if found:
        seed = found[0][0]
        print(f"To get the first of these books: Tests/Model/compare.py {options.program}"
              f" --books 1 --seed {seed} --keep book-{seed}")


if __name__ == "__main__":
    main()
