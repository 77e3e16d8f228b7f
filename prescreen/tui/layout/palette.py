"""Two palettes: a warm accent for now, a soft green for what was said, and greys."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rich.style import Style
from textual.theme import Theme


@dataclass(frozen=True)
class Palette:
    """The colours of one theme, by what they are for."""

    name: str
    dark: bool
    ground: str
    answers: str
    field: str
    tile: str
    cap: str
    ink: str
    quiet: str
    bar: str
    now: str
    now_ink: str
    warm: str
    said: str
    said_ink: str


LIGHT = Palette(
    name="prescreen-light",
    dark=False,
    ground="#fdfcfa",
    answers="#f2f1f0",
    field="#ffffff",
    tile="#e5e3e0",
    cap="#dcdad7",
    ink="#1f1d1b",
    quiet="#42403e",
    bar="#d75f00",
    now="#ffd7af",
    now_ink="#1f1d1b",
    warm="#7a3500",
    said="#dcf2dc",
    said_ink="#004d00",
)

DARK = Palette(
    name="prescreen-dark",
    dark=True,
    ground="#1b1a19",
    answers="#242322",
    field="#121212",
    tile="#302f2e",
    cap="#3b3a39",
    ink="#f0eeeb",
    quiet="#cfcdca",
    bar="#ffaf5f",
    now="#ffc586",
    now_ink="#1b1a19",
    warm="#ffc586",
    said="#1f3524",
    said_ink="#b5e3b5",
)


def theme(palette: Palette) -> Theme:
    """Return the palette as a Textual theme, for what lies under the canvas."""
    return Theme(
        name=palette.name,
        primary=palette.bar,
        dark=palette.dark,
        foreground=palette.ink,
        background=palette.ground,
    )


@lru_cache(maxsize=256)
def inked(ink: str, ground: str, *, bold: bool | None = None) -> Style:
    """Return how text is written in these colours."""
    return Style(color=ink, bgcolor=ground, bold=bold)


@dataclass(frozen=True)
class Ink:
    """The styles that text and tones are painted with."""

    palette: Palette
    ground: str

    def plain(self, *, bold: bool = False) -> Style:
        """Return the style of running text."""
        return inked(self.palette.ink, self.ground, bold=bold)

    def quiet(self) -> Style:
        """Return the style of what recedes."""
        return inked(self.palette.quiet, self.ground)

    def warm(self) -> Style:
        """Return the style of a sentence that matters now."""
        return inked(self.palette.warm, self.ground, bold=True)

    def said(self) -> Style:
        """Return the style of what the person said."""
        return inked(self.palette.said_ink, self.palette.said)

    def heard(self) -> Style:
        """Return the style of what a text would be understood as."""
        return inked(self.palette.said_ink, self.ground, bold=True)

    def tone(self, colour: str) -> Style:
        """Return the style of a cell that is only a colour."""
        return inked(self.palette.ink, colour)
