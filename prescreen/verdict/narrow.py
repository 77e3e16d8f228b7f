"""What one narrowing question has to settle about an answer that is too wide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from prescreen.flow.model import AgeRule, WindowRule
from prescreen.system.privacy import Silent
from prescreen.values import Age, Days, Value, births_of
from prescreen.verdict.times import clear_day, first_inside, zone


@dataclass(frozen=True, slots=True, repr=False)
class Narrowing(Silent):
    """A set of ages or days straddles a bound; `day` is the first day that is still inside."""

    day: date | None = None


def narrowing(rule: AgeRule | WindowRule, value: Value, today: date) -> Narrowing | None:
    """What one narrowing question has to settle about this answer, if anything."""
    match rule:
        case AgeRule() if isinstance(value, Age):
            born = births_of(value, today)
            zones = {zone(rule, day, today) for day in (born.start, born.end)}
            return Narrowing() if len(zones) > 1 else None
        case WindowRule() if isinstance(value, Days):
            inside = clear_day(rule, value.start) > today, clear_day(rule, value.end) > today
            return Narrowing(first_inside(rule, today)) if inside == (False, True) else None
    return None
