"""Where the focus is, where it goes next, and which keys are worth taking."""

from __future__ import annotations

from abc import abstractmethod

from textual import events

from prescreen.tui.controls.key_repeat import Held, Press
from prescreen.tui.face import Face
from prescreen.tui.layout.palette import Palette
from prescreen.tui.layout.pane import Pane


class Focused(Face, inherit_bindings=False):
    """A face with a focus, which keys move; a key that is only held down is not taken again."""

    def __init__(self, palette: Palette, held: Held) -> None:
        super().__init__(palette)
        self.held = held

    @property
    @abstractmethod
    def writing(self) -> bool:
        """Whether the field is shown, to be typed into."""

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
        match self.held.judge(event.key, typing=self.board.current is self.field):
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

    def go_to(self, pane: Pane, name: str | None = None) -> None:
        """Move the focus to a pane, and there to a spot."""
        self.set_focus(self.board)
        self.board.mark(pane, pane.at if name is None else name)

    def tab(self, step: int) -> None:
        """Go to the next thing that can be touched or typed into, round and round."""
        stops = self.stops()
        now = (self.board.current, self.board.current.at)
        at = stops.index(now) + step if now in stops else min(step, 0)
        if stops:
            self.go_to(*stops[at % len(stops)])

    def stops(self) -> list[tuple[Pane, str]]:
        """What Tab goes through: the field, and everything that can be touched."""
        found: list[tuple[Pane, str]] = [(self.field, "")] if self.writing else []
        for pane in (self.desk, self.talk, self.bar):
            found.extend((pane, spot.name) for spot in pane.targets)
        return found
