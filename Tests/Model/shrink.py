"""The smallest book that still shows a difference."""


class Shrinking:
    """Leaves out rows of a book as long as a cell of a report still differs.

    `differs` says whether it does in a book of the given rows: companies, memberships,
    observations, share facts and claims.
    """

    def __init__(self, rows, differs):
        self.rows, self.differs = [list(each) for each in rows], differs

    def shrunk(self):
        """The smallest rows found. Observations go first, since most rows are observations."""
        for kind in (2, 4, 3, 1, 0):
            size = max(len(self.rows[kind]) // 2, 1)
            while self.rows[kind] and size:
                self.leave_out(kind, size)
                size //= 2
        return self.rows

    def leave_out(self, kind, size):
        """Leaves out runs of so many rows wherever possible."""
        start = 0
        while start < len(self.rows[kind]):
            shorter = list(self.rows)
            shorter[kind] = self.rows[kind][:start] + self.rows[kind][start + size:]
            if self.differs(shorter):
                self.rows = shorter
            else:
                start += size
