"""What shows the page, as what is typed and touched sees it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from prescreen.page.model import Command, Page
from prescreen.tui.layout.pane import Pane


class Host(Protocol):
    """What shows the page."""

    page: Page

    def say(self, text: str) -> None:
        """Give a text to the visit."""

    def do(self, command: str) -> None:
        """Carry out a command."""

    def lay_out(self) -> None:
        """Show the page again, for other answers or a longer text."""

    def paint(self) -> None:
        """Show what has changed on the panes."""

    def repaint(self) -> None:
        """Send the whole screen again."""

    def roll(self, rows: int) -> None:
        """Scroll the conversation."""

    def turn(self, step: int) -> bool:
        """Turn to another leaf of the page; False where there is none."""

    @property
    def unread(self) -> bool:
        """Whether leaves are left to be read before the page can be answered."""

    def later(self, seconds: float, call: Callable[[], None]) -> None:
        """Do something after so many seconds."""

    def typing(self) -> None:
        """Know that a character is about to be typed."""

    def typed(self) -> None:
        """Know that the text has changed, before that is shown."""

    def answers_turned(self) -> None:
        """Know that the list of commands is shown in place of the answers, or no longer."""

    def press_aside(self, pane: Pane, name: str) -> None:
        """Take a spot beside the page."""

    @property
    def listed(self) -> tuple[Command, ...]:
        """The commands to be listed where the line below has no room for them."""
