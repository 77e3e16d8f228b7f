"""The kiosk: a fresh process for each visitor, whatever becomes of the last one."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.stage import ENVIRONMENT, FIRST, ROOT, SITE, Kiosk, command, gone, kiosk
from prescreen.kiosk.visitor_terminal import CLEAR

CANARY = "qwzxvkanari"
LEAVE = b"\x1b[21~"


@pytest.fixture(scope="module")
def shared() -> Iterator[Kiosk]:
    """One kiosk for many visitors."""
    with kiosk("--stuck", "3") as running:
        yield running


@pytest.fixture
def on(shared: Kiosk) -> Kiosk:
    """The kiosk with its first page, as each visitor finds it."""
    shared.wait_for(FIRST)
    return shared


def leave(on: Kiosk) -> None:
    on.send(LEAVE)
    on.wait_for("Stop and erase my answers")
    on.send(b"2")


def test_whoever_leaves_is_followed_by_a_fresh_process(on: Kiosk) -> None:
    last = on.visitor
    on.agree()
    leave(on)
    assert on.next_visitor(last) != last
    assert gone(last)


@pytest.mark.parametrize("death", [signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM, signal.SIGSTOP])
def test_each_death_is_followed_by_a_fresh_first_page(on: Kiosk, death: signal.Signals) -> None:
    """The last one is no death: the process is stuck, and the watchdog ends it."""
    last = on.visitor
    on.agree()
    os.kill(last, death)
    on.next_visitor(last)
    assert gone(last)


def test_nothing_of_an_answer_stays_on_the_screen_or_scrolled_away(on: Kiosk) -> None:
    last = on.visitor
    on.agree()
    on.send(CANARY.encode())
    on.wait_for(CANARY)
    on.raw = b""
    os.kill(last, signal.SIGKILL)
    on.next_visitor(last)
    assert CANARY not in on.shown + on.scrolled
    cleared, painted = on.raw.index(CLEAR), on.raw.index(FIRST.encode())
    assert cleared < painted
    assert b"\x1bc" in CLEAR
    assert CLEAR.index(b"\x1b[3J") > CLEAR.index(b"\x1bc")


def test_whoever_walks_away_leaves_nothing_to_the_next() -> None:
    with kiosk("--idle", "1,2,3") as on:
        on.wait_for(FIRST)
        last = on.visitor
        on.agree()
        on.send(CANARY.encode())
        on.wait_for(CANARY)
        on.wait_for("Are you still there?")
        on.next_visitor(last)
        assert CANARY not in on.shown + on.scrolled


def test_no_key_leads_out(on: Kiosk) -> None:
    last = on.visitor
    on.send(b"\x1a\x1c\x13\x11\x04\x03")
    on.wait_for("Stop and erase my answers")
    assert on.process.poll() is None
    assert on.visitor == last
    on.send(b"2")
    on.next_visitor(last)
    assert on.process.poll() is None


def test_what_was_typed_too_late_does_not_reach_the_next_visitor(on: Kiosk) -> None:
    last = on.visitor
    os.kill(last, signal.SIGSTOP)
    on.send(b"2222")
    on.next_visitor(last)
    for _ in range(10):
        on.read()
    assert "Who is answering?" not in on.shown


def test_a_terminal_that_takes_nothing_is_noticed(on: Kiosk) -> None:
    """The event loop still moves, but what is painted does not arrive."""
    last = on.visitor
    on.frozen = True
    for step in range(400):
        if on.visitor != last:
            break
        on.resize(80 + step % 2 * 40, 24 + step % 2 * 16)
        time.sleep(0.05)
    on.frozen = False
    on.resize(80, 24)
    on.next_visitor(last)
    assert gone(last)


def test_a_visitors_process_knows_little_and_can_write_no_file(on: Kiosk) -> None:
    place = Path(f"/proc/{on.visitor}")
    given = {each.split("=")[0] for each in (place / "environ").read_text().split("\0") if each}
    assert given == {"TERM", "LANG", "PATH", "PYTHONPATH"}
    limits = (place / "limits").read_text()
    for name in ("Max file size", "Max core file size"):
        line = next(each for each in limits.splitlines() if each.startswith(name))
        assert line.removeprefix(name).split()[:2] == ["0", "0"]
    soft, _ = resource.prlimit(on.process.pid, resource.RLIMIT_FSIZE)
    assert soft == resource.RLIM_INFINITY


def test_the_supervisor_never_holds_an_answer(on: Kiosk) -> None:
    last = on.visitor
    on.agree()
    on.send(CANARY.encode())
    on.wait_for(CANARY)
    if os.geteuid() == 0:
        assert remembers(last, CANARY), "the search finds nothing at all"
    assert not remembers(on.process.pid, CANARY)
    on.send(b"\r")
    on.wait_for("I did not understand")
    leave(on)
    on.next_visitor(last)
    assert not remembers(on.process.pid, CANARY)


def remembers(pid: int, text: str) -> bool:
    """Whether a process has a text anywhere in its memory."""
    wanted = [text.encode(), text.encode("utf-16-le"), text.encode("utf-32-le")]
    with Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            place, rights, *_, name = [*line.split(), ""]
            if not rights.startswith("rw") or name.startswith("[v"):
                continue
            start, end = (int(each, 16) for each in place.split("-"))
            memory.seek(start)
            held = memory.read(end - start)
            if any(each in held for each in wanted):
                return True
    return False


def test_staff_end_both_at_once_and_find_a_clean_terminal() -> None:
    with kiosk() as on:
        on.wait_for(FIRST)
        visitor = on.visitor
        on.agree()
        on.process.terminate()
        assert on.end() == 0
        assert gone(visitor)
        assert on.shown.strip() == ""


def test_a_supervisor_that_is_killed_takes_the_visitors_process_with_it() -> None:
    with kiosk() as on:
        on.wait_for(FIRST)
        visitor = on.visitor
        on.process.kill()
        on.wait(lambda: gone(visitor), "the end of the visitor's process")


def refused(*options: str | Path) -> str:
    """What the kiosk says instead of starting."""
    on = Kiosk(*options)
    assert on.end() == 2
    on.close()
    said = on.raw.decode().replace("\r\n", "\n")
    assert "Traceback" not in said
    return said


def test_without_a_site_file_it_does_not_start() -> None:
    said = refused()
    assert "--site FILE" in said
    assert len(said.splitlines()) == 1


def test_with_a_broken_site_file_it_does_not_start(tmp_path: Path) -> None:
    path = tmp_path / "site.toml"
    path.write_text(SITE.read_text("utf-8").replace("phone", "fone"), encoding="utf-8")
    assert "site.toml" in refused("--site", path)


def test_with_a_broken_flow_it_does_not_start(tmp_path: Path) -> None:
    path = tmp_path / "flow.toml"
    path.write_text("[trial]\n", encoding="utf-8")
    assert "flow.toml" in refused("--site", SITE, "--flow", path)


def test_without_a_terminal_it_does_not_start() -> None:
    run = subprocess.run(
        command("--site", SITE), stdin=subprocess.DEVNULL, capture_output=True, text=True,
        env=ENVIRONMENT, cwd=ROOT,
    )  # fmt: skip
    assert run.returncode == 2
    assert "no terminal" in run.stderr
