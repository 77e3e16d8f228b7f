"""What the staff can read in the journal: how processes ended, and never what anybody answered."""

from __future__ import annotations

import os
import signal
from contextlib import suppress

CAN_BEGIN = "A visitor can begin."
NOBODY = "No visitor can begin: "
REPLACED = "A visitor's process was replaced: "
STUCK = "it gave no sign of life."
SILENT = "The terminal does not answer. It is started anew."
NOT_READ = "The files can't be read: "


class Notes:
    """Writes to the journal's descriptor, each sentence once until there is another one."""

    def __init__(self, descriptor: int) -> None:
        self._journal = descriptor
        self._last = ""

    def say(self, sentence: str) -> None:
        """Note a sentence; on the terminal itself nothing is said, for visitors sit there."""
        if sentence == self._last or os.isatty(self._journal):
            return
        self._last = sentence
        with suppress(OSError):
            os.write(self._journal, f"{sentence}\n".encode())


def how(code: int) -> str:
    """How a process has ended that ended with this code."""
    if code >= 0:
        return f"it ended with code {code}."
    try:
        return f"it was ended by {signal.Signals(-code).name}."
    except ValueError:
        return f"it was ended by signal {-code}."
