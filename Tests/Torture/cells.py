"""Where the rows of a book are in its file (https://sqlite.org/fileformat.html, sections 1.5 and 1.6)."""

import sqlite3

LEAVES = {0x0A: False, 0x0D: True}  # of indexes and tables without row numbers, and of other tables
INNER = {0x02: False, 0x05: True}


def places_of_rows(path):
    """The places of the bytes of all rows, as pairs of a first byte and the one after the last."""
    book = sqlite3.connect(path)
    size = book.execute("PRAGMA page_size").fetchone()[0]
    pages = [page for page, in book.execute("SELECT rootpage FROM sqlite_schema WHERE rootpage > 0")]
    book.close()
    with open(path, "rb") as file:
        data = file.read()
    places = []
    while pages:
        page = pages.pop()
        start = (page - 1) * size
        header = start + (100 if page == 1 else 0)
        kind = data[header]
        count = int.from_bytes(data[header + 3:header + 5], "big")
        first = header + (8 if kind in LEAVES else 12)
        cells = [start + int.from_bytes(data[first + 2 * number:first + 2 * number + 2], "big")
                 for number in range(count)]
        if kind in INNER:
            pages += [int.from_bytes(data[cell:cell + 4], "big") for cell in cells]
            pages.append(int.from_bytes(data[header + 8:header + 12], "big"))
            cells = [] if INNER[kind] else [cell + 4 for cell in cells]
        for cell in cells:
            length, place = varint(data, cell)
            if kind == 0x0D:
                _, place = varint(data, place)
            places.append((place, min(place + length, start + size - 8)))
    return places


def varint(data, place):
    """A number of SQLite with one to nine bytes, and the place after it."""
    value = 0
    for number in range(9):
        byte = data[place + number]
        if number == 8:
            return value << 8 | byte, place + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + number + 1
