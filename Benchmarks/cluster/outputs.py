"""Every command prints the same of a distributed book as of an SQLite file, byte for byte."""

import re
import subprocess
import sys

from cluster import PROJECT
from model import Section, Wrong


def run(bench, cluster):
    books = 3
    names = [f"compared_{number}" for number in range(books)]
    words = [sys.executable, "-B", PROJECT / "Tests" / "Postgres" / "compare.py", bench.program,
             "--books", str(books - 1)]
    for name in names:
        words += ["--address", cluster.book(name)]
    done = subprocess.run(list(map(str, words)), capture_output=True, text=True)
    found = re.search(r"(\d+) commands compared on both engines, 0 differ", done.stdout)
    if done.returncode != 0 or not found:
        raise Wrong(f"compare.py ends with {done.returncode}: {done.stdout[-3000:]}{done.stderr}")
    return [Section(
        "The same bytes as SQLite",
        "Tests/Postgres/compare.py: imports, all reports, lists and exports, corrections, a retraction "
        "and `undo` on a book in an SQLite file and on three nodes. Output and exit code are compared.",
        ["books", "commands", "differences"],
        [[f"SampleData and {books - 1} random books", found[1], "0"]])]
