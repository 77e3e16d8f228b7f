"""Two programs to measure by: a bare Textual app, and a question of questionary."""

from __future__ import annotations

import sys
from pathlib import Path

TEXTUAL, QUESTIONARY = "bare Textual app", "questionary"
READY = "READY"
SOURCES = {
    TEXTUAL: """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("READY")

    def on_key(self, event):
        self.query_one(Static).update(f"READY {event.key}")

Bare().run()
""",
    QUESTIONARY: """
import questionary

questionary.select("READY", choices=["one", "two", "three", "four"]).ask()
""",
}


def yardsticks(folder: Path) -> dict[str, list[str]]:
    """Name → command, each written as a program into this folder."""
    commands = {}
    for at, (name, source) in enumerate(SOURCES.items()):
        program = folder / f"yardstick{at}.py"
        program.write_text(source, encoding="utf-8")
        commands[name] = [sys.executable, str(program)]
    return commands
