"""What a person can have said: sets of days, exact intervals, picks and blanks.

Everything is frozen and exact. Nothing here prints what it holds, so that no log line or
traceback can carry an answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, StrEnum
from fractions import Fraction
from typing import Generic, Literal, TypeVar

from prescreen.system.privacy import Silent

ONE_DAY = timedelta(days=1)

T_co = TypeVar("T_co", covariant=True)


class Blank(Silent, Enum):
    """Why a question has no value."""

    UNSURE = "unsure"
    PRIVATE = "private"
    NOT_APPLICABLE = "not_applicable"
    NOT_ASKED = "not_asked"

    def __str__(self) -> str:
        return repr(self)


class Reason(StrEnum):
    """Why a typed answer was not taken."""

    UNIT = "unit"
    AMBIGUOUS = "ambiguous"
    VAGUE = "vague"
    FUTURE = "future"
    IMPOSSIBLE = "impossible"
    CONTRADICTION = "contradiction"
    NOT_AN_ANSWER = "not_an_answer"


@dataclass(frozen=True, slots=True, repr=False)
class Refusal(Silent):
    """A typed answer that is not taken, and why."""

    reason: Reason


@dataclass(frozen=True, slots=True, repr=False)
class Offer(Silent, Generic[T_co]):
    """What a typed answer most likely means; it counts only once the person has said yes to it."""

    value: T_co


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


@dataclass(frozen=True, slots=True, repr=False)
class Days(Silent):
    """Every day from `start` to `end`, both included."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.start > self.end:
            raise ValueError("a span of days ends before it starts")

    def overlap(self, other: Days) -> Days | None:
        """The days in both spans, or None where they share none."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Days(start, end) if start <= end else None

    @property
    def single(self) -> bool:
        """Whether the span is one day."""
        return self.start == self.end


@dataclass(frozen=True, slots=True, repr=False)
class Age(Silent):
    """An age of `least` to `most` full years; `born` where the person named a birth date."""

    least: int
    most: int
    born: Days | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Weight(Silent):
    """A body weight in kilograms, and the unit it was said in."""

    kg: Interval
    unit: Literal["kg", "jin", "lb", "st"] = "kg"


@dataclass(frozen=True, slots=True, repr=False)
class Dose(Silent):
    """An amount of a medicine, in milligrams or in tablets."""

    amount: Interval
    unit: Literal["mg", "tablet"]


@dataclass(frozen=True, slots=True, repr=False)
class Picked(Silent):
    """The ids of the choices taken, in the order the question lists them."""

    ids: tuple[str, ...]


Value = Age | Weight | Dose | Days | Picked | Blank

JIN = Fraction(1, 2)
"""Kilograms in one jin (市斤)."""
POUND = Fraction(45359237, 100000000)
"""Kilograms in one international avoirdupois pound."""


def add_months(day: date, months: int) -> date:
    """The day `months` calendar months later (earlier if negative), clamped to the month's end.

    Raises ValueError where the year would leave 1 to 9999.
    """
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    return first.replace(day=min(day.day, _month_length(first)))


def _month_length(first: date) -> int:
    if first.month == 12:
        return 31
    return (first.replace(month=first.month + 1) - first).days


def birthday(born: date, age: int) -> date:
    """The day the age is reached; 29 February falls on 1 March in common years."""
    year = born.year + age
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def age_on(born: date, day: date) -> int:
    """Full years of age on a day."""
    years = day.year - born.year
    return years if birthday(born, years) <= day else years - 1


def births(least: int, most: int, today: date) -> Days:
    """Every birth day of a person who is `least` to `most` full years old today."""
    return Days(add_months(today, -12 * (most + 1)) + ONE_DAY, add_months(today, -12 * least))


def births_of(age: Age, today: date) -> Days:
    """Every birth day an age stands for."""
    return age.born or births(age.least, age.most, today)
