"""How long a page stands before the script goes on: as long as it takes to read."""

from __future__ import annotations

from collections.abc import Iterator

from prescreen.page.model import Page
from prescreen.tui.layout.typeset import cells

PACES = (0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0)
USUAL_PACE = 2
"""The place of the usual pace among them; a greater one is faster."""

WIDE_A_SECOND, NARROW_A_SECOND = 8.0, 24.0
"""Chinese characters, and letters, that are read in a second."""
LEAST_SECONDS = 1.0


def reading_seconds(text: str) -> float:
    """How long it takes to read a text, in whichever language."""
    wide = cells(text) - len(text)
    return wide / WIDE_A_SECOND + (len(text) - wide) / NARROW_A_SECOND


def page_seconds(page: Page) -> float:
    """How long it takes to read what is new on a page."""
    return max(LEAST_SECONDS, sum(map(reading_seconds, _new(page))))


def _new(page: Page) -> Iterator[str]:
    shown = page.over or page
    yield page.over.title if page.over else page.heading
    yield from (block.text for block in shown.blocks)
    if not page.over:
        yield from (page.heard, page.refused)
