"""The line on top."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip

from prescreen.page.model import Page
from prescreen.tui.layout.palette import Ink
from prescreen.tui.layout.typeset import cells, lines


def head_lines(page: Page, ink: Ink, width: int, roomy: bool) -> list[Strip]:
    """Return mark and title with the progress at their right; the mark alone never gives way."""
    title, progress = f"{page.mark}  {page.title}".strip(), page.progress
    if progress and cells(title) + cells(progress) + 2 > width:
        title = page.mark if not roomy else title
    rows = lines(title, width) if title else [""]
    *above, progress = lines(progress, width) if progress else [""]
    spare = width - cells(rows[-1]) - cells(progress)
    if above or (spare < 2 and title):
        rows = [*rows, *above, ""] if title else [*above, ""]
        spare = width - cells(progress)
    style = ink.quiet()
    last = len(rows) - 1
    return [
        Strip(
            [Segment(row, style)]
            + ([Segment(" " * max(spare, 0) + progress, style)] if at == last else [])
        )
        for at, row in enumerate(rows)
    ]
