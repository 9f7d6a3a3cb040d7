"""The comparisons of imports. All write to scratch.db, which is removed before each run."""

import checks
from files import book_of, data, minerbook_import, peer, shell_import
from model import Command, Comparison, Target, megabytes, ratio, size_ratio

SHELL = "sqlite3 .import"


def book_command(name, file, against=(), companies="companies.csv"):
    """Imports a file and its companies into a new book."""
    return Command(
        name,
        minerbook_import("scratch.db", data(companies), file),
        lambda output: checks.book("scratch.db", file),
        rows=checks.rows(file),
        against=against,
        makes="scratch.db",
    )


def peer_command(name, file, words, against=(), check=checks.table):
    """Imports a file into a new table with another tool."""
    return Command(
        name,
        words,
        lambda output: check("scratch.db", file),
        rows=checks.rows(file),
        against=against,
        makes="scratch.db",
    )


def shell_command(file):
    """Imports a file with the sqlite3 shell and its default settings."""
    return peer_command(SHELL, file, shell_import("scratch.db", file, "table.sql"))


def long(file, order):
    """A long file, compared with all tools that import it within seconds."""
    ours, cached, duckdb = "minerbook import", f"{SHELL}, 64 MiB cache", "DuckDB read_csv"
    cache = "PRAGMA cache_size = -65536"
    both = (SHELL, cached)
    return Comparison(
        f"Import of a long file, {order}",
        f"""\
{checks.rows(file):,} observations into a new file. minerbook runs all checks, keeps the file and
line of each row, and has triggers that keep corrected rows; it imports the 100 companies as well.
The shell's table has the same key, in the same order, and stores values as numbers; it has no
checks, units or history. The shell's page cache is 2 MB by default, that of a book 48 MB. The rowid
table is what most people make: rows in the order of the file, and an index of the key. DuckDB's
table has no key, and DuckDB uses all cores. The table of pandas has an index that is not unique.
The times of both include the start of Python.""",
        [
            book_command(ours, file, against=both),
            shell_command(file),
            peer_command(
                cached,
                file,
                shell_import("scratch.db", file, "table.sql", cache),
                against=(SHELL,),
            ),
            peer_command(
                f"{SHELL}, rowid table",
                file,
                shell_import("scratch.db", file, "rowid-table.sql"),
                against=both,
            ),
            peer_command(
                duckdb,
                file,
                ["python", peer("duckdb_import.py"), "scratch.db", file],
                against=both,
                check=checks.duckdb,
            ),
            peer_command(
                "pandas read_csv, to_sql",
                file,
                ["python", peer("pandas_import.py"), "scratch.db", file],
                against=both,
            ),
        ],
        [
            Target("1", "at most 0.5 × the faster shell with that key", 0.5, ratio(ours, *both)),
            Target("1, aim", "at most 0.35 × the same", 0.35, ratio(ours, *both)),
            Target("1, aim", "at most 1 × DuckDB", 1, ratio(ours, duckdb)),
            Target("4", "size at most 0.6 × the shell's table", 0.6, size_ratio(ours, SHELL)),
        ],
    )


def by_day():
    return long(data("by-day.csv"), "day by day")


def by_subject():
    return long(data("by-subject.csv"), "series by series")


def small():
    """A short file, compared with tools that need minutes for a long one."""
    file = data("small.csv")
    return Comparison(
        "Import of a small long file",
        f"""\
Like above, but with {checks.rows(file):,} observations, because sqlite-utils and csvkit are slow.
Both detect the types of columns and make rowid tables with an index of the key.""",
        [
            book_command("minerbook import", file, against=(SHELL,)),
            shell_command(file),
            peer_command(
                "sqlite-utils insert",
                file,
                ["sqlite-utils", "insert", "scratch.db", "observation", file, "--csv"]
                + ["--pk=subject", "--pk=metric", "--pk=period", "--pk=source"],
                against=(SHELL,),
            ),
            peer_command(
                "csvsql --insert",
                file,
                ["csvsql", "--db", "sqlite:///scratch.db", "--insert", "--tables", "observation"]
                + ["--unique-constraint", "subject,metric,period,source", file],
                against=(SHELL,),
            ),
        ],
        [],
    )


def large():
    """How time and memory grow with the size of the file."""
    files = [data("tenth.csv"), data("large.csv")]
    tenth, whole = [f"minerbook import, {checks.rows(file):,} rows" for file in files]
    growth = checks.rows(files[1]) / checks.rows(files[0])
    return Comparison(
        "Import of ten times as many rows",
        "250 companies and four metrics, day by day, into a new book: some days, and ten times as many.",
        [
            book_command(tenth, files[0], companies="large-companies.csv"),
            book_command(whole, files[1], (tenth,), companies="large-companies.csv"),
        ],
        [
            Target(
                "1",
                "time of a row at most 1.3 × that of a tenth",
                1.3,
                lambda measured: ratio(whole, tenth)(measured) / growth,
            ),
            Target("1", "peak memory of both under 100 MB", 100, megabytes(tenth, whole), "MB"),
        ],
    )


def again():
    """A file that the book already has."""
    file = data("by-day.csv")
    book = book_of("by-day.db", data("companies.csv"), file)
    first, second = "minerbook import", "minerbook import, again"
    return Comparison(
        "Import of the same file again",
        """\
Into a book that already has the whole file: each observation is looked up and found unchanged, and
nothing is written. The other tools cannot do this: a table with a key refuses the rows, a table
without one then has them twice.""",
        [
            book_command(first, file),
            Command(
                second,
                [*minerbook_import(book, file), "--format", "json"],
                lambda output: checks.nothing_new(output, file),
                rows=checks.rows(file),
                against=(first,),
            ),
        ],
        [Target("2", "at most the time of the first", 1, ratio(second, first))],
    )


def shapes():
    """The same observations in three shapes."""
    long, wide, pivot = [f"minerbook import, {shape}" for shape in ("long", "wide", "pivot")]
    says = "time of an observation at most that of a long one"
    checks.same_values(data("by-day.csv"), data("wide.csv"), data("pivot.csv"))
    return Comparison(
        "Import of wide and pivot files",
        """\
The same observations into a new book. The wide file has a row for each company and day, the pivot
file a row for each company and metric. A source holds for its row, so the pivot file has a source
for each company instead of for each company and day. No other tool makes keyed rows of these
files.""",
        [
            book_command(long, data("by-day.csv")),
            book_command(wide, data("wide.csv"), against=(long,)),
            book_command(pivot, data("pivot.csv"), against=(long,)),
        ],
        [
            Target("3", f"wide: {says}", 1, ratio(wide, long)),
            Target("3", f"pivot: {says}", 1, ratio(pivot, long)),
        ],
    )
