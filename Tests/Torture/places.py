"""Commands where they cannot write: full disks, limits of file sizes, read-only folders and files. They
say where and what, leave the book as it was, and nothing else behind."""

import contextlib
import os
import pwd
import resource
import subprocess
import tempfile

from book import COMMANDS, EXPECTED, Desk, Fault
from kill import check_written, whole_files


# Commands that only read the book.
CREATING = ["export", "report", "backup", "copy"]


def run(program, steps):
    """Tries each command with `steps` sizes of disks and of files. Returns what was tried."""
    desk = Desk(program)
    desk.prepare()
    tried = {"limits": 0, "full disks": 0, "read-only places": 0}
    for name, arguments in COMMANDS.items():
        case = Case(desk, name, arguments)
        tried["limits"] += limit(case, steps)
        if may_mount():
            tried["full disks"] += fill(case, steps)
            tried["read-only places"] += mount_for_reading(case)
        if may_be_nobody(program):
            tried["read-only places"] += forbid(case)
    desk.remove()
    return ", ".join(f"{count or 'no'} {what}" for what, count in tried.items())


class Case:
    """A command, with what it does where it can write."""

    def __init__(self, desk, name, arguments):
        self.desk, self.name, self.arguments = desk, name, arguments
        self.before, self.after, _ = desk.outcome(arguments)
        self.files = whole_files(desk)
        desk.reset()

    def judge(self, desk, result, where, is_limited=False):
        """Raises a fault unless the command has done everything, or nothing and said why."""
        where = f"{self.name}, {where}"
        said = result.stderr.decode(errors="replace")
        if result.returncode not in EXPECTED:
            raise Fault(f"{where}: ends with {result.returncode}: {said[:300]}")
        rest = [name for _, _, names in os.walk(desk.folder) for name in names
                if name.startswith(".minerbook-tmp-")]
        # Where a file may not be that long, its old pages cannot be written back either.
        if rest or not is_limited and os.path.exists(desk.path("minerbook.db-journal")):
            raise Fault(f"{where}: leaves {rest or 'a journal'}")
        state = desk.state()
        if result.returncode == 0 and state != self.after:
            raise Fault(f"{where}: exit code 0, but the book is as before")
        if result.returncode != 0 and state != self.before:
            raise Fault(f"{where}: ends with {result.returncode}, but has changed the book")
        if result.returncode == 0:
            check_written(desk, self.files, where)
        last = said.strip().split("\n")[-1]
        if result.returncode != 0 and not (last.startswith("Error: ") and ": " in last[7:]):
            raise Fault(f"{where}: ends with {result.returncode} and does not say why: {said[:300]}")
        for path, size in whole_files(desk).items():
            if path in self.files and path != "created.db" and size != self.files[path]:
                raise Fault(f"{where}: {path} has {size} bytes, not {self.files[path]}")


def limit(case, steps):
    """Limits the size of each file that the command writes."""
    largest = 1.2 * os.path.getsize(case.desk.path("minerbook.db"))
    for step in range(steps):
        size = int(largest * step / steps)
        case.desk.reset()
        result = subprocess.run(
            case.desk.command(*case.arguments), cwd=case.desk.folder, capture_output=True, timeout=60,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
        case.judge(case.desk, result, f"files of at most {size} bytes", True)
    return steps


def fill(case, steps):
    """Leaves little room on the disk of the folder."""
    sizes = [os.path.getsize(case.desk.path(name)) for name in os.listdir(case.desk.folder)]
    used = sum(-(-size // 4096) * 4 for size in sizes)
    for step in range(steps):
        room = 4 * int(300 * (step / steps) ** 2)
        case.desk.reset()
        with disk(f"size={used + room}k") as folder:
            desk = case.desk.at(folder)
            case.judge(desk, desk.run(*case.arguments), f"room for {room} KB")
    return steps


def mount_for_reading(case):
    """Makes the whole disk read-only."""
    case.desk.reset()
    with disk("size=16m") as folder:
        desk = case.desk.at(folder)
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        result = desk.run(*case.arguments)
        refuse(case, desk, result, "read-only disk")
    return 1


def forbid(case):
    """Runs the command as a user who may not write to the folder, to the book, or even read it."""
    nobody = pwd.getpwnam("nobody")
    modes = {"folder": (0o755, 0o666), "book": (0o777, 0o444), "folder and book": (0o755, 0o444),
             "book even to read": (0o777, 0o600)}
    for what, (folder, file) in modes.items():
        case.desk.reset()
        os.chmod(case.desk.folder, folder)
        for name in os.listdir(case.desk.folder):
            if name.endswith(".db"):
                os.chmod(case.desk.path(name), file)
        result = subprocess.run(
            case.desk.command(*case.arguments), cwd=case.desk.folder, capture_output=True, timeout=60,
            user=nobody.pw_uid, group=nobody.pw_gid, extra_groups=[])
        is_allowed = case.name in CREATING and what == "book" or case.name == "init" and folder == 0o777
        if is_allowed:
            case.judge(case.desk, result, f"forbidden: {what}")
        else:
            refuse(case, case.desk, result, f"forbidden: {what}")
    return len(modes)


def refuse(case, desk, result, where):
    case.judge(desk, result, where)
    if result.returncode == 0:
        raise Fault(f"{case.name}, {where}: exit code 0")


@contextlib.contextmanager
def disk(options):
    """A disk in memory; its folder."""
    folder = tempfile.mkdtemp(prefix="minerbook-torture-disk-")
    try:
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", folder], check=True,
                       capture_output=True)
        try:
            yield folder
        finally:
            subprocess.run(["umount", folder], check=True)
    finally:
        os.rmdir(folder)


def may_mount():
    """Whether disks can be mounted: by root, but not in most containers."""
    try:
        with disk("size=64k"):
            return True
    except (subprocess.CalledProcessError, FileNotFoundError):
        return False


def may_be_nobody(program):
    """Whether the program can be run as another user, who reaches it."""
    try:
        nobody = pwd.getpwnam("nobody")
        return subprocess.run([program, "--version"], capture_output=True, user=nobody.pw_uid,
                              group=nobody.pw_gid, extra_groups=[]).returncode == 0
    except (KeyError, OSError, subprocess.SubprocessError):
        return False
