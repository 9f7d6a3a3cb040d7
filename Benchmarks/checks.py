"""Whether commands did the work that they are timed for. What is wrong raises `Wrong`."""

import collections
import csv
import functools
import json
import pathlib
import shlex
import sqlite3
import subprocess

PEERS = pathlib.Path(__file__).resolve().parent / "peers"

# How many values, their sum in thousandths (no value has more than three decimals, so that the sum
# is exact), and how many characters the sources of all have together.
Facts = collections.namedtuple("Facts", "rows thousandths source_characters")


class Wrong(Exception):
    """A command did other work than it should."""


def expect(what, found, wanted):
    """Raises `Wrong` where something is not what it should be."""
    if found != wanted:
        raise Wrong(f"{what}: {found}, not {wanted}")


def rows(file):
    """How many observations a file of the data has."""
    return facts_of_data(file).rows


@functools.cache
def facts_of_data(file):
    """Facts of a file of the data, which does not change."""
    return facts_of_csv(file)


def facts_of_csv(path):
    """Facts of a CSV file of observations, long, wide or pivot, as its text has them."""
    rows, thousandths, source_characters = 0, 0, 0
    with open(path, newline="") as file:
        records = csv.reader(file)
        header = next(records)
        source = header.index("source")
        values = [
            column
            for column, name in enumerate(header)
            if name == "value" or "(" in name or name[0].isdigit()  # or a metric, or a day
        ]
        for record in records:
            rows += len(values)
            thousandths += sum(round(float(record[column]) * 1000) for column in values)
            source_characters += len(values) * len(record[source])
    return Facts(rows, thousandths, source_characters)


def book(database, file):
    """The book has the observations of the file, and nothing else."""
    with sqlite3.connect(database) as connection:
        found = connection.execute("""
            SELECT
                count(*),
                sum(CAST(round(value * 1000.0 / power(10, decimals)) AS INTEGER)),
                sum(length(source.text))
            FROM observation
            JOIN source ON source.id = observation.source
        """).fetchone()
    expect(f"the book of {file}", Facts(*found), facts_of_data(file))


def table(database, file):
    """The SQLite table has the rows of the file, numbers as numbers, and an index finds a row."""
    with sqlite3.connect(database) as connection:
        found = connection.execute("""
            SELECT count(*), sum(CAST(round(value * 1000) AS INTEGER)), sum(length(source))
            FROM observation
            WHERE typeof(value) IN ('real', 'integer')
        """).fetchone()
        plan = connection.execute("""
            EXPLAIN QUERY PLAN
            SELECT value FROM observation WHERE subject = 'M001' AND metric = 'a' AND period = 'b'
        """).fetchone()
    expect(f"the table of {file}", Facts(*found), facts_of_data(file))
    expect(f"how a row of {file} is found", plan[-1].split()[0], "SEARCH")


def duckdb(database, file):
    """DuckDB's table has the rows of the file."""
    facts = output_of(["python", str(PEERS / "duckdb_facts.py"), database])
    expect(f"DuckDB's table of {file}", Facts(*map(int, facts.split())), facts_of_data(file))


def export(output, file):
    """What was printed as CSV has the observations of the file."""
    expect(f"the export of {file}", facts_of_csv(output), facts_of_data(file))


def same_values(file, *others):
    """Files of the data have as many values, with the same sum."""
    for other in others:
        expect(f"the values of {other}", facts_of_data(other)[:2], facts_of_data(file)[:2])


def nothing_new(output, file):
    """`import --format json` found all observations of the file unchanged."""
    counts = json.loads(pathlib.Path(output).read_text())
    found = counts["inserted"], counts["corrected"], counts["unchanged"]
    expect(f"inserted, corrected, unchanged of {file}", found, (0, 0, facts_of_data(file).rows))


def lines(words, count, exit_code):
    """The command prints so many lines."""
    expect(f"the lines of {shlex.join(words)}", output_of(words, exit_code).count(b"\n"), count)


def same(output, words):
    """What was printed is what another command prints, and not nothing."""
    found = pathlib.Path(output).read_bytes()
    expect("whether something is printed", bool(found), True)
    expect(f"whether it is what {shlex.join(words)} prints", found == output_of(words), True)


def output_of(words, exit_code=0):
    """What a command prints on stdout."""
    run = subprocess.run(words, capture_output=True)
    if run.returncode != exit_code:
        said = run.stderr.decode(errors="replace")
        raise Wrong(f"{shlex.join(words)}: exit code {run.returncode}, not {exit_code}\n{said}")
    return run.stdout
