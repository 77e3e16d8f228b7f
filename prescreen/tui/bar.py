"""The line on top and the line of commands below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rich.segment import Segment
from textual.strip import Strip

from prescreen.page.model import Command, Page
from prescreen.tui.palette import Ink
from prescreen.tui.spots import Plan, Role, Spot
from prescreen.typeset import cells, lines


def head_lines(page: Page, ink: Ink, width: int, roomy: bool) -> list[Strip]:
    """Return the title with the progress at its right; the title gives way where both don't fit."""
    title, progress = page.title, page.progress
    if progress and cells(title) + cells(progress) + 2 > width:
        title = "" if not roomy else title
    rows = lines(title, width) if title else [""]
    spare = width - cells(rows[-1]) - cells(progress)
    if spare < 2 and title:
        rows.append("")
        spare = width - cells(progress)
    style = ink.quiet()
    last = len(rows) - 1
    return [
        Strip(
            [Segment(row, style)]
            + ([Segment(" " * max(spare, 0) + progress, style)] if at == last else [])
        )
        for at, row in enumerate(rows)
    ]


def bar_plan(commands: Sequence[Command], width: int, roomy: bool) -> Plan:
    """Place the commands in as many lines as they need."""
    placed: list[Spot] = []
    x = y = 0
    for command in commands:
        spot = Spot(command.id, command.label, Role.COMMAND, number=command.shown)
        need = min(cells(f"{command.shown} {command.label}") + 2 * roomy, width)
        if x and x + need > width:
            x, y = 0, y + 1
        placed.append(replace(spot, x=x, y=y, w=need, h=1))
        x += need + 1
    rows = y + 1 if placed else 0
    return Plan(tuple(placed), rows)
