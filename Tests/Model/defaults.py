"""What a report is about if no option says so."""


def period_of_flows(book, metric):
    """The last complete month, quarter, half or year that at least half of the members with any
    such figure have published, estimates aside; else the one that most of them have. Of several
    that end on one day the shortest."""
    published = {each: {period for period, vintage in book.published(each, metric).items()
                        if vintage.status != "estimated" and period.months in (1, 3, 6, 12)}
                 for each in book.companies}
    counts = {}
    for period in set().union(*published.values()):
        members = [each for each in book.members(period.last) if published[each]]
        count = sum(period in published[each] for each in members)
        if count:
            counts[period] = count, len(members)
    if not counts:
        return None
    enough = [each for each, (count, members) in counts.items() if count * 2 >= members]
    if not enough:
        most = max(count for count, _ in counts.values())
        enough = [each for each, (count, _) in counts.items() if count == most]
    return max(enough, key=lambda each: (each.last, each.first))
