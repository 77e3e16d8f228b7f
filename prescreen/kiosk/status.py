"""How a kiosk is, from outside: whether a visitor can begin, since when, what was started anew.

It asks systemd and the journal, which hold nothing of what anybody answered.
"""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from prescreen.kiosk.devices import can_be_used
from prescreen.kiosk.notes import CAN_BEGIN, NOBODY, NOT_READ, REPLACED, SILENT, STUCK
from prescreen.kiosk.status_words import StatusWords
from prescreen.page.words import Sentence

UNIT, SCREEN = "prescreen-kiosk.service", "prescreen-x.service"
PROPERTIES = "LoadState,ActiveState,StatusText"
JOURNAL = ("journalctl", "-b", "-o", "json", "-u", UNIT, "-u", SCREEN, "--no-pager", "-q")
STARTED_ANEW = "5eb03494b6584870a536b337290809b2"
"""The journal's mark of a unit that is started again by itself."""
DEVICES = Path("/proc/bus/input/devices")
Ask = Callable[[Sequence[str]], str]
StatusLine = tuple[Sentence, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the journal."""

    at: datetime
    text: str
    unit: str
    mark: str
    result: str


def output_of(command: Sequence[str]) -> str:
    """What a command of this machine says; nothing, if it is not there or refuses."""
    try:
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""


def report(ask: Ask = output_of, devices: Path = DEVICES) -> tuple[bool, list[StatusLine]]:
    """Whether a visitor can begin, and all there is to say, a line each."""
    kiosk, screen = (
        _shown(ask(("systemctl", "show", "-p", PROPERTIES, unit))) for unit in (UNIT, SCREEN)
    )
    if kiosk.get("LoadState") != "loaded":
        return False, [(StatusWords.ABSENT, {})]
    events = list(_events(ask(JOURNAL)))
    can, lines = _state(kiosk, screen, events)
    if not can_be_used(devices):
        can = False
        lines = [(StatusWords.CANNOT, {}), (StatusWords.NO_INPUT, {})]
    return can, [*lines, *(_anew(events) if events else [(StatusWords.CLOSED, {})])]


def _shown(said: str) -> Mapping[str, str]:
    return dict(line.partition("=")[::2] for line in said.splitlines())


def _state(
    kiosk: Mapping[str, str], screen: Mapping[str, str], events: Sequence[Event]
) -> tuple[bool, list[StatusLine]]:
    state, said = kiosk.get("ActiveState"), kiosk.get("StatusText", "")
    if state in ("inactive", "failed"):
        return False, [(StatusWords.STOPPED, {})]
    if said.startswith(NOBODY):
        why = (StatusWords.REASON, {"reason": said.removeprefix(NOBODY)})
        return False, [(StatusWords.CANNOT, {}), *_since(events), why]
    if screen.get("ActiveState") != "active":
        return False, [(StatusWords.CANNOT, {}), (StatusWords.NO_SCREEN, {})]
    if state == "active" and said == CAN_BEGIN:
        return True, [(StatusWords.CAN, {}), *_since(events)]
    return False, [(StatusWords.STARTING, {})]


def _since(events: Sequence[Event]) -> Iterator[StatusLine]:
    """Since when it is so: the first of the last sentences that say the same."""
    first: Event | None = None
    before = None
    for event in events:
        now = _tells(event)
        if now is not None and now != before:
            first, before = event, now
    if first:
        yield StatusWords.SINCE, {"time": f"{first.at:%Y-%m-%d %H:%M}"}


def _tells(event: Event) -> bool | None:
    """Whether a line says that a visitor can begin; None if it says neither."""
    if event.text == CAN_BEGIN:
        return True
    if event.text.startswith(NOBODY) or event.text == SILENT or event.mark == STARTED_ANEW:
        return False
    return None


def _events(said: str) -> Iterator[Event]:
    for line in said.splitlines():
        found: dict[str, Any] = json.loads(line)
        yield Event(
            datetime.fromtimestamp(int(found["__REALTIME_TIMESTAMP"]) / 1e6),
            str(found.get("MESSAGE", "")),
            str(found.get("UNIT", "")),
            str(found.get("MESSAGE_ID", "")),
            str(found.get("UNIT_RESULT", "")),
        )


def _anew(events: Sequence[Event]) -> Iterator[StatusLine]:
    visitors = Counter(
        _why(each.text.removeprefix(REPLACED)) for each in events if each.text.startswith(REPLACED)
    )
    units = {unit: [each for each in events if each.unit == unit] for unit in (UNIT, SCREEN)}
    times = {unit: sum(each.mark == STARTED_ANEW for each in of) for unit, of in units.items()}
    if not visitors and not any(times.values()):
        yield StatusWords.NOTHING, {}
    yield from _counted(StatusWords.VISITORS, visitors.total(), visitors)
    for sentence, unit in ((StatusWords.PROGRAM, UNIT), (StatusWords.SCREEN, SCREEN)):
        results = Counter(
            _RESULTS.get(each.result, StatusWords.ERROR) for each in units[unit] if each.result
        )
        yield from _counted(sentence, times[unit], results)


def _counted(sentence: Sentence, count: int, whys: Counter[Sentence]) -> Iterator[StatusLine]:
    if count:
        yield sentence, {"count": str(count)}
        for why, times in whys.most_common():
            yield why, {"times": str(times)}


_RESULTS = {
    "watchdog": StatusWords.SILENT,
    "timeout": StatusWords.SILENT,
    "signal": StatusWords.KILLED,
    "oom-kill": StatusWords.KILLED,
}


def _why(said: str) -> Sentence:
    if said == STUCK:
        return StatusWords.SILENT
    if said.startswith(NOT_READ):
        return StatusWords.FILES
    return StatusWords.KILLED if "SIGKILL" in said else StatusWords.ERROR
