"""The front end on a real terminal: what it stands, how it ends, and what it never prints."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pyte
import pytest
from limits import as_long_as
from rows import each_row
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import Screen
from textual.widget import Widget

from prescreen.system.privacy import SORRY, apology
from prescreen.tui.terminal.driver import CalmApp
from tui.pages import FakeVisit
from tui.stage import stage

HERE = Path(__file__).resolve()
CODE = """
import os, sys
os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
sys.path[:0] = [{tests!r}, {root!r}]
from tui.pages import FakeVisit
from tui.test_terminal import BrokenVisit
from prescreen.tui import run_tui
sys.exit(run_tui({visit}))
"""
GOOD = 'FakeVisit(order=("weight", "lupus"))'
BROKEN = 'BrokenVisit(order=("weight", "lupus"))'


class BrokenVisit(FakeVisit):
    """A visit that fails while it holds an answer."""

    def say(self, text: str) -> None:
        """Fail."""
        secret_answer = text
        raise ValueError(secret_answer)


class Terminal:
    """A terminal of a size, with the program in it."""

    def __init__(self, pid: int, file: int) -> None:
        self.pid, self.file = pid, file
        self.screen = pyte.Screen(80, 24)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""

    def read(self, seconds: float) -> bool:
        """Read for a while; False at the end."""
        if not select.select([self.file], [], [], seconds)[0]:
            return True
        try:
            data = os.read(self.file, 65536)
        except OSError:
            return False
        self.raw += data
        self.stream.feed(data)
        return bool(data)

    def settle(self, quiet: float) -> None:
        """Read until nothing more comes for so long."""
        for _ in as_long_as(lambda: select.select([self.file], [], [], quiet)[0] and self.read(0)):
            pass

    def wait_for(self, text: str) -> None:
        """Wait until a text can be seen."""
        end = time.monotonic() + 20
        while text not in "\n".join(self.screen.display):
            assert time.monotonic() < end, "\n".join(self.screen.display)
            self.read(0.05)

    def send(self, data: bytes) -> None:
        """Type bytes."""
        os.write(self.file, data)

    def resize(self, width: int, height: int) -> None:
        """Claim a size."""
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def exit_code(self) -> int:
        """Wait until the program ends."""
        end = time.monotonic() + 20
        while time.monotonic() < end:
            self.read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.pid = 0
                self.settle(0.05)
                return os.waitstatus_to_exitcode(status)
        raise AssertionError("the program goes on")


@contextmanager
def terminal(visit: str) -> Iterator[Terminal]:
    """Run the program in a terminal."""
    code = CODE.format(tests=str(HERE.parents[1]), root=str(HERE.parents[2]), visit=visit)
    pid, file = pty.fork()
    if pid == 0:
        _become(code)
    fcntl.ioctl(file, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    shown = Terminal(pid, file)
    try:
        yield shown
    finally:
        os.close(file)
        if shown.pid:
            os.kill(shown.pid, signal.SIGKILL)
            os.waitpid(shown.pid, 0)


def _become(code: str) -> NoReturn:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    environment = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}
    os.execve(sys.executable, [sys.executable, "-c", code], environment)


pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


def test_keys_that_come_all_at_once_count_in_their_order() -> None:
    with terminal(GOOD) as shown:
        shown.wait_for("How much do you weigh")
        shown.send(b"619" + b"\x7f" * 2 + b"2 kh\x7fg")
        shown.wait_for("I understood 62 kg.")


def test_leaving_ends_it_with_zero() -> None:
    with terminal(GOOD) as shown:
        shown.wait_for("How much do you weigh")
        shown.send(b"\x03")
        shown.wait_for("Do you want to leave now?")
        shown.send(b"1")
        assert shown.exit_code() == 0


def test_an_apology_says_type_and_place_only() -> None:
    try:
        raise KeyError("my answer")
    except KeyError as error:
        said = apology(error)
    assert said.startswith(SORRY)
    assert "KeyError, test_terminal.py:" in said
    assert "my answer" not in said
    assert apology(None) == SORRY


def test_nothing_reaches_clipboard_disk_or_shell() -> None:
    for name in ("copy_to_clipboard", "deliver_screenshot", "action_quit", "action_help_quit"):
        assert getattr(CalmApp, name) is not getattr(App, name)
    assert not CalmApp.ENABLE_COMMAND_PALETTE
    assert not CalmApp.ALLOW_SELECT


def test_the_inside_we_lean_on_is_there() -> None:
    """A new version of Textual has to have these, or what overrides them does nothing."""
    for owner, names in {
        App: ("_fatal_error", "_handle_exception", "_print_error_renderables", "panic"),
        LinuxDriver: ("run_input_thread", "_run_input_thread", "_get_terminal_size", "close"),
        Screen: ("_on_idle", "_on_timer_update"),
        Widget: ("_check_refresh",),
        XTermParser: ("feed",),
        WriterThread: ("run", "stop"),
    }.items():
        for name in names:
            assert hasattr(owner, name), name
    assert hasattr(LinuxDriver, "_query_in_band_window_resize")
    assert hasattr(App, "_close_messages_no_wait")
    assert "\x1b[A" in ANSI_SEQUENCES_KEYS


COLOURED = {"vt100": False, "vt220": False, "ansi": True, "nobody-knows": True, "": True}


@each_row(("term", "coloured"), COLOURED.items())
def test_a_terminal_without_colours_is_told_by_its_kind(term: str, coloured: bool) -> None:
    """Each in a process of its own: a process asks about one terminal."""
    code = f"from prescreen.tui import has_colours; print(has_colours({term!r}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(coloured)


async def test_nothing_is_bound_to_a_key() -> None:
    async with stage(FakeVisit(order=("weight",))) as on:
        assert not on.app._bindings.key_to_bindings
        assert not on.screen._bindings.key_to_bindings
        assert not on.screen.canvas._bindings.key_to_bindings


@pytest.mark.parametrize("no_color", ["", "1"])
async def test_no_color_is_honoured(no_color: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", no_color)
    else:
        monkeypatch.delenv("NO_COLOR", raising=False)
    async with stage(FakeVisit(order=("lupus",))) as on:
        assert on.app.no_color is bool(no_color)
        await on.press("down")
        assert "> 1" in on.shown()
        assert ("| Has a doctor" in on.shown()) is bool(no_color)


def test_a_terminal_that_was_small_for_a_moment_is_painted_anew() -> None:
    with terminal(GOOD) as shown:
        shown.wait_for("How much do you weigh")
        shown.settle(0.6)
        os.kill(shown.pid, signal.SIGSTOP)
        shown.resize(10, 2)
        shown.screen.reset()
        shown.resize(80, 24)
        os.kill(shown.pid, signal.SIGCONT)
        shown.wait_for("How much do you weigh")
