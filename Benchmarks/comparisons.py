"""The comparisons of commands that read a book, and the list of all comparisons."""

import checks
import imports
import other_files
from files import book_of, data, peer, sample, table_of
from model import Command, Comparison, Target, ratio


def reports():
    """Every report, of a small book and of the same book with many other companies."""
    others = data("large.csv")
    book = book_of("sample.db", *sample())
    big = book_of("sample-and-large.db", *sample(), data("large-companies.csv"), others)
    select = "sqlite3 :memory: 'select 1'"
    names = report_names(book)
    commands = [Command(select, ["sqlite3", ":memory:", "select 1"])]
    for name in names:
        words = report(name, book)
        commands += [
            Command(name, words, against=(select,)),
            Command(
                f"{name}, big book",
                report(name, big),
                lambda output, words=words: checks.same(output, words),
                against=(name,),
            ),
        ]

    growth = {name: ratio(f"{name}, big book", name) for name in names}
    sector = growth.pop("sector")
    return Comparison(
        "Reports",
        f"""\
Reports of a book of SampleData, and of the same book with {checks.rows(others):,} observations of
250 other companies added. Both reports are equal, byte for byte. They are compared with the least
that a program can do with SQLite.""",
        commands,
        [
            Target("5", "sector: at most 4 × the shell's select 1", 4, ratio("sector", select)),
            Target("5", "sector: at most 1.3 × as long in the big book", 1.3, sector),
            Target(
                "5",
                "each of the others: at most 1.5 × as long in the big book",
                1.5,
                lambda measured: max(value(measured) for value in growth.values()),
            ),
        ],
        often=5,
        runs=5,
        warmup=1,
    )


def report_names(book):
    words = ["minerbook", "list", "reports", "--database", book, "--format", "csv"]
    return [line.split(",")[0] for line in checks.output_of(words).decode().splitlines()[1:]]


def report(name, book):
    more = {"company": ["RIOT"], "matrix": ["--metric", "deployed_hashrate"]}
    return ["minerbook", "report", name, *more.get(name, []), "--database", book]


def export():
    """All observations as CSV."""
    file = data("by-day.csv")
    book = book_of("by-day.db", data("companies.csv"), file)
    table = table_of("table.db", file)
    ours = "minerbook export"
    joined, plain = "sqlite3 SELECT of the book", "sqlite3 SELECT of its own table"
    shell = ["sqlite3", "-csv", "-header"]

    def command(name, words, against=()):
        return Command(
            name,
            words,
            lambda output: checks.export(output, file),
            rows=checks.rows(file),
            against=against,
        )

    return Comparison(
        "Export",
        f"""\
{checks.rows(file):,} observations to stdout, which is /dev/null. The sqlite3 shell prints the same
columns: once joined from the tables of the book, as the program must, and once from its own table,
whose rows contain all texts. The shell prints the rows in the order in which they are stored; the
program sorts metrics by their codes.""",
        [
            command(ours, ["minerbook", "export", "--database", book], against=(joined, plain)),
            command(joined, [*shell, book, f".read {peer('export-book.sql')}"]),
            command(plain, [*shell, table, f".read {peer('export-table.sql')}"], against=(joined,)),
        ],
        [Target("6", "at most 0.6 × the shell's SELECT of the book", 0.6, ratio(ours, joined))],
    )


def verify():
    """Published claims, checked against the book."""
    book = book_of("claims.db", *sample(but="claims.csv"), data("claims.csv"))
    count = 10_000
    differs = 1  # the exit code if a claim differs from the book, as some of SampleData do
    words = ["minerbook", "verify", "--database", book]
    return Comparison(
        "Verification of 10,000 claims",
        """\
The claims of SampleData, repeated with 42 times as many publishers, are checked against its book.
No other tool does this.""",
        [
            Command(
                "minerbook verify",
                words,
                lambda output: checks.lines([*words, "--format", "csv"], 1 + count, differs),
                rows=count,
                exit_code=differs,
            )
        ],
        [Target("7", "at most 1 s", 1, lambda measured: measured["minerbook verify"].median, "s")],
        often=5,
    )


def start_up():
    """The time to start and end."""
    ours, shell = "minerbook --version", "sqlite3 --version"
    return Comparison(
        "Start-up",
        "The program starts, prints its version and ends.",
        [
            Command(ours, ["minerbook", "--version"], against=(shell,)),
            Command(shell, ["sqlite3", "--version"]),
        ],
        [Target("8", "at most 3.5 × the shell's", 3.5, ratio(ours, shell))],
        often=10,
        runs=10,
        warmup=1,
    )


# In the order of the results. Each function generates the data it needs when it is called.
COMPARISONS = {
    "import-by-day": imports.by_day,
    "import-by-subject": imports.by_subject,
    "import-small": imports.small,
    "import-large": imports.large,
    "import-again": imports.again,
    "import-shapes": imports.shapes,
    "import-spellings": other_files.spellings,
    "import-sheet": other_files.sheet,
    "import-json": other_files.series,
    "import-company-facts": other_files.company_facts,
    "reports": reports,
    "export": export,
    "verify": verify,
    "start-up": start_up,
}
