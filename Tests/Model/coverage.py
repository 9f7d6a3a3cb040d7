"""Which figures a book has of each member for a period, and which are missing."""

from answers import Table


def metrics_of(at):
    """The metrics of which a member has a figure by the end of the period."""
    day = at.on.last
    return [metric for metric in at.book.catalogue.of_companies if any(
        each.last <= day for ticker in at.book.members(day)
        for each in at.book.published(ticker, metric))]


def summary(at):
    metrics = metrics_of(at)
    table = Table("ticker")
    for ticker in at.book.members(at.on.last):
        found = {each: at.book.measured(ticker, each, at.on) for each in metrics}
        known = [each for each in found.values() if each]
        table.add(
            ticker, known=len(known), missing=len(metrics) - len(known),
            carried=sum(each.as_of < at.on.last for each in known),
            estimated=sum(each.is_estimated for each in known),
            missing_metrics=", ".join(each for each, one in found.items() if not one) or None)
    return table


def last_known(at):
    """The last figure of each metric before the end of the period."""
    metrics = metrics_of(at)
    table = Table("ticker", "metric")
    day = at.on.last
    for ticker in at.book.members(day):
        for metric in metrics:
            published = at.book.published(ticker, metric)
            past = [each for each in published if each.last <= day]
            last = max(past, key=lambda each: (each.last, each.first), default=None)
            vintage = last and published[last]
            table.add(
                (ticker, metric), last_period=last and last.name,
                age_days=(day - last.last).days if last else None,
                status=vintage and vintage.status, source=vintage and vintage.source,
                missing=at.book.measured(ticker, metric, at.on) is None)
    return table
