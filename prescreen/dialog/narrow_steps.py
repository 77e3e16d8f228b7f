"""The steps at which a question and its narrowings are put, and what one narrowing settles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from prescreen.flow.model import AgeRule, IntervalRule, WindowRule
from prescreen.flow.rules import Timed

NARROW = ".narrow"
BEFORE_DAY, SINCE_DAY = "before", "since"
Group = tuple[Timed, ...]
"""The rules about one question that one narrowing settles: all of its ages, or one boundary."""


def grouped(rules: Iterable[Timed]) -> tuple[Group, ...]:
    """The rules about one question, together where one narrowing settles them."""
    groups: dict[object, list[Timed]] = {}
    for rule in rules:
        groups.setdefault(_settled_by(rule), []).append(rule)
    return tuple(map(tuple, groups.values()))


def _settled_by(rule: Timed) -> object:
    """What two rules have in common that are settled together: a birth day, or a boundary."""
    match rule:
        case AgeRule():
            return AgeRule
        case IntervalRule():
            ends = rule.above, rule.at_least, rule.below, rule.at_most
            return rule.start, rule.end, rule.unit, *ends
        case WindowRule():
            days = (rule.days or 0) + 7 * (rule.weeks or 0)
            return days, (rule.months or 0) + 12 * (rule.years or 0), rule.last_day
        case _:
            assert_never(rule)


def base(step: str) -> str:
    """The question that a step belongs to."""
    return step.partition(NARROW)[0]


def is_narrow(step: str) -> bool:
    """Whether a step is a narrowing question."""
    return NARROW in step


def narrow_step(question: str, times: int) -> str:
    """The step of the how-manieth narrowing of a question: `.narrow`, then `.narrow2`."""
    return f"{question}{NARROW}{times if times > 1 else ''}"


def narrow_steps(groups: Sequence[Group], question: str) -> list[str]:
    """Every narrowing that can be put about a question."""
    return [narrow_step(question, times) for times in range(1, len(groups) + 1)]


def later_steps(groups: Sequence[Group], step: str) -> list[str]:
    """The narrowings that follow from the answer to a step, and are void once it changes."""
    every = narrow_steps(groups, base(step))
    return every[every.index(step) + 1 :] if step in every else every
