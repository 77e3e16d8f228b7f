"""A running app for a test: what it shows, and a finger to touch it with."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import monotonic

import pytest
from limits import as_long_as
from textual.pilot import Pilot

from prescreen.session.interface import VisitInterface
from prescreen.tui.app import VisitApp
from prescreen.tui.layout.frame import ROOMY
from prescreen.tui.layout.pane import RAIL, Pane
from prescreen.tui.layout.spots import Role, Spot
from prescreen.tui.layout.typeset import cells
from prescreen.tui.screen import VisitScreen

SIZES = ((46, 13), (80, 24), (120, 40))
EVERY_WAY = pytest.mark.parametrize(
    ("language", "size"),
    [
        pytest.param(language, size, marks=[pytest.mark.prove] * ((language == "en") != (at == 1)))
        for language in ("zh_CN", "en")
        for at, size in enumerate(SIZES)
    ],
)
"""At the usual size in English, at the others in Chinese; the rest among the proofs."""


@dataclass
class Stage:
    """An app under test."""

    app: VisitApp
    pilot: Pilot[str]

    @property
    def screen(self) -> VisitScreen:
        """The one screen."""
        assert isinstance(self.app.screen, VisitScreen)
        return self.app.screen

    async def press(self, *keys: str) -> None:
        """Press keys, one after another."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def write(self, text: str) -> None:
        """Type a text."""
        for char in text:
            await self.press("space" if char == " " else char)

    def spot(self, name: str) -> tuple[Pane, Spot]:
        """Find a spot by its name."""
        panes = self.screen.panes
        for pane in (panes.answers, panes.conversation, panes.commands):
            if spot := pane.spot(name):
                return pane, spot
        raise AssertionError(f"no spot {name!r}")

    async def touch(self, name: str) -> None:
        """Touch a spot with the mouse, scrolling by the drawn keys until it is in sight."""
        pane, spot = self.spot(name)
        for _ in as_long_as(lambda: not 0 <= spot.y - pane.top < pane.rows):
            await self.roll(pane, "^" if spot.y < pane.top else "v")
        x = pane.column.margin + spot.x + spot.w // 2
        await self.pilot.click(offset=(x, pane.y + spot.y - pane.top))
        await self.pilot.pause()

    async def roll(self, pane: Pane, sign: str) -> None:
        """Touch a drawn key that scrolls."""
        assert pane.overflows
        before = pane.top
        x = pane.column.margin + pane.column.width - RAIL + 2
        y = pane.y + (0 if sign == "^" else pane.rows - 1)
        await self.pilot.click(offset=(x, y))
        await self.pilot.pause()
        assert pane.top != before, "the drawn key did not scroll"

    def shown(self, pane: Pane | None = None) -> str:
        """The text that can be seen, on one pane or all."""
        rows = [strip.text.rstrip() for strip in self.screen.canvas.strips]
        return "\n".join(rows[pane.y : pane.y + pane.rows] if pane else rows)

    def check_whole(self) -> None:
        """Check that nothing is cut off, and that what does not fit can be scrolled to."""
        screen = self.screen
        for pane in (screen.panes.header, screen.panes.hint, screen.panes.commands):
            assert pane.plan.height == pane.rows
        for pane in (screen.panes.conversation, screen.panes.answers, screen.panes.commands):
            assert pane.rows > 0
            self.check_targets(pane)
            width = pane.column.width - (RAIL if pane.overflows else 0)
            for spot in pane.plan.spots:
                self.check_spot(spot, width)
        widths = [strip.cell_length for strip in screen.canvas.strips]
        assert widths == [screen.size.width] * screen.size.height
        assert sum(pane.rows for pane in screen.panes.all) == screen.size.height

    def check_targets(self, pane: Pane) -> None:
        """Check that a thumb finds its target: three rows, in large text two, a command's one."""
        roomy = self.screen.size.height >= ROOMY
        least = 3 if roomy else 1 if pane is self.screen.panes.commands else 2
        assert all(spot.h + spot.reach >= least for spot in pane.targets), pane.name
        assert all(spot.w >= 3 for spot in pane.targets), pane.name

    @staticmethod
    def check_spot(spot: Spot, width: int) -> None:
        """Check that a spot shows its whole label, inside its pane."""
        assert spot.x >= 0
        assert spot.x + spot.w <= width, spot
        if spot.role is Role.COMMAND:
            words = f"{spot.number} {spot.label}".strip() if spot.h == 1 else spot.label
            assert cells(words) <= spot.w, spot
            return
        written = spot.text(spot.w)
        label = "".join(line for line, _ in written)
        answer = "".join(line for _, line in written)
        assert len(written) <= spot.h, spot
        assert "".join(label.split()) == "".join(spot.label.split())
        assert "".join(answer.split()) == "".join(spot.help.split())
        if spot.role in {Role.KEY, Role.CAPTION}:
            assert all(cells(line) <= spot.w for line, _ in written), spot


@asynccontextmanager
async def stage(
    visit: VisitInterface,
    size: tuple[int, int] = (80, 24),
    *,
    settle: float = 0,
    clock: Callable[[], float] = monotonic,
) -> AsyncIterator[Stage]:
    """Run the app with a visit; what comes at once counts, unless it is given time to settle."""
    app = VisitApp(visit, settle=settle, clock=clock)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.pause()
        yield Stage(app, pilot)
