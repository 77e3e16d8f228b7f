"""The Textual app: one screen, two themes."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from textual import events

from prescreen.files.errors import FileError
from prescreen.system.idle import HOME, IdleTimes, Watch
from prescreen.tui.controls.key_repeat import KeyRepeat
from prescreen.tui.idle_screen import Idle
from prescreen.tui.layout.palette import DARK, LIGHT, Palette, theme
from prescreen.tui.layout.panes import Panes
from prescreen.tui.screen import VisitScreen
from prescreen.tui.terminal.driver import CalmApp, TerminalDriver, shows_chinese
from prescreen.tui.terminal.pulse import Pulse

if TYPE_CHECKING:
    from prescreen.session.interface import VisitInterface


SETTLE = 0.4
"""Seconds within which a key that comes again is held down, and a touch was meant for before."""
PAINTED = 0.02
"""Seconds that the first frame is given to be written before the event loop is busy loading."""


class VisitApp(CalmApp, inherit_bindings=False):
    """Shows a visit in the terminal."""

    CSS = "VisitScreen { overflow: hidden; } #canvas { width: 100%; height: 100%; }"

    def __init__(
        self,
        visit: VisitInterface,
        idle_times: IdleTimes = HOME,
        *,
        settle: float = SETTLE,
        clock: Callable[[], float] = monotonic,
        rests: bool = False,
        pulse: int | None = None,
    ) -> None:
        super().__init__(driver_class=TerminalDriver)
        self.visit = visit
        self.idle = Idle(Watch(idle_times), visit, rests=rests)
        self.repeat = KeyRepeat(settle, clock)
        self.pulse = pulse
        self.unreadable: FileError | None = None
        self.whole = False
        self.front_since = float("-inf")
        self.animation_level = "none"
        for palette in (LIGHT, DARK):
            self.register_theme(theme(palette))
        self.theme = self.styled = self.palette.name
        self.stylesheet.set_variables(self.get_css_variables())

    @property
    def palette(self) -> Palette:
        """The colours to begin with."""
        return DARK if self.visit.page.display.dark else LIGHT

    def refresh_css(self, animate: bool = True) -> None:
        """Read the styles anew only in other colours; Textual would do so for the first page."""
        if self.styled != self.theme:
            self.styled = self.theme
            super().refresh_css(animate)

    @property
    def sign(self) -> str:
        """What stands beside a question: a cell that is coloured, or a sign without colours."""
        return "|" if self.no_color else " "

    async def on_event(self, event: events.Event) -> None:
        """Notice that somebody is there; what only wakes the screen does nothing else.

        Nor does the click that brings the window to the front.
        """
        if isinstance(event, events.AppFocus):
            self._come_to_the_front()
            return
        if isinstance(event, (events.InputEvent, events.Paste)):
            screen = self.screen
            if isinstance(screen, VisitScreen) and not screen.heeds(event):
                return
        if not (isinstance(event, events.MouseDown) and self._just_come):
            await super().on_event(event)

    def _come_to_the_front(self) -> None:
        self.front_since = self.repeat.clock()
        if isinstance(self.screen, VisitScreen):
            self.screen.canvas.let_go()

    @property
    def _just_come(self) -> bool:
        return self.repeat.clock() - self.front_since < self.repeat.settle

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """Say so where the terminal can't show Chinese."""
        if not shows_chinese(event):
            assert isinstance(self.screen, VisitScreen)
            self.screen.without_chinese()

    def on_ready(self) -> None:
        """Let the first page reach the terminal, then load what it did without."""
        self.call_after_refresh(self.set_timer, PAINTED, self.load_the_rest)
        if self.pulse is not None and isinstance(self._driver, TerminalDriver):
            Pulse(self.pulse, self._driver.answered, lambda: self.whole).start(self)

    def load_the_rest(self) -> None:
        """Load what the first page did without; end where it can't be read."""
        try:
            self.visit.settle()
            self.whole = True
        except FileError as error:
            self.unreadable = error
            self.exit()

    def get_default_screen(self) -> VisitScreen:
        """Return the one screen."""
        return VisitScreen(self.visit, self.idle, self.repeat, Panes(self.palette, sign=self.sign))
