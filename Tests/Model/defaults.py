"""What a report is about if no option says so."""


def latest_day(book):
    """The latest day on which a member has a deployed hashrate."""
    days = [each.last for ticker in book.companies
            for each in book.published(ticker, "deployed_hashrate")
            if ticker in book.members(each.last)]
    return max(days, default=None)


def period_of_flows(book, metric):
    """The last complete calendar month, quarter, half or year that at least half of the members
    with any such figure have published, estimates aside; else the one that most of them have. Of
    several that end on one day the shortest."""
    counts = {}
    periods = set().union(*(book.published(each, metric) for each in book.companies))
    for period in periods:
        members = [each for each in book.members(period.last) if any(
            vintage.status != "estimated" for vintage in book.published(each, metric).values())]
        count = sum(has_published(book, each, metric, period) for each in members)
        if count and period.is_calendar:
            counts[period] = count, len(members)
    if not counts:
        return None
    enough = [each for each, (count, members) in counts.items() if count * 2 >= members]
    if not enough:
        most = max(count for count, _ in counts.values())
        enough = [each for each, (count, _) in counts.items() if count == most]
    return max(enough, key=lambda each: (each.last, each.first))


def has_published(book, ticker, metric, period):
    """Whether a company published a period or all parts of it."""
    published = book.published(ticker, metric)
    found = [published[period]] if period in published else book.parts(ticker, metric, period)
    return bool(found) and all(each.status != "estimated" for each in found)
