"""Every conversation that the classes of answers can lead to, each kind of place once."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from prescreen.check.classes import Classes
from prescreen.check.marks import Key, Marks
from prescreen.dialog.route import Plan, Route, begin, take
from prescreen.values import Value


@dataclass(frozen=True, slots=True)
class Place:
    """A step that waits, with one path that leads to it."""

    key: Key
    route: Route
    said: tuple[tuple[str, Value], ...]
    """The answers of that path by step, as they were given."""


@dataclass(frozen=True, slots=True)
class Branch:
    """One answer at a place, where it leads, and the key there unless the path has ended."""

    value: Value
    route: Route
    key: Key | None


def explore(plan: Plan, today: date) -> Iterator[tuple[Place, list[Branch]]]:
    """Each place once, with all its branches; a place comes after one that leads to it."""
    classes, marks = Classes(plan, today), Marks(plan, today)
    start = begin(plan, today)
    waiting = deque([Place(marks.key(start), start, ())])
    known = {waiting[0].key}
    while waiting:
        place = waiting.popleft()
        branches: list[Branch] = []
        for value in classes.at(place.route):
            route = take(plan, place.route, value, today)
            key = marks.key(route) if route.waiting else None
            branches.append(Branch(value, route, key))
            if key is not None and key not in known:
                known.add(key)
                said = (*place.said, (str(place.route.waiting), value))
                waiting.append(Place(key, route, said))
        yield place, branches
