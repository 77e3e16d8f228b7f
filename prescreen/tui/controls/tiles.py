"""Controls as tiles: what each shows to be touched, and what a touch on it does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Protocol, assert_never

from prescreen.page.model import Command, Control, Pad, Pick, Picker, Rows, Tick, Tile, Type
from prescreen.system.privacy import Silent
from prescreen.tui.controls import pad, picker
from prescreen.tui.layout.arrangement import Layouts
from prescreen.tui.layout.spots import Role, Spot, SpotPlan, grid, moved, spacings
from prescreen.tui.layout.typeset import cells

NARROWEST_TILE, SHORT_LABEL = 18, 16
FEW = 2
CLOSE_MENU = "menu:close"
TURN_LEAF = "turn:on"


@dataclass(frozen=True, repr=False)
class Say(Silent):
    """Give this text to the visit."""

    text: str


@dataclass(frozen=True, repr=False)
class Write(Silent):
    """Put this text into the field."""

    text: str


@dataclass(frozen=True, repr=False)
class Reveal(Silent):
    """Paint the spots again, and focus one of them if it is named."""

    focus: str = ""


@dataclass(frozen=True)
class Do:
    """Carry out a command, or none, and put the list of commands away."""

    command: str


@dataclass(frozen=True)
class TurnLeaf:
    """Turn to the next leaf of a page."""


Deed = Say | Write | Reveal | Do | TurnLeaf


class Tiles(Layouts, Protocol):
    """What a control shows to be touched."""

    @property
    def typed(self) -> bool:
        """Whether the text field always stands above the spots."""

    def press(self, name: str, text: str) -> Deed:
        """Return what a touch on a spot does, with this text in the field."""


def tiles_of(control: Control | None) -> Tiles:
    """Return the tiles of a control."""
    match control:
        case None:
            return PickTiles(())
        case Pick(tiles):
            return PickTiles(tiles)
        case Rows(tiles=tiles):
            return PickTiles(tiles)
        case Tick(tiles):
            return TickTiles(control, {tile.id for tile in tiles if tile.chosen})
        case Type():
            return TypeTiles(control)
        case _:
            assert_never(control)


def tile_spot(tile: Tile, *, mark: str | None = None, numbered: bool = True) -> Spot:
    """Return a tile as a spot; one that was chosen before is marked by its shape."""
    if mark is None:
        mark = "[x]" if tile.chosen else ""
    number = str(tile.number or "") if numbered else ""
    return Spot(f"tile:{tile.id}", tile.label, Role.TILE, number, mark, tile.help, on=mark == "[x]")


def tiled(
    spots: Sequence[Spot], width: int, roomy: bool, *, narrowest: int = NARROWEST_TILE
) -> Iterator[SpotPlan]:
    """Yield tiles in one, two and three columns, the roomiest first, the way on below them."""
    tiles = [spot for spot in spots if spot.role is not Role.DONE]
    on = [spot for spot in spots if spot.role is Role.DONE]
    half = (width - 1) // 2
    fits = all(cells(spot.label) <= half - spot.beside and not spot.help for spot in tiles)
    order = [2, 1] if len(tiles) > 3 and fits else [1, 2]
    order += [3, 4]
    order = [each for each in order if each == 1 or _stand(tiles, width, each, narrowest)]
    every = spacings(roomy)
    for some in (every[:2], every[2:]):
        for columns, spacing in product(order, some):
            plan = grid(tiles, width, columns, spacing)
            yield grid(on, width, 1, spacing).below(plan)


def _stand(tiles: Sequence[Spot], width: int, columns: int, narrowest: int) -> bool:
    """Say whether tiles can stand in so many columns without a word that is cut."""
    each = (width - columns + 1) // columns
    return each >= narrowest and not any(spot.breaks(each) for spot in tiles)


@dataclass(slots=True, repr=False)
class PickTiles(Silent):
    """Tiles of which one answers."""

    tiles: tuple[Tile, ...]
    typed: bool = False
    ranks: int = FEW

    def layouts(self, text: str, width: int, roomy: bool) -> Iterator[SpotPlan]:
        """Yield the ways to place the tiles."""
        return tiled([tile_spot(tile) for tile in self.tiles], width, roomy)

    def press(self, name: str, text: str) -> Deed:
        """Answer with the tile."""
        return Say(name.removeprefix("tile:"))


@dataclass(slots=True)
class LeafTiles:
    """The way to the next leaf; not where the first answer will stand under the last one."""

    label: str
    place: str
    typed: bool = False
    ranks: int = 1

    def layouts(self, text: str, width: int, roomy: bool) -> Iterator[SpotPlan]:
        """Yield the ways to place the tile: in the right half, or from side to side."""
        spot = Spot(TURN_LEAF, f"{self.label}  {self.place}", Role.DONE)
        half = (width - 1) // 2
        for spacing in spacings(roomy):
            plan = grid([spot], width if spot.breaks(half) else half, 1, spacing)
            across = max(each.x + each.w for each in plan.spots)
            yield SpotPlan(moved(plan.spots, x=width - across), plan.height)

    def press(self, name: str, text: str) -> Deed:
        """Turn the leaf."""
        return TurnLeaf()


@dataclass(slots=True)
class MenuTiles:
    """All commands as tiles, where the line below has no room for them."""

    commands: tuple[Command, ...]
    close: str
    typed: bool = False
    ranks: int = FEW

    def layouts(self, text: str, width: int, roomy: bool) -> Iterator[SpotPlan]:
        """Yield the ways to place the commands."""
        spots = [Spot(each.id, each.label, number=each.shown) for each in self.commands]
        spots.append(Spot(CLOSE_MENU, self.close, number="Esc"))
        return tiled(spots, width, roomy, narrowest=SHORT_LABEL)

    def press(self, name: str, text: str) -> Deed:
        """Carry out the command."""
        return Do("" if name == CLOSE_MENU else name)


@dataclass(slots=True, repr=False)
class TickTiles(Silent):
    """Tiles of which any number may be ticked."""

    control: Tick
    ticked: set[str]
    typed: bool = False
    ranks: int = FEW

    @property
    def numbers(self) -> str:
        """The numbers of what is ticked and may stand with more, as they would be typed."""
        ticked = (tile for tile in self.control.tiles if tile.id in self.ticked and not tile.alone)
        return "+".join(str(tile.number) for tile in ticked)

    def layouts(self, text: str, width: int, roomy: bool) -> Iterator[SpotPlan]:
        """Yield the ways to place the tiles, each with its box, and the way on."""
        spots = [
            tile_spot(tile, mark=("[x]" if tile.id in self.ticked else "[ ]"))
            for tile in self.control.tiles
        ]
        done = Spot("done", self.control.done, Role.DONE, on=bool(self.ticked))
        return tiled([*spots, done], width, roomy)

    def press(self, name: str, text: str) -> Deed:
        """Tick or untick the tile; one that stands alone answers at once."""
        if name == "done":
            return Say("+".join(tile.id for tile in self.control.tiles if tile.id in self.ticked))
        which = name.removeprefix("tile:")
        alone = {tile.id for tile in self.control.tiles if tile.alone or tile.aside}
        if which in alone:
            return Say(which)
        self.ticked = (self.ticked ^ {which}) - alone
        return Reveal(name)


@dataclass(slots=True, repr=False)
class TypeTiles(Silent):
    """A text field with, beside it, a pad or a picker and tiles."""

    control: Type
    page: int = 0
    typed: bool = True

    @property
    def ranks(self) -> int:
        """All of a pad, or of a picker with the way back over it."""
        return pad.PAD_RANKS if self.control.pad else picker.PICKER_RANKS + 1

    def layouts(self, text: str, width: int, roomy: bool) -> Iterator[SpotPlan]:
        """Yield the ways to place pad or picker and the tiles beside it."""
        tiles = [tile_spot(tile, numbered=False) for tile in self.control.tiles]
        beside = [Spot("done", self.control.done, Role.DONE, on=bool(text)), *tiles]
        match self.control:
            case Type(pad=Pad() as shown):
                for spacing in spacings(roomy):
                    yield pad.pad_plan(shown, text, beside, width, spacing)
            case Type(picker=Picker() as shown):
                for spacing in spacings(roomy):
                    yield picker.picker_plan(shown, text, self.page, beside, width, spacing)
            case _:
                yield from tiled(beside, width, roomy)

    def press(self, name: str, text: str) -> Deed:
        """Write what pad or picker make of the text, or answer."""
        kind, _, which = name.partition(":")
        match kind:
            case "tile":
                return Say(which)
            case "done":
                return Say(text)
            case "whole":
                return Reveal("done")
            case "page":
                self.page = int(which)
                return Reveal(name)
            case _ if self.control.pad:
                return Write(pad.pad_pressed(text, name, self.control.pad))
            case _:
                return Write(picker.picker_pressed(text, name))
