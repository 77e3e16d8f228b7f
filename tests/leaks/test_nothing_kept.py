"""However a conversation ends, nothing of it is kept: not on screen, not on disk, not in a log."""

from __future__ import annotations

import signal
from collections.abc import Callable, Mapping
from itertools import product

import pytest
from proved import Proved

from leaks import faulty
from leaks.canaries import REFUSED, TODAY, Talk, talk
from leaks.detectors import DETECTORS, OVER, found, leaks
from leaks.fronts import begun, hold, leave, say
from leaks.watched import Ended, Watched
from prescreen.session.visit import Setting, Visit
from prescreen.system.privacy import SORRY

FRONTS = ("screen", "plain")
LANGUAGES = ("zh_CN", "en")
SIGNALS = {
    "SIGTERM": 128 + signal.SIGTERM,
    "SIGHUP": 128 + signal.SIGHUP,
    "SIGKILL": -signal.SIGKILL,
    "SIGSEGV": -signal.SIGSEGV,
    "SIGABRT": -signal.SIGABRT,
}
ENDS = ("normal", "idle", "crash", "full disk", *SIGNALS)
IDLE = ("--idle", "4,4,5")
EVERY = [*product(ENDS, FRONTS, LANGUAGES)]
SOME = [
    (end, FRONTS[at % 2], LANGUAGES[at // 2 % 2])
    for at, end in enumerate(ENDS)
    if end in ("normal", "idle", "crash", "full disk", "SIGKILL")
]
"""An end of each kind, on one front end in one language."""


@pytest.fixture(scope="module")
def talks(setting: Setting) -> Mapping[str, Talk]:
    """The conversation in each language."""
    return {language: talk(setting, language) for language in LANGUAGES}


@pytest.fixture(scope="module")
def ended(
    talks: Mapping[str, Talk], setting: Setting, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, str, str], Ended]:
    """Hold a whole conversation up to an end of a kind; what is left of it."""

    def run(end: str, front: str, language: str) -> Ended:
        said = talks[language]
        with begun(
            front,
            said,
            tmp_path_factory.mktemp("end"),
            *(IDLE if end == "idle" else ()),
            program="leaks.faulty" if end == "crash" else "prescreen",
            full_disk=end == "full disk",
        ) as running:
            hold(front, running, said.exchanges, said.first)
            finish(end, front, running, setting, language)
            return running.end()

    return run


def finish(end: str, front: str, running: Watched, setting: Setting, language: str) -> None:
    """Bring the end about."""
    match end:
        case "normal" | "full disk":
            visit = Visit(setting, TODAY, language)
            visit.do("leave")
            leave(front, running, visit.page)
        case "crash":
            running.look_around()
            say(front, running, faulty.WORD)
        case "idle":
            running.look_around()
        case _:
            running.look_around()
            running.kill(signal.Signals[end])


def check(end: str, front: str, ended: Ended, canaries: Talk) -> None:
    """Nothing is kept, and what was held was the whole conversation."""
    shown = ended.stream.decode()
    assert (OVER in ended.stream) is (front == "screen")
    assert leaks(ended, canaries.canaries) == {}
    assert ended.code == {"crash": 1, **SIGNALS}.get(end, 0)
    assert ended.calls
    if front == "plain":
        assert found(ended.stream, canaries.canaries) == [*canaries.canaries]
        # Once: the terminal's own echo of what was typed.
        assert shown.count(REFUSED[canaries.language]) == 1
    if end == "crash":
        assert SORRY in "".join(ended.screen) + ended.error.decode()


@pytest.mark.parametrize(("end", "front", "language"), SOME)
def test_nothing_is_kept(
    end: str,
    front: str,
    language: str,
    ended: Callable[[str, str, str], Ended],
    talks: Mapping[str, Talk],
) -> None:
    check(end, front, ended(end, front, language), talks[language])


@pytest.mark.prove
@pytest.mark.parametrize(("end", "front", "language"), EVERY)
def test_nothing_is_kept_anywhere(
    end: str,
    front: str,
    language: str,
    ended: Callable[[str, str, str], Ended],
    talks: Mapping[str, Talk],
    proved: Proved,
) -> None:
    check(end, front, ended(end, front, language), talks[language])
    proved("endings after which no answer was found", 1)
    proved("places searched for answers after each ending", len(DETECTORS))
