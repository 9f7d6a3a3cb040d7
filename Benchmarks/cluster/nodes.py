"""How fast an import is by the number of nodes."""

from model import Section, per_second, seconds


def run(bench, cluster):
    rows = bench.count_of_million
    table = []

    def measure(title, address):
        bench.must(address, "import", bench.companies)
        _, first = bench.must(address, "import", bench.million)
        _, again = bench.must(address, "import", bench.million)
        table.append([title, seconds(first), per_second(rows, first), seconds(again),
                      per_second(rows, again)])

    book = bench.folder / "nodes.db"
    book.unlink(missing_ok=True)
    measure("SQLite file", str(book))
    measure("one server", cluster.whole_book("one_server"))
    for nodes in (1, 2, 3):
        measure(f"coordinator and {nodes} node{'s' if nodes > 1 else ''}",
                cluster.book(f"nodes_{nodes}", nodes))
    book.unlink()
    return [Section(
        f"Import of {rows:,} observations",
        "5,000 companies, sorted by day, a source for each company and day. *Again* is the same file "
        "once more: every row is looked up and found unchanged.",
        ["book", "time", "rows/s", "again", "rows/s"], table)]
