"""The files that comparisons read: made once, and kept in the folder of the data."""

import os
import pathlib
import subprocess

import checks

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = HERE.parent / ".build" / "release" / "minerbook"
SAMPLE = HERE.parent / "SampleData"


def data(name):
    """A file that `generate` writes, made where it is missing or older than that."""
    if not fresh(name, HERE / "generate"):
        rows = pathlib.Path.cwd().name  # the folder is called after them
        subprocess.run([HERE / "generate", ".", rows, name], check=True)
    return name


def keep(name, words, *sources):
    """A database that the command `words(name)` makes, made where it is missing or outdated."""
    if not fresh(name, PROGRAM, *sources):
        part = f"{name}.part"  # so that a database that is there is whole
        for left in pathlib.Path().glob(f"{part}*"):
            left.unlink()
        checks.output_of(words(part))
        os.replace(part, name)
    return name


def fresh(name, *sources):
    """Whether a file is there and no older than what it is made of."""
    return os.path.exists(name) and all(
        os.path.getmtime(name) >= os.path.getmtime(source) for source in sources
    )


def peer(name):
    """The path of a peer's file from the folder of the data."""
    return os.path.relpath(HERE / "peers" / name)


def sample(but=""):
    """The paths of the sample data's files, but for one, from the folder of the data."""
    return sorted(os.path.relpath(path) for path in SAMPLE.glob("*.csv") if path.name != but)


def minerbook_import(database, *files):
    """The command that imports files into a book."""
    return ["minerbook", "import", "--database", database, *files]


def shell_import(database, file, table, *before):
    """The command that imports a file into a table with the sqlite3 shell."""
    columns = f".read {peer(table)}"
    return ["sqlite3", database, *before, columns, f".import --csv --skip 1 {file} observation"]


def book_of(name, *files):
    """A book of files, kept."""
    return keep(name, lambda part: minerbook_import(part, *files), *files)


def table_of(name, file):
    """The sqlite3 shell's table of a file, kept."""
    return keep(name, lambda part: shell_import(part, file, "table.sql"), file, peer("table.sql"))
