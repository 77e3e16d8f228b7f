"""What systemd is told: that a visitor can begin, again while all is well, and that it ends."""

from __future__ import annotations

import os
import shutil
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from limits import ROUNDS, as_long_as
from rows import each_row

from kiosk.stage import FIRST, SITE, Kiosk, kiosk
from prescreen.kiosk.notes import CAN_BEGIN, NOBODY, REPLACED, SILENT
from prescreen.kiosk.notify import Notify

BROKEN = f"STATUS={NOBODY}"
TRIGGER = "WATCHDOG=trigger"
READY = "READY=1\nSTATUS=A visitor can begin."


@pytest.fixture
def manager(tmp_path: Path) -> Iterator[socket.socket]:
    """A service manager's socket."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.settimeout(20)
        yield listening


def heard(manager: socket.socket) -> str:
    return manager.recv(4096).decode()


def heard_until(manager: socket.socket, last: str) -> list[str]:
    """All that is said up to this."""
    said = [heard(manager)]
    for _ in as_long_as(lambda: said[-1] != last):
        said.append(heard(manager))
    return said


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


@each_row(("given", "every"), [("20000000", 1.0), ("1500000", 0.5), ("", 1.0), ("soon", 1.0)])
def test_it_speaks_often_enough_for_the_watchdog(given: str, every: float) -> None:
    assert Notify({"WATCHDOG_USEC": given}).every(1.0) == every


def test_a_kiosk_tells_its_manager_how_things_stand(manager: socket.socket) -> None:
    around = {"NOTIFY_SOCKET": manager.getsockname(), "WATCHDOG_USEC": "20000000"}
    with kiosk(environment=around) as on:
        *before, _ = heard_until(manager, READY)
        assert {*before} <= {"WATCHDOG=1"}
        on.wait_for(FIRST)
        environment = Path(f"/proc/{on.visitor}/environ").read_text()
        assert "NOTIFY_SOCKET" not in environment
        assert "WATCHDOG_USEC" not in environment
        on.process.terminate()
        *before, _ = heard_until(manager, "STOPPING=1")
        assert {*before} <= {"WATCHDOG=1", READY}
        assert on.end() == 0


@contextmanager
def noted(tmp_path: Path, manager: socket.socket, *options: str | Path) -> Iterator[Kiosk]:
    """A kiosk whose sentences for the journal go to a file, as the unit has it."""
    around = {"NOTIFY_SOCKET": manager.getsockname(), "JOURNAL": str(tmp_path / "journal")}
    with kiosk(*options, environment=around) as on:
        yield on


@pytest.mark.prove
def test_where_every_process_dies_the_staff_are_called_and_the_reason_is_told(
    manager: socket.socket, tmp_path: Path
) -> None:
    site = Path(shutil.copy(SITE, tmp_path))
    with noted(tmp_path, manager, "--site", site) as on:
        said: list[str] = []
        on.wait(lambda: hears(manager, said) and CAN_BEGIN in "".join(said), "all is well")
        site.write_text("broken", encoding="utf-8")
        os.kill(on.visitor, signal.SIGKILL)
        on.wait(lambda: hears(manager, said) and broken(said) >= 3, "the reason")
        since = next(at for at, each in enumerate(said) if each.startswith(BROKEN))
        assert "can begin." not in "".join(said[since:]), "it says that all is well"
        assert said[since:].count("READY=1\nWATCHDOG=1") >= 2, "systemd would kill it"
        on.wait_for("请找工作人员。")
        on.wait_for("Please ask the staff.")
        shutil.copy(SITE, tmp_path)
        on.wait_for(FIRST)
        assert "Please ask the staff." not in on.shown
        on.wait(lambda: hears(manager, said) and "can begin." in "".join(said[-2:]), "all is well")
    notes = (tmp_path / "journal").read_text("utf-8").splitlines()
    assert notes[:2] == [CAN_BEGIN, f"{REPLACED}it was ended by SIGKILL."]
    assert any(each.startswith(NOBODY) and SITE.name in each for each in notes)
    assert notes[-1] == CAN_BEGIN
    assert len(notes) < 12, "each second the same is said again"


def broken(said: list[str]) -> int:
    return sum(each.startswith(BROKEN) and SITE.name in each for each in said)


@pytest.mark.parametrize(
    "at",
    [
        "the first page",
        pytest.param("a question", marks=pytest.mark.prove),
        pytest.param("nothing but the staff", marks=pytest.mark.prove),
    ],
)
def test_a_terminal_that_is_frozen_is_started_anew_whatever_it_shows(
    manager: socket.socket, tmp_path: Path, at: str
) -> None:
    site = Path(shutil.copy(SITE, tmp_path))
    with noted(tmp_path, manager, "--site", site, "--stuck", "2") as on:
        on.wait_for(FIRST)
        if at == "a question":
            on.agree()
        if at == "nothing but the staff":
            site.write_text("broken", encoding="utf-8")
            os.kill(on.visitor, signal.SIGKILL)
            on.wait_for("Please ask the staff.")
        on.frozen = True
        said: list[str] = []
        on.wait(lambda: hears(manager, said) and any(TRIGGER in each for each in said), TRIGGER)
        assert on.end() == 75
        assert (tmp_path / "journal").read_text("utf-8").splitlines()[-1] == SILENT


def hears(manager: socket.socket, said: list[str]) -> bool:
    """Take down what has been said."""
    manager.setblocking(False)
    with suppress(BlockingIOError):
        for _ in range(ROUNDS):
            said.append(heard(manager))
    return True
