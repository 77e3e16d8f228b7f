"""How long until the first screen stands, beside a bare Textual app and questionary.

    python benchmarks/first_screen.py [runs]

Each program starts in a terminal of 80×24; the clock stops when the last text of its first screen
has been written. The programs take turns, so that all meet the same machine. For plain lines it
stops at the last line of the first page.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median

from terminal import Terminal
from yardsticks import READY, TEXTUAL, yardsticks


def programs(folder: Path) -> dict[str, tuple[list[str], str, str]]:
    """Name → command, kind of terminal, and the last text of the first screen."""
    python = sys.executable
    module = [python, "-m", "prescreen", "--today", "2026-11-23"]
    bare = {
        name: (command, "xterm-256color", READY) for name, command in yardsticks(folder).items()
    }
    return bare | {
        "prescreen": (module, "xterm-256color", "English"),
        "prescreen --lang zh": ([*module, "--lang", "zh"], "xterm-256color", "我替我照顾的患者"),
        "prescreen --plain": ([*module, "--plain"], "dumb", "English"),
        "python -c pass": ([python, "-c", "print('READY')"], "dumb", READY),
    }


def main() -> None:
    """Print the median and the fastest run of each program."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as folder:
        every = programs(Path(folder))
        seconds: dict[str, list[float]] = {name: [] for name in every}
        worked: dict[str, list[float]] = {name: [] for name in every}
        for _ in range(runs):
            for name, (command, kind, text) in every.items():
                terminal = Terminal(command, kind)
                seconds[name].append(terminal.until(text) - terminal.started)
                worked[name].append(terminal.close())
    bare, bare_work = median(seconds[TEXTUAL]), median(worked[TEXTUAL])
    print(f"first screen, {runs} runs each, milliseconds from exec to the text")
    for name, each in seconds.items():
        half, best, work = median(each), min(each), median(worked[name])
        print(
            f"  {name:20} median {half * 1000:5.0f}  best {best * 1000:5.0f}  {half / bare:5.2f} ×"
            f"   processor {work * 1000:5.0f}  {work / bare_work:5.2f} ×"
        )


if __name__ == "__main__":
    main()
