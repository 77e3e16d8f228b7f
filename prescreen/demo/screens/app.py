"""The demonstration on the screen: the patient's side as it is, and beside it the staff's."""

from __future__ import annotations

from dataclasses import replace

from textual.timer import Timer

from prescreen.demo.commands import (
    BY_PERSON,
    OTHERS,
    TAKE_OVER,
    TURN,
    Mode,
)
from prescreen.demo.screens.sides import SidesScreen
from prescreen.demo.show import Show
from prescreen.dialog.answers import AND
from prescreen.page.model import Page
from prescreen.system.idle import HOME, IdleStage, Watch
from prescreen.tui.app import VisitApp
from prescreen.tui.controls.hands import MenuHand, TickHand
from prescreen.tui.controls.key_repeat import Held
from prescreen.tui.layout.bar import MORE
from prescreen.tui.layout.pane import Pane
from prescreen.tui.screen import SETTLE

SOONEST = 0.02


def run(show: Show) -> int:
    """Show the demonstration until it ends; the exit code is 0 unless something went wrong."""
    from prescreen.system.signals import ends_at
    from prescreen.tui.terminal.driver import ENDS, RESTORED

    app = DemoApp(show)
    with ends_at(ENDS, RESTORED):
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


class DemoScreen(SidesScreen, inherit_bindings=False):
    """The patient's screen, played by a script, with the staff's side beside it."""

    def __init__(self, show: Show, held: Held) -> None:
        super().__init__(show, held)
        self.timer: Timer | None = None

    def look(self) -> None:
        """Erase what a person has answered by hand and left; a script plays on untouched."""
        left = self.presence.stage is not IdleStage.SHOWN
        if left or self.show.mode not in BY_PERSON:
            self.presence = Watch(HOME)
        if left and self.show.mode in BY_PERSON:
            self.do(OTHERS)

    # ---- the player ---------------------------------------------------------------------------

    def _take_up(self, page: Page, before: Page | None) -> None:
        if self.show.mode is Mode.CHOOSING:
            self.turned_over = False
            self.forget()
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
            seconds /= 1 + self.unread
            self.timer = self.set_timer(max(seconds, SOONEST), self.beat)

    @property
    def _screenful(self) -> int:
        return max(self.talk.rows - 1, 1)

    @property
    def unread(self) -> int:
        """How many times a text that is read has to be scrolled."""
        below = len(self.talk.text) - self.talk.top - self.talk.rows
        return 0 if self.show.shown else -(-max(below, 0) // self._screenful)

    def beat(self) -> None:
        """Play the beat that is due; before it, scroll on in a long text."""
        if not self.show.tick():
            if self.unread:
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
        self.typing = True
        self.field.write(text)
        self._lay_out()
        self.go_to(self.field)

    # ---- what the person does -----------------------------------------------------------------

    def do(self, command: str) -> None:
        """Carry out a command, or turn to the other side."""
        if command != TURN:
            if command == TAKE_OVER and self.show.shown:
                self.field.write("")
            super().do(command)
        elif self.show.mode is not Mode.CHOOSING:
            self.turned_over = not self.turned_over
            self._turn()

    def _turn(self) -> None:
        self._lay_out()
        self.go_to(self.field if self.typing else self.desk)
        self._show_line()

    def typed(self) -> None:
        """Give the word to the person who types."""
        if self.show.mode in (Mode.PLAYING, Mode.PAUSED):
            scripted = self.show.shown.text if self.show.shown else ""
            self.show.take_over()
            self.field.write(self.text.removeprefix(scripted))
            self.page = self.show.page
            self._lay_out()
            self._wait()
        super().typed()

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
