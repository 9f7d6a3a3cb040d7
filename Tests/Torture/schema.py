"""Changes the tables, indexes, triggers and views of a book as another program can: `check` says what is
wrong, no command crashes, prints another figure or writes."""

import random
import sqlite3

from book import Desk, Fault
from damage import READERS

WRITERS = [["undo", "3"], ["retract", "T00", "btc_held", "--on", "2020-01-01"], ["import", "new.csv"]]

# What `check` reports, but no command minds, since the program neither reads nor runs it; as with views.
HARMLESS = [
    "CREATE TABLE mine (a)", "CREATE VIEW mine AS SELECT 1", "CREATE INDEX mine ON observation (value)",
    "CREATE TABLE mine (a); INSERT INTO mine VALUES (1)"]

# Changes of the text of a definition.
REPLACED = [("NOT NULL", ""), ("CHECK", "--"), ("UNIQUE", ""), ("WHERE", "WHERE 0 AND"),
            ("INTEGER", "TEXT"), ("PRIMARY KEY", ""), ("WITHOUT ROWID", ""), ("+", "-"), ("STRICT", ""),
            ("OLD.", "NEW."), ("DESC", "ASC"), ("value", "value * 2 AS value")]


def run(program, share, seed=1):
    """Tries a `share` of all changes, and returns how many it tried."""
    chance = random.Random(seed)
    desk = Desk(program)
    desk.prepare()
    said = {tuple(reader): desk.run(*reader).stdout for reader in READERS}
    changes = all_changes(desk.path("sound.db"))
    chosen = chance.sample(changes, max(1, round(share * len(changes))))
    made = 0
    for kind, change in chosen + [("view", change) for change in HARMLESS]:
        if make(desk, change):
            made += 1
            judge(desk, kind, change, said)
    desk.remove()
    if made < len(chosen) // 2:
        raise Fault(f"SQLite makes only {made} of {len(chosen)} changes: this test finds little")
    return made


def all_changes(path):
    """What kind of thing is changed, and the SQL that does it."""
    book = sqlite3.connect(path)
    objects = book.execute(
        "SELECT type, name, tbl_name, sql, rootpage FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
    ).fetchall()
    columns = {name: [row[1] for row in book.execute(f"PRAGMA table_info({name})")]
               for kind, name, *_ in objects if kind == "table"}
    book.close()
    tables = [name for kind, name, *_ in objects if kind == "table"]
    changes = [("trigger", f"CREATE TRIGGER mine AFTER {event} ON {table} BEGIN SELECT 1; END")
               for table in tables for event in ("INSERT", "UPDATE", "DELETE")]
    for kind, name, table, sql, page in objects:
        changes.append((kind, f"DROP {kind} {name}"))
        changes.append((kind, hidden(f"DELETE FROM sqlite_schema WHERE name = '{name}'")))
        texts = [emptied(kind, name, table)] + [
            sql.replace(old, new, 1) for old, new in REPLACED if old in sql]
        settings = [f"sql = '{escaped(text)}'" for text in texts]
        if page:
            settings += [f"rootpage = {page % 7 + 2}", "rootpage = 9999"]
        changes += [(kind, hidden(f"UPDATE sqlite_schema SET {setting} WHERE name = '{name}'"))
                    for setting in settings]
    for table in tables:
        changes += [("table", f"ALTER TABLE {table} {change}") for change in
                    ["ADD COLUMN mine", "RENAME TO other"]
                    + [f"RENAME COLUMN {column} TO other" for column in columns[table]]
                    + [f"DROP COLUMN {column}" for column in columns[table]]]
    return changes


def hidden(sql):
    """A change that SQLite does not notice by itself."""
    return f"PRAGMA writable_schema = ON; {sql}"


def escaped(text):
    return text.replace("'", "''")


def emptied(kind, name, table):
    """A definition of the same kind that does nothing of what it should."""
    return {
        "table": f"CREATE TABLE {name} (id INTEGER PRIMARY KEY)",
        "index": f"CREATE INDEX {name} ON {table} (id)",
        "trigger": f"CREATE TRIGGER {name} AFTER UPDATE ON {table} BEGIN SELECT 1; END",
        "view": f"CREATE VIEW {name} AS SELECT 1",
    }[kind]


def make(desk, change):
    """Whether SQLite makes the change; some it refuses, such as a table without its key."""
    desk.reset()
    book = sqlite3.connect(desk.path("minerbook.db"), isolation_level=None)
    try:
        book.executescript(change + ";")
        return True
    except sqlite3.DatabaseError:
        return False
    finally:
        book.close()


def judge(desk, kind, change, said):
    checked = desk.run("check")
    expected = (1, 65) if kind == "view" else (65,)
    if checked.returncode not in expected or b"Error: " not in checked.stderr:
        raise Fault(f"{change}: check ends with {checked.returncode}: {shown(checked)}")
    for reader in READERS:
        result = desk.run(*reader)
        if result.returncode not in (0, 65):
            raise Fault(f"{change}: {' '.join(reader)} ends with {result.returncode}: {shown(result)}")
        if result.returncode == 0 and result.stdout != said[tuple(reader)]:
            raise Fault(f"{change}: {' '.join(reader)} prints something else")
    for writer in WRITERS:
        result = desk.run(*writer)
        if result.returncode != 65 and not (kind == "view" and result.returncode == 0):
            raise Fault(f"{change}: {' '.join(writer)} ends with {result.returncode}: {shown(result)}")


def shown(result):
    return result.stderr.decode(errors="replace")[-300:]
