"""What the page is answered with: its tiles, the text field, or the list of commands."""

from __future__ import annotations

import re
from collections.abc import Callable

from prescreen.page.model import Command, Page, Pick, Type
from prescreen.system.printable import BROKEN, NOT_UTF8
from prescreen.tui.controls.tiles import MenuTiles, TickTiles, Tiles, tiles_of
from prescreen.tui.layout.field import Field

_JOINING = ("+", "＋", ",", "，", "、", "&", "/")
"""With these, "1+4" goes on from the tick that its 1 has set; any other text gets a plus."""


FIRST_EXAMPLE = re.compile("[,，]")
"""What stands before this is an answer by itself."""


class Answering:
    """Keeps what was ticked and typed while a panel lies over the page, or it comes again."""

    def __init__(self, field: Field, preview: Callable[[str], str]) -> None:
        self.field = field
        self._preview = preview
        self.tiles: Tiles = tiles_of(None)
        self.menu: MenuTiles | None = None
        self.typing = False
        self.nudged = False
        self._under: Tiles | None = None
        self._refused = ""

    @property
    def shown(self) -> Tiles:
        """The tiles in sight."""
        return self.menu or self.tiles

    @property
    def writing(self) -> bool:
        """Whether the field is shown, to be typed into."""
        return self.typing and not self.menu

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.field.value

    def take_up(self, page: Page, before: Page | None, turning: Tiles | None = None) -> None:
        """Answer this page from now on; `turning` stands in place of its control."""
        same = before is not None and before.name == page.name
        old = self._under if before and before.over else self.tiles
        self.menu, self.nudged = None, False
        if page.over:
            self._under = old
            self.tiles, self.typing = tiles_of(Pick(page.over.tiles)), False
        else:
            self._under = None
            self._take_up_control(page, same, old)
        if turning:
            self.tiles, self.typing = turning, False

    def _take_up_control(self, page: Page, same: bool, old: Tiles | None) -> None:
        """Keep what was ticked or typed when it is the same question again."""
        self.tiles = tiles_of(page.control)
        if same and isinstance(old, TickTiles) and isinstance(self.tiles, TickTiles):
            self.tiles.ticked = set(old.ticked)
        if not same:
            self.field.write("")
            self._refused = ""
        self.typing = self.tiles.typed or bool(self.text)
        if isinstance(page.control, Type):
            self.field.example = page.control.example

    def get_ready(self) -> None:
        """Read an example, so that the first key does not wait for what reads it to be loaded."""
        if self.tiles.typed and self.field.example:
            self._preview(FIRST_EXAMPLE.split(self.field.example)[0])

    @property
    def starts_anew(self) -> bool:
        """Whether what is typed now takes the place of a text that was no answer among tiles.

        Where a text is asked for it stays, for what it lacks (a unit) can be typed behind it.
        """
        return bool(self._refused) and self.text == self._refused and not self.tiles.typed

    def said(self, page: Page, after: Page) -> None:
        """Clear a text that led to an offer, answered one, or opened what lies over the page."""
        if page.over:
            return
        if page.offer or after.offer or after.over:
            self.field.write("")
        self._refused = self.text

    def write(self, text: str) -> None:
        """Put a text into the field, and show that."""
        self.typing, self.menu = True, None
        self.field.write(text)

    def add(self, text: str) -> None:
        """Type a text at the cursor, and show the field; a list goes on from the ticks."""
        if self.starts_anew:
            self.put_away()
        if not self.typing and isinstance(self.tiles, TickTiles) and self.tiles.numbers:
            joint = "" if text[:1] in _JOINING else "+"
            text = f"{self.tiles.numbers}{joint}{text}"
        self.typing, self.menu = True, None
        self.field.add(text)

    def put_away(self) -> bool:
        """Put away a field that was opened by typing; False if there is none."""
        if not self.typing or self.tiles.typed:
            return False
        self.field.write("")
        self.typing = False
        return True

    def show_menu(self, commands: tuple[Command, ...], close: str) -> None:
        """Show all commands in place of the answers."""
        self.menu = MenuTiles(commands, close)

    def hint(self, page: Page) -> str | None:
        """What stands below the field; None where there is no field."""
        if not self.writing:
            return None
        if BROKEN in self.text:
            return NOT_UTF8
        if self.nudged and isinstance(page.control, Type):
            return page.control.empty
        return self._preview(self.text)
