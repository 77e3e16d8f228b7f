"""The one screen: it gives back to the visit what was typed or touched."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import events, on

from prescreen.page.model import Page, Panel, Pick
from prescreen.page.parts import BACK, LEAVE
from prescreen.system.idle import Watch
from prescreen.tui.controls.field import clean
from prescreen.tui.controls.hands import Deed, Do, MenuHand, Reveal, Say, Write, called
from prescreen.tui.controls.key_repeat import Held
from prescreen.tui.layout.bar import MORE
from prescreen.tui.layout.board import Board
from prescreen.tui.layout.pane import Pane
from prescreen.tui.paging import Paged

if TYPE_CHECKING:
    from prescreen.session.visitor import Visitor

SETTLE = 0.4
QUITTING = {"ctrl+c", "ctrl+q", "ctrl+d", "ctrl+z"}
PAGES = {"pageup": -1, "pagedown": 1}


class VisitScreen(Paged, inherit_bindings=False):
    """Where keys, touches and typed texts become answers and commands."""

    def __init__(self, visit: Visitor, watch: Watch, held: Held, *, rests: bool = False) -> None:
        super().__init__(visit, watch, held, rests=rests)
        self.answered = self.page
        self.digits = ""

    def forget(self) -> None:
        """Forget the conversation before this page."""
        super().forget()
        self.answered = self.page

    def _take_up(self, page: Page, before: Page | None) -> None:
        self.digits = ""
        super()._take_up(page, before)

    def _deed(self, deed: Deed) -> None:
        match deed:
            case Say(text):
                if text:
                    self.say(text)
                else:
                    self.nudged = True
                    self._answer_changed()
            case Write(text):
                self.nudged = False
                self.field.write(text)
                self._answer_changed()
            case Reveal(focus):
                self.desk.at = focus
                self._answer_changed()
                self.go_to(self.desk)
            case Do(command):
                self._show_menu(None)
                self.do(command)

    @on(Board.Touched)
    def _touched(self, message: Board.Touched) -> None:
        """Take a touch; the second half of a double touch never answers the next page."""
        if self.held.clock() - self.turned >= self.held.settle:
            if message.pane is self.field:
                self.field.touch(message.x)
            self._press(message.pane, message.name)

    def typed(self) -> None:
        """Show at once what the text would be understood as."""
        self.nudged = False
        self._answer_changed()

    def _answer_changed(self) -> None:
        if not self.show_answer(self._shown, self._hint()):
            self._lay_out()

    def on_paste(self, event: events.Paste) -> None:
        """Put a pasted text into the field, wherever the focus is."""
        if not self.page.over:
            self._open_field(event.text)

    def key(self, event: events.Key) -> None:
        """Take a key: a command's, one that goes somewhere, or one that answers."""
        key = event.key
        commands = {command.key: command.id for command in self.page.commands}
        if key in commands or key in QUITTING:
            self.do(commands.get(key, LEAVE))
        elif key == "ctrl+l":
            self.repaint()
        elif key == "escape":
            self._escape()
        elif key in {"tab", "shift+tab"}:
            self.tab(-1 if key == "shift+tab" else 1)
        elif key in PAGES:
            self.board.roll(self.talk, PAGES[key] * max(self.talk.rows - 2, 1))
        elif self.board.current is self.field:
            self._key_in_field(event)
        else:
            self._key_on_board(event)

    def _key_in_field(self, event: events.Key) -> None:
        if event.key == "enter":
            self._deed(Say(self.text.strip()))
        elif event.key == "down":
            self.enter_desk()
        elif event.key == "up":
            self.board.roll(self.talk, -3)
        else:
            before = self.text
            self.field.take(event)
            if self.text != before:
                self.typed()
            self.board.paint()

    def _key_on_board(self, event: events.Key) -> None:
        match self.board.take(event.key):
            case Board.Touched(pane=pane, name=name):
                self._press(pane, name)
            case Board.Edge(pane, key):
                self.edge(pane, key == "up")
            case True:
                pass
            case _ if event.key in {"up", "down"}:
                self.board.roll(self.talk, -3 if event.key == "up" else 3)
            case _ if event.is_printable and event.character:
                self._character(event.character)

    def _escape(self) -> None:
        """Close a panel or the slim field; never leave, and never answer."""
        if self.menu:
            self._show_menu(None)
        elif self.page.over:
            self._close_panel(self.page.over)
        elif self.typing and not self.hand.typed:
            self.field.write("")
            self.typing = False
            self._lay_out()
            self.go_to(self.desk)

    def _close_panel(self, panel: Panel) -> None:
        close = next((tile.id for tile in panel.tiles if tile.aside), "")
        if close:
            self.say(close)
        else:
            self.do(BACK)

    def _character(self, character: str) -> None:
        """A number takes a tile; anything else begins an answer in words."""
        if character.isdecimal() and not self.typing and self._number(character):
            return
        begun, self.digits = self.digits if self._figures else "", ""
        if not self.page.over and character.strip():
            self._open_field(begun + character)

    @property
    def _figures(self) -> bool:
        return isinstance(self.page.control, Pick) and self.page.control.figures

    def _number(self, digit: str) -> bool:
        """Take the tile of a number as soon as nothing longer can be meant."""
        numbered = [*self.desk.targets, *self.talk.targets]
        alone = () if self.digits and self._figures else (digit,)
        for digits in (self.digits + digit, *alone):
            name, only = called(numbered, digits)
            if not name:
                continue
            pane = self.desk if self.desk.spot(name) else self.talk
            waits = self._figures and self.held.settle > 0
            if only and not waits:
                self.digits, self.answered = "", self.page
                self.held.answered(digit)
                self._press(pane, name)
                return True
            self.digits = digits
            self.go_to(pane, name)
            if waits:
                self.set_timer(self.held.settle, partial(self._no_longer, digits, pane, name))
            return True
        return False

    def _no_longer(self, digits: str, pane: Pane, name: str) -> None:
        """Take the tile of a number after which nothing more was typed."""
        if self.digits == digits and pane.at == name:
            self._press(pane, name)

    def take_back(self) -> None:
        """Go back to the question that a held key has answered."""
        if not self.page.over and not self.answered.over and self.page.name != self.answered.name:
            self.do(BACK)

    def _press(self, pane: Pane, name: str) -> None:
        if pane is self.field:
            self.go_to(pane)
        elif pane is self.bar and name == MORE:
            self._show_menu(MenuHand(self.page.commands, self.page.less))
        elif pane is self.bar:
            self.do(name)
        elif pane is self.talk:
            self.say(name.removeprefix("tile:"))
        else:
            self.desk.at = name
            self._deed(self._shown.press(name, self.text))

    def _show_menu(self, menu: MenuHand | None) -> None:
        """Show all commands in place of the answers, or put them away."""
        self.menu, self.desk.at, self.desk.top = menu, "", 0
        self._lay_out()
        self.go_to(self.field if self.writing else self.desk)

    def _open_field(self, text: str) -> None:
        self.field.add(clean(text))
        self.typing, self.menu = True, None
        self.go_to(self.field)
        self.typed()
