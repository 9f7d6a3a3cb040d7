#!/usr/bin/env python3
"""Tries to break books with the program, and stops at the first promise that is not kept.

    torture.py PROGRAM [--full] [damage | schema | kill | signals | power …]

Without names it does all parts, as many at once as there are processors. README.md in this folder
says what each does and how long it takes.
"""

import multiprocessing
import os
import signal
import sys
import time

import crowd
import damage
import figures
import inject
import kill
import options
import others
import places
import power
import same
import schema
from book import Fault

# Each part, longest first, with what it does in the short form and with --full.
PARTS = {
    "inject": lambda program, full: f"{inject.run(program, 200 if full else 2)} system calls failed",
    "power": lambda program, full:
        f"{power.run(program, *((10_000, 12) if full else (8, 6)))} disks left by a loss of power",
    "damage": lambda program, full:
        "{} damaged books, {} bits of rows flipped, all found".format(
            *damage.run(program, *((2000, 2000) if full else (100, 200)))),
    "kill": lambda program, full: f"{kill.run(program, 200 if full else 12)} commands killed",
    "signals": lambda program, full:
        f"{kill.run(program, 200 if full else 12, kill.SIGNALS)} commands got a signal",
    "places": lambda program, full: places.run(program, 40 if full else 4),
    "same": lambda program, full: f"{same.run(program, 1 if full else 0.1)} answers compared",
    "schema": lambda program, full: f"{schema.run(program, 1 if full else 0.1)} changed schemas",
    "options": lambda program, full:
        f"{options.run(program, 1 if full else 0.03)} lines with extreme values",
    "figures": lambda program, full: "{} extreme figures kept, {} refused".format(
        *figures.run(program, 1 if full else 0.1)),
    "others": lambda program, full: f"{others.run(program)} commands met another program",
    "crowd": lambda program, full: "{} figures written, {} reports read".format(
        *crowd.run(program, 60 if full else 10)),
}

# Parts that trace the program with strace.
TRACING = ["inject", "power"]


def main(arguments):
    full = "--full" in arguments
    names = [argument for argument in arguments if not argument.startswith("-")]
    if not names or set(names[1:]) - set(PARTS):
        sys.exit(__doc__)
    program = os.path.abspath(names[0])
    tasks = [(name, program, full) for name in PARTS if not names[1:] or name in names[1:]]
    with multiprocessing.Pool(min(len(tasks), os.cpu_count()), end_at_once) as pool:
        for line, is_fault in pool.imap_unordered(run_part, tasks, chunksize=1):
            if is_fault:
                sys.exit(line)
            print(line, flush=True)


def end_at_once():
    # Ctrl-C ends all parts, and only the main process says so.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def run_part(task):
    name, program, full = task
    if name in TRACING and not inject.is_available():
        return f"{name}: skipped, strace is not installed or may not trace", False
    started = time.monotonic()
    try:
        result = PARTS[name](program, full)
    except Fault as fault:
        return f"{name}: FAULT: {fault}", True
    return f"{name}: {result} in {time.monotonic() - started:.0f} s, no fault", False


if __name__ == "__main__":
    main(sys.argv[1:])
