"""Eight writers, eight readers and one that copies the book at once: nothing is lost, and the only
error is that the book is in use."""

import threading
import time

from book import TICKERS, Desk, Fault


def run(program, seconds):
    """Returns how many figures were written and how many reports were read."""
    desk = Desk(program)
    desk.prepare()
    end = time.monotonic() + seconds
    written, read, copied, faults = [], [], [], []

    def write(writer):
        number = 0
        while time.monotonic() < end:
            number += 1
            day = f"{2030 + number // 300}-{number // 25 % 12 + 1:02d}-{number % 25 + 1:02d}"
            result = desk.run("log", TICKERS[writer], f"btc_held={number} BTC", "--on", day,
                              "--source", "crowd")
            if result.returncode == 0:
                written.append((TICKERS[writer], day))
            elif result.returncode != 75:
                faults.append(f"log ends with {result.returncode}: {result.stderr.decode()[:300]}")

    def look():
        while time.monotonic() < end:
            result = desk.run("report", "production", "--on", "2020", "--format", "csv")
            if result.returncode == 0:
                read.append(1)
            elif result.returncode != 75:
                faults.append(f"report ends with {result.returncode}: "
                              + result.stderr.decode()[:300])

    def copy():
        number = 0
        while time.monotonic() < end:
            number += 1
            result = desk.run("backup", f"crowd{number}.db")
            if result.returncode not in (0, 75):
                faults.append(f"backup ends with {result.returncode}: "
                              + result.stderr.decode()[:300])
            elif result.returncode == 0:
                try:
                    desk.state(f"crowd{number}.db")
                    copied.append(number)
                except Fault as fault:
                    faults.append(str(fault))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    threads += [threading.Thread(target=look) for _ in range(8)]
    threads.append(threading.Thread(target=copy))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise Fault(faults[0])
    found = desk.state().count(b",crowd,")
    if not written or not read or not copied:
        raise Fault("nobody could write, read or copy")
    if found != len(set(written)):
        raise Fault(f"{len(set(written))} figures were written, and {found} are in the book")
    desk.remove()
    return len(written), len(read)
