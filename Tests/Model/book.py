"""A book as plain lists, and what is known in it: which vintage counts, instants, averages, flows.

The rules are those of docs/formulas.md, "Time", "Which vintage counts" and "Periods that nobody
published", followed literally and without any thought of speed.
"""

from collections import defaultdict
from fractions import Fraction

from numbers_with_intervals import Sum, mean, total, weighted_mean
from observations import Known
from periods import ONE_DAY, Period

# How many days before and after a missing period others are looked for.
NEIGHBOURHOOD = 366


class Book:
    """All that was imported; `known_on` hides what was not public by that day."""

    def __init__(self, catalogue, companies, memberships, observations, share_facts=(),
                 known_on=None, max_age=None):
        self.catalogue, self.companies, self.memberships = catalogue, companies, memberships
        self.observations, self.share_facts, self.claims = observations, share_facts, []
        self.known_on, self.max_age = known_on, max_age
        self.vintages = defaultdict(lambda: defaultdict(list))
        for each in observations:
            if known_on is None or each.public_on <= known_on:
                self.vintages[each.subject, each.metric][each.period].append(each)
        self.remembered = {}

    def seen_with(self, known_on, max_age=None):
        book = Book(self.catalogue, self.companies, self.memberships, self.observations,
                    self.share_facts, known_on, max_age)
        book.claims = self.claims
        return book

    # Members

    def members(self, day):
        """Tickers of those counted on a day: no company beside its parent."""
        if not self.memberships:
            present = set(self.companies)
        else:
            present = {
                each["ticker"] for each in self.memberships
                if each["joined_on"] <= str(day)
                and (not each["left_on"] or str(day) <= each["left_on"])
            }

        def is_part(ticker):
            parent = self.companies[ticker]["parent"]
            while parent:
                if parent in present:
                    return True
                parent = self.companies[parent]["parent"]
            return False

        return sorted(each for each in present if not is_part(each))

    # Vintages

    def published(self, subject, metric):
        """The vintage that counts of each period."""
        key = subject, metric
        if key not in self.remembered:
            self.remembered[key] = {
                each: max(vintages, key=lambda vintage: vintage.weight)
                for each, vintages in self.vintages[key].items()
            }
        return self.remembered[key]

    # Share basis

    def splits(self, ticker, since, until):
        """New shares for an old one by the splits after one day, up to and including another; the
        inverse if the second day is earlier."""
        if until < since:
            return 1 / self.splits(ticker, until, since)
        product = Fraction(1)
        for each in self.share_facts:
            if each.ticker == ticker and each.split and since < each.since <= until:
                product *= each.split
        return product

    def ads_ratio(self, ticker, day):
        """How many shares a traded share stands for; 1 unless a fact says otherwise."""
        found = [each for each in self.share_facts
                 if each.ticker == ticker and each.ads_ratio and each.since <= day]
        return max(found, key=lambda each: each.since).ads_ratio if found else Fraction(1)

    def price_times_shares(self, price, shares):
        """The market cap from a price and a share count, each on the basis of the day on which it
        was published, or of the end of its period."""
        factor = self.splits(price.subject, shares.public_on, price.public_on)
        return price.number * shares.number * (factor / self.ads_ratio(
            price.subject, price.public_on))

    # Instants

    def instant(self, subject, metric, day):
        """The latest at or before the day, unless it is too old."""
        found = [each for each in self.published(subject, metric) if each.last <= day]
        if not found:
            return None
        latest = max(found, key=lambda each: (each.last, each.first))
        limit = self.max_age if self.max_age is not None else self.catalogue.metrics[metric].max_age
        if limit is not None and (day - latest.last).days > limit:
            return None
        vintage = self.published(subject, metric)[latest]
        return Known(vintage.number, [vintage], latest.last)

    # Averages

    def daily_mean(self, subject, metric, over):
        """The mean of the days of a period, if at least 80 % are known."""
        published = self.published(subject, metric)
        found = [published[each] for each in map(_single_day, over.every_day) if each in published]
        if not found or len(found) * 5 < over.days * 4:
            return None
        return Known(mean([each.number for each in found]), found, over.last,
                     derived=over.days > 1, method="days")

    def average(self, subject, metric, over):
        if known := self.daily_mean(subject, metric, over):
            return known
        published = self.published(subject, metric)
        if over in published:
            return Known(published[over].number, [published[over]], over.last)
        parts = self.parts(subject, metric, over)
        if not parts:
            return None
        numbers = [each.number for each in parts]
        days = [each.period.days for each in parts]
        return Known(weighted_mean(numbers, days), parts, over.last, derived=True)

    # Flows

    def flow(self, subject, metric, over):
        published = self.published(subject, metric)
        if over in published:
            return Known(published[over].number, [published[over]], over.last)
        if parts := self.parts(subject, metric, over):
            return Known(total([each.number for each in parts]), parts, over.last, derived=True)
        terms = self.difference(subject, metric, over)
        if not terms:
            return None
        result = Sum([(sign, each.number) for sign, each in terms])
        if result.value < 0 and not self.catalogue.metrics[metric].can_be_negative:
            return None
        return Known(result, [each for _, each in terms], over.last, derived=True)

    def parts(self, subject, metric, over):
        """The fewest published periods that cover a period without gap or overlap; of equally
        many, those whose longer parts come last."""
        published = self.published(subject, metric)
        inside = sorted((each for each in published if over.holds(each) and each != over),
                        key=lambda each: each.last)
        best = {over.first: (0, (), [])}
        for each in inside:
            before = best.get(each.first)
            if before is None:
                continue
            cost = before[0] + 1, (-each.days,) + before[1]
            after = each.last + ONE_DAY
            if after not in best or cost < best[after][:2]:
                best[after] = (*cost, before[2] + [published[each]])
        return best.get(over.last + ONE_DAY, (0, (), []))[2]

    def difference(self, subject, metric, over):
        """Published periods around a missing one, with signs, that leave exactly it."""
        published = self.published(subject, metric)
        window = Period(over.first - ONE_DAY * NEIGHBOURHOOD, over.last + ONE_DAY * NEIGHBOURHOOD)
        nearby = [each for each in published if window.holds(each)]
        for longer in sorted(nearby, key=lambda each: (each.days, each.last)):
            others = self.others(subject, metric, longer, over)
            if others is not None:
                return [(1, published[longer])] + [(-1, each) for each in others]
        return self.chain(nearby, published, over)

    def others(self, subject, metric, longer, missing):
        """What is left of a longer period, if it consists of periods as long as the missing one
        and all others are published or sums of published parts."""
        if longer == missing or not longer.holds(missing):
            return None
        first = missing
        while first.first > longer.first:
            first = first.before
        if first.first != longer.first:
            return None
        found, each = [], first
        while each.last <= longer.last:
            if each != missing:
                published = self.published(subject, metric)
                known = [published[each]] if each in published else self.parts(
                    subject, metric, each)
                if not known:
                    return None
                found += known
            if each.last == longer.last:
                return found
            each = each.after
        return None

    def chain(self, nearby, published, over):
        """The shortest walk from the first day to the last: forwards along a period adds it,
        backwards subtracts it."""
        start, goal = over.first, over.last + ONE_DAY
        edges = defaultdict(list)
        for each in nearby:
            edges[each.first].append((each.last + ONE_DAY, 1, each))
            edges[each.last + ONE_DAY].append((each.first, -1, each))
        best = {start: ((0, 0, 0), [])}
        frontier = [start]
        while frontier:
            reached = {}
            for place in frontier:
                cost, walk = best[place]
                for there, sign, each in edges[place]:
                    new = cost[0] + 1, cost[1] + (sign < 0), cost[2] + each.days
                    if there not in best and (there not in reached or new < reached[there][0]):
                        reached[there] = new, walk + [(sign, published[each])]
            best.update(reached)
            frontier = list(reached)
            if goal in best:
                return best[goal][1]
        return []

    def measured(self, subject, metric, over):
        """Whatever the metric is, over a period or at its end."""
        kind = self.catalogue.metrics[metric].kind
        if kind == "instant":
            return self.instant(subject, metric, over.last)
        return (self.average if kind == "average" else self.flow)(subject, metric, over.to_date)


def _single_day(day):
    return Period(day, day)
