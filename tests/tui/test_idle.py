"""Hiding the screen, and what an untouched one does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

import pytest
from fitting import person_of
from limits import as_long_as
from textual.events import CursorPosition

from prescreen.page.model import Pick, Tick
from prescreen.session.visit import Setting, Visit
from prescreen.system.idle import IdleTimes, Watch
from prescreen.tui.app import VisitApp
from tui.stage import SIZES, Stage

TODAY = date(2026, 11, 23)
SHORT = IdleTimes(hide=45, warn=90, end=120)
OPENING = ("en", "patient", "agree")


class Clock:
    """A clock that stands until it is moved."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


class Alone(Stage):
    """An app whose clock the test moves."""

    clock: Clock

    @property
    def asked(self) -> str:
        """How that begins which is asked now."""
        return "".join(self.screen.page.heading.split())[:9]

    @property
    def first_tile(self) -> str:
        """The first answer that can be touched."""
        assert self.screen.page.control
        return f"tile:{self.screen.page.control.tiles[0].id}"

    def asks(self, asked: str) -> bool:
        """Whether it can be seen that this is asked."""
        return asked in "".join(self.shown().split())

    async def answer(self, setting: Setting, until: type[Pick] | type[Tick]) -> None:
        """Answer as the fitting person does, as far as a page with such a control."""
        said = person_of(setting).everywhere
        for _ in as_long_as(lambda: type(self.screen.page.control) is not until):
            self.screen.say(said[self.screen.page.name])
        await self.pilot.pause()

    async def wait(self, seconds: float) -> None:
        """Let time pass with nobody there."""
        self.clock.now += seconds
        self.screen.look()
        await self.pilot.pause()


@asynccontextmanager
async def alone(
    setting: Setting, *said: str, size: tuple[int, int] = (80, 24), rests: bool = False
) -> AsyncIterator[Alone]:
    visit, clock = Visit(setting, TODAY), Clock()
    app = VisitApp(visit, settle=0, rests=rests)
    app.idle.watch = Watch(SHORT, clock)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        on = Alone(app, pilot)
        on.clock = clock
        for text in said:
            on.screen.say(text)
        await pilot.pause()
        yield on


def first(setting: Setting) -> str:
    """The first question."""
    return setting.script.plan.flow.questions[0].id


@pytest.mark.parametrize("size", SIZES)
async def test_one_key_hides_all_and_one_shows_it_again(
    setting: Setting, size: tuple[int, int]
) -> None:
    async with alone(setting, *OPENING, size=size) as on:
        asked = on.asked
        await on.write("zebra")
        await on.press("f8")
        assert "The screen is hidden" in on.shown()
        assert "zebra" not in on.shown()
        assert not on.asks(asked)
        assert not on.screen.panes.field.open
        on.check_whole()
        await on.press("f8")
        assert on.asks(asked)
        assert on.screen.text == "zebra"


@pytest.mark.parametrize("key", ["enter", "1", "f8", "escape"])
async def test_a_hidden_screen_is_shown_again_on_purpose(setting: Setting, key: str) -> None:
    async with alone(setting, *OPENING) as on:
        asked = on.asked
        await on.press("f8")
        await on.press(key)
        assert on.asks(asked)


@pytest.mark.parametrize("key", ["x", "7", "f5", "f7", "left", "space"])
async def test_nothing_else_shows_or_answers_what_is_hidden(setting: Setting, key: str) -> None:
    async with alone(setting, *OPENING) as on:
        await on.press("f8")
        if key == "space":
            await on.press("tab")
        else:
            await on.press(key)
        assert "The screen is hidden" in on.shown()
        assert on.screen.page.name == first(setting)


async def test_a_hidden_screen_is_touched_to_be_shown(setting: Setting) -> None:
    async with alone(setting, *OPENING) as on:
        asked = on.asked
        await on.touch("hide")
        assert "The screen is hidden" in on.shown()
        await on.touch("tile:uncover")
        assert on.asks(asked)


@pytest.mark.parametrize("size", SIZES)
async def test_answers_are_hidden_then_a_warning_counts_down_then_it_ends(
    setting: Setting, size: tuple[int, int]
) -> None:
    async with alone(setting, *OPENING, size=size) as on:
        await on.answer(setting, Pick)
        asked = on.asked
        await on.wait(44)
        assert on.asks(asked)
        await on.wait(1)
        assert not on.asks(asked)
        assert "Nobody has touched the screen" in " ".join(on.shown().split())
        on.check_whole()
        await on.wait(45)
        assert "30 seconds" in on.shown()
        on.check_whole()
        await on.wait(10)
        assert "20 seconds" in on.shown()
        assert not on.app._exit
        await on.wait(20)
        assert on.app._exit
        assert on.app.return_value == (
            "Nobody answered for a while, so we stop here. The answers are erased."
        )
        assert not on.app.visit.page.turns


@pytest.mark.parametrize("idle", [45, 90, 119])
@pytest.mark.parametrize("key", ["x", "enter", "4", "f1", "down", "escape"])
async def test_any_key_goes_on_and_does_nothing_else(
    setting: Setting, key: str, idle: float
) -> None:
    async with alone(setting, *OPENING) as on:
        await on.write("zebra")
        await on.wait(idle)
        await on.press(key)
        assert on.screen.page.name == first(setting)
        assert on.screen.text == "zebra"
        assert not on.screen.page.over
        await on.wait(44)
        assert not on.screen.page.over


async def test_a_touch_goes_on_and_does_not_answer_what_lay_below(setting: Setting) -> None:
    async with alone(setting, *OPENING) as on:
        await on.answer(setting, Pick)
        asked, name = on.asked, on.screen.page.name
        pane, spot = on.spot(on.first_tile)
        at = (pane.column.margin + spot.x + 2, pane.y + spot.y)
        await on.wait(95)
        await on.pilot.click(offset=at)
        await on.pilot.pause()
        assert on.screen.page.name == name
        assert not on.screen.page.over
        assert on.asks(asked)


async def test_a_mouse_that_is_only_pushed_shows_nothing(setting: Setting) -> None:
    async with alone(setting, *OPENING) as on:
        await on.wait(50)
        await on.pilot.hover(offset=(10, 10))
        assert on.screen.page.cover


async def test_it_can_be_extended_without_limit(setting: Setting) -> None:
    async with alone(setting, *OPENING) as on:
        for _ in range(10):
            await on.wait(110)
            await on.press("x")
        assert on.screen.page.name == first(setting)
        assert not on.app._exit


@pytest.mark.parametrize("by", ["key", "touch"])
async def test_the_warning_offers_more_time(setting: Setting, by: str) -> None:
    async with alone(setting, *OPENING) as on:
        await on.wait(100)
        if by == "key":
            await on.press("2")
        else:
            await on.touch("tile:time")
        assert on.screen.page.display.unhurried
        assert not on.screen.page.over
        await on.wait(440)
        assert not on.screen.page.over
        await on.wait(800)
        assert on.app._exit


async def test_more_time_is_offered_on_the_first_page(setting: Setting) -> None:
    async with alone(setting) as on:
        await on.press("f9")
        assert "ten times longer" in " ".join(on.shown().split())
        await on.press("2")
        await on.wait(400)
        assert not on.screen.page.over


async def test_what_was_hidden_on_purpose_stays_hidden_after_a_warning(setting: Setting) -> None:
    async with alone(setting, *OPENING) as on:
        asked = on.asked
        await on.press("f8")
        await on.wait(100)
        assert "Are you still there?" in on.shown()
        await on.press("x")
        assert "The screen is hidden" in on.shown()
        await on.press("enter")
        assert on.asks(asked)


async def test_a_panel_lies_there_as_it_was_left(setting: Setting) -> None:
    async with alone(setting, *OPENING, size=(46, 13)) as on:
        await on.press("f4", "pagedown", "pagedown")
        top, shown = on.screen.panes.conversation.top, on.shown()
        assert top
        await on.wait(60)
        await on.press("x")
        assert (on.screen.panes.conversation.top, on.shown()) == (top, shown)


async def test_ticks_are_kept_below_a_cover(setting: Setting) -> None:
    async with alone(setting, *OPENING) as on:
        await on.answer(setting, Tick)
        tile = on.first_tile
        await on.touch(tile)
        await on.wait(60)
        await on.press("x")
        await on.press("f8", "f8")
        assert on.spot(tile)[1].mark == "[x]"


async def test_a_machine_that_slept_takes_no_answer_and_ends(setting: Setting) -> None:
    async with alone(setting, *OPENING) as on:
        on.clock.now += 8 * 3600
        await on.press("4")
        assert on.app._exit


async def test_the_first_page_of_a_kiosk_waits_for_ever(setting: Setting) -> None:
    async with alone(setting, rests=True) as on:
        await on.wait(24 * 3600)
        assert not on.screen.page.over
        await on.press("f7")
        await on.wait(120)
        assert on.app._exit


async def test_anywhere_else_an_untouched_first_page_ends(setting: Setting) -> None:
    async with alone(setting) as on:
        await on.wait(60)
        assert not on.screen.page.over
        await on.wait(40)
        assert "您还在吗？ Are you still there?" in on.shown()
        await on.wait(30)
        assert on.app._exit


async def test_plain_lines_are_one_key_away_from_the_first_page(setting: Setting) -> None:
    async with alone(setting) as on:
        await on.press("f6")
        assert on.app._exit
        assert on.app.visit.page.display.lines


async def test_dark_colours_are_one_key_away_and_back(setting: Setting) -> None:
    async with alone(setting) as on:
        light = on.screen.panes.palette
        await on.press("f7")
        assert on.screen.panes.palette.dark
        assert on.app.theme == on.screen.panes.palette.name
        await on.press("f7")
        assert on.screen.panes.palette == light


@pytest.mark.parametrize(("column", "told"), [(4, False), (6, True), (3, True)])
async def test_a_terminal_that_takes_chinese_for_something_else_is_told_in_english(
    setting: Setting, column: int, told: bool
) -> None:
    async with alone(setting) as on:
        on.app.post_message(CursorPosition(column, 0))
        await on.pilot.pause()
        assert ("may not show Chinese" in " ".join(on.shown().split())) is told
        on.check_whole()
