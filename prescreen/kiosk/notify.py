"""Tells systemd how things stand, where systemd has started the machine."""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping
from contextlib import suppress


class Notify:
    """The service manager's socket; without one, nothing is said."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        # WATCHDOG_PID is not asked for: it names the session that this process runs in.
        address = environment.get("NOTIFY_SOCKET", "")
        self._address = f"\0{address[1:]}" if address.startswith("@") else address
        microseconds = environment.get("WATCHDOG_USEC", "")
        self._seconds = int(microseconds) / 1e6 if microseconds.isdecimal() else 0.0

    def every(self, usual: float) -> float:
        """Seconds between two words, soon enough for the watchdog."""
        return min(usual, self._seconds / 3) if self._seconds else usual

    def say(self, **words: str) -> None:
        """Send words such as READY="1"; a manager that is not there is not missed."""
        if not self._address:
            return
        text = "\n".join(f"{name}={value}" for name, value in words.items())
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as out:
            out.setblocking(False)
            out.sendto(text.encode(), self._address)
