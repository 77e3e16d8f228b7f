"""The day picker: a year, then a month, then a day, each of which may be left open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from prescreen.page.model import Picker
from prescreen.system.privacy import Silent
from prescreen.tui.layout.spots import TOUCH, Role, Spacing, Spot, SpotPlan, grid, moved, rank
from prescreen.tui.layout.typeset import cells
from prescreen.values import month_length

PICKER_RANKS = 3
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, repr=False)
class DayPick(Silent):
    """How far a day is known, as the text in the field says."""

    year: int = 0
    month: int = 0
    day: int = 0

    @classmethod
    def read(cls, text: str) -> DayPick:
        """Return what a text that the picker could have written stands for."""
        match = _DAY.fullmatch(text)
        if not match or int(match[2] or 1) not in range(1, 13):
            return cls()
        return cls(*(int(part or 0) for part in match.groups()))

    @property
    def written(self) -> str:
        """The text that stands for it."""
        parts = [f"{self.year:04}", f"{self.month:02}", f"{self.day:02}"]
        return "-".join(parts[: 3 if self.day else 2 if self.month else 1 if self.year else 0])


def picker_pressed(text: str, name: str) -> str:
    """Return the text after a key of the picker was pressed."""
    now = DayPick.read(text)
    kind, _, which = name.partition(":")
    match kind:
        case "year":
            return DayPick(int(which)).written
        case "month":
            return DayPick(now.year, int(which)).written
        case "day":
            return DayPick(now.year, now.month, int(which)).written
        case "again":
            return DayPick(now.year).written if which == "month" else ""
        case _:
            return text


def picker_plan(
    picker: Picker,
    text: str,
    page: int,
    beside: Sequence[Spot],
    width: int,
    spacing: Spacing,
) -> SpotPlan:
    """Place the path on top, the grid of years, months or days below, and the tiles beside it."""
    picked = DayPick.read(text)
    done, *tiles = beside
    if picked.year:
        open_end = picker.whole_month if picked.month else picker.whole_year
        tiles = [Spot("whole", open_end), *tiles]
    side = 22 if width >= 68 else 0
    room = width - (side + 2 if side else 0)
    top = _path(picker, picked, [] if side else [done], room, spacing)
    block = _choices(picker, picked, page, room, spacing).below(top)
    if side:
        column = grid([done, *tiles], side, 1, spacing)
        spots = (*block.spots, *moved(column.spots, x=room + 2))
        return SpotPlan(spots, max(block.height, column.height))
    if not tiles:
        return block
    under = [grid(tiles, width, columns, spacing) for columns in (2, 1)]
    return min(under, key=lambda plan: plan.height).below(block)


def _path(
    picker: Picker, picked: DayPick, end: Sequence[Spot], width: int, spacing: Spacing
) -> SpotPlan:
    """Place the way back to what was picked, what is asked now, and the way on."""
    caption = picker.month if picked.year else picker.year
    path: list[Spot] = []
    if picked.year:
        path.append(Spot("again:year", f"< {picked.year}", Role.KEY))
    if picked.month:
        path.append(Spot("again:month", f"< {picker.months[picked.month - 1]}", Role.KEY))
        caption = picker.day
    path.append(Spot("", caption, Role.CAPTION))
    path.extend(end)
    widths = [_need(spot) for spot in path]
    widths[-1 - len(end)] += width - sum(widths) - len(path) + 1
    return rank(path, widths, spacing, 1)


def _need(spot: Spot) -> int:
    return cells(spot.label) + (spot.beside + 1 if spot.role is Role.DONE else 2)


def _choices(picker: Picker, picked: DayPick, page: int, width: int, spacing: Spacing) -> SpotPlan:
    few = spacing.least < TOUCH
    if not picked.year:
        columns = max(width // 7, 1)
        ranks = PICKER_RANKS - few
        return _ranks(years(picker, page, columns * ranks), columns, width, spacing, ranks)
    if not picked.month:
        past = 12 if picked.year < picker.until.year else picker.until.month
        months = [
            Spot(f"month:{at}", label, Role.KEY)
            for at, label in enumerate(picker.months[:past], start=1)
        ]
        return _ranks(months, 6 if few else 4, width, spacing, PICKER_RANKS - few)
    last = month_length(max(picked.year, 1), picked.month)
    if (picked.year, picked.month) == (picker.until.year, picker.until.month):
        last = picker.until.day
    days = [
        Spot(f"day:{day}", str(day), Role.KEY, on=day == picked.day) for day in range(1, last + 1)
    ]
    return _ranks(days, 11, width, spacing, PICKER_RANKS)


def _ranks(
    spots: Sequence[Spot], columns: int, width: int, spacing: Spacing, ranks: int
) -> SpotPlan:
    gap = 1 if (width + 1) // columns > 4 else 0
    plan = grid(spots, width, columns, spacing, gap)
    return SpotPlan(plan.spots, ranks * spacing.pitch())


def years(picker: Picker, page: int, size: int) -> list[Spot]:
    """Return one page of years, newest first, with keys to the pages around it."""
    everything = list(range(picker.until.year, picker.oldest - 1, -1))
    if len(everything) <= size:
        return [Spot(f"year:{year}", str(year), Role.KEY) for year in everything]
    count = max(size - 2, 1)
    page = max(0, min(page, (len(everything) - 1) // count))
    part = everything[page * count : (page + 1) * count]
    spots = [Spot(f"year:{year}", str(year), Role.KEY) for year in part]
    if page:
        spots.insert(0, Spot(f"page:{page - 1}", "<", Role.KEY))
    if part[-1] != picker.oldest:
        spots.append(Spot(f"page:{page + 1}", ">", Role.KEY))
    return spots
