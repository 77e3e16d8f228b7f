"""Where the focus is, and where the keyboard takes it next."""

from __future__ import annotations

from prescreen.tui.layout.arrangement import Arrangement, Stop
from prescreen.tui.layout.pane import Pane
from prescreen.tui.layout.spots import toward

ARROWS = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}


class Focus:
    """A place among panes that keys move."""

    def __init__(self, among: Arrangement, pane: Pane) -> None:
        self._among = among
        self.pane = pane

    @property
    def target(self) -> Stop | None:
        """What Enter takes."""
        return (self.pane, self.pane.at) if self.pane.spot(self.pane.at) else None

    def go_to(self, pane: Pane, name: str | None = None) -> None:
        """Move to a pane, and there to a spot."""
        self.pane, at = self._among.reachable(pane, pane.at if name is None else name)
        self.pane.mark(at)

    def tab(self, step: int) -> None:
        """Go to the next thing that can be touched or typed into, round and round."""
        stops = self._among.stops()
        now = (self.pane, self.pane.at)
        at = stops.index(now) + step if now in stops else min(step, 0)
        if stops:
            self.go_to(*stops[at % len(stops)])

    def arrow(self, key: str) -> bool:
        """Move with an arrow key; False where it moves nothing."""
        pane = self.pane
        if not pane.targets:
            return False
        spots = pane.plan.spots
        names = [spot.name for spot in spots]
        if pane.at not in names:
            pane.mark(pane.targets[-1 if key == "up" else 0].name)
        elif (found := toward(spots, names.index(pane.at), *ARROWS[key])) is not None:
            pane.mark(names[found])
        elif key in {"up", "down"}:
            return self.leave(upward=key == "up")
        return True

    def leave(self, *, upward: bool) -> bool:
        """Go on to the pane above or below; False where there is none to go to."""
        stop = self._among.beyond(self.pane, upward)
        if stop:
            self.go_to(*stop)
        return stop is not None
