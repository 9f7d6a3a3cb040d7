"""Kills commands at random moments: the book is as before or as after, and sound."""

import os
import random
import signal
import subprocess
import time

from book import COMMANDS, Desk, Fault


def run(program, count, seed=1):
    """Kills each command `count` times, and returns how many kills hit a running command."""
    chance = random.Random(seed)
    hits = 0
    desk = Desk(program)
    desk.prepare()
    for name, arguments in COMMANDS.items():
        desk.reset()
        before = desk.state()
        started = time.monotonic()
        finished = desk.run(*arguments)
        duration = time.monotonic() - started
        if finished.returncode not in (0, 65):
            raise Fault(f"{name} ends with {finished.returncode}: {finished.stderr.decode()}")
        after = desk.state()
        files = whole_files(desk)
        for _ in range(count):
            desk.reset()
            process = subprocess.Popen(
                desk.command(*arguments), cwd=desk.folder, stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, duration))
            if process.poll() is None:
                hits += 1
            process.send_signal(signal.SIGKILL)
            process.wait()
            if desk.state() not in (before, after):
                raise Fault(f"{name}, killed: the book is neither as before nor as after")
            check_files(desk, files, name)
            if name.startswith("upgrade"):
                check_upgrade(desk, arguments[-1])
            if desk.leftovers():
                raise Fault(f"{name}, killed: unfinished files stay: {desk.leftovers()}")
    desk.remove()
    return hits


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


def check_files(desk, files, name):
    """A file of the command is there as a whole or not at all."""
    for path, size in whole_files(desk).items():
        # A new book may be empty.
        if path in ("created.db", "created.db-journal"):
            if desk.run("init", "--database", "created.db").returncode != 0:
                raise Fault(f"{name}, killed: created.db is no book")
        elif path in files and size != files[path]:
            raise Fault(f"{name}, killed: {path} has {size} bytes, not {files[path]}")


def check_upgrade(desk, book):
    """A book whose upgrade was stopped is upgraded by the next command, with all of its figures."""
    if desk.run("init", "--database", book).returncode != 0:
        raise Fault(f"{book}: cannot be upgraded after a failure")
    found = desk.state(book).count(b"example.com")
    if found != 2000:
        raise Fault(f"{book}: has {found} of 2,000 figures after a failure")
