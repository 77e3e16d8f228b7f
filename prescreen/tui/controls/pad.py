"""The number pad: what each of its keys makes of the text in the field, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from unicodedata import normalize

from prescreen.page.model import Pad, UnitKey
from prescreen.system.privacy import Silent
from prescreen.tui.layout.spots import Role, Spacing, Spot, SpotPlan, grid, moved
from prescreen.tui.layout.typeset import cells

LONGEST_NUMBER = 6
NARROWEST_KEY = 11
PAD_RANKS = 3


@dataclass(frozen=True, repr=False)
class PadText(Silent):
    """A typed text as the pad sees it: an amount, the unit it ends in, and how that is written.

    `plain` says that the amount is a number the pad can go on writing; else it is in words.
    """

    amount: str
    unit: UnitKey | None = None
    ending: str = ""

    @property
    def plain(self) -> bool:
        """Whether the amount is written in digits."""
        return not self.amount or bool(_NUMBER.fullmatch(self.amount))


_NUMBER = re.compile(r"[0-9]+\.?[0-9]*|\.[0-9]+")


def pad_text(text: str, pad: Pad) -> PadText:
    """Part a text into its amount and the unit it ends in, in any spelling."""
    bare = normalize("NFKC", text).strip()
    endings = [(end, unit) for unit in pad.units for end in (unit.suffix.strip(), *unit.spellings)]
    for end, unit in sorted(endings, key=lambda each: -len(each[0])):
        if end and bare.lower().endswith(end):
            rest = bare[: len(bare) - len(end)]
            inside = end[0].isascii() and end[0].isalpha() and rest[-1:].isascii()
            if not (inside and rest[-1:].isalpha()):
                amount = rest.rstrip()
                return PadText(amount, unit, bare[len(amount) :] if amount else unit.suffix)
    return PadText(bare)


def pad_pressed(text: str, name: str, pad: Pad) -> str:
    """Return the text after a key of the pad: the number in it is edited, words are added to."""
    typed = pad_text(text, pad)
    kind, _, which = name.partition(":")
    match kind:
        case "digit" | "point":
            return _wrote(text, typed, "." if kind == "point" else which)
        case "unit":
            unit = next(unit for unit in pad.units if unit.id == which)
            return typed.amount + unit.suffix
        case "step":
            return _stepped(text, typed, Decimal(which), pad)
        case "erase" if typed.unit and typed.plain:
            return typed.amount
        case "erase":
            return text[:-1]
        case _:
            return text


def _wrote(text: str, typed: PadText, key: str) -> str:
    if not typed.plain:
        return f"{text} {key}" if text[-1].isascii() and text[-1].isalpha() else text + key
    number = typed.amount
    if len(number) >= LONGEST_NUMBER or (key == "." and "." in number):
        return text
    if key == ".":
        number = number or "0"
    elif number == "0":
        number = ""
    return number + key + typed.ending


def _stepped(text: str, typed: PadText, by: Decimal, pad: Pad) -> str:
    counted = next(unit for unit in pad.units if unit.id == pad.steps)
    if not typed.plain:
        return text
    now = Decimal(typed.amount.rstrip(".") or 0) if typed.unit in (None, counted) else Decimal(0)
    value = max(now + by, Decimal(0)).normalize()
    return f"{value:f}{typed.ending if typed.unit == counted else counted.suffix}"


def keys(pad: Pad) -> list[Spot]:
    """Return the twelve keys of the number block, three ranks of four."""
    point = Spot("point", ".", Role.KEY) if pad.point else Spot("", "", Role.CAPTION)
    ends = [Spot("erase", "<", Role.KEY), point, Spot("digit:0", "0", Role.KEY)]
    ranks = ["789", "456", "123"]
    return [
        spot
        for digits, end in zip(ranks, ends, strict=True)
        for spot in [*(Spot(f"digit:{digit}", digit, Role.KEY) for digit in digits), end]
    ]


def units(pad: Pad, text: str) -> list[list[Spot]]:
    """Return the ranks of the unit block: a rank a unit, then the steps of the counted one."""
    chosen = pad_text(text, pad).unit
    ranks = [
        [Spot(f"unit:{unit.id}", unit.label, Role.KEY, on=unit == chosen)] for unit in pad.units
    ]
    if pad.steps:
        ranks.append([Spot(f"step:{by}", by, Role.KEY) for by in ("-0.5", "+0.5")])
    return ranks


def pad_plan(pad: Pad, text: str, beside: Sequence[Spot], width: int, spacing: Spacing) -> SpotPlan:
    """Place number block, unit block and the column of tiles side by side."""
    room = 6 if width >= 70 else 4 if width >= 44 else 3
    numbers = grid(keys(pad), room * 4 + 3, 4, spacing)
    ranks = units(pad, text)
    wide = max([room * 2 + 1, *(cells(spot.label) + 2 for rank in ranks for spot in rank)])
    block = SpotPlan()
    for rank in ranks:
        block = grid(rank, wide, len(rank), spacing).below(block)
    at = room * 4 + 5
    over = at + (wide + 2 if ranks else 0)
    if width - over < NARROWEST_KEY:
        return grid(beside, width, 1, spacing).below(block).below(numbers)
    column = grid(beside, width - over, 1, spacing)
    spots = (*numbers.spots, *moved(block.spots, x=at), *moved(column.spots, x=over))
    return SpotPlan(spots, max(numbers.height, block.height, column.height))
