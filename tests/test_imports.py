"""What the program runs on without a screen loads no screen library."""

import subprocess
import sys
import uuid
from importlib import import_module
from pathlib import Path

import pytest
from fitting import in_turn

import prescreen
from flows import EVERY_FLOW, SITE, setting_of
from prescreen.system.stand_ins import ALMOST_UNUSED, StandIn

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
from prescreen.system.stand_ins import ALMOST_UNUSED, StandIn, spare
spare(sys.modules)
from datetime import date
from pathlib import Path
from prescreen.system.worker import Worker
from prescreen.session.setting import setting_of
from prescreen.session.loading import read_setting_files
path, site, *said = sys.argv[1:]
worker = Worker(lambda: read_setting_files(Path(path), Path(site), None))
from prescreen.tui import without_unused
without_unused(sys.modules)
import asyncio
import prescreen.tui.app
from prescreen.session.visit import Visit
visit = Visit(setting_of(worker.result()), date(2026, 11, 23), "en")
for text in said:
    visit.say(text)
heavy = ("pydantic", "babel", "email", "hashlib", "textual.fuzzy", "textual.suggester",
         "platformdirs.api", "tempfile", "difflib",
         "textual.widgets._option_list", "textual.widgets._input")
loaded = [name for name in heavy if name in sys.modules]
loaded += [name for name in ALMOST_UNUSED if not isinstance(sys.modules[name], StandIn)]
print(visit.page.name, loaded, sys.modules["ssl"], asyncio.base_events.ssl)
"""


@EVERY_FLOW
def test_a_conversation_carries_no_library_that_only_its_start_needs(flow: Path) -> None:
    said = ["patient", "agree", *(said for _, said in in_turn(setting_of(flow)))]
    command = [sys.executable, "-c", LIVE, str(flow), str(SITE), *said[:5]]
    done = subprocess.run(command, capture_output=True, text=True, cwd=PACKAGE.parent)
    assert done.stdout.endswith(" [] None None\n"), done.stdout + done.stderr
    assert not done.stdout.startswith("None")


@pytest.mark.parametrize("name", ALMOST_UNUSED)
def test_what_is_at_hand_of_an_almost_unused_module_is_in_the_module(name: str) -> None:
    assert ALMOST_UNUSED[name].keys() <= vars(import_module(name)).keys()


def test_who_wants_more_of_an_almost_unused_module_gets_all_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = uuid.__name__
    stand_in = StandIn(name, ALMOST_UNUSED[name])
    monkeypatch.setitem(sys.modules, name, stand_in)
    with pytest.raises(AttributeError):
        _ = stand_in.__path__
    assert sys.modules[name] is stand_in
    assert stand_in.uuid4().version == 4
    assert sys.modules[name] is not stand_in
    assert stand_in.UUID(int=1).int == 1
    with pytest.raises(AttributeError):
        _ = stand_in.nowhere
