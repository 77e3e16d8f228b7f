"""Flow files with one thing changed: a bound, a count of months, a mark, a condition, an order."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

Path = tuple[str | int, ...]

MARKS = ("met", "not_met", "lasting", "unknown")
NUDGED = (
    *("above", "at_least", "at_most", "least", "most", "margin", "below"),
    *("reference_mg", "equal_mg", "tablet_mg"),
)
HUNDREDTH = Decimal("0.01")
OTHER = {"is": "is_not", "is_not": "is"}
FLIPS = {"window": ("met", "unknown"), "ratio": ("not_met", "unknown")}
"""What may be outside, by the kind of the rule."""
REMOVED = ("asked_if", "stop_on", "declined_on", "if_open", "stops", "at_site", "alone", "only_mg")


@dataclass(frozen=True)
class Mutant:
    """A changed flow file, what was changed, and the ids of the tables that it is about."""

    name: str
    about: tuple[str, ...]
    tables: dict[str, Any]


def mutants(tables: dict[str, Any]) -> Iterator[Mutant]:
    """Each change that makes another trial of it."""
    yield from (each for each in _every(tables) if each.name not in GATED)


GATED = frozenset(
    {
        "criterion I3a stops: removed",
        "question adult stop_on: removed",
        "question adult stop_on: no",
    }
)
"""What changes nothing, since the age gate of the program stops there anyway."""


def _every(tables: dict[str, Any]) -> Iterator[Mutant]:
    for path, value in [*_walk(tables, ())]:
        for change, new in _changes(path, value):
            yield _changed(tables, path, change, new)
    yield from _sensitive(tables)
    yield from _stops(tables)
    yield from _orders(tables)
    yield from _elsewhere(tables)
    yield from _without_a_drug(tables)
    yield from _conditions(tables)


def unheard(tables: dict[str, Any]) -> Iterator[Mutant]:
    """Changes that no single conversation to its end can tell: of what is shown, and forgotten."""
    for index, criterion in enumerate(tables["criterion"]):
        path = ("criterion", index, "held")
        yield _changed(tables, path, str(not criterion.get("held")), not criterion.get("held"))
    for index, question in enumerate(tables["question"]):
        if "forget_if_changed" in question:
            yield _changed(tables, ("question", index, "forget_if_changed"), "removed", None)


def _walk(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    yield path, value
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _walk(each, (*path, key))
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from _walk(each, (*path, index))


def _changes(path: Path, value: Any) -> Iterator[tuple[str, Any]]:
    key = path[-1] if path else ""
    if key == "months" or _in_years(path, value):
        yield from ((str(each), each) for each in (value - 1, value + 1))
    elif key in NUDGED:
        yield from ((str(value + each), value + each) for each in (HUNDREDTH, -HUNDREDTH))
    if isinstance(value, dict) and "outside" in value:
        for each in FLIPS[value["kind"]]:
            if each != value["outside"]:
                yield f"outside {each}", value | {"outside": each}
    if key != "outside" and "findings" in path and value in MARKS:
        yield from ((mark, mark) for mark in MARKS if mark != value)
    if key == "last_day":
        yield "inside", "inside"
    if isinstance(value, dict) and value.get("kind") == "window":
        yield from _flipped_window(value)
    if key in REMOVED:
        yield "removed", None
    if key in ("asked_if", "is", "is_not", "rules") and len(value) > 1:
        for index in range(len(value)):
            yield f"without {index}", [*value[:index], *value[index + 1 :]]
    if isinstance(value, dict) and "question" in value and value.keys() & OTHER.keys():
        yield "turned round", {OTHER.get(each, each): said for each, said in value.items()}


def _in_years(path: Path, value: Any) -> bool:
    """Whether the number is a bound of an age, which is whole."""
    return bool(path) and path[-1] in ("least", "most") and value in (18, 65)


def _flipped_window(window: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    if "last_day" not in window:
        yield "last day outside", window | {"last_day": "outside"}
    if "outside" not in window:
        yield "unknown outside", window | {"outside": "unknown"}


def _sensitive(tables: dict[str, Any]) -> Iterator[Mutant]:
    for index, question in enumerate(tables["question"]):
        new = None if question.get("sensitive") else True
        yield _changed(tables, ("question", index, "sensitive"), str(new), new)


def _stops(tables: dict[str, Any]) -> Iterator[Mutant]:
    for index, criterion in enumerate(tables["criterion"]):
        if criterion["id"] in ("I3a", "I1", "E1", "E2", "E11", "I5", "E10"):
            continue  # stops already, is lasting, is never not_met, or is the last that can be
        yield _changed(tables, ("criterion", index, "stops"), "True", True)


def _orders(tables: dict[str, Any]) -> Iterator[Mutant]:
    for index, question in enumerate(tables["question"][:-1]):
        questions = copy(tables["question"])
        questions[index : index + 2] = reversed(questions[index : index + 2])
        changed = {**tables, "question": questions}
        yield Mutant(f"{question['id']} one later", (question["id"],), changed)


def _elsewhere(tables: dict[str, Any]) -> Iterator[Mutant]:
    """A mark or a condition that is about another choice of its question."""
    choices = {
        each["id"]: [choice["id"] for choice in each.get("choice", ())]
        for each in tables["question"]
    }
    for path, value in [*_walk(tables["question"], ("question",))]:
        key = path[-1]
        if key in ("stop_on", "declined_on"):
            question = tables["question"][path[1]]["id"]
            yield from _other_ids(tables, path, [*choices[question], "unsure"])
        elif isinstance(value, dict) and "question" in value and "asked_if" in path:
            for each in OTHER.keys() & value.keys():
                yield from _other_ids(tables, (*path, each), [*choices[value["question"]]])


def _other_ids(tables: dict[str, Any], path: Path, ids: list[str]) -> Iterator[Mutant]:
    here: Any = tables
    for part in path:
        here = here[part]
    for each in ids:
        if [each] != here:
            yield _changed(tables, path, each, [each])


def _without_a_drug(tables: dict[str, Any]) -> Iterator[Mutant]:
    for name in tables["drug"]:
        yield _changed(tables, ("drug", name), "removed", None)


def _conditions(tables: dict[str, Any]) -> Iterator[Mutant]:
    """A condition more: that nothing stands against joining, or what was not picked before."""
    before: dict[str, Any] = {"id": "", "choice": []}
    for index, question in enumerate(tables["question"]):
        path, old = ("question", index, "asked_if"), question.get("asked_if", [])
        if {"nothing_against": True} not in old:
            new = [*old, {"nothing_against": True}]
            yield _changed(tables, path, "and nothing against", new)
        for said in _other_ways(question, before, tables["drug"]):
            new = [*old, {"question": before["id"], "is_not": [said]}]
            yield _changed(tables, path, f"and not {before['id']} {said}", new)
        before = question if question["kind"] in ("choice", "ticks") else before


LAST_WORDS = (("lupus", "skin_only"), ("lupus", "no"), ("cancer", "now"), ("pregnancy", "yes"))
"""Answers after which the next question is not asked anyway."""


def _other_ways(
    question: dict[str, Any], before: dict[str, Any], drugs: dict[str, Any]
) -> Iterator[str]:
    """The answers to the choice before after which this question may still be asked."""
    conditions = question.get("asked_if", [])
    if any(each.get("question") == before["id"] for each in conditions):
        return
    for choice in before["choice"]:
        known = "tablet_mg" in drugs.get(choice["id"], {"tablet_mg": None})
        if (before["id"], choice["id"]) in LAST_WORDS or (question.get("only_mg") and known):
            continue
        yield choice["id"]


def _changed(tables: dict[str, Any], path: Path, change: str, new: Any) -> Mutant:
    changed = copy(tables)
    here: Any = changed
    words: list[str] = []
    about: list[str] = []
    for part in path[:-1]:
        here[part] = copy(here[part])
        here = here[part]
        label = here.get("id") if isinstance(here, dict) else None
        words.append(str(label or part))
        about += [label] if label else []
        if isinstance(here, dict):
            about += [here[key] for key in ("question",) if isinstance(here.get(key), str)]
    about.append(str(path[-1]) if "drug" not in path else str(path[1]))
    if new is None:
        here.pop(path[-1], None)
    else:
        here[path[-1]] = new
    return Mutant(f"{' '.join(words)} {path[-1]}: {change}", tuple(about), changed)
