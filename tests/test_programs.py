"""What needs a program of the system says which, and a run without them finds whoever does not."""

from __future__ import annotations

import re
from pathlib import Path

import programs
import pytest
from programs import PACKAGES, Bare, lacking, needs

CI = Path(__file__).parent.parent / ".ci" / "run"


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nowhere is a program to be found but strace."""
    (tmp_path / "strace").touch(mode=0o755)
    monkeypatch.setattr(programs, "SYSTEM", str(tmp_path))


@pytest.mark.usefixtures("bare")
def test_what_is_missing_is_named() -> None:
    assert lacking("strace") == ""
    assert lacking("ssh", "strace", "sshd") == "not installed: ssh, sshd"
    assert needs("sshd").kwargs["reason"] == "not installed: sshd"
    assert needs("sshd").args == (True,)
    assert needs("strace").args == (False,)


def test_a_bare_run_is_right_where_each_program_is_named() -> None:
    run = Bare()
    run.take("a test", "not installed: " + ", ".join(PACKAGES))
    assert run.problems([]) == []


def test_a_bare_run_finds_a_skip_without_a_name_and_a_name_without_a_skip() -> None:
    run = Bare()
    run.take("a test", "not installed: " + ", ".join({*PACKAGES} - {"strace"}))
    run.take("another", "no reason")
    assert run.problems([]) == [
        "another is skipped and names no program: no reason",
        "no test is skipped because strace is missing",
    ]


def test_a_run_in_which_a_program_is_there_is_not_bare() -> None:
    run = Bare()
    run.take("a test", "not installed: " + ", ".join(PACKAGES))
    assert run.problems(["strace"]) == ["strace can be found; this run is not bare"]


def test_the_packages_that_are_installed_are_those_that_tests_need() -> None:
    text = CI.read_text("utf-8")
    listed = re.sub(r"#.*", "", text.partition("packages=(")[2].partition("\n)")[0]).split()
    assert sorted(listed) == sorted({*PACKAGES.values(), "fonts-noto-cjk"})
