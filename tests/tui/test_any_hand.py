"""Whatever is pressed, pasted and resized, the screen shows its visit, and the whole of it."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from proved import Proved
from textual import events

from prescreen.visit import Visit
from tui.stage import SIZES, Stage, stage
from tui.test_visit import TODAY, setting

KEYS = (
    *(
        "1",
        "2",
        "3",
        "9",
        "0",
        "enter",
        "space",
        "escape",
        "tab",
        "shift+tab",
        "up",
        "down",
        "left",
    ),
    *("right", "pageup", "pagedown", "home", "end", "backspace", "delete", "a", "q", "slash"),
    *("f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f10", "ctrl+c", "ctrl+z", "ctrl+l"),
)
TEXTS = ("45", "62 kg", "yes", "半年前", "2026-05", "40 mg", "unsure", "{day}", "\x00", "一" * 300)
EVERY_SIZE = (*SIZES, (300, 120), (20, 8), (1, 1))
DEEDS = st.one_of(
    st.tuples(st.just("go on"), st.none()),
    st.tuples(st.just("go on"), st.none()),
    st.tuples(st.just("press"), st.sampled_from(KEYS)),
    st.tuples(st.just("press"), st.sampled_from(KEYS)),
    st.tuples(st.just("paste"), st.sampled_from(TEXTS)),
    st.tuples(st.just("resize"), st.sampled_from(EVERY_SIZE)),
    st.tuples(st.just("switch"), st.none()),
    st.tuples(st.just("command"), st.sampled_from(("back", "answers", "keep", "why", "about"))),
    st.tuples(st.just("quit"), st.sampled_from(("stay", "stay", "leave_now"))),
)


async def do(on: Stage, visit: Visit, deed: str, what: object) -> None:
    """Do one thing to the screen."""
    match deed, what:
        case "press", str(key):
            await on.press(key)
        case "paste", str(text):
            on.app.post_message(events.Paste(text))
            await on.pilot.pause()
        case "resize", (int(width), int(height)):
            await on.pilot.resize_terminal(width, height)
            await on.pilot.pause()
        case "command", str(command):
            on.screen.do(command)
        case "quit", str(really):
            on.screen.do("leave")
            on.screen.say(really)
        case "switch", _:
            route = visit.dialog.route
            on.screen.do("language")
            assert visit.dialog.route == route
        case _:
            page = visit.page
            tiles = page.panel.tiles if page.panel else page.control.tiles if page.control else ()
            plain = [each.id for each in tiles if not each.aside]
            typed = {"age": "45", "weight": "62 kg"}.get(page.name, "2020")
            on.screen.say(plain[0] if plain and not page.panel else typed)


async def hold(deeds: list[tuple[str, object]], language: str | None) -> None:
    visit = Visit(setting(), TODAY, language)
    async with stage(visit) as on:
        for deed, what in deeds:
            await do(on, visit, deed, what)
            if visit.page.ended:
                return
            assert on.screen.page == visit.page
            width, height = on.screen.size
            if width >= SIZES[0][0] and height >= SIZES[0][1]:
                on.check_whole()


def many(hands: int) -> None:
    @settings(max_examples=hands, deadline=None, derandomize=True, database=None)
    @given(st.lists(DEEDS, min_size=10, max_size=40), st.sampled_from((None, "en", "zh_CN")))
    def any_hand(deeds: list[tuple[str, object]], language: str | None) -> None:
        asyncio.run(hold(deeds, language))

    any_hand()


def test_any_hand_finds_the_whole_page() -> None:
    many(10)


@pytest.mark.prove
def test_two_hundred_hands_find_the_whole_page(proved: Proved) -> None:
    many(200)
    proved("random hands on the screen, each of up to forty deeds", 200)
