"""Days, spans of days, calendar months and birthdays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from prescreen.system.privacy import Silent

ONE_DAY = timedelta(days=1)
OLDEST = 120
"""More full years nobody has."""


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


def month_length(year: int, month: int) -> int:
    """How many days a calendar month has."""
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days


def add_months(day: date, months: int) -> date:
    """The day `months` calendar months later (earlier if negative), clamped to the month's end.

    Raises ValueError where the year would leave 1 to 9999.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    last = 28 if day.day <= 28 else month_length(year, month + 1)
    return date(year, month + 1, min(day.day, last))


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
