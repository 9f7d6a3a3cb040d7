"""The CSV files of a book."""

import csv

OBSERVATION_COLUMNS = [
    "subject", "metric", "period", "value", "unit", "published_on", "source", "status"]
SHARE_FACT_COLUMNS = ["ticker", "from", "ads_ratio", "split", "source"]
CLAIM_COLUMNS = [
    "publisher", "subject", "figure", "on", "since", "value", "unit", "published_on", "source"]


def write(path, columns, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def write_book(folder, book):
    """The files of a book, in the order in which they are imported."""
    companies, memberships, observations, share_facts, claims = book
    write(folder / "companies.csv", ["ticker", "name", "fiscal_year_end", "parent"], companies)
    files = [folder / "companies.csv"]
    if memberships:
        write(folder / "groups.csv", ["group", "ticker", "joined_on", "left_on"], memberships)
        files.append(folder / "groups.csv")
    write(folder / "observations.csv", OBSERVATION_COLUMNS, observations)
    files.append(folder / "observations.csv")
    if share_facts:
        write(folder / "share_basis.csv", SHARE_FACT_COLUMNS, share_facts)
        files.append(folder / "share_basis.csv")
    if claims:
        write(folder / "claims.csv", CLAIM_COLUMNS, claims)
        files.append(folder / "claims.csv")
    return files
