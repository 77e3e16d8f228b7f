"""Keys, touches and typed texts, against hand-written pages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual import events

from prescreen.tui.controls.tiles import TickTiles
from prescreen.tui.layout.field import LONGEST_TEXT
from tui.pages import EN, ZH, FakeVisit, leave_panel, question
from tui.stage import EVERY_WAY, stage

LANGUAGES = pytest.mark.parametrize("language", [ZH, EN])
WALKED = [
    *("confirmed", "62 kg", "methylprednisolone", "heart+liver", "8 tablets", "2026-05", "45"),
]


async def test_a_number_answers_at_once() -> None:
    visit = FakeVisit(order=("lupus", "age"))
    async with stage(visit) as on:
        await on.press("3")
    assert visit.said == ["suspected"]


async def test_nothing_is_focused_so_a_stray_enter_answers_nothing() -> None:
    visit = FakeVisit(order=("lupus",))
    async with stage(visit) as on:
        await on.press("enter", "space", "enter")
    assert visit.said == []


async def test_arrows_and_enter_answer() -> None:
    visit = FakeVisit(order=("lupus", "age"))
    async with stage(visit, (46, 40)) as on:
        await on.press("down", "down", "enter")
    assert visit.said == ["skin"]


async def test_focus_shows_by_shape() -> None:
    async with stage(FakeVisit(order=("lupus",)), (46, 40)) as on:
        assert ">" not in on.shown(on.screen.panes.answers)
        await on.press("down")
        assert "> 1  Yes" in on.shown(on.screen.panes.answers)


@EVERY_WAY
async def test_a_touch_answers(language: str, size: tuple[int, int]) -> None:
    visit = FakeVisit(language, order=("lupus", "age"))
    async with stage(visit, size) as on:
        await on.touch("tile:no")
    assert visit.said == ["no"]


async def test_a_double_touch_does_not_answer_the_next_page() -> None:
    visit = FakeVisit(order=("lupus", "lupus", "lupus"))
    async with stage(visit) as on:
        await on.touch("tile:no")
        on.screen.input.repeat.settle = 60
        await on.touch("tile:no")
    assert visit.said == ["no"]


async def test_an_ambiguous_digit_waits() -> None:
    visit = FakeVisit(order=("drug", "age"))
    async with stage(visit) as on:
        await on.press("1")
        assert visit.said == []
        assert on.screen.panes.answers.at == "tile:prednisone"
        await on.press("1")
    assert visit.said == ["unsure"]


async def test_an_ambiguous_digit_and_enter() -> None:
    visit = FakeVisit(order=("drug", "age"))
    async with stage(visit) as on:
        await on.press("1", "enter")
    assert visit.said == ["prednisone"]


async def test_a_second_digit_that_completes_nothing_counts_for_itself() -> None:
    visit = FakeVisit(order=("drug", "age"))
    async with stage(visit) as on:
        await on.press("1", "5")
    assert visit.said == ["hydrocortisone"]


@LANGUAGES
async def test_words_can_be_typed_on_tiles(language: str) -> None:
    visit = FakeVisit(language, order=("lupus", "age"))
    async with stage(visit) as on:
        await on.write("是 yes")
        assert on.screen.text == "是 yes"
        await on.press("enter")
    assert visit.said == ["是 yes"]


async def test_escape_puts_the_typed_words_away_and_answers_nothing() -> None:
    visit = FakeVisit(order=("lupus", "age"))
    async with stage(visit) as on:
        await on.press("y", "escape", "enter")
        assert not on.screen.answering.typing
        await on.press("1")
    assert visit.said == ["confirmed"]


async def test_ticks_toggle_by_number_space_and_touch() -> None:
    visit = FakeVisit(order=("organs", "age"))
    async with stage(visit) as on:
        await on.press("1", "2")
        await on.press("space")
        await on.touch("tile:liver")
        assert "[x] A weak heart" in on.shown()
        assert "[ ] Weak lungs" in on.shown()
        await on.touch("done")
    assert visit.said == ["heart+liver"]


async def test_a_text_that_goes_on_from_a_tick_begins_with_it() -> None:
    visit = FakeVisit(order=("organs", "age"))
    async with stage(visit) as on:
        await on.press("1", "+", "4")
        assert on.screen.answering.text == "1+4"
        await on.press("escape", "w")
        assert on.screen.answering.text == "1+w", "what is ticked would be lost"
        await on.press("escape", "1", "w")
        assert on.screen.answering.text == "w"


async def test_a_text_never_goes_on_from_a_tile_that_stands_alone() -> None:
    visit = FakeVisit(order=("organs", "age"))
    async with stage(visit) as on:
        tiles = on.screen.answering.tiles
        assert isinstance(tiles, TickTiles)
        tiles.ticked = {"none"}
        await on.press("w")
        assert on.screen.answering.text == "w"


async def test_a_tile_that_stands_alone_answers_at_once() -> None:
    visit = FakeVisit(order=("organs", "age"))
    async with stage(visit) as on:
        await on.press("1", "5")
    assert visit.said == ["none"]


async def test_no_tick_is_no_answer() -> None:
    visit = FakeVisit(order=("organs", "age"))
    async with stage(visit) as on:
        await on.touch("done")
    assert visit.said == []


async def test_ticks_survive_a_panel_and_another_language() -> None:
    visit = FakeVisit(order=("organs", "age"))
    async with stage(visit) as on:
        await on.press("1", "f3", "escape", "f2")
        assert "[x] 心脏" in on.shown()


async def test_a_typed_answer_is_understood_at_once() -> None:
    visit = FakeVisit(order=("weight", "age"))
    async with stage(visit) as on:
        await on.write("62 kg")
        assert "I understood 62 kg." in on.shown(on.screen.panes.hint)
        await on.press("enter")
    assert visit.said == ["62 kg"]


async def test_an_empty_field_is_no_answer() -> None:
    visit = FakeVisit(order=("weight",))
    async with stage(visit) as on:
        await on.press("enter")
        await on.touch("done")
    assert visit.said == []


@EVERY_WAY
async def test_the_pad_writes_and_the_unit_is_touched(language: str, size: tuple[int, int]) -> None:
    visit = FakeVisit(language, order=("weight", "age"))
    async with stage(visit, size) as on:
        for name in ("digit:6", "digit:2", "point", "digit:5"):
            await on.touch(name)
        assert on.screen.text == "62.5"
        await on.touch("unit:jin")
        await on.touch("unit:kg")
        await on.touch("done")
    assert visit.said == ["62.5 kg"]


async def test_half_tablets_are_counted() -> None:
    visit = FakeVisit(order=("dose", "age"))
    async with stage(visit) as on:
        for name in ("step:+0.5", "step:+0.5", "step:+0.5", "step:-0.5"):
            await on.touch(name)
        await on.touch("done")
    assert visit.said == ["1 tablets"]


@EVERY_WAY
async def test_a_day_is_picked_by_touch(language: str, size: tuple[int, int]) -> None:
    visit = FakeVisit(language, order=("when", "age"))
    async with stage(visit, size) as on:
        for name in ("year:2026", "month:5", "day:23", "done"):
            await on.touch(name)
    assert visit.said == ["2026-05-23"]


async def test_a_year_alone_is_picked() -> None:
    visit = FakeVisit(order=("when", "age"))
    async with stage(visit) as on:
        await on.touch("page:1")
        await on.touch("year:1999")
        await on.touch("whole")
        assert on.screen.panes.answers.at == "done"
        await on.press("enter")
    assert visit.said == ["1999"]


async def test_the_way_back_in_the_picker() -> None:
    visit = FakeVisit(order=("when", "age"))
    async with stage(visit) as on:
        for name in ("year:2025", "month:2", "again:month", "month:12", "again:year"):
            await on.touch(name)
        assert on.screen.text == ""


async def test_a_refused_text_stays_to_be_mended() -> None:
    visit = FakeVisit(order=("weight", "age"))
    async with stage(visit) as on:
        await on.write("62?")
        await on.press("enter")
        assert on.screen.text == "62?"
        assert "I did not understand." in on.shown(on.screen.panes.conversation)


@pytest.mark.parametrize(
    ("keys", "then", "said"),
    [
        (["1"], "", ["x?", "confirmed"]),
        (["y"], "y", ["x?"]),
        (["backspace", "y"], "xy", ["x?"]),
        (["f1", "escape", "y"], "y", ["x?", "stay"]),
    ],
)
async def test_after_a_text_that_was_no_answer_among_tiles_typing_starts_anew(
    keys: list[str], then: str, said: list[str]
) -> None:
    visit = FakeVisit(order=("lupus", "age"))
    async with stage(visit) as on:
        await on.write("x?")
        await on.press("enter")
        assert on.screen.text == "x?"
        await on.press(*keys)
        assert on.screen.text == then
    assert visit.said == said


@pytest.mark.parametrize("text", ["[/]", "[@click=app.quit]x", "[b]bold", "\\[x]"])
async def test_markup_is_only_text(text: str) -> None:
    visit = FakeVisit(order=("lupus", "weight", "age"))
    async with stage(visit) as on:
        await on.press("x", "backspace")
        on.screen.panes.field.add(text)
        await on.press("enter")
        assert text in on.shown(on.screen.panes.conversation)
    assert visit.said == [text]


async def test_a_paste_is_cleaned_and_capped() -> None:
    async with stage(FakeVisit(order=("weight",))) as on:
        on.app.post_message(events.Paste("62\x1b[2J\u202e kg\n\u200b!" + "x" * 500))
        await on.pilot.pause()
        assert on.screen.text.startswith("62[2J kg !xxx")
        assert len(on.screen.text) == LONGEST_TEXT


async def test_bytes_that_are_not_utf8_are_explained() -> None:
    async with stage(FakeVisit(order=("weight",))) as on:
        on.app.post_message(events.Paste("\ufffd"))
        await on.pilot.pause()
        assert "UTF-8" in on.shown(on.screen.panes.hint)


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+q", "ctrl+d", "ctrl+z", "f10"])
@pytest.mark.parametrize("name", ["lupus", "weight"])
async def test_no_key_ends_it_without_asking(key: str, name: str) -> None:
    visit = FakeVisit(order=(name,))
    async with stage(visit) as on:
        await on.press(key)
        assert on.app.is_running
        assert "Do you want to leave now?" in on.shown()
        await on.press("escape")
    assert visit.done == ["leave"]
    assert visit.said == ["stay"]


async def test_leaving_ends_it() -> None:
    visit = FakeVisit(order=("lupus",))
    async with stage(visit) as on:
        await on.press("ctrl+c", "1")
        await on.pilot.pause()
        assert on.app._exit
    assert visit.said == ["leave_now"]
    assert on.app.return_code == 0


@pytest.mark.parametrize("key", ["escape", "tab", "ctrl+p", "ctrl+l", "ctrl+s", "f9", "super+c"])
async def test_other_keys_neither_leave_nor_answer(key: str) -> None:
    visit = FakeVisit(order=("lupus",))
    async with stage(visit) as on:
        await on.press(key, key)
        assert len(on.app.screen_stack) == 1
    assert (visit.said, visit.done) == ([], [])


async def test_escape_closes_a_panel_without_a_way_out_by_back() -> None:
    page = leave_panel(EN)
    visit = FakeVisit(order=("lupus",), panel=replace(page, tiles=page.tiles[:1]))
    async with stage(visit) as on:
        await on.press("escape")
    assert (visit.said, visit.done) == ([], ["back"])


async def test_every_command_has_its_key_and_its_button() -> None:
    for command in question(EN, "lupus").commands:
        by_key, by_touch = FakeVisit(order=("weight",)), FakeVisit(order=("weight",))
        async with stage(by_key) as on:
            await on.press(command.key)
        async with stage(by_touch) as on:
            await on.touch(command.id)
        assert by_key.done == by_touch.done == [command.id]


async def test_a_typed_text_survives_a_panel_and_another_language() -> None:
    visit = FakeVisit(order=("weight",))
    async with stage(visit) as on:
        await on.write("62")
        await on.press("f3", "escape", "f2")
        assert on.screen.text == "62"
        assert on.screen.where.pane is on.screen.panes.field


async def test_a_long_panel_scrolls_by_key_wheel_and_touch() -> None:
    visit = FakeVisit(order=("lupus",))
    async with stage(visit, (46, 13)) as on:
        await on.press("f3")
        talk = on.screen.panes.conversation
        assert "1. The study" in on.shown(talk)
        await on.press("pagedown")
        assert talk.top > 0
        await on.roll(talk, "v")
        await on.roll(talk, "^")
        await on.press("down", "down")
        for _ in range(60):
            await on.press("down")
        assert "40. The study" in on.shown(talk)
        await on.press("enter")
    assert visit.said == ["close"]


async def test_a_page_is_where_it_was_once_nothing_covers_it_any_more() -> None:
    visit = FakeVisit(order=("review",))
    async with stage(visit, (46, 13)) as on:
        await on.press(*["up"] * 6)
        before = on.screen.panes.scroll
        for left in (0, 30, 20):
            visit.unattended(left)
            on.screen.refresh_page()
            assert on.screen.panes.scroll != before
        visit.attended()
        on.screen.refresh_page()
        assert on.screen.panes.scroll == before


async def test_the_review_is_walked_by_keyboard() -> None:
    visit = FakeVisit(order=("review", "lupus"))
    async with stage(visit, (46, 13)) as on:
        await on.press("down", "up")
        await on.press("up", "up", "enter")
    assert visit.said == ["row18"]


async def test_a_row_of_the_review_is_called_by_number_and_touch() -> None:
    by_key, by_touch = (FakeVisit(order=("review", "lupus")) for _ in range(2))
    async with stage(by_key, (46, 13)) as on:
        await on.press("1", "7")
    async with stage(by_touch, (46, 13)) as on:
        await on.touch("tile:row17")
    assert by_key.said == by_touch.said == ["row17"]


@LANGUAGES
async def test_past_turns_stay_in_reach(language: str) -> None:
    visit = FakeVisit(language, order=("lupus",) * 12)
    async with stage(visit) as on:
        for _ in range(11):
            await on.press("4")
        assert on.screen.panes.conversation.overflows
        await on.press(*["pageup"] * 9)
        assert on.screen.panes.conversation.top == 0


async def test_a_new_size_keeps_everything() -> None:
    visit = FakeVisit(order=("weight", "age"))
    async with stage(visit, (120, 40)) as on:
        await on.write("62")
        for size in ((46, 13), (300, 120), (20, 8), (80, 24)):
            await on.pilot.resize_terminal(*size)
            await on.pilot.pause()
        on.check_whole()
        assert on.screen.text == "62"
        await on.touch("unit:kg")
        await on.touch("done")
    assert visit.said == ["62 kg"]


@EVERY_WAY
async def test_a_walk_by_keyboard_alone(language: str, size: tuple[int, int]) -> None:
    visit = FakeVisit(language)
    async with stage(visit, size) as on:
        await on.press("1")
        await on.write("62 kg")
        await on.press("enter", "3", "1", "4")
        for _ in range(9):
            if on.screen.panes.answers.at == "done":
                break
            await on.press("tab")
        await on.press("enter")
        await on.write("8 tablets")
        await on.press("enter")
        await on.write("2026-05")
        await on.press("enter")
        await on.write("45")
        await on.press("enter")
    assert visit.said == WALKED


@EVERY_WAY
async def test_a_walk_by_touch_alone(language: str, size: tuple[int, int]) -> None:
    visit = FakeVisit(language)
    touches = "tile:confirmed digit:6 digit:2 unit:kg done tile:methylprednisolone "
    touches += "tile:heart tile:liver done digit:8 unit:tablets done "
    touches += "year:2026 month:5 whole done digit:4 digit:5 done"
    async with stage(visit, size) as on:
        for name in touches.split():
            on.check_whole()
            await on.touch(name)
    assert visit.said == WALKED
