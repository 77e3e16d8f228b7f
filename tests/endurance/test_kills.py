"""Killed at any moment, it is gone at once; where it has a chance, the terminal is as it was."""

from __future__ import annotations

import os
import signal
import termios
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from leaks.canaries import TERMS, Talk, talk
from leaks.fronts import keys
from leaks.watched import Watched, watched
from proved import Proved

from flows import straight
from prescreen.session.visit import Setting

KILLERS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT", "SIGKILL", "SIGSEGV")
FRONTS = ("screen", "plain")
LONGEST = 1.2
"""Seconds after which each program has at least begun to ask."""
GONE_IN = 2.0
LOST = b"Exception ignored in: <function _get_module_lock"
"""How Python says that it has let an interrupt go, before a line of the program has run."""
OVER, BACK = b"\x1b[?1049h", b"\x1b[?1049l"


@pytest.fixture(scope="module")
def held(setting: Setting) -> Talk:
    """What is typed in a conversation until it is killed."""
    return talk(setting, "en")


def typed(front: str, held: Talk) -> list[str]:
    """All that is typed, one after another."""
    match front:
        case "screen":
            pages = (held.first, *(each.page for each in held.exchanges))
            return [key for at, each in enumerate(held.exchanges) for key in keys(each, pages[at])]
        case "plain":
            return [f"{each.text}\n" for each in held.exchanges]
        case _:
            return ["1"]


def kill(killer: str, front: str, random: Random, place: Path, held: Talk) -> None:
    """Kill the program at a random moment, somewhere in a conversation."""
    verb = {"screen": [], "plain": ["--plain"], "demo": ["demo"]}[front]
    flags = [*verb, "--lang", "en"]
    flags += straight(held.flow)
    with watched(["-m", "prescreen", *flags], place, traced=False) as program:
        _talk_for(program, typed(front, held), random.uniform(0.0, LONGEST))
        number = signal.Signals[killer]
        died = _kill(program, number, again=front == "plain" and killer == "SIGINT")
        ended = program.end()
        assert died < GONE_IN
        assert _left_over(program.pid, ended.home) == []
        if killer != "SIGINT" or (begun(ended.stream) and LOST not in ended.stream):
            assert ended.code in _codes(number, front)
            assert b"Traceback" not in ended.stream
        if killer not in ("SIGKILL", "SIGSEGV"):
            check_usable(program, ended.stream)
        assert not [*ended.home.iterdir()] or not ended.stream, "a core of more than the start"
    assert _left_over(program.pid, ended.home) == []


def _talk_for(program: Watched, texts: list[str], seconds: float) -> None:
    """Type answers, each a while after the other, until the time is up."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        program.read(min(left, 0.05))
        if len(program.stream) > 200 and texts and left > 0.05:
            program.type(texts.pop(0))


def _kill(program: Watched, number: signal.Signals, *, again: bool) -> float:
    """Seconds until it is gone; in plain lines an interrupt asks first, so that it takes two."""
    begun = time.monotonic()
    program.kill(number)
    while not program.gone():
        program.read(0.02)
        if (again or LOST in program.stream) and not program.gone():
            program.kill(number)
        if time.monotonic() - begun > GONE_IN:
            break
    return time.monotonic() - begun


def begun(stream: bytes) -> bool:
    """Whether more was there than Python itself, which tells of an interrupt in its own way."""
    return OVER in stream or b"Commands you can type" in stream


def _codes(number: signal.Signals, front: str) -> set[int]:
    """How it may end: by the signal itself as long as nothing is shown."""
    if number in (signal.SIGKILL, signal.SIGSEGV):
        return {-number}
    asked = {0} if front == "plain" and number is signal.SIGINT else set()
    return {-number, 128 + number} | asked


def _left_over(session: int, home: Path) -> list[str]:
    """The processes of the session, or begun in its folder, that are still there in the end."""
    end = time.monotonic() + GONE_IN
    while (found := [*_of(session, home)]) and time.monotonic() < end:
        time.sleep(0.02)
    return found


def _of(session: int, home: Path) -> Iterator[str]:
    for process in Path("/proc").iterdir():
        if process.name.isdecimal():
            try:
                fields = (process / "stat").read_text().rpartition(")")[2].split()
                inside = fields[3] == str(session) or (process / "cwd").readlink() == home
            except OSError:
                continue
            if inside and fields[0] != "Z":
                yield process.name


def check_usable(program: Watched, stream: bytes) -> None:
    """The terminal echoes and takes lines, and shows its own screen, its cursor, and no mouse."""
    modes = termios.tcgetattr(program.file)[3]
    assert modes & termios.ECHO
    assert modes & termios.ICANON
    assert modes & termios.ISIG
    for on, off in (
        (OVER, BACK),
        (b"\x1b[?1000h", b"\x1b[?1000l"),
        (b"\x1b[?1003h", b"\x1b[?1003l"),
        (b"\x1b[?1006h", b"\x1b[?1006l"),
        (b"\x1b[?2004h", b"\x1b[?2004l"),
        (b"\x1b[?25l", b"\x1b[?25h"),
    ):
        assert stream.rfind(on) <= stream.rfind(off)
    own = stream.rpartition(BACK)[2] if OVER in stream else b""
    assert not any(each.encode() in own for each in TERMS["en"])
    assert os.isatty(program.file)


@pytest.mark.parametrize(
    ("killer", "front"), [(each, FRONTS[at // 2 % 2]) for at, each in enumerate(KILLERS)]
)
def test_a_kill_at_a_random_moment_leaves_nothing_behind(
    killer: str, front: str, tmp_path: Path, held: Talk
) -> None:
    kill(killer, front, Random(f"{killer} {front}"), tmp_path, held)


def test_a_demonstration_gives_the_terminal_back_too(tmp_path: Path, held: Talk) -> None:
    kill("SIGTERM", "demo", Random("demo"), tmp_path, held)


@pytest.mark.prove
@pytest.mark.parametrize("tenth", range(10))
@pytest.mark.parametrize("killer", KILLERS)
def test_two_hundred_kills_of_each_kind_leave_nothing_behind(
    killer: str, tenth: int, tmp_path: Path, proved: Proved, held: Talk
) -> None:
    random = Random(f"{killer} {tenth}")
    for number in range(20):
        kill(killer, FRONTS[number % 2], random, tmp_path / str(number), held)
    proved("kills at random moments", 20)
