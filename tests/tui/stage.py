"""A running app for a test: what it shows, and a finger to touch it with."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual.pilot import Pilot

from prescreen.tui.app import VisitApp
from prescreen.tui.canvas import RAIL, Canvas
from prescreen.tui.screen import VisitScreen
from prescreen.tui.spots import Role, Spot
from prescreen.typeset import cells

if TYPE_CHECKING:
    from prescreen.visit import Visit

SIZES = ((46, 13), (80, 24), (120, 40))


@dataclass
class Stage:
    """An app under test."""

    app: VisitApp
    pilot: Pilot[None]

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

    def spot(self, name: str) -> tuple[Canvas, Spot]:
        """Find a spot by its name."""
        for canvas in (self.screen.desk, self.screen.talk, self.screen.bar):
            if spot := canvas.spot(name):
                return canvas, spot
        raise AssertionError(f"no spot {name!r}")

    async def touch(self, name: str) -> None:
        """Touch a spot with the mouse, scrolling by the drawn keys until it is in sight."""
        canvas, spot = self.spot(name)
        while not 0 <= spot.y - canvas.top < canvas.size.height:
            await self.roll(canvas, "^" if spot.y < canvas.top else "v")
        await self.pilot.click(
            canvas, offset=(canvas.column.margin + spot.x + spot.w // 2, spot.y - canvas.top)
        )
        await self.pilot.pause()

    async def roll(self, canvas: Canvas, sign: str) -> None:
        """Touch a drawn key that scrolls."""
        assert canvas.overflows
        before = canvas.top
        x = canvas.column.margin + canvas.column.width - RAIL + 2
        await self.pilot.click(canvas, offset=(x, 0 if sign == "^" else canvas.size.height - 1))
        await self.pilot.pause()
        assert canvas.top != before, "the drawn key did not scroll"

    def shown(self, canvas: Canvas | None = None) -> str:
        """The text that can be seen, on one canvas or all."""
        screen = self.screen
        parts = [canvas] if canvas else [screen.head, screen.talk, screen.hint, screen.desk]
        parts = parts if canvas else [*parts, screen.bar]
        return "\n".join(
            part.render_line(y).text.rstrip() for part in parts for y in range(part.size.height)
        )

    def check_whole(self) -> None:
        """Check that nothing is cut off, and that what does not fit can be scrolled to."""
        screen = self.screen
        for canvas in (screen.head, screen.hint, screen.bar):
            assert canvas.plan.height <= canvas.size.height or not canvas.display
        for canvas in (screen.talk, screen.desk, screen.bar):
            assert canvas.size.height > 0
            width = canvas.column.width - (RAIL if canvas.overflows else 0)
            for spot in canvas.plan.spots:
                self.check_spot(spot, width)
        for canvas in (screen.head, screen.talk, screen.hint, screen.bar, screen.desk):
            for y in range(canvas.size.height):
                assert canvas.render_line(y).cell_length == canvas.size.width
        parts = sum(part.outer_size.height for part in screen.children)
        assert parts == screen.size.height

    @staticmethod
    def check_spot(spot: Spot, width: int) -> None:
        """Check that a spot shows its whole label, inside its canvas."""
        written = spot.text(spot.w)
        label = "".join(line for line, helper in written if not helper)
        assert spot.x >= 0
        assert spot.x + spot.w <= width, spot
        assert len(written) <= spot.h, spot
        assert "".join(label.split()) == "".join(spot.label.split())
        if spot.role in {Role.KEY, Role.CAPTION}:
            assert all(cells(line) <= spot.w for line, _ in written), spot


@asynccontextmanager
async def stage(visit: object, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Stage]:
    """Run the app with a visit."""
    app = VisitApp(cast("Visit", visit), settle=0)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.pause()
        yield Stage(app, pilot)
