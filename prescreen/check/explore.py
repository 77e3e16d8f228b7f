"""Every conversation that the classes of answers can lead to, each kind of place once."""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date

from prescreen.check.classes import Classes
from prescreen.check.marks import Key, Marks
from prescreen.dialog.narrow_steps import base
from prescreen.dialog.plan import Plan
from prescreen.dialog.route import Route, begin, take
from prescreen.values import Value
from prescreen.verdict import Verdict, verdict

Trail = tuple[tuple[str, Value], ...]
"""The answers of one path by step, as they were given."""


@dataclass(frozen=True, slots=True)
class Fork:
    """A step that waits, with one path that leads to it."""

    key: Key
    route: Route
    said: Trail

    @property
    def step(self) -> str:
        """The step that waits."""
        assert self.route.waiting is not None, "an ended path is no place"
        return self.route.waiting


@dataclass(frozen=True, slots=True)
class Branch:
    """One answer at a place and where it leads: to a key, or to a verdict at an end."""

    value: Value
    route: Route
    key: Key | None
    verdict: Verdict | None


def explore(
    plan: Plan, today: date, within: Container[str] | None = None
) -> Iterator[tuple[Fork, list[Branch]]]:
    """Each place once, with all its branches; a place comes after one that leads to it.

    Beyond the questions `within` which it is to stay, it does not go.
    """
    classes, marks = Classes(plan, today), Marks(plan, today)
    start = begin(plan, today)
    waiting = deque([Fork(marks.key(start), start, ())])
    known = {waiting[0].key}
    while waiting:
        place = waiting.popleft()
        branches: list[Branch] = []
        for value in classes.at(place.route):
            route = take(plan, place.route, value, today)
            if route.waiting is None:
                ended = verdict(plan.flow, route.findings, route.view, today)
                branches.append(Branch(value, route, None, ended))
                continue
            key = marks.key(route)
            branches.append(Branch(value, route, key, None))
            if key not in known and (within is None or base(route.waiting) in within):
                known.add(key)
                waiting.append(Fork(key, route, (*place.said, (place.step, value))))
        yield place, branches
