"""What one narrowing question has to settle about an answer that is too wide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from prescreen.flow.model import AgeRule, Rule, WindowRule
from prescreen.system.privacy import Silent
from prescreen.values import ONE_DAY, Age, Days, Value, add_months, age_on, births_of
from prescreen.verdict.rules import clear_day


@dataclass(frozen=True, slots=True, repr=False)
class Narrowing(Silent):
    """A set of ages or days straddles a bound; `day` is the first day that is still inside."""

    day: date | None = None


def narrowing(rule: Rule | None, value: Value, today: date) -> Narrowing | None:
    """What one narrowing question has to settle about this answer, if anything."""
    if isinstance(rule, AgeRule) and isinstance(value, Age):
        born = births_of(value, today)
        zones = {_zone(rule, age_on(day, today)) for day in (born.start, born.end)}
        return Narrowing() if len(zones) > 1 else None
    if isinstance(rule, WindowRule) and isinstance(value, Days):
        inside = clear_day(rule, value.start) > today, clear_day(rule, value.end) > today
        return Narrowing(first_inside(rule, today)) if inside == (False, True) else None
    return None


def _zone(rule: AgeRule, age: int) -> int:
    return (age >= rule.least) + (age > rule.most)


def first_inside(rule: WindowRule, today: date) -> date:
    """The earliest last time that is still inside the window today."""
    day = add_months(today, -rule.months) - timedelta(days=4)
    while clear_day(rule, day) <= today:
        day += ONE_DAY
    return day
