"""How long reports take on small and large books, and whether they are those of an SQLite file."""

from model import SAMPLE, Section, Wrong, per_second, seconds

# A group of 5,000 companies: of each of them some figures are read.
OF_ALL = ["sector", "hashrate", "matrix --metric share_price"]
# Reports that need one word more.
MORE = {"company": "company RIOT", "matrix": "matrix --metric btc_held"}


def run(bench, cluster):
    book = bench.folder / "sizes.db"
    book.unlink(missing_ok=True)
    addresses = {"SQLite file": str(book), "three nodes": cluster.book("sizes")}
    tenth = bench.rows // 10
    stages = [
        ("SampleData", SAMPLE, 0),
        (f"and {tenth:,}", [bench.companies, bench.group, bench.first], tenth),
        (f"and {bench.rows:,}", [bench.rest], bench.rows - tenth),
    ]
    names = [line.split(",")[0] for line in
             bench.must(str(book), "list", "reports", "--format", "csv")[0].decode().splitlines()[1:]]
    all_reports = [MORE.get(name, name) for name in names]
    imports, reports = [], []
    for title, files, rows in stages:
        for name, address in addresses.items():
            _, time = bench.must(address, "import", *files)
            imports.append([title, name, seconds(time), per_second(rows, time) if rows else ""])
        groups = [("us-listed", all_reports)] + ([("invented", OF_ALL)] if rows else [])
        for group, names in groups:
            times = compare(bench, addresses, group, names)
            of_sector = [f"{seconds(times[name][0])}" for name in addresses]
            reports.append([title, group, str(len(names)), *of_sector,
                            *[seconds(sum(times[name])) for name in addresses]])
    last = []
    for words in (["export"], ["list", "sources", "--format", "csv"], ["check"]):
        outputs = {name: bench.must(address, *words)
                   for name, address in addresses.items()}
        same(words, *(output.replace(addresses[name].encode(), b"BOOK")
                      for name, (output, _) in outputs.items()))
        last.append([" ".join(words[:2])] + [seconds(time) for _, time in outputs.values()])
    book.unlink()
    return [
        Section("Imports by size",
                "The rows of SampleData, then those of 5,000 invented companies as well.",
                ["book", "kept in", "time", "rows/s"], imports),
        Section("Reports by size",
                "All are the same, byte for byte. The time is of one run, after one that was compared. "
                "us-listed are the 14 companies of SampleData, with all reports; invented are the "
                f"5,000 others, with {', '.join(OF_ALL)}.",
                ["book", "group", "reports", *[f"sector, {name}" for name in addresses],
                 *[f"all, {name}" for name in addresses]], reports),
        Section("Whole book", f"Of the book with {bench.rows:,} invented observations. The same bytes.",
                ["command", *addresses], last),
    ]


def compare(bench, addresses, group, names):
    """The times of reports of a group, by address."""
    times = {name: [] for name in addresses}
    for report in names:
        words = ["report", *report.split(), "--group", group, "--format", "json"]
        for _ in range(2):
            runs = {name: bench.must(address, *words) for name, address in addresses.items()}
            same(words, *(output for output, _ in runs.values()))
        for name, (_, time) in runs.items():
            times[name].append(time)
    return times


def same(words, first, second):
    if first != second:
        raise Wrong(f"{' '.join(words)} differs: {first!r:.1000} {second!r:.1000}")
