"""Gives extreme values to every option and argument of every command: each is refused with a message
and without a trace, or taken, and the book is sound."""

import os
import random
import re

from book import EXPECTED, Fault
from sample import TODAY, SampleDesk

# A valid line for each command, whose words are replaced one by one. A command without a line here is
# a fault, so that new ones are not forgotten.
LINES = {
    "demo": [["demo", "."]],
    "init": [["init"]],
    "import": [["import", "prices.csv"],
               ["import", "bare.csv", "--subject", "RIOT", "--metric", "btc_held", "--unit", "BTC",
                "--period", "2026-01-31", "--published-on", "2026-02-01", "--source", "s",
                "--status", "reported"]],
    "log": [["log", "RIOT", "btc_held=5 BTC", "--on", "2026-01-31", "--source", "s"]],
    "retract": [["retract", "RIOT", "btc_held", "--on", "2025-12-31"]],
    "undo": [["undo", "1"]],
    "merge": [["merge", "sound.db"]],
    "template": [["template", "--period", "2026-02"]],
    "report": [["report", "sector"], ["report", "company", "RIOT"], ["report", "outlook"],
               ["report", "matrix", "--metric", "btc_held"], ["report", "trend"]],
    "show": [["show", "RIOT", "btc_held"]],
    "list": [["list", "companies"]],
    "export": [["export"]],
    "verify": [["verify"]],
    "check": [["check"]],
    "backup": [["backup", "copy.db"]],
    "restore": [["restore", "sound.db"]],
    "copy": [["copy", "minerbook.db", "copy.db"]],
}

# Names of files among them stay in the folder.
VALUES = [
    "", " ", "-", "--", "-1", "0", "1", "00", "+1", "1.5", "1,5", "1e309", "NaN", "inf", "-0", "0x10",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551616",
    "0.0000000000000000001", "9" * 400, "x" * 100_000, "0001-01-01", "9999-12-31", "2024-02-30",
    "2024-02-29", "2026-13", "10000-01-01", "-0001-01-01", "0000-00-00", "2025Q5", "0001Q1", "9999Q4",
    "2025Q3 TTM", "0001 TTM", "2025-12-31/2025-01-01", "0001-01-01/9999-12-31", "9999", "0001", "H3 2025",
    "é", "e\u0301", "\U0001F4A3", "\u0661\u0662", "\u202Eevil", "\x1b[2J", "a\nb", "a\tb", "\u200B", "%s%n",
    "'", '"', "$(x)", "*", "NULL", ".", "..", "nix/nix", "RIOT", "riot ", "BTC", "all", "name:asc", "btc_held",
    "A1:B2", "ZZZ9999999:A1", "+99:99", "a=b", "=", "a=", "=b", os.fsdecode(b"\xFF\xFE"), "companies.csv",
    "minerbook.db"]


def run(program, share, seed=1):
    """Tries a `share` of all values in each place; returns how many commands were run."""
    chance = random.Random(seed)
    desk = SampleDesk(program)
    desk.prepare()
    desk.write("bare.csv", "value\n5\n")
    desk.sample.append("bare.csv")
    with open(desk.path("sound.db"), "rb") as file:
        sound = file.read()
    help_text = desk.run("--help").stdout.decode().split("SUBCOMMANDS:")[1]
    commands = re.findall(r"^  (\w+)  ", help_text, re.MULTILINE)
    if sorted(commands) != sorted(LINES):
        raise Fault(f"the commands are {commands}: LINES must have them all")
    count = 0
    for command in commands:
        for words in attempts(desk, command):
            if chance.random() < share:
                count += 1
                attempt(desk, words, sound)
    desk.remove()
    return count


def attempts(desk, command):
    """All lines to try, by the options that the program's help names."""
    text = desk.run(command, "--help").stdout.decode()
    options = re.findall(r"^  (?:-\w, )?(--[\w-]+)( <)?", text, re.MULTILINE)
    for line in LINES[command]:
        for value in VALUES:
            for place in range(1, len(line)):
                if line[place] != "-" and not line[place].startswith("--"):
                    yield line[:place] + [value] + line[place + 1:]
            for option, has_value in options:
                if has_value:
                    yield [*without(line, option), f"{option}={value}"]
            yield [*line, value]
        for option, has_value in options:
            yield [*line, option]
            yield [*line, option, option]
            yield [*line, f"{option}=", f"{option}=1", f"{option}=2"]


def without(line, option):
    """The line without an option and its value."""
    if option not in line:
        return line
    place = line.index(option)
    return line[:place] + line[place + 2:]


def attempt(desk, words, sound):
    desk.reset()
    shown = " ".join(word if len(word) < 200 else word[:20] + "…" for word in words)
    where = f"minerbook {shown!a}"
    result = desk.run(*words, *([] if any("--today" in word for word in words) else TODAY))
    said = result.stderr.decode(errors="replace")
    if result.returncode not in EXPECTED:
        raise Fault(f"{where}: ends with {result.returncode}: {said[:300]}")
    if result.returncode not in (0, 1) and not re.search("^Error: .", said, re.MULTILINE):
        raise Fault(f"{where}: ends with {result.returncode} and does not say why: {said[:300]}")
    hidden = re.search("[\x00-\x08\x0B-\x1F\x7F\u200B\u202E]", said)
    if hidden:
        raise Fault(f"{where}: prints {hidden[0]!a} on stderr")
    with open(desk.path("minerbook.db"), "rb") as file:
        is_same = file.read() == sound
    if result.returncode != 0 and not is_same:
        raise Fault(f"{where}: ends with {result.returncode}, but has changed the book")
    rest = [name for name in os.listdir(desk.folder)
            if name.startswith(".minerbook-tmp-") or name.endswith("-journal")]
    if rest:
        raise Fault(f"{where}: leaves {rest}")
    if not is_same and desk.run("check").returncode not in (0, 1):
        raise Fault(f"{where}: the book is not sound afterwards")
