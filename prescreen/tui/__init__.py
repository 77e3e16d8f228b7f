"""The terminal front end: the only place that imports textual or rich."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prescreen.visit import Visit


def run(visit: Visit, *, dark: bool = False) -> int:
    """Show the visit until it ends; the exit code is 0 unless something went wrong."""
    from prescreen.tui.app import VisitApp

    app = VisitApp(visit, dark=dark)
    app.run()
    return app.return_code or 0
