"""Every sentence of a flow, to be translated, in the place of the table in which it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import Field
from typing import Any

from prescreen.flow.model import Flow
from prescreen.flow.texts import placed_texts
from prescreen.language.catalogs import Message, forms


def flow_messages(flow: Flow, domain: str) -> Iterator[Message]:
    """Every sentence of a flow, in the order of its file."""
    return (message for _, message in flow_texts(flow, domain))


def flow_texts(flow: Flow, domain: str) -> Iterator[tuple[Field[Any], Message]]:
    """The same, each with the field in which it stands."""
    for place, text in placed_texts(flow):
        for message in forms(text, f"{domain}/{place.context}", place.comment):
            yield place.field, message
