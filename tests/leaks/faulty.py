"""The program with a fault: at one word it fails while it holds every answer."""

from __future__ import annotations

import sys

from prescreen.__main__ import main
from prescreen.session.visit import Visit

WORD = "falter"


def falter(visit: Visit, text: str) -> None:
    """Fail with all the answers in the error, as careless code would."""
    page = visit.page
    said = [f"{each.asked} {each.answered}" for each in page.turns]
    raise ValueError(f"{text}: {said} {page.heard} {page!r} {visit.dialog.route!r}")


def wrap() -> None:
    """Let a visit fail at the word."""
    say = Visit.say

    def careless(visit: Visit, text: str) -> None:
        if text == WORD:
            falter(visit, text)
        say(visit, text)

    setattr(Visit, "say", careless)  # noqa: B010


if __name__ == "__main__":
    wrap()
    sys.exit(main())
