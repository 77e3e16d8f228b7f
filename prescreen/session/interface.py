"""What a front end talks to."""

from __future__ import annotations

from typing import Protocol

from prescreen.page.model import Page


class VisitInterface(Protocol):
    """A visit as the front ends see it: they show `page`, and give back texts and commands."""

    @property
    def page(self) -> Page:
        """What is shown now."""

    def say(self, text: str) -> None:
        """Take what was typed, or the id of a tile that was touched."""

    def do(self, command: str) -> None:
        """Carry out a command of the page."""

    def preview(self, text: str) -> str:
        """What a text would be understood as here, or would be offered as; empty if neither."""

    def unattended(self, left: int) -> None:
        """Hide what is shown, for nobody is there; with seconds left, warn of the end."""

    def attended(self) -> None:
        """Somebody is there again."""

    def without_chinese(self) -> None:
        """Say on the first pages that this terminal can't show Chinese."""

    def more_time(self) -> None:
        """Wait longer from now on."""

    def settle(self) -> None:
        """Load what the first page did without. Raises FileError."""

    def end_of_input(self) -> str:
        """Forget everything because nobody is there any more; the last sentence to be said."""

    def expire(self) -> str:
        """Forget everything because nobody answered; the last sentence to be said."""
