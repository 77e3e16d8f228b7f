"""`check` without what takes its time: the exploration of a flow, and the demonstration."""

import pytest

from prescreen.check.counts import Counts
from prescreen.check.proof import Proof


def leave_out(patch: pytest.MonkeyPatch) -> None:
    """Nothing is explored and nothing is played; nothing is wrong with either."""
    patch.setattr("prescreen.check.proof.prove", lambda *_, **__: Proof((), (), Counts()))
    patch.setattr("prescreen.check.demonstration.script_problems", lambda *_: [])
