"""One sshd for all that calls it."""

from collections.abc import Iterator

import pytest

from ssh.door import Door, opened
from ssh.place import Lacking, Place, installed


@pytest.fixture(scope="session")
def place() -> Iterator[Place]:
    """The shipped files, installed for an account of its own."""
    try:
        with installed() as found:
            yield found
    except Lacking as lacking:
        pytest.skip(str(lacking))


@pytest.fixture(scope="session")
def door(place: Place) -> Iterator[Door]:
    """The shipped sshd; skipped by name where there can't be one."""
    with opened(place) as found:
        yield found
        assert found.gone()


@pytest.fixture(autouse=True)
def nobody_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """However a test's callers end, no conversation of theirs is left."""
    yield
    if "door" in request.fixturenames:
        assert request.getfixturevalue("door").silent()
