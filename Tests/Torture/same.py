"""Runs the same commands in other surroundings: they print the same bytes and write the same files."""

import os
import random

from book import Fault
from disk import read_folder
from sample import TODAY, SampleDesk

PLAIN = {"PATH": "/usr/bin:/bin", "HOME": "/root"}

# Languages and time zones need not be installed; the zones with numbers are known everywhere.
SURROUNDINGS = [
    {},
    *[{**PLAIN, "LC_ALL": name, "LANG": name}
      for name in ("C", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "nonsense")],
    *[{**PLAIN, "LC_NUMERIC": "de_DE.UTF-8", "LC_TIME": "ja_JP.UTF-8", "LANGUAGE": "de"}],
    *[{**PLAIN, "TZ": zone}
      for zone in ("UTC", "Pacific/Kiritimati", "America/St_Johns", "<+14>-14", "<-1130>11:30",
                   "nonsense")],
    *[{**PLAIN, "COLUMNS": width, "LINES": width} for width in ("1", "40", "80", "200", "-1", "many")],
    {**PLAIN, "TERM": "dumb", "NO_COLOR": "1"},
    {**PLAIN, "TERM": "xterm-256color", "COLORTERM": "truecolor", "CLICOLOR_FORCE": "1"},
    {"PATH": "/usr/bin:/bin", "TMPDIR": "/var/tmp", "USER": "nobody"},
]


def run(program, share, seed=1):
    """Compares a `share` of the commands in each of the surroundings; returns how many comparisons."""
    chance = random.Random(seed)
    desk = SampleDesk(program)
    desk.prepare()
    said = {tuple(words): answer(desk, PLAIN, words) for words in desk.readings()}
    files = write(desk, PLAIN, TODAY)
    if write(desk, PLAIN, ["--today", "2026-02-02"]) == files:
        raise Fault("another day writes the same files: this test finds nothing")
    compared = 0
    for environment in SURROUNDINGS:
        desk.reset()
        for words in chance.sample(sorted(said), round(len(said) * share)):
            compared += 1
            compare(answer(desk, environment, words), said[words], f"{' '.join(words)} in {environment}")
        compared += 1
        compare(write(desk, environment, TODAY), files, f"import and other writers in {environment}")
    desk.remove()
    return compared


def answer(desk, environment, words):
    result = desk.run_in(environment, *words, *TODAY)
    if result.returncode not in (0, 1):
        raise Fault(f"{' '.join(words)} ends with {result.returncode}: {result.stderr.decode()[:300]}")
    return {"exit code": result.returncode, "stdout": result.stdout, "stderr": result.stderr}


def write(desk, environment, today):
    """What commands that write leave in the folder, by relative path."""
    desk.reset()
    os.unlink(desk.path("minerbook.db"))
    for words in (["import", *desk.sample], ["undo", "1"], ["import", *desk.sample],
                  ["log", "RIOT", "btc_held=5 BTC", "--on", "2026-01-31", "--source", "s"],
                  ["retract", "RIOT", "btc_held", "--on", "2026-01-31", "--source", "s"], ["backup"],
                  ["export", "--output", "exported"],
                  ["export", "--format", "xlsx", "--output", "book.xlsx"],
                  ["report", "all", "--format", "html", "--output", "pages"],
                  ["report", "sector", "--format", "xlsx", "--output", "sector.xlsx"],
                  ["restore", "sound.db"]):
        result = desk.run_in(environment, *words, *today)
        if result.returncode != 0:
            raise Fault(f"{' '.join(words)} ends with {result.returncode} in {environment}: "
                        + result.stderr.decode()[-300:])
    return {os.path.relpath(path, desk.folder): data
            for path, data in read_folder(desk.folder).items()}


def compare(found, expected, where):
    for name in sorted({*found, *expected}):
        if found.get(name) != expected.get(name):
            raise Fault(f"{where}: {name} differs")
