"""The demonstration on the screen: the patient's side as it is, and beside it the staff's."""

from __future__ import annotations

from dataclasses import replace

from rich.segment import Segment
from textual import on
from textual.geometry import Size
from textual.strip import Strip
from textual.timer import Timer
from textual.widgets import Input

from prescreen.demo.commands import (
    BY_PERSON,
    FASTER,
    OTHERS,
    PLAY,
    PLAYER,
    SLOWER,
    STEP,
    TAKE_OVER,
    TURN,
    Mode,
)
from prescreen.demo.show import Show
from prescreen.dialog.answers import AND
from prescreen.page.model import Command, Page
from prescreen.page.parts import HELP, SWITCH
from prescreen.patience import HOME, Stage, Watch
from prescreen.tui.app import VisitApp
from prescreen.tui.bar import FIRST, MORE, bar_plan
from prescreen.tui.field import Field
from prescreen.tui.frame import Column
from prescreen.tui.hands import Hand, MenuHand, TickHand
from prescreen.tui.held import Held
from prescreen.tui.palette import Palette
from prescreen.tui.pane import Pane
from prescreen.tui.screen import SETTLE, VisitScreen
from prescreen.tui.side import Side, TwoSides, band
from prescreen.tui.spots import Plan
from prescreen.typeset import lines

ABREAST = 100
PLAYED = (PLAY, STEP, TURN, TAKE_OVER, SLOWER, FASTER, SWITCH)
TAKEN = (HELP, PLAY, TURN, *FIRST)
"""What stays in sight the longest while a script plays, and while a person answers."""
SOONEST = 0.02


def run(show: Show) -> int:
    """Show the demonstration until it ends; the exit code is 0 unless something went wrong."""
    app = DemoApp(show)
    app.run()
    return app.return_code or 0


class DemoApp(VisitApp, inherit_bindings=False):
    """Shows a demonstration in the terminal."""

    def __init__(self, show: Show, *, settle: float = SETTLE) -> None:
        super().__init__(show, settle=settle)
        self.show = show

    def get_default_screen(self) -> DemoScreen:
        """Return the one screen."""
        return DemoScreen(self.show, self.held)


class DemoScreen(VisitScreen, inherit_bindings=False):
    """The patient's screen, played by a script, with the staff's side beside it."""

    def __init__(self, show: Show, held: Held) -> None:
        super().__init__(show, Watch(HOME), held)
        self.show = show
        self.side = Side(self.palette)
        self.head.ink = band(self.palette)
        self.board = TwoSides(self.board.panes, self.side.panes, self.desk)
        self.turned_over = False
        self.warning = ""
        self.timer: Timer | None = None

    def look(self) -> None:
        """Erase what a person has answered by hand and left; a script plays on untouched."""
        left = self.presence.stage is not Stage.SHOWN
        if left or self.show.mode not in BY_PERSON:
            self.presence = Watch(HOME)
        if left and self.show.mode in BY_PERSON:
            self.do(OTHERS)

    def paint_with(self, palette: Palette) -> None:
        """Take other colours; the band keeps its own."""
        super().paint_with(palette)
        self.head.ink = self.side.head.ink = band(palette)

    # ---- both sides ---------------------------------------------------------------------------

    @property
    def abreast(self) -> bool:
        """Whether both sides stand beside each other."""
        return self.size.width >= ABREAST and self.show.mode is not Mode.CHOOSING

    @property
    def split(self) -> int:
        """How many columns the patient's side has."""
        if self.abreast:
            return self.size.width * 9 // 16
        return 0 if self.turned_over else self.size.width

    @property
    def room(self) -> Size:
        """The part of the screen that the page has, or would have."""
        return Size(self.split or self.size.width, self.size.height)

    def lay_out(self, page: Page, hand: Hand, hint: str | None, *, anchor: bool) -> None:
        """Show the page, and beside it or in its place the staff's side."""
        board = self.board
        assert isinstance(board, TwoSides)
        board.split = self.split
        staff = self.show.staff
        self.side.follow(staff)
        self.warning = "" if self.abreast else staff.warning
        if self.split < self.size.width:
            margin = self.split + 1
            column = Column(margin, max(self.size.width - margin - 1, 2))
            commands = self._on_bar(page, staff=True)
            self.side.lay_out(staff, commands, column, self.size.height)
        commands = self._on_bar(page, staff=False)
        super().lay_out(replace(page, commands=commands), hand, hint, anchor=anchor)

    def _on_bar(self, page: Page, *, staff: bool) -> tuple[Command, ...]:
        """The commands that are drawn on one side."""
        player = tuple(each for each in page.commands if each.id in PLAYER)
        others = tuple(each for each in page.commands if each.id not in PLAYER)
        if self.abreast:
            return tuple(each for each in player if each.id != TURN) if staff else others
        if staff:
            turn = self.show.staff.turn
            return tuple(replace(e, label=turn) if e.id == TURN else e for e in player)
        if self.show.mode in (Mode.PLAYING, Mode.PAUSED):
            return (*(each for each in others if each.id == SWITCH), *player)
        return page.commands

    def head_strips(self, page: Page, width: int, roomy: bool) -> list[Strip]:
        """Return the band; it warns whoever answers where no staff's side does."""
        style = self.head.ink.quiet()
        warning = lines(self.warning, width) if self.warning else []
        said = [Strip([Segment(line, style)]) for line in warning]
        return [*super().head_strips(page, width, roomy), *said]

    def commands_plan(self, page: Page, width: int, roomy: bool) -> Plan:
        """Return how the commands stand; low ones have a second rank while a script plays."""
        if self.abreast or self.show.mode is Mode.CHOOSING:
            return super().commands_plan(page, width, roomy)
        by_person = self.show.mode in BY_PERSON
        first, most = (TAKEN, 1) if by_person else (PLAYED, 1 if roomy else 2)
        return bar_plan(page.commands, page.more, width, roomy, first=first, most=most)

    def _place_field(self, shown: bool, roomy: bool) -> None:
        super()._place_field(shown and self.split > 0, roomy)

    # ---- the player ---------------------------------------------------------------------------

    def _take_up(self, page: Page, before: Page | None) -> None:
        if self.show.mode is Mode.CHOOSING:
            self.turned_over = False
        same = before is not None and replace(before, commands=page.commands) == page
        read = self.talk.top
        super()._take_up(page, before)
        if same:
            self.board.roll(self.talk, read - self.talk.top)
        self._show_line()
        self._wait()

    def _wait(self) -> None:
        """Wait for the next beat, if one comes, or until what is in sight is read."""
        if self.timer:
            self.timer.stop()
        seconds = None if self.menu else self.show.wait
        if seconds is None:
            self.timer = None
        else:
            seconds /= 1 + self._unread
            self.timer = self.set_timer(max(seconds, SOONEST), self.beat)

    @property
    def _screenful(self) -> int:
        return max(self.talk.rows - 1, 1)

    @property
    def _unread(self) -> int:
        """How many times a text that is read has to be scrolled."""
        below = len(self.talk.text) - self.talk.top - self.talk.rows
        return 0 if self.show.shown else -(-max(below, 0) // self._screenful)

    def beat(self) -> None:
        """Play the beat that is due; before it, scroll on in a long text."""
        if not self.show.tick():
            if self._unread:
                self.board.roll(self.talk, self._screenful)
            self._wait()
        elif self.show.shown:
            self._lay_out()
            self._show_line()
            self._wait()
        else:
            self.refresh_page()

    def _show_line(self) -> None:
        """Show on the page what is about to be said."""
        line = self.show.shown
        if line is None:
            return
        ticks = {f"tile:{each}" for each in line.text.split(AND)}
        holder = next(
            (pane for pane in (self.desk, self.talk) if pane.spot(f"tile:{line.text}")), None
        )
        if line.command:
            self.go_to(self.bar, line.command)
        elif holder:
            self.go_to(holder, f"tile:{line.text}")
        elif isinstance(self.hand, TickHand) and all(map(self.desk.spot, ticks)):
            self.hand.ticked = set(line.text.split(AND))
            self._answer_changed()
            self.go_to(self.desk, "done")
        else:
            self._open_line(line.text)

    def _open_line(self, text: str) -> None:
        field = self.make_field()
        self.typing = True
        self._write(text)
        self._lay_out()
        self.go_to(field)

    # ---- what the person does -----------------------------------------------------------------

    def do(self, command: str) -> None:
        """Carry out a command, or turn to the other side."""
        if command != TURN:
            if command == TAKE_OVER and self.show.shown:
                self._write("")
            super().do(command)
        elif self.show.mode is not Mode.CHOOSING:
            self.turned_over = not self.turned_over
            self._turn()

    def _turn(self) -> None:
        self._lay_out()
        self.go_to(self.field if self.typing else self.desk)
        self._show_line()

    def go_to(self, place: Pane | Field | None, name: str | None = None) -> None:
        """Move the focus, on the staff's side alone to its criteria."""
        if self.split or place is self.side.points:
            super().go_to(place, name)
        else:
            super().go_to(self.side.points, self.side.points.picked)

    @on(Input.Changed)
    def _typed_by_hand(self) -> None:
        """Give the word to the person who types."""
        if self.show.mode in (Mode.PLAYING, Mode.PAUSED):
            scripted = self.show.shown.text if self.show.shown else ""
            self.show.take_over()
            self._write(self.text.removeprefix(scripted))
            self.page = self.show.page
            self._lay_out()
            self._wait()

    def _press(self, pane: Pane, name: str) -> None:
        if pane is self.side.bar:
            self.do(name)
        elif pane is self.bar and name == MORE and self.abreast:
            self._show_menu(MenuHand(self._on_bar(self.page, staff=False), self.page.less))
        elif pane is self.side.points:
            self.side.points.picked = name
            self._lay_out()
        else:
            super()._press(pane, name)

    def _character(self, character: str) -> None:
        if self.turned_over:
            self.turned_over = False
            self._turn()
        super()._character(character)

    def _show_menu(self, menu: MenuHand | None) -> None:
        """Show all commands, and wait while they are shown."""
        super()._show_menu(menu)
        self._wait()

    def edge(self, pane: Pane, upward: bool) -> None:
        """Stay where the staff's side ends; there is no field above it."""
        if pane not in self.side.panes:
            super().edge(pane, upward)

    def stops(self) -> list[tuple[Pane | Field | None, str]]:
        """What Tab goes through on the sides that are shown."""
        found = super().stops() if self.split else []
        if self.split == self.size.width:
            return found
        commands = [stop for stop in found if stop[0] is self.bar]
        answers = [stop for stop in found if stop[0] is not self.bar]
        points = [(self.side.points, spot.name) for spot in self.side.points.targets[:1]]
        player = [(self.side.bar, spot.name) for spot in self.side.bar.targets]
        return [*answers, *points, *commands, *player]
