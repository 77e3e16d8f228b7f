"""The terminal front end: the only place that imports textual or rich."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prescreen.visitor import Visitor


def run(visit: Visitor, *, dark: bool = False, pulse: int | None = None) -> int:
    """Show the visit until it ends; the exit code is 0 unless something went wrong.

    Raises FileError where the visit could not be loaded behind its first page.
    """
    from prescreen.tui.app import VisitApp

    app = VisitApp(visit, dark=dark, pulse=pulse)
    app.run()
    if app.unreadable:
        raise app.unreadable
    return app.return_code or 0
