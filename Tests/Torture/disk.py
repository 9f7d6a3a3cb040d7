"""A disk that loses power: what was synced is there; what was not may be there, or only in part.

A file keeps what was written before its last fsync or fdatasync. Each sector that was written since
has its content as it was after one of these writes, or before all of them, whatever the other sectors
have. The size is one that the file had since then. Bytes that were added and did not arrive are zeros
or what some other file left there.

A folder keeps the names as they were at its last sync. Later changes arrive in their order, as they do
on ext4 and XFS, up to any of them. A sync of a file says nothing about its name.
"""

import os

SECTOR = 512


class File:
    """What is on the disk of a file, and what was written since."""

    def __init__(self, content=b""):
        self.synced = bytes(content)
        self.now = bytearray(content)
        self.steps = []

    def write(self, offset, data):
        self.now.extend(bytes(max(0, offset - len(self.now))))
        self.now[offset:offset + len(data)] = data
        self.steps.append((offset, data))

    def truncate(self, size):
        del self.now[size:]
        self.now.extend(bytes(size - len(self.now)))
        self.steps.append((size, None))

    def sync(self):
        self.synced, self.steps = bytes(self.now), []

    def left(self, chance, way):
        """The content after a loss of power. `way` is one of `WAYS`."""
        if not self.steps or way == "nothing":
            return self.synced
        if way == "everything":
            return bytes(self.now)
        # Sizes arrive in their order, bytes in any.
        sizes_arrived = chance.randint(0, len(self.steps))
        content, size, arrived = bytearray(self.synced), len(self.synced), {}
        kept = len(self.synced)
        for number, (place, data) in enumerate(self.steps):
            if data is None:
                content[place:] = bytes(max(0, len(content) - place))
                if number < sizes_arrived:
                    size, kept = place, min(kept, place)
                    arrived = {sector: data for sector, data in arrived.items()
                               if sector * SECTOR < place}
                continue
            content.extend(bytes(max(0, place + len(data) - len(content))))
            content[place:place + len(data)] = data
            if number < sizes_arrived:
                size = max(size, place + len(data))
            is_whole = chance.random() < 0.5
            for sector in range(place // SECTOR, -(-(place + len(data)) // SECTOR)):
                if is_whole if way == "writes" else chance.random() < 0.5:
                    arrived[sector] = bytes(content[sector * SECTOR:(sector + 1) * SECTOR])
        rest = max(0, size - kept)
        added = chance.randbytes(rest) if chance.random() < 0.5 else bytes(rest)
        left = bytearray(self.synced[:min(size, kept)] + added)
        for sector, data in arrived.items():
            left[sector * SECTOR:sector * SECTOR + len(data)] = data
        return bytes(left[:size])


FOLDER = None  # instead of a `File`
WAYS = ["nothing", "everything", "writes", "sectors"]


def read_folder(folder):
    """The bytes of each file by its full path; None for a folder."""
    found = {}
    for place, folders, files in os.walk(folder):
        found.update({os.path.join(place, name): FOLDER for name in folders})
        for name in files:
            with open(os.path.join(place, name), "rb") as file:
                found[os.path.join(place, name)] = file.read()
    return found


class Disk:
    """The files of a folder, by their full paths."""

    def __init__(self, folder, content):
        self.folder = folder
        self.names = {
            path: FOLDER if data is FOLDER else File(data) for path, data in content.items()}
        self.synced = dict(self.names)
        self.changes = []

    def change(self, path, entries):
        """Gives names in the folder of `path` to files, or takes them away ("gone")."""
        apply(self.names, entries)
        self.changes.append((os.path.dirname(path), entries))

    def sync_folder(self, folder):
        for place, entries in self.changes:
            if place == folder:
                apply(self.synced, entries)
        self.changes = [change for change in self.changes if change[0] != folder]

    def content(self):
        """What a program reads now, as `read_folder` has it."""
        return {path: file and bytes(file.now) for path, file in self.names.items()}

    def left(self, chance, names, data):
        """What `read_folder` finds after a loss of power. `names` is "nothing", "everything" or "some"
        of the changes in each folder, `data` one of `WAYS`."""
        found = dict(self.synced)
        for folder in sorted({place for place, _ in self.changes}):
            changes = [entries for place, entries in self.changes if place == folder]
            count = {"nothing": 0, "everything": len(changes)}.get(
                names, chance.randint(0, len(changes)))
            for entries in changes[:count]:
                apply(found, entries)
        return {
            path: file and file.left(chance, data) for path, file in sorted(found.items())
            if os.path.dirname(path) in found or os.path.dirname(path) == self.folder}


def apply(names, entries):
    for path, file in entries.items():
        if file == "gone":
            names.pop(path, None)
        else:
            names[path] = file
