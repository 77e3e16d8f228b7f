"""What a front end talks to."""

from __future__ import annotations

from typing import Protocol

from prescreen.page.model import Page


class Visitor(Protocol):
    """A visit as the front ends see it: they show `page`, and give back texts and commands."""

    @property
    def page(self) -> Page:
        """What is shown now."""

    def say(self, text: str) -> None:
        """Take what was typed, or the id of a tile that was touched."""

    def do(self, command: str) -> None:
        """Carry out a command of the page."""

    def preview(self, text: str) -> str:
        """What a text would be understood as here; empty if it would not be taken."""

    def settle(self) -> None:
        """Load what the first page did without. Raises FileError."""

    def end_of_input(self) -> str:
        """Forget everything because nobody is there any more; the last sentence to be said."""
