"""Damages books: `check` says so, and no command prints another figure."""

import random

from book import Desk, Fault
from cells import places_of_rows

PAGE = 8192

READERS = [["export"], ["report", "production", "--on", "2020", "--format", "csv"],
           ["list", "companies", "--format", "csv"], ["show", "T00", "--format", "csv"]]


def flip(data, chance):
    # The header and the mark of page 1 are excepted in docs/reliability.md.
    place = chance.choice([chance.randrange(100, PAGE - 4), chance.randrange(PAGE, len(data))])
    data[place] ^= 1 << chance.randrange(8)
    return f"bit of byte {place}"


def zero_page(data, chance):
    page = chance.randrange(1, len(data) // PAGE)
    data[page * PAGE:(page + 1) * PAGE] = bytes(PAGE)
    return f"page {page + 1} zeroed"


def swap_pages(data, chance):
    one, other = chance.sample(range(1, len(data) // PAGE), 2)
    first, second = data[one * PAGE:(one + 1) * PAGE], data[other * PAGE:(other + 1) * PAGE]
    data[one * PAGE:(one + 1) * PAGE], data[other * PAGE:(other + 1) * PAGE] = second, first
    return f"pages {one + 1} and {other + 1} swapped"


def zero_sector(data, chance):
    sector = chance.randrange(PAGE // 512, len(data) // 512)
    data[sector * 512:(sector + 1) * 512] = bytes(512)
    return f"sector {sector} zeroed"


def truncate(data, chance):
    size = len(data) - chance.randrange(1, chance.choice([20, len(data)]))
    del data[size:]
    return f"truncated to {size} bytes"


def run(program, count, bits, seed=1):
    """Damages the book `count` times with bits, and a tenth as often in each other way; flips `bits` bits
    of rows. Returns how many damaged books there were, and how many of these bits."""
    chance = random.Random(seed)
    desk = Desk(program)
    desk.prepare()
    with open(desk.path("sound.db"), "rb") as file:
        sound = file.read()
    damaged = damage_anything(desk, sound, count, chance)
    rows = places_of_rows(desk.path("sound.db"))
    for _ in range(bits):
        flip_in_row(desk, sound, rows, chance)
    desk.remove()
    return damaged, bits


def flip_in_row(desk, sound, rows, chance):
    """A bit of a row, in a page that is in use: nothing but the checksum can tell."""
    data = bytearray(sound)
    place = chance.randrange(*chance.choice(rows))
    data[place] ^= 1 << chance.randrange(8)
    with open(desk.path("minerbook.db"), "wb") as file:
        file.write(data)
    if desk.run("check").returncode != 65:
        raise Fault(f"bit of byte {place}, in a row: check does not find it")


def damage_anything(desk, sound, count, chance):
    desk.reset()
    said = {tuple(reader): desk.run(*reader).stdout for reader in READERS}
    kinds = [flip] * 10 + [zero_page, swap_pages, zero_sector, truncate]
    damaged = 0
    for number in range(count * len(kinds) // 10):
        data = bytearray(sound)
        what = kinds[number % len(kinds)](data, chance)
        if data == sound:
            continue
        damaged += 1
        with open(desk.path("minerbook.db"), "wb") as file:
            file.write(data)
        if desk.run("check").returncode != 65:
            raise Fault(f"{what}: check does not find it")
        for reader in READERS:
            result = desk.run(*reader)
            if result.returncode == 0 and result.stdout != said[tuple(reader)]:
                raise Fault(f"{what}: {' '.join(reader)} prints something else")
            if result.returncode not in (0, 65):
                raise Fault(f"{what}: {' '.join(reader)} ends with {result.returncode}: "
                            + result.stderr.decode(errors="replace")[:300])
        check_writers(desk, what)
    return damaged


def check_writers(desk, what):
    """A writer ends with an error that is not the program's own."""
    for arguments in (["undo", "3"], ["retract", "T00", "btc_held", "--on", "2020-01-01"]):
        result = desk.run(*arguments)
        if result.returncode not in (0, 65):
            raise Fault(f"{what}: {' '.join(arguments)} ends with {result.returncode}: "
                        + result.stderr.decode(errors="replace")[:300])
