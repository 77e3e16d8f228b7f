"""Spots: places on a canvas that can be touched, focused or called by number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum, auto
from itertools import zip_longest

from prescreen.system.privacy import Silent
from prescreen.tui.layout.typeset import cells, lines

ABREAST = 44


class Role(StrEnum):
    """What kind of thing stands on a spot, and so how it is painted."""

    TILE = auto()
    ROW = auto()
    KEY = auto()
    DONE = auto()
    COMMAND = auto()
    CAPTION = auto()


@dataclass(frozen=True, repr=False)
class Spot(Silent):
    """A thing to touch; `name` says what it does, `mark` shows a state by its shape."""

    name: str
    label: str
    role: Role = Role.TILE
    number: str = ""
    mark: str = ""
    help: str = ""
    on: bool = False
    x: int = 0
    y: int = 0
    w: int = 0
    h: int = 0
    reach: int = 0
    odd: bool = False

    def covers(self, x: int, y: int) -> bool:
        """Say whether a touch at a cell means this spot."""
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h + self.reach

    @property
    def lead(self) -> str:
        """What stands before the label: the number and the mark."""
        number = f"{self.number:>2}  " if self.number else " "
        return number + (f"{self.mark} " if self.mark else "")

    @property
    def beside(self) -> int:
        """How many cells a line of the label can't have."""
        match self.role:
            case Role.TILE | Role.ROW | Role.DONE:
                return cells(self.lead) + 2
            case Role.COMMAND | Role.KEY | Role.CAPTION:
                return 0

    def text(self, width: int) -> list[tuple[str, str]]:
        """Return the lines in a spot so wide, each as its part of the label and of the help."""
        room = width - self.beside
        if self.role is Role.ROW and room >= ABREAST:
            return self._abreast(room)
        label = [(line, "") for line in lines(self.label, room)]
        return label + [("", line) for line in lines(self.help, room) if line]

    def breaks(self, width: int) -> bool:
        """Say whether a word of the label would be cut in a spot so wide."""
        words = self.label.split() if cells(self.label) == len(self.label) else ()
        room = width - self.beside
        return any(cells(word) > room for word in words)

    def _abreast(self, room: int) -> list[tuple[str, str]]:
        """Return topic and answer side by side."""
        left = room * 2 // 5
        topics, answers = lines(self.label, left - 2), lines(self.help, room - left)
        return [
            (topic + " " * (left - cells(topic)), answer)
            for topic, answer in zip_longest(topics, answers, fillvalue="")
        ]


@dataclass(frozen=True, repr=False)
class SpotPlan(Silent):
    """Spots with their places, on a canvas of so many rows."""

    spots: tuple[Spot, ...] = ()
    height: int = 0

    def below(self, other: SpotPlan) -> SpotPlan:
        """Return both plans, this one under the other."""
        spots = (*other.spots, *moved(self.spots, y=other.height))
        return SpotPlan(spots, other.height + self.height)


@dataclass(frozen=True)
class Spacing:
    """The rows above and below a label, the rows a spot has at least, and those below it."""

    pad: int
    least: int
    gap: int

    def high(self, count: int = 1) -> int:
        """Return the rows of a spot whose label has so many lines."""
        return max(count + 2 * self.pad, self.least)

    def pitch(self, count: int = 1) -> int:
        """Return the rows from one spot to the next."""
        return self.high(count) + self.gap


TOUCH = 3
AIRY, TALL, SHORT = Spacing(1, TOUCH, 1), Spacing(0, TOUCH, 0), Spacing(0, 2, 0)


def spacings(roomy: bool) -> tuple[Spacing, ...]:
    """Return how spots may be spaced, the roomiest first; few rows in large text allow two."""
    return (AIRY, TALL) if roomy else (AIRY, TALL, SHORT)


def moved(spots: Iterable[Spot], x: int = 0, y: int = 0) -> tuple[Spot, ...]:
    """Return the spots further right and down."""
    if not x and not y:
        return tuple(spots)
    return tuple(replace(spot, x=spot.x + x, y=spot.y + y) for spot in spots)


def rank(
    spots: Sequence[Spot],
    widths: Sequence[int],
    spacing: Spacing,
    gap: int,
    odd: bool = False,
    y: int = 0,
) -> SpotPlan:
    """Place spots side by side at a row, all as high as the highest."""
    tall = max(len(spot.text(width)) for spot, width in zip(spots, widths, strict=True))
    placed, x = [], 0
    for at, (spot, width) in enumerate(zip(spots, widths, strict=True)):
        shade = not spacing.gap and odd ^ bool(not gap and at % 2)
        placed.append(
            replace(spot, x=x, y=y, w=width, h=spacing.high(tall), reach=spacing.gap, odd=shade)
        )
        x += width + gap
    return SpotPlan(tuple(placed), y + spacing.pitch(tall))


def grid(
    spots: Sequence[Spot], width: int, columns: int, spacing: Spacing, gap: int = 1
) -> SpotPlan:
    """Place spots in columns of one width, row after row."""
    each, y = (width - gap * (columns - 1)) // columns, 0
    placed: list[Spot] = []
    for start in range(0, len(spots), columns):
        part = spots[start : start + columns]
        row = rank(part, [each] * len(part), spacing, gap, bool(start // columns % 2), y)
        placed.extend(row.spots)
        y = row.height
    return SpotPlan(tuple(placed), y)


def toward(spots: Sequence[Spot], at: int, dx: int, dy: int) -> int | None:
    """Return the spot next to one in a direction, or None at the edge."""
    here = spots[at]

    def away(spot: Spot) -> tuple[int, int] | None:
        if dy:
            ahead = (spot.y - here.y) * dy
            aside = max(spot.x - here.x - here.w + 1, here.x - spot.x - spot.w + 1, 0)
        else:
            ahead = (spot.x - here.x) * dx
            aside = max(spot.y - here.y - here.h + 1, here.y - spot.y - spot.h + 1, 0)
            if aside:
                return None
        near = abs(spot.x - here.x) if dy else abs(spot.y - here.y)
        return (aside * 3 + ahead * 2, near) if ahead > 0 else None

    found = [
        (far, index)
        for index, spot in enumerate(spots)
        if spot.role is not Role.CAPTION and (far := away(spot)) is not None
    ]
    return min(found)[1] if found else None
