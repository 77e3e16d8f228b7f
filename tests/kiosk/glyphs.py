"""Whether a text can be read on a screen: its glyphs, drawn a second way, are there."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass

FONT = "Noto-Sans-Mono-CJK-SC"
HOPELESS = {0: 0.01, 1: 0.1, 4: 0.25}
"""After so many rows, less ink in common than this is no match any more."""


@dataclass(frozen=True)
class Ink:
    """A black and white picture: a whole number a row, a bit a pixel, the leftmost the highest."""

    width: int
    rows: tuple[int, ...]


def ink(*command: str) -> Ink:
    """The picture that a command of ImageMagick writes."""
    data = subprocess.run(command, check=True, capture_output=True).stdout
    magic, size, bits = data.split(b"\n", 2)
    assert magic == b"P4"
    width, height = map(int, size.split())
    step = (width + 7) // 8
    rows = (int.from_bytes(bits[at * step : (at + 1) * step]) for at in range(height))
    return Ink(width, tuple(row >> (step * 8 - width) for row in rows))


def photograph() -> Ink:
    """The whole screen."""
    return ink("convert", "x:root", "-colorspace", "gray", "-threshold", "50%", "pbm:-")


def drawn(text: str, size: int, *, bold: bool) -> Ink:
    """A text by itself, with glyphs of so many pixels."""
    font = f"{FONT}-Bold" if bold else FONT
    look = ("-background", "white", "-fill", "black", "-font", font, "-pointsize", str(size))
    shape = ("-trim", "+repage", "-threshold", "50%", "pbm:-")
    return ink("convert", *look, "-density", "72", f"label:{text}", *shape)


@dataclass(frozen=True, order=True)
class Place:
    """Where a text fits best, and how well: 1 is every pixel."""

    likeness: float
    left: int
    top: int


NOWHERE = Place(0.0, 0, 0)


def find(screen: Ink, text: Ink) -> Place:
    """The place where the most of a text's ink is the same."""
    lefts = range(screen.width - text.width + 1)
    last = len(screen.rows) - len(text.rows)
    tops = [top for top, row in enumerate(screen.rows[: last + 1]) if row]
    places = (Place(_alike(screen, text, left, top), left, top) for top in tops for left in lefts)
    return max(places, default=NOWHERE)


def _alike(screen: Ink, text: Ink, left: int, top: int) -> float:
    shift, mask = screen.width - text.width - left, (1 << text.width) - 1
    both = either = 0
    for at, row in enumerate(text.rows):
        there = screen.rows[top + at] >> shift & mask
        both += (there & row).bit_count()
        either += (there | row).bit_count()
        if at in HOPELESS and both < either * HOPELESS[at]:
            return 0.0
    return both / either if either else 0.0
