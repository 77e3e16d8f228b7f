"""What lies over a page, layer on layer; each event makes it anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never


@dataclass(frozen=True, slots=True)
class PanelOpen:
    """A panel; closed, it shows what is `under` it: the page, or a screen that was hidden."""

    name: str
    under: Hidden | None = None


@dataclass(frozen=True, slots=True)
class Hidden:
    """A screen that the person has hidden, the page or a panel `under` it."""

    under: PanelOpen | None = None


@dataclass(frozen=True, slots=True)
class Away:
    """A screen that nobody has touched for a while.

    It ends in so many seconds; with none left, nobody need be warned yet.
    """

    left: int
    under: PanelOpen | Hidden | None = None


Over = PanelOpen | Hidden | Away
"""What lies over a page; the page itself is there where this is None."""


def attended(over: Over | None) -> PanelOpen | Hidden | None:
    """What lies over the page once somebody is there."""
    return over.under if isinstance(over, Away) else over


def away(over: Over | None, left: int) -> Away:
    """Hide what is shown, because nobody is there."""
    return Away(left, attended(over))


def opened(over: Over | None, panel: str) -> PanelOpen:
    """Open a panel in place of another one; over a hidden screen it leaves that hidden."""
    seen = attended(over)
    match seen:
        case Hidden() | PanelOpen(under=Hidden()):
            return PanelOpen(panel, Hidden())
        case PanelOpen() | None:
            return PanelOpen(panel)
        case _:
            assert_never(seen)


def turned(over: Over | None) -> PanelOpen | Hidden | None:
    """Hide the screen, or show again what was hidden."""
    seen = attended(over)
    match seen:
        case Hidden(under):
            return under
        case PanelOpen(name):
            return Hidden(PanelOpen(name))
        case None:
            return Hidden()
        case _:
            assert_never(seen)


def panel_name(over: Over | None) -> str:
    """The panel that is open, in sight or not; empty if none is."""
    match over:
        case PanelOpen(name):
            return name
        case Hidden(under) | Away(_, under):
            return panel_name(under)
        case None:
            return ""
        case _:
            assert_never(over)
