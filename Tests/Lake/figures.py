"""Figures of the sector report in SQL that DuckDB and Spark understand, written from
docs/formulas.md."""

import datetime


def members(group, day):
    """The members of the group on a day, without those whose parent, or parent's parent, is one."""
    return f"""
        SELECT member.ticker
        FROM groups AS member
        JOIN companies AS company ON company.ticker = member.ticker
        LEFT JOIN companies AS parent ON parent.ticker = company.parent
        LEFT JOIN groups AS other
            ON other.group_ = member.group_ AND other.ticker IN (company.parent, parent.parent)
            AND {is_valid('other', day)}
        WHERE member.group_ = '{group}' AND {is_valid('member', day)} AND other.ticker IS NULL
    """


def is_valid(membership, day):
    return f"""coalesce({membership}.joined_on, DATE '0001-01-01') <= DATE '{day}'
        AND coalesce({membership}.left_on, DATE '9999-12-31') >= DATE '{day}'"""


def instants(metric, day, oldest):
    """For each subject the figure on a day: the vintage that counts of the latest period that ends at
    or before it, and not before the oldest day."""
    return f"""
        SELECT subject, value
        FROM (
            SELECT
                subject, value,
                row_number() OVER (
                    PARTITION BY subject ORDER BY period_end DESC, period_start DESC) AS place
            FROM latest_observations
            WHERE metric = '{metric}' AND period_end BETWEEN DATE '{oldest}' AND DATE '{day}'
        ) AS figures
        WHERE place = 1
    """


def hashrates(engine, group, day, base):
    """For each member its deployed hashrate on the day and at the base; None if it has none."""
    (max_age,), = engine.rows("SELECT max_age_days FROM metrics WHERE code = 'deployed_hashrate'")
    at = {each: instants("deployed_hashrate", each, each - datetime.timedelta(max_age))
          for each in (day, base)}
    rows = engine.rows(f"""
        SELECT member.ticker, present.value, earlier.value
        FROM ({members(group, day)}) AS member
        LEFT JOIN ({at[day]}) AS present ON present.subject = member.ticker
        LEFT JOIN ({at[base]}) AS earlier ON earlier.subject = member.ticker
    """)
    return {ticker: (value, previous) for ticker, value, previous in rows}


def network_hashrate(engine, first, last):
    """The mean of the daily figures of a period, of which at least 80 % have to be there."""
    (count, total), = engine.rows(f"""
        SELECT count(*), sum(value)
        FROM latest_observations
        WHERE subject = 'BTC' AND metric = 'network_hashrate' AND period_start = period_end
            AND period_end BETWEEN DATE '{first}' AND DATE '{last}'
    """)
    days = (last - first).days + 1
    if count < 0.8 * days:
        raise SystemExit(f"the lake has {count} of {days} days of the network's hashrate")
    return total / count
