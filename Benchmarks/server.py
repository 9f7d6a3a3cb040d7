"""The comparisons of a book on a PostgreSQL server, which is started for them and removed at the end."""

import atexit
import functools
import os
import socket
import subprocess
import sys

import checks
from files import HERE, book_of, data, minerbook_import, sample
from model import Command, Comparison, Target, ratio

sys.path.append(str(HERE.parent / "Tests" / "Postgres"))
from instance import Instance  # noqa: E402

DELAY = 20  # milliseconds that a network takes to carry a question and its answer


def imports():
    """An import into a new book, and the same file copied into a table."""
    file = data("by-day.csv")
    ours, copy, sqlite = "minerbook import", r"psql \copy", "minerbook import, SQLite file"
    return Comparison(
        "Import of a long file, day by day, into PostgreSQL",
        f"""\
{checks.rows(file):,} observations into a new book. The table of psql has the same key as a book: subject,
metric, period and source, as texts; it has no checks, units, history or lines of files. The server runs
on the same machine and syncs what it commits. CPU and memory are those of the client.""",
        [
            Command(
                ours,
                minerbook_import(schema("scratch"), data("companies.csv"), file),
                lambda output: on_server("scratch", file, "value * 1000 / power(10, decimals)"),
                rows=checks.rows(file),
                against=(copy,),
                prepare=new_schema("scratch"),
            ),
            Command(
                copy,
                ["psql", schema("plain"), "-qc", rf"\copy observation FROM {file} CSV HEADER"],
                lambda output: on_server("plain", file, "value * 1000"),
                rows=checks.rows(file),
                prepare=new_schema("plain", TABLE),
            ),
            Command(
                sqlite,
                minerbook_import("scratch.db", data("companies.csv"), file),
                lambda output: checks.book("scratch.db", file),
                rows=checks.rows(file),
                against=(copy,),
                makes="scratch.db",
            ),
        ],
        [Target("", "at most 1.5 × psql's", 1.5, ratio(ours, copy))],
    )


def reports():
    """Reports of the sample data: from a file, from the server, and from one far away."""
    book = book_of("sample.db", *sample())
    subprocess.run(new_schema("sample"), check=True)
    checks.output_of(minerbook_import(schema("sample"), *sample()))
    commands, targets = [], []
    for name, more in [("sector", []), ("valuation", []), ("company", ["RIOT"]), ("trend", [])]:
        words = ["minerbook", "report", name, *more, "--database"]
        near, far = f"{name}, server", f"{name}, server {DELAY} ms away"

        def equal(output, words=words):
            checks.same(output, [*words, book])

        commands += [
            Command(name, [*words, book]),
            Command(near, [*words, schema("sample")], equal, against=(name,)),
            Command(far, [*words, schema("sample", far=True)], equal, against=(name,)),
        ]
        targets.append(
            Target(
                "",
                f"{name}: {DELAY} ms away at most 0.25 s more",
                0.25,
                lambda measured, near=near, far=far: measured[far].median - measured[near].median,
                "s",
            )
        )
    return Comparison(
        "Reports of SampleData from PostgreSQL",
        f"""\
The same reports, byte for byte, of a book in a file, of one on a server on this machine, and of the latter
through a connection that holds everything back for {DELAY // 2} ms in both directions (delay.py; `tc netem`
does the same where the kernel has it). Connecting takes round trips, too.""",
        commands,
        targets,
        often=5,
        runs=3,
        warmup=1,
    )


def copies():
    """A book copied to the server and back."""
    file = data("by-day.csv")
    book = book_of("by-day.db", data("companies.csv"), file)
    subprocess.run(new_schema("whole"), check=True)
    checks.output_of(["minerbook", "copy", book, schema("whole")])
    to_server, to_file = "minerbook copy, file to server", "minerbook copy, server to file"
    return Comparison(
        "Copy of a book to PostgreSQL and back",
        f"""\
A book of {checks.rows(file):,} observations, copied with everything it has and compared row by row
afterwards.""",
        [
            Command(
                to_server,
                ["minerbook", "copy", book, schema("scratch")],
                lambda output: on_server("scratch", file, "value * 1000 / power(10, decimals)"),
                rows=checks.rows(file),
                prepare=new_schema("scratch"),
            ),
            Command(
                to_file,
                ["minerbook", "copy", schema("whole"), "scratch.db"],
                lambda output: checks.book("scratch.db", file),
                rows=checks.rows(file),
                makes="scratch.db",
            ),
        ],
        [],
    )


TABLE = """
    CREATE TABLE plain.observation (
        subject text NOT NULL,
        metric text NOT NULL,
        period text NOT NULL,
        value numeric NOT NULL,
        unit text NOT NULL,
        source text NOT NULL,
        PRIMARY KEY (subject, metric, period, source)
    );
"""


@functools.cache
def server():
    """The server. Commands find it by PGHOST, so that no path of this machine is in the results."""
    instance = Instance("bench", "shared_buffers = 512MB", "max_wal_size = 4GB")
    atexit.register(instance.remove)
    os.environ["PGHOST"] = str(instance.folder)
    return instance


@functools.cache
def far_port():
    """The port of a connection to the server that holds everything back."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    path = next(server().folder.glob(".s.PGSQL.*[0-9]"))
    delay = subprocess.Popen(
        [sys.executable, HERE / "delay.py", str(port), path, str(DELAY / 2)],
        stdout=subprocess.PIPE,
    )
    atexit.register(delay.kill)
    delay.stdout.readline()  # once it listens
    return port


def schema(name, far=False):
    """The address of a schema of the server."""
    words = [word for word in server().address.split() if not word.startswith("host=")]
    if far:
        words = ["host=127.0.0.1", f"port={far_port()}", *words]
    return " ".join([*words, f"options=-csearch_path={name}"])


def new_schema(name, statements=""):
    """The command that makes an empty schema, and lets the server write what earlier commands left."""
    sql = f"DROP SCHEMA IF EXISTS {name} CASCADE; CREATE SCHEMA {name};{statements}"
    return ("psql", server().address, "-qX", "-c", sql, "-c", "CHECKPOINT")


def on_server(name, file, thousandths):
    """Checks that the schema has exactly the observations of the file."""
    source = "source.text" if name == "scratch" else "source"
    join = "JOIN source ON source.id = observation.source" if name == "scratch" else ""
    found = server().sql(f"""
        SET search_path = {name};
        SELECT count(*), sum(round({thousandths})), sum(length({source})) FROM observation {join};
    """)
    checks.expect(f"the schema {name}", checks.Facts(*map(int, map(float, found.split("|")))),
                  checks.facts_of_data(file))


# In the order of the results.
COMPARISONS = {"server-import": imports, "server-reports": reports, "server-copy": copies}
