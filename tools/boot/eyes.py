"""Reads the screen of the machine: words drawn a second way, found on a real picture."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence

from machine import Failed, Machine
from place import BUILD, ROOT, SLOW

sys.path.insert(0, str(ROOT / "tests"))
from kiosk.glyphs import BLACK_AND_WHITE, Ink, drawn, find, ink

ROWS = 20
FIRST = ("请选择语言", "Choose your language")
QUESTION = ("多少周岁",)
SORRY = ("请找工作人员", "Please ask the staff.")
ENOUGH = 0.75


def glyph(machine: Machine) -> int:
    """How many pixels a Chinese character has, as the session works it out."""
    width, height = machine.size
    return min((height // ROWS - 1) * 10 // 29, width // 46) * 2


def seen(machine: Machine) -> Ink:
    """The screen in black and white."""
    machine.picture()
    shot = str(BUILD / f"{machine.name}.ppm")
    return ink("convert", shot, *BLACK_AND_WHITE, "pbm:-")


def reads(machine: Machine, *texts: str, bold: bool = False) -> bool:
    """Whether all these texts stand on the screen."""
    size, screen = glyph(machine), seen(machine)
    return all(find(screen, drawn(each, size, bold=bold)).likeness >= ENOUGH for each in texts)


def wait_for(machine: Machine, texts: Sequence[str], seconds: float) -> float:
    """Wait until these texts stand on the screen; after how many seconds they did."""
    begin = time.monotonic()
    last = ""
    while time.monotonic() - begin < seconds * SLOW:
        now = machine.looks()
        if now != last:
            last = now
            at = time.monotonic()
            if reads(machine, *texts, bold=True):
                return at - begin
        time.sleep(0.5)
    machine.shot("failed-text")
    raise Failed(f"{', '.join(texts)} was not on the screen within {seconds:.0f} s")


def await_screen(machine: Machine, wanted: Sequence[str], seconds: float) -> float:
    """Wait until the screen looks as it did once; after how many seconds it does."""
    begin = time.monotonic()
    while machine.looks() not in wanted:
        if time.monotonic() - begin > seconds * SLOW:
            machine.shot("failed-first")
            raise Failed(f"the first page was not there within {seconds:.0f} s")
        time.sleep(0.5)
    return time.monotonic() - begin
