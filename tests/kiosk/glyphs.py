"""Whether a text can be read on a screen: its glyphs, drawn a second way, are there."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

FONT = "Noto Sans Mono CJK SC"
BLACK_AND_WHITE = ("-colorspace", "gray", "-threshold", "50%")
HOPELESS = {0: 0.01, 1: 0.1, 4: 0.25}
"""After so many rows, less ink in common than this is no match any more."""


@dataclass(frozen=True)
class Ink:
    """A black and white picture: a whole number a row, a bit a pixel, the leftmost the highest."""

    width: int
    rows: tuple[int, ...]


def ink(*command: str, given: bytes = b"") -> Ink:
    """The picture that a command of ImageMagick writes."""
    data = subprocess.run(command, input=given, check=True, capture_output=True).stdout
    magic, size, bits = data.split(b"\n", 2)
    assert magic == b"P4"
    width, height = map(int, size.split())
    step = (width + 7) // 8
    rows = (int.from_bytes(bits[at * step : (at + 1) * step]) for at in range(height))
    return Ink(width, tuple(row >> (step * 8 - width) for row in rows))


def photograph() -> Ink:
    """The whole screen."""
    return ink("convert", "x:root", *BLACK_AND_WHITE, "pbm:-")


def drawn(text: str, size: int, *, bold: bool) -> Ink:
    """A text by itself, with glyphs of so many pixels."""
    command, given = (_latin if text.isascii() else _chinese)(text, size, bold=bold)
    cut = ("-trim", "+repage", "pbm:-")
    return ink("convert", *command, *BLACK_AND_WHITE, *cut, given=given)


def _chinese(text: str, size: int, *, bold: bool) -> tuple[Sequence[str], bytes]:
    font = FONT.replace(" ", "-") + ("-Bold" if bold else "")
    look = ("-background", "white", "-fill", "black", "-font", font, "-pointsize", str(size))
    return (*look, "-density", "72", f"label:{text}"), b""


def _latin(text: str, size: int, *, bold: bool) -> tuple[Sequence[str], bytes]:
    """ImageMagick takes another face of the font's file, whose letters are not all as wide."""
    svg = f"""
        <svg xmlns="http://www.w3.org/2000/svg"
          width="{(len(text) + 2) * size}" height="{size * 3}">
        <rect width="100%" height="100%" fill="white"/>
        <text x="{size}" y="{size * 2}" font-size="{size}" font-family="{FONT}"
          font-weight="{"bold" if bold else "normal"}">{text}</text></svg>"""
    done = subprocess.run(["rsvg-convert"], input=svg.encode(), check=True, capture_output=True)
    return ("-",), done.stdout


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
