"""What the staff can read in the journal: how processes ended, and never what anybody answered."""

from __future__ import annotations

import signal
import sys
from contextlib import suppress
from typing import TextIO

CAN_BEGIN = "A visitor can begin."
NOBODY = "No visitor can begin: "
REPLACED = "A visitor's process was replaced: "
STUCK = "it gave no sign of life."
SILENT = "The terminal does not answer. It is started anew."
NOT_READ = "The files can't be read: "


class Notes:
    """Writes to the journal, each sentence once until there is another one."""

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out or sys.stderr
        self._last = ""

    def say(self, sentence: str) -> None:
        """Note a sentence; on the terminal itself nothing is said, for visitors sit there."""
        if sentence == self._last or self._out.isatty():
            return
        self._last = sentence
        with suppress(OSError):
            print(sentence, file=self._out, flush=True)


def how(code: int) -> str:
    """How a process has ended that ended with this code."""
    if code >= 0:
        return f"it ended with code {code}."
    try:
        return f"it was ended by {signal.Signals(-code).name}."
    except ValueError:
        return f"it was ended by signal {-code}."
