"""Somebody at the plain lines and somebody at the screen, who do the same in their own ways."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import cast

from textual import events
from textual.pilot import Pilot

from prescreen.dialog.answer_ids import RESULT
from prescreen.page.model import Page, Rows, Tick, Tile
from prescreen.plain.lines import Lines
from prescreen.session.visit import Visit
from prescreen.tui.layout.canvas import Canvas
from prescreen.tui.screen import VisitScreen

# ---- what is done ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Take:
    """Take a tile."""

    tile: Tile


@dataclass(frozen=True)
class Say:
    """Say a text."""

    text: str


@dataclass(frozen=True)
class Do:
    """Carry out a command, by its id."""

    command: str


Deed = Take | Say | Do


def tiles(page: Page) -> tuple[Tile, ...]:
    """All that can be taken on a page, or on what lies over it."""
    if page.over:
        return page.over.tiles
    rows = page.control.rows if isinstance(page.control, Rows) else ()
    return (*(row.tile for row in rows), *(page.control.tiles if page.control else ()))


def typed(page: Page, text: str) -> str:
    """How a text is typed: ticks by their numbers, for what they are called by is no word."""
    numbers = {each.id: str(each.number) for each in tiles(page) if each.id != RESULT}
    if isinstance(page.control, Tick) and not page.over and numbers.keys() >= {*text.split("+")}:
        return "+".join(numbers[each] for each in text.split("+"))
    return text


# ---- plain lines -------------------------------------------------------------------------------


class Aloud:
    """Plain lines, and somebody who types them in one way or another."""

    def __init__(self, visit: Visit, random: Random) -> None:
        self.visit = visit
        self._lines = Lines(visit)
        self._random = random

    def said(self) -> list[str]:
        """What is new."""
        return [*self._lines.said()]

    def type(self, line: str) -> list[str]:
        """What is said about a line, and after it."""
        return [*self._lines.hear(line), *self._lines.said()]

    def do(self, deed: Deed) -> list[str]:
        """What is said after a deed, done in a way that plain lines have for it."""
        match deed:
            case Say(text):
                return self.type(typed(self.visit.page, text))
            case Take(tile):
                ways = [
                    typed(self.visit.page, tile.id),
                    tile.label,
                    *([str(tile.number)] if tile.number else []),
                ]
                return self.type(self._random.choice(ways))
            case Do(id):
                command = next(each for each in self.visit.page.commands if each.id == id)
                return self.type(f"{self._random.choice('/／')}{command.word}")


# ---- the screen --------------------------------------------------------------------------------


class OnScreen:
    """The screen, and somebody who touches and types in one way or another."""

    def __init__(self, pilot: Pilot[str], visit: Visit, random: Random) -> None:
        self.pilot = pilot
        self.visit = visit
        self._random = random

    @property
    def screen(self) -> VisitScreen:
        """The one screen."""
        return cast(VisitScreen, self.pilot.app.screen)

    @property
    def page(self) -> Page:
        """What is shown."""
        return self.screen.page

    async def do(self, deed: Deed) -> None:
        """Do a deed in a way that the screen has for it, and wait for what is shown then."""
        before = self.page
        match deed:
            case Say(text):
                await self._say(text)
            case Take(tile):
                await self._take(tile)
            case Do(id):
                self.press(next(each.key for each in before.commands if each.id == id))
        await self.until(lambda: self.visit.page.ended or self.page is not before)

    async def close(self) -> None:
        """Close what only informs."""
        before = self.page
        self.press("escape")
        await self.until(lambda: self.page is not before)

    def press(self, *keys: str) -> None:
        """Press keys."""
        for key in keys:
            self.pilot.app.post_message(events.Key(key, key if key.isdigit() else None))

    async def until(self, done: Callable[[], bool]) -> None:
        """Let the app work until this is so; a pilot would wait by the clock."""
        async with asyncio.timeout(60):
            while not done():
                await asyncio.sleep(0)

    async def _say(self, text: str) -> None:
        control = self.page.control
        if isinstance(control, Tick) and self._random.random() < 0.5:
            together = {each.id for each in control.tiles if not (each.alone or each.aside)}
            if together >= {*text.split("+")}:
                await self._tick({*text.split("+")})
                return
        if isinstance(control, Tick):  # what is typed beside ticks would go on from them
            await self._set({each.id for each in control.tiles if each.alone} & self._ticked())
        text = typed(self.page, text)
        self.screen.panes.field.write("")
        self.pilot.app.post_message(events.Paste(text))
        await self.until(lambda: self.screen.text == text)
        self.press("enter")

    async def _tick(self, ids: set[str]) -> None:
        """Answer with these and no others."""
        await self._set(ids)
        self._touch("done")

    async def _set(self, ids: set[str]) -> None:
        """Tick these and no others, one by one."""
        while odd := self._ticked() ^ ids:
            left = len(odd)
            self._touch(f"tile:{min(odd)}")
            await self.until(lambda left=left: len(self._ticked() ^ ids) < left)  # type: ignore[misc]

    def _ticked(self) -> set[str]:
        on = [spot.name for spot in self.screen.panes.answers.targets if spot.on]
        return {name.removeprefix("tile:") for name in on if name.startswith("tile:")}

    async def _take(self, tile: Tile) -> None:
        page = self.page
        ticks = isinstance(page.control, Tick) and not page.over
        if ticks and not (tile.alone or tile.aside):
            await self._tick({tile.id})
        elif (
            tile.number
            and not (ticks or self.screen.answering.typing)
            and self._random.random() < 0.6
        ):
            await self._call(str(tile.number))
        else:
            self._touch(f"tile:{tile.id}")

    async def _call(self, number: str) -> None:
        """Press a number; then Enter, where a longer one could be meant."""
        self.press(*number)
        longer = [str(each.number) for each in tiles(self.page) if each.number > int(number)]
        if any(each.startswith(number) for each in longer):
            await self.until(lambda: self.screen.input.digits.typed == number)
            self.press("enter")

    def _touch(self, name: str) -> None:
        pane = next(
            each
            for each in (self.screen.panes.answers, self.screen.panes.conversation)
            if each.spot(name)
        )
        self.screen.canvas.post_message(Canvas.Touched(pane, name))
