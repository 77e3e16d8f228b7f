"""The parts that the screen holds, each by itself, with no app that runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from rows import each_row
from textual import events
from textual.geometry import Size

from prescreen.page.model import Command, Page, Rows, Type
from prescreen.system.idle import IdleTimes, Watch
from prescreen.tui.controls.answering import Answering
from prescreen.tui.controls.digits import Called, Digits
from prescreen.tui.controls.focus import Focus
from prescreen.tui.controls.input import Input
from prescreen.tui.controls.key_repeat import KeyRepeat
from prescreen.tui.controls.tiles import TickTiles, tiles_of
from prescreen.tui.idle_screen import Idle, Seen
from prescreen.tui.layout.palette import DARK, LIGHT
from prescreen.tui.layout.pane import Pane
from prescreen.tui.layout.panes import Panes
from prescreen.tui.layout.spots import Spot
from tui.pages import EN, FakeVisit, leave_panel, question, review
from tui.stage import SIZES

USUAL = (80, 24)


def laid_out(page: Page, hint: str | None = None, size: tuple[int, int] = USUAL) -> Panes:
    panes = Panes(LIGHT)
    panes.lay_out(page, tiles_of(page.control), hint, Size(*size), anchor=True)
    return panes


# ---- the panes ----------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
def test_the_panes_share_all_rows_one_under_the_other(size: tuple[int, int]) -> None:
    panes = laid_out(question(EN, "weight"), "", size)
    y = 0
    for pane in panes.all:
        assert pane.y == y
        y += pane.rows
    assert y == size[1]
    rows = panes.rows(size[0], panes.answers)
    assert [row.cell_length for row in rows] == [size[0]] * size[1]
    assert panes.pane_at(0, 0) is panes.header
    assert panes.pane_at(0, size[1] - 1) is panes.commands
    assert panes.pane_at(0, size[1]) is None


def test_a_screen_without_a_cell_lays_nothing_out() -> None:
    assert laid_out(question(EN, "weight"), "", (0, 24)).rows(0, None) == []


def test_answers_are_shown_anew_in_their_room_until_the_hint_needs_more() -> None:
    page = question(EN, "weight")
    panes = laid_out(page, "")
    tiles = tiles_of(page.control)
    assert panes.show_answers(tiles, "I understood 62 kg.")
    assert not panes.show_answers(tiles, "I understood this. " * 20)
    assert not panes.show_answers(tiles, None)


def test_a_page_that_was_covered_is_scrolled_back_to_where_it_was() -> None:
    panes = laid_out(review(EN))
    panes.conversation.roll(-5)
    panes.answers.at = "tile:done"
    before = panes.scroll
    panes.begin("tile:uncover")
    panes.conversation.roll(-5)
    assert panes.scroll != before
    panes.scroll_to(before)
    assert panes.scroll == before


def test_other_colours_reach_every_pane() -> None:
    panes = laid_out(question(EN, "weight"), "")
    panes.paint_with(DARK)
    assert {pane.ink.palette for pane in panes.all} == {DARK}


# ---- the conversation ---------------------------------------------------------------------------


def marks(panes: Panes) -> list[str]:
    return [spot.name for spot in panes.conversation.targets if spot.mark]


def test_a_row_that_was_picked_is_marked_once_its_answer_has_changed() -> None:
    page = review(EN)
    assert isinstance(page.control, Rows)
    first, *others = page.control.rows
    other = replace(page.control, rows=(replace(first, answer="Another answer"), *others))
    changed = replace(page, control=other)
    panes = laid_out(page)
    panes.view.pick(page, first.tile.id)
    for after, marked in ((page, []), (changed, [f"tile:{first.tile.id}"])):
        panes.view.mark_change(after)
        panes.lay_out(after, tiles_of(after.control), None, Size(*USUAL), anchor=True)
        assert marks(panes) == marked


def test_what_is_forgotten_of_a_conversation_marks_nothing() -> None:
    page = review(EN)
    panes = laid_out(page)
    panes.view.pick(page, "row1")
    panes.forget()
    panes.view.mark_change(page)
    panes.view.reveal_picked()
    assert not marks(panes)


def test_a_conversation_stays_where_it_was_scrolled_to_until_another_page_comes() -> None:
    page = review(EN)
    panes = laid_out(page)
    assert panes.conversation.roll(-5) or panes.conversation.roll(5)
    scrolled = panes.conversation.top
    for anchor in (False, True):
        panes.lay_out(page, tiles_of(page.control), None, Size(*USUAL), anchor=anchor)
        assert (panes.conversation.top == scrolled) is not anchor


# ---- the focus ----------------------------------------------------------------------------------


def test_tab_goes_round_through_all_that_can_be_touched_or_typed_into() -> None:
    panes = laid_out(question(EN, "weight"), "")
    focus = Focus(panes, panes.field)
    stops = panes.stops()
    for step in (1, -1):
        seen = []
        for _ in stops:
            seen.append((focus.pane, focus.pane.at))
            focus.tab(step)
        assert sorted(map(str, seen)) == sorted(map(str, stops))
        assert focus.pane is panes.field


def test_arrows_go_from_part_to_part_and_end_where_there_is_none() -> None:
    panes = laid_out(question(EN, "weight"), "")
    focus = Focus(panes, panes.field)
    assert not focus.leave(upward=True)
    assert focus.leave(upward=False)
    assert focus.pane is panes.answers
    assert focus.target == (panes.answers, panes.answers.targets[0].name)
    assert focus.arrow("up")
    assert focus.pane is panes.field
    assert focus.target is None
    focus.go_to(panes.commands, "leave")
    assert focus.arrow("right")
    assert focus.pane.at == "leave"
    assert not focus.arrow("down")
    assert focus.arrow("up")
    assert focus.pane is panes.answers


def test_an_arrow_moves_nothing_where_nothing_can_be_touched() -> None:
    panes = laid_out(question(EN, "lupus"))
    assert not Focus(panes, panes.header).arrow("down")


def test_the_first_arrow_marks_the_first_or_the_last() -> None:
    panes = laid_out(question(EN, "lupus"))
    for key, at in (("down", 0), ("up", -1)):
        panes.answers.at = ""
        assert Focus(panes, panes.answers).arrow(key)
        assert panes.answers.at == panes.answers.targets[at].name


# ---- whether somebody is there ------------------------------------------------------------------


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


def attended(*, rests: bool = False) -> tuple[Idle, FakeVisit, Clock]:
    visit, clock = FakeVisit(), Clock()
    return Idle(Watch(IdleTimes(45, 90, 120), clock), visit, rests=rests), visit, clock


def test_a_screen_that_nobody_touches_is_hidden_once_then_warns_then_ends() -> None:
    idle, visit, clock = attended()
    for now, seen in (
        *((44.0, Seen.NOTHING), (45.0, Seen.CHANGED), (46.0, Seen.NOTHING)),
        *((90.0, Seen.CHANGED), (91.0, Seen.CHANGED), (120.0, Seen.ENDED)),
    ):
        clock.now = now
        assert idle.look(visit.page) is seen
    assert visit.cover is not None
    assert visit.cover.title == "29 seconds"
    assert idle.ended
    assert not idle.touched()


@pytest.mark.parametrize("more_time", [False, True])
def test_a_touch_on_a_hidden_screen_only_wakes_it(more_time: bool) -> None:
    idle, visit, clock = attended()
    clock.now = 60
    assert idle.look(visit.page) is Seen.CHANGED
    assert not idle.touched()
    idle.wake(more_time=more_time)
    assert visit.cover is None
    assert visit.display.unhurried is more_time
    clock.now = 100
    assert idle.touched()
    clock.now = 144
    assert idle.look(visit.page) is Seen.NOTHING


def test_one_that_rests_waits_on_its_first_page_for_ever_and_on_no_other() -> None:
    idle, visit, clock = attended(rests=True)
    for clock.now in range(0, 1001, 100):
        assert idle.look(visit.page) is Seen.NOTHING
    visit.say("no")
    clock.now = 1045
    assert idle.look(visit.page) is Seen.CHANGED


# ---- what the page is answered with -------------------------------------------------------------


def answering() -> Answering:
    return Answering(Panes(LIGHT).field, lambda text: f"I understood {text}.")


def test_an_example_is_read_before_the_first_key() -> None:
    read: list[str] = []

    def preview(text: str) -> str:
        read.append(text)
        return text

    now = Answering(Panes(LIGHT).field, preview)
    page = question(EN, "age")
    assert isinstance(page.control, Type)
    two = replace(page, control=replace(page.control, example="45, or 3 May 1981"))
    for each in (question(EN, "lupus"), question(EN, "weight"), two):
        now.take_up(each, None)
        now.get_ready()
    assert read == ["62 kg", "45"]


def test_ticks_and_text_stay_under_a_panel_and_not_on_another_page() -> None:
    page, other = question(EN, "organs"), question(EN, "weight")
    panel = replace(page, panel=leave_panel(EN))
    now = answering()
    now.take_up(page, None)
    assert isinstance(now.tiles, TickTiles)
    now.tiles.ticked = {"heart"}
    now.add("also")
    covered = replace(panel, cover=leave_panel(EN))
    for before, over in ((page, panel), (panel, covered), (covered, panel)):
        now.take_up(over, before)
        assert not now.writing
    now.take_up(page, panel)
    assert isinstance(now.tiles, TickTiles)
    assert (now.tiles.ticked, now.text, now.writing) == ({"heart"}, "1+also", True)
    now.take_up(other, page)
    assert (now.text, now.writing) == ("", True)


def test_a_field_that_was_opened_by_typing_can_be_put_away_and_no_other() -> None:
    now = answering()
    now.take_up(question(EN, "lupus"), None)
    assert not now.put_away()
    now.add("yes")
    assert now.put_away()
    assert (now.text, now.writing) == ("", False)
    now.take_up(question(EN, "weight"), None)
    assert not now.put_away()


@each_row(
    ("before", "after", "kept"),
    [
        ({}, {}, "62"),
        ({"offer": "62 kg?"}, {}, ""),
        ({}, {"offer": "62 kg?"}, ""),
        ({}, {"panel": leave_panel(EN)}, ""),
        ({"panel": leave_panel(EN)}, {"offer": "62 kg?"}, "62"),
    ],
)
def test_a_text_that_was_answered_with_a_question_or_a_panel_is_cleared(
    before: dict[str, Any], after: dict[str, Any], kept: str
) -> None:
    page = question(EN, "weight")
    now = answering()
    now.take_up(page, None)
    now.write("62")
    now.said(replace(page, **before), replace(page, **after))
    assert now.text == kept


def test_below_the_field_stands_what_its_text_would_be_understood_as() -> None:
    page = question(EN, "weight")
    now = answering()
    now.take_up(page, None)
    now.write("62")
    assert now.hint(page) == "I understood 62."
    now.nudged = True
    assert now.hint(page) == page.control.empty  # type: ignore[union-attr]
    now.show_menu(page.commands, page.less)
    assert now.hint(page) is None


def spots(*numbers: str) -> list[Spot]:
    return [Spot(f"tile:{number}", number, number=number) for number in numbers]


def test_digits_wait_while_a_longer_number_can_be_meant() -> None:
    digits = Digits()
    some = spots("1", "2", "12")
    assert digits.take("1", some, figures=False) == Called("tile:1", only=False)
    assert digits.take("2", some, figures=False) == Called("tile:12", only=True)
    assert digits.forget() == "12"
    assert digits.take("7", some, figures=False) is None


@pytest.mark.parametrize(("figures", "called"), [(True, None), (False, Called("tile:2", True))])
def test_a_second_digit_is_never_a_new_number_where_figures_answer(
    figures: bool, called: Called | None
) -> None:
    digits = Digits()
    digits.take("1", spots("1", "2", "10"), figures=figures)
    assert digits.take("2", spots("1", "2", "10"), figures=figures) == called


# ---- keys, touches and texts --------------------------------------------------------------------


@dataclass
class Fake:
    """Shows a page to nobody, and remembers what was done to it."""

    page: Page
    told: list[str] = field(default_factory=list)
    calls: list[Callable[[], None]] = field(default_factory=list)

    def say(self, text: str) -> None:
        self.told.append(f"say {text}")

    def do(self, command: str) -> None:
        self.told.append(f"do {command}")

    def lay_out(self) -> None:
        self.told.append("lay out")

    def paint(self) -> None:
        pass

    def repaint(self) -> None:
        self.told.append("repaint")

    def roll(self, rows: int) -> None:
        self.told.append(f"roll {rows}")

    def turn(self, step: int) -> bool:
        return False

    @property
    def unread(self) -> bool:
        return False

    def later(self, seconds: float, call: Callable[[], None]) -> None:
        self.calls.append(call)

    def typing(self) -> None:
        self.told.append("typing")

    def typed(self) -> None:
        self.told.append("typed")

    def answers_turned(self) -> None:
        pass

    def press_aside(self, pane: Pane, name: str) -> None:
        self.told.append(f"aside {name}")

    @property
    def listed(self) -> tuple[Command, ...]:
        return self.page.commands


def taking(page: Page) -> tuple[Input, Fake]:
    """Keys and touches on a page that is laid out."""
    panes = Panes(LIGHT)
    now = Answering(panes.field, lambda _: "")
    now.take_up(page, None)
    panes.lay_out(page, now.shown, now.hint(page), Size(*USUAL), anchor=True)
    host = Fake(page)
    focus = Focus(panes, panes.field if now.typing else panes.answers)
    return Input(host, panes, focus, now, KeyRepeat(0, Clock())), host


@each_row(
    ("name", "key", "told"),
    [
        ("lupus", "1", ["typing", "say confirmed"]),
        ("lupus", "f10", ["do leave"]),
        ("lupus", "ctrl+c", ["do leave"]),
        ("lupus", "ctrl+l", ["repaint"]),
        ("lupus", "x", ["typing", "typed", "lay out"]),
        ("lupus", "up", []),
        ("weight", "up", ["roll -3"]),
        ("weight", "6", ["typed"]),
    ],
)
def test_a_key_is_a_command_a_way_or_an_answer(name: str, key: str, told: list[str]) -> None:
    taken, host = taking(question(EN, name))
    taken.key(events.Key(key, key if len(key) == 1 else None))
    assert host.told == told


def test_escape_closes_a_panel_by_the_tile_that_does_nothing() -> None:
    taken, host = taking(replace(question(EN, "lupus"), panel=leave_panel(EN)))
    taken.escape()
    assert host.told == ["say stay"]


def test_what_stands_beside_the_page_is_given_to_who_put_it_there() -> None:
    taken, host = taking(question(EN, "lupus"))
    taken.touch(Pane("elsewhere", taken.panes.ground), "thing", 0)
    assert host.told == ["aside thing"]
