"""Numbers that know which printed figures they were computed from.

A printed figure may be off by half a unit of its last digit. The half-width of a computed number is
found the naive way: move one printed figure at a time, both ways, compute again, and add up the
larger move of each. All numbers are fractions, so nothing is rounded.
"""

from fractions import Fraction


def printed_value(text):
    """The value of printed digits, and half a unit of the last significant one."""
    digits = text.replace(",", "").strip()
    value = Fraction(digits)
    if "." in digits:
        place = -len(digits.split(".")[1])
    else:
        whole = digits.lstrip("+-").lstrip("0") or "0"
        zeros = len(whole) - len(whole.rstrip("0"))
        place = zeros if len(whole) >= 3 and whole != "0" else 0
    return value, Fraction(10) ** place / 2


class Number:
    """A constant, a printed figure, or the result of arithmetic with other numbers."""

    inputs = frozenset()

    def __init__(self, value):
        self.value = Fraction(value)

    def moved(self, printed, amount):
        """The value if one printed figure is moved by an amount."""
        return self.value

    @property
    def half_width(self):
        total = Fraction(0)
        for printed in self.inputs:
            moves = []
            for amount in (printed.half_unit, -printed.half_unit):
                try:
                    moves.append(abs(self.moved(printed, amount) - self.value))
                except ZeroDivisionError:
                    pass
            total += max(moves, default=Fraction(0))
        return total

    @property
    def low(self):
        return self.value - self.half_width

    @property
    def high(self):
        return self.value + self.half_width

    def __add__(self, other):
        return Sum([(1, self), (1, number(other))])

    def __sub__(self, other):
        return Sum([(1, self), (-1, number(other))])

    def __mul__(self, other):
        return Product(self, number(other))

    def __truediv__(self, other):
        return Quotient(self, number(other))

    __radd__ = __add__

    def __rsub__(self, other):
        return number(other) - self

    __rmul__ = __mul__

    def __rtruediv__(self, other):
        return number(other) / self


class Printed(Number):
    """A figure as a source printed it, in the metric's default unit."""

    def __init__(self, value, half_unit):
        super().__init__(value)
        self.half_unit = Fraction(half_unit)
        self.inputs = frozenset([self])

    def moved(self, printed, amount):
        return self.value + amount if printed is self else self.value


class Sum(Number):
    def __init__(self, terms):
        self.users = {}
        for sign, term in terms:
            for printed in term.inputs:
                self.users.setdefault(printed, []).append((sign, term))
        self.inputs = frozenset(self.users)
        super().__init__(sum(sign * term.value for sign, term in terms))

    def moved(self, printed, amount):
        return self.value + sum(
            sign * (term.moved(printed, amount) - term.value)
            for sign, term in self.users.get(printed, [])
        )


class Product(Number):
    def __init__(self, left, right):
        self.left, self.right = left, right
        self.inputs = left.inputs | right.inputs
        super().__init__(left.value * right.value)

    def moved(self, printed, amount):
        if printed not in self.inputs:
            return self.value
        return self.left.moved(printed, amount) * self.right.moved(printed, amount)


class Quotient(Number):
    def __init__(self, left, right):
        self.left, self.right = left, right
        self.inputs = left.inputs | right.inputs
        super().__init__(left.value / right.value)

    def moved(self, printed, amount):
        if printed not in self.inputs:
            return self.value
        return self.left.moved(printed, amount) / self.right.moved(printed, amount)


def number(value):
    return value if isinstance(value, Number) else Number(value)


def total(numbers):
    return Sum([(1, each) for each in numbers])


def mean(numbers):
    return total(numbers) / len(numbers)


def weighted_mean(numbers, weights):
    return total([a * b for a, b in zip(numbers, weights)]) / total([number(w) for w in weights])


def quotient(left, right):
    """left / right, or None if either is missing or right is zero or less."""
    if left is None or right is None or right.value <= 0:
        return None
    return left / right
