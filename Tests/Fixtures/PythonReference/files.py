"""Takes files from standard input and puts answers on standard output, for as many as there are.

A file comes as its delimiter, its length in four bytes, the lowest first, and its bytes; an
answer goes as its length, written the same, and its bytes.
"""

import csv
import io
import sys

csv.field_size_limit(sys.maxsize)


def answer(make):
    """Answers each file with the text, or the text of bytes, that `make` makes of it."""
    while delimiter := sys.stdin.buffer.read(1).decode("ascii"):
        length = int.from_bytes(sys.stdin.buffer.read(4), "little")
        text = make(sys.stdin.buffer.read(length), delimiter)
        data = text.encode("utf-8", "surrogateescape")
        sys.stdout.buffer.write(len(data).to_bytes(4, "little") + data)


def records(data, delimiter):
    """Yields each record of a CSV file with the line it begins on; csv.Error ends them.

    The csv module reads them, strictly. What it leaves to its caller is that a byte order mark
    of UTF-8 at the start of a record is no part of its first field, that UTF-16 is other than
    UTF-8, and that a blank line is no record; and what differs among its own versions is that a NUL is no text. Bytes
    that are not UTF-8 stay as they are.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise csv.Error("UTF-16")
    begins_record = True

    def lines():
        nonlocal begins_record
        for line in io.StringIO(data.decode("utf-8", "surrogateescape"), newline=""):
            text = line.removeprefix("\ufeff") if begins_record else line
            begins_record = False
            yield text

    rows = csv.reader(lines(), delimiter=delimiter, strict=True)
    while True:
        line = rows.line_num + 1
        begins_record = True
        record = next(rows, None)
        if record is None:
            return
        if any("\0" in field for field in record):
            raise csv.Error("NUL")
        if record:
            yield line, record
