"""What the parts of the bench have in common: the files, running the program, and tables of results."""

import dataclasses
import pathlib
import subprocess
import time

from cluster import PROJECT

SAMPLE = sorted(map(str, (PROJECT / "SampleData").glob("*.csv")))


class Wrong(Exception):
    """Something that must hold does not."""


@dataclasses.dataclass
class Section:
    """A section of the results."""

    title: str
    text: str
    header: list
    rows: list


class Bench:
    """The program, the files and the size of a run."""

    def __init__(self, program, folder, rows):
        """`rows` is how many invented observations there are."""
        self.program, self.folder, self.rows = pathlib.Path(program).resolve(), folder, rows
        names = ["companies", "group", "first", "rest"]
        self.companies, self.group, self.first, self.rest = (
            str(folder / f"cluster-{each}.csv") for each in names)
        missing = [f"cluster-{each}.csv" for each in names
                   if not (folder / f"cluster-{each}.csv").exists()]
        if missing:
            subprocess.run([PROJECT / "Benchmarks" / "generate", folder, str(rows), *missing],
                           check=True)

        # Of companies on all nodes.
        self.small = str(folder / "small.csv")
        with open(self.small, "w") as file:
            file.write("subject,metric,period,value,unit,source\n")
            file.writelines(f"M{each:03},btc_held,2010-01-01,{each},BTC,small\n"
                            for each in range(1, 101))

    @property
    def million(self):
        """A file of 1,000,000 observations, or of nine tenths of them if there are fewer."""
        return self.first if self.rows >= 10_000_000 else self.rest

    @property
    def count_of_million(self):
        return self.rows // 10 if self.million == self.first else self.rows - self.rows // 10

    def start(self, address, *arguments):
        """Starts a command of the program, with pipes to its output."""
        return subprocess.Popen(
            [self.program, *arguments, "--database", address, "--today", "2026-02-10"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, address, *arguments):
        """Runs a command, and returns its exit code, its output and its errors."""
        running = self.start(address, *arguments)
        output, errors = running.communicate()
        return running.returncode, output, errors

    def must(self, address, *arguments, code=0):
        """Runs a command that has to end with a code, and returns its output and how long it took."""
        began = time.monotonic()
        found, output, errors = self.run(address, *arguments)
        if found != code:
            raise Wrong(f"{' '.join(arguments)} ends with {found}: {errors.decode()[-1000:]}")
        return output, time.monotonic() - began


def seconds(time):
    return f"{time:.2f} s" if time < 10 else f"{time:.0f} s"


def per_second(rows, time):
    return f"{rows / time:,.0f}"
