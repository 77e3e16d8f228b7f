"""A page: everything a front end shows at one moment, as finished strings and controls.

A front end never sees a flow, an answer or a verdict. It shows a `Page`, and gives back either a
text that was typed (or the `id` of a tile that was touched), or the `id` of a command.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from prescreen.system.privacy import Silent


class Typed(str):
    """A text that was typed, and no id of a tile that was touched."""


class Tone(StrEnum):
    """How a block of text is meant."""

    TEXT = "text"
    HELPER = "helper"
    NOTE = "note"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"


@dataclass(frozen=True, repr=False)
class Block(Silent):
    """One paragraph; an item belongs to the heading or text before it."""

    text: str
    tone: Tone = Tone.TEXT


@dataclass(frozen=True, repr=False)
class Turn(Silent):
    """One past exchange: what was asked, and what was understood, masked where it is private."""

    asked: str
    answered: str


@dataclass(frozen=True, repr=False)
class Tile(Silent):
    """Something to touch or to type the number of; without a number where numbers are answers.

    `chosen` marks an answer given earlier, `alone` one that can't stand beside other ticks, and
    `aside` one that stands on many questions alike, such as "I'm not sure".
    """

    id: str
    label: str
    number: int = 0
    help: str = ""
    chosen: bool = False
    alone: bool = False
    aside: bool = False


@dataclass(frozen=True, repr=False)
class Pick(Silent):
    """Take one tile; taking it answers. With `figures`, a typed answer may begin with a number."""

    tiles: tuple[Tile, ...]
    figures: bool = False


@dataclass(frozen=True, repr=False)
class Tick(Silent):
    """Tick any number of tiles, then `done`; several ids are said joined with "+"."""

    tiles: tuple[Tile, ...]
    done: str


@dataclass(frozen=True)
class UnitKey:
    """A unit of the number pad: its label, what it writes after a number, and its spellings."""

    id: str
    label: str
    suffix: str
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pad:
    """A number pad: digits, a point where `point`, and a unit where there are any.

    With `steps`, the unit of that id is also counted up and down in halves.
    """

    units: tuple[UnitKey, ...] = ()
    point: bool = False
    steps: str = ""


@dataclass(frozen=True, repr=False)
class Picker(Silent):
    """A year, then a month if known, then a day if known; months as they are called.

    What is picked is said as "2026", "2026-05" or "2026-05-23", from the year `oldest` up to the
    day `until`.
    """

    until: date
    oldest: int
    months: tuple[str, ...]
    year: str
    month: str
    day: str
    whole_year: str
    whole_month: str
    day_first: bool = False


@dataclass(frozen=True, repr=False)
class Type(Silent):
    """Type an answer, or use the pad or the picker; tiles stand beside it.

    `example` is shown in the empty field, and `empty` said where that is given for an answer;
    `done` is the label of the button that gives the answer.
    """

    example: str
    done: str
    tiles: tuple[Tile, ...]
    pad: Pad | None = None
    picker: Picker | None = None
    empty: str = ""


@dataclass(frozen=True, repr=False)
class Row(Silent):
    """One line of the review: the tile that changes it, what it is about, what was answered."""

    tile: Tile
    topic: str
    answer: str


@dataclass(frozen=True, repr=False)
class Rows(Silent):
    """The answers, each with a tile to change it, and the tiles that go on."""

    rows: tuple[Row, ...]
    tiles: tuple[Tile, ...]


Control = Pick | Tick | Type | Rows


@dataclass(frozen=True)
class Command:
    """Something that can be done on this page whatever is typed.

    `key` is how Textual calls the key ("f3"), `shown` how the key is written ("F3"), `word` how
    the command is typed in plain lines ("why", typed as "/why"). What is `drawn` has a meaning on
    a screen only.
    """

    id: str
    key: str
    shown: str
    word: str
    label: str
    drawn: bool = False


@dataclass(frozen=True, repr=False)
class Panel(Silent):
    """What lies over the page until it is closed: help, reasons, or a question before leaving."""

    name: str
    title: str
    blocks: tuple[Block, ...]
    tiles: tuple[Tile, ...]

    @property
    def only_informs(self) -> bool:
        """Whether there is nothing to do here but to close it."""
        return len(self.tiles) == 1


@dataclass(frozen=True)
class Display:
    """What the person asked of the display: dark colours, plain lines, more time."""

    dark: bool = False
    lines: bool = False
    unhurried: bool = False


USUAL = Display()


@dataclass(frozen=True)
class PlainWords:
    """What only plain lines say: the prompt, and how to answer, tick, command and repeat.

    `only_enter` is said on a terminal, where no other key shows that somebody is there.
    """

    prompt: str = ""
    or_say: str = ""
    several: str = ""
    commands: str = ""
    no_command: str = ""
    repeat: str = ""
    only_enter: str = ""
    colon: str = ": "

    def pair(self, name: str, value: str) -> str:
        """A name and its value as one line."""
        return f"{name}{self.colon}{value}"


@dataclass(frozen=True, repr=False)
class Page(Silent):
    """What is shown now.

    `name` is the state: a page's or a step's id. `mark` stands before everything else in a
    try-out. `refused` is a kind sentence about the last typed text, empty if it was taken. `heard`
    is what the last answer was understood as. An `offer` asks whether that is what the last text
    meant, and the control then says yes and no. With a panel, the panel's tiles are what can be
    touched. A `cover` lies over everything, and nothing else may be seen under it. `more` opens
    the commands that there is no room for, and `less` puts them away. With `read_on`, a page has to
    be read to its end before its control can be taken; that is what turns to the next part of it.
    """

    name: str
    language: str
    title: str
    progress: str
    turns: tuple[Turn, ...]
    heading: str
    blocks: tuple[Block, ...]
    control: Control | None
    refused: str
    heard: str
    commands: tuple[Command, ...]
    panel: Panel | None
    ended: bool = False
    lines: PlainWords = PlainWords()
    more: str = ""
    less: str = ""
    offer: str = ""
    cover: Panel | None = None
    display: Display = USUAL
    mark: str = ""
    read_on: str = ""

    @property
    def over(self) -> Panel | None:
        """What lies on top of the page."""
        return self.cover or self.panel
