"""The text field: an ordinary input that blinks, copies and keeps nothing."""

from __future__ import annotations

from typing import ClassVar
from unicodedata import category

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

LONGEST = 200


def clean(text: str) -> str:
    """Return the text without what is not to be seen: controls, directions, private signs."""
    return "".join(char for char in " ".join(text.split()) if category(char)[0] != "C")


class Field(Input, inherit_bindings=False):
    """Where an answer is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "cursor_left", show=False),
        Binding("right", "cursor_right", show=False),
        Binding("home", "home", show=False),
        Binding("end", "end", show=False),
        Binding("backspace", "delete_left", show=False),
        Binding("delete", "delete_right", show=False),
        Binding("enter", "submit", show=False),
    ]

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

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.add(event.text)
