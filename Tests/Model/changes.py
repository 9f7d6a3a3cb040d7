"""The headline of the sector report: values, bases and changes over the same members."""

from answers import Answer, Table
from network import Network
from numbers_with_intervals import quotient, total
from sector import FIGURES, PERCENTAGES, SUMS, SectorEnd, are_same
from vintages import are_in_conflict


class SectorChange:
    """One figure at two ends."""

    def __init__(self, code, now, base):
        self.code, self.now, self.base = code, now, base
        self.value = now.value(code)
        self.previous = base.value(code)
        self.members, self.like_for_like = None, None
        self.new, self.old = self.value, self.previous
        if now.sums(code) and self.value is not None and self.previous is not None:
            self.compare_the_same_members()
        mine, theirs = now.method(code), base.method(code)
        if any(mine[each] != theirs[each] for each in set(mine) & set(theirs)):
            self.new = self.old = self.members = self.like_for_like = None

    def compare_the_same_members(self):
        now, base = self.now.sums(self.code), self.base.sums(self.code)
        alike = self.now.counted(self.code) == self.base.counted(self.code)
        both = [each for each in self.now.have_all(self.code)
                if each in self.base.have_all(self.code)]
        self.new = self.old = None
        stayed = set(self.now.members) & set(self.base.members)
        if not both or len(both) * 2 < len(stayed):
            return
        if not any(not are_same(late[each], early[each])
                   for each in both for late, early in zip(now, base)):
            return
        if alike:
            self.new, self.old = self.value, self.previous
        else:
            self.new = self.now.value(self.code, both)
            self.old = self.base.value(self.code, both)
        if self.new is None or self.old is None:
            self.new = self.old = None
            return
        self.members, self.like_for_like = len(both), not alike

    @property
    def change(self):
        if self.new is None or self.old is None:
            return None
        return self.new - self.old

    @property
    def percent(self):
        if self.code in PERCENTAGES or self.change is None:
            return None
        found = quotient(self.change, self.old)
        return found and found * 100

    @property
    def basis_points(self):
        return self.change * 100 if self.code in PERCENTAGES and self.change is not None else None


def cells_of_change(value, previous, new, old, is_percentage=False):
    """The cells of a figure with its interval, its base and its change from `old` to `new`."""
    cells = dict(value=value, low=None, high=None, previous=previous, change=None,
                 change_percent=None)
    if value is not None:
        cells.update(low=Answer(value.low, value), high=Answer(value.high, value))
    if new is not None and old is not None:
        size = max(abs(new.value), abs(old.value))
        cells["change"] = Answer(new - old, size)
        share = None if is_percentage else quotient(new - old, old)
        if share is not None:
            cells["change_percent"] = Answer(share * 100, size / old.value * 100)
    return cells


def compare_sums(now, base, comparable=True):
    """The cells of a sum over members; each end is its members, what is known of them, its day."""
    (members, found, day), (old_members, before, old_day) = now, base
    value, previous = (
        total([each.number for each in known.values()]) if known and 2 * len(known) >= len(those)
        else None for those, known, _ in (now, base))
    both = sorted(set(found) & set(before))
    stayed = set(members) & set(old_members)
    like = set(found) != set(before)
    newer = any(not are_same(found[each], before[each]) for each in both)
    new = old = None
    if comparable and value is not None and previous is not None and both:
        if 2 * len(both) >= len(stayed) and newer:
            new = total([found[each].number for each in both])
            old = total([before[each].number for each in both])
    cells = cells_of_change(value, previous, new, old)
    for prefix, (those, known, last) in (("", now), ("previous_", base)):
        estimated = sum(each.is_estimated for each in known.values())
        cells.update({
            f"{prefix}reported": len(known) - estimated, f"{prefix}estimated": estimated,
            f"{prefix}carried": sum(each.is_carried(last) for each in known.values()),
            f"{prefix}missing": len(those) - len(known)})
    compared = new is not None
    return {**cells, "change_members": len(both) if compared else None,
            "like_for_like": like if compared else None}


OVER_A_PERIOD = (
    "network_hashrate", "network_share", "block_reward_revenue", "power_cost_per_exahash",
    "block_reward_gross_profit", "gross_margin", "block_reward_multiple_scaled")


def base_of(code, since, added_since):
    """The base of a figure: of one that rests on an average the whole period."""
    if code == "hashrate":
        return added_since
    return since.to_date if code in OVER_A_PERIOD else since


def headline(book, group, on, since, added_since):
    table = Table("figure")
    now = SectorEnd(book, group, on)
    base, added = (SectorEnd(book, group, each, like=now) for each in (since, added_since))
    for code in FIGURES:
        if code == "block_reward_revenue_year_ago":
            table.add(code, **year_ago(book, on))
            continue
        change = SectorChange(code, now, added if code == "hashrate" else base)
        value, previous = change.value, change.previous
        cells = dict(value=value, low=value and Answer(value.low, value),
                     high=value and Answer(value.high, value), previous=previous,
                     since=base_of(code, since, added_since).name)
        scale = max(abs(each.value) for each in (change.new, change.old)) if change.change else 0
        for name, number in [("change", change.change), ("change_bp", change.basis_points),
                             ("change_percent", change.percent)]:
            cells[name] = number and Answer(number, scale * 100 if name == "change_bp" else scale)
        if code in SUMS:
            cells.update(now.coverage(code))
            cells.update({f"previous_{k}": v for k, v in change.base.coverage(code).items()})
            cells.update(change_members=change.members, like_for_like=change.like_for_like)
            cells.update(marks_of_conflicts(book, change))
        table.add(code, **cells)
    return table


def marks_of_conflicts(book, change):
    """Whether the value, the base and the change rest on a figure that another one contradicts."""
    code = change.code
    ends = [(end, end.have_all(code)) for end in (change.now, change.base)]
    both = [each for each in ends[0][1] if each in ends[1][1]]

    def conflict(end, members):
        return are_in_conflict(
            book, [known[each] for known in end.sums(code) for each in members])

    return {
        "value conflict": change.value is not None and conflict(*ends[0]),
        "previous conflict": change.previous is not None and conflict(*ends[1]),
        "change conflict": change.change is not None and any(
            conflict(end, both) for end, _ in ends)}


def year_ago(book, on):
    """The value is that of a year before, its change the one to the present value."""
    before, now = on.to_date.year_before, Network(book, on).block_reward_revenue
    value = Network(book, before).block_reward_revenue
    cells = dict(value=value, low=value and Answer(value.low), high=value and Answer(value.high),
                 previous=None, since=before.name, change=None, change_percent=None)
    if value and now:
        change = now - value
        percent = quotient(change, value)
        cells.update(change=Answer(change, now),
                     change_percent=percent and Answer(percent * 100, 100))
    return cells


def additions(book, group, on, added_since):
    """Members by the hashrate that they added; shares are of the change in the headline."""
    table = Table("ticker")
    now = SectorEnd(book, group, on)
    base = SectorEnd(book, group, added_since, like=now)
    change = SectorChange("hashrate", now, base).change
    before = base.known("deployed_hashrate")
    after = now.known("deployed_hashrate")
    for ticker in set(after) | set(before):
        known = after.get(ticker)
        cells = dict(hashrate=known and known.number, previous=None, added=None,
                     share_of_additions=None, status=known and known.status)
        if ticker in before:
            cells["previous"] = before[ticker].number
        if ticker in before and known:
            added = known.number - before[ticker].number
            share = added / change if change and change.value else None
            cells.update(added=Answer(added, known.number))
            ends = known, before[ticker]
            cells["added no_newer_figure"] = are_same(*ends)
            cells["added conflict"] = are_in_conflict(book, ends)
            if share:
                cells["share_of_additions"] = Answer(share * 100, known.number / change * 100)
        table.add(ticker, **cells)
    return table


def members(book, group, on):
    table = Table("ticker")
    end = SectorEnd(book, group, on)
    hashrates, caps = end.known("deployed_hashrate"), end.known("market_cap")
    network = end.value("network_hashrate")
    for ticker in end.members:
        hashrate, cap = hashrates.get(ticker), caps.get(ticker)
        share = quotient(hashrate and hashrate.number, network)
        table.add(
            ticker, hashrate=hashrate and hashrate.number, network_share=share and share * 100,
            hashrate_status=hashrate and hashrate.status,
            hashrate_as_of=hashrate and str(hashrate.as_of),
            hashrate_source=hashrate and hashrate.vintages[0].source,
            market_cap=cap and cap.number, market_cap_status=cap and cap.status,
            market_cap_as_of=cap and str(cap.as_of),
            market_cap_source=cap and cap.vintages[0].source)
    return table
