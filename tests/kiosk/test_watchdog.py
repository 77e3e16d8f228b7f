"""What the watchdog takes for stuck: silence while the machine was awake, and nothing else."""

from __future__ import annotations

import pytest
from rows import each_row

from prescreen.kiosk.watchdog import (
    LIVED,
    MANY_DEATHS,
    MOST_SILENCE,
    NOT_READABLE,
    START_FACTOR,
    Failures,
    PulseWatch,
)
from prescreen.tui.terminal.pulse import BEGUN, WHOLE

LIMIT = 10.0
NIGHT = 9 * 3600.0


class Listener:
    """Looks once a second, on a clock that the test moves."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.pulse = PulseWatch(LIMIT, self.now)

    def look(
        self, seconds: float = 1.0, *, heard: bool = True, pulse: bytes = WHOLE, times: int = 1
    ) -> Listener:
        """Let time go by, and look."""
        for _ in range(times):
            self.now += seconds
            self.pulse.look(self.now, pulse if heard else b"")
        return self

    def silent(self, seconds: int) -> Listener:
        """Hear nothing for so long."""
        return self.look(heard=False, times=seconds)


def test_a_process_that_gives_its_pulse_is_well() -> None:
    on = Listener().look(times=500)
    assert on.pulse.well
    assert not on.pulse.stuck


def test_one_that_is_silent_for_ten_seconds_is_stuck() -> None:
    on = Listener().look()
    assert not on.silent(9).pulse.stuck
    assert on.silent(1).pulse.stuck
    assert not on.pulse.well


def test_a_late_pulse_is_a_pulse() -> None:
    on = Listener().look().silent(9).look().silent(9)
    assert on.pulse.well


def test_one_that_is_being_loaded_has_more_time_and_is_not_well_yet() -> None:
    on = Listener().silent(int(LIMIT * START_FACTOR) - 1)
    assert not on.pulse.stuck
    assert not on.pulse.well
    assert on.silent(1).pulse.stuck


@each_row("jump", [NIGHT, 3.0, -NIGHT, -0.5])
def test_a_clock_that_jumps_makes_no_healthy_process_stuck(jump: float) -> None:
    """So it is after sleep on a clock that goes on meanwhile, and where a machine was paused."""
    on = Listener().look(times=3).look(jump, heard=False)
    assert on.pulse.well
    assert on.look().pulse.well


@pytest.mark.parametrize("jump", [NIGHT, -NIGHT])
def test_a_clock_that_jumps_saves_no_stuck_process(jump: float) -> None:
    on = Listener().look().silent(5).look(jump, heard=False).silent(5)
    assert on.pulse.stuck


def test_sleeping_again_and_again_counts_a_little_each_time() -> None:
    on = Listener().look().look(NIGHT, heard=False, times=int(LIMIT / MOST_SILENCE) - 1)
    assert on.pulse.well
    assert on.look(NIGHT, heard=False).pulse.stuck


def test_one_that_shows_its_first_page_and_has_not_loaded_the_rest_is_not_well_yet() -> None:
    on = Listener().look(pulse=BEGUN, times=20)
    assert on.pulse.painted
    assert not on.pulse.well
    assert not on.pulse.settled
    assert on.look().pulse.well


def short(*, heard: bool) -> PulseWatch:
    return Listener().look(heard=heard).pulse


def long() -> PulseWatch:
    return Listener().look(times=int(LIVED) + 1).pulse


def test_five_that_die_at_once_make_a_pause_and_call_the_staff() -> None:
    failures = Failures()
    for _ in range(MANY_DEATHS - 1):
        failures.ended(short(heard=False), 2)
        assert not failures.many
        assert failures.pause == 0
    failures.ended(short(heard=True), -11)
    assert failures.many
    assert 0 < failures.pause <= 1


def test_one_that_lives_on_ends_the_alarm() -> None:
    failures = Failures()
    for _ in range(MANY_DEATHS):
        failures.ended(short(heard=False), 2)
    failures.ended(long(), -9)
    assert not failures.many


@pytest.mark.parametrize("seconds", [1, int(LIVED) + 1, 3600])
def test_files_that_cant_be_read_are_a_failure_however_long_it_took(seconds: int) -> None:
    failures = Failures()
    for _ in range(MANY_DEATHS):
        assert not failures.many
        failures.ended(Listener().look(times=seconds).pulse, NOT_READABLE)
    assert failures.many


@pytest.mark.parametrize("code", [1, -9, -11])
def test_dying_again_and_again_before_all_is_loaded_is_a_failure_however_slow(code: int) -> None:
    failures = Failures()
    for _ in range(MANY_DEATHS):
        assert not failures.many
        failures.ended(Listener().look(pulse=BEGUN, times=60).pulse, code)
    assert failures.many


def test_visitors_who_leave_quickly_are_no_failure() -> None:
    failures = Failures()
    for _ in range(3 * MANY_DEATHS):
        failures.ended(short(heard=True), 0)
    assert not failures.many


def test_one_that_ends_before_its_first_page_is_a_failure_whatever_it_says() -> None:
    failures = Failures()
    for _ in range(MANY_DEATHS):
        failures.ended(short(heard=False), 0)
    assert failures.many
