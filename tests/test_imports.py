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
        if path.parts[1] != "tui"
    ]
    assert "prescreen.values" in names
    run = subprocess.run([sys.executable, "-c", PROBE, *names], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
