"""Windows and ages on the calendar: what is reached when, and from when on a time is past."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from typing import assert_never

from prescreen.flow.model import AgeRule, IntervalRule, WindowRule
from prescreen.flow.rule_tables import Calendar
from prescreen.values import ONE_DAY, Days, add_months, birthday
from prescreen.values.kleene import all_true


def clear_day(rule: WindowRule, last: date) -> date:
    """The first day that lies outside the window after the last time."""
    end = shifted(rule, last)
    return end + ONE_DAY if rule.last_day == "inside" else end


def shifted(rule: WindowRule, day: date, sign: int = 1) -> date:
    """A day later (or earlier) by as much as a window is wide."""
    months = (rule.months or 0) + 12 * (rule.years or 0)
    days = (rule.days or 0) + 7 * (rule.weeks or 0)
    return add_months(day, sign * months) + timedelta(days=sign * days)


def first_inside(rule: WindowRule, today: date) -> date:
    """The earliest last time that is still inside the window today."""
    day = shifted(rule, today, -1) - timedelta(days=4)
    while clear_day(rule, day) <= today:
        day += ONE_DAY
    return day


def reached(rule: AgeRule, born: date, age: int) -> date:
    """The day on which somebody is so many years, months, weeks or days old."""
    return birthday(born, age) if rule.unit == "years" else later(born, age, rule.unit)


def zone(rule: AgeRule, born: date, today: date) -> int:
    """Whether somebody is too young (0), of the right age (1) or too old (2)."""
    if rule.most is not None and reached(rule, born, rule.most + 1) <= today:
        return 2
    return int(rule.least is None or reached(rule, born, rule.least) <= today)


def keeps_bounds(rule: IntervalRule, start: Days, end: Days) -> bool | None:
    """Whether the time between two days lies in the bounds; None where only some does.

    A day that comes before the other tells that one of them was said wrong.
    """
    if end.start < start.end:
        return None
    return all_true(_keeps(rule, start, end, key) for key in _SIGNS)


def crossed(rule: IntervalRule, value: Days, other: Days, *, ends: bool) -> date | None:
    """The day to ask about where an interval to (or from) days in `value` straddles its bounds.

    The rule has one end. None where no day would settle either side; `ends` says that `value` is
    the end of the interval, and else it is the start.
    """

    def settles(part: Days) -> bool:
        start, end = (other, part) if ends else (part, other)
        return keeps_bounds(rule, start, end) is not None

    if not settles(value):
        for day in turning_days(rule, value, other, ends=ends):
            if settles(Days(value.start, day - ONE_DAY)) or settles(Days(day, value.end)):
                return day
    return None


def turning_days(rule: IntervalRule, value: Days, other: Days, *, ends: bool) -> Iterator[date]:
    """The days from which on the bounds are kept, or are not any more, as `crossed` takes them.

    There may be one for the first day of the other answer, and one for its last.
    """

    def is_kept(fixed: date, day: int) -> bool:
        said = date.fromordinal(day)
        start, end = (fixed, said) if ends else (said, fixed)
        return all(_keeps(rule, Days(start, start), Days(end, end), key) for key in bounds)

    def is_left(fixed: date, day: int) -> bool:
        return not is_kept(fixed, day)

    bounds = [key for key in _SIGNS if getattr(rule, key) is not None]
    days = range(value.start.toordinal(), value.end.toordinal() + 1)
    for fixed in (other.start, other.end):
        first, last = is_kept(fixed, days[0]), is_kept(fixed, days[-1])
        if first is not last:
            turned = partial(is_left if first else is_kept, fixed)
            yield date.fromordinal(days[bisect(days, False, key=turned)])


def _keeps(rule: IntervalRule, start: Days, end: Days, key: str) -> bool | None:
    """Whether one end of the bounds is kept by each pair of days, by some, or by none."""
    bound = getattr(rule, key)
    if bound is None:
        return True
    first, last = (later(day, int(bound), rule.unit) for day in (start.start, start.end))
    least, most = (end.start - last).days, (end.end - first).days
    sign, strict = _SIGNS[key]
    low, high = sorted((sign * least, sign * most))
    if low > 0 or (low == 0 and not strict):
        return True
    return False if high < 0 or (high == 0 and strict) else None


_SIGNS: Mapping[str, tuple[int, bool]] = {
    "above": (1, True),
    "at_least": (1, False),
    "below": (-1, True),
    "at_most": (-1, False),
}
"""For each end, on which side of it the days have to lie, and whether they may lie on it."""


def later(day: date, many: int, unit: Calendar) -> date:
    """A day so many calendar units later (earlier if negative)."""
    match unit:
        case "days":
            return day + timedelta(days=many)
        case "weeks":
            return day + timedelta(weeks=many)
        case "months" | "years":
            return add_months(day, many * (12 if unit == "years" else 1))
        case _:
            assert_never(unit)
