"""The Textual app: one screen, two themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prescreen.tui.palette import DARK, LIGHT, theme
from prescreen.tui.screen import SETTLE, VisitScreen
from prescreen.tui.terminal import CalmApp, TerminalDriver

if TYPE_CHECKING:
    from prescreen.visit import Visit


class VisitApp(CalmApp, inherit_bindings=False):
    """Shows a visit in the terminal."""

    CSS_PATH = ["styles/screen.tcss", "styles/field.tcss"]

    def __init__(self, visit: Visit, *, dark: bool = False, settle: float = SETTLE) -> None:
        super().__init__(driver_class=TerminalDriver)
        self.visit = visit
        self.settle = settle
        self.palette = DARK if dark else LIGHT
        self.animation_level = "none"
        self.register_theme(theme(self.palette))
        self.theme = self.palette.name

    def get_default_screen(self) -> VisitScreen:
        """Return the one screen."""
        return VisitScreen(self.visit, self.palette, self.settle)
