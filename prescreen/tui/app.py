"""The Textual app: one screen, two themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prescreen.errors import FileError
from prescreen.tui.palette import DARK, LIGHT, theme
from prescreen.tui.pulse import Pulse
from prescreen.tui.screen import SETTLE, VisitScreen
from prescreen.tui.terminal import CalmApp, TerminalDriver

if TYPE_CHECKING:
    from prescreen.visitor import Visitor


PAINTED = 0.02
"""Seconds that the first frame is given to be written before the event loop is busy loading."""


class VisitApp(CalmApp, inherit_bindings=False):
    """Shows a visit in the terminal."""

    CSS_PATH = ["styles/screen.tcss", "styles/field.tcss"]

    def __init__(self, visit: Visitor, *, dark: bool = False, settle: float = SETTLE, pulse: int | None = None) -> None:
        super().__init__(driver_class=TerminalDriver)
        self.visit = visit
        self.settle = settle
        self.pulse = pulse
        self.unreadable: FileError | None = None
        self.palette = DARK if dark else LIGHT
        self.animation_level = "none"
        self.register_theme(theme(self.palette))
        self.theme = self.palette.name

    def on_ready(self) -> None:
        """Let the first page reach the terminal, then load what it did without."""
        self.set_timer(PAINTED, self.load_the_rest)
        if self.pulse is not None and isinstance(self._driver, TerminalDriver):
            Pulse(self.pulse, self._driver.drained).start(self)

    def load_the_rest(self) -> None:
        """Load what the first page did without; end where it can't be read."""
        try:
            self.visit.settle()
        except FileError as error:
            self.unreadable = error
            self.exit()

    def get_default_screen(self) -> VisitScreen:
        """Return the one screen."""
        return VisitScreen(self.visit, self.palette, self.settle)
