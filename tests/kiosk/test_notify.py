"""What systemd is told: that a visitor can begin, again while all is well, and that it ends."""

from __future__ import annotations

import os
import shutil
import signal
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.stage import FIRST, SITE, kiosk
from prescreen.kiosk.notify import Notify

BROKEN = "STATUS=Every process dies at once, the last one with 2."


@pytest.fixture
def manager(tmp_path: Path) -> Iterator[socket.socket]:
    """A service manager's socket."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.settimeout(20)
        yield listening


def heard(manager: socket.socket) -> str:
    return manager.recv(4096).decode()


def test_words_are_sent_line_by_line(manager: socket.socket) -> None:
    Notify({"NOTIFY_SOCKET": manager.getsockname()}).say(READY="1", STATUS="well")
    assert heard(manager) == "READY=1\nSTATUS=well"


def test_an_abstract_socket_is_found() -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(f"\0prescreen-test-{os.getpid()}")
        Notify({"NOTIFY_SOCKET": f"@prescreen-test-{os.getpid()}"}).say(READY="1")
        assert heard(listening) == "READY=1"


def test_without_a_manager_nothing_is_said(tmp_path: Path) -> None:
    Notify({}).say(READY="1")
    Notify({"NOTIFY_SOCKET": str(tmp_path / "none")}).say(READY="1")


@pytest.mark.parametrize(
    ("given", "every"), [("20000000", 1.0), ("1500000", 0.5), ("", 1.0), ("soon", 1.0)]
)
def test_it_speaks_often_enough_for_the_watchdog(given: str, every: float) -> None:
    assert Notify({"WATCHDOG_USEC": given}).every(1.0) == every


def test_a_kiosk_tells_its_manager_how_things_stand(manager: socket.socket) -> None:
    around = {"NOTIFY_SOCKET": manager.getsockname(), "WATCHDOG_USEC": "20000000"}
    with kiosk(environment=around) as on:
        assert "READY=1" in heard(manager)
        on.wait_for(FIRST)
        assert "WATCHDOG=1" in heard(manager)
        environment = Path(f"/proc/{on.visitor}/environ").read_text()
        assert "NOTIFY_SOCKET" not in environment
        assert "WATCHDOG_USEC" not in environment
        on.process.terminate()
        while "STOPPING=1" not in (last := heard(manager)):
            assert "WATCHDOG=1" in last
        assert on.end() == 0


def test_where_every_process_dies_the_staff_are_called_and_systemd_hears_no_all_is_well(
    manager: socket.socket, tmp_path: Path
) -> None:
    site = Path(shutil.copy(SITE, tmp_path))
    with kiosk("--site", site, environment={"NOTIFY_SOCKET": manager.getsockname()}) as on:
        on.wait_for(FIRST)
        site.write_text("broken", encoding="utf-8")
        os.kill(on.visitor, signal.SIGKILL)
        said: list[str] = []
        on.wait(lambda: hears(manager, said) and said.count(BROKEN) >= 2, BROKEN)
        assert "WATCHDOG" not in "".join(said[said.index(BROKEN) :])
        on.wait_for("请找工作人员。")
        on.wait_for("Please ask the staff.")
        shutil.copy(SITE, tmp_path)
        on.wait_for(FIRST)
        assert "Please ask the staff." not in on.shown


def hears(manager: socket.socket, said: list[str]) -> bool:
    """Take down what has been said."""
    manager.setblocking(False)
    with suppress(BlockingIOError):
        while True:
            said.append(heard(manager))
    return True
