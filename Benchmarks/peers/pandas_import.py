"""Makes an SQLite table of a CSV file with pandas: pandas_import.py DATABASE FILE"""

import sqlite3
import sys

import pandas

database, file = sys.argv[1:]
frame = pandas.read_csv(file).set_index(["subject", "metric", "period", "source"])
with sqlite3.connect(database) as connection:
    frame.to_sql("observation", connection)
