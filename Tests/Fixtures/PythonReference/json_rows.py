"""Answers each JSON file with its rows, read as naively as can be.

A file comes after a first line with the path of its rows: `data[*]`, `series.*[*]`, `.`. Each field
of a row is a line of the answer, in the order of the file: its path, a tab, and its value. Numbers
keep all their digits, as a decimal number without an exponent.
"""

import decimal
import json
import re

import files


def value(found):
    """A scalar as a cell has it."""
    if found is None:
        return ""
    if found is True or found is False:
        return str(found).lower()
    return format(found, "f") if isinstance(found, (int, decimal.Decimal)) else found


def children(found):
    """The values directly in an array or object, with what a path has for each."""
    if isinstance(found, dict):
        for key, child in found.items():
            yield (f".{key}" if re.fullmatch(r"[\w-]+", key) else f'."{key}"'), "*", key, child
    elif isinstance(found, list):
        for index, child in enumerate(found):
            yield f"[{index}]", "[*]", None, child


def rows(found, path, steps):
    """The rows that the steps lead to, with their paths."""
    if not steps:
        yield path, found
        return
    for name, wild, key, child in children(found):
        if steps[0] == wild or key is not None and steps[0] == key:
            yield from rows(child, path + name, steps[1:])


def fields(found, path):
    """All scalars of a row, with their paths."""
    if not isinstance(found, (dict, list)):
        yield path.removeprefix("."), value(found)
    for name, _, _, child in children(found):
        yield from fields(child, path + name)


def answer(data, _):
    """The fields of all rows of a file."""
    first, text = data.decode().split("\n", 1)
    steps = re.findall(r"\[\*\]|[^.\[\]]+", first)
    decoder = json.JSONDecoder(parse_float=decimal.Decimal, parse_int=decimal.Decimal)
    found = []
    text = text.strip()
    while text:
        top, end = decoder.raw_decode(text)
        found.append(top)
        text = text[end:].strip()
    lines = []
    for top in found:
        for path, row in rows(top, "", steps):
            lines += [f"{name}\t{cell}" for name, cell in fields(row, path)]
    return "\n".join(lines)


files.answer(answer)
