"""Sends signals to commands at random moments: the book is as before or as after, and sound."""

import os
import random
import signal
import subprocess
import time

from book import COMMANDS, Desk, Fault

# What terminals, shells and service managers send. SIGPIPE does not end a command, and one that was
# stopped goes on; the others end it at once.
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGPIPE,
           signal.SIGTSTP]


def run(program, count, signals=(signal.SIGKILL,), seed=1):
    """Sends each command `count` times one of the signals, and returns how many hit a running command.
    """
    chance = random.Random(seed)
    hits = 0
    desk = Desk(program)
    desk.prepare()
    for name, arguments in COMMANDS.items():
        before, after, finished = desk.outcome(arguments)
        files = whole_files(desk)
        desk.reset()
        started = time.monotonic()
        desk.run(*arguments)
        duration = time.monotonic() - started
        for number in range(count):
            desk.reset()
            sent = signals[number % len(signals)]
            hit, code = interrupt(desk, arguments, sent, chance.uniform(0, duration), chance)
            hits += hit
            where = f"{name}, {sent.name}"
            state = desk.state()
            if state not in (before, after):
                raise Fault(f"{where}: the book is neither as before nor as after")
            is_ended = sent not in (signal.SIGPIPE, signal.SIGTSTP) and code == -sent
            if not is_ended and code != finished.returncode:
                raise Fault(f"{where}: ends with {code}")
            if code == 0 and state != after:
                raise Fault(f"{where}: exit code 0, but the book is as before")
            check_files(desk, files, where)
            if name.startswith("upgrade"):
                check_upgrade(desk, arguments[-1])
            if desk.leftovers():
                raise Fault(f"{where}: unfinished files stay: {desk.leftovers()}")
    desk.remove()
    return hits


def interrupt(desk, arguments, sent, delay, chance):
    """Runs a command, and sends a signal to it or, like a terminal, to all of its processes. Returns
    whether it was still running, and its exit code."""
    process = subprocess.Popen(
        desk.command(*arguments), cwd=desk.folder, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, preexec_fn=os.setpgrp)
    time.sleep(delay)
    # A program ignores closed pipes from its first instructions on, not while the system loads it.
    while sent == signal.SIGPIPE and process.poll() is None and not ignores(process.pid, sent):
        time.sleep(0.0005)
    is_running = process.poll() is None
    send = os.killpg if sent != signal.SIGKILL and chance.random() < 0.5 else os.kill
    if is_running:
        send(process.pid, sent)
        if sent == signal.SIGTSTP:
            os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
            send(process.pid, signal.SIGCONT)
    return is_running, process.wait(timeout=60)


def ignores(process, sent):
    """Whether a process ignores a signal; also if the system does not tell."""
    try:
        with open(f"/proc/{process}/status") as status:
            masks = [line.split()[1] for line in status if line.startswith("SigIgn:")]
    except OSError:
        return True
    return not masks or int(masks[0], 16) >> (sent - 1) & 1 == 1


def whole_files(desk):
    """The sizes of the files that a command has written."""
    sizes = {}
    for folder, _, names in os.walk(desk.folder):
        for name in names:
            path = os.path.join(folder, name)
            is_book = name == "minerbook.db" or name.startswith("minerbook.db-")
            if not is_book and not name.startswith(("old", ".")) and not name.endswith("sound.db"):
                sizes[os.path.relpath(path, desk.folder)] = os.path.getsize(path)
    return sizes


def check_written(desk, files, where):
    """A command that has ended with 0 has written all of its files. Names with a time may differ."""
    written = whole_files(desk)
    for path in files:
        if path not in written and ".replaced-" not in path:
            raise Fault(f"{where}: exit code 0, but {path} is missing")


def check_files(desk, files, where):
    """A file of the command is there as a whole or not at all."""
    for path, size in whole_files(desk).items():
        # A new book may be empty.
        if path in ("created.db", "created.db-journal"):
            if desk.run("init", "--database", "created.db").returncode != 0:
                raise Fault(f"{where}: created.db is no book")
        elif path in files and size != files[path]:
            raise Fault(f"{where}: {path} has {size} bytes, not {files[path]}")


def check_upgrade(desk, book):
    """A book whose upgrade was stopped is upgraded by the next command, with all of its figures."""
    if desk.run("init", "--database", book).returncode != 0:
        raise Fault(f"{book}: cannot be upgraded after a failure")
    found = desk.state(book).count(b"example.com")
    if found != 2000:
        raise Fault(f"{book}: has {found} of 2,000 figures after a failure")
