"""How long from a key to the painted page, and how many bytes that takes, in a terminal of 80×24.

    python benchmarks/key_to_paint.py [rounds]

One conversation after the other: answers by number, text typed letter by letter, help opened and
closed, the language switched, back. A time ends with the first piece written and with the last.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from statistics import median

from terminal import Terminal, share

HELP, LANGUAGE, BACK, KEEP, ESCAPE, ENTER = (
    "\x1bOP",
    "\x1bOQ",
    "\x1b[15~",
    "\x1b[17~",
    "\x1b",
    "\r",
)
Step = tuple[str, str]
PAUSE = 1.1
"""Seconds before an answer: a digit that comes again at once would count as held down."""


def typed(text: str) -> Iterator[Step]:
    """A text, letter by letter, then Enter."""
    yield from (("letter", letter) for letter in text)
    yield "answer", ENTER


def conversation() -> Iterator[Step]:
    """The keys of one conversation up to the review, each with its kind."""
    yield from (("answer", "2"), ("answer", "1"), ("answer", "1"))
    yield from typed("45")
    yield from (("answer", "1"), ("answer", "1"))
    yield from typed("62 kg")
    yield from (("panel", HELP), ("panel", ESCAPE))
    yield from (("language", LANGUAGE), ("language", LANGUAGE))
    yield from (("answer", key) for key in "122")
    yield from (("back", BACK), ("back", KEEP))


def main() -> None:
    """Print the times and the bytes of each kind of key."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    found: dict[str, list[tuple[float, float, int]]] = {}
    for _ in range(rounds):
        terminal = Terminal([sys.executable, "-m", "prescreen", "--today", "2026-11-23"])
        terminal.until("English")
        terminal.quiet(0.5)
        for kind, key in conversation():
            if kind == "answer":
                time.sleep(PAUSE)
            found.setdefault(kind, []).append(terminal.answer_to(key))
        terminal.close()
    print(f"key to paint at 80×24, {rounds} conversations, milliseconds and bytes")
    every = [each for times in found.values() for each in times]
    for kind, times in [*found.items(), ("all", every)]:
        first, last, size = zip(*times, strict=True)
        print(
            f"  {kind:9} {len(times):4} keys"
            f"  first byte p50 {median(first) * 1000:5.1f} p95 {share(first, 0.95) * 1000:5.1f}"
            f"  last byte p50 {median(last) * 1000:5.1f} p95 {share(last, 0.95) * 1000:5.1f}"
            f"  bytes p50 {median(size):6.0f} max {max(size):6}"
        )


if __name__ == "__main__":
    main()
