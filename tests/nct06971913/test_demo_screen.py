"""The demonstration on the screen: marked, whole, and in anybody's hands, at every size."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import pairwise

import pytest
from demo import Clock, play_to_end, shipped_stage
from limits import as_long_as
from tui.stage import EVERY_WAY, SIZES, Stage

from prescreen.demo.player import PLAYER, TURN, Mode
from prescreen.demo.screens.demo_app import DemoApp, DemoScreen
from prescreen.demo.screens.points import POINT, written
from prescreen.demo.show import Show
from prescreen.language.catalogs import LANGUAGES
from prescreen.system.idle import HOME, Watch
from prescreen.tui.layout.commands import MORE
from prescreen.tui.layout.palette import DARK
from prescreen.tui.layout.pane import Pane
from prescreen.tui.layout.typeset import cells

STAGE = shipped_stage()
EVERY_SIZE = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
MARK = "DEMONSTRATION 演示"
SMALL = pytest.mark.parametrize("size", SIZES[:2], ids=["46x13", "80x24"])


@dataclass
class DemoStage(Stage):
    """A demonstration under test."""

    show: Show
    clock: Clock

    @property
    def demo(self) -> DemoScreen:
        """The one screen."""
        assert isinstance(self.app.screen, DemoScreen)
        return self.app.screen

    @property
    def full(self) -> str:
        """All that can be read of the criterion that is picked, where it scrolls too."""
        return "\n".join(strip.text.rstrip() for strip in self.demo.sides.behind.full.text)

    async def pass_time(self, beats: int) -> None:
        """Let the next beats come, as the timer would."""
        for _ in range(beats):
            self.clock.now += self.show.wait or 0
            self.demo.beat()
            await self.pilot.pause()

    async def touch_on(self, pane: Pane, name: str) -> None:
        """Touch a spot of a pane with the mouse."""
        spot = pane.spot(name)
        assert spot, f"no spot {name!r} on {pane.name}"
        assert pane.top <= spot.y < pane.top + pane.rows, f"{name} is out of sight"
        x = pane.column.margin + spot.x + spot.w // 2
        await self.pilot.click(offset=(x, pane.y + spot.y - pane.top))
        await self.pilot.pause()

    def check(self) -> None:
        """Check that what is shown is marked and whole, on both sides."""
        self.check_marked()
        width, split = self.demo.size.width, self.demo.sides.split
        widths = [strip.cell_length for strip in self.demo.canvas.strips]
        assert widths == [width] * self.demo.size.height
        if split:
            self.check_patient()
        if split < width:
            self.check_behind()

    @property
    def player(self) -> Pane:
        """Where the player's commands stand."""
        sides = self.demo.sides
        return sides.behind.commands if sides.abreast else sides.patient.commands

    def check_command(self, name: str, key: str, label: str) -> None:
        """Check that a command can be read: its key, and beside or right below it its label."""
        both = (self.demo.panes.commands, self.demo.sides.behind.commands)
        pane = next(pane for pane in both[: 1 + self.demo.sides.abreast] if pane.spot(name))
        spot = pane.spot(name)
        assert spot
        x, y = pane.column.margin + spot.x, pane.y + spot.y - pane.top
        rows = [row.crop(x, x + spot.w).text for row in self.demo.canvas.strips[y : y + spot.h]]
        assert " ".join(" ".join(rows).split()).removeprefix("> ") == f"{key} {label}"

    def check_marked(self) -> None:
        """Check that the first row says that this is a demonstration."""
        assert MARK in self.shown().splitlines()[0]

    def check_patient(self) -> None:
        """Check the patient's side like any visit."""
        panes = self.demo.panes
        assert sum(pane.rows for pane in panes.all) == self.demo.size.height
        for pane in (panes.header, panes.hint, panes.commands):
            assert pane.plan.height == pane.rows
        for spot in (*panes.answers.plan.spots, *panes.commands.plan.spots):
            self.check_spot(spot, panes.answers.column.width)

    def check_behind(self) -> None:
        """Check behind the scenes: every row taken, every line inside, every button whole."""
        side = self.demo.sides.behind
        assert sum(pane.rows for pane in side.panes) == self.demo.size.height
        assert side.commands.plan.height == side.commands.rows
        for spot in side.commands.plan.spots:
            self.check_spot(spot, side.commands.column.width)
        for pane in (side.head, side.place, side.full):
            room = pane.column.width
            assert all(len(strip.text.rstrip()) <= room for strip in pane.text)
        for spot in side.points.plan.spots:
            lines = written(side.points.points[spot.name], spot.w)
            assert len(lines) == spot.h
            assert all(cells(a + b) <= spot.w for a, b in lines)


@asynccontextmanager
async def demonstration(
    script: str = "", size: tuple[int, int] = (120, 40), language: str = "en"
) -> AsyncIterator[DemoStage]:
    """Run the demonstration, its clock standing still."""
    clock = Clock()
    show = Show(STAGE, language, clock)
    if script:
        show.begin(STAGE.wanted(script))
    app = DemoApp(show, settle=0)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.pause()
        yield DemoStage(app, pilot, show, clock)


@EVERY_WAY
async def test_every_screen_is_marked_and_whole(language: str, size: tuple[int, int]) -> None:
    async with demonstration("", size, language) as on:
        on.check()
        walk(on, "skin_only")


@pytest.mark.prove
@EVERY_WAY
@pytest.mark.parametrize("script", ["mother", "clearer", "private_reason"])
async def test_every_screen_of_a_whole_script_is_marked_and_whole(
    script: str, language: str, size: tuple[int, int]
) -> None:
    async with demonstration("", size, language) as on:
        walk(on, script)


def walk(on: DemoStage, script: str) -> None:
    """Step through a script, and look at both sides of each screen."""
    on.show.begin(STAGE.wanted(script))
    on.demo.refresh_page()
    for _ in as_long_as(lambda: not on.show.at_end):
        on.demo.do("step")
        on.check()
        if not on.demo.sides.abreast:
            on.demo.do("turn")
            on.check()
            on.demo.do("turn")


@EVERY_WAY
async def test_each_criterion_stands_on_the_staffs_side_once(
    language: str, size: tuple[int, int]
) -> None:
    async with demonstration("all_met", size, language) as on:
        await on.press("ctrl+e")
        side = on.demo.sides.behind
        names = [spot.name for spot in side.points.plan.spots]
        assert names == [POINT + each.id for each in STAGE.flow.criteria]
        shown = []
        for spot in side.points.plan.spots:
            side.points.mark(spot.name)
            on.demo.canvas.paint()
            shown.append(on.shown(side.points).count(f"{spot.name.removeprefix(POINT)} "))
        assert shown == [1] * len(names)


async def test_both_sides_stand_beside_each_other_where_they_fit() -> None:
    async with demonstration("half_a_year") as on:
        assert on.demo.sides.abreast
        shown = on.shown()
        assert "Who is answering?" in shown
        assert "Behind the scenes" in shown
        on.check_command("help", "F1", "Urgent help")
        on.check_command("play", "^P", "Pause")


@SMALL
async def test_one_side_at_a_time_where_both_do_not_fit(size: tuple[int, int]) -> None:
    async with demonstration("half_a_year", size) as on:
        assert "Behind the scenes" not in on.shown()
        await on.press("ctrl+e")
        assert "Behind the scenes" in on.shown()
        assert "Who is answering?" not in on.shown(on.demo.sides.behind.full)
        await on.touch_on(on.demo.sides.behind.commands, "turn")
        assert "Behind the scenes" not in on.shown()


async def test_it_plays_by_the_clock_and_the_findings_follow() -> None:
    async with demonstration("half_a_year") as on:
        for _ in as_long_as(lambda: on.show.page.name in ("voice", "notice", "age")):
            await on.pass_time(1)
        shown = on.shown(on.demo.sides.behind.points)
        assert "met" in next(line for line in shown.splitlines() if "I3a" in line)
        assert on.demo.sides.behind.points.picked == "point:I3a"
        assert "Protocol I3" in on.full


async def test_the_timer_plays_without_a_hand() -> None:
    async with demonstration("too_old") as on:
        on.clock.now += 1000
        await on.pilot.pause(0.1)
        on.demo.wait()
        await on.pilot.pause(0.1)
        assert on.show.shown or on.show.page.name != "voice"


@EVERY_LANGUAGE
async def test_a_typed_answer_is_seen_with_what_is_understood(language: str) -> None:
    async with demonstration("half_a_year", language=language) as on:
        for _ in as_long_as(lambda: not (on.show.page.name == "weight" and on.show.shown)):
            await on.pass_time(1)
        assert on.demo.text == ("137 lb" if language == "en" else "62公斤")
        assert "62" in on.shown(on.demo.panes.hint)


async def test_a_touched_answer_is_marked_before_it_is_said() -> None:
    async with demonstration("mother") as on:
        await on.pass_time(1)
        assert on.demo.panes.answers.at == "tile:caregiver"
        assert "> " in on.shown(on.demo.panes.answers)


@EVERY_SIZE
async def test_pause_play_and_speed_by_key(size: tuple[int, int]) -> None:
    async with demonstration("all_met", size) as on:
        await on.press("ctrl+p")
        assert on.show.mode == "paused"
        on.check_command("play", "^P", "Play")
        await on.press("ctrl+f", "ctrl+f", "ctrl+s", "ctrl+p")
        assert on.show.mode == "playing"
        assert on.show.pace == 3


@EVERY_SIZE
async def test_everything_by_mouse(size: tuple[int, int]) -> None:
    async with demonstration("", size) as on:
        await on.touch("tile:too_old")
        bar = on.player
        for name in ("play", "faster", "slower", "step", "step"):
            await on.touch_on(bar, name)
        assert on.show.page.name == "notice"
        await on.touch_on(bar, "take_over")
        assert on.show.mode == "by_hand"
        await on.touch("tile:agree")
        assert on.show.page.name == "age"
        await on.touch_on(on.player, "play")
        assert on.show.mode == "playing"
        on.check()


async def test_everything_by_keyboard() -> None:
    async with demonstration("", (80, 24)) as on:
        await on.press("4")
        assert on.show.script
        assert on.show.script.id == "mother"
        await on.press("ctrl+t", "2", "1")
        assert on.show.page.name == "age"
        await on.write("19")
        await on.press("enter", "ctrl+e", "down", "enter")
        assert on.demo.sides.behind.points.picked == f"point:{on.show.behind.points[1].id}"
        await on.press("ctrl+e", "ctrl+p", "ctrl+l", "f10")
        await on.pilot.pause()
        assert on.app._exit


async def test_typing_takes_over_and_turns_to_the_patients_side() -> None:
    async with demonstration("all_met", (80, 24)) as on:
        for _ in as_long_as(lambda: on.show.page.name != "age"):
            await on.pass_time(1)
        await on.press("ctrl+e", "6", "6")
        assert on.show.mode is Mode.BY_HAND
        assert on.demo.text == "66"
        await on.pass_time(3)
        assert on.show.page.name == "age"
        await on.press("enter")
        assert on.show.behind.state == "not_this_study"


async def test_a_criterion_is_picked_by_touch_and_read_in_full() -> None:
    async with demonstration("all_met") as on:
        await on.touch_on(on.demo.sides.behind.points, "point:E10")
        assert "Not pregnant and not breast-feeding." in on.full
        assert "Pregnancy or lactation in females." in on.full
        assert "Who can settle it: the study team" in on.full
        assert on.show.mode is Mode.PLAYING


async def test_tab_reaches_the_criteria() -> None:
    async with demonstration("all_met") as on:
        await on.press("ctrl+p", "tab", "tab", "tab")
        assert on.demo.where.pane is on.demo.sides.behind.points
        await on.press("down", "enter")
        assert on.demo.sides.behind.points.picked == f"point:{on.show.behind.points[1].id}"


async def test_the_criterion_that_decided_is_read_in_full_at_the_end() -> None:
    async with demonstration("ivig_lately") as on:
        play_to_end(on.show, on.clock)
        on.demo.refresh_page()
        assert on.demo.sides.behind.points.picked == "point:E4a"
        assert "Not met. It may be met from 9 April 2027." in on.full


async def test_the_language_changes_on_both_sides() -> None:
    async with demonstration("all_met") as on:
        await on.press("f2")
        assert "幕后" in on.shown()
        assert on.show.mode is Mode.PLAYING
        on.check_marked()


@pytest.mark.parametrize("size", [(1, 1), (46, 5), (100, 8)])
async def test_no_size_breaks_it(size: tuple[int, int]) -> None:
    async with demonstration("all_met", size) as on:
        for _ in range(6):
            on.demo.do("step")
        on.demo.do("turn")
        await on.pilot.resize_terminal(80, 24)
        await on.pilot.pause()
        on.check()


async def test_a_script_plays_on_though_nobody_touches_the_screen() -> None:
    async with demonstration("all_met") as on:
        on.demo.idle.watch = gone()
        on.demo.look()
        await on.press("ctrl+n")
        assert on.show.mode is Mode.PAUSED
        assert on.show.shown
        on.check()


async def test_answers_given_by_hand_and_left_are_erased() -> None:
    async with demonstration("all_met") as on:
        await on.press("ctrl+t", "1", "1")
        on.demo.idle.watch = gone()
        on.demo.look()
        assert on.show.mode is Mode.CHOOSING
        assert on.show.page.name == "scripts"


def gone() -> Watch:
    """A watch of a screen that nobody has touched for long."""
    seconds = iter((0.0, *[HOME.end + 1] * 9))
    return Watch(HOME, lambda: next(seconds))


@EVERY_SIZE
async def test_dark_colours_leave_the_band(size: tuple[int, int]) -> None:
    async with demonstration("all_met", size) as on:
        await on.press("f7")
        assert on.show.page.display.dark
        assert on.demo.panes.header.ink.ground == on.demo.sides.behind.head.ink.ground == DARK.warm
        on.check()


async def test_a_hidden_screen_hides_and_comes_back() -> None:
    async with demonstration("all_met") as on:
        for _ in as_long_as(lambda: on.show.page.name != "lupus"):
            await on.pass_time(1)
        await on.press("f8")
        assert on.show.page.cover
        assert on.show.wait is None
        on.check()
        await on.press("f8", "ctrl+p")
        assert on.show.mode is Mode.PLAYING


@EVERY_LANGUAGE
async def test_whoever_takes_over_is_told_not_to_type_a_real_persons_answers(language: str) -> None:
    told = {"en": "Do not type a real person's answers.", "zh_CN": "请不要输入真人的情况。"}
    async with demonstration("all_met", language=language) as on:
        await on.press("ctrl+t")
        shown = " ".join(strip.text.strip() for strip in on.demo.sides.behind.commands.text)
        assert told[language] in shown
        on.check()


@SMALL
@EVERY_LANGUAGE
async def test_the_band_warns_whoever_answers_where_the_staffs_side_is_out_of_sight(
    language: str, size: tuple[int, int]
) -> None:
    told = {"en": "Do not type a real person's answers.", "zh_CN": "请不要输入真人的情况。"}
    async with demonstration("all_met", size, language) as on:
        assert told[language] not in on.shown()
        await on.press("ctrl+t", "1", "1")
        assert on.shown().splitlines()[1].strip() == told[language]
        await on.press("ctrl+e")
        assert told[language] in on.shown()
        on.check()


async def test_the_mark_stays_where_the_progress_has_no_room_beside_it() -> None:
    async with demonstration("all_met", (34, 13)) as on:
        for _ in as_long_as(lambda: on.show.page.name != "lupus"):
            await on.pass_time(1)
        assert on.show.page.progress
        on.check_marked()


@EVERY_WAY
async def test_all_that_the_player_does_can_be_touched(
    language: str, size: tuple[int, int]
) -> None:
    async with demonstration("all_met", size, language) as on:
        on.demo.do("step")
        on.demo.do("step")
        for mode in ("play", "take_over"):
            on.demo.do(mode)
            wanted = {each.id for each in on.show.page.commands if each.id in PLAYER}
            bar = on.player
            found = {spot.name for spot in bar.targets}
            if bar.spot(MORE):
                await on.touch_on(bar, MORE)
                found |= {spot.name for spot in on.demo.panes.answers.targets}
            assert wanted - found == ({TURN} if on.demo.sides.abreast else set())


async def test_a_command_that_has_no_room_is_touched_below_more() -> None:
    async with demonstration("all_met", (80, 24)) as on:
        await on.press("ctrl+n", "ctrl+n")
        await on.touch_on(on.demo.panes.commands, MORE)
        await on.touch("others")
        assert on.show.mode is Mode.CHOOSING


async def test_the_script_waits_while_all_commands_are_shown() -> None:
    async with demonstration("all_met", (80, 24)) as on:
        await on.touch_on(on.demo.panes.commands, MORE)
        assert on.demo.timer is None
        await on.press("escape")
        assert on.demo.timer is not None
        assert on.show.mode is Mode.PLAYING


async def test_the_patients_list_of_commands_has_none_of_the_players_beside_the_staffs_side() -> (
    None
):
    async with demonstration("all_met") as on:
        for _ in as_long_as(lambda: on.show.page.name != "lupus"):
            await on.pass_time(1)
        await on.touch_on(on.demo.panes.commands, MORE)
        names = {spot.name for spot in on.demo.panes.answers.targets}
        assert "help" in names
        assert not names & {*PLAYER}


async def test_tab_reaches_the_players_commands() -> None:
    async with demonstration("all_met") as on:
        await on.press("ctrl+p", "shift+tab")
        assert on.demo.where.pane is on.demo.sides.behind.commands
        await on.press("enter")
        assert on.show.mode is Mode.CHOOSING


@EVERY_LANGUAGE
async def test_a_long_page_scrolls_by_itself_as_it_is_read(language: str) -> None:
    async with demonstration("all_met", (46, 13), language) as on:
        await on.press("ctrl+n", "ctrl+n", "ctrl+p")
        talk = on.demo.panes.conversation
        seen = [talk.top]
        for _ in as_long_as(lambda: not on.show.shown):
            on.clock.now += (on.show.wait or 0) / (on.demo.screenfuls_left + 1)
            on.demo.beat()
            seen.append(talk.top)
        assert seen[0] == 0
        assert seen[-1] + talk.rows >= len(talk.text)
        steps = [after - before for before, after in pairwise(seen[:-1])]
        assert len(steps) > 2
        assert all(0 < step < talk.rows for step in steps)


async def test_a_page_stays_where_it_was_read_when_the_script_pauses() -> None:
    async with demonstration("all_met", (46, 13)) as on:
        await on.press("ctrl+n", "ctrl+n", "pagedown")
        top = on.demo.panes.conversation.top
        assert top
        await on.press("ctrl+p", "ctrl+f", "ctrl+p")
        assert on.demo.panes.conversation.top == top


@pytest.mark.parametrize("keys", [(), ("ctrl+t",)], ids=["at once", "after taking over"])
async def test_what_the_script_was_about_to_say_is_not_typed_on(keys: tuple[str, ...]) -> None:
    async with demonstration("all_met") as on:
        for _ in as_long_as(lambda: not (on.show.page.name == "age" and on.show.shown)):
            await on.pass_time(1)
        assert on.demo.text == "34"
        await on.press(*keys, "5", "2", "enter")
        assert on.show.mode is Mode.BY_HAND
        assert on.show.page.turns[-1].answered == "52 years old"
