"""A sign of life, for a supervisor that starts another process when this one is stuck."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from prescreen.system.signals import GONE

if TYPE_CHECKING:
    from textual.app import App

EVERY = 1.0


class Pulse:
    """Gives a byte a second to a descriptor while this process moves."""

    def __init__(self, descriptor: int, drained: Callable[[], bool]) -> None:
        self._descriptor = descriptor
        self._drained = drained
        os.set_blocking(descriptor, False)

    def start(self, app: App[Any]) -> None:
        """Beat now, and then each second in which the app and its screen have taken a message."""
        self.beat()
        app.set_interval(EVERY, lambda: app.screen.call_later(self.beat))

    def beat(self) -> None:
        """Give a byte, unless the terminal has not taken what it was given."""
        if not self._drained():
            return
        try:
            os.write(self._descriptor, b".")
        except BlockingIOError:
            return
        except OSError:
            os._exit(GONE)
