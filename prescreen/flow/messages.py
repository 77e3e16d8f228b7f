"""Every sentence of a flow, to be translated: what its tables say is for a person to read.

Nothing is listed here. A field that holds a `Text` or `Spoken` words is translated, in the place of
the table of the file in which it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import Field, fields
from typing import Any

from prescreen.files.tables import Frozen
from prescreen.flow.model import Flow
from prescreen.flow.trial import COMMENT, PLACE, SPOKEN, Text
from prescreen.language.catalogs import Message, forms


def flow_messages(flow: Flow, domain: str) -> Iterator[Message]:
    """Every sentence of a flow, in the order of its file."""
    return (message for _, message in flow_texts(flow, domain))


def flow_texts(flow: Flow, domain: str) -> Iterator[tuple[Field[Any], Message]]:
    """The same, each with the field in which it stands."""
    for each in fields(flow):
        value, place = getattr(flow, each.name), each.metadata.get(PLACE, each.name)
        for table in value if isinstance(value, tuple) else (value,):
            at = f"{domain}/{place.format(id=getattr(table, 'id', ''))}"
            yield from _said(table, at, each)


def _said(
    value: Any, at: str, field: Field[Any], **names: str
) -> Iterator[tuple[Field[Any], Message]]:
    """The sentences in the value of a field, in the place of the table that it belongs to."""
    comment = field.metadata.get(COMMENT, "")
    match value:
        case Text():
            for form in forms(value, at, comment.format(**names)):
                yield field, form
        case str() if SPOKEN.search(str(field.type)):
            yield field, Message(at, value, comment.format(**names))
        case Frozen():
            for each in fields(value):
                own = getattr(value, each.name)
                yield from _said(own, at, each, id=getattr(value, "id", ""))
        case tuple():
            for each in value:
                yield from _said(each, at, field, **names)
        case dict():
            for key, each in value.items():
                yield from _said(each, at, field, **names, key=key)
