"""Reads all facts of a company from a file of the SEC: json_facts.py FILE

Prints their number and the sum of their values.
"""

import json
import sys

with open(sys.argv[1]) as file:
    taxonomies = json.load(file)["facts"]
count = total = 0
for concepts in taxonomies.values():
    for concept in concepts.values():
        for facts in concept["units"].values():
            for fact in facts:
                if fact["end"] >= fact.get("start", ""):
                    count += 1
                    total += fact["val"]
print(count, round(total))
