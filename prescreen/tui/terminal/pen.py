"""The pen of a terminal: marks, ink and ground, and the shortest way from one to another."""

from __future__ import annotations

from typing import NamedTuple

OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "8": "28", "9": "29"}
SEEN = "4579"
ANY_INK = "any"
LONG = {"5": 3, "2": 5}
"""How many numbers a colour of the palette and a free colour take."""


class Pen(NamedTuple):
    """How text is written: an empty colour is the terminal's own; on a blank, any ink will do."""

    marks: str = ""
    ink: str = ""
    ground: str = ""

    @property
    def seen(self) -> str:
        """The marks that show on an empty cell too."""
        return "".join(mark for mark in self.marks if mark in SEEN)

    def on_blank(self) -> Pen:
        """Return what of the pen is seen on an empty cell."""
        return self if self.seen else Pen("", ANY_INK, self.ground)

    def meant(self, now: Pen) -> Pen:
        """Return the pen that is meant, where any ink will do: the nearest to the one in use."""
        if self.ink != ANY_INK:
            return self
        return Pen("".join(mark for mark in now.marks if mark not in SEEN), now.ink, self.ground)


def common(one: Pen, other: Pen) -> Pen | None:
    """The pen that writes what either of them writes, if there is one."""
    if one == other:
        return one
    if one.ground == other.ground and ANY_INK in {one.ink, other.ink}:
        pen = other if one.ink == ANY_INK else one
        return None if pen.seen else pen
    return None


def pen_of(codes: str) -> Pen | None:
    """The pen after these codes, from the terminal's own; None if one is not known."""
    marks: set[str] = set()
    colours = {"3": "", "4": ""}
    numbers = codes.split(";")
    while numbers:
        first = numbers[0]
        taken = LONG.get("".join(numbers[1:2]), 0) if first in {"38", "48"} else 1
        layer = {"9": "3", "10": "4"}.get(first[:-1], first[:-1])
        if first in OFF:
            marks.add(first)
        elif layer in colours and first[-1] in "012345678" and 0 < taken <= len(numbers):
            colours[layer] = ";".join(numbers[:taken])
        else:
            return None
        del numbers[:taken]
    return Pen("".join(sorted(marks)), colours["3"], colours["4"])


def turn(old: Pen, new: Pen) -> str:
    """The shortest sequence that makes one pen the other; empty if they are the same."""
    if old == new:
        return ""
    gone = sorted({OFF[mark] for mark in old.marks if mark not in new.marks})
    kept = {mark for mark in old.marks if OFF[mark] not in gone}
    steps = gone + [mark for mark in new.marks if mark not in kept]
    if new.ink != old.ink:
        steps.append(new.ink or "39")
    if new.ground != old.ground:
        steps.append(new.ground or "49")
    anew = [*new.marks, *filter(None, new[1:])]
    afresh = ";".join(["0", *anew]) if anew else ""
    return f"\x1b[{min(';'.join(steps), afresh, key=len)}m"
