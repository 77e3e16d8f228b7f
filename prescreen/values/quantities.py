"""Exact amounts, and the units that people weigh themselves in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from prescreen.system.privacy import Silent

JIN = Fraction(1, 2)
"""Kilograms in one jin (市斤)."""
POUND = Fraction(45359237, 100000000)
"""Kilograms in one international avoirdupois pound."""
MOST_MG = 2000
"""More milligrams of a drug nobody takes in a day, unless its question says so."""


@dataclass(frozen=True, slots=True, repr=False)
class Interval(Silent):
    """Every number from `lo` to `hi`, themselves included unless that end is open."""

    lo: Fraction
    hi: Fraction
    lo_open: bool = False
    hi_open: bool = False

    def __post_init__(self) -> None:
        if self.lo > self.hi:
            raise ValueError("an interval ends before it starts")
        if self.lo == self.hi and (self.lo_open or self.hi_open):
            raise ValueError("an interval holds no number")

    def moved(self, change: Callable[[Fraction], Fraction]) -> Interval:
        """Every number after a change that keeps their order."""
        return replace(self, lo=change(self.lo), hi=change(self.hi))

    def times(self, factor: Fraction | Interval) -> Interval:
        """Every product with a factor above zero, or with each of several."""
        by = factor if isinstance(factor, Interval) else Interval(factor, factor)
        return Interval(
            self.lo * by.lo,
            self.hi * by.hi,
            self.lo_open or (by.lo_open and self.lo != 0),
            self.hi_open or (by.hi_open and self.hi != 0),
        )

    def over(self, divisor: Interval) -> Interval:
        """Every quotient by one of several numbers above zero."""
        one = Interval(1 / divisor.hi, 1 / divisor.lo, divisor.hi_open, divisor.lo_open)
        return self.times(one)
