"""Work that a process of its own does: what comes back, and what happens where it fails."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from prescreen.files.errors import FileError
from prescreen.system.worker import Worker


def test_what_comes_back_was_made_by_another_process() -> None:
    assert Worker(os.getpid).result() != os.getpid()


def test_it_waits_until_it_is_wanted() -> None:
    asked, asks = os.pipe()
    os.set_blocking(asked, False)

    def work() -> str:
        os.write(asks, b"!")
        return "done"

    apart = Worker(work)
    with pytest.raises(BlockingIOError):
        os.read(asked, 1)
    apart.begin()
    assert apart.result() == "done"
    assert os.read(asked, 2) == b"!"
    os.close(asked)
    os.close(asks)


def test_nothing_is_left_of_the_process_and_its_pipes() -> None:
    files, before = set(Path("/proc/self/fd").iterdir()), children()
    Worker(os.getpid).result()
    assert set(Path("/proc/self/fd").iterdir()) == files
    assert children() <= before


def children() -> set[str]:
    """The processes that this one has started and not yet seen the end of."""
    lists = Path("/proc/self/task").glob("*/children")
    return {process for each in lists for process in each.read_text("ascii").split()}


def test_an_error_is_raised_here() -> None:
    def work() -> None:
        raise FileError(["site.toml: nothing in it."])

    with pytest.raises(FileError, match="nothing in it"):
        Worker(work).result()


def test_where_the_process_was_killed_the_work_is_done_here() -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return here

    assert Worker(work).result() == here


def test_where_no_process_can_be_made_the_work_is_done_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    apart = Worker(os.getpid)
    apart.begin()
    assert apart.result() == os.getpid()


def test_the_terminal_is_out_of_its_reach() -> None:
    def work() -> tuple[bool, list[Path]]:
        files = [Path(f"/proc/self/fd/{each}").readlink() for each in (0, 1, 2)]
        return os.getsid(0) == os.getpid(), files

    assert Worker(work).result() == (True, [Path("/dev/null")] * 3)


MADE = "from prescreen.system.worker import Worker; apart = Worker(lambda: bytes(1_000_000))"
BEGUN = f"{MADE}; apart.begin()"


@pytest.mark.parametrize("program", [MADE, BEGUN])
def test_it_ends_with_the_process_that_wanted_it(program: str) -> None:
    ended, held = os.pipe()
    subprocess.run([sys.executable, "-c", program], check=True, pass_fds=(held,))
    os.close(held)
    assert select.select([ended], [], [], 10)[0]
    assert os.read(ended, 1) == b""
    os.close(ended)
