"""Whatever is thrown at it, it neither falls over nor spins, and then answers a key."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest
from leaks.watched import watched
from limits import as_long_as
from proved import Proved

from endurance.flooded import (
    answers,
    most_memory,
    pour,
    resize,
    settle,
    signal_by_none,
    silent,
    takes_keys,
)
from endurance.noise import noise

CALM = (b"\x1b[201~", b"\x1b", b"\x1bOP", b"\t", b"\x1b[B", b"1")
"""Keys of which one at least shows on any page, after what may have been half said."""
PIPES = (b"\n", b"?\n")
MEGABYTES = 400
IN_SIGHT = (80, 24)


def flood(front: str, bytes_in_all: int, seed: int, place: Path) -> None:
    """Pour noise into the program, anew where a person would have left by it."""
    random, left = Random(seed), bytes_in_all
    command = ["-m", "prescreen", *(["--plain"] if front == "plain" else [])]
    starts = as_long_as(lambda: left > 0, 10 + bytes_in_all // 5000)
    for begun, _ in enumerate(starts):
        with watched(command, place / str(begun), traced=False) as program:
            signal_by_none(program.file)
            program.wait(lambda: len(program.stream) > 200)
            if front == "plain":
                silent(program.file)
            else:
                program.wait(lambda: takes_keys(program.file))
            os.set_blocking(program.file, False)
            left -= pour(program, noise(random, left))
            settle(program)
            if program.gone():
                assert program.code == 0
            else:
                # Noise may leave one cell, in which no key changes anything.
                resize(program.file, IN_SIGHT)
                settle(program)
                assert answers(program, PIPES if front == "plain" else CALM)
                assert most_memory(program.pid) < MEGABYTES
            assert not [*(place / str(begun) / "home").iterdir()]


@pytest.mark.parametrize("front", ["screen", "plain"])
def test_ten_thousand_bytes_of_noise_leave_it_at_rest(front: str, tmp_path: Path) -> None:
    flood(front, 10_000, 4711, tmp_path)


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(12))
def test_a_million_bytes_of_noise_leave_it_at_rest(
    seed: int, tmp_path: Path, proved: Proved
) -> None:
    front = "plain" if seed >= 10 else "screen"
    flood(front, 100_000, seed, tmp_path)
    where = "in plain lines" if front == "plain" else "on the screen"
    proved(f"random bytes typed {where}", 100_000)
