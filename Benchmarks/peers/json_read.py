"""Reads observations from a JSON array of objects: json_read.py FILE

Prints the number of rows and the sum of their values in thousandths.
"""

import json
import sys

with open(sys.argv[1]) as file:
    rows = json.load(file)
count = thousandths = 0
for row in rows:
    count += 1
    thousandths += round(row["value"] * 1000)
print(count, thousandths)
