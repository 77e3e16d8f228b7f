"""Which tile a text means on a page that puts no question of the flow."""

from __future__ import annotations

from prescreen import reading
from prescreen.page.model import Page, Rows, Tile
from prescreen.reading import Option


def page_tiles(page: Page) -> tuple[Tile, ...]:
    """All tiles of a page, those of its rows first."""
    control = page.control
    rows = control.rows if isinstance(control, Rows) else ()
    return (*(row.tile for row in rows), *(control.tiles if control else ()))


def tile_named(tiles: tuple[Tile, ...], text: str) -> str | None:
    """The id of the tile that a text names by its id, its label or its number."""
    if text in {each.id for each in tiles}:
        return text
    found = reading.read_choice(text, [Option(each.id, (each.label,)) for each in tiles])
    return found[0] if isinstance(found, tuple) else None
