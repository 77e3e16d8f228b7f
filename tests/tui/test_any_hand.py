"""Whatever is done to the screen, at whatever size, it shows its visit, and the whole of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule
from proved import Proved
from test_any_visit import AnyVisit, walk
from textual import events

from flows import EVERY_FLOW
from tui.stage import SIZES, stage

KEYS = (
    *("1", "2", "3", "9", "0", "a", "q", "slash"),
    *("enter", "space", "escape", "tab", "shift+tab", "up", "down", "left"),
    *("right", "pageup", "pagedown", "home", "end", "backspace", "delete"),
    *("f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f10", "ctrl+c", "ctrl+z", "ctrl+l"),
)
TEXTS = ("45", "62 kg", "yes", "半年前", "2026-05", "40 mg", "unsure", "{day}", "\x00", "一" * 300)
EVERY_SIZE = (*SIZES, (300, 120), (20, 8), (1, 1))
LEAST = SIZES[0]


class AnyHand(AnyVisit):
    """A visit on a screen: all that can be said and ordered, and keys, pasted texts and sizes."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.put_away: Callable[[], Awaitable[object]] | None = None

    def begin(self, today: date, language: str | None) -> None:
        """The visit of one more person, on a screen of its own."""
        super().begin(today, language)
        self.runner.run(self._put_up())

    async def _put_up(self) -> None:
        await self._clear()
        stack = AsyncExitStack()
        self.on = await stack.enter_async_context(stage(self.visit))
        self.put_away = stack.aclose

    async def _clear(self) -> None:
        if self.put_away:
            put_away, self.put_away = self.put_away, None
            await put_away()

    def teardown(self) -> None:
        """Leave no screen behind."""
        self.runner.run(self._clear())
        self.runner.close()

    @property
    def going(self) -> bool:
        """Whether there is a page, and it is on the screen."""
        return super().going and not self.visit.page.display.lines

    def give(self, text: str) -> None:
        """A text, through the screen."""
        self.runner.run(self._done(lambda: self.on.screen.say(text)))

    def order(self, command: str) -> None:
        """A command, through the screen."""
        self.runner.run(self._done(lambda: self.on.screen.do(command)))

    async def _done(self, deed: Callable[[], object]) -> None:
        deed()
        await self.on.pilot.pause()

    @precondition(lambda self: self.going)
    @rule(key=st.sampled_from(KEYS))
    def press(self, key: str) -> None:
        self.runner.run(self.on.press(key))

    @precondition(lambda self: self.going)
    @rule(text=st.sampled_from(TEXTS))
    def paste(self, text: str) -> None:
        self.runner.run(self._done(lambda: self.on.app.post_message(events.Paste(text))))

    @precondition(lambda self: self.going)
    @rule(size=st.sampled_from(EVERY_SIZE))
    def resize(self, size: tuple[int, int]) -> None:
        route = self.visit.dialog.route
        self.runner.run(self._resized(size))
        assert self.visit.dialog.route == route

    async def _resized(self, size: tuple[int, int]) -> None:
        await self.on.pilot.resize_terminal(*size)
        await self.on.pilot.pause()
        assert self.on.screen.size == size

    @invariant()
    def the_screen_shows_the_whole_page(self) -> None:
        if self.going:
            self.runner.run(self._check())

    async def _check(self) -> None:
        shown, page = self.on.screen.page, self.visit.page
        assert replace(shown, blocks=page.blocks) == page
        assert page.read_on or shown == page
        width, height = self.on.screen.size
        if width >= LEAST[0] and height >= LEAST[1]:
            self.on.check_whole()


@EVERY_FLOW
def test_any_hand_finds_the_whole_page(flow: Path) -> None:
    walk(AnyHand, flow, 3, 40)


@pytest.mark.prove
@EVERY_FLOW
@pytest.mark.parametrize("part", range(1, 11))
def test_two_hundred_hands_find_the_whole_page(flow: Path, part: int, proved: Proved) -> None:
    walk(AnyHand, flow, 20, 40, part)
    proved("random hands on the screen, each of up to forty deeds", 20)
