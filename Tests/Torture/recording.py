"""The system calls by which a command changes files, recorded by strace with all of their bytes."""

import os
import re
import subprocess

from book import Fault
from disk import FOLDER, Disk, File, read_folder

KNOWN = ["openat", "close", "write", "pwrite64", "ftruncate", "fsync", "fdatasync", "rename", "unlink",
         "link", "mkdir"]

# They would change files as well, but no command makes them.
UNKNOWN = ["creat", "open", "openat2", "dup", "dup2", "dup3", "writev", "pwritev", "pwritev2", "truncate",
           "fallocate", "copy_file_range", "sendfile", "splice", "renameat", "renameat2", "unlinkat",
           "linkat", "symlink", "symlinkat", "mkdirat", "rmdir", "mknod", "mknodat"]

LINE = re.compile(r"^(\d+) +(?:<\.\.\. \w+ resumed>)?(.*?)(<unfinished \.\.\.>)?$")
CALL = re.compile(r"^(\w+)\((.*)\) += (-?\d+)")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


class Recording:
    """A command that was run once, and what was in the folder before and after."""

    def __init__(self, desk, arguments):
        self.folder = desk.folder
        self.before = read_folder(desk.folder)
        log = desk.path("calls.txt")
        subprocess.run(
            ["strace", "-f", "-xx", "-s", str(1 << 26), "-o", log, "-e",
             "trace=" + ",".join(KNOWN + UNKNOWN), *desk.command(*arguments)],
            cwd=desk.folder, capture_output=True, timeout=60)
        with open(log) as file:
            self.calls = list(succeeded(file.read().splitlines()))
        os.unlink(log)
        self.after = read_folder(desk.folder)
        found = Disk(self.folder, self.before)
        for _ in Replay(self, found).steps():
            pass
        if found.content() != self.after:
            raise Fault(f"{arguments}: the recording does not lead to the files that are there")


def succeeded(lines):
    """Name, arguments and result of each call that had no error, in the order in which they ended."""
    begun = {}
    for line in lines:
        process, text, is_unfinished = LINE.match(line).groups()
        text = begun.pop(process, "") + text
        if is_unfinished:
            begun[process] = text
            continue
        call = CALL.match(text)
        if call and int(call[3]) >= 0:
            if call[1] in UNKNOWN:
                raise Fault(f"a recording does not know the call {call[1]}")
            yield call[1], call[2], int(call[3])


class Replay:
    """Repeats recorded calls on a disk."""

    def __init__(self, recording, disk, lies=()):
        """A disk that lies does not sync its "files" or its "folders"."""
        self.recording, self.disk, self.lies = recording, disk, lies
        # Path, file and place of what is open, by its number. A child process has the same.
        self.open = {}

    def steps(self):
        """The name of each call that changed a file, and "message" for what was printed, once it is
        repeated."""
        for name, arguments, result in self.recording.calls:
            texts = [bytes.fromhex(text.replace("\\x", "")) for text in TEXT.findall(arguments)]
            numbers = TEXT.sub("", arguments).split(",")
            if name == "openat":
                is_change = self.open_file(self.path(texts[0]), arguments, result)
            elif name in ("rename", "link", "unlink", "mkdir"):
                is_change = self.change_name(name, [self.path(text) for text in texts])
            elif name == "write" and numbers[0] in ("1", "2"):
                name, is_change = "message", True
            else:
                is_change = self.change_file(name, numbers, texts, result)
            if is_change:
                yield name

    def open_file(self, path, flags, number):
        self.open.pop(number, None)
        if path == self.recording.folder:
            self.open[number] = [path, FOLDER, 0]
        if not path.startswith(self.recording.folder + "/"):
            return False
        is_new = path not in self.disk.names
        if is_new:
            self.disk.change(path, {path: File()})
        file = self.disk.names[path]
        self.open[number] = [path, file, 0]
        if "O_TRUNC" in flags:
            file.truncate(0)
        return is_new or "O_TRUNC" in flags

    def change_name(self, name, paths):
        if not all(path.startswith(self.recording.folder + "/") for path in paths):
            return False
        if name == "mkdir":
            entries = {paths[0]: FOLDER}
        elif name == "unlink":
            entries = {paths[0]: "gone"}
        else:
            entries = {paths[1]: self.disk.names[paths[0]]}
            if name == "rename":
                entries[paths[0]] = "gone"
        self.disk.change(paths[-1], entries)
        return True

    def change_file(self, name, numbers, texts, result):
        number = int(numbers[0])
        if name == "close":
            self.open.pop(number, None)
            return False
        if number not in self.open:
            return False
        path, file, place = self.open[number]
        if name in ("fsync", "fdatasync"):
            if file is FOLDER and "folders" not in self.lies:
                self.disk.sync_folder(path)
            elif file is not FOLDER and "files" not in self.lies:
                file.sync()
        elif name == "ftruncate":
            file.truncate(int(numbers[1]))
        elif name == "pwrite64":
            file.write(int(numbers[-1]), texts[0][:result])
        else:
            file.write(place, texts[0][:result])
            self.open[number][2] += result
        return True

    def path(self, text):
        return os.path.normpath(os.path.join(self.recording.folder, os.fsdecode(text)))
