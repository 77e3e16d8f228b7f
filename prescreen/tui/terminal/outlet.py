"""The way out to the terminal: bytes to its descriptor, and no buffer that could hang the end."""

from __future__ import annotations

import os

from prescreen.system.signals import GONE


class Outlet:
    """What the writer thread writes to; a terminal that is gone ends the program."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._waiting: list[str] = []

    def fileno(self) -> int:
        """The terminal's descriptor."""
        return self._descriptor

    @property
    def busy(self) -> bool:
        """Whether the terminal has not yet taken what it was given."""
        return bool(self._waiting)

    def write(self, text: str) -> None:
        """Keep a text until the next flush."""
        self._waiting.append(text)

    def flush(self) -> None:
        """Write what waits."""
        data = "".join(self._waiting).encode("utf-8", "replace")
        try:
            while data:
                data = data[os.write(self._descriptor, data) :]
        except OSError:
            os._exit(GONE)
        self._waiting.clear()
