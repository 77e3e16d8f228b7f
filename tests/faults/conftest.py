"""One nursery for all tests of a worker."""

from collections.abc import Iterator

import pytest

from faults.rig import Nursery


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Where programs are raised."""
    found = Nursery()
    yield found
    found.close()
