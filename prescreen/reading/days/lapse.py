"""How long ago, as days: months are taken first and clamped, then days, and today is the end."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from prescreen.system.privacy import Silent
from prescreen.values import Days, add_months

LONGEST_YEARS = 100
"""Years that an answer can lie back."""

_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True, repr=False)
class Lapse(Silent):
    """A length of time: whole and half months, then days."""

    months: Fraction = Fraction(0)
    days: Fraction = Fraction(0)

    def __add__(self, other: Lapse) -> Lapse:
        return Lapse(self.months + other.months, self.days + other.days)

    def times(self, n: Fraction) -> Lapse:
        """This length taken n times."""
        return Lapse(self.months * n, self.days * n)


def _lapse(months: int, days: int) -> Lapse:
    return Lapse(Fraction(months), Fraction(days))


UNITS: Mapping[str, Lapse] = {
    "hour": Lapse(days=Fraction(1, 24)),
    "day": _lapse(0, 1),
    "week": _lapse(0, 7),
    "fortnight": _lapse(0, 14),
    "month": _lapse(1, 0),
    "year": _lapse(12, 0),
    "decade": _lapse(120, 0),
}
"""One of each unit of time."""

_WIDTHS: Mapping[str, Lapse] = {
    "hour": _lapse(0, 1),
    "day": _lapse(0, 0),
    "week": _lapse(0, 3),
    "fortnight": _lapse(0, 3),
    "month": _lapse(0, 15),
    "year": _lapse(6, 0),
    "decade": _lapse(24, 0),
}


def back(today: date, lapse: Lapse) -> date:
    """The day a lapse before today; half a month counts as 15 days."""
    months = math.floor(lapse.months)
    days = lapse.days + (lapse.months - months) * 30
    return add_months(today, -months) - timedelta(days=math.floor(days + _HALF))


def between(today: date, longest: Lapse, shortest: Lapse) -> Days:
    """The days from one lapse ago to a shorter one ago, cut at today."""
    return Days(back(today, longest), min(today, back(today, shortest)))


def around(today: date, n: Fraction, unit: str, about: bool) -> Days:
    """The days that "n units ago" means; "about" makes them half as wide again."""
    wider = Fraction(3, 2) if about else Fraction(1)
    if unit == "year" and n == _HALF:
        early, late = Fraction(6) - wider * 3 / 2, Fraction(6) + wider * 3 / 2
        return between(today, Lapse(late), Lapse(early))
    width, middle = _width(n, unit).times(wider), UNITS[unit].times(n)
    if about and unit == "day":
        width = Lapse(days=1 + Fraction(n // 5))
    return centred(today, middle, width)


def centred(today: date, middle: Lapse, width: Lapse) -> Days:
    """The days from a width before to a width after the day a lapse ago."""
    less = Lapse(middle.months - width.months, middle.days - width.days)
    return between(today, middle + width, less)


def _width(n: Fraction, unit: str) -> Lapse:
    if unit == "year" and (n == 1 or n.denominator != 1):
        return _lapse(3, 0)
    if unit == "month" and n == _HALF:
        return _lapse(0, 5)
    return _WIDTHS[unit]


def finest(unit: str) -> Lapse:
    """How exact a length of several units is: as its smallest unit."""
    return _WIDTHS[unit]


def widen(days: Days, today: date) -> Days:
    """Named days said with "about": half as wide again, a single day by three days."""
    more = timedelta(days=max(3, math.ceil(((days.end - days.start).days + 1) / 4)))
    return Days(days.start - more, min(today, days.end + more))
