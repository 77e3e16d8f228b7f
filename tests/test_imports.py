"""What the program runs on without a screen loads no screen library."""

import subprocess
import sys
from pathlib import Path

import prescreen

PACKAGE = Path(prescreen.__path__[0])

# Imports each module in turn and names the first that brings a screen library with it.
PROBE = """
import sys
from importlib import import_module
for name in sys.argv[1:]:
    import_module(name)
    if loaded := {"textual", "rich"} & sys.modules.keys():
        sys.exit(f"{name} loads {loaded}")
"""


def test_only_the_tui_loads_a_screen_library() -> None:
    paths = (path.relative_to(PACKAGE.parent) for path in sorted(PACKAGE.rglob("*.py")))
    names = [
        ".".join(path.with_suffix("").parts).removesuffix(".__init__")
        for path in paths
        if path.parts[1] != "tui" and path.parts[1:3] != ("demo", "screens")
    ]
    assert "prescreen.values" in names
    run = subprocess.run([sys.executable, "-c", PROBE, *names], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


# What a conversation holds once it is open; a process of its own has read the files.
LIVE = """
import sys
from datetime import date
from pathlib import Path
from prescreen.__main__ import spare
spare(sys.modules)
from prescreen.system.worker import Worker
from prescreen.session.setting import setting_of
from prescreen.session.loading import read_setting_files
from prescreen.files import places
path = places.flows() / "nct06971913.toml"
sources = Worker(lambda: read_setting_files(path, Path("docs/site.example.toml"), None))
from prescreen.tui import without_palette
without_palette(sys.modules)
import asyncio
import prescreen.tui.app
from prescreen.session.visit import Visit
visit = Visit(setting_of(sources.result()), date(2026, 11, 23), "en")
for text in ("patient", "agree", "45", "confirmed", "no"):
    visit.say(text)
heavy = ("pydantic", "babel", "email", "hashlib", "textual.fuzzy", "textual.suggester",
         "textual.widgets._option_list", "textual.widgets._input")
loaded = [name for name in heavy if name in sys.modules]
print(visit.page.name, loaded, sys.modules["ssl"], asyncio.base_events.ssl)
"""


def test_a_conversation_carries_no_library_that_only_its_start_needs() -> None:
    command = [sys.executable, "-c", LIVE]
    done = subprocess.run(command, capture_output=True, text=True, cwd=PACKAGE.parent)
    assert done.stdout.endswith(" [] None None\n"), done.stdout + done.stderr
    assert not done.stdout.startswith("None")
