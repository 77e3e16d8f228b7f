"""The demonstration on the screen: the patient's side, and what is behind the scenes."""

from __future__ import annotations

from dataclasses import replace

from textual.timer import Timer

from prescreen.demo.player import ANSWERED_BY_PERSON, OTHERS, TAKE_OVER, TURN, Mode
from prescreen.demo.screens.sides import Sides
from prescreen.demo.show import Show
from prescreen.dialog.answer_ids import AND
from prescreen.page.model import Command, Page
from prescreen.system.idle import HOME, IdleStage, Watch
from prescreen.tui.app import SETTLE, VisitApp
from prescreen.tui.controls.key_repeat import KeyRepeat
from prescreen.tui.controls.tiles import TickTiles
from prescreen.tui.idle_screen import Idle, Seen
from prescreen.tui.layout.pane import Pane
from prescreen.tui.screen import VisitScreen

SOONEST = 0.02


def run_demo(show: Show) -> int:
    """Show the demonstration until it ends; the exit code is 0 unless something went wrong."""
    from prescreen.system.signals import ends_at
    from prescreen.tui.terminal.driver import END_SIGNALS, RESTORED

    app = DemoApp(show)
    with ends_at(END_SIGNALS, RESTORED):
        app.run()
    return app.return_code or 0


class DemoApp(VisitApp, inherit_bindings=False):
    """Shows a demonstration in the terminal."""

    def __init__(self, show: Show, *, settle: float = SETTLE) -> None:
        super().__init__(show, settle=settle)
        self.show = show

    def get_default_screen(self) -> DemoScreen:
        """Return the one screen."""
        return DemoScreen(self.show, self.repeat, Sides(self.show, self.palette, self.sign))


class DemoIdle(Idle):
    """Covers nothing: what a person has answered by hand and left is erased, a script plays on."""

    def __init__(self, show: Show) -> None:
        super().__init__(Watch(HOME), show)
        self._show = show

    def look(self, page: Page) -> Seen:
        """Go back to the scripts, if somebody has left."""
        left = self.watch.stage is not IdleStage.SHOWN
        by_person = self._show.mode in ANSWERED_BY_PERSON
        if left or not by_person:
            self.watch = Watch(HOME)
        if not left or not by_person:
            return Seen.NOTHING
        self._show.do(OTHERS)
        return Seen.CHANGED


class DemoScreen(VisitScreen, inherit_bindings=False):
    """The patient's screen, played by a script, with the side behind the scenes beside it.

    A screen of its own, because Textual tells only a screen of keys and of time.
    """

    def __init__(self, show: Show, repeat: KeyRepeat, sides: Sides) -> None:
        super().__init__(show, DemoIdle(show), repeat, sides.patient, sides)
        self.show = show
        self.sides = sides
        self.timer: Timer | None = None

    # ---- the player ---------------------------------------------------------------------------

    def take_up(self, page: Page, before: Page | None) -> None:
        """Show a page after another one, and play on."""
        if self.show.mode is Mode.CHOOSING:
            self.sides.turned_over = False
            self.forget()
        same = before is not None and replace(before, commands=page.commands) == page
        read = self.panes.conversation.top
        super().take_up(page, before)
        if same:
            self.roll(read - self.panes.conversation.top)
        self._show_line()
        self.wait()

    def wait(self) -> None:
        """Wait for the next beat, if one comes, or until what is in sight is read."""
        if self.timer:
            self.timer.stop()
        seconds = None if self.answering.menu else self.show.wait
        if seconds is None:
            self.timer = None
        else:
            seconds /= 1 + self.screenfuls_left
            self.timer = self.set_timer(max(seconds, SOONEST), self.beat)

    @property
    def _screenful(self) -> int:
        return max(self.panes.conversation.rows - 1, 1)

    @property
    def screenfuls_left(self) -> int:
        """How many times a text that is read has to be scrolled."""
        pane = self.panes.conversation
        below = len(pane.text) - pane.top - pane.rows
        return 0 if self.show.shown else -(-max(below, 0) // self._screenful)

    def beat(self) -> None:
        """Play the beat that is due; before it, scroll on in a long text."""
        if not self.show.tick():
            if self.screenfuls_left:
                self.roll(self._screenful)
            self.wait()
        elif self.show.shown:
            self.lay_out()
            self._show_line()
            self.wait()
        else:
            self.refresh_page()

    def _show_line(self) -> None:
        """Show on the page what is about to be said."""
        line = self.show.shown
        if line is None:
            return
        ticks = {f"tile:{each}" for each in line.text.split(AND)}
        answers, tiles = self.panes.answers, self.answering.tiles
        if line.command:
            self.input.go_to(self.panes.commands, line.command)
        elif pane := self.panes.holder(f"tile:{line.text}"):
            self.input.go_to(pane, f"tile:{line.text}")
        elif isinstance(tiles, TickTiles) and all(map(answers.spot, ticks)):
            tiles.ticked = set(line.text.split(AND))
            self.input.answer_changed()
            self.input.go_to(answers, "done")
        else:
            self.answering.write(line.text)
            self.lay_out()
            self.input.go_to(self.panes.field)

    # ---- what the person does -----------------------------------------------------------------

    def do(self, command: str) -> None:
        """Carry out a command, or turn to the other side."""
        if command != TURN:
            if command == TAKE_OVER and self.show.shown:
                self.panes.field.write("")
            super().do(command)
        elif self.show.mode is not Mode.CHOOSING:
            self._turn(over=not self.sides.turned_over)

    def _turn(self, *, over: bool) -> None:
        self.sides.turned_over = over
        self.lay_out()
        self.input.go_to(self.panes.field if self.answering.typing else self.panes.answers)
        self._show_line()

    def typing(self) -> None:
        """Turn to the side on which the text is typed."""
        if self.sides.turned_over:
            self._turn(over=False)

    def typed(self) -> None:
        """Give the word to the person who types."""
        if self.show.mode in (Mode.PLAYING, Mode.PAUSED):
            scripted = self.show.shown.text if self.show.shown else ""
            self.show.take_over()
            self.panes.field.write(self.text.removeprefix(scripted))
            self.page = self.show.page
            self.lay_out()
            self.wait()

    def press_aside(self, pane: Pane, name: str) -> None:
        """Take one of the player's commands, or show a criterion in full."""
        if pane is self.sides.behind.commands:
            self.do(name)
        elif pane is self.sides.behind.points:
            self.sides.behind.points.picked = name
            self.lay_out()

    @property
    def listed(self) -> tuple[Command, ...]:
        """The commands to be listed where the line below has no room for them."""
        return self.sides.listed(self.page)

    def answers_turned(self) -> None:
        """Wait while all commands are shown."""
        self.wait()
