"""The text field: an ordinary input that blinks, copies and keeps nothing."""

from __future__ import annotations

from typing import ClassVar
from unicodedata import category

from textual import events
from textual.binding import Binding, BindingType
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

    async def _on_key(self, event: events.Key) -> None:
        """Take the field's own keys in their turn: a binding acts behind what is typed after it."""
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            event.prevent_default()
            event.stop()
            await self.run_action(binding.action)

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.add(event.text)
