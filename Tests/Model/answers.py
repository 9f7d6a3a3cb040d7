"""What the model expects in a report, and when a printed cell agrees with it."""

from collections import defaultdict
from fractions import Fraction

from numbers_with_intervals import Number

# The program computes values with binary fractions, and prints 12 digits of low and high.
TOLERANCE = Fraction(1, 10**10)


class Answer:
    """A number that a cell should hold. `scale` is the size of what it was computed from: a small
    difference of large numbers has their rounding errors."""

    def __init__(self, value, scale=0):
        self.value = value.value if isinstance(value, Number) else Fraction(value)
        self.scale = scale.value if isinstance(scale, Number) else Fraction(scale)

    @staticmethod
    def text(value):
        if isinstance(value, Number):
            return str(float(value.value))
        return str(float(value.value)) if isinstance(value, Answer) else str(value)


def same(expected, found):
    if isinstance(expected, Number):
        expected = Answer(expected)
    if not isinstance(expected, Answer):
        return expected == found
    if found is None or isinstance(found, (str, bool)):
        return False
    allowed = TOLERANCE * max(abs(expected.value), abs(expected.scale), Fraction(1, 10**6))
    return abs(Fraction(found) - expected.value) <= allowed


class Table:
    """Expected rows of a table, found by the cells of some columns."""

    def __init__(self, *key):
        self.key, self.rows = key, defaultdict(list)

    def add(self, key, **cells):
        self.rows[tuple(key) if isinstance(key, (list, tuple)) else (key,)].append(cells)
