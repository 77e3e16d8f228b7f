"""What the screen asks of its panes, be they those of a page or more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from textual.geometry import Size
from textual.strip import Strip

from prescreen.page.model import Page
from prescreen.tui.layout.palette import Palette
from prescreen.tui.layout.pane import Pane
from prescreen.tui.layout.spots import SpotPlan

Stop = tuple[Pane, str]
"""A spot of a pane, where the focus can be."""


class Layouts(Protocol):
    """What can be placed in several ways."""

    @property
    def ranks(self) -> int:
        """How many ranks of spots have to be seen together."""

    def layouts(self, text: str, width: int, roomy: bool) -> Iterator[SpotPlan]:
        """Yield the ways to place the spots, the roomiest first."""


class Arrangement(Protocol):
    """All panes that a screen shows, and the ways between them."""

    def lay_out(
        self, page: Page, tiles: Layouts, hint: str | None, size: Size, *, anchor: bool
    ) -> None:
        """Show a page on a screen of this size."""

    def fits(self, page: Page, tiles: Layouts, size: Size) -> bool:
        """Whether a page with its answers can be seen as a whole on a screen of this size."""

    def paint_with(self, palette: Palette) -> None:
        """Take other colours, from the next layout on."""

    def rows(self, width: int, focused: Pane | None) -> list[Strip]:
        """Return the painted rows of all panes."""

    def pane_at(self, x: int, y: int) -> Pane | None:
        """Return the pane at a cell of the screen."""

    def stops(self) -> list[Stop]:
        """What Tab goes through."""

    def beyond(self, pane: Pane, upward: bool) -> Stop | None:
        """Where an arrow key leads out of a pane; None if it scrolls the conversation instead."""

    def reachable(self, pane: Pane, name: str) -> Stop:
        """The stop that is in sight in place of another."""
