"""Answers that are too wide for a rule, and what is asked to narrow them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import assert_never

from prescreen.dialog.narrow_steps import BEFORE_DAY, Group, narrow_step
from prescreen.dialog.plan import Plan
from prescreen.flow.rules import spans_in
from prescreen.system.privacy import Silent
from prescreen.values import (
    ONE_DAY,
    Age,
    Blank,
    Days,
    Dose,
    Measure,
    Picked,
    Value,
    age_on,
    births_of,
)
from prescreen.values.findings import kind_of
from prescreen.verdict import Narrowing, View, find, narrowing


@dataclass(frozen=True, slots=True, repr=False)
class Wide(Silent):
    """A value that straddles a bound, what has to be settled, and which groups were asked about.

    The groups are told by their places among those that read the question; the last of them is
    the one that is asked about now.
    """

    value: Value
    edge: Narrowing
    asked: tuple[int, ...]

    @property
    def times(self) -> int:
        """The how-manieth narrowing it is."""
        return len(self.asked)


def too_wide(
    plan: Plan,
    question: str,
    value: Value,
    view: View,
    today: date,
    behind: Wide | None = None,
) -> Wide | None:
    """What has to be settled next of an answer, after a narrowing that has been put.

    Of several bounds it is the one in the middle, so that each reply settles as many as it can. One
    with the same findings on both sides is left. The view is what was said before the answer.
    """
    asked = behind.asked if behind else ()
    groups = plan.spans.get(question, ())
    edges = {
        place: edge
        for place, group in enumerate(groups)
        if place not in asked and (edge := straddled(group, question, value, view, today))
    }
    ahead = sorted(_telling(plan, question, value, edges, view, today), key=lambda at: edges[at].at)
    if not ahead:
        return None
    place = ahead[len(ahead) // 2]
    return Wide(value, edges[place], (*asked, place))


def straddled(
    group: Group, question: str, value: Value, view: View, today: date
) -> Narrowing | None:
    """What one narrowing has to settle for a group of rules, if the answer is too wide for it."""
    found = (narrowing(rule, value, today, question, view) for rule in group)
    return next((each for each in found if each), None)


def _telling(
    plan: Plan,
    question: str,
    value: Value,
    edges: Mapping[int, Narrowing],
    view: View,
    today: date,
) -> Iterator[int]:
    """The places of the groups for which some criterion differs, or may, from side to side."""
    for place, edge in edges.items():
        if edge.day is None or not isinstance(value, Days):
            yield place
            continue
        before, since = _beside(value, edge.day, (each.day for each in edges.values()))
        for criterion in plan.readers[question]:
            if not set(plan.spans[question][place]) & set(spans_in(criterion.rule)):
                continue
            sides = [
                find(plan.flow, criterion.rule, {**view, question: side}, today)
                for side in (before, since)
            ]
            if None in sides or len({kind_of(each) for each in sides if each}) > 1:
                yield place
                break


def _beside(value: Days, day: date, days: Iterable[date | None]) -> tuple[Days, Days]:
    """The parts of a span right before this day and since it, up to the next of the days."""
    cuts = sorted({value.start, value.end + ONE_DAY, *(each for each in days if each)})
    parts = [Days(first, after - ONE_DAY) for first, after in pairwise(cuts)]
    since = next(each for each in parts if each.start == day)
    return parts[parts.index(since) - 1], since


def narrowings(
    plan: Plan, question: str, answers: Mapping[str, Value], view: View, today: date
) -> Iterator[tuple[str, Wide]]:
    """Each narrowing that the answers to one question lead to, by its step, in order."""
    value = answers.get(question)
    before = {each: said for each, said in view.items() if plan.place[each] < plan.place[question]}
    wide = too_wide(plan, question, value, before, today) if value is not None else None
    while wide:
        step = narrow_step(question, wide.times)
        yield step, wide
        reply = answers.get(step)
        if reply is None:
            return
        wide = too_wide(plan, question, left_of(wide, reply, today), before, today, wide)


def left_of(wide: Wide, reply: Value, today: date) -> Value:
    """What a reply leaves of a value; all of it where they do not go together."""
    return narrowed(wide.value, reply, wide.edge, today) or wide.value


def narrowed(value: Value, reply: Value, edge: Narrowing, today: date) -> Value | None:
    """The part of a set that the reply leaves; the whole for a blank, None for no overlap."""
    if isinstance(reply, Blank):
        return value
    match value:
        case Age() if isinstance(reply, Age):
            born = births_of(value, today).overlap(births_of(reply, today))
            return born and Age(age_on(born.end, today), age_on(born.start, today), born)
        case Days() if isinstance(reply, Days):
            return value.overlap(reply)
        case Days() if isinstance(reply, Picked) and edge.day:
            if reply.ids == (BEFORE_DAY,):
                return Days(value.start, edge.day - ONE_DAY)
            return Days(edge.day, value.end)
        case Age() | Days() | Measure() | Dose() | Picked() | Blank():
            return None
        case _:
            assert_never(value)
