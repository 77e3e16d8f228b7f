"""The front end on a real terminal: what it stands, how it ends, and what it never prints."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pyte
import pytest
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import Screen

from prescreen.tui.outlet import GONE
from prescreen.tui.terminal import SORRY, CalmApp, apology
from tui.pages import FakeVisit
from tui.stage import stage

HERE = Path(__file__).resolve()
CODE = """
import os, sys
os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
sys.path[:0] = [{tests!r}, {root!r}]
from tui.pages import FakeVisit
from tui.test_terminal import BrokenVisit
from prescreen.tui import run
sys.exit(run({visit}))
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


@pytest.mark.parametrize(
    "odd",
    [
        b"\x1b[97;5:3u",
        b"\x1b[48;24;80;0;0t\x1b[<0;5;5M\x1b[<0;5;5m",
        b"\x1b[99999999999R",
        b"\xc4\xfa\xba\xc3\xff",
        b"\x1b[48;65535;65535;0;0t",
        b"\x1b[200~[/]\x1b[201~",
        b"\x00\x1b[\x1b]",
    ],
)
def test_odd_bytes_do_not_end_it(odd: bytes) -> None:
    with terminal(GOOD) as shown:
        shown.wait_for("How much do you weigh")
        shown.send(odd)
        time.sleep(0.3)
        shown.send(b"7")
        shown.wait_for("7")
        shown.send(b"\x1b[13~\x1bOR")
        shown.wait_for("Why we ask")
        assert os.waitpid(shown.pid, os.WNOHANG) == (0, 0)


def test_an_absurd_size_is_cut_to_one_that_can_be_painted() -> None:
    with terminal(GOOD) as shown:
        shown.wait_for("How much do you weigh")
        shown.raw = b""
        shown.resize(65535, 65535)
        end = time.monotonic() + 1.5
        while time.monotonic() < end:
            shown.read(0.1)
        assert len(shown.raw) < 2_000_000
        shown.resize(80, 24)
        shown.send(b"62 kg")
        shown.wait_for("I understood 62 kg.")


def test_a_terminal_that_is_gone_ends_it() -> None:
    """Even where the hang-up signal is ignored, nothing is left that runs for ever."""
    with terminal(GOOD) as shown:
        shown.wait_for("How much do you weigh")
        pid = shown.pid
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, shown.file)  # the terminal's own end is closed by this
        os.close(nothing)
        end = time.monotonic() + 10
        status = 0
        while time.monotonic() < end:
            gone, status = os.waitpid(pid, os.WNOHANG)
            if gone:
                shown.pid = 0
                break
            time.sleep(0.05)
        assert shown.pid == 0
        assert os.waitstatus_to_exitcode(status) == GONE


def test_leaving_ends_it_with_zero() -> None:
    with terminal(GOOD) as shown:
        shown.wait_for("How much do you weigh")
        shown.send(b"\x03")
        shown.wait_for("Do you want to leave now?")
        shown.send(b"1")
        assert shown.exit_code() == 0


def test_an_error_prints_no_answer() -> None:
    with terminal(BROKEN) as shown:
        shown.wait_for("How much do you weigh")
        shown.send(b"ivermectin")
        shown.wait_for("ivermectin")
        shown.raw = b""
        shown.send(b"\r")
        assert shown.exit_code() != 0
        while shown.read(0.2) and select.select([shown.file], [], [], 0.2)[0]:
            pass
        said = shown.raw.decode()
    assert "ivermectin" not in said
    assert "secret_answer" not in said
    assert "Sorry, something went wrong" in " ".join(said.split())
    assert "ValueError" in said
    assert "抱歉" in said


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
        App: ("_fatal_error", "_print_error_renderables", "_close_messages_no_wait", "panic"),
        LinuxDriver: ("run_input_thread", "_get_terminal_size", "_query_in_band_window_resize"),
        Screen: ("_on_idle", "_on_timer_update"),
    }.items():
        for name in names:
            assert hasattr(owner, name), name


async def test_no_key_is_bound() -> None:
    async with stage(FakeVisit(order=("weight",))) as on:
        assert not on.app._bindings.key_to_bindings
        assert not on.screen._bindings.key_to_bindings
        assert not on.screen.make_field()._bindings.key_to_bindings


@pytest.mark.parametrize("no_color", ["", "1"])
async def test_no_color_is_honoured(no_color: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", no_color)
    else:
        monkeypatch.delenv("NO_COLOR", raising=False)
    async with stage(FakeVisit(order=("lupus",))) as on:
        assert on.app.no_color is bool(no_color)
        await on.press("down")
        assert ">  1" in on.shown()
