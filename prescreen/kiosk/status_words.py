"""Every sentence that staff read about a kiosk; no visitor reads them."""

from __future__ import annotations

from collections.abc import Iterator

from prescreen.language.catalogs import Message, forms
from prescreen.page.words import Sentence, say

KIOSK_DOMAIN = "kiosk"
"""The domain of these sentences."""


class StatusWords:
    """The sentences by name; the name is the translator's context."""

    # Whether a visitor can begin
    CAN = say("A visitor can begin.")
    CANNOT = say("No visitor can begin.")
    STARTING = say("The kiosk is starting. Look again in a minute.")
    STOPPED = say("The kiosk is switched off.")
    ABSENT = say("This machine is not set up as a kiosk.")
    SINCE = say("Since {time}")
    REASON = say("The reason: {reason}")
    NO_SCREEN = say("The screen (prescreen-x) is not running.")
    NO_INPUT = say("No keyboard, no mouse and no touch screen is connected.")

    # What was started anew
    NOTHING = say("Nothing has been started anew since the machine was switched on.")
    VISITORS = say("Visitors' processes replaced since the machine was switched on: {count}")
    PROGRAM = say("The kiosk was started anew since the machine was switched on: {count}")
    SCREEN = say("The screen was started anew since the machine was switched on: {count}")
    CLOSED = say("To see how often it was started anew, and why, run this with sudo.")

    # Why
    SILENT = say("It gave no sign of life.")
    KILLED = say("It was ended from outside, or there was too little memory.")
    FILES = say("A file could not be read.")
    ERROR = say("It ended with an error.")


def status_messages() -> Iterator[Message]:
    """Every sentence about a kiosk, for the catalogs."""
    for sentence in vars(StatusWords).values():
        if isinstance(sentence, Sentence):
            yield from forms(sentence.text, sentence.context)
