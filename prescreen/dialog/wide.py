"""Answers that are too wide for a rule, and the questions that narrow them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from prescreen.flow.model import AgeRule, IntervalRule
from prescreen.flow.rules import Timed
from prescreen.system.privacy import Silent
from prescreen.values import (
    ONE_DAY,
    Age,
    Blank,
    Days,
    Picked,
    Value,
    age_on,
    births_of,
)
from prescreen.verdict import Narrowing, View, narrowing

NARROW = ".narrow"
BEFORE, SINCE = "before", "since"
Group = tuple[Timed, ...]
"""The rules about one question that one narrowing settles: all of its ages, or one boundary."""


@dataclass(frozen=True, slots=True, repr=False)
class Wide(Silent):
    """A value that straddles a bound, what has to be settled, and the how-manieth narrowing it is.

    `place` is that of the group of rules, among those that read the question.
    """

    value: Value
    edge: Narrowing
    place: int
    times: int


def grouped(rules: Iterable[Timed]) -> tuple[Group, ...]:
    """The rules about one question, together where one narrowing settles them."""
    groups: dict[object, list[Timed]] = {}
    for rule in rules:
        groups.setdefault(_settled_by(rule), []).append(rule)
    return tuple(map(tuple, groups.values()))


def _settled_by(rule: Timed) -> object:
    """What two rules have in common that are settled together: a birth day, or a boundary."""
    if isinstance(rule, AgeRule):
        return AgeRule
    if isinstance(rule, IntervalRule):
        return rule.start, rule.end, rule.unit, rule.above, rule.at_least, rule.below, rule.at_most
    return rule.days, rule.weeks, rule.months, rule.years, rule.last_day


def too_wide(
    groups: Sequence[Group],
    question: str,
    value: Value,
    view: View,
    today: date,
    behind: Wide | None = None,
) -> Wide | None:
    """What has to be settled next of an answer, after a narrowing that has been put.

    The view is what was said before it, on which an interval depends.
    """
    first = behind.place + 1 if behind else 0
    times = behind.times + 1 if behind else 1
    for place, group in enumerate(groups[first:], start=first):
        for rule in group:
            if edge := narrowing(rule, value, today, question, view):
                return Wide(value, edge, place, times)
    return None


def narrowings(
    groups: Sequence[Group], question: str, answers: Mapping[str, Value], view: View, today: date
) -> Iterator[tuple[str, Wide]]:
    """Each narrowing that the answers to one question lead to, by its step, in order."""
    value = answers.get(question)
    wide = too_wide(groups, question, value, view, today) if value is not None else None
    while wide:
        step = narrow_step(question, wide.times)
        yield step, wide
        reply = answers.get(step)
        if reply is None:
            return
        wide = too_wide(groups, question, left_of(wide, reply, today), view, today, wide)


def left_of(wide: Wide, reply: Value, today: date) -> Value:
    """What a reply leaves of a value; all of it where they do not go together."""
    return narrowed(wide.value, reply, wide.edge, today) or wide.value


def narrowed(value: Value, reply: Value, edge: Narrowing, today: date) -> Value | None:
    """The part of a set that the reply leaves; the whole for a blank, None for no overlap."""
    if isinstance(reply, Blank):
        return value
    if isinstance(value, Age) and isinstance(reply, Age):
        born = births_of(value, today).overlap(births_of(reply, today))
        if born is None:
            return None
        return Age(age_on(born.end, today), age_on(born.start, today), born)
    if isinstance(value, Days) and isinstance(reply, Days):
        return value.overlap(reply)
    if isinstance(value, Days) and isinstance(reply, Picked) and edge.day:
        if reply.ids == (BEFORE,):
            return Days(value.start, edge.day - ONE_DAY)
        return Days(edge.day, value.end)
    return None


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
