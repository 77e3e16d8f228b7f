"""What each visitor's process is started with: its arguments and its environment."""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from prescreen.files import places
from prescreen.system.idle import IdleTimes

STUCK_AFTER = 10.0
"""Seconds without a pulse after which a process counts as stuck."""
PASSED_ON = ("TERM", "LANG", "COLORTERM", "PATH", "NO_COLOR", "TZ")
LOCALE = "LC_"


@dataclass(frozen=True, slots=True)
class Order:
    """How staff have set up the machine; `sorry` is shown when no visitor's process stays alive."""

    flow: Path | None
    site: Path | None
    language: str | None
    today: date | None
    idle: IdleTimes
    stuck: float = STUCK_AFTER
    sorry: tuple[str, ...] = ()

    @property
    def flows(self) -> list[Path]:
        """The flow that is named, or else all that are shipped. Raises FileError."""
        return [self.flow] if self.flow else places.flow_files()

    def command(self, pulse: int) -> list[str]:
        """The command of a visitor's process that gives its pulse to this descriptor."""
        # As -I has it, but for a PYTHONPATH that names a checkout. And it writes no file at all.
        python = [sys.executable, "-P", "-s", "-B", "-m", "prescreen"]
        chosen = {
            "--site": self.site,
            "--flow": self.flow,
            "--lang": self.language,
            "--today": self.today,
            "--idle": f"{self.idle.hide:g},{self.idle.warn:g},{self.idle.end:g}",
            "--pulse": pulse,
        }
        given = [[name, str(value)] for name, value in chosen.items() if value is not None]
        return [*python, *(part for pair in given for part in pair)]


def environment(around: Mapping[str, str]) -> dict[str, str]:
    """The little of the environment around that a visitor's process is given."""
    passed = {
        name: value
        for name, value in around.items()
        if name in PASSED_ON or name.startswith(LOCALE)
    }
    checkout = _checkout()
    return {**passed, "PYTHONPATH": checkout} if checkout else passed


def _checkout() -> str | None:
    """Where this very package is, if Python would not find it by itself."""
    place = places.PACKAGE.parent
    installed = {Path(sysconfig.get_path(name)).resolve() for name in ("purelib", "platlib")}
    return None if place in installed else str(place)
