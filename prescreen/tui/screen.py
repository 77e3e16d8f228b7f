"""The one screen: it shows the page of a visit, and gives back what was typed or touched."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from textual import events, on
from textual.widgets import Input

from prescreen.page.model import Page, Panel, Pick, Type
from prescreen.page.parts import MORE_TIME
from prescreen.patience import Stage, Watch
from prescreen.states import OPENING
from prescreen.tui.board import Board
from prescreen.tui.face import Face
from prescreen.tui.hands import Deed, Hand, Say, Show, TickHand, Write, called, hand
from prescreen.tui.palette import DARK, LIGHT
from prescreen.tui.pane import Pane

if TYPE_CHECKING:
    from prescreen.tui.field import Field
    from prescreen.visitor import Visitor

BROKEN = "\ufffd"
NOT_UTF8 = "请把终端的编码设为 UTF-8。 Please set your terminal to UTF-8."
LEAVE = "leave"
BACK = "back"
SETTLE = 0.4
LOOK = 0.5
"""Seconds from one look to the next whether somebody is there."""
QUITTING = {"ctrl+c", "ctrl+q", "ctrl+d", "ctrl+z"}
PAGES = {"pageup": -1, "pagedown": 1}


class VisitScreen(Face, inherit_bindings=False):
    """Where keys, touches and typed texts become answers and commands."""

    def __init__(
        self,
        visit: Visitor,
        watch: Watch,
        settle: float = SETTLE,
        *,
        rests: bool = False,
    ) -> None:
        super().__init__(DARK if visit.page.display.dark else LIGHT)
        self.visit = visit
        self.presence = watch
        self.page: Page = visit.page
        self.first = visit.page
        self.rests = rests
        self.away = False
        self.left_at = (0, 0, "")
        self.hand: Hand = hand(None)
        self.under: Hand | None = None
        self.typing = False
        self.turned = 0.0
        self.settle = settle
        self.digits = ""

    def on_mount(self) -> None:
        """Show the first page, and make the field once that is painted."""
        self._take_up(self.page, None)
        self.call_after_refresh(self.make_field)
        self.set_interval(LOOK, self.look)

    def on_resize(self) -> None:
        """Lay the same page out for the new size."""
        if self.size != self.laid_out:
            self._lay_out()

    # What the visit shows

    def say(self, text: str) -> None:
        """Give a text to the visit and show what it shows then."""
        self.visit.say(text)
        self._refresh_page()

    def do(self, command: str) -> None:
        """Carry out a command, if this page has it."""
        if any(each.id == command for each in self.page.commands):
            self.visit.do(command)
            self._refresh_page()

    def without_chinese(self) -> None:
        """Say that this terminal can't show Chinese."""
        self.visit.without_chinese()
        self._refresh_page()

    def _refresh_page(self) -> None:
        before, self.page = self.page, self.visit.page
        self.presence.hurry(self.page.display.unhurried)
        if self.page.ended:
            self._end(self.page.heading)
        elif self.page.display.lines:
            self.app.exit(return_code=0)
        else:
            self._take_up(self.page, before)

    def _end(self, last_words: str) -> None:
        self.app.exit(last_words, return_code=0)

    def _take_up(self, page: Page, before: Page | None) -> None:
        same = before is not None and before.name == page.name
        over = bool(before and before.over)
        self.digits = ""
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
            self.left_at = (self.talk.top, self.desk.top, self.desk.at)
        self.desk.top, self.talk.at = 0, ""
        self.desk.at = f"tile:{page.cover.tiles[0].id}" if page.cover else ""
        self._lay_out(anchor=True)
        if before and before.cover and not page.cover:
            self.talk.top, self.desk.top, self.desk.at = self.left_at
            self._lay_out()
        self._go_to(self.field if self.typing else self.desk)
        self.turned = monotonic()

    def _take_up_control(self, page: Page, same: bool, old: Hand | None) -> None:
        """Keep what was ticked or typed when it is the same question again."""
        self.hand = hand(page.control)
        if same and isinstance(old, TickHand) and isinstance(self.hand, TickHand):
            self.hand.ticked = set(old.ticked)
        if not same:
            self._write("")
        self.typing = self.hand.typed or bool(self.text)
        if isinstance(page.control, Type):
            self.make_field().placeholder = page.control.example

    def _write(self, text: str) -> None:
        if self.field is not None:
            with self.prevent(Input.Changed):
                self.field.write(text)

    def _lay_out(self, *, anchor: bool = False) -> None:
        self.lay_out(self.page, self.hand, self._hint() if self.typing else None, anchor=anchor)

    def _hint(self) -> str:
        control = self.page.control
        if BROKEN in self.text:
            return NOT_UTF8
        if not self.text and isinstance(control, Type):
            return control.said
        return self.visit.preview(self.text)

    # Whether somebody is there

    def look(self) -> None:
        """Hide, warn or end a screen that nobody touches; write nothing while nothing changes."""
        if self.rests and self.page == self.first:
            self.presence.touched()
        stage = self.presence.stage
        if stage is Stage.ENDED:
            self._end(self.visit.expire())
        elif stage is Stage.WARNED:
            self._lay_cover(self.presence.left)
        elif stage is Stage.HIDDEN and not self.away and self.page.name not in OPENING:
            self._lay_cover(0)

    def _lay_cover(self, left: int) -> None:
        self.away = True
        self.visit.unattended(left)
        self._refresh_page()

    def heeds(self, event: events.Event) -> bool:
        """Whether a key or touch is for the page; else it was too late, or has woken the screen."""
        if self.presence.stage is Stage.ENDED:
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
        self._refresh_page()

    def _asks_for_time(self, event: events.Event) -> bool:
        if isinstance(event, events.MouseUp):
            pane = self.board.pane_at(event.y)
            return bool(pane and pane.hit(event.x, event.y) == f"tile:{MORE_TIME}")
        numbers = {spot.number: spot.name for spot in self.desk.targets}
        return isinstance(event, events.Key) and numbers.get(event.key) == f"tile:{MORE_TIME}"

    # What the person does

    def _deed(self, deed: Deed) -> None:
        match deed:
            case Say(text):
                if text:
                    self.say(text)
            case Write(text):
                self._write(text)
                self._answer_changed()
            case Show(focus):
                self.desk.at = focus
                self._answer_changed()
                self._go_to(self.desk)

    @on(Board.Touched)
    def _touched(self, message: Board.Touched) -> None:
        """Take a touch; the second half of a double touch never answers the next page."""
        if message.by_hand and monotonic() - self.turned < self.settle:
            return
        self._press(message.pane, message.name)

    @on(Input.Changed)
    def _typed(self) -> None:
        """Show at once what the text would be understood as."""
        self._answer_changed()

    def _answer_changed(self) -> None:
        if not self.show_answer(self.hand, self._hint() if self.typing else None):
            self._lay_out()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        """Take what stands in the field; a second Enter finds it empty."""
        text = self.text.strip()
        if text:
            self.say(text)

    def on_paste(self, event: events.Paste) -> None:
        """Put a pasted text into the field, wherever the focus is."""
        if not self.page.over:
            self._open_field(event.text)

    @on(Board.Edge)
    def _edge(self, message: Board.Edge) -> None:
        """Go on from the edge of one part to the part above or below it."""
        upward = message.key == "up"
        if message.pane is self.desk and upward and self.typing:
            self._go_to(self.field)
        elif message.pane is self.desk and upward and self.talk.targets:
            self._go_to(self.talk, self.talk.targets[-1].name)
        elif message.pane is self.talk and not upward:
            self._enter_desk()
        else:
            self.board.roll(self.talk, -3 if upward else 3)

    def _enter_desk(self) -> None:
        targets = self.desk.targets
        self._go_to(self.desk, targets[0].name if targets else "")

    def _go_to(self, place: Pane | Field | None, name: str | None = None) -> None:
        """Move the focus to the field or to a pane, and there to a spot."""
        if isinstance(place, Pane):
            self.set_focus(self.board)
            self.board.mark(place, place.at if name is None else name)
        else:
            self.set_focus(place)

    def on_key(self, event: events.Key) -> None:
        """Take the keys that no part took."""
        commands = {command.key: command.id for command in self.page.commands}
        if event.key in commands:
            self._take(event, lambda: self.do(commands[event.key]))
        elif event.key in QUITTING:
            self._take(event, lambda: self.do(LEAVE))
        elif event.key == "escape":
            self._take(event, self._escape)
        elif event.key in {"tab", "shift+tab"}:
            self._take(event, lambda: self._tab(-1 if event.key == "shift+tab" else 1))
        elif event.key in PAGES:
            rows = max(self.talk.rows - 2, 1)
            self._take(event, lambda: self.board.roll(self.talk, PAGES[event.key] * rows))
        elif event.key in {"up", "down"}:
            self._take(event, lambda: self._arrow(event.key))
        elif event.is_printable and event.character:
            self._take(event, lambda: self._character(event.character or ""))

    def _take(self, event: events.Key, act: Callable[[], object]) -> None:
        event.stop()
        event.prevent_default()
        act()

    def _escape(self) -> None:
        """Close a panel or the slim field; never leave, and never answer."""
        if self.page.over:
            self._close_panel(self.page.over)
        elif self.typing and not self.hand.typed:
            self._write("")
            self.typing = False
            self._lay_out()
            self._go_to(self.desk)

    def _close_panel(self, panel: Panel) -> None:
        close = next((tile.id for tile in panel.tiles if tile.aside), "")
        if close:
            self.say(close)
        else:
            self.do(BACK)

    def _arrow(self, key: str) -> None:
        if key == "down" and self.focused is self.field:
            self._enter_desk()
        else:
            self.board.roll(self.talk, -3 if key == "up" else 3)

    def _tab(self, step: int) -> None:
        """Go to the next thing that can be touched or typed into, round and round."""
        stops: list[tuple[Pane | Field | None, str]] = [(self.field, "")] if self.typing else []
        for pane in (self.desk, self.talk):
            stops.extend((pane, spot.name) for spot in pane.targets)
        here = self.board.current
        now = (here, here.at) if self.focused is self.board else (self.field, "")
        at = stops.index(now) + step if now in stops else min(step, 0)
        if stops:
            self._go_to(*stops[at % len(stops)])

    def _character(self, character: str) -> None:
        """A number takes a tile; anything else begins an answer in words."""
        if character.isdecimal() and not self.typing and self._number(character):
            return
        self.digits = ""
        if not self.page.over and character.strip():
            self._open_field(character)

    def _number(self, digit: str) -> bool:
        """Take the tile of a number as soon as no longer number can be meant."""
        numbered = [*self.desk.targets, *self.talk.targets]
        for digits in (self.digits + digit, digit):
            name, only = called(numbered, digits)
            if not name:
                continue
            pane = self.desk if self.desk.spot(name) else self.talk
            self.digits = "" if only else digits
            if only:
                self._press(pane, name)
            else:
                self._go_to(pane, name)
            return True
        return False

    def _press(self, pane: Pane, name: str) -> None:
        if pane is self.bar:
            self.do(name)
        elif pane is self.talk:
            self.say(name.removeprefix("tile:"))
        else:
            self.desk.at = name
            self._deed(self.hand.press(name, self.text))

    def _open_field(self, text: str) -> None:
        field = self.make_field()
        if not self.typing:
            self.typing = True
            self._lay_out()
        self._go_to(field)
        field.add(text)
