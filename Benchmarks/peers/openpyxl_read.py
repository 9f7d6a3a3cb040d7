"""Reads all cells of a workbook with openpyxl's read-only mode: openpyxl_read.py FILE

Prints the number of rows below the header and the sum of their values in thousandths.
"""

import sys

import openpyxl

rows = openpyxl.load_workbook(sys.argv[1], read_only=True).active.iter_rows(values_only=True)
value = next(rows).index("value")
count = thousandths = 0
for row in rows:
    count += 1
    thousandths += round(row[value] * 1000)
print(count, thousandths)
