"""A terminal shows the same after the thinned stream as after the original, from fewer bytes."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import Any

import pyte
import pytest
from fitting import fitting_of
from hypothesis import given, settings
from hypothesis import strategies as st
from limits import as_long_as
from proved import Proved
from rows import each_row

from flows import EVERY_FLOW, FLOWS, setting_of
from prescreen.page.model import Type
from prescreen.session.visit import Visit
from prescreen.tui.terminal.frame_diff import END, START, FrameDiff
from prescreen.tui.terminal.pen import Pen, pen_of, turn
from prescreen.tui.terminal.strokes import move
from tui.stage import SIZES, Stage, stage
from tui.test_terminal import GOOD, Terminal, terminal

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")

WIDTH, HEIGHT = 24, 4
CODES = (
    "",
    "38;2;1;2;3;48;2;250;250;250",
    "38;2;9;9;9;48;2;250;250;250",
    "1;38;2;1;2;3;48;2;250;250;250",
    "4;38;2;1;2;3;48;2;9;9;9",
    "3;31;42",
    "1;7;38;5;200;48;5;17",
)
TODAY = date(2026, 11, 23)
Unit = tuple[str, str]
"""A character and the codes of its pen."""


def drawn(units: list[Unit]) -> str:
    return "".join(f"\x1b[{codes}m{text}\x1b[0m" if codes else text for text, codes in units)


def at(y: int, x: int) -> str:
    return f"\x1b[{y + 1};{x + 1}H"


def wide(text: str) -> int:
    return 1 + (text > "⺀")


def shown(screen: pyte.Screen) -> list[object]:
    """What the eye sees: on an empty cell the ink is not to be seen, unless it is underlined."""
    cells: list[object] = [(screen.cursor.y, screen.cursor.x)]
    for y in range(screen.lines):
        for x in range(screen.columns):
            char = screen.buffer[y][x]
            seen = char.data != " " or char.underscore or char.reverse
            ink = (char.fg, char.bold, char.italics) if seen else ()
            cells.append((char.data, char.bg, char.underscore, char.reverse, ink))
    return cells


@dataclass
class Pair:
    """Two terminals: one gets the original stream, the other the thinned one."""

    width: int = WIDTH
    height: int = HEIGHT
    frames: int = 0
    sent: int = 0
    saved: int = 0
    frame_diff: FrameDiff = field(init=False)

    def __post_init__(self) -> None:
        self.frame_diff = FrameDiff(self.width, self.height)
        self.first, self.second = (pyte.Screen(self.width, self.height) for _ in range(2))
        self._streams = pyte.Stream(self.first), pyte.Stream(self.second)

    def write(self, data: str) -> str:
        """Write to both; what the second one got."""
        thin = self.frame_diff.thin(data)
        self._streams[0].feed(data)
        self._streams[1].feed(thin)
        assert len(thin.encode()) <= len(data.encode())
        self.frames += 1
        self.sent += len(data.encode())
        self.saved += len(data.encode()) - len(thin.encode())
        assert shown(self.first) == shown(self.second)
        return thin


UNITS = st.tuples(st.sampled_from(" ab9您好。"), st.sampled_from(CODES))
ROWS = st.lists(st.lists(UNITS, min_size=WIDTH, max_size=WIDTH), min_size=HEIGHT, max_size=HEIGHT)


def fitted(row: list[Unit]) -> list[Unit]:
    """So many of the characters as a row holds, filled up with blanks."""
    kept: list[Unit] = []
    room = WIDTH
    for text, codes in row:
        if wide(text) <= room:
            kept.append((text, codes))
            room -= wide(text)
    return kept


def frame(before: list[list[Unit]], after: list[list[Unit]], cursor: tuple[int, int]) -> str:
    """A frame as the compositor writes it: of each row what differs, from its first to its last."""
    parts = []
    for y, (old, new) in enumerate(zip(before, after, strict=True)):
        pairs = list(zip(old, new, strict=False))
        lead = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
        parts.append(at(y, sum(wide(text) for text, _ in new[:lead])) + drawn(new[lead:]))
    return "\n".join(parts) + at(*cursor)


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(
    st.lists(
        st.tuples(ROWS, st.integers(0, HEIGHT - 1), st.integers(0, WIDTH - 1)),
        min_size=1,
        max_size=5,
    )
)
def test_any_frames_show_the_same(frames: list[tuple[list[list[Unit]], int, int]]) -> None:
    pair = Pair()
    before: list[list[Unit]] = [[] for _ in range(HEIGHT)]
    for rows, y, x in frames:
        after = [fitted(row) for row in rows]
        pair.write(frame(before, after, (y, x)))
        before = after


def test_what_is_there_is_not_sent_again() -> None:
    pair = Pair()
    text = f"{at(1, 2)}{drawn([('您', CODES[1]), ('a', CODES[3])])}{at(0, 0)}"
    assert pair.write(text)
    assert pair.write(text) == ""
    assert pair.write(at(0, 0)) == ""
    assert pair.write(at(0, 3)) == "\x1b[4G"


def test_a_frame_that_changes_nothing_is_not_even_marked() -> None:
    frame_diff = FrameDiff(WIDTH, HEIGHT)
    for wanted in (f"{START}hello{at(0, 0)}{END}", ""):
        written = [frame_diff.thin(part) for part in (START, f"{at(0, 0)}hello{at(0, 0)}", END)]
        assert "".join(written).replace("\x1b[H", "", 1).replace("\r", at(0, 0)) == wanted


@each_row(
    "unknown", ["\x1b[?1049h", "\x1b[2J", "\x1b[3;5r", "\x1b[77m", "text", "\x1b]0;title\x07"]
)
def test_after_anything_unknown_nothing_is_taken_for_shown(unknown: str) -> None:
    frame_diff = FrameDiff(WIDTH, HEIGHT)
    text = f"{at(1, 2)}hello{at(0, 0)}"
    frame_diff.thin(text)
    assert frame_diff.thin(unknown) == unknown
    assert "hello" in frame_diff.thin(text)


@each_row("beside", ["\x1b[?25l", "\x1b[?1003h\x1b[?1006h", "\x1b[?2026$p", "\x07"])
def test_what_changes_no_cell_is_passed_on_and_forgets_nothing(beside: str) -> None:
    frame_diff = FrameDiff(WIDTH, HEIGHT)
    text = f"{at(1, 2)}hello{at(0, 0)}"
    frame_diff.thin(text)
    assert frame_diff.thin(beside) == beside
    assert frame_diff.thin(text) == ""


def test_another_size_is_another_screen() -> None:
    frame_diff = FrameDiff(WIDTH, HEIGHT)
    text = f"{at(1, 2)}hello{at(0, 0)}"
    frame_diff.thin(text)
    frame_diff.forget((WIDTH + 30, HEIGHT))
    assert "hello" in frame_diff.thin(text)
    assert "far" in frame_diff.thin(f"{at(0, WIDTH + 20)}far{at(0, 0)}")


ODD = ("🙂", "e\u0301", "—", "①", "👩\u200d⚕️")


@each_row("odd", ODD)
def test_a_row_with_a_doubtful_width_is_sent_whole(odd: str) -> None:
    frame_diff = FrameDiff(WIDTH, HEIGHT)
    frame_diff.thin(f"{at(0, 0)}before {odd} after{at(0, 0)}")
    again = frame_diff.thin(f"{at(0, 0)}C{at(0, 0)}")
    assert odd in again
    assert all(letter in again for letter in "after")
    whole = frame_diff.thin(f"{at(0, 0)}{'x' * WIDTH}{at(0, 0)}")
    assert whole.count("x") == WIDTH


def test_what_follows_a_doubtful_width_stands_in_its_column(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Also on a terminal that gives the character fewer cells."""
    monkeypatch.setattr(pyte.screens, "wcwidth", lambda char: 1)
    frame_diff, screen = FrameDiff(WIDTH, HEIGHT), pyte.Screen(WIDTH, HEIGHT)
    stream = pyte.Stream(screen)
    stream.feed(frame_diff.thin(f"{at(0, 0)}{'x' * WIDTH}{at(0, 0)}"))
    stream.feed(frame_diff.thin(f"{at(0, 0)}ab🙂cd{at(0, 0)}"))
    assert screen.display[0] == "ab🙂 cd" + "x" * (WIDTH - 6)


@each_row(
    ("old", "new", "codes"),
    [
        (Pen("1", "31", "42"), Pen("", "31", "42"), "\x1b[22m"),
        (Pen("", "31", "42"), Pen("", "32", "42"), "\x1b[32m"),
        (Pen("14", "31", "42"), Pen(), "\x1b[m"),
        (Pen("1", "31"), Pen("2", "31"), "\x1b[22;2m"),
        (Pen("", "31", "42"), Pen("", "31"), "\x1b[49m"),
        (Pen("", "38;2;1;2;3", "48;2;1;2;3"), Pen("1"), "\x1b[0;1m"),
        (Pen("1"), Pen("1"), ""),
    ],
)
def test_only_what_changes_of_a_pen_is_said(old: Pen, new: Pen, codes: str) -> None:
    assert turn(old, new) == codes


@each_row("codes", ["6", "38;2", "38;6;1", "1;99;x", "58;5;1", ""])
def test_a_pen_that_is_not_known_is_none(codes: str) -> None:
    assert pen_of(codes) is None


@each_row(
    ("old", "new", "way"),
    [
        (None, (0, 0), "\x1b[H"),
        (None, (4, 0), "\x1b[5H"),
        ((4, 9), (4, 0), "\r"),
        ((4, 9), (4, 10), "\x1b[C"),
        ((4, 9), (4, 7), "\x1b[8G"),
        ((14, 9), (15, 9), "\x1b[B"),
        ((14, 9), (3, 9), "\x1b[4d"),
        ((14, 9), (3, 8), "\x1b[4;9H"),
    ],
)
def test_the_cursor_goes_the_shortest_way(
    old: tuple[int, int] | None, new: tuple[int, int], way: str
) -> None:
    assert move(old, new) == way


@asynccontextmanager
async def paired(
    flow: Path, language: str, size: tuple[int, int]
) -> AsyncIterator[tuple[Stage, Visit, Pair]]:
    """A real visit on the screen; all that it paints goes to a pair of terminals."""
    visit = Visit(setting_of(flow), TODAY, language)
    pair = Pair(*size)
    async with stage(visit, size) as on:
        app = on.app

        def display(_screen: object, update: Any) -> None:
            if update is not None:
                frame = update.render_segments(app.console)
                y, x = app.cursor_position.y, app.cursor_position.x
                pair.write(frame + at(y, x))

        app._display = display  # type: ignore[assignment]
        on.screen.refresh()
        await on.pilot.pause()
        yield on, visit, pair


async def walk(on: Stage, visit: Visit, usual: Mapping[str, str]) -> None:
    """Answer to the end as usual, with a look at the reason and the other language on the way."""
    for turned in range(40):
        page = visit.page
        if not page.control or visit.dialog.at_outcome:
            return
        if turned % 9 == 3:
            for key in ("f3", "escape", "f2", "f2"):
                await on.press(key)
        if isinstance(page.control, Type):
            await on.write(usual[page.name][:4])
            await on.press("down", "tab", "tab")
        on.screen.say(usual[page.name])
        await on.pilot.pause()


async def hold(flow: Path, language: str, size: tuple[int, int]) -> int:
    """Walk through a visit on both terminals; the frames that were compared."""
    async with paired(flow, language, size) as (on, visit, pair):
        await walk(on, visit, fitting_of(flow).everywhere)
        assert len(visit.dialog.route.steps) > 8
        assert pair.saved > pair.sent / 2
        return pair.frames


@EVERY_FLOW
async def test_every_page_of_a_visit_shows_the_same(flow: Path) -> None:
    await hold(flow, "zh_CN", SIZES[0])


@pytest.mark.prove
async def test_every_page_shows_the_same_in_each_size_and_language(proved: Proved) -> None:
    frames = [
        await hold(flow, language, size)
        for flow in FLOWS
        for language in ("zh_CN", "en")
        for size in SIZES
    ]
    proved("frames of real visits that look the same in fewer bytes", sum(frames))


def settled(on: Terminal) -> list[object]:
    """What stands on a terminal once nothing more comes."""
    seen = [b""]
    for _ in as_long_as(lambda: on.raw != seen[-1] or not on.raw):
        seen.append(on.raw)
        on.read(0.2)
    return shown(on.screen)


def test_what_is_painted_anew_is_what_stood_there() -> None:
    """Also after answers, a panel and another size; and what is written over is mended."""
    with terminal(GOOD) as on:
        on.wait_for("How much do you weigh")
        for keys in (b"62 kg", b"\x1bOR", b"\x1b", b"\r", b"\x1bOQ"):
            on.send(keys)
            settled(on)
        on.screen.resize(30, 100)
        on.resize(100, 30)
        before = settled(on)
        on.stream.feed(b"\x1b[H\x1b[41mBroadcast message\x1b[m\x1b[2J")
        on.send(b"\x0c")
        assert settled(on) == before


def test_nothing_is_written_while_nobody_does_anything() -> None:
    with terminal(GOOD) as on:
        on.wait_for("How much do you weigh")
        settled(on)
        on.raw = b""
        end = time.monotonic() + 1
        while time.monotonic() < end:
            on.read(0.2)
        assert on.raw == b""
