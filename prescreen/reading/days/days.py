"""The days that a date, a month, a season or a year names, cut at today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from prescreen.reading.clauses.grammar import NO_ANSWER
from prescreen.system.privacy import Silent
from prescreen.values import OLDEST, Days, Reason, Refusal, add_months, month_length

IMPOSSIBLE = Refusal(Reason.IMPOSSIBLE)


@dataclass(frozen=True, slots=True, repr=False)
class Named(Silent):
    """What a date names; `months` is a pair of months, the same month twice for one."""

    year: int | None = None
    months: tuple[int, int] | None = None
    day: int | None = None
    part: str = ""
    season: str = ""


def full_year(digits: str, today: date) -> int:
    """A year from its digits; two digits mean the latest such year that is not in the future."""
    if len(digits) != 2:
        return int(digits)
    year = today.year // 100 * 100 + int(digits)
    return year if year <= today.year else year - 100


def days_of(year: int, month: int | None, day: int | None, today: date) -> Days | Refusal:
    """The days of a date, a month or a year, cut at today."""
    months = (1, 12) if month is None else (month, month)
    if not (1 <= months[0] <= 12 and (day is None or 1 <= day <= 31) and 1 <= year <= 9999):
        return IMPOSSIBLE
    last = month_length(year, months[1])
    if day and day > last:
        return IMPOSSIBLE
    return cut(date(year, months[0], day or 1), date(year, months[1], day or last), today)


def cut(start: date, end: date, today: date) -> Days | Refusal:
    """The days from start to end that are not in the future."""
    if start > today:
        return Refusal(Reason.FUTURE)
    if start.year < today.year - OLDEST:
        return IMPOSSIBLE
    return Days(start, min(end, today))


def _latest(read: Sequence[Days | Refusal]) -> Days | Refusal:
    """The first that has begun, or why the last of them cannot be."""
    return next((days for days in read if isinstance(days, Days)), read[-1])


def days_named(what: Named, today: date) -> Days | Refusal:
    """The days of what is named; without a year, the latest that have begun."""
    if what.season or what.part:
        years = [what.year] if what.year else [today.year, today.year - 1]
        return _latest_part([_part(what, year, today) for year in years], what, today)
    first, last = what.months or (None, None)
    if first != last:
        years = [what.year] if what.year else [today.year, today.year - 1]
        return _latest([_joined(year, what.months or (1, 12), today) for year in years])
    if what.year:
        return days_of(what.year, first, what.day, today)
    if first:
        years = [today.year - n for n in range(9)]
        return _latest([days_of(year, first, what.day, today) for year in years])
    if not what.day:
        return NO_ANSWER
    recent = [add_months(today.replace(day=1), -n) for n in range(3)]
    return _latest([days_of(month.year, month.month, what.day, today) for month in recent])


_STANDING = {"", "end", "first half", "second half", "early", "late"}
"""Parts of a year that are often named when they have hardly begun, and mean last year's."""
_JUST_BEGUN = 60
"""Days for which the season or the end of a year may still be that of the year before."""


def _latest_part(read: Sequence[Days | Refusal], what: Named, today: date) -> Days | Refusal:
    """The latest that has begun; where it has just begun, also the one before it."""
    latest = _latest(read)
    begun = [days for days in read if isinstance(days, Days)]
    if len(begun) < 2 or what.part not in _STANDING or begun[0].end < today:
        return latest
    young = (today - begun[0].start).days < _JUST_BEGUN
    return Days(begun[1].start, today) if young else latest


def _joined(year: int, months: tuple[int, int], today: date) -> Days | Refusal:
    """五六月份: from the first day of one month to the last of another."""
    first, last = (days_of(year, month, None, today) for month in months)
    if isinstance(first, Refusal) or last == IMPOSSIBLE:
        return IMPOSSIBLE if last == IMPOSSIBLE else first
    return Days(first.start, today if isinstance(last, Refusal) else last.end)


_SEASONS = {
    "spring": (3, 6, 21),
    "first of spring": (2, 4, 30),
    "first of summer": (5, 7, 15),
    "first of autumn": (8, 10, 31),
    "first of winter": (10, 12, 31),
    "summer": (6, 9, 23),
    "autumn": (9, 12, 21),
    "winter": (12, 3, 20),
}
_YEAR_PARTS = {
    "start": (1, 3), "early": (1, 6), "mid": (4, 9), "late": (7, 12), "end": (10, 12),
    "first half": (1, 6), "second half": (7, 12), "fore": (1, 6),
}  # fmt: skip
_MONTH_PARTS = {
    "start": (1, 10), "early": (1, 15), "mid": (8, 22), "late": (16, 31), "end": (21, 31),
    "first half": (1, 15), "second half": (16, 31),
}  # fmt: skip


def _part(what: Named, year: int, today: date) -> Days | Refusal:
    if what.season:
        return _season(what, year, today)
    if what.months:
        return _month_part(year, what.months[0], what.part, today)
    if what.day:
        return NO_ANSWER
    first, last = _YEAR_PARTS[what.part]
    return _joined(year, (first, last), today)


def _month_part(year: int, month: int, part: str, today: date) -> Days | Refusal:
    if not 1 <= month <= 12:
        return IMPOSSIBLE
    first, last = _MONTH_PARTS[part]
    length = month_length(year, month)
    return cut(date(year, month, first), date(year, month, min(last, length)), today)


def _season(what: Named, year: int, today: date) -> Days | Refusal:
    """The season by the month and by the sun: the earlier start, the later end."""
    first, last, day = _SEASONS[what.season]
    if what.months or what.day or what.part:
        return NO_ANSWER
    if what.season != "winter":
        return cut(date(year, first, 1), date(year, last, day), today)
    now = what.year == today.year and today.month < 4
    start = date(year - now, 12, 1) if now or not what.year else date(year, 1, 1)
    return cut(start, date(year + 1, last, day), today)
