"""Where the focus is, where it goes next, and which keys are worth taking."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual import events

from prescreen.tui.face import Face
from prescreen.tui.held import Held, Press
from prescreen.tui.palette import Palette
from prescreen.tui.pane import Pane

if TYPE_CHECKING:
    from prescreen.tui.field import Field


class Focused(Face, inherit_bindings=False):
    """A face with a focus, which keys move; a key that is only held down is not taken again."""

    def __init__(self, palette: Palette, held: Held) -> None:
        super().__init__(palette)
        self.held = held
        self.writing = False

    @abstractmethod
    def key(self, event: events.Key) -> None:
        """Take a key."""

    @abstractmethod
    def take_back(self) -> None:
        """Go back to the question that a held key has answered."""

    def on_key(self, event: events.Key) -> None:
        """Take a key, unless it is only held down since it answered the page before."""
        event.stop()
        event.prevent_default()
        match self.held.judge(event.key, typing=self.focused is self.field):
            case Press.FRESH:
                self.key(event)
            case Press.HELD:
                self.take_back()
            case Press.REPEAT:
                pass

    def edge(self, pane: Pane, upward: bool) -> None:
        """Go on from the edge of one part to the part above or below it."""
        if pane is self.desk and upward and self.writing:
            self.go_to(self.field)
        elif pane is self.desk and upward and self.talk.targets:
            self.go_to(self.talk, self.talk.targets[-1].name)
        elif pane is self.bar and upward:
            self.go_to(self.desk, self.desk.targets[-1].name)
        elif pane is self.talk and not upward:
            self.enter_desk()
        else:
            self.board.roll(self.talk, -3 if upward else 3)

    def enter_desk(self) -> None:
        targets = self.desk.targets
        self.go_to(self.desk, targets[0].name if targets else "")

    def go_to(self, place: Pane | Field | None, name: str | None = None) -> None:
        """Move the focus to the field or to a pane, and there to a spot."""
        if isinstance(place, Pane):
            self.set_focus(self.board)
            self.board.mark(place, place.at if name is None else name)
        else:
            self.set_focus(place)

    def tab(self, step: int) -> None:
        """Go to the next thing that can be touched or typed into, round and round."""
        stops = self.stops()
        here = self.board.current
        now = (here, here.at) if self.focused is self.board else (self.field, "")
        at = stops.index(now) + step if now in stops else min(step, 0)
        if stops:
            self.go_to(*stops[at % len(stops)])

    def stops(self) -> list[tuple[Pane | Field | None, str]]:
        """What Tab goes through: the field, and everything that can be touched."""
        found: list[tuple[Pane | Field | None, str]] = [(self.field, "")] if self.writing else []
        for pane in (self.desk, self.talk, self.bar):
            found.extend((pane, spot.name) for spot in pane.targets)
        return found
