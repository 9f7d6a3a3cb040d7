"""The files that comparisons read, made once and kept in the data folder."""

import os
import pathlib
import subprocess

import checks

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = HERE.parent / ".build" / "release" / "minerbook"
SAMPLE = HERE.parent / "SampleData"


def data(name):
    """Returns the name of a generated file, after making it if it is missing or outdated."""
    if not fresh(name, HERE / "generate"):
        rows = pathlib.Path.cwd().name  # the folder is named after the number of rows
        subprocess.run([HERE / "generate", ".", rows, name], check=True)
    return name


def keep(name, words, *sources):
    """Returns the database `name`, made by the command `words(name)` if missing or outdated."""
    if not fresh(name, PROGRAM, *sources):
        part = f"{name}.part"  # so that a database that exists is complete
        for left in pathlib.Path().glob(f"{part}*"):
            left.unlink()
        checks.output_of(words(part))
        os.replace(part, name)
    return name


def fresh(name, *sources):
    """Returns whether a file exists and is not older than its sources."""
    return os.path.exists(name) and all(
        os.path.getmtime(name) >= os.path.getmtime(source) for source in sources
    )


def peer(name):
    """Returns the path of a file in `peers`, relative to the data folder."""
    return os.path.relpath(HERE / "peers" / name)


def sample(but=""):
    """Returns the paths of the sample data except for `but`, relative to the data folder."""
    return sorted(os.path.relpath(path) for path in SAMPLE.glob("*.csv") if path.name != but)


def minerbook_import(database, *files):
    """Returns the command that imports files into a book."""
    return ["minerbook", "import", "--database", database, *files]


def shell_import(database, file, table, *before):
    """Returns the command with which the sqlite3 shell imports a file into a table."""
    columns = f".read {peer(table)}"
    return ["sqlite3", database, *before, columns, f".import --csv --skip 1 {file} observation"]


def book_of(name, *files):
    """Returns the name of a book of these files, made if needed."""
    return keep(name, lambda part: minerbook_import(part, *files), *files)


def table_of(name, file):
    """Returns the name of the sqlite3 shell's database of a file, made if needed."""
    return keep(name, lambda part: shell_import(part, file, "table.sql"), file, peer("table.sql"))
