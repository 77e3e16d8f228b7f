"""The text field: an ordinary input that blinks, copies and keeps nothing."""

from __future__ import annotations

from unicodedata import category, normalize

from textual import events
from textual.widgets import Input

LONGEST = 200
EDITING = {
    "left": "cursor_left",
    "right": "cursor_right",
    "home": "home",
    "end": "end",
    "backspace": "delete_left",
    "delete": "delete_right",
    "enter": "submit",
}


def clean(text: str) -> str:
    """Return the text composed, without what can't be seen: controls, directions, private signs."""
    seen = (char for char in " ".join(text.split()) if category(char)[0] != "C")
    return normalize("NFC", "".join(seen))


class Field(Input, inherit_bindings=False):
    """Where an answer is typed."""

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
        """Carry out an editing key at once; a binding would come after what is typed next."""
        if event.key in EDITING:
            event.prevent_default()
            event.stop()
            await self.run_action(EDITING[event.key])

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.add(event.text)
