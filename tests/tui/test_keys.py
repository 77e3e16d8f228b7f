"""Keys that are held down, and keys that come in one burst."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from rows import each_row
from textual import events

from prescreen.tui.app import VisitApp
from prescreen.tui.controls.key_repeat import KeyRepeat, Press
from tui.pages import EN, FakeVisit
from tui.stage import Stage, stage


@dataclass
class Clock:
    """A clock that a test sets."""

    now: float = 100.0

    def __call__(self) -> float:
        return self.now


def pressed(held: KeyRepeat, clock: Clock, *gaps: float) -> list[Press]:
    """What a key that answers whenever it is fresh is judged to be after each of these gaps."""
    found = []
    for gap in (0, *gaps):
        clock.now += gap
        found.append(held.judge("1", typing=False))
        if found[-1] is Press.FRESH:
            held.answered("1")
    return found[1:]


@each_row("delay", [0.15, 0.25, 0.5, 0.66, 1.0])
def test_a_held_key_gives_itself_away_at_its_second_repeat(delay: float) -> None:
    clock = Clock()
    held = KeyRepeat(0.4, clock)
    judged = pressed(held, clock, delay, *[0.04] * 20)
    assert judged == [Press.FRESH, Press.HELD, *[Press.REPEAT] * 19]
    clock.now += 0.5
    assert held.judge("1", typing=False) is Press.FRESH


@each_row("gap", [0.11, 0.2, 0.5, 2.0])
def test_a_key_that_is_pressed_again_and_again_is_fresh(gap: float) -> None:
    clock = Clock()
    assert set(pressed(KeyRepeat(0.4, clock), clock, *[gap] * 9)) == {Press.FRESH}


def test_two_at_once_are_fresh() -> None:
    clock = Clock()
    assert pressed(KeyRepeat(0.4, clock), clock, 0.001) == [Press.FRESH]


def test_another_key_is_never_a_repeat() -> None:
    clock = Clock()
    held = KeyRepeat(0.4, clock)
    pressed(held, clock, 0.5, 0.04)
    assert held.judge("2", typing=False) is Press.FRESH
    assert held.judge("1", typing=False) is Press.FRESH


def test_a_digit_in_a_text_is_fresh_however_fast() -> None:
    clock = Clock()
    held = KeyRepeat(0.4, clock)
    pressed(held, clock)
    assert [held.judge("1", typing=True) for _ in range(9)] == [Press.FRESH] * 9


def test_without_time_to_settle_nothing_is_a_repeat() -> None:
    clock = Clock()
    assert pressed(KeyRepeat(0, clock), clock, 0, 0.01, 1) == [Press.FRESH] * 3


async def burst(on: Stage, *keys: str) -> None:
    """Send keys as if one read brought them all."""
    driver = on.app._driver
    assert driver is not None
    for key in keys:
        character = " " if key == "space" else key if len(key) == 1 else None
        driver.send_message(events.Key(key, character))
    await on.pilot.pause()
    await on.pilot.pause()


@pytest.mark.parametrize("delay", [0.25, 0.66])
async def test_a_held_digit_comes_no_further_than_the_next_question(delay: float) -> None:
    visit = FakeVisit(order=("lupus", "drug", "organs"))
    clock = Clock()
    async with stage(visit, settle=0.4, clock=clock) as on:
        await burst(on, "3")
        clock.now += delay
        for _ in range(30):
            await burst(on, "3")
            clock.now += 0.04
        assert on.screen.page.name == "drug"


async def test_the_same_digit_pressed_again_answers_again() -> None:
    visit = FakeVisit(order=("lupus",) * 9)
    clock = Clock()
    async with stage(visit, settle=0.4, clock=clock) as on:
        await burst(on, "1")
        clock.now += 0.6
        await burst(on, "1")
        await on.pilot.pause(0.2)
        clock.now += 2
        await burst(on, "1")
    assert visit.said == ["confirmed"] * 3


async def test_a_number_typed_in_haste_after_its_first_digit_answered_is_whole() -> None:
    visit = FakeVisit(order=("lupus", "weight", "age"))
    async with stage(visit, settle=0.4, clock=Clock()) as on:
        await burst(on, "1", "1", "1", "0", "k", "g", "enter")
    assert visit.said == ["confirmed", "110kg"]


async def test_a_number_typed_in_haste_after_a_digit_that_waits_is_whole() -> None:
    """Of ten choices the 1 waits for a second digit; the 4 of 40 mg is none."""
    visit = FakeVisit(order=("drug", "weight", "age"))
    async with stage(visit, settle=0.4, clock=Clock()) as on:
        await burst(on, "1", "4", "0", "k", "g", "enter")
    assert visit.said == ["prednisone", "40kg"]


async def test_a_digit_that_comes_later_is_another_number() -> None:
    visit, clock = FakeVisit(order=("drug", "age")), Clock()
    async with stage(visit, settle=0.4, clock=clock) as on:
        await burst(on, "1")
        clock.now += 0.6
        await burst(on, "4")
    assert visit.said == ["dexamethasone"]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("1", "enter"), "prednisone"),
        (("1", "1"), "unsure"),
        (("1", "0"), "other"),
        (("down", "down", "enter"), "dexamethasone"),
        ((*"pred", "enter"), "pred"),
    ],
)
async def test_a_burst_is_taken_in_its_order(keys: tuple[str, ...], said: str) -> None:
    visit = FakeVisit(order=("drug", "age"))
    async with stage(visit, settle=0.4, clock=Clock()) as on:
        await burst(on, *keys)
    assert visit.said == [said]


async def test_a_burst_goes_through_several_pages() -> None:
    visit = FakeVisit(EN, order=("lupus", "weight", "organs", "age"))
    async with stage(visit, settle=0.4, clock=Clock()) as on:
        await burst(on, "3", "6", "2", "space", "k", "g", "enter", "1", "4", "tab", "enter")
    assert visit.said[:2] == ["suspected", "62 kg"]


async def test_tab_reaches_the_commands_and_enter_takes_one() -> None:
    visit = FakeVisit(order=("weight",))
    async with stage(visit) as on:
        await on.press("shift+tab")
        assert on.screen.where.pane is on.screen.panes.commands
        assert on.screen.panes.commands.at == "leave"
        assert ">" in on.shown(on.screen.panes.commands)
        await on.press("enter")
    assert visit.done == ["leave"]


async def test_escape_puts_the_list_of_commands_away() -> None:
    visit = FakeVisit(order=("weight",))
    async with stage(visit, (46, 13)) as on:
        await on.write("62")
        await on.touch("more")
        assert "Why we ask" in on.shown(on.screen.panes.answers)
        await on.press("escape")
        assert on.screen.text == "62"
        assert on.screen.where.pane is on.screen.panes.field
    assert visit.said == []


def test_the_app_takes_a_clock() -> None:
    clock = Clock()
    assert VisitApp(FakeVisit(), clock=clock).repeat.clock is clock


async def hand(on: Stage, *deeds: type[events.MouseEvent] | type[events.AppFocus]) -> None:
    """Send what a mouse does over an answer, as the terminal does."""
    pane, spot = on.spot("tile:confirmed")
    x, y = pane.column.margin + spot.x + 1, pane.y + spot.y
    for deed in deeds:
        if issubclass(deed, events.MouseEvent):
            at = (x, y, 0, 0, 1, False, False, False, x, y)
            on.app.post_message(deed(None, *at))
        else:
            on.app.post_message(deed())
        await on.pilot.pause()


DOWN, UP, FOCUS = events.MouseDown, events.MouseUp, events.AppFocus


@pytest.mark.parametrize(("pause", "said"), [(0.1, []), (0.39, []), (0.41, ["confirmed"])])
async def test_the_click_that_brings_the_window_to_the_front_answers_nothing(
    pause: float, said: list[str]
) -> None:
    visit, clock = FakeVisit(order=("lupus", "age")), Clock()
    async with stage(visit, settle=0.4, clock=clock) as on:
        clock.now += 5
        await hand(on, FOCUS)
        clock.now += pause
        await hand(on, DOWN)
        clock.now += 1
        await hand(on, UP)
    assert visit.said == said


async def test_a_click_that_began_before_the_window_came_answers_nothing() -> None:
    visit, clock = FakeVisit(order=("lupus", "age")), Clock()
    async with stage(visit, settle=0.4, clock=clock) as on:
        clock.now += 5
        await hand(on, DOWN, FOCUS)
        clock.now += 5
        await hand(on, UP)
        assert visit.said == []
        await hand(on, DOWN, UP)
    assert visit.said == ["confirmed"]
