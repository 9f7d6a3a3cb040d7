"""Checks that a command did the work it is timed for. Each check raises `Wrong` if it did not."""

import collections
import csv
import functools
import json
import pathlib
import shlex
import sqlite3
import subprocess

PEERS = pathlib.Path(__file__).resolve().parent / "peers"

# The number of values, their sum in thousandths (which is exact, because no value has more than
# three decimals), and the total number of characters in their sources.
Facts = collections.namedtuple("Facts", "rows thousandths source_characters")


class Wrong(Exception):
    """A command did not do the expected work."""


def expect(what, found, wanted):
    """Raises `Wrong` unless `found` equals `wanted`."""
    if found != wanted:
        raise Wrong(f"{what}: {found}, not {wanted}")


def rows(file):
    """Returns the number of observations in a generated file."""
    return facts_of_data(file).rows


@functools.cache
def facts_of_data(file):
    """Returns the facts of a generated file, computed once."""
    return facts_of_csv(file)


def facts_of_csv(path):
    """Computes the facts of a CSV file of observations: long, wide or pivot."""
    rows, thousandths, source_characters = 0, 0, 0
    with open(path, newline="") as file:
        records = csv.reader(file)
        header = next(records)
        source = header.index("source")
        values = [
            column
            for column, name in enumerate(header)
            if name == "value" or "(" in name or name[0].isdigit()  # metric (unit), day
        ]
        for record in records:
            rows += len(values)
            thousandths += sum(round(float(record[column]) * 1000) for column in values)
            source_characters += len(values) * len(record[source])
    return Facts(rows, thousandths, source_characters)


def book(database, file):
    """Checks that the book has exactly the observations of the file."""
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
    """Checks that the SQLite table has the rows of the file, values as numbers, and an index."""
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
    expect(f"the query plan for a row of {file}", plan[-1].split()[0], "SEARCH")


def duckdb(database, file):
    """Checks that DuckDB's table has the rows of the file."""
    facts = output_of(["python", str(PEERS / "duckdb_facts.py"), database])
    expect(f"DuckDB's table of {file}", Facts(*map(int, facts.split())), facts_of_data(file))


def export(output, file):
    """Checks that the printed CSV has the observations of the file."""
    expect(f"the export of {file}", facts_of_csv(output), facts_of_data(file))


def same_values(file, *others):
    """Checks that generated files have the same number of values, with the same sum."""
    for other in others:
        expect(f"the values of {other}", facts_of_data(other)[:2], facts_of_data(file)[:2])


def cells(output, file):
    """Checks the printed number and sum of the values that a tool read from a sheet."""
    found = tuple(map(int, pathlib.Path(output).read_text().split()))
    expect(f"the values of {output}", found, facts_of_data(file)[:2])


def has_figures(database, least):
    """Checks that the book has at least so many observations."""
    with sqlite3.connect(database) as connection:
        (found,) = connection.execute("SELECT count(*) FROM observation").fetchone()
    expect(f"at least {least} observations, as there are {found}", found >= least, True)


def facts_of_filer(output, file):
    """Checks that as many facts were read as the file has accession numbers."""
    found = int(pathlib.Path(output).read_text().split()[0])
    expect(f"the facts of {file}", found, pathlib.Path(file).read_text().count('"accn"'))


def nothing_new(output, file):
    """Checks that `import --format json` found all observations of the file unchanged."""
    counts = json.loads(pathlib.Path(output).read_text())
    found = counts["inserted"], counts["corrected"], counts["unchanged"]
    expect(f"inserted, corrected, unchanged of {file}", found, (0, 0, facts_of_data(file).rows))


def lines(words, count, exit_code):
    """Checks that the command prints `count` lines."""
    expect(f"the lines of {shlex.join(words)}", output_of(words, exit_code).count(b"\n"), count)


def same(output, words):
    """Checks that the output is not empty, and equals that of another command."""
    found = pathlib.Path(output).read_bytes()
    expect("output that is not empty", bool(found), True)
    expect(f"output equal to that of {shlex.join(words)}", found == output_of(words), True)


def output_of(words, exit_code=0):
    """Runs a command and returns its stdout."""
    run = subprocess.run(words, capture_output=True)
    if run.returncode != exit_code:
        said = run.stderr.decode(errors="replace")
        raise Wrong(f"{shlex.join(words)}: exit code {run.returncode}, not {exit_code}\n{said}")
    return run.stdout
