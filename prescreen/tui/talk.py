"""The conversation as painted lines: past turns recede, what is asked now stands out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from prescreen.page.model import Block, Page, Rows, Tone, Turn
from prescreen.tui.palette import Ink
from prescreen.tui.spots import TIGHT, Plan, Role, Spacing, Spot, grid
from prescreen.typeset import cells, lines

MEASURE = 76

Memo = dict[tuple[Turn, int, bool], list[Strip]]
"""Past turns as they were set for a width, so that a long conversation stays quick."""


@dataclass(frozen=True)
class Sheet:
    """Lines to show, the line at which what is asked now begins, and the spots among them."""

    strips: list[Strip]
    start: int
    plan: Plan


@dataclass(frozen=True)
class Setter:
    """Sets the parts of a page in a column of so many cells."""

    ink: Ink
    width: int
    roomy: bool

    def line(self, *parts: tuple[str, Style]) -> Strip:
        """Return one line, filled to the column's width."""
        used = sum(cells(text) for text, _ in parts)
        rest = Segment(" " * max(self.width - used, 0), self.ink.plain())
        return Strip([*(Segment(text, style) for text, style in parts if text), rest])

    def blank(self) -> Strip:
        """Return an empty line."""
        return self.line()

    def set(
        self, text: str, style: Style, *, lead: str = "  ", first: str = "", bar: bool = False
    ) -> Iterator[Strip]:
        """Yield a paragraph, hanging by `lead`, its first line led by `first`."""
        room = min(self.width, MEASURE) - cells(lead) - 1
        edge = [(" ", self.ink.tone(self.ink.palette.bar))] if bar else []
        for at, line in enumerate(lines(text, room)):
            before = (first or lead) if at == 0 else lead
            yield self.line(*edge, (before[len(edge) :], self.ink.plain()), (line, style))

    def said(self, text: str) -> Iterator[Strip]:
        """Yield what the person said, at the right."""
        for line in lines(text, max(self.width * 2 // 3, 20)):
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
        before = Tone.HEADING if lead_in else None
        for block in blocks:
            lead_in = lead_in and block.tone is Tone.HELPER
            if self._apart(before, block.tone) and not lead_in:
                yield self.blank()
            yield from self._block(block, lead_in)
            before = block.tone

    def _apart(self, before: Tone | None, tone: Tone) -> bool:
        if before is None or (before is tone and tone in {Tone.ITEM, Tone.HELPER}):
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


def conversation(page: Page, ink: Ink, width: int, roomy: bool, memo: Memo) -> Sheet:
    """Set a page, or the panel that lies over it."""
    setter = Setter(ink, width, roomy)
    if page.over:
        title = setter.set(page.over.title, ink.plain(bold=True), bar=True)
        body = setter.blocks(page.over.blocks, lead_in=True)
        return Sheet([*title, *body], 0, Plan())
    past = list(setter.past(_turns(page), memo))
    if page.heard and not page.turns:
        past.extend(setter.said(page.heard))
    now = list(setter.set(page.heading, ink.plain(bold=True), bar=True))
    now.extend(setter.blocks(page.blocks, lead_in=True))
    if page.refused:
        now.extend([setter.blank()] if roomy else [])
        now.extend(setter.set(page.refused, ink.warm(), first="> ", lead="  "))
    plan = rows(page.control, width, roomy) if isinstance(page.control, Rows) else Plan()
    if plan.spots and roomy:
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


def rows(control: Rows, width: int, roomy: bool) -> Plan:
    """Place the rows of the review, each a spot that leads to its question."""
    spots = [
        Spot(
            f"tile:{row.tile.id}", row.topic, Role.ROW, str(row.tile.number or ""), help=row.answer
        )
        for row in control.rows
    ]
    return grid(spots, width, 1, Spacing(0, 1) if roomy else TIGHT)
