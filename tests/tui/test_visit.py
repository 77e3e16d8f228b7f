"""The real visit on the screen: no page of a walk is cut off, in both languages, at every size."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from random import Random

import pytest
from fitting import fitting_of
from limits import as_long_as

from flows import EVERY_FLOW, setting_of
from prescreen.page.model import Page, Pick, Rows, Tick, Type
from prescreen.session.visit import Visit
from tui.stage import EVERY_WAY, Stage, stage

TODAY = date(2026, 11, 23)
PANELS = {"help", "urgent", "why", "about", "leave"}


def an_answer(page: Page, usual: Mapping[str, str], chance: Random) -> str:
    match page.control:
        case Type():
            return usual.get(page.name, "May 2020")
        case Tick(tiles):
            return chance.choice([tile.id for tile in tiles])
        case Rows(tiles=tiles):
            return tiles[0].id
        case Pick(tiles):
            return chance.choice([tile.id for tile in tiles if tile.id != "staff"])
        case None:
            raise AssertionError(f"{page.name} can't be answered")


def look_into_panels(on: Stage, page: Page) -> None:
    for command in page.commands:
        if command.id in PANELS:
            on.screen.do(command.id)
            on.check_whole()
            on.screen.input.escape()
            assert (on.screen.page.name, on.screen.page.panel) == (page.name, None)


@pytest.mark.parametrize("seed", [pytest.param(1, marks=pytest.mark.prove), 4])
@EVERY_WAY
@EVERY_FLOW
async def test_no_page_is_cut_off(
    flow: Path, language: str, size: tuple[int, int], seed: int
) -> None:
    chance, usual = Random(seed), fitting_of(flow).everywhere
    visit = Visit(setting_of(flow), TODAY, language)
    async with stage(visit, size) as on:
        for _ in range(60):
            on.check_whole()
            look_into_panels(on, visit.page)
            if visit.dialog.at_outcome:
                break
            on.screen.say(an_answer(visit.page, usual, chance))
        else:
            raise AssertionError("no outcome")


PROOF, MORE = pytest.mark.prove, ((60, 19), (80, 24))


def in_sight(on: Stage) -> bool:
    """Whether it stands above the answers what is asked now, or why the answer was not taken."""
    page = on.screen.page
    shown = "".join(on.shown(on.screen.panes.conversation).replace(">", "").split())
    return any("".join(text.split())[:9] in shown for text in (page.heading, page.refused) if text)


@pytest.mark.parametrize("size", [(46, 13), *(pytest.param(each, marks=PROOF) for each in MORE)])
@pytest.mark.parametrize("language", ["zh_CN", pytest.param("en", marks=PROOF)])
@EVERY_FLOW
async def test_what_is_asked_stays_in_sight(
    flow: Path, language: str, size: tuple[int, int]
) -> None:
    """Whatever is typed, refused, or done to the window, nobody reads another question."""
    visit, said = Visit(setting_of(flow), TODAY, language), fitting_of(flow).answers
    async with stage(visit, size) as on:
        for text in ("patient", "agree"):
            on.screen.say(text)
        for _ in as_long_as(lambda: visit.dialog.question):
            name = on.screen.page.name
            await on.press("x")
            assert in_sight(on), f"{name}, while an answer is typed"
            await on.press("backspace", "escape")
            if len(visit.dialog.route.steps) % 4 == 3:
                for other in ((120, 40), (46, 13), size):
                    await on.pilot.resize_terminal(*other)
                    await on.pilot.pause()
                    assert in_sight(on), f"{name}, at {other}"
            for text in ("x", said[name]):
                on.screen.say(text)
                await on.pilot.pause()
                assert in_sight(on), f"{name}, after an answer"
        assert {*visit.dialog.route.put} == {*said}


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@EVERY_FLOW
async def test_an_empty_answer_is_said_kindly_to_be_empty(flow: Path, language: str) -> None:
    visit = Visit(setting_of(flow), TODAY, language)
    async with stage(visit) as on:
        for text in ("patient", "agree"):
            on.screen.say(text)
        await on.press("enter")
        control = on.screen.page.control
        assert isinstance(control, Type)
        assert control.empty in on.shown(on.screen.panes.hint)
        await on.press("4")
        assert control.empty not in on.shown()
        assert visit.dialog.route.steps == ()


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@EVERY_FLOW
async def test_the_progress_is_whole_on_the_narrowest_screen(flow: Path, language: str) -> None:
    visit = Visit(setting_of(flow), TODAY, language)
    async with stage(visit, (20, 24)) as on:
        for text in ("patient", "agree"):
            on.screen.say(text)
        await on.pilot.pause()
        shown = "".join(on.shown(on.screen.panes.header).split())
        assert "".join(on.screen.page.progress.split()) in shown


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@EVERY_FLOW
async def test_the_answers_stand_in_the_same_place_all_along(
    flow: Path, size: tuple[int, int]
) -> None:
    visit, said = Visit(setting_of(flow), TODAY, "zh_CN"), fitting_of(flow).answers
    places = set()
    async with stage(visit, size) as on:
        for text in ("patient", "agree"):
            on.screen.say(text)
        for _ in as_long_as(lambda: visit.dialog.question):
            places.add((on.screen.panes.field.y, on.screen.panes.commands.y))
            on.screen.say(said[on.screen.page.name])
    assert len(places) == 1
