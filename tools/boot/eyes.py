"""Reads the screen of the machine: words drawn a second way, found on a real picture."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence

from machine import Failed, Machine
from place import BUILD, ROOT, SLOW

sys.path.insert(0, str(ROOT / "tests"))
from kiosk.glyphs import Ink, drawn, find, ink

ROWS = 20
FIRST = "请选择语言"
QUESTION = "多少周岁"
SORRY = "请找工作人员"
ENOUGH = 0.75


def glyph(machine: Machine) -> int:
    """How many pixels a Chinese character has, as the session works it out."""
    width, height = machine.size
    return min((height // ROWS - 1) * 10 // 29, width // 46) * 2


def seen(machine: Machine) -> Ink:
    """The screen in black and white."""
    machine.picture()
    shot = str(BUILD / f"{machine.name}.ppm")
    return ink("convert", shot, "-colorspace", "gray", "-threshold", "50%", "pbm:-")


def reads(machine: Machine, text: str, *, bold: bool = False) -> bool:
    """Whether a text stands on the screen."""
    size = glyph(machine)
    return find(seen(machine), drawn(text, size, bold=bold)).likeness >= ENOUGH


def wait_for(machine: Machine, text: str, seconds: float, *, bold: bool = False) -> float:
    """Wait until a text stands on the screen; after how many seconds it did."""
    begin = time.monotonic()
    last = ""
    while time.monotonic() - begin < seconds * SLOW:
        now = machine.looks()
        if now != last:
            last = now
            at = time.monotonic()
            if reads(machine, text, bold=bold):
                return at - begin
        time.sleep(0.5)
    machine.shot(f"failed-{text.split()[0]}")
    raise Failed(f"{text!r} was not on the screen within {seconds:.0f} s")


def await_screen(machine: Machine, wanted: Sequence[str], seconds: float) -> float:
    """Wait until the screen looks as it did once; after how many seconds it does."""
    begin = time.monotonic()
    while machine.looks() not in wanted:
        if time.monotonic() - begin > seconds * SLOW:
            machine.shot("failed-first")
            raise Failed(f"the first page was not there within {seconds:.0f} s")
        time.sleep(0.5)
    return time.monotonic() - begin
