"""Rows 10, 16, 17: what the environment asks for, keys that lead out, and the first moments."""

from __future__ import annotations

import os
import signal
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from faults.rig import Nursery, Terminal, command, started
from prescreen.__main__ import OURS, READ_BESIDE, scrub

BARE, OUR = "faults.programs:bare", "faults.programs:ours"
ASKED = "How much do you weigh"
FIRST = "F10"
RAISE = [sys.executable, "-c", "import sys; from faults.programs import bare; sys.exit(bare())"]
SCRIPT = [
    sys.executable,
    "-c",
    "import sys; from prescreen.__main__ import main; sys.exit(main())",
]


def asked_for(folder: Path) -> dict[str, str]:
    """Every variable that Textual reads, asking for what would do the most harm."""
    return {
        "TEXTUAL": "devtools,debug",
        "TEXTUAL_LOG": str(folder / "textual.log"),
        "TEXTUAL_DEBUG": "1",
        "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_SCREENSHOT_LOCATION": str(folder),
        "TEXTUAL_SCREENSHOT_FILENAME": "answers.svg",
        "TEXTUAL_PRESS": "7",
        "TEXTUAL_ALLOW_SIGNALS": "1",
        "TEXTUAL_DISABLE_KITTY_KEY": "0",
        "TEXTUAL_SHOW_RETURN": "1",
        "ESCDELAY": "100000",
    }


def test_row_10_bare_logs_keys_and_pictures_answers(tmp_path: Path) -> None:
    with started(RAISE, asked_for(tmp_path), tmp_path) as shown:
        shown.until(ASKED)
        shown.send(b"6")
        end = time.monotonic() + 10
        wanted = {"keys.log", "textual.log", "answers.svg"}
        while {each.name for each in tmp_path.iterdir()} < wanted and time.monotonic() < end:
            shown.read(0.1)
        assert "7" in shown.text, "and types what nobody typed"
        assert wanted <= {each.name for each in tmp_path.iterdir()}
        assert "key='6'" in (tmp_path / "keys.log").read_text()


@pytest.mark.parametrize("how", [command("--lang", "en"), [*SCRIPT, "--lang", "en"]])
def test_row_10_the_environment_asks_in_vain(tmp_path: Path, how: list[str]) -> None:
    asked = asked_for(tmp_path) | {"TEXTUAL_DRIVER": "no.such:Driver", "TEXTUAL_COLOR_SYSTEM": "x"}
    with started(how, asked, tmp_path) as shown:
        shown.until(FIRST)
        shown.settle()
        shown.send(b"\x03")
        shown.until("Do you want to stop here")
        shown.send(b"\x1b")
        shown.settle(0.5)
        assert "Do you want to stop here" not in shown.text, "Escape acts at once"
        assert b"\x1b[>" not in shown.raw
        assert list(tmp_path.iterdir()) == []


def test_row_10_nothing_of_textuals_is_left_but_ours() -> None:
    environment = asked_for(Path("/")) | dict.fromkeys(READ_BESIDE, "1") | {"TERM": "xterm"}
    scrub(environment)
    assert environment == {"TERM": "xterm"} | OURS


@pytest.fixture(scope="module")
def bare(nursery: Nursery) -> Iterator[Terminal]:
    """One bare app for all keys but the last."""
    with nursery.terminal(BARE) as shown:
        shown.until(ASKED)
        yield shown


def test_row_16_bare_offers_a_palette_with_a_screenshot(bare: Terminal) -> None:
    bare.send(b"\x10")
    bare.until("Screenshot")
    bare.send(b"\x1b")
    bare.settle()


def test_row_16_bare_sends_answers_to_the_clipboard(bare: Terminal) -> None:
    bare.send(b"62\x1b[1;2H\x03")
    bare.settle()
    assert b"\x1b]52;" in bare.raw


def test_row_16_bare_is_left_by_a_key(bare: Terminal) -> None:
    bare.send(b"\x11")
    assert bare.ended() == 0


def test_row_16_no_key_leads_out(nursery: Nursery) -> None:
    with nursery.terminal(OUR) as shown:
        shown.until(ASKED)
        shown.send(b"62")
        for key in (b"\x10", b"\x1b[1;2H", b"\x11", b"\x03", b"\x1a", b"\x1c", b"\x04", b"\x0f"):
            shown.send(key)
            shown.settle(0.1)
            shown.send(b"\x1b")
            shown.settle(0.2)
        assert shown.runs
        assert "Screenshot" not in shown.text
        assert b"\x1b]52;" not in shown.raw
        assert state(shown) in "SRD"


def state(shown: Terminal) -> str:
    """The state of the process: S for asleep, T for stopped."""
    return Path(f"/proc/{shown.pid}/stat").read_text().rpartition(")")[2].split()[0]


def test_row_16_bare_is_stopped_by_a_signal(nursery: Nursery) -> None:
    with nursery.terminal(BARE) as shown:
        shown.until(ASKED)
        shown.settle()  # its handler writes, and would wait for ever for a frame under way
        os.kill(shown.pid, signal.SIGTSTP)
        shown.wait(lambda: state(shown) == "T")


def test_row_16_a_stop_or_a_pause_leaves_one_reader(nursery: Nursery) -> None:
    with nursery.terminal(OUR) as shown:
        shown.until(ASKED)
        tasks = len(list(Path(f"/proc/{shown.pid}/task").iterdir()))
        os.kill(shown.pid, signal.SIGTSTP)
        shown.settle(0.2)
        assert state(shown) != "T"
        os.kill(shown.pid, signal.SIGSTOP)
        os.kill(shown.pid, signal.SIGCONT)
        shown.settle(0.2)
        assert len(list(Path(f"/proc/{shown.pid}/task").iterdir())) == tasks
        shown.send(b"62 kg")
        shown.until("I understood 62 kg.")


def interrupted(arguments: list[str], cwd: Path, seconds: float) -> tuple[str, bool]:
    """Press Ctrl+C so long after our first line; what is said, and if the terminal is whole."""
    with started(arguments, {}, cwd) as shown:
        begin(shown.pid)
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            shown.read(left)
        shown.send(b"\x03")
        shown.ended(0.4)
        if shown.runs:
            shown.send(b"1\x04")
            shown.ended(0.4)
        whole = termios.tcgetattr(shown.slave) == shown.modes
        begun, left_again = (shown.raw.rfind(b"\x1b[?1049" + each) for each in (b"h", b"l"))
        return shown.raw.decode(errors="replace"), shown.runs or (whole and left_again >= begun)


def begin(pid: int) -> None:
    """Wait until a line of ours has run, and not only the interpreter's own start.

    The interpreter catches SIGINT until our first line lets it go. Before that line, no program
    in Python can keep a Ctrl+C quiet; the entry scripts of a kiosk and of SSH do.
    """
    for came in (True, False):
        end = time.monotonic() + 2
        while catches(pid) != came and time.monotonic() < end:
            time.sleep(0.0005)


def catches(pid: int) -> bool:
    """Whether the process has a handler for SIGINT now."""
    try:
        mask = Path(f"/proc/{pid}/status").read_text().split("SigCgt:")[1].split()[0]
    except (OSError, IndexError):
        return False
    return bool(int(mask, 16) & 1 << (signal.SIGINT - 1))


@pytest.mark.prove
def test_row_17_bare_answers_an_early_ctrl_c_with_a_traceback(tmp_path: Path) -> None:
    slow = [sys.executable, "-c", "import time; print('begun', flush=True); time.sleep(30)"]
    with started(slow, {}, tmp_path) as shown:
        shown.until("begun")
        shown.send(b"\x03")
        shown.ended()
        assert b"Traceback" in shown.raw


@pytest.mark.parametrize("arguments", [[], ["--plain"]], ids=["screen", "plain"])
def test_row_17_an_early_ctrl_c_says_nothing(tmp_path: Path, arguments: list[str]) -> None:
    chance = Random(17)
    for _ in range(4):
        said, whole = interrupted([*command(*arguments)], tmp_path, chance.random() * 0.35)
        assert "Traceback" not in said
        assert "KeyboardInterrupt" not in said
        assert whole


@pytest.mark.prove
@pytest.mark.parametrize("arguments", [[], ["--plain"]], ids=["screen", "plain"])
def test_row_17_a_ctrl_c_at_any_moment_says_nothing(tmp_path: Path, arguments: list[str]) -> None:
    for at in range(50):
        said, whole = interrupted([*command(*arguments)], tmp_path, at * 0.012)
        assert "Traceback" not in said, at
        assert whole, at
