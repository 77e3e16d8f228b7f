"""A sign of life, for a supervisor that starts another process when this one is stuck."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from prescreen.system.signals import GONE

if TYPE_CHECKING:
    from textual.app import App

EVERY = 1.0
BEGUN, WHOLE = b".", b"+"
"""What is given while the first page stands, and once all behind it is loaded."""


class Pulse:
    """Gives a byte a second to a descriptor while this process moves."""

    def __init__(
        self, descriptor: int, answered: Callable[[], bool], whole: Callable[[], bool]
    ) -> None:
        self._descriptor = descriptor
        self._answered = answered
        self._whole = whole
        os.set_blocking(descriptor, False)

    def start(self, app: App[Any]) -> None:
        """Beat each second in which the app and its screen have taken a message."""
        self._answered()
        app.set_interval(EVERY, lambda: app.screen.call_later(self.beat))

    def beat(self) -> None:
        """Give a byte, unless the terminal has not answered since the last one."""
        if not self._answered():
            return
        try:
            os.write(self._descriptor, WHOLE if self._whole() else BEGUN)
        except BlockingIOError:
            return
        except OSError:
            os._exit(GONE)
