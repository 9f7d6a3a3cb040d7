"""Takes the power away after every write: the book is as before or as after, and as after once the
command has said so; files are whole or absent."""

import copy
import hashlib
import os
import random

from book import COMMANDS, Desk, Fault
from disk import FOLDER, WAYS, Disk, read_folder
from recording import Recording, Replay

# What arrives of names and of data: first what programs that do not sync get wrong.
CASES = [("nothing", "nothing"), ("everything", "nothing"), ("nothing", "everything"),
         ("everything", "everything")]


def run(program, moments, count, seed=1):
    """Loses power at up to `moments` of each command, `count` times at each. Returns how many different
    disks were left."""
    chance = random.Random(seed)
    desk = Desk(program)
    desk.prepare()
    left = 0
    for name in COMMANDS:
        command = Command(desk, name)
        if name == "import":
            for lie in ("files", "folders"):
                check_that_a_lie_is_found(command, lie, chance)
        left += lose(command, moments, count, chance)
    desk.remove()
    return left


class Command:
    """A command that was recorded, and what its book said before and after."""

    def __init__(self, desk, name):
        self.desk, self.name, self.arguments = desk, name, COMMANDS[name]
        self.book = "minerbook.db"
        if "--database" in self.arguments:
            self.book = self.arguments[self.arguments.index("--database") + 1]
        desk.reset()
        self.recording = Recording(desk, self.arguments)
        self.base = self.recording.before
        self.is_new = self.desk.path(self.book) not in self.base
        self.is_recovery = False
        self.after = self.state()
        desk.reset()
        self.before = self.state()

    def state(self):
        """What the book says, and whether an upgrade is done; None if there is no book."""
        path = self.desk.path(self.book)
        if not os.path.exists(path) or os.path.getsize(path) == 0:
            return None
        is_done = True
        if self.arguments[0] == "init":
            looked = self.desk.run("list", "companies", "--database", self.book)
            is_done = looked.returncode == 0
            if self.desk.run(*self.arguments).returncode != 0:
                raise Fault(f"{self.book} can be neither read nor made")
        said = self.desk.state(self.book)
        return None if self.is_new and not is_done else (is_done, said)

    def recovery(self, left):
        """The first command that reads what a loss of power has left, and so repairs the book."""
        other = copy.copy(self)
        other.name, other.is_recovery = f"check after a stopped {self.name}", True
        put(self, left)
        other.recording = Recording(self.desk, ["check", "--database", self.book])
        return other


def lose(command, moments, count, chance, lies=()):
    """Returns how many different disks were left, each of which was checked."""
    recording = command.recording
    names = list(Replay(recording, Disk(recording.folder, recording.before)).steps())
    said = max([number for number, name in enumerate(names) if name == "message"],
               default=len(names) - 1)
    chosen = choose(names, moments, chance)
    disk = Disk(recording.folder, recording.before)
    seen, interrupted = set(), []
    for number, name in enumerate(Replay(recording, disk, lies).steps()):
        if number not in chosen:
            continue
        cases = CASES + [("some", chance.choice(WAYS)) for _ in range(count)]
        for case in cases[:count]:
            left = disk.left(chance, *case)
            is_new = digest_of(left) not in seen
            seen.add(digest_of(left))
            if is_new or number >= said:
                where = (f"{command.name}, power lost after call {number + 1} of {len(names)} ({name}), "
                         f"of names arrives {case[0]}, of data {case[1]}")
                check(command, left, number >= said and not command.is_recovery, where)
                if needs_recovery(command, left):
                    interrupted.append(left)
    if interrupted and not lies and not command.is_recovery:
        recovery = command.recovery(chance.choice(interrupted))
        return len(seen) + lose(recovery, moments, count, chance)
    return len(seen)


def needs_recovery(command, left):
    """Whether the book was being written, so that the next command takes that back."""
    book = command.desk.path(command.book)
    return left.get(book + "-journal") and left.get(book) != command.base.get(book)


def choose(names, moments, chance):
    """The numbers of the calls after which power is lost: the last, and rather those that sync or
    change names than the many that write."""
    writes = ("write", "pwrite64", "message")
    rare = [number for number, name in enumerate(names) if name not in writes]
    many = [number for number, name in enumerate(names) if name in writes]
    chosen = chance.sample(rare, min(len(rare), moments * 2 // 3))
    chosen += chance.sample(many, min(len(many), moments - len(chosen)))
    return {*chosen, len(names) - 1}


def digest_of(left):
    digest = hashlib.sha256()
    for path, data in left.items():
        digest.update(os.fsencode(path) + b"\0" + (data or b"") + b"\0")
    return digest.digest()


def put(command, left):
    """Puts what the disk has left into the folder."""
    command.desk.reset()
    for path in command.base:
        if path not in left:
            os.unlink(path)
    for path, data in left.items():
        if data is FOLDER:
            os.makedirs(path, exist_ok=True)
        elif command.base.get(path) != data:
            with open(path, "wb") as file:
                file.write(data)


def check(command, left, is_done, where):
    """Looks with the program at what the disk has left."""
    desk = command.desk
    put(command, left)
    try:
        state = command.state()
    except Fault as fault:
        raise Fault(f"{where}: {fault}")
    if state not in (command.before, command.after):
        raise Fault(f"{where}: the book is neither as before nor as after")
    if is_done and state != command.after:
        raise Fault(f"{where}: the command has said that it is done, and the book is as before")
    check_files(command, left, is_done, state == command.after, where)
    if command.name == "export":
        desk.run(*command.arguments)
    rest = desk.leftovers() or [
        path for path in read_folder(desk.folder) if "/.minerbook-tmp-" in path]
    if rest:
        raise Fault(f"{where}: unfinished files stay: {rest}")


def check_files(command, left, is_done, is_after, where):
    """Other files than the book are as before or as after. Once the command is done, they are as after;
    so is the copy that it keeps of a book, once the book is as after."""
    before, after = command.recording.before, command.recording.after
    book = command.desk.path(command.book)
    for path in {*before, *after, *left} - {book, book + "-journal"}:
        now = left.get(path, "absent")
        name = os.path.relpath(path, command.desk.folder)
        if name.startswith(".minerbook-tmp-") or "/.minerbook-tmp-" in name:
            continue
        if now not in (before.get(path, "absent"), after.get(path, "absent")):
            raise Fault(f"{where}: {name} is neither as before nor as after")
        is_copy = ".backup-v" in name or ".replaced-" in name
        if (is_done or is_after and is_copy) and now != after.get(path, "absent"):
            raise Fault(f"{where}: {name} is as before, but should be as after")


def check_that_a_lie_is_found(command, lie, chance):
    """On a disk that does not sync files, or folders, the command must lose something."""
    try:
        lose(command, 40, len(CASES), chance, lies=[lie])
    except Fault:
        return
    raise Fault(f"nothing is lost on a disk that does not sync {lie}: this test finds nothing")
