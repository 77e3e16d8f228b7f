"""Whether somebody is there: a screen that nobody touches is hidden, then warns, then ends."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual import events

from prescreen.dialog.states import OPENING
from prescreen.page.model import Page
from prescreen.page.parts import MORE_TIME
from prescreen.system.idle import IdleStage, Watch
from prescreen.tui.focus import Focused

if TYPE_CHECKING:
    from prescreen.session.visitor import Visitor

LOOK = 0.5
"""Seconds from one look to the next whether somebody is there."""


class Attended(Focused, inherit_bindings=False):
    """A screen that knows how long nobody has touched it."""

    visit: Visitor
    presence: Watch
    page: Page
    first: Page
    rests: bool
    away = False

    @abstractmethod
    def refresh_page(self) -> None:
        """Show what the visit shows now."""

    def end(self, last_words: str) -> None:
        """Leave the screen, with a last sentence on the terminal."""
        self.app.exit(last_words, return_code=0)

    def without_chinese(self) -> None:
        """Say that this terminal can't show Chinese."""
        self.visit.without_chinese()
        self.refresh_page()

    def look(self) -> None:
        """Hide, warn or end a screen that nobody touches; write nothing while nothing changes."""
        if self.rests and self.page == self.first:
            self.presence.touched()
        stage = self.presence.stage
        if stage is IdleStage.ENDED:
            self.end(self.visit.expire())
        elif stage is IdleStage.WARNED:
            self._lay_cover(self.presence.left)
        elif stage is IdleStage.HIDDEN and not self.away and self.page.name not in OPENING:
            self._lay_cover(0)

    def _lay_cover(self, left: int) -> None:
        self.away = True
        self.visit.unattended(left)
        self.refresh_page()

    def heeds(self, event: events.Event) -> bool:
        """Whether a key or touch is for the page; else it was too late, or has woken the screen."""
        if self.presence.stage is IdleStage.ENDED:
            self.look()
            return False
        if self.away:
            self._wake(event)
            return False
        self.presence.touched()
        return True

    def _wake(self, event: events.Event) -> None:
        """Show again what was hidden because nobody was there; a finger wakes as it is lifted."""
        if isinstance(event, events.MouseEvent) and not isinstance(event, events.MouseUp):
            return
        if self._asks_for_time(event):
            self.visit.more_time()
        self.away = False
        self.presence.touched()
        self.visit.attended()
        self.refresh_page()

    def _asks_for_time(self, event: events.Event) -> bool:
        if isinstance(event, events.MouseUp):
            pane = self.board.pane_at(event.x, event.y)
            return bool(pane and pane.hit(event.x, event.y) == f"tile:{MORE_TIME}")
        numbers = {spot.number: spot.name for spot in self.desk.targets}
        return isinstance(event, events.Key) and numbers.get(event.key) == f"tile:{MORE_TIME}"
