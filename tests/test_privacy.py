"""A sealed process: no core, no look from outside, no traceback, no log; sealed before answers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from leaks.watched import watched

from flows import STRAIGHT

CODE = """
import ctypes, logging, resource, sys, threading
from prescreen.system.privacy import seal
resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
seal()
answer = sys.stdin.read()
{what}
"""


def sealed(what: str) -> tuple[int, str]:
    """The exit code of a sealed process that does this to an answer, and all that it says."""
    done = subprocess.run(
        [sys.executable, "-c", CODE.format(what=what)],
        input="zebra4711",
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[1],
        timeout=20,
    )
    return done.returncode, done.stdout + done.stderr


def test_no_core_and_no_look_from_outside() -> None:
    what = "print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    assert sealed(what) == (0, "(0, 0) 0\n")


@pytest.mark.parametrize(
    ("what", "kind", "code"),
    [
        ("raise ValueError(answer)", "ValueError", 1),
        ("{}[answer]", "KeyError", 1),
        ("threading.Thread(target=int, args=[answer]).start()", "ValueError", 0),
    ],
)
def test_what_goes_wrong_is_told_without_the_answer(what: str, kind: str, code: int) -> None:
    ended, said = sealed(what)
    assert ended == code
    assert f"({kind}" in said
    assert "zebra" not in said


@pytest.mark.parametrize(
    "what",
    [
        "logging.getLogger('asyncio').critical(answer)",
        "logging.critical('%s', answer)",
        "class Odd:\n    def __del__(self): raise ValueError(answer)\nOdd()",
    ],
)
def test_nothing_is_logged(what: str) -> None:
    assert sealed(what) == (0, "")


@pytest.mark.parametrize("front", [["--plain"], []], ids=["plain", "screen"])
def test_it_is_sealed_before_anybody_has_typed(front: list[str], tmp_path: Path) -> None:
    with watched(["-m", "prescreen", "--lang", "en", *front, *STRAIGHT], tmp_path) as program:
        program.wait(lambda: program.shows("I answer for myself"))
        log = tmp_path / "calls"
        program.wait(lambda: "PR_SET_DUMPABLE, SUID_DUMP_DISABLE" in log.read_text())
    assert "RLIMIT_CORE, {rlim_cur=0, rlim_max=0}" in log.read_text()
