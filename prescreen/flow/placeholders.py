"""What stands in braces in the texts of a flow: {day} where a day is narrowed, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import Field, fields
from typing import Any

from prescreen.files.tables import KEY, Frozen
from prescreen.flow.model import AgeRule, Flow, IntervalRule
from prescreen.flow.rules import rules_in, settled_at, spans_in
from prescreen.flow.trial import SPOKEN, Text

DAY = "{day}"


def brace_problems(flow: Flow) -> Iterator[str]:
    """A sentence for each text with a brace that would be shown."""
    dated = {
        f'[question "{settled_at(flow, each)}"]'
        for criterion in flow.criteria
        for each in spans_in(criterion.rule)
        if not isinstance(each, AgeRule)
    }
    tied = {
        f'[question "{name}"]': settled_at(flow, rule)
        for criterion in flow.criteria
        for rule in rules_in(criterion.rule)
        if isinstance(rule, IntervalRule)
        for name in (rule.start, rule.end)
    }
    for table, key, text in _shown(flow):
        narrows = key.partition(".")[0] == "narrow"
        may_name_day = table in dated and narrows
        if not _has_brace(text.replace(DAY, "") if may_name_day else text):
            continue
        if narrows and DAY in text and table in tied and not may_name_day:
            yield (
                f"{table} {key}: it would never be put, for the interval settles the later day, "
                f'"{tied[table]}". Move it there.'
            )
            continue
        fix = f"Only {DAY} may stand in braces here" if may_name_day else "Take it out"
        yield f"{table} {key}: a brace would be shown. {fix}."


def _has_brace(text: str) -> bool:
    return "{" in text or "}" in text


def _shown(flow: Flow) -> Iterator[tuple[str, str, str]]:
    """Each text that a person reads, with its table and its key, as their author would name them.

    What the registry printed, what people may type, and the codes of units are no such texts.
    """
    for each in fields(flow):
        table = each.metadata.get(KEY, each.name)
        value = getattr(flow, each.name)
        for one in value if isinstance(value, tuple) else (value,):
            name = f'{table} "{one.id}"' if isinstance(value, tuple) else table
            yield from ((f"[{name}]", key, text) for key, text in _texts(one, each))


def _texts(value: Any, field: Field[Any], at: str = "") -> Iterator[tuple[str, str]]:
    """Each text for a person in the value of a field, and the keys that lead to it."""
    match value:
        case str() if SPOKEN.search(str(field.type)):
            yield at, value
        case Text() if value.patient == value.caregiver:
            yield at, value.patient
        case Text():
            yield f"{at}.patient", value.patient
            yield f"{at}.caregiver", value.caregiver
        case Frozen():
            for each in fields(value):
                key = each.metadata.get(KEY, each.name)
                yield from _texts(getattr(value, each.name), each, f"{at}.{key}" if at else key)
        case dict():
            for key, each in value.items():
                yield from _texts(each, field, f"{at}.{key}" if at else key)
        case tuple():
            for number, each in enumerate(value, start=1):
                label = getattr(each, "id", None)
                name = f'{at} "{label}"' if label else f"{at} number {number}"
                yield from _texts(each, field, name)
