"""What keys, touches and pasted texts do to the page that is shown."""

from __future__ import annotations

from functools import partial

from textual import events

from prescreen.page.model import Panel, Pick, Typed
from prescreen.page.parts import BACK, LEAVE
from prescreen.tui.controls.answering import Answering
from prescreen.tui.controls.digits import Digits, called
from prescreen.tui.controls.focus import ARROWS, Focus
from prescreen.tui.controls.host import Host
from prescreen.tui.controls.key_repeat import KeyRepeat, Press
from prescreen.tui.controls.tiles import Deed, Do, Reveal, Say, TurnLeaf, Write
from prescreen.tui.layout.commands import MORE
from prescreen.tui.layout.field import clean
from prescreen.tui.layout.pane import Pane
from prescreen.tui.layout.panes import Panes
from prescreen.tui.layout.spots import Spot

QUITTING = {"ctrl+c", "ctrl+q", "ctrl+d", "ctrl+z"}
PAGE_KEYS = {"pageup": -1, "pagedown": 1}
ROLL = 3


class Input:
    """From keys and touches to texts and commands."""

    def __init__(
        self, host: Host, panes: Panes, where: Focus, answering: Answering, repeat: KeyRepeat
    ) -> None:
        self.host, self.panes, self.where = host, panes, where
        self.answering, self.repeat = answering, repeat
        self.digits = Digits()
        self._answered = host.page
        self._turned = self._waiting_since = 0.0

    def forget(self) -> None:
        """Forget the page that was answered last."""
        self._answered = self.host.page

    def begin(self) -> None:
        """Take nothing of the page before for this one."""
        self.digits.forget()
        self._turned = self.repeat.clock()

    # ---- keys ---------------------------------------------------------------------------------

    def key(self, event: events.Key) -> None:
        """Take a key, unless it is only held down since it answered the page before."""
        match self.repeat.judge(event.key, typing=self._in_field):
            case Press.FRESH:
                self._fresh(event)
            case Press.HELD:
                self._take_back()
            case Press.REPEAT:
                pass

    @property
    def _in_field(self) -> bool:
        return self.where.pane is self.panes.field

    def _fresh(self, event: events.Key) -> None:
        """Take a key: a command's, one that goes somewhere, or one that answers."""
        key = event.key
        commands = {command.key: command.id for command in self.host.page.commands}
        if key in commands or key in QUITTING:
            self.host.do(commands.get(key, LEAVE))
        elif key == "ctrl+l":
            self.host.repaint()
        elif key == "escape":
            self.escape()
        elif key in {"tab", "shift+tab"}:
            self.where.tab(-1 if key == "shift+tab" else 1)
            self.host.paint()
        elif key in PAGE_KEYS and self.host.turn(PAGE_KEYS[key]):
            pass
        elif key in PAGE_KEYS:
            self.host.roll(PAGE_KEYS[key] * max(self.panes.conversation.rows - 2, 1))
        elif self._in_field:
            self._key_in_field(event)
        elif key in ARROWS:
            self._arrow(key, self.where.arrow(key))
        elif key in {"enter", "space"} and self.where.target:
            self.press(*self.where.target)
        elif event.is_printable and event.character and not self.host.unread:
            self._character(event.character)

    def _key_in_field(self, event: events.Key) -> None:
        written = event.character if event.is_printable else None
        if written and self.answering.starts_anew:
            self.answering.put_away()
            self._character(written)
        elif event.key == "enter":
            self._act(Say(Typed(self.answering.text.strip())))
        elif event.key in {"up", "down"}:
            self._arrow(event.key, self.where.leave(upward=event.key == "up"))
        else:
            before = self.answering.text
            self.panes.field.take(event)
            if self.answering.text != before:
                self._typed()
            self.host.paint()

    def _arrow(self, key: str, moved: bool) -> None:
        """Show where an arrow key has led; one that led nowhere scrolls the conversation."""
        if moved:
            self.host.paint()
        elif key in {"up", "down"}:
            self.host.roll(-ROLL if key == "up" else ROLL)

    def _take_back(self) -> None:
        """Go back to the question that a held key has answered."""
        page, answered = self.host.page, self._answered
        if not page.over and not answered.over and page.name != answered.name:
            self.host.do(BACK)

    def escape(self) -> None:
        """Close a panel or the slim field; never leave, and never answer."""
        if self.answering.menu:
            self._close_menu()
        elif self.host.page.over:
            self._close_panel(self.host.page.over)
        elif self.answering.put_away():
            self.host.lay_out()
            self.go_to(self.panes.answers)

    def _close_panel(self, panel: Panel) -> None:
        close = next((tile.id for tile in panel.tiles if tile.aside), "")
        if close:
            self.host.say(close)
        else:
            self.host.do(BACK)

    # ---- what is typed ------------------------------------------------------------------------

    def _character(self, character: str) -> None:
        """A number takes a tile; anything else begins an answer in words."""
        self.host.typing()
        if self._typed_ahead(character):
            self._character(character)
            return
        if character.isdecimal() and not self.answering.typing and self._number(character):
            return
        begun = self.digits.forget()
        if not self.host.page.over and character.strip():
            self._open_field((begun if self._figures else "") + character)

    @property
    def _figures(self) -> bool:
        control = self.host.page.control
        return isinstance(control, Pick) and control.figures

    def _number(self, digit: str) -> bool:
        """Take the tile of a number as soon as nothing longer can be meant."""
        found = self.digits.take(digit, self._numbered, figures=self._figures)
        pane = self.panes.holder(found.name) if found else None
        if found is None or pane is None:
            return False
        waits = self._figures and self.repeat.settle > 0
        if found.only and not waits:
            self.digits.forget()
            self._answered = self.host.page
            self.repeat.answered(digit)
            self.press(pane, found.name)
            return True
        self._waiting_since = self.repeat.clock()
        self.go_to(pane, found.name)
        if waits:
            late = partial(self._no_longer, self.digits.typed, pane, found.name)
            self.host.later(self.repeat.settle, late)
        return True

    def _typed_ahead(self, character: str) -> bool:
        """Take the tile that a digit waits for, if at once one comes that makes no number with it.

        1 and 40 mg in one go: the 4 is of the next answer.
        """
        waiting, spots = self.digits.typed, self._numbered
        at_once = self.repeat.clock() - self._waiting_since < self.repeat.settle
        if not (waiting and character.isdecimal() and at_once) or self._figures:
            return False
        first = called(spots, waiting)
        pane = self.panes.holder(first.name) if first else None
        if first is None or pane is None or called(spots, waiting + character):
            return False
        self.digits.forget()
        self._answered = self.host.page
        self.press(pane, first.name)
        return True

    @property
    def _numbered(self) -> list[Spot]:
        return [*self.panes.answers.targets, *self.panes.conversation.targets]

    def _no_longer(self, digits: str, pane: Pane, name: str) -> None:
        """Take the tile of a number after which nothing more was typed."""
        if self.digits.typed == digits and pane.at == name:
            self.press(pane, name)

    def paste(self, text: str) -> None:
        """Put a pasted text into the field, wherever the focus is."""
        if not self.host.page.over and not self.host.unread:
            self._open_field(text)

    def _open_field(self, text: str) -> None:
        self.answering.add(clean(text))
        self.go_to(self.panes.field)
        self._typed()

    def _typed(self) -> None:
        """Show at once what the text would be understood as."""
        self.host.typed()
        self.answering.nudged = False
        self.answer_changed()

    # ---- what is touched ----------------------------------------------------------------------

    def touch(self, pane: Pane, name: str, x: int) -> None:
        """Take a touch; the second half of a double touch never answers the next page."""
        if self.repeat.clock() - self._turned >= self.repeat.settle:
            if pane is self.panes.field:
                self.panes.field.touch(x)
            self.press(pane, name)

    def press(self, pane: Pane, name: str) -> None:
        """Take a spot."""
        if pane is self.panes.field:
            self.go_to(pane)
        elif pane is self.panes.commands and name == MORE:
            self.answering.show_menu(self.host.listed, self.host.page.less)
            self._turn_answers()
        elif pane is self.panes.commands:
            self.host.do(name)
        elif pane is self.panes.conversation:
            self.host.say(name.removeprefix("tile:"))
        elif pane is self.panes.answers:
            pane.at = name
            self._act(self.answering.shown.press(name, self.answering.text))
        else:
            self.host.press_aside(pane, name)

    def _act(self, deed: Deed) -> None:
        match deed:
            case Say(text) if text:
                self.host.say(text)
            case Say():
                self.answering.nudged = True
                self.answer_changed()
            case Write(text):
                self.answering.nudged = False
                self.panes.field.write(text)
                self.answer_changed()
            case Reveal(name):
                self.panes.answers.at = name
                self.answer_changed()
                self.go_to(self.panes.answers)
            case TurnLeaf():
                self.host.turn(1)
            case Do(command):
                self._close_menu()
                self.host.do(command)

    def _close_menu(self) -> None:
        self.answering.menu = None
        self._turn_answers()

    def _turn_answers(self) -> None:
        """Show other answers to the same page."""
        self.panes.answers.at, self.panes.answers.top = "", 0
        self.host.lay_out()
        self.go_to(self.panes.field if self.answering.writing else self.panes.answers)
        self.host.answers_turned()

    # ---- what is shown then -------------------------------------------------------------------

    def go_to(self, pane: Pane, name: str | None = None) -> None:
        """Move the focus to a pane, and there to a spot."""
        self.where.go_to(pane, name)
        self.host.paint()

    def answer_changed(self) -> None:
        """Show the answer as it is being given, in the room it has if that is enough."""
        if self.panes.show_answers(self.answering.shown, self.answering.hint(self.host.page)):
            self.host.paint()
        else:
            self.host.lay_out()
