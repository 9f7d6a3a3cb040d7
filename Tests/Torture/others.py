"""Books that other programs have open, have locked, or have put into WAL mode, and a command that is
stopped while it writes: whoever waits in vain is told who has the book, and can go on later."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import time

from book import COMMANDS, HEADER, Desk, Fault
from damage import READERS

# Those that change `minerbook.db`.
WRITERS = {name: arguments for name, arguments in COMMANDS.items()
           if arguments[0] in ("import", "undo", "retract", "merge", "log", "restore")}

# What another program does with the book, and whether readers must wait for its end. Writers must.
HOLDS = {
    "reads": ("BEGIN; SELECT count(*) FROM observation", False),
    "writes": ("BEGIN IMMEDIATE", False),
    "locks": ("BEGIN EXCLUSIVE", True),
    "reads in WAL mode": ("PRAGMA journal_mode = WAL; BEGIN; SELECT count(*) FROM observation", False),
    "writes in WAL mode": ("PRAGMA journal_mode = WAL; BEGIN IMMEDIATE", False),
}


def run(program):
    """Returns how many commands met another program."""
    desk = Desk(program)
    desk.prepare()
    outcomes = {name: desk.outcome(arguments)[:2] for name, arguments in WRITERS.items()}
    met = sum(leave_in_wal_mode(desk, name, *outcome) for name, outcome in outcomes.items())
    for what in HOLDS:
        met += hold(desk, what, outcomes)
    met += stop_a_writer(desk)
    desk.remove()
    return met


def leave_in_wal_mode(desk, name, before, after):
    """A book in WAL mode that nobody uses, or whose last user was killed, is like any other."""
    for is_killed in (False, True):
        desk.reset()
        user = sqlite3.connect(desk.path("minerbook.db"))
        user.execute("PRAGMA journal_mode = WAL")
        user.execute("UPDATE subject SET name = name")
        user.commit()
        if is_killed:
            left = {ending: read(desk.path("minerbook.db" + ending)) for ending in ("", "-wal")}
        user.close()
        if is_killed:
            for ending, data in left.items():
                with open(desk.path("minerbook.db" + ending), "wb") as file:
                    file.write(data)
        where = f"{name}, WAL mode" + (", last user killed" if is_killed else "")
        said = [desk.run(*reader) for reader in READERS]
        if [result.returncode for result in said] != [0] * len(READERS):
            raise Fault(f"{where}: a reader fails: {[result.stderr[:200] for result in said]}")
        result = desk.run(*WRITERS[name])
        if result.returncode != 0:
            raise Fault(f"{where}: ends with {result.returncode}: {result.stderr.decode()[:300]}")
        if figures(desk.state()) != figures(after):
            raise Fault(f"{where}: the book is not as after")
        if os.path.exists(desk.path("minerbook.db-wal")):
            raise Fault(f"{where}: minerbook.db-wal stays")
    return 2


def read(path):
    with open(path, "rb") as file:
        return file.read()


def figures(state):
    """What a book says, without what `check` says of the program that wrote last."""
    return state.split(b"\0", 1)[1]


def hold(desk, what, outcomes):
    """Commands while another program has the book, and after that."""
    sql, is_exclusive = HOLDS[what]
    for name, (before, after) in outcomes.items():
        desk.reset()
        said = [desk.run(*reader).stdout for reader in READERS]
        code = ("import sqlite3, sys\nbook = sqlite3.connect('minerbook.db', isolation_level=None)\n"
                f"for sql in {sql.split('; ')!r}: book.execute(sql).fetchall()\n"
                "print('ready', flush=True)\nsys.stdin.read()")
        other = subprocess.Popen([sys.executable, "-c", code], cwd=desk.folder, stdin=subprocess.PIPE,
                                 stdout=subprocess.PIPE)
        other.stdout.readline()
        try:
            where = f"{name}, another program {what}"
            wait_in_vain(desk, WRITERS[name], other.pid, "WAL" not in what, where)
            for reader, text in zip(READERS, said):
                if is_exclusive:
                    wait_in_vain(desk, reader, other.pid, True, where)
                else:
                    result = desk.run(*reader)
                    if result.returncode != 0 or result.stdout != text:
                        raise Fault(f"{where}: {reader} ends with {result.returncode}")
        finally:
            other.communicate()
        result = desk.run(*WRITERS[name])
        if result.returncode != 0 or figures(desk.state()) != figures(after):
            raise Fault(f"{where} no more: ends with {result.returncode}: "
                        + result.stderr.decode()[:300])
    return len(outcomes)


def wait_in_vain(desk, arguments, process, is_named, where, seconds=0):
    """The command must end with 75 after so long, and name the process that has the book."""
    started = time.monotonic()
    result = desk.run(*arguments, "--wait", str(seconds))
    said = result.stderr.decode()
    if result.returncode != 75:
        raise Fault(f"{where}: {arguments} ends with {result.returncode}: {said[:300]}")
    if not seconds <= time.monotonic() - started < seconds + 10:
        raise Fault(f"{where}: {arguments} does not wait for {seconds} seconds")
    if is_named and not re.search(rf"is in use by \S+ \(process {process}\); try again", said):
        raise Fault(f"{where}: {arguments} does not name process {process}: {said[:300]}")


def stop_a_writer(desk):
    """A command that is stopped while it writes: others wait in vain, or until it has gone on."""
    desk.reset()
    desk.write("big.csv", HEADER + "".join(
        desk.figures(year, "big").removeprefix(HEADER) for year in range(2024, 2043)))
    said = [desk.run(*reader).stdout for reader in READERS]
    log, where = WRITERS["log"], "an import that is stopped"
    for delay in (0, 0.01, 0.03, 0.1):
        writer = stopped_writer(desk, delay)
        wait_in_vain(desk, log, writer.pid, True, where, seconds=1)
        for reader, text in zip(READERS, said):
            result = desk.run(*reader, "--wait", "0")
            if result.returncode != 75 and result.stdout != text:
                raise Fault(f"{where}: {reader} prints something else")
        waiting = subprocess.Popen(desk.command(*log, "--wait", "30"), cwd=desk.folder,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.2)
        if waiting.poll() is not None:
            raise Fault(f"{where}: {log} does not wait for it")
        writer.send_signal(signal.SIGCONT)
        codes = writer.wait(timeout=60), waiting.wait(timeout=60)
        state = desk.state()
        if codes != (0, 0) or state.count(b",big,") != 19 * 960 or state.count(b"2023-01-01") != 1:
            raise Fault(f"{where}: figures are lost after it went on, exit codes {codes}")
    return 4


def stopped_writer(desk, delay):
    """An import that has locked the book and goes on only after SIGCONT."""
    while True:
        desk.reset()
        writer = subprocess.Popen(desk.command("import", "big.csv"), cwd=desk.folder,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while writer.poll() is None and not os.path.exists(desk.path("minerbook.db-journal")):
            time.sleep(0.001)
        time.sleep(delay)
        writer.send_signal(signal.SIGSTOP)
        if writer.poll() is None:
            os.waitid(os.P_PID, writer.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
        if writer.poll() is None and os.path.exists(desk.path("minerbook.db-journal")):
            return writer
        delay /= 2
        writer.send_signal(signal.SIGCONT)
        writer.wait(timeout=60)
