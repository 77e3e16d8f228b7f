"""The three streams of the program, and what its terminal can show."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TextIO

WITHOUT_CHINESE = ("linux",)
"""Kinds of terminals that have no Chinese characters: the console of Linux."""


def stand_in_for_closed() -> None:
    """Let a closed input read as empty, and a closed output lead nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def as_utf8(stream: TextIO) -> None:
    """Read or write a stream as UTF-8, whatever the environment says."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="replace")


def has_screen() -> bool:
    """Whether there is a terminal that can show more than lines."""
    return (
        sys.stdin.isatty()
        and sys.stdout.isatty()
        and os.environ.get("TERM", "dumb") not in ("dumb", "")
    )


def takes_chinese() -> bool:
    """Whether nothing says that the terminal can't show what the program writes, UTF-8."""
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    charset = next(filter(None, named), "").partition(".")[2].partition("@")[0]
    utf8 = charset.casefold().replace("-", "") in {"", "utf8"}
    return utf8 and os.environ.get("TERM") not in WITHOUT_CHINESE


def print_all(lines: Iterable[str]) -> None:
    """Print lines, each as soon as it is there."""
    for line in lines:
        print(line, flush=True)
