"""Writes a file in the layout of the SEC's company facts, with invented numbers.

    python3 generate.py CIK NAME SEED [--bulk TAGS] > CIK0001507605.json

The same arguments give the same bytes. The file has what real ones have: quarters, year-to-date
figures and years under one tag; comparatives that later filings repeat; an amended and a silently
changed value; a proxy statement in thousands; another currency; two classes of shares; fiscal quarters
of 13 weeks; `fy` and `fp` of the filing instead of the fact. --bulk adds that many tags that nothing
maps, so that the file is as large as a real one (400 tags: about 5 MB).
"""

import argparse
import json
import random
from datetime import date, timedelta


def month_end(year, month):
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


class Company:
    def __init__(self, cik, seed):
        self.cik = cik
        self.random = random.Random(seed)
        self.serial = 0
        self.facts = {}

    def filing(self, form, filed, fy, fp):
        self.serial += 1
        accn = f"{self.cik:010d}-{filed.year % 100:02d}-{self.serial:06d}"
        return {"accn": accn, "fy": fy, "fp": fp, "form": form, "filed": filed.isoformat()}

    def add(self, tag, unit, filing, value, end, start=None):
        taxonomy, name = tag.split(":")
        fact = {} if start is None else {"start": start.isoformat()}
        fact |= {"end": end.isoformat(), "val": value} | filing
        entry = self.facts.setdefault(taxonomy, {}).setdefault(
            name, {"label": name, "description": f"Invented {name}.", "units": {}})
        entry["units"].setdefault(unit, []).append(fact)


FLOWS = [
    ("us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax", 40_000_000),
    ("us-gaap:CostOfRevenue", 25_000_000),
    ("us-gaap:NetIncomeLoss", -3_000_000),
    ("us-gaap:DepreciationDepletionAndAmortization", 9_000_000),
    ("us-gaap:SellingGeneralAndAdministrativeExpense", 7_000_000),
    ("us-gaap:PaymentsToAcquirePropertyPlantAndEquipment", 30_000_000),
    ("us-gaap:InterestExpense", 1_500_000),
]
INSTANTS = [
    ("us-gaap:CashAndCashEquivalentsAtCarryingValue", 120_000_000),
    ("us-gaap:LongTermDebtCurrent", 5_000_000),
    ("us-gaap:LongTermDebtNoncurrent", 95_000_000),
    ("us-gaap:CryptoAssetFairValue", 900_000_000),
    ("us-gaap:RestrictedCashAndCashEquivalents", 4_000_000),
]


def fill(company, first_year, last_year):
    rnd = company.random
    quarters = {}
    for year in range(first_year, last_year + 1):
        for quarter in range(1, 5):
            start, end = date(year, quarter * 3 - 2, 1), month_end(year, quarter * 3)
            quarters[year, quarter] = (start, end, {
                tag: int(base * (1 + rnd.random()) * (1.2 ** (year - first_year)))
                for tag, base in FLOWS + INSTANTS})
    for (year, quarter), (start, end, values) in quarters.items():
        form, fp = ("10-K", "FY") if quarter == 4 else ("10-Q", f"Q{quarter}")
        filing = company.filing(form, end + timedelta(days=40), year, fp)
        # A filing repeats the same quarter of the year before.
        for of_year in (year, year - 1):
            if (of_year, quarter) not in quarters:
                continue
            first, last, amounts = quarters[of_year, quarter]
            for tag, _ in FLOWS:
                total = sum(quarters[of_year, q][2][tag] for q in range(1, quarter + 1))
                # The fourth quarter alone, and cash flows of a quarter, are never there.
                if quarter < 4 and not tag.endswith("Equipment"):
                    company.add(tag, "USD", filing, amounts[tag], last, first)
                if quarter > 1 or tag.endswith("Equipment"):
                    company.add(tag, "USD", filing, total, last, date(of_year, 1, 1))
            for tag, _ in INSTANTS:
                company.add(tag, "USD", filing, amounts[tag], last)
        cover = end + timedelta(days=35)
        shares = 200_000_000 + 1_000_000 * company.serial
        company.add("dei:EntityCommonStockSharesOutstanding", "shares", filing, shares, cover)
        if year == first_year and quarter == 2:
            company.add(
                "dei:EntityCommonStockSharesOutstanding", "shares", filing, 500_000, cover)
        count = round(amounts_in_bitcoin(values), 3)
        company.add("us-gaap:CryptoAssetNumberOfUnits", "Bitcoin", filing, count, end)
        if quarter == 4:
            special(company, year, quarters)


def amounts_in_bitcoin(values):
    return values["us-gaap:CryptoAssetFairValue"] / 60_000


def special(company, year, quarters):
    """What makes real files hard."""
    revenue = "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax"
    start, end, values = quarters[year, 2]
    amended = company.filing("10-Q/A", date(year, 11, 20), year, "Q2")
    company.add(revenue, "USD", amended, values[revenue] + 123_456, end, start)
    proxy = company.filing("DEF 14A", date(year + 1, 4, 20), year, "FY")
    total = sum(quarters[year, q][2][revenue] for q in range(1, 5))
    company.add(revenue, "USD", proxy, total // 1000, date(year, 12, 31), date(year, 1, 1))
    company.add(revenue, "CAD", amended, values[revenue] * 4 // 3, end, start)
    _, end, values = quarters[year, 3]
    changed = company.filing("10-K", date(year + 1, 3, 2), year, "FY")
    company.add("us-gaap:CashAndCashEquivalentsAtCarryingValue", "USD", changed,
                values["us-gaap:CashAndCashEquivalentsAtCarryingValue"] - 77, end)
    # A business acquired during the year closed its quarter on the last Saturday.
    saturday = end - timedelta(days=(end.weekday() - 5) % 7)
    weeks = company.filing("10-Q", date(year, 11, 9), year, "Q3")
    company.add("us-gaap:ImpairmentOfLongLivedAssetsHeldForUse", "USD", weeks, 1_000_000 + year,
                saturday, saturday - timedelta(days=90))


def bulk(company, count, first_year, last_year):
    rnd = company.random
    for number in range(count):
        tag = f"us-gaap:InventedConcept{number:04d}Amount"
        for year in range(first_year, last_year + 1):
            for quarter in range(1, 5):
                filing = company.filing("10-Q", date(year, quarter * 3 - 2, 9), year, f"Q{quarter}")
                company.add(tag, "USD", filing, rnd.randrange(10 ** 9),
                            month_end(year, quarter * 3), date(year, 1, 1))
                company.add(tag, "USD", filing, rnd.randrange(10 ** 9),
                            month_end(year - 1, quarter * 3), date(year - 1, 1, 1))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cik", type=int)
    parser.add_argument("name")
    parser.add_argument("seed", type=int)
    parser.add_argument("--bulk", type=int, default=0)
    parser.add_argument("--years", default="2021-2025")
    arguments = parser.parse_args()
    first, last = map(int, arguments.years.split("-"))
    company = Company(arguments.cik, arguments.seed)
    fill(company, first, last)
    bulk(company, arguments.bulk, first, last)
    print(json.dumps(
        {"cik": arguments.cik, "entityName": arguments.name, "facts": company.facts},
        separators=(",", ":")))


if __name__ == "__main__":
    main()
