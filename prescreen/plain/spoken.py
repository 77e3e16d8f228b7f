"""A page as lines to be spoken: one thought a line, no drawing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from prescreen.language.conventions import SENTENCE_END
from prescreen.page.model import Block, Page, Panel, Pick, Rows, Tick, Tile, Tone, Type
from prescreen.page.parts import HELP

REPEAT = "?"


def spoken(page: Page, before: Page | None) -> Iterator[str]:
    """The lines that say a page after another page."""
    yield ""
    yield from _mark(page)
    if page.over:
        yield from thoughts(page.refused) if page.refused and not page.cover else []
        yield from _panel(page, page.over)
        return
    if page.heard and (before is None or page.heard != before.heard or page.name != before.name):
        yield page.heard
    if page.offer and before is not None and page.name == before.name and not before.over:
        yield from _control(page)
        return
    if page.refused:
        yield from thoughts(page.refused)
        if before is not None and page.name == before.name:
            if isinstance(page.control, Type) or before.offer:
                yield from _control(page)
            return
    if page.progress:
        yield page.progress
    yield page.heading
    yield from _blocks(page.blocks)
    yield from _control(page)
    if page.turns == () and page.commands:
        yield from _commands(page)


def _mark(page: Page) -> Iterator[str]:
    if page.mark:
        yield page.mark


def thoughts(text: str) -> list[str]:
    """The sentences of a text, each for a line of its own."""
    return [each.strip() for each in SENTENCE_END.split(text)]


def warned(page: Page) -> Iterator[str]:
    """The lines that warn that nobody has answered for a while."""
    assert page.cover is not None
    yield ""
    yield page.cover.title
    yield from _blocks(page.cover.blocks)


def again(page: Page) -> Iterator[str]:
    """The lines that lead back to a page that was left for a moment."""
    yield ""
    yield from _mark(page)
    if page.progress:
        yield page.progress
    yield page.heading
    yield from _control(page)


def no_such_command(page: Page) -> Iterator[str]:
    """The lines that say kindly that a command is not known here, and which are."""
    yield ""
    yield page.lines.no_command
    yield from _commands(page)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        text = f"- {block.text}" if block.tone is Tone.ITEM else block.text
        yield from [text] if block.tone is Tone.QUOTE else thoughts(text)


def _control(page: Page) -> Iterator[str]:
    if page.offer:
        yield page.offer
    match page.control:
        case Pick(tiles):
            yield from _tiles(page, tiles)
        case Tick(tiles, _):
            yield from _tiles(page, tiles)
            yield page.lines.several
        case Type() as typed:
            yield page.lines.or_say
            yield from _tiles(page, typed.tiles)
        case Rows(rows, tiles):
            for row in rows:
                yield f"{row.tile.number}. {page.lines.pair(row.topic, row.answer)}"
            yield from _tiles(page, tiles)
        case None:
            pass
        case _:
            assert_never(page.control)


def _tiles(page: Page, tiles: tuple[Tile, ...]) -> Iterator[str]:
    for tile in tiles:
        if tile.id.startswith("/"):
            yield page.lines.pair(tile.id, tile.label)
        else:
            yield f"{tile.number}. {tile.label}" if tile.number else f"- {tile.label}"
        if tile.help:
            yield from thoughts(tile.help)


def spoken_tiles(page: Page) -> tuple[Tile, ...]:
    """The tiles that can be taken on a page, apart from the rows of a list."""
    if page.over:
        return page.over.tiles
    return page.control.tiles if page.control else ()


def _panel(page: Page, panel: Panel) -> Iterator[str]:
    yield panel.title
    yield from _blocks(panel.blocks)
    if panel.name == HELP:
        yield from _commands(page)
    if panel is page.cover or not panel.only_informs:
        yield from _tiles(page, panel.tiles)


def _commands(page: Page) -> Iterator[str]:
    yield page.lines.commands
    for command in (each for each in page.commands if not each.drawn):
        yield page.lines.pair(f"/{command.word}", command.label)
    yield page.lines.pair(REPEAT, page.lines.repeat)
