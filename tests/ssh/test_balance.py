"""Two machines behind one name: who comes to which does not matter, and one may go."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack

import pytest
from programs import find, needs

from ssh.balance import EACH, SHIPPED, Balancer, balanced
from ssh.caller import Caller
from ssh.door import SOON, Door, opened
from ssh.place import Lacking, Place

CHOOSE, WHO = "Choose your language", "Who is answering?"


@pytest.fixture
def doors(place: Place) -> Iterator[list[Door]]:
    """Two machines with the same files, and so with the same host key."""
    with opened(place) as one, opened(place) as two:
        yield [one, two]


@pytest.fixture
def name(doors: list[Door]) -> Iterator[Balancer]:
    """What callers know of them."""
    try:
        with balanced(doors) as found:
            yield found
    except Lacking as lacking:
        pytest.skip(str(lacking))


def callers(stack: ExitStack, name: Balancer, count: int) -> list[Caller]:
    """Callers with the first page before them."""
    found = []
    for _ in range(count):
        found.append(stack.enter_context(Caller(name)))
        found[-1].until(CHOOSE)
    return found


def busy(door: Door) -> int:
    """How many connections a machine has with a conversation in them."""
    return sum(bool(_below(each.pid)) for each in door.served if each.poll() is None)


def _below(process: int) -> list[str]:
    path = f"/proc/{process}/task/{process}/children"
    try:
        with open(path, encoding="utf-8") as children:  # noqa: PTH123
            return children.read().split()
    except OSError:
        return []


def settled(doors: Sequence[Door], counts: list[int]) -> bool:
    """Whether the machines come to have so many; a health check that is under way counts too."""
    ends = time.monotonic() + SOON
    while [busy(each) for each in doors] != counts and time.monotonic() < ends:
        time.sleep(0.05)
    return [busy(each) for each in doors] == counts


def crash(door: Door) -> None:
    """Take a machine down with all that runs on it."""
    door.shut()
    for each in door.served:
        for child in _below(each.pid):
            os.kill(int(child), 9)
        each.kill()
        each.wait(SOON)


def goes_on(callers: Sequence[Caller]) -> None:
    """Each is still in its conversation, and goes a step further."""
    for each in callers:
        each.type("2")
    for each in callers:
        each.until(WHO)


@needs("haproxy")
def test_haproxy_takes_the_shipped_file() -> None:
    done = subprocess.run(
        [find("haproxy"), "-c", "-f", SHIPPED], capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    words = [line.split() for line in SHIPPED.read_text("utf-8").splitlines()]
    assert not [each for each in words if each[:1] == ["log"] or "tcplog" in each]


def test_callers_are_spread_and_one_key_stands_for_all(doors: list[Door], name: Balancer) -> None:
    with ExitStack() as stack:
        goes_on(callers(stack, name, 4))
        assert settled(doors, [2, 2])


def test_where_one_machine_dies_the_others_callers_notice_nothing(
    doors: list[Door], name: Balancer
) -> None:
    with ExitStack() as stack:
        called = callers(stack, name, 4)
        crash(doors[0])
        ended = [each for each in called if each.over(3)]
        assert len(ended) == 2
        assert all(each.code == 255 for each in ended)
        goes_on([each for each in called if each not in ended])
        goes_on(callers(stack, name, 2))
        name.until("one", "DOWN")
        goes_on(callers(stack, name, 1))
        assert settled(doors[1:], [5])


def test_a_machine_that_is_drained_keeps_whom_it_has_and_gets_nobody_new(
    doors: list[Door], name: Balancer
) -> None:
    with ExitStack() as stack:
        called = callers(stack, name, 2)
        name.tell("set server machines/two state drain")
        name.until("two", "DRAIN")
        called += callers(stack, name, 2)
        assert settled(doors, [3, 1])
        goes_on(called)
        name.tell("set server machines/two state ready")
        name.until("two", "UP")
        callers(stack, name, 1)
        assert settled(doors, [3, 2])


def test_the_ninth_from_one_address_is_turned_away_and_a_place_is_free_again(
    doors: list[Door], name: Balancer
) -> None:
    assert EACH in SHIPPED.read_text("utf-8")
    with ExitStack() as stack:
        called = callers(stack, name, 8)
        with Caller(name) as ninth:
            assert ninth.end() == 255
        called[0].kill()
        ends = time.monotonic() + SOON
        while sum(map(busy, doors)) > 7 and time.monotonic() < ends:
            time.sleep(0.05)
        callers(stack, name, 1)


def test_a_look_at_whether_a_machine_is_well_leaves_no_address_in_its_log(
    doors: list[Door], name: Balancer
) -> None:
    """sshd says that a look has said nothing, and not who it was."""
    for door in doors:
        door.wait_served(6)
        assert "127.0.0.1" not in door.log.read_text("utf-8")
