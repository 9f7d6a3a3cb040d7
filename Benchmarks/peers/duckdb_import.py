"""Makes a DuckDB table of a CSV file: duckdb_import.py DATABASE FILE"""

import sys

import duckdb

database, file = sys.argv[1:]
with duckdb.connect(database) as connection:
    connection.execute(f"CREATE TABLE observation AS SELECT * FROM read_csv('{file}')")
