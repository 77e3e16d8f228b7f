"""The conversation as painted lines: past turns recede, what is asked now stands out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from prescreen.page.model import Block, Page, Rows, Tone, Turn
from prescreen.system.privacy import Silent
from prescreen.tui.layout.palette import Ink
from prescreen.tui.layout.spots import ABREAST, SHORT, TALL, Role, Spot, SpotPlan, grid
from prescreen.tui.layout.typeset import cells, lines

WIDEST_LINE = 76
INDENT = 6

TOGETHER = {
    *((Tone.HEADING, tone) for tone in Tone if tone is not Tone.HEADING),
    (Tone.ITEM, Tone.ITEM),
    (Tone.ITEM, Tone.HELPER),
    (Tone.HELPER, Tone.HELPER),
    (Tone.HELPER, Tone.QUOTE),
}
"""What stands under what it belongs to, without an empty line between them."""

Memo = dict[tuple[Turn, int, bool], list[Strip]]
"""Past turns as they were set for a width, so that a long conversation stays quick."""


@dataclass(frozen=True, repr=False)
class Sheet(Silent):
    """Lines to show, the line at which what is asked now begins, and the spots among them."""

    strips: list[Strip]
    start: int
    plan: SpotPlan


@dataclass(frozen=True)
class Setter:
    """Sets the parts of a page in a column of so many cells."""

    ink: Ink
    width: int
    roomy: bool
    bar: str = " "

    def line(self, *parts: tuple[str, Style]) -> Strip:
        """Return one line, filled to the column's width."""
        used = sum(cells(text) for text, _ in parts)
        rest = Segment(" " * max(self.width - used, 0), self.ink.plain())
        return Strip([*(Segment(text, style) for text, style in parts if text), rest])

    @property
    def edge(self) -> tuple[str, Style]:
        """The bar beside what is asked now: a coloured cell, or a sign where colours are off."""
        plain = self.bar.strip()
        return (self.bar, self.ink.plain() if plain else self.ink.tone(self.ink.palette.bar))

    def blank(self) -> Strip:
        """Return an empty line."""
        return self.line()

    def set(
        self, text: str, style: Style, *, lead: str = "  ", first: str = "", bar: bool = False
    ) -> Iterator[Strip]:
        """Yield a paragraph, hanging by `lead`, its first line led by `first`."""
        room = min(self.width, WIDEST_LINE) - cells(lead) - 1
        edge = [self.edge] if bar else []
        for at, line in enumerate(lines(text, room)):
            before = (first or lead) if at == 0 else lead
            yield self.line(*edge, (before[len(edge) :], self.ink.plain()), (line, style))

    def said(self, text: str) -> Iterator[Strip]:
        """Yield what the person said, at the right."""
        most = self.width - INDENT
        for line in lines(text, most if cells(text) <= most else max(self.width * 2 // 3, 20)):
            gap = " " * max(self.width - cells(line) - 2, 0)
            yield self.line((gap, self.ink.plain()), (f" {line} ", self.ink.said()))

    def turn(self, turn: Turn) -> Iterator[Strip]:
        """Yield a past exchange."""
        yield from self.set(turn.asked, self.ink.quiet())
        yield from self.said(turn.answered)
        if self.roomy:
            yield self.blank()

    def past(self, turns: Sequence[Turn], memo: Memo) -> Iterator[Strip]:
        """Yield all past exchanges, each of them set once."""
        for turn in turns:
            key = (turn, self.width, self.roomy)
            if key not in memo:
                memo[key] = list(self.turn(turn))
            yield from memo[key]

    def blocks(self, blocks: Sequence[Block], *, lead_in: bool) -> Iterator[Strip]:
        """Yield the blocks; helpers right below the heading share its bar."""
        before: Tone | None = None
        for block in blocks:
            lead_in = lead_in and block.tone is Tone.HELPER
            if self._apart(before, block.tone) and not lead_in:
                yield self.blank()
            yield from self._block(block, lead_in)
            before = block.tone

    def headed(self, heading: str, blocks: Sequence[Block], around: bool) -> Iterator[Strip]:
        """Yield a heading and what it heads; with room around it, its bar is the largest thing."""
        edge = [self.line(self.edge)] if around else []
        yield from edge
        yield from self.set(heading, self.ink.plain(bold=True), bar=True)
        lead_in = len(list(takewhile(lambda block: block.tone is Tone.HELPER, blocks)))
        yield from self.blocks(blocks[:lead_in], lead_in=True)
        yield from edge
        rest = blocks[lead_in:]
        if rest and self.roomy and not around:
            yield self.blank()
        yield from self.blocks(rest, lead_in=False)

    def _apart(self, before: Tone | None, tone: Tone) -> bool:
        if before is None or (before, tone) in TOGETHER:
            return False
        return self.roomy or tone is Tone.HEADING or before is tone

    def _block(self, block: Block, bar: bool) -> Iterator[Strip]:
        match block.tone:
            case Tone.TEXT | Tone.NOTE:
                return self.set(block.text, self.ink.plain())
            case Tone.HELPER:
                return self.set(block.text, self.ink.quiet(), bar=bar)
            case Tone.HEADING:
                return self.set(block.text, self.ink.plain(bold=True))
            case Tone.ITEM:
                return self.set(block.text, self.ink.plain(), lead="    ", first="  - ")
            case Tone.QUOTE:
                return self.set(block.text, self.ink.quiet(), lead="    ")


@dataclass(frozen=True)
class Shape:
    """How a page is set: its width, whether rows are to spare, and room around the question."""

    width: int
    roomy: bool
    around: bool = False
    changed: str = ""
    bar: str = " "


def conversation(page: Page, ink: Ink, shape: Shape, memo: Memo) -> Sheet:
    """Set a page, or the panel that lies over it."""
    setter = Setter(ink, shape.width, shape.roomy, shape.bar)
    if page.over:
        panel = setter.headed(page.over.title, page.over.blocks, around=False)
        return Sheet([*panel], 0, SpotPlan())
    past = list(setter.past(_turns(page), memo))
    if page.heard and not page.turns:
        past.extend(setter.said(page.heard))
    now = list(setter.headed(page.heading, page.blocks, shape.around))
    if reply := page.refused or page.offer:
        now.extend([setter.blank()] if shape.roomy and not shape.around else [])
        now.extend(setter.set(reply, ink.warm(), first="> ", lead="  "))
    plan = review_plan(page.control, shape) if isinstance(page.control, Rows) else SpotPlan()
    if plan.spots and shape.roomy and not shape.around:
        now.append(setter.blank())
    return Sheet([*past, *now], len(past), plan)


def _turns(page: Page) -> tuple[Turn, ...]:
    """The past turns, the last one with how its answer was understood; the review has its rows."""
    if isinstance(page.control, Rows):
        return ()
    if not page.turns or not page.heard:
        return page.turns
    *past, last = page.turns
    return (*past, Turn(last.asked, page.heard))


def review_plan(control: Rows, shape: Shape) -> SpotPlan:
    """Place the rows of the review, each a spot that leads to its question."""
    spots = [
        Spot(
            f"tile:{row.tile.id}",
            row.topic,
            Role.ROW,
            str(row.tile.number or ""),
            mark="*" if row.tile.id == shape.changed else "",
            help=row.answer,
            on=row.tile.id == shape.changed,
        )
        for row in control.rows
    ]
    columns = 2 if shape.roomy and shape.width >= ABREAST * 3 // 2 else 1
    return grid(spots, shape.width, columns, TALL if shape.roomy else SHORT)
