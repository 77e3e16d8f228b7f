"""Paint spots: tones instead of borders, and a shape as well as a colour for focus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from prescreen.tui.layout.palette import Ink, inked
from prescreen.tui.layout.spots import Role, Spot, SpotPlan
from prescreen.tui.layout.typeset import cells


@dataclass(frozen=True)
class Look:
    """The styles of one spot: its tone, its number, its label and its helper text."""

    tone: Style
    number: Style
    label: Style
    help: Style


def look(spot: Spot, focused: bool, ink: Ink) -> Look:
    """Return how a spot looks."""
    colours = ink.palette
    if focused:
        now = inked(colours.now_ink, colours.now)
        return Look(now, now + Style(bold=True), now + Style(bold=True), now)
    if spot.role is Role.CAPTION:
        return Look(ink.plain(), ink.plain(), ink.quiet(), ink.quiet())
    if spot.on and spot.role is Role.DONE:
        ready = inked(colours.ground, colours.warm, bold=True)
        return Look(ready, ready, ready, ready)
    if spot.on:
        said = ink.said()
        return Look(said, said + Style(bold=True), said + Style(bold=True), said)
    ground = colours.cap if spot.odd or spot.role is Role.DONE else colours.tile
    if spot.role is Role.COMMAND:
        ground = colours.tile
    tone = inked(colours.ink, ground)
    bold = inked(colours.ink, ground, bold=True)
    quiet = inked(colours.quiet, ground)
    heavy = spot.role in {Role.DONE, Role.KEY}
    helped = inked(colours.said_ink, ground) if spot.role is Role.ROW else quiet
    return Look(tone, bold, bold if heavy else tone, helped)


def spot_line(spot: Spot, row: int, focused: bool, ink: Ink) -> list[Segment]:
    """Return one row of a spot."""
    style = look(spot, focused, ink)
    if spot.role is Role.COMMAND:
        return _command(spot, row, focused, style, ink)
    text = spot.text(spot.w)
    at = row - max((spot.h - len(text)) // 2, 0)
    if not 0 <= at < len(text):
        rule = row == spot.h - 1 and row > 0 and not (spot.reach or focused or spot.on)
        return [Segment(" " * spot.w, _ruled(style.tone, ink) if rule else style.tone)]
    line, helper = text[at]
    if spot.role in {Role.KEY, Role.CAPTION}:
        return _centred(line, spot, focused, style, style.label)
    lead = spot.lead if at == 0 else " " * cells(spot.lead)
    edge = ">" if focused and at == 0 else " "
    rest = " " * max(spot.w - 1 - cells(lead + line + helper), 0)
    return [
        Segment(edge, style.number),
        Segment(lead, style.number),
        Segment(line, style.label),
        Segment(helper, style.help),
        Segment(rest, style.tone),
    ]


def _command(spot: Spot, row: int, focused: bool, style: Look, ink: Ink) -> list[Segment]:
    """A command: its key beside its label, or over it below a row that parts it from the rest."""
    if spot.h > 1 and row == 0:
        return [Segment(" " * spot.w, ink.plain())]
    number, label = (spot.number, spot.label) if spot.h == 1 else ("", spot.number)
    if row == spot.h - 1:
        label = spot.label
    edge = ("> " if focused else " ") if spot.h > 1 else (">" if focused else "")
    text = f"{edge}{number}{' ' if number else ''}"[: max(spot.w - cells(label), 0)]
    rest = " " * max(spot.w - cells(text + label), 0)
    bold = spot.h > 1 and row == 1
    return [
        Segment(text, style.number),
        Segment(label, style.number if bold else style.label),
        Segment(rest, style.tone),
    ]


def _centred(line: str, spot: Spot, focused: bool, style: Look, written: Style) -> list[Segment]:
    spare = max(spot.w - cells(line), 0)
    left = spare // 2
    if spot.on and spare:
        line, spare = f"*{line}", spare - 1
        left = spare // 2
    if focused and spare > 1:
        line, left, spare = f"[{line}]", left - (spare > 1), spare - 2
    after = " " * max(spare - left, 0)
    if spot.role is Role.CAPTION:
        left, after = 0, " " * spare
    return [Segment(" " * left, style.tone), Segment(line, written), Segment(after, style.tone)]


def _ruled(style: Style, ink: Ink) -> Style:
    """A line in the colour of the ground, where no empty row parts two spots."""
    return style + Style(color=ink.ground, underline=True)


def painted(plan: SpotPlan, at: str, ink: Ink, width: int) -> list[Strip]:
    """Return all rows of a plan; `at` is the name of the focused spot."""
    ranks: list[list[Spot]] = [[] for _ in range(plan.height)]
    for spot in sorted(plan.spots, key=lambda spot: spot.x):
        for y in range(spot.y, min(spot.y + spot.h, plan.height)):
            ranks[y].append(spot)
    return [_row(rank, y, at, ink, width) for y, rank in enumerate(ranks)]


def _row(rank: Sequence[Spot], y: int, at: str, ink: Ink, width: int) -> Strip:
    parts: list[Segment] = []
    x = 0
    for spot in rank:
        if spot.x > x:
            parts.append(Segment(" " * (spot.x - x), ink.plain()))
        parts.extend(spot_line(spot, y - spot.y, bool(at) and spot.name == at, ink))
        x = spot.x + spot.w
    return Strip(parts).adjust_cell_length(width, ink.plain())
