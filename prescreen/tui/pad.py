"""The number pad: what each of its keys makes of the text in the field, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from prescreen.page.model import Pad, Unit
from prescreen.tui.spots import Plan, Role, Spacing, Spot, grid, moved
from prescreen.typeset import cells

LONGEST = 6
NARROWEST = 12


def split(text: str, pad: Pad) -> tuple[str, Unit | None]:
    """Return the digits and the unit of a text that the pad could have written, else nothing."""
    bare = text.strip()
    for unit in sorted(pad.units, key=lambda unit: -len(unit.suffix)):
        end = unit.suffix.strip()
        if end and bare.endswith(end) and _number(number := bare.removesuffix(end).strip()):
            return number, unit
    return (bare, None) if _number(bare) else ("", None)


def _number(text: str) -> bool:
    return (text.isascii() and text.count(".") < 2 and text.replace(".", "0").isdigit()) or not text


def press(text: str, name: str, pad: Pad) -> str:
    """Return the text after a key of the pad was pressed."""
    number, unit = split(text, pad)
    kind, _, which = name.partition(":")
    match kind:
        case "digit" if len(number) < LONGEST:
            return _whole(which if number == "0" else number + which, unit)
        case "point" if "." not in number and len(number) < LONGEST:
            return _whole((number or "0") + ".", unit)
        case "unit":
            return _whole(number, next(unit for unit in pad.units if unit.id == which))
        case "step":
            return _stepped(number, unit, Decimal(which), pad)
        case "erase" if unit or not number:
            return number if unit else text[:-1]
        case "erase":
            return number[:-1]
        case _:
            return text


def _whole(number: str, unit: Unit | None) -> str:
    return number + (unit.suffix if unit else "")


def _stepped(number: str, unit: Unit | None, by: Decimal, pad: Pad) -> str:
    counted = next(unit for unit in pad.units if unit.id == pad.steps)
    now = Decimal(number.rstrip(".") or 0) if unit in (None, counted) else Decimal(0)
    value = max(now + by, Decimal(0)).normalize()
    return _whole(f"{value:f}", counted)


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
    chosen = split(text, pad)[1]
    ranks = [
        [Spot(f"unit:{unit.id}", unit.label, Role.KEY, on=unit == chosen)] for unit in pad.units
    ]
    if pad.steps:
        ranks.append([Spot(f"step:{by}", by, Role.KEY) for by in ("-0.5", "+0.5")])
    return ranks


def layout(pad: Pad, text: str, beside: Sequence[Spot], width: int, spacing: Spacing) -> Plan:
    """Place number block, unit block and the column of tiles side by side."""
    room = 6 if width >= 70 else 4
    numbers = grid(keys(pad), room * 4 + 3, 4, spacing)
    ranks = units(pad, text)
    wide = max([room * 2 + 1, *(cells(spot.label) + 2 for rank in ranks for spot in rank)])
    block = Plan()
    for rank in ranks:
        block = grid(rank, wide, len(rank), spacing).below(block)
    at = room * 4 + 5
    over = at + (wide + 2 if ranks else 0)
    if width - over < NARROWEST:
        return grid(beside, width, 1, spacing).below(block).below(numbers)
    column = grid(beside, width - over, 1, spacing)
    spots = (*numbers.spots, *moved(block.spots, x=at), *moved(column.spots, x=over))
    return Plan(spots, max(numbers.height, block.height, column.height))
