"""Programs of the system that some tests need; where one is missing, they are skipped by its name.

Where PRESCREEN_BARE is set, as `tools/bare.py` does, none of them may be there: then a test that is
skipped has to name one of them, each of them has to be named, and any other test has to pass.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection

import pytest

PACKAGES = {
    "strace": "strace",
    "ssh": "openssh-client",
    "sftp": "openssh-client",
    "scp": "openssh-client",
    "ssh-keygen": "openssh-client",
    "sshd": "openssh-server",
    "haproxy": "haproxy",
    "systemd-analyze": "systemd",
    "Xvfb": "xvfb",
    "xterm": "xterm",
    "xset": "x11-xserver-utils",
    "xdpyinfo": "x11-utils",
    "xdotool": "xdotool",
    "convert": "imagemagick",
    "rsvg-convert": "librsvg2-bin",
}
"""The programs, each with the package of Debian that has it."""
BARE = bool(os.environ.get("PRESCREEN_BARE"))
SYSTEM = os.environ["PATH"] + ("" if BARE else ":/usr/sbin:/sbin")
"""Where programs are looked for; not everybody finds those of the administrator."""
MISSING = "not installed: "


def find(program: str) -> str:
    """Where a program is; empty if it is nowhere."""
    return shutil.which(program, path=SYSTEM) or ""


def lacking(*programs: str) -> str:
    """Which of these programs are missing, in words; empty if none is."""
    assert PACKAGES.keys() >= {*programs}
    found = [each for each in programs if not find(each)]
    return MISSING + ", ".join(found) if found else ""


def needs(*programs: str) -> pytest.MarkDecorator:
    """Skip a test, or a file of tests, where one of these programs is missing."""
    missing = lacking(*programs)
    return pytest.mark.skipif(bool(missing), reason=missing or "all are there")


class Bare:
    """A plugin for a run in which none of the programs is there."""

    def __init__(self) -> None:
        self.named: set[str] = set()
        self.odd: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take down why a test was skipped."""
        if report.skipped:
            reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
            self.take(report.nodeid, reason.removeprefix("Skipped: "))

    def take(self, test: str, reason: str) -> None:
        """Take down the programs that a reason names."""
        if reason.startswith(MISSING):
            self.named |= {*reason.removeprefix(MISSING).split(", ")}
        else:
            self.odd.append(f"{test} is skipped and names no program: {reason}")

    def problems(self, there: Collection[str]) -> list[str]:
        """What is not as it should be."""
        unnamed = sorted(PACKAGES.keys() - self.named - {*there})
        return [
            *self.odd,
            *(f"{each} can be found; this run is not bare" for each in sorted(there)),
            *(f"no test is skipped because {each} is missing" for each in unnamed),
        ]

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail where something is not as it should be."""
        for each in self.problems([each for each in PACKAGES if find(each)]):
            print(f"\n{each}", end="")
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
