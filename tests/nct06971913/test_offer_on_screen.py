"""An offer on the screen: a line and two tiles in place of the control, at every size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fitting import visit_at
from offering import offering
from tui.stage import SIZES, Stage, stage
from tui.test_keys import Clock, burst

from prescreen.session.visit import Setting, Visit


@pytest.fixture(autouse=True)
def unsure_readers() -> Iterator[None]:
    with offering():
        yield


def weighing(setting: Setting, language: str = "en") -> Visit:
    return visit_at(setting, "weight", language=language)


async def offered(on: Stage) -> None:
    await on.write("maybe 60 kg")
    await on.press("enter")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("language", "line"),
    [("zh_CN", "> 您是说 60 公斤（120 斤）吗？"), ("en", "> Did you mean 60 kg (about 132.3 lb)?")],
)
async def test_the_line_and_both_tiles_are_in_sight_at_once(
    setting: Setting, language: str, line: str, size: tuple[int, int]
) -> None:
    async with stage(weighing(setting, language), size) as on:
        await offered(on)
        on.check_whole()
        assert line in on.shown(on.screen.panes.conversation)
        assert not on.screen.panes.answers.overflows
        assert [spot.name for spot in on.screen.panes.answers.targets] == ["tile:yes", "tile:no"]
        assert not on.screen.panes.field.open
        assert on.screen.where.pane is on.screen.panes.answers


@pytest.mark.parametrize("by", ["touch", "number", "arrows", "word"])
async def test_every_hand_can_take_it(setting: Setting, by: str) -> None:
    async with stage(weighing(setting)) as on:
        await offered(on)
        match by:
            case "touch":
                await on.touch("tile:yes")
            case "number":
                await on.press("1")
            case "arrows":
                await on.press("down", "enter")
            case _:
                await on.write("yes")
                await on.press("enter")
        assert "60 kg" in on.screen.page.heard


@pytest.mark.parametrize("no", ["2", "no", "不对"])
async def test_a_no_brings_the_empty_field_back_with_its_example(setting: Setting, no: str) -> None:
    async with stage(weighing(setting)) as on:
        await offered(on)
        await on.write(no)
        if no != "2":
            await on.press("enter")
        assert on.screen.text == ""
        assert "62 kg" in on.shown(on.screen.panes.field)
        assert "say it again" in on.shown(on.screen.panes.conversation)


async def test_a_number_that_begins_a_new_answer_is_no_yes(setting: Setting) -> None:
    visit = weighing(setting)
    async with stage(visit, settle=0.4, clock=Clock()) as on:
        await burst(on, *"maybe", "space", "6", "0", "k", "g", "enter")
        await burst(on, *"120", "j", "i", "n")
        assert on.screen.text == "120jin"
        assert "jin" in on.shown(on.screen.panes.hint)
        await burst(on, "enter")
    assert visit.dialog.state != "weight"


async def test_what_is_typed_over_an_offer_stays_while_a_panel_is_read(setting: Setting) -> None:
    async with stage(weighing(setting)) as on:
        await offered(on)
        await on.write("about")
        await on.press("f1", "escape")
        assert on.screen.text == "about"
        assert on.screen.page.offer


async def test_a_call_for_help_leaves_nothing_of_it_on_the_screen(setting: Setting) -> None:
    async with stage(weighing(setting, "zh_CN")) as on:
        await on.write("喘不上气")
        await on.press("enter")
        assert "120" in on.shown(on.screen.panes.conversation)
        await on.press("escape")
        assert on.screen.page.name == "weight"
        assert on.screen.text == ""


async def test_help_over_an_offer_begins_at_its_begin(setting: Setting) -> None:
    async with stage(weighing(setting), (46, 13)) as on:
        await offered(on)
        await on.press("f1")
        assert "Urgent help" in on.shown(on.screen.panes.conversation)
