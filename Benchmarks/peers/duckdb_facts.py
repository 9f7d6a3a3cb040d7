"""Prints what checks.py compares: rows, sum of values in thousandths, characters of all sources."""

import sys

import duckdb

with duckdb.connect(sys.argv[1], read_only=True) as connection:
    facts = connection.execute("""
        SELECT count(*), sum(round(value * 1000)::BIGINT), sum(length(source)) FROM observation
    """).fetchone()
print(*facts)
