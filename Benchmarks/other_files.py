"""The comparisons of imports of the same observations in other spellings and formats."""

import checks
from files import book_of, data, minerbook_import, peer
from model import Command, Comparison, Target, cpu_ratio, ratio


def command(name, file, *words, same, against=()):
    """Imports `file`, which has the observations of `same`, into a new book."""
    return Command(
        name,
        [*minerbook_import("scratch.db", *words, file)],
        lambda output: checks.book("scratch.db", same),
        rows=checks.rows(same),
        against=against,
        makes="scratch.db",
    )


def spellings():
    """A long file whose cells are written in other ways."""
    plain, companies = data("by-day.csv"), data("companies.csv")
    usual = "minerbook import"
    variants = [
        ("dates in a given order", data("slashes.csv"), [companies, "--date-order", "dmy"], 1.3),
        ("dates in the order of the column", data("slashes.csv"), [companies], 1.6),
        ("companies created", plain, ["--create-companies"], 1.05),
        ("decimal comma", data("decimal-comma.csv"), [companies, "--decimal", "comma"], None),
        ("UTF-16", data("utf-16.csv"), [companies], None),
        ("units in cells", data("units-in-cells.csv"), [companies], None),
    ]
    return Comparison(
        "Import of other spellings",
        """\
The same observations as in the long file: with dates such as 31/12/2024, whose order an option gives
or the column shows; with companies that the book does not have; with numbers such as 20,566 between
semicolons; in UTF-16; and with values such as 20.566 EH/s. The targets are about CPU time.""",
        [command(usual, plain, companies, same=plain)]
        + [
            command(name, file, *words, same=plain, against=(usual,))
            for name, file, words, _ in variants
        ],
        [
            Target("9", f"{name}: at most {limit} × the CPU time", limit, cpu_ratio(name, usual))
            for name, _, _, limit in variants
            if limit
        ],
    )


def sheet():
    """A sheet of a workbook, compared with reading its cells in Python."""
    ours, peers = "minerbook import", "openpyxl, read-only"
    file, same = data("small.xlsx"), data("small.csv")
    rows = checks.rows(same)
    return Comparison(
        "Import of a sheet",
        f"""\
A workbook with the {rows:,} observations of the small long file. minerbook imports them into a new
book, with all checks. openpyxl only reads the cells, in the mode for large files.""",
        [
            command(ours, file, data("companies.csv"), same=same, against=(peers,)),
            Command(
                peers,
                ["python", peer("openpyxl_read.py"), file],
                lambda output: checks.cells(output, same),
                rows=rows,
            ),
        ],
        [Target("3", "at most 0.5 × openpyxl", 0.5, ratio(ours, peers))],
    )


def series():
    """The observations as JSON, compared with reading them in Python."""
    ours, peers = "minerbook import", "Python json.load and a loop"
    file, same = data("small.json"), data("small.csv")
    rows = checks.rows(same)
    return Comparison(
        "Import of JSON",
        f"""\
The {rows:,} observations of the small long file as an array of objects. minerbook imports them into a
new book, with all checks. Python only parses the text and adds up the values.""",
        [
            command(ours, file, data("companies.csv"), same=same, against=(peers,)),
            Command(
                peers,
                ["python", peer("json_read.py"), file],
                lambda output: checks.cells(output, same),
                rows=rows,
            ),
        ],
        [],
    )


def company_facts():
    """What the SEC publishes about a company, compared with reading it in Python."""
    ours, peers = "minerbook import", "Python json.load and a loop"
    company, file = data("filer.csv"), data("filer-facts.json")
    return Comparison(
        "Import of company facts",
        """\
A company's facts as the SEC publishes them, 5 MB with 400 tags that no metric has. minerbook imports
the figures of its metrics into a book that has the company, with all checks. Python parses the text
and adds up the values of all facts. Both times include the start of the program. The wall time of the
import is mostly that of writing to the disk, so the target is about CPU time.""",
        [
            Command(
                ours,
                minerbook_import("scratch.db", file),
                lambda output: checks.has_figures("scratch.db", 300),
                against=(peers,),
                makes="scratch.db",
                from_copy_of=book_of("filer.db", company),
            ),
            Command(
                peers,
                ["python", peer("json_facts.py"), file],
                lambda output: checks.facts_of_filer(output, file),
            ),
        ],
        [Target("10", "at most 0.5 × the CPU time of Python", 0.5, cpu_ratio(ours, peers))],
        often=3,
    )
