"""What stands in braces in a flow: {day} where a day is narrowed, and nothing anywhere else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from prescreen.files.tables import KEY, Frozen
from prescreen.flow.model import AgeRule, Flow
from prescreen.flow.rules import settled_at, spans_in
from prescreen.flow.trial import Text

DAY = "{day}"
UNSAID = (
    "protocol",
    "ledger",
    "clauses",
    "shares",
    "words",
    "key_words",
    "unsure_words",
    "beside",
    "signs",
    "unsure_signs",
)
"""What nobody is shown: the registry's own words, and what people may type."""


def brace_problems(flow: Flow) -> Iterator[str]:
    """A sentence for each text with a brace that would be shown."""
    dated = {
        f'[question "{settled_at(flow, each)}"]'
        for criterion in flow.criteria
        for each in spans_in(criterion.rule)
        if not isinstance(each, AgeRule)
    }
    for table, value in _tables(flow):
        for key, text in _texts(value):
            may_name_day = table in dated and key.partition(".")[0] == "narrow"
            if _has_brace(text.replace(DAY, "") if may_name_day else text):
                fix = f"Only {DAY} may stand in braces here" if may_name_day else "Take it out"
                yield f"{table} {key}: a brace would be shown. {fix}."


def _has_brace(text: str) -> bool:
    return "{" in text or "}" in text


def _tables(flow: Flow) -> Iterator[tuple[str, Any]]:
    """The tables of the file, as their author would name them."""
    for key, value in _keys(flow):
        if isinstance(value, tuple):
            yield from ((f'[{key} "{each.id}"]', each) for each in value)
        else:
            yield f"[{key}]", value


def _keys(table: Frozen) -> Iterator[tuple[str, Any]]:
    for each in fields(table):
        if each.name not in UNSAID:
            yield each.metadata.get(KEY, each.name), getattr(table, each.name)


def _texts(value: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """Each text in a value, and the keys that lead to it."""
    match value:
        case str():
            yield at, value
        case Text() if value.patient == value.caregiver:
            yield at, value.patient
        case Frozen():
            for key, each in _keys(value):
                yield from _texts(each, f"{at}.{key}" if at else key)
        case dict():
            for key, each in value.items():
                yield from _texts(each, f"{at}.{key}" if at else key)
        case tuple():
            for number, each in enumerate(value, start=1):
                label = getattr(each, "id", None)
                yield from _texts(each, f'{at} "{label}"' if label else f"{at} number {number}")
