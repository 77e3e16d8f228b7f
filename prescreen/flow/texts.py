"""Every text of a flow that a person reads: what it says, and where it stands.

Nothing is listed here. A field that holds a `Text` or `Spoken` words is for a person to read. What
the registry printed, what people may type, and the codes of units are no such texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import Field, dataclass, fields
from datetime import date
from fractions import Fraction
from typing import Any

from prescreen.files.tables import KEY, Frozen
from prescreen.flow.model import Flow
from prescreen.flow.trial import COMMENT, PLACE, SPOKEN, Text


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Where a text stands: its field, and how its author and its translators find it.

    `table` and `key` are those of the file; `context` and `comment` stand in the catalogs.
    """

    field: Field[Any]
    table: str
    key: str
    context: str
    comment: str


def placed_texts(flow: Flow) -> Iterator[tuple[TextPlace, Text]]:
    """Each text with its place, in the order of the file; one form twice is the same to all."""
    for field in fields(flow):
        name, value = field.metadata.get(KEY, field.name), getattr(flow, field.name)
        tables = _labelled(name, value) if isinstance(value, tuple) else [(name, value)]
        for table, each in tables:
            context = field.metadata.get(PLACE, field.name).format(id=getattr(each, "id", ""))
            for own, key, comment, text in _texts(each, field):
                yield TextPlace(own, f"[{table}]", key, context, comment), text


def _texts(
    value: Any, field: Field[Any], at: str = "", **names: str
) -> Iterator[tuple[Field[Any], str, str, Text]]:
    """Each text in the value of a field, the keys that lead to it and what translators are told."""
    match value:
        case Text():
            yield field, at, field.metadata.get(COMMENT, "").format(**names), value
        case str() if SPOKEN.search(str(field.type)):
            yield from _texts(Text(patient=value, caregiver=value), field, at, **names)
        case Frozen():
            owner = getattr(value, "id", "")
            for each in fields(value):
                key = each.metadata.get(KEY, each.name)
                below = f"{at}.{key}" if at else key
                yield from _texts(getattr(value, each.name), each, below, id=owner)
        case dict():
            for key, each in value.items():
                below = f"{at}.{key}" if at else key
                yield from _texts(each, field, below, **names, key=key)
        case tuple():
            for label, each in _labelled(at, value):
                yield from _texts(each, field, label, **names)
        case str() | int() | Fraction() | date() | None:
            pass
        case _:
            raise TypeError(f"{at}: nobody looks for texts in a {type(value).__name__}")


def _labelled(name: str, values: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    """Each value with what its author would call it: by its id, or else by its number."""
    for number, each in enumerate(values, start=1):
        label = getattr(each, "id", None)
        yield f'{name} "{label}"' if label else f"{name} number {number}", each
