"""A number that is typed to take a tile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prescreen.system.privacy import Silent
from prescreen.tui.layout.spots import Spot


@dataclass(frozen=True, repr=False)
class Called(Silent):
    """The tile that the digits so far call; `only` if no longer number begins with them."""

    name: str
    only: bool


class Digits:
    """Waits for the next digit as long as a longer number can be meant."""

    def __init__(self) -> None:
        self.typed = ""

    def take(self, digit: str, spots: Sequence[Spot], *, figures: bool) -> Called | None:
        """Take a digit; None if no tile has such a number.

        Where an answer can be written in `figures` too, a second digit belongs to the first.
        """
        alone = () if self.typed and figures else (digit,)
        for digits in (self.typed + digit, *alone):
            if found := called(spots, digits):
                self.typed = digits
                return found
        return None

    def forget(self) -> str:
        """Begin anew; the digits that were typed."""
        typed, self.typed = self.typed, ""
        return typed


def called(spots: Sequence[Spot], digits: str) -> Called | None:
    """Return the spot that a number means."""
    numbers = [spot for spot in spots if spot.number.startswith(digits) and digits]
    exact = [spot.name for spot in numbers if spot.number == digits]
    return Called(exact[0], len(numbers) == 1) if exact and exact[0] else None
