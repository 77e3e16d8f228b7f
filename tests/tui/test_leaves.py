"""The notice is read leaf by leaf, and can be answered under its last one only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from limits import as_long_as
from textual import events

from prescreen.page.model import Block, Page
from prescreen.session.visit import Setting, Visit
from prescreen.tui.controls.leaves import Leaves, leaves_of
from tui.stage import SIZES, Stage, stage

TODAY = date(2026, 11, 23)
TURN = "turn:on"
CHOICE = {"tile:agree", "tile:staff"}
SMALL = (46, 13)


def at_notice(setting: Setting, language: str = "en", voice: str = "patient") -> Visit:
    visit = Visit(setting, TODAY, language)
    visit.say(voice)
    return visit


def spots(on: Stage) -> set[str]:
    """What can be touched in the place of answers."""
    return {each.name for each in on.screen.panes.answers.targets}


def bare(text: str) -> str:
    return "".join(text.split())


# ---- at every size ------------------------------------------------------------------------------


@pytest.mark.parametrize("voice", ["patient", "caregiver"])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("size", SIZES)
async def test_every_line_is_seen_before_the_choice(
    setting: Setting, size: tuple[int, int], language: str, voice: str
) -> None:
    visit = at_notice(setting, language, voice)
    async with stage(visit, size) as on:
        read = ""
        for _ in as_long_as(lambda: TURN in spots(on)):
            assert spots(on) == {TURN}
            on.check_whole()
            assert not on.screen.panes.conversation.overflows
            read += bare(on.shown(on.screen.panes.conversation))
            await on.press("pagedown")
        assert spots(on) == CHOICE
        assert not on.screen.panes.conversation.overflows
        read += bare(on.shown(on.screen.panes.conversation))
        for block in visit.page.blocks:
            assert all(bare(part) in read for part in block.text.split(". ")), block.text


@pytest.mark.parametrize("language", ["zh_CN", "en"])
async def test_a_large_screen_shows_it_all_at_once(setting: Setting, language: str) -> None:
    visit = at_notice(setting, language)
    async with stage(visit, (120, 40)) as on:
        assert spots(on) == CHOICE
        assert on.screen.page == visit.page


# ---- what turns a leaf never agrees -------------------------------------------------------------


@pytest.mark.parametrize("key", ["enter", "space", "pagedown"])
async def test_a_key_that_turns_leaves_never_agrees(setting: Setting, key: str) -> None:
    visit = at_notice(setting)
    async with stage(visit, SMALL) as on:
        await on.press(*[key] * 20)
        assert visit.page.name == "notice"
        assert spots(on) == CHOICE
        assert not on.screen.page.refused


@pytest.mark.parametrize("key", ["1", "2", "a", "y", "tab", "down", "left", "escape"])
async def test_no_other_key_does_anything_before_the_end(setting: Setting, key: str) -> None:
    visit = at_notice(setting)
    async with stage(visit, SMALL) as on:
        await on.press(key, key)
        assert visit.page.name == "notice"
        assert spots(on) == {TURN}
        assert not on.screen.panes.field.open


async def test_a_pasted_text_does_not_agree_before_the_end(setting: Setting) -> None:
    visit = at_notice(setting)
    async with stage(visit, SMALL) as on:
        on.app.post_message(events.Paste("agree"))
        await on.press("enter")
        assert visit.page.name == "notice"
        assert not on.screen.panes.field.open


async def test_a_finger_that_goes_on_touching_the_same_place_never_agrees(
    setting: Setting,
) -> None:
    visit = at_notice(setting)
    async with stage(visit, SMALL) as on:
        pane, spot = on.spot(TURN)
        x, y = pane.column.margin + spot.x + spot.w // 2, pane.y + spot.y
        for _ in range(20):
            await on.pilot.click(offset=(x, y))
            await on.pilot.pause()
        assert visit.page.name in ("notice", "staff")


async def test_a_finger_alone_reads_on_and_agrees(setting: Setting) -> None:
    visit = at_notice(setting)
    async with stage(visit, SMALL) as on:
        for _ in as_long_as(lambda: TURN in spots(on)):
            await on.touch(TURN)
        await on.touch("tile:agree")
        assert visit.page.name == "age"


# ---- to and fro ---------------------------------------------------------------------------------


async def test_back_is_back_by_a_leaf_and_from_the_first_to_the_page_before(
    setting: Setting,
) -> None:
    visit = at_notice(setting)
    async with stage(visit, SMALL) as on:
        first = on.screen.page
        await on.press("enter", "pagedown")
        await on.press("pageup", "f5")
        assert on.screen.page == first
        await on.press("f5")
        assert visit.page.name == "voice"


async def test_help_and_the_language_leave_the_place_in_it(setting: Setting) -> None:
    visit = at_notice(setting)
    async with stage(visit, SMALL) as on:
        await on.press("enter", "enter")
        second = on.screen.page
        await on.press("f1")
        assert on.screen.page.panel
        await on.press("escape")
        assert on.screen.page == second
        await on.press("f2")
        assert on.screen.page.blocks[0] in visit.page.blocks[1:]
        await on.press("f2")
        assert on.screen.page == second


async def test_a_larger_screen_shows_nothing_as_read_that_was_not(setting: Setting) -> None:
    visit = at_notice(setting)
    async with stage(visit, SMALL) as on:
        await on.press("enter")
        seen = on.screen.page.blocks[0]
        await on.pilot.resize_terminal(80, 24)
        await on.pilot.pause()
        assert seen in on.screen.page.blocks
        assert TURN in spots(on)
        await on.pilot.resize_terminal(120, 40)
        await on.pilot.pause()
        assert on.screen.page == visit.page


async def test_again_from_the_beginning_for_the_next_person(setting: Setting) -> None:
    visit = at_notice(setting)
    async with stage(visit, SMALL) as on:
        for _ in as_long_as(lambda: TURN in spots(on)):
            await on.press("enter")
        await on.touch("tile:agree")
        on.screen.do("leave")
        on.screen.say("restart_now")
        for text in ("en", "patient"):
            on.screen.say(text)
        assert TURN in spots(on)
        assert on.screen.page.blocks[0] == visit.page.blocks[0]


# ---- how a page is cut --------------------------------------------------------------------------


def page_of(visit: Visit, *texts: str) -> Page:
    return replace(visit.page, blocks=tuple(map(Block, texts)))


def test_a_leaf_holds_as_many_blocks_as_fit(setting: Setting) -> None:
    page = page_of(at_notice(setting), "a", "b", "c", "d", "e")
    leaves = leaves_of(page, lambda each: len(each.blocks) <= 2)
    assert [[block.text for block in each.page.blocks] for each in leaves] == [
        ["a", "b"],
        ["c", "d"],
        ["e"],
    ]
    assert [each.start for each in leaves] == [0, 2, 4]


def test_a_block_that_is_too_long_is_cut_between_sentences(setting: Setting) -> None:
    page = page_of(at_notice(setting), "One. Two. Three.", "四。五。")
    leaves = leaves_of(page, lambda each: sum(len(block.text) for block in each.blocks) <= 10)
    assert [[block.text for block in each.page.blocks] for each in leaves] == [
        ["One.", "Two."],
        ["Three.", "四。五。"],
    ]
    assert [each.start for each in leaves] == [0, 0]


def test_a_page_that_need_not_be_read_is_never_cut(setting: Setting) -> None:
    visit = Visit(setting, TODAY, "en")
    leaves = Leaves()
    assert leaves.open(visit.page, lambda _: False) == visit.page
    assert leaves.tiles is None
    assert not leaves.turn(1)
    assert not leaves.turn(-1)
