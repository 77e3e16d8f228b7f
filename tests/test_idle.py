"""How long an untouched screen waits, on a clock that the test moves."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from prescreen.system.idle import HOME, KIOSK, LONGER, IdleStage, IdleTimes, Watch, boottime

SHORT = IdleTimes(hide=45, warn=90, end=120)


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch(clock: Clock) -> Watch:
    return Watch(SHORT, clock)


@pytest.mark.parametrize(
    ("idle", "stage"),
    [
        (0, IdleStage.SHOWN),
        (44.9, IdleStage.SHOWN),
        (45, IdleStage.HIDDEN),
        (89.9, IdleStage.HIDDEN),
        (90, IdleStage.WARNED),
        (119.9, IdleStage.WARNED),
        (120, IdleStage.ENDED),
        (1e9, IdleStage.ENDED),
    ],
)
def test_each_stage_comes_at_its_second(
    watch: Watch, clock: Clock, idle: float, stage: IdleStage
) -> None:
    clock.now += idle
    assert watch.stage is stage


def test_a_touch_begins_anew_as_often_as_one_likes(watch: Watch, clock: Clock) -> None:
    for _ in range(100):
        clock.now += 119
        watch.touched()
        assert watch.stage is IdleStage.SHOWN


def test_a_touch_after_the_end_comes_too_late(watch: Watch, clock: Clock) -> None:
    clock.now += 120
    watch.touched()
    assert watch.stage is IdleStage.ENDED


def test_a_machine_that_slept_has_ended_at_once(watch: Watch, clock: Clock) -> None:
    clock.now += 8 * 3600
    watch.touched()
    assert watch.stage is IdleStage.ENDED


def test_a_clock_that_jumps_back_never_ends_early_and_never_waits_for_ever(
    watch: Watch, clock: Clock
) -> None:
    clock.now += 100
    clock.now -= 5000
    stages = [watch.stage]
    clock.now += 120
    stages.append(watch.stage)
    assert stages == [IdleStage.SHOWN, IdleStage.ENDED]


def test_more_time_is_ten_times_as_long_and_can_be_given_back(watch: Watch, clock: Clock) -> None:
    watch.hurry(unhurried=True)
    clock.now += 45 * LONGER - 1
    stages = [watch.stage]
    assert watch.left == 120 * LONGER - 45 * LONGER + 1
    clock.now += 1
    stages.append(watch.stage)
    watch.touched()
    watch.hurry(unhurried=False)
    clock.now += 45
    stages.append(watch.stage)
    assert stages == [IdleStage.SHOWN, IdleStage.HIDDEN, IdleStage.HIDDEN]


def test_the_countdown_is_in_whole_seconds_and_never_shows_none(watch: Watch, clock: Clock) -> None:
    clock.now += 90
    assert watch.left == 30
    clock.now += 0.5
    assert watch.left == 30
    clock.now += 29.4
    assert watch.left == 1


def test_the_next_change_is_known_ahead(watch: Watch, clock: Clock) -> None:
    assert watch.until_change() == 45
    clock.now += 50
    assert watch.until_change() == 40
    clock.now += 200
    assert watch.until_change() == 0


def test_a_kiosk_is_shorter_than_a_home() -> None:
    assert IdleTimes(45, 90, 120) == KIOSK
    assert IdleTimes(480, 480, 600) == HOME


def test_the_clock_can_not_be_set_back() -> None:
    assert 0 <= boottime() <= boottime()
