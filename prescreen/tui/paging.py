"""A screen that shows the pages of a visit, each with its control."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prescreen.dialog.states import OPENING
from prescreen.page.model import Page, Pick, Row, Rows, Type
from prescreen.system.idle import Watch
from prescreen.system.printable import BROKEN, NOT_UTF8
from prescreen.tui.controls.hands import Hand, MenuHand, TickHand, hand
from prescreen.tui.controls.key_repeat import Held
from prescreen.tui.layout.palette import DARK, LIGHT
from prescreen.tui.presence import LOOK, Attended

if TYPE_CHECKING:
    from prescreen.session.visitor import Visitor


class Paged(Attended, inherit_bindings=False):
    """Takes up one page after the other, and keeps what was typed while a panel lies over it."""

    def __init__(self, visit: Visitor, watch: Watch, held: Held, *, rests: bool = False) -> None:
        super().__init__(DARK if visit.page.display.dark else LIGHT, held)
        self.visit = visit
        self.presence = watch
        self.page: Page = visit.page
        self.first = visit.page
        self.rests = rests
        self.left_at = (0, 0, 0, "")
        self.hand: Hand = hand(None)
        self.under: Hand | None = None
        self.menu: MenuHand | None = None
        self.typing = False
        self.nudged = False
        self.turned = 0.0
        self.picked: Row | None = None

    def on_mount(self) -> None:
        """Show the first page."""
        self._take_up(self.page, None)
        self.set_interval(LOOK, self.look)

    def on_resize(self) -> None:
        """Lay the same page out for the new size."""
        if self.size != self.laid_out:
            self._lay_out()

    def say(self, text: str) -> None:
        """Give a text to the visit and show what it shows then."""
        rows = self.page.control.rows if isinstance(self.page.control, Rows) else ()
        if rows and not self.page.over:
            self.picked = next((row for row in rows if row.tile.id == text), None)
        answers = not self.page.over
        self.visit.say(text)
        if answers and _answered_back(self.page, self.visit.page):
            self.field.write("")
        self.refresh_page()

    def do(self, command: str) -> None:
        """Carry out a command, if this page has it."""
        if any(each.id == command for each in self.page.commands):
            self.visit.do(command)
            self.refresh_page()

    def refresh_page(self) -> None:
        """Show what the visit shows now."""
        before, self.page = self.page, self.visit.page
        self.presence.hurry(self.page.display.unhurried)
        if self.page.ended:
            self.end(self.page.heading)
        elif self.page.display.lines:
            self.app.exit(return_code=0)
        else:
            self._take_up(self.page, before)

    def _take_up(self, page: Page, before: Page | None) -> None:
        same = before is not None and before.name == page.name
        over = bool(before and before.over)
        self.menu, self.nudged = None, False
        if page.name in OPENING and not page.over:
            self.forget()
        if before and page.display.dark != before.display.dark:
            self.paint_with(DARK if page.display.dark else LIGHT)
            self.app.theme = self.palette.name
        if page.over:
            self.under = self.under if over else self.hand
            self.hand, self.typing = hand(Pick(page.over.tiles)), False
        else:
            self._take_up_control(page, same, self.under if over else self.hand)
            self.under = None
        if page.cover and before and not before.cover:
            self.left_at = (self.talk.top, self.settled, self.desk.top, self.desk.at)
        self.desk.top, self.talk.at, self.bar.at = 0, "", ""
        self.desk.at = f"tile:{page.cover.tiles[0].id}" if page.cover else ""
        self._mark_change(page)
        self._lay_out(anchor=True)
        self.talk.reveal(f"tile:{self.picked.tile.id}" if self.picked else "")
        if before and before.cover and not page.cover:
            self.talk.top, self.settled, self.desk.top, self.desk.at = self.left_at
            self._lay_out()
        self.go_to(self.field if self.typing else self.desk)
        self.turned = self.held.clock()

    def forget(self) -> None:
        """Forget the conversation before this page."""
        super().forget()
        self.picked = None

    def _mark_change(self, page: Page) -> None:
        """In the review, mark the row that was picked there before, if it has changed."""
        rows = page.control.rows if isinstance(page.control, Rows) else ()
        was = self.picked
        row = next((row for row in rows if was and row.tile.id == was.tile.id), None)
        self.changed = row.tile.id if row and was and row.answer != was.answer else ""

    def _take_up_control(self, page: Page, same: bool, old: Hand | None) -> None:
        """Keep what was ticked or typed when it is the same question again."""
        self.hand = hand(page.control)
        if same and isinstance(old, TickHand) and isinstance(self.hand, TickHand):
            self.hand.ticked = set(old.ticked)
        if not same:
            self.field.write("")
        self.typing = self.hand.typed or bool(self.text)
        if isinstance(page.control, Type):
            self.field.example = page.control.example

    @property
    def writing(self) -> bool:
        """Whether the field is shown, to be typed into."""
        return self.typing and not self.menu

    @property
    def _shown(self) -> Hand:
        return self.menu or self.hand

    def _lay_out(self, *, anchor: bool = False) -> None:
        self.lay_out(self.page, self._shown, self._hint(), anchor=anchor)

    def _hint(self) -> str | None:
        """What stands below the field; None where there is no field."""
        if not self.writing:
            return None
        if BROKEN in self.text:
            return NOT_UTF8
        if self.nudged and isinstance(self.page.control, Type):
            return self.page.control.empty
        return self.visit.preview(self.text)


def _answered_back(before: Page, page: Page) -> bool:
    """Whether a text has led to an offer, has answered one, or has opened what lies over a page."""
    return bool(before.offer or page.offer or page.over)
