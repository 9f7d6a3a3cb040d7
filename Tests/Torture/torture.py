#!/usr/bin/env python3
"""Tries to break books with the program, and stops at the first promise that is not kept.

    torture.py PROGRAM [--full] [damage | kill | inject | crowd …]

Without names it does all four. The form for CI takes about four minutes, `--full` about an hour.
"""

import os
import sys
import time

import crowd
import damage
import inject
import kill
from book import Fault


def main(arguments):
    full = "--full" in arguments
    names = [argument for argument in arguments if not argument.startswith("-")]
    if not names:
        sys.exit(__doc__)
    program, chosen = os.path.abspath(names[0]), names[1:]
    parts = {
        "damage": lambda: f"{damage.run(program, 2000 if full else 150)} damaged books",
        "kill": lambda: f"{kill.run(program, 200 if full else 15)} commands killed",
        "inject": lambda: injected(program, full),
        "crowd": lambda: "{} figures written, {} reports read".format(
            *crowd.run(program, 60 if full else 10)),
    }
    for name, part in parts.items():
        if chosen and name not in chosen:
            continue
        started = time.monotonic()
        try:
            result = part()
        except Fault as fault:
            sys.exit(f"{name}: FAULT: {fault}")
        print(f"{name}: {result} in {time.monotonic() - started:.0f} s, no fault", flush=True)


def injected(program, full):
    if not inject.is_available():
        return "skipped, strace is not installed or may not trace;"
    return f"{inject.run(program, 200 if full else 3)} system calls failed"


if __name__ == "__main__":
    main(sys.argv[1:])
