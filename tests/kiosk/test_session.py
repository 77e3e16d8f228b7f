"""The kiosk's session on X: Chinese can be read, a touch answers, and nothing else can be done."""

from __future__ import annotations

import ctypes
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from programs import lacking

from flows import STRAIGHT
from kiosk.glyphs import FONT, Place, drawn, find, photograph
from kiosk.stage import ENVIRONMENT, ROOT, SITE

NEEDED = ("Xvfb", "xterm", "xset", "xdpyinfo", "xdotool", "convert", "rsvg-convert")
SESSION = ROOT / "deploy" / "kiosk" / "session"
GLYPH = 20  # pixels, on a screen of 800 × 600 with 20 rows
SCREEN = ("-screen", "0", "800x600x24", "-nolisten", "local", "-noreset")
PATIENCE = 40.0
PRIMARY = 1


def _missing() -> str:
    if missing := lacking(*NEEDED):
        return missing
    fonts = subprocess.run(["fc-list", FONT], capture_output=True, text=True).stdout
    return "" if fonts else "not installed: the font of fonts-noto-cjk"


pytestmark = pytest.mark.skipif(bool(_missing()), reason=_missing() or "all is there")


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """An X server of its own, with no abstract socket, as a private network has it."""
    read, write = os.pipe()
    # Without that socket, two servers that begin at once would choose the same number.
    command = ["Xvfb", f":{os.getpid()}", "-displayfd", str(write), *SCREEN]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as said:
        assert select.select([said], [], [], PATIENCE)[0]
        name = f":{said.readline().strip()}"
    yield name
    server.terminate()
    server.wait(PATIENCE)


@pytest.fixture(scope="module")
def session(display: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The session as the unit starts it."""
    program = tmp_path_factory.mktemp("kiosk") / "prescreen"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m prescreen "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    chosen = {
        "PRESCREEN_PROGRAM": str(program),
        "PRESCREEN_SITE": str(SITE),
        "PRESCREEN_OPTIONS": " ".join(("--idle 900,900,999", *STRAIGHT)),
    }
    running = subprocess.Popen(
        [SESSION], env={**ENVIRONMENT, **chosen, "DISPLAY": display}, stderr=subprocess.DEVNULL
    )
    os.environ["DISPLAY"] = display
    seen("请选择语言", bold=True)
    yield display
    running.send_signal(signal.SIGTERM)
    running.wait(PATIENCE)


def seen(text: str, *, bold: bool) -> Place:
    """Wait until a text can be read on the screen."""
    wanted, end = drawn(text, GLYPH, bold=bold), time.monotonic() + PATIENCE
    while (found := find(photograph(), wanted)).likeness < 0.8:
        assert time.monotonic() < end, f"{text} is not there: {found}"
        time.sleep(0.3)
    return found


def hand(*does: str) -> None:
    """Move the mouse, touch and press."""
    subprocess.run(["xdotool", *does], check=True)


def selected(display: str) -> bool:
    """Whether anything on this display is selected or copied."""
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(x.XOpenDisplay(display.encode()))
    owners = [
        x.XGetSelectionOwner(connection, kind)
        for kind in (PRIMARY, x.XInternAtom(connection, b"CLIPBOARD", False))
    ]
    x.XCloseDisplay(connection)
    return any(owners)


def test_the_first_page_is_in_both_languages_and_a_touch_answers_it(session: str) -> None:
    seen("Choose your language", bold=True)
    assert find(photograph(), drawn("Choose your sandwich", GLYPH, bold=True)).likeness < 0.8
    assert find(photograph(), drawn("请选择年份", GLYPH, bold=True)).likeness < 0.8
    tile = seen("中文", bold=False)
    hand("mousemove", str(tile.left + 200), str(tile.top + 5), "click", "1")
    seen("今天由谁来回答", bold=True)


TEXT = ("mousemove", "60", "30")
DRAG = ("mousedown", "1", "mousemove", "300", "300", "mouseup", "1")
MENUS = ("mousedown", "1", "mouseup", "1", "mousedown", "2", "mouseup", "2", "mousedown", "3")
ODD = {
    "drag": [*TEXT, *DRAG],
    "long press": [*TEXT, "mousedown", "1", "sleep", "1", "mouseup", "1"],
    "shift and drag": ["keydown", "shift", *TEXT, *DRAG, "keyup", "shift"],
    "three touches": ["keydown", "shift", *TEXT, "click", "--repeat", "3", "1", "keyup", "shift"],
    "menus": [*TEXT, "keydown", "ctrl", *MENUS, "mouseup", "3", "keyup", "ctrl"],
    "keys": [
        "key",
        *["alt+F4", "alt+Return", "shift+Prior", "shift+Insert", "shift+F3", "super+l"],
    ],
}


@pytest.mark.parametrize("how", ODD)
def test_no_odd_touch_selects_opens_or_closes_anything(session: str, how: str) -> None:
    hand("mousemove", "0", "0", "sleep", "0.3")
    before, shown = windows(), photograph()
    assert shown.width == 800
    hand(*ODD[how], "mousemove", "0", "0", "sleep", "0.3")
    assert not selected(session)
    assert windows() == before
    assert photograph().rows == shown.rows, "the screen looks different"


def windows() -> list[str]:
    """The windows that can be seen, with their sizes."""
    command = ["xdotool", "search", "--onlyvisible", ".*", "getwindowgeometry", "%@"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "800x600" in said
    return said.splitlines()
