"""How long from a key to the painted page, and how many bytes that takes, in a terminal of 80×24.

    python benchmarks/key_to_paint.py [rounds]

Whole conversations to each of a few outcomes in both languages: arrows, answers by number, text
typed letter by letter, panels opened and closed, the language switched. A time ends with the first
piece written and with the last; processor time is that of the whole program. Escape stands by
itself: until a moment has passed without another byte, it may be the beginning of another key.

An arrow key in a bare Textual app and in questionary stands beside it, measured in the same run,
ten after every conversation.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from terminal import Paint, Terminal, share
from walk import DOWN, OUTCOMES, TODAY, Step, conversation
from yardsticks import READY, yardsticks

SETTLED = 1.0
"""Seconds that a person looks at the first screen before the first key."""
STILL = 0.1
ARROWS = 10


def keys_in(command: list[str], first: str, steps: Iterable[Step]) -> list[tuple[str, Paint]]:
    """Press these keys in a program once its first screen stands; each kind with its paint."""
    terminal = Terminal(command)
    terminal.until(first)
    terminal.quiet(SETTLED)
    found = [(kind, terminal.answer_to(key, STILL)) for kind, key in steps]
    terminal.close()
    return found


def show(name: str, paints: list[Paint]) -> None:
    """Print one line."""
    first, last, worked, size = zip(*paints, strict=True)
    times = "  ".join(
        f"{what} {median(each) * 1000:5.1f} {share(each, 0.95) * 1000:5.1f}"
        for what, each in (("first byte", first), ("last byte", last), ("processor", worked))
    )
    sizes = f"bytes {median(size):5.0f} {share(size, 0.95):5} max {max(size):5}"
    print(f"  {name:16} {len(paints):4} keys  {times}  {sizes}", flush=True)


def main() -> None:
    """Print the times and the bytes of each kind of key."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    found: dict[str, list[Paint]] = {}
    beside: dict[str, list[Paint]] = {}
    python = [sys.executable, "-m", "prescreen", "--today", str(TODAY)]
    walks = [
        (language, answers)
        for _ in range(rounds)
        for answers in OUTCOMES.values()
        for language in ("zh_CN", "en")
    ]
    with tempfile.TemporaryDirectory() as folder:
        for language, answers in walks:
            steps = conversation(language, answers)
            for kind, paint in keys_in([*python, "--lang", language], "F10", steps):
                found.setdefault(kind, []).append(paint)
            for name, command in yardsticks(Path(folder)).items():
                arrows = [("arrow", DOWN)] * ARROWS
                paints = [paint for _, paint in keys_in(command, READY, arrows)]
                beside.setdefault(name, []).extend(paints)
    print(f"key to paint at 80×24, {len(walks)} conversations: p50 and p95, milliseconds and bytes")
    for kind, paints in found.items():
        show(kind, paints)
    show("all", [paint for paints in found.values() for paint in paints])
    for name, paints in beside.items():
        show(name, paints)


if __name__ == "__main__":
    main()
