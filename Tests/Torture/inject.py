"""Lets system calls fail, one by one: an error and the book as before, or success."""

import re
import shutil
import subprocess

from book import COMMANDS, EXPECTED, Desk, Fault
from kill import check_upgrade, check_written, whole_files

# Each call with the errors that it may have.
CALLS = {
    "openat": ["EMFILE", "EIO", "ENOSPC"],
    "read": ["EIO", "EINTR"],
    "pread64": ["EIO"],
    "write": ["EIO", "ENOSPC", "EINTR"],
    "pwrite64": ["EIO", "ENOSPC"],
    "fsync": ["EIO"],
    "fdatasync": ["EIO"],
    "ftruncate": ["EIO"],
    "fcntl": ["ENOLCK", "EIO"],
    "rename": ["EIO", "ENOSPC"],
    "unlink": ["EIO"],
    "link": ["EIO", "EMLINK"],
    "mmap": ["ENOMEM"],
    "fstat": ["EIO"],
    "lseek": ["EIO"],
}

def is_available():
    """Whether strace is there, and may trace: some containers do not allow it."""
    if shutil.which("strace") is None:
        return False
    tried = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True)
    return tried.returncode == 0


def run(program, limit):
    """Fails at most `limit` calls of each kind in each command; returns how many were failed."""
    injected = 0
    desk = Desk(program)
    desk.prepare()
    for name, arguments in COMMANDS.items():
        before, after, _ = desk.outcome(arguments)
        files = whole_files(desk)
        counts = count_calls(desk, arguments)
        for call, errors in CALLS.items():
            total = counts.get(call, 0)
            step = max(1, -(-total // limit))
            for number in range(1, total + 1, step):
                for error in errors:
                    injected += 1
                    inject(desk, name, arguments, call, error, number, before, after, files)
    desk.remove()
    return injected


def count_calls(desk, arguments):
    """How often a command makes each call."""
    desk.reset()
    result = subprocess.run(
        ["strace", "-f", "-c", "-U", "name,calls", "-o", "counts.txt", *desk.command(*arguments)],
        cwd=desk.folder, capture_output=True)
    if result.returncode not in (0, 65):
        raise Fault(f"strace {arguments}: {result.stderr.decode()[:300]}")
    with open(desk.path("counts.txt")) as file:
        rows = re.findall(r"^(\w+)\s+(\d+)$", file.read(), re.MULTILINE)
    return {call: int(count) for call, count in rows}


def inject(desk, name, arguments, call, error, number, before, after, files):
    desk.reset()
    where = f"{name}, {call} number {number} fails with {error}"
    result = subprocess.run(
        ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e",
         f"inject={call}:error={error}:when={number}", *desk.command(*arguments)],
        cwd=desk.folder, capture_output=True, timeout=60)
    # The system could not load the program.
    if b"error while loading shared libraries" in result.stderr:
        return
    # Swift ends a program that gets no memory; the book must be whole all the same.
    if result.returncode not in EXPECTED and call != "mmap":
        raise Fault(f"{where}: exit code {result.returncode}: "
                    + result.stderr.decode(errors="replace")[:300])
    state = desk.state()
    if state not in (before, after):
        raise Fault(f"{where}: the book is neither as before nor as after")
    if result.returncode == 0 and state != after:
        raise Fault(f"{where}: exit code 0, but the book is as before")
    if result.returncode == 0:
        check_written(desk, files, where)
    is_of_this_book = not name.startswith(("upgrade", "init"))
    if b"is in the book" in result.stderr and is_of_this_book and (state != after or before == after):
        raise Fault(f"{where}: the error says that the change is in the book, but it is not: "
                    + result.stderr.decode(errors="replace")[:300])
    if result.returncode > 0 and state == after != before and b"in the book" not in result.stderr:
        raise Fault(f"{where}: the change is in the book, but the error does not say so: "
                    + result.stderr.decode(errors="replace")[:300])
    if name.startswith("upgrade"):
        check_upgrade(desk, arguments[-1])
