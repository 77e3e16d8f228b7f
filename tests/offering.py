"""Readers less sure of themselves than the real ones, so that any answer can be offered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from prescreen.dialog import listen
from prescreen.values import Offer, Refusal

MAYBE = "maybe "
"""What begins with this is only offered, as what stands after it means."""


@contextmanager
def offering() -> Iterator[None]:
    """While this lasts, "maybe 62 kg" is an offer of 62 kg at every question."""
    with (
        patch("prescreen.dialog.hearing.listen", _unsure(listen.listen, at=1)),
        patch("prescreen.dialog.hearing.listen_narrow", _unsure(listen.listen_narrow, at=3)),
    ):
        yield


def _unsure(read: Callable[..., Any], at: int) -> Callable[..., Any]:
    """A reader whose text is the argument at this place."""

    def heard(*args: Any) -> Any:
        text = args[at]
        if not text.startswith(MAYBE):
            return read(*args)
        meant = read(*args[:at], text.removeprefix(MAYBE), *args[at + 1 :])
        return meant if isinstance(meant, Refusal | Offer) else Offer(meant)

    return heard
