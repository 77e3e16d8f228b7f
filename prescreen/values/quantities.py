"""Exact amounts, and the units that people weigh themselves in."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from prescreen.system.privacy import Silent

JIN = Fraction(1, 2)
"""Kilograms in one jin (市斤)."""
POUND = Fraction(45359237, 100000000)
"""Kilograms in one international avoirdupois pound."""


@dataclass(frozen=True, slots=True, repr=False)
class Interval(Silent):
    """Every number from `lo` to `hi`, both included."""

    lo: Fraction
    hi: Fraction

    def __post_init__(self) -> None:
        if self.lo > self.hi:
            raise ValueError("an interval ends before it starts")

    def times(self, factor: Fraction | Interval) -> Interval:
        """Every product with a factor above zero, or with each of several."""
        least, most = (factor.lo, factor.hi) if isinstance(factor, Interval) else (factor, factor)
        return Interval(self.lo * least, self.hi * most)

    def over(self, divisor: Interval) -> Interval:
        """Every quotient by one of several numbers above zero."""
        return Interval(self.lo / divisor.hi, self.hi / divisor.lo)
