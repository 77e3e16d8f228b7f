"""`check` without what takes its time: the exploration of a flow, and the demonstration."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING
from unittest import mock

from prescreen.__main__ import main
from prescreen.check.counts import Counts
from prescreen.check.proof import Proof

if TYPE_CHECKING:
    import pytest

_LEFT_OUT = {
    "prescreen.check.proof.prove": lambda *_, **__: Proof((), (), Counts()),
    "prescreen.check.scripts.script_problems": lambda *_: [],
}


def leave_out(patch: pytest.MonkeyPatch) -> None:
    """Nothing is explored and nothing is played; nothing is wrong with either."""
    for name, nothing in _LEFT_OUT.items():
        patch.setattr(name, nothing)


if __name__ == "__main__":
    for name, nothing in _LEFT_OUT.items():
        mock.patch(name, nothing).start()
    sys.exit(main())
