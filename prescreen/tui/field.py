"""The text field: an ordinary input that blinks, copies and keeps nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from unicodedata import category, normalize

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

LONGEST = 200
ACTIONS: Mapping[str, Callable[[Input], None]] = {
    "left": Input.action_cursor_left,
    "right": Input.action_cursor_right,
    "home": Input.action_home,
    "end": Input.action_end,
    "backspace": Input.action_delete_left,
    "delete": Input.action_delete_right,
}


def clean(text: str) -> str:
    """Return the text composed, without what can't be seen: controls, directions, private signs."""
    seen = (char for char in " ".join(text.split()) if category(char)[0] != "C")
    return normalize("NFC", "".join(seen))


class Field(Input, inherit_bindings=False):
    """Where an answer is typed."""

    # A longer text needs no new layout: the field keeps its place and its width.
    virtual_size = Reactive(Size(0, 0))

    def __init__(self) -> None:
        super().__init__(id="field", select_on_focus=False, max_length=LONGEST, compact=True)
        self.cursor_blink = False
        self.display = False
        self.place = (0, 0, 0)

    def put(self, x: int, y: int, width: int) -> None:
        """Stand at this place on the screen."""
        if self.place != (x, y, width):
            self.place = (x, y, width)
            self.styles.offset = (x, y)
            self.styles.width = width

    def write(self, text: str) -> None:
        """Put this text in, the cursor at its end."""
        self.value = text[:LONGEST]
        self.cursor_position = len(self.value)

    def add(self, text: str) -> None:
        """Type this text at the cursor."""
        self.insert_text_at_cursor(clean(text)[: LONGEST - len(self.value)])

    def take(self, event: events.Key) -> bool:
        """Type a character or move the cursor; False if the key means nothing here."""
        if event.is_printable and event.character:
            self.insert_text_at_cursor(event.character)
        elif event.key in ACTIONS:
            ACTIONS[event.key](self)
        else:
            return False
        return True
