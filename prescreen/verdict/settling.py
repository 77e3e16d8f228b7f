"""What one narrowing question has to settle about an answer that is too wide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from prescreen.flow.model import AgeRule, IntervalRule, WindowRule
from prescreen.flow.rules import Timed
from prescreen.system.privacy import Silent
from prescreen.values import Age, Days, Value, births_of, days_said
from prescreen.verdict.amount_rules import View
from prescreen.verdict.times import clear_day, crossed, first_inside, zone

NO_VIEW: View = {}


@dataclass(frozen=True, slots=True, repr=False)
class Narrowing(Silent):
    """A set of ages or days straddles a bound; `day` is the first day on the later side of it."""

    day: date | None = None

    @property
    def at(self) -> date:
        """Where it stands among others: a birth day before any."""
        return self.day or date.min


def narrowing(
    rule: Timed, value: Value, today: date, question: str = "", view: View = NO_VIEW
) -> Narrowing | None:
    """What one narrowing question has to settle about this answer, if anything.

    An interval needs to know which `question` was answered so, and what was said before.
    """
    match rule:
        case AgeRule() if isinstance(value, Age):
            born = births_of(value, today)
            zones = {zone(rule, day, today) for day in (born.start, born.end)}
            return Narrowing() if len(zones) > 1 else None
        case WindowRule() if isinstance(value, Days):
            inside = clear_day(rule, value.start) > today, clear_day(rule, value.end) > today
            return Narrowing(first_inside(rule, today)) if inside == (False, True) else None
        case IntervalRule() if isinstance(value, Days):
            other = days_said(view.get(rule.start if question == rule.end else rule.end), today)
            day = other and crossed(rule, value, other, ends=question == rule.end)
            return Narrowing(day) if day else None
        case AgeRule() | WindowRule() | IntervalRule():
            return None
        case _:
            assert_never(rule)
