"""Whether somebody is there: a screen that nobody touches is hidden, then warns, then ends."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from prescreen.flow.states import OPENING_OF_SEVERAL
from prescreen.page.model import Page
from prescreen.page.parts import AWAY
from prescreen.system.idle import IdleStage, Watch

if TYPE_CHECKING:
    from prescreen.session.interface import VisitInterface

LOOK = 0.5
"""Seconds from one look to the next whether somebody is there."""


class Seen(Enum):
    """What a look at the clock has found."""

    NOTHING = auto()
    CHANGED = auto()
    ENDED = auto()


class Idle:
    """Covers a visit that nobody touches; one that `rests` waits on its first page for ever."""

    def __init__(self, watch: Watch, visit: VisitInterface, *, rests: bool = False) -> None:
        self.watch = watch
        self.visit = visit
        self.rests = rests
        self.first = visit.page

    def look(self, page: Page) -> Seen:
        """Hide this page or warn, if it is time; change nothing while nothing has changed."""
        if self.rests and page == self.first:
            self.watch.touched()
        match self.watch.stage:
            case IdleStage.ENDED:
                return Seen.ENDED
            case IdleStage.WARNED:
                return self._cover(self.watch.left)
            case IdleStage.HIDDEN if not self.away and page.name not in OPENING_OF_SEVERAL:
                return self._cover(0)
            case IdleStage.HIDDEN | IdleStage.SHOWN:
                return Seen.NOTHING

    def _cover(self, left: int) -> Seen:
        self.visit.unattended(left)
        return Seen.CHANGED

    @property
    def away(self) -> bool:
        """Whether the page is hidden because nobody is there."""
        cover = self.visit.page.cover
        return cover is not None and cover.name == AWAY

    @property
    def ended(self) -> bool:
        """Whether a touch comes too late."""
        return self.watch.stage is IdleStage.ENDED

    def touched(self) -> bool:
        """Somebody is there; False if what they did only wakes the screen, or came too late."""
        if self.away or self.ended:
            return False
        self.watch.touched()
        return True

    def wake(self, *, more_time: bool) -> None:
        """Show again what was hidden because nobody was there."""
        if more_time:
            self.visit.more_time()
        self.watch.touched()
        self.visit.attended()
