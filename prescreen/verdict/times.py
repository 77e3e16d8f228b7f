"""Windows and ages on the calendar: what is reached when, and from when on a time is past."""

from __future__ import annotations

from datetime import date, timedelta

from prescreen.flow.model import AgeRule, WindowRule
from prescreen.values import ONE_DAY, add_months, birthday


def clear_day(rule: WindowRule, last: date) -> date:
    """The first day that lies outside the window after the last time."""
    end = moved(rule, last)
    return end + ONE_DAY if rule.last_day == "inside" else end


def moved(rule: WindowRule, day: date, sign: int = 1) -> date:
    """A day later (or earlier) by as much as a window is wide."""
    months = (rule.months or 0) + 12 * (rule.years or 0)
    days = (rule.days or 0) + 7 * (rule.weeks or 0)
    return add_months(day, sign * months) + timedelta(days=sign * days)


def first_inside(rule: WindowRule, today: date) -> date:
    """The earliest last time that is still inside the window today."""
    day = moved(rule, today, -1) - timedelta(days=4)
    while clear_day(rule, day) <= today:
        day += ONE_DAY
    return day


def reached(rule: AgeRule, born: date, age: int) -> date:
    """The day on which somebody is so many years, or months, old."""
    return birthday(born, age) if rule.unit == "years" else add_months(born, age)


def zone(rule: AgeRule, born: date, today: date) -> int:
    """Whether somebody is too young (0), of the right age (1) or too old (2)."""
    if rule.most is not None and reached(rule, born, rule.most + 1) <= today:
        return 2
    return int(rule.least is None or reached(rule, born, rule.least) <= today)
