"""The one screen: it gives back to the visit what was typed or touched."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.geometry import Size

from prescreen.flow.states import OPENING_OF_SEVERAL
from prescreen.page.model import Command, Page
from prescreen.page.parts import BACK, MORE_TIME
from prescreen.tui.controls.answering import Answering
from prescreen.tui.controls.focus import Focus
from prescreen.tui.controls.input import Input
from prescreen.tui.controls.key_repeat import KeyRepeat
from prescreen.tui.controls.leaves import Leaves
from prescreen.tui.controls.tiles import TURN_LEAF, tiles_of
from prescreen.tui.idle_screen import LOOK, Idle, Seen
from prescreen.tui.layout.arrangement import Arrangement
from prescreen.tui.layout.canvas import Canvas
from prescreen.tui.layout.palette import DARK, LIGHT
from prescreen.tui.layout.pane import Pane
from prescreen.tui.layout.panes import Panes, Scroll
from prescreen.tui.terminal.driver import PromptScreen

if TYPE_CHECKING:
    from prescreen.session.interface import VisitInterface


UNHURRIED = 0.03
"""Seconds after which a page has been painted, and what the next key needs can be loaded."""


class VisitScreen(PromptScreen, inherit_bindings=False):
    """Where keys, touches and typed texts become answers and commands.

    Its parts are the panes of the page, the focus among them, what the page is answered with, and
    whether somebody is there. `whole` is all that is shown, if that is more than the panes, and
    `under` is where the page is scrolled to that lies under a cover.
    """

    AUTO_FOCUS = ""

    def __init__(
        self,
        visit: VisitInterface,
        idle: Idle,
        repeat: KeyRepeat,
        panes: Panes,
        whole: Arrangement | None = None,
    ) -> None:
        super().__init__()
        self.visit, self.idle, self.panes = visit, idle, panes
        self.whole: Arrangement = whole or panes
        self.where = Focus(self.whole, panes.answers)
        self.canvas = Canvas(self.whole, lambda: self.where.pane)
        self.answering = Answering(panes.field, visit.preview)
        self.page = visit.page
        self.input = Input(self, panes, self.where, self.answering, repeat)
        self.leaves = Leaves()
        self.under: Scroll | None = None
        self.laid_out = Size(0, 0)

    def compose(self) -> ComposeResult:
        """The canvas."""
        yield self.canvas

    def on_mount(self) -> None:
        """Show the first page."""
        self.page = self.leaves.open(self.page, self._fits)
        self.take_up(self.page, None)
        self.set_interval(LOOK, self.look)

    def on_resize(self) -> None:
        """Lay the same page out for the new size."""
        if self.size == self.laid_out:
            return
        before = self.page
        self.page = self.leaves.open(self.visit.page, self._fits)
        if self.page.read_on and self.page != before:
            self.take_up(self.page, before)
        else:
            self.lay_out()

    # ---- pages --------------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """Give a text to the visit and show what it shows then."""
        self.panes.view.pick(self.page, text)
        self.visit.say(text)
        self.answering.said(self.page, self.visit.page)
        self.refresh_page()

    def do(self, command: str) -> None:
        """Carry out a command, if this page has it; back is back by a leaf where there is one."""
        if command == BACK and not self.page.over and self.turn(-1):
            return
        if any(each.id == command for each in self.page.commands):
            self.visit.do(command)
            self.refresh_page()

    def refresh_page(self) -> None:
        """Show what the visit shows now."""
        before, self.page = self.page, self.leaves.open(self.visit.page, self._fits)
        self.idle.watch.hurry(self.page.display.unhurried)
        if self.page.ended:
            self.end(self.page.heading)
        elif self.page.display.lines:
            self.app.exit(return_code=0)
        else:
            self.take_up(self.page, before)

    def turn(self, step: int) -> bool:
        """Turn to another leaf of the page, which is one page to the visit."""
        if self.page.over or not self.leaves.turn(step):
            return False
        before, self.page = self.page, self.leaves.shown
        self.take_up(self.page, before)
        return True

    def _fits(self, page: Page) -> bool:
        return self.whole.fits(page, tiles_of(page.control), self.size)

    def end(self, last_words: str) -> None:
        """Leave the screen, with a last sentence on the terminal."""
        self.app.exit(last_words, return_code=0)

    def without_chinese(self) -> None:
        """Say that this terminal can't show Chinese."""
        self.visit.without_chinese()
        self.refresh_page()

    def take_up(self, page: Page, before: Page | None) -> None:
        """Show a page after another one."""
        panes = self.panes
        if page.name in OPENING_OF_SEVERAL and not page.over:
            self.forget()
        if before and page.display.dark != before.display.dark:
            self.whole.paint_with(DARK if page.display.dark else LIGHT)
            self.app.theme = panes.palette.name
        turning = self.leaves.tiles
        self.answering.take_up(page, before, turning)
        under, self.under = self.under, (self.under or panes.scroll) if page.cover else None
        first = f"tile:{page.cover.tiles[0].id}" if page.cover else ""
        panes.begin(TURN_LEAF if turning else first)
        panes.view.mark_change(page)
        self.lay_out(anchor=True)
        panes.view.reveal_picked()
        if under and not page.cover:
            panes.scroll_to(under)
            self.lay_out()
        self.input.go_to(panes.field if self.answering.typing else panes.answers)
        self.input.begin()
        if before is None or before.name != page.name:
            self.later(UNHURRIED, self.answering.get_ready)

    def forget(self) -> None:
        """Forget the conversation before this page."""
        self.panes.forget()
        self.input.forget()

    def lay_out(self, *, anchor: bool = False) -> None:
        """Show the page on the screen as it is."""
        self.laid_out = self.size
        hint = self.answering.hint(self.page)
        self.whole.lay_out(self.page, self.answering.shown, hint, self.size, anchor=anchor)
        self.canvas.paint()

    # ---- whether somebody is there ------------------------------------------------------------

    def look(self) -> None:
        """Hide, warn or end a screen that nobody touches."""
        match self.idle.look(self.page):
            case Seen.CHANGED:
                self.refresh_page()
            case Seen.ENDED:
                self.end(self.visit.expire())
            case Seen.NOTHING:
                pass

    def heeds(self, event: events.Event) -> bool:
        """Whether a key or touch is for the page; else it was too late, or has woken the screen."""
        if self.idle.touched():
            return True
        if self.idle.ended:
            self.look()
        elif not isinstance(event, events.MouseEvent) or isinstance(event, events.MouseUp):
            self.idle.wake(more_time=self._asks_for_time(event))
            self.refresh_page()
        return False

    def _asks_for_time(self, event: events.Event) -> bool:
        if isinstance(event, events.MouseUp):
            pane = self.whole.pane_at(event.x, event.y)
            return bool(pane and pane.hit(event.x, event.y) == f"tile:{MORE_TIME}")
        numbers = {spot.number: spot.name for spot in self.panes.answers.targets}
        return isinstance(event, events.Key) and numbers.get(event.key) == f"tile:{MORE_TIME}"

    # ---- what is typed and touched -------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Take a key, whatever has the focus."""
        event.stop()
        event.prevent_default()
        self.input.key(event)

    def on_paste(self, event: events.Paste) -> None:
        """Take a pasted text."""
        self.input.paste(event.text)

    @on(Canvas.Touched)
    def _touched(self, message: Canvas.Touched) -> None:
        self.input.touch(message.pane, message.name, message.x)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.panes.field.value

    @property
    def listed(self) -> tuple[Command, ...]:
        """The commands to be listed where the line below has no room for them."""
        return self.page.commands

    @property
    def unread(self) -> bool:
        """Whether leaves are left to be read before the page can be answered."""
        return self.leaves.tiles is not None

    def typing(self) -> None:
        """Nothing else waits for a text."""

    def typed(self) -> None:
        """Nothing else waits for a text."""

    def answers_turned(self) -> None:
        """Nothing else depends on what is shown."""

    def press_aside(self, pane: Pane, name: str) -> None:
        """Nothing stands beside the page."""

    # ---- what is painted ----------------------------------------------------------------------

    def paint(self) -> None:
        """Show what has changed on the panes, and where the focus is."""
        self.set_focus(self.canvas)
        self.canvas.paint()

    def roll(self, rows: int) -> None:
        """Scroll the conversation."""
        self.canvas.roll(self.panes.conversation, rows)

    def later(self, seconds: float, call: Callable[[], None]) -> None:
        """Do something after so many seconds."""
        self.set_timer(seconds, call)
