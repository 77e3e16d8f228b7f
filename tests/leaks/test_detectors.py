"""Each way out is noticed: a program that leaks by it is caught, by the detector made for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from leaks.detectors import DETECTORS, leaks
from leaks.leaky import LEAKS
from leaks.watched import watched

CANARY = "十二斤zebra4711"
CAUGHT = {
    "nowhere": set(),
    "under_it": {"own_screen", "only_screen"},
    "after_it": {"own_screen", "only_screen"},
    "not_erased": {"only_screen"},
    "at_the_end": {"repeated"},
    "title": {"sequences", "repeated"},
    "clipboard": {"sequences"},
    "error_stream": {"error_stream"},
    "argument": {"processes", "programs", "told"},
    "environment": {"processes", "programs"},
    "file": {"files", "opened", "told"},
    "kept_for_a_moment": {"opened", "told"},
    "kept_in_shm": {"opened", "told"},
    "shared_memory": {"opened", "told"},
    "system_log": {"sockets"},
    "said_to_child": {"programs", "told"},
    "core": {"files", "cores"},
}


@pytest.mark.parametrize("way", LEAKS)
def test_a_leak_is_caught(way: str, tmp_path: Path) -> None:
    with watched(["-m", "leaks.leaky", way], tmp_path, echo=False, error_apart=True) as program:
        program.type(f"{CANARY}\n")
        program.wait(lambda: program.shows("ready"))
        program.look_around()
        program.type("\n")
        assert leaks(program.end(), [CANARY]).keys() == CAUGHT[way]


def test_every_detector_has_caught_something() -> None:
    assert set().union(*CAUGHT.values()) == DETECTORS.keys()
