"""Each golden record, held on the screen as in plain lines, asks, echoes and concludes the same."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from textual import events
from textual.pilot import Pilot
from textual.strip import Strip

from prescreen.page.model import Page, Pick
from prescreen.plain import Lines
from prescreen.transcript import begin, said_in
from prescreen.tui.app import VisitApp
from prescreen.tui.screen import VisitScreen
from prescreen.values import Picked
from prescreen.visit import Setting, Visit

# Both languages read alike (test_golden), so each path is held once, in turn in one and the other.
GOLDEN = [
    path
    for at, english in enumerate(sorted(Path(__file__).with_name("golden").glob("*.en.txt")))
    for path in [english, english.with_name(english.name.replace(".en", ".zh_CN"))][at % 2 :][:1]
]


def screen(pilot: Pilot[str]) -> VisitScreen:
    return cast(VisitScreen, pilot.app.screen)


def bare(text: str) -> str:
    return "".join(text.split())


def painted(strips: list[Strip]) -> str:
    return bare("".join(strip.text for strip in strips))


async def until(done: Callable[[], bool]) -> None:
    """Let the app work until this is so; a pilot would wait by the clock."""
    async with asyncio.timeout(5):
        while not done():
            await asyncio.sleep(0)


async def press(pilot: Pilot[str], *keys: str, last: int = 0) -> None:
    """Press keys; then Enter, where a longer number up to the last could be meant."""
    before = screen(pilot).page
    for key in keys:
        pilot.app.post_message(events.Key(key, key if key.isdigit() else None))
    if last >= 10 * int(keys[0] if last else 1):
        await until(lambda: screen(pilot).digits == keys[0])
        pilot.app.post_message(events.Key("enter", None))
    await until(lambda: screen(pilot).visit.page.ended or screen(pilot).page is not before)


async def answer(pilot: Pilot[str], text: str) -> None:
    """Take the tile that is meant by its number, or type the text."""
    visit = screen(pilot).visit
    assert isinstance(visit, Visit)
    page, dialog = screen(pilot).page, visit.dialog
    if isinstance(page.control, Pick) and not screen(pilot).typing:
        heard = dialog.hear(text) if dialog.question else None
        meant = heard.ids if isinstance(heard, Picked) else (text.casefold(),)
        for tile in page.control.tiles:
            if {tile.id, tile.label.casefold(), str(tile.number)} & set(meant):
                await press(pilot, *str(tile.number), last=len(page.control.tiles))
                return
    screen(pilot).field.write("")
    pilot.app.post_message(events.Paste(text))
    await until(lambda: screen(pilot).text == text)
    await press(pilot, "enter")


async def put(pilot: Pilot[str], line: str) -> None:
    """Do on the screen what a typed line does in plain lines."""
    page = screen(pilot).page
    if line.startswith("/"):
        for command in (each for each in page.commands if each.word == line[1:]):
            await press(pilot, command.key)
            await look(pilot)
    elif page.panel:
        for tile in (
            each for each in page.panel.tiles if line in (str(each.number), each.label.casefold())
        ):
            await press(pilot, str(tile.number))
    elif line not in ("?", "？"):
        await answer(pilot, line)


async def look(pilot: Pilot[str]) -> None:
    """Read a panel that only informs, and close it as plain lines do."""
    page = screen(pilot).page
    if page.panel and page.panel.only_informs:
        shows(pilot, page)
        await press(pilot, "escape")


def shows(pilot: Pilot[str], page: Page) -> None:
    """What is asked, understood and concluded is painted, whole."""
    text = painted([*screen(pilot).talk.text])
    said = [page.heading, page.refused, *(block.text for block in page.blocks)]
    if page.turns:
        said += [page.turns[-1].asked, page.heard or page.turns[-1].answered]
    if page.panel:
        said = [page.panel.title, *(block.text for block in page.panel.blocks)]
    for each in said:
        assert bare(each) in text
    labels = {spot.label for spot in screen(pilot).desk.targets}
    control = Pick(page.panel.tiles) if page.panel else page.control
    assert labels >= {tile.label for tile in control.tiles} if control else True


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
async def test_both_front_ends_hold_the_same_conversation(path: Path, setting: Setting) -> None:
    text = path.read_text(encoding="utf-8")
    shown = begin(text, setting)
    app = VisitApp(shown, settle=0)
    plain = begin(text, setting)
    lines = Lines(plain)
    async with app.run_test(size=(100, 50)) as pilot:
        for line in said_in(text):
            list(lines.said())
            list(lines.hear(line))
            list(lines.said())
            await put(pilot, line)
            if plain.page.ended:
                break
            assert screen(pilot).page == plain.page
            shows(pilot, plain.page)
    assert shown.page == plain.page
    assert shown.dialog.verdict == plain.dialog.verdict
