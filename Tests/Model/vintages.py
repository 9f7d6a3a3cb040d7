"""Restatements and conflicts: what two vintages of one period say about each other."""

import re
from itertools import combinations

from answers import Answer, Table
from numbers_with_intervals import quotient

OF_THE_COMPANY = ("reported", "preliminary", "restated")
SHARED_HOSTS = ("github.com", "gitlab.com", "x.com", "medium.com")


def publisher(book, vintage):
    """Who published a figure: the company itself, else its source."""
    if vintage.subject in book.companies and vintage.status in OF_THE_COMPANY:
        return "company", vintage.subject
    kind = "estimate" if vintage.status == "estimated" else "source"
    address = re.fullmatch(r"https?://([^/]+)/?([^/]*).*", vintage.source)
    if not address:
        return kind, vintage.source.partition(":")[0]
    host = address[1].lower().removeprefix("www.")
    return kind, host + (f"/{address[2]}" if host in SHARED_HOSTS else "")


def replaces(book, later, earlier):
    """Whether a publisher says one vintage instead of another."""
    if publisher(book, later) != publisher(book, earlier):
        return False
    days = later.published_on, earlier.published_on
    if None not in days and days[0] != days[1]:
        return days[0] > days[1]
    return later.status == "restated" and earlier.status != "restated"


class Words:
    """The vintages of one figure for one period."""

    def __init__(self, book, vintages):
        self.book, self.vintages = book, vintages

    def is_last(self, vintage):
        return not any(replaces(self.book, each, vintage) for each in self.vintages)

    def first_of(self, vintage):
        """What the publisher of a vintage said before, or the vintage itself."""
        earlier = [each for each in self.vintages if replaces(self.book, vintage, each)]
        return self.first_among(earlier) or vintage

    def first_among(self, vintages):
        """Those that replace no other; of several the one that counts least."""
        first = [each for each in vintages
                 if not any(replaces(self.book, each, other) for other in vintages)]
        return min(first, key=lambda each: each.weight, default=None)

    def restatements(self):
        """For each publisher with one: the first word, the last word, and all vintages that replace
        another or are replaced."""
        parts, changed = {}, set()
        for one, other in combinations(self.vintages, 2):
            if replaces(self.book, one, other) or replaces(self.book, other, one):
                key = publisher(self.book, one)
                found = parts.setdefault(key, [])
                found += [each for each in (one, other) if each not in found]
                if one.value != other.value:
                    changed.add(key)
        for key in changed:
            last = [each for each in parts[key] if self.is_last(each)]
            yield (key, self.first_among(parts[key]), max(last, key=lambda each: each.weight),
                   len(parts[key]))

    def conflicts(self):
        """Pairs of last words whose rounding intervals do not meet, the higher first; both are
        estimates, or neither is."""
        last = [each for each in self.vintages if self.is_last(each)]
        for pair in combinations(last, 2):
            high, low = sorted(pair, key=lambda each: each.value, reverse=True)
            estimates = [each for each in pair if each.status == "estimated"]
            if high.number.low > low.number.high and len(estimates) != 1:
                yield high, low


def is_in_conflict(book, vintage):
    """Whether another last word contradicts what counts for a period."""
    words = Words(book, book.vintages[vintage.subject, vintage.metric][vintage.period])
    return any(vintage is each for pair in words.conflicts() for each in pair)


def are_in_conflict(book, knowns):
    return any(is_in_conflict(book, each) for known in knowns for each in known.vintages)


def all_words(at, subjects, since, until):
    """Of the periods between two days."""
    for (subject, metric), periods in at.book.vintages.items():
        if subject in subjects:
            for period, vintages in periods.items():
                if (since is None or period.first >= since) and period.last <= until:
                    yield subject, metric, period, Words(at.book, vintages)


def day(vintage):
    return vintage.published_on and str(vintage.published_on)


def restatements(at, subjects, since, until):
    table = Table("ticker", "metric", "period", "first_source", "latest_source")
    for subject, metric, period, words in all_words(at, subjects, since, until):
        for _, first, last, count in words.restatements():
            change = last.number - first.number
            share = quotient(change, first.number)
            table.add(
                (subject, metric, period.name, first.source, last.source),
                first=first.number, latest=last.number, vintages=count,
                change=Answer(change, last.number),
                change_percent=share and Answer(share * 100, 100),
                first_published_on=day(first), latest_published_on=day(last),
                first_status=first.status, latest_status=last.status)
    return table


def conflicts(at, subjects, since, until):
    table = Table("ticker", "metric", "period", "high_source", "low_source", "high_published_on",
                  "low_published_on")
    for subject, metric, period, words in all_words(at, subjects, since, until):
        for high, low in words.conflicts():
            difference = high.number - low.number
            share = quotient(difference, low.number)
            table.add(
                (subject, metric, period.name, high.source, low.source, day(high), day(low)),
                high=high.number, low=low.number, difference=Answer(difference, high.number),
                difference_percent=share and Answer(share * 100, high.number / low.number * 100),
                high_status=high.status, low_status=low.status)
    return table


def who_restates(at, subjects, since, until):
    """Only what companies restated themselves."""
    table, counts = Table("ticker"), {}
    for subject, _, _, words in all_words(at, subjects, since, until):
        for (kind, _), first, last, _ in words.restatements():
            if kind == "company":
                found = counts.setdefault(subject, dict(restatements=0, up=0, down=0))
                found["restatements"] += 1
                found["up"] += last.value > first.value
                found["down"] += last.value < first.value
    for ticker, found in counts.items():
        table.add(ticker, **found)
    return table
