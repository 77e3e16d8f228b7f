"""A client that is killed, frozen or deaf keeps nothing alive, on the screen and in plain lines."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from ssh.caller import Caller
from ssh.door import Door, opened
from ssh.place import Place

CHOOSE = "Choose your language"


@pytest.fixture(scope="module")
def hurried(place: Place) -> Iterator[Door]:
    """The same door, at which sshd and the program soon give up."""
    soon = ("ClientAliveInterval=1", "ClientAliveCountMax=1", "ChannelTimeout=session:*=5")
    with opened(place, *soon, "UnusedConnectionTimeout=1") as found:
        place.configure(IDLE="1,1,2")
        yield found
        place.configure()


@contextmanager
def both(door: Door) -> Iterator[list[Caller]]:
    """A caller who has a full screen, and one who has plain lines, each at the first page."""
    with ExitStack() as stack:
        terms = ("xterm-256color", "dumb")
        callers = [stack.enter_context(Caller(door, environment={"TERM": each})) for each in terms]
        for caller in callers:
            caller.until(CHOOSE)
        yield callers


def test_a_killed_client_leaves_nothing_behind(door: Door) -> None:
    with both(door) as callers:
        for caller in callers:
            caller.kill()
        assert door.gone()


def test_a_client_nobody_types_at_is_let_go(hurried: Door) -> None:
    with both(hurried) as callers:
        assert [caller.end() for caller in callers] == [0, 0]
        assert hurried.gone()


def test_a_frozen_client_is_let_go(hurried: Door) -> None:
    with both(hurried) as callers:
        for caller in callers:
            caller.freeze()
        assert hurried.silent()
        assert hurried.gone()


def test_a_client_that_reads_nothing_is_let_go(hurried: Door) -> None:
    with both(hurried) as (screen, lines):
        for _ in range(50):
            screen.type("\x1bOP\x1b")
            lines.type("/help\r")
        assert hurried.silent()
        assert hurried.gone()


@pytest.mark.prove
def test_a_client_that_reads_nothing_of_megabytes_is_let_go(door: Door) -> None:
    """No limit of time ends these: what is written finds no room any more."""
    with both(door) as (screen, lines):
        lines.flood("/help\r" * 5000)
        for turn in range(100):
            screen.resize(300 - turn % 2, 120)
            time.sleep(0.05)
        assert len(door.conversations()) == 2
        assert door.silent(30)
