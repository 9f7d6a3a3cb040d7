"""A book of the sample data, and every command that only reads it."""

import csv
import io
import os
import re
import shutil
import subprocess

from book import Desk, Fault

SAMPLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../SampleData")
TODAY = ["--today", "2026-02-01"]
FORMATS = ["table", "csv", "json", "markdown", "html", "xlsx"]


class SampleDesk(Desk):
    """A folder with the files of the sample data and a book of them."""

    def prepare(self):
        for name in os.listdir(SAMPLE):
            if name.endswith(".csv"):
                shutil.copy(os.path.join(SAMPLE, name), self.path(name))
        self.sample = sorted(name for name in os.listdir(SAMPLE) if name.endswith(".csv"))
        result = self.run("import", *self.sample, *TODAY)
        if result.returncode != 0:
            raise Fault(f"the sample data cannot be imported: {result.stderr.decode()[-300:]}")
        shutil.copy(self.path("minerbook.db"), self.path("sound.db"))

    def reset(self):
        """Brings back the book, and removes what commands have written."""
        kept = {*self.sample, "sound.db"}
        for name in set(os.listdir(self.folder)) - kept:
            if os.path.isdir(self.path(name)):
                shutil.rmtree(self.path(name))
            else:
                os.unlink(self.path(name))
        shutil.copy(self.path("sound.db"), self.path("minerbook.db"))

    def run_in(self, environment, *arguments):
        """Runs a command with these environment variables and no others."""
        return subprocess.run(self.command(*arguments), cwd=self.folder, capture_output=True,
                              timeout=60, env=environment)

    def reports(self):
        """The words of each report, by the program's own list of them."""
        listed = self.run("list", "reports", "--format", "csv").stdout.decode()
        more = {"company": ["RIOT"], "matrix": ["--metric", "btc_held"]}
        return [["report", row["name"], *more.get(row["name"], [])]
                for row in csv.DictReader(io.StringIO(listed))]

    def lists(self):
        """The words of each list, by the program's help."""
        text = " ".join(self.run("list", "--help").stdout.decode().split())
        names = re.search(r"\(values: ([^;)]*)\)", text)[1].split(", ")
        return [["list", name] for name in names]

    def readings(self):
        """All commands that only read, in every format."""
        plain = self.reports() + self.lists() + [
            ["show", "RIOT"], ["show", "BTC", "--vintages"], ["show", "MARA", "--corrections"],
            ["verify"], ["check", "--format", "csv"], ["check"]]
        found = [[*words, "--format", name] for words in plain if "check" not in words
                 for name in FORMATS]
        return found + plain[-2:] + [
            ["export"], ["export", "--format", "json"], ["export", "--format", "ndjson"],
            ["export", "--format", "xlsx"], ["template", "--period", "2026-02"],
            ["template", "--period", "2026-02", "--format", "xlsx"],
            ["report", "sector", "--explain", "network_share"], ["report", "sector", "--chart"],
            ["report", "trend", "--chart", "hashrate", "--format", "svg"]]
