"""The terminal front end: the only place that imports textual or rich."""

from __future__ import annotations

import os
import sys
import typing
from types import ModuleType
from typing import TYPE_CHECKING

from prescreen.system.idle import HOME, IdleTimes
from prescreen.system.stand_ins import StandIn

if TYPE_CHECKING:
    from prescreen.session.interface import VisitInterface


def without_unused(modules: dict[str, ModuleType]) -> None:
    """Before Textual is loaded: let it do without what no page of ours uses."""
    from prescreen.tui.terminal import no_downloads, no_palette, no_suggestions

    modules.setdefault("textual.command", no_palette)
    modules.setdefault("textual.suggestions", no_suggestions)
    modules.setdefault("platformdirs", no_downloads)
    # Textual asks of it what Python's own has by now.
    held = {name: getattr(typing, name) for name in typing.__all__}
    modules.setdefault("typing_extensions", StandIn("typing_extensions", held))


COLOURED = ("xterm", "screen", "tmux", "rxvt", "linux", "vte", "foot", "alacritty", "kitty")
"""How the names of terminals begin that are known to have colours."""


def has_colours(term: str) -> bool:
    """Whether a terminal of this kind shows colours; one that is not known is thought to."""
    if not term or "color" in term or (term.startswith(COLOURED) and not term.endswith("-m")):
        return True
    import curses

    try:
        curses.setupterm(term, 1)
    except curses.error:
        return True
    return curses.tigetnum("colors") > 0


def run_tui(
    visit: VisitInterface, idle_times: IdleTimes = HOME, *, pulse: int | None = None
) -> int:
    """Show the visit until it ends, nobody touches it any more, or plain lines are wanted.

    One that gives its `pulse` to a supervisor waits on its first page for ever, for a visitor.

    Returns the exit code, which is 0 unless something went wrong. Raises FileError where the visit
    could not be loaded behind its first page.
    """
    without_unused(sys.modules)
    if not has_colours(os.environ.get("TERM", "")):
        os.environ["NO_COLOR"] = "1"  # then shapes say what colours would
    from prescreen.system.signals import ends_at
    from prescreen.tui.app import VisitApp
    from prescreen.tui.terminal.driver import END_SIGNALS, RESTORED

    app = VisitApp(visit, idle_times, rests=pulse is not None, pulse=pulse)
    with ends_at(END_SIGNALS, RESTORED):
        last_words = app.run()
    if app.unreadable:
        raise app.unreadable
    if last_words:
        print(last_words)
    return app.return_code or 0
