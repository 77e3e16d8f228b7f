"""The documentation shows the screens as they are."""

from __future__ import annotations

import json
import re
import sys
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pyte
import pytest

from prescreen.page.words import Words

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tools"))

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh_CN"])


async def test_the_sketches_are_the_real_screens(monkeypatch: pytest.MonkeyPatch) -> None:
    sketches = import_module("sketches")
    monkeypatch.setenv("NO_COLOR", "1")
    found = list(sketches.SKETCH.finditer(sketches.PAGE.read_text("utf-8")))
    assert len({match.group(3, 4, 5) for match in found}) == 6
    large = [match.group(0) for match in found if match.group(3) == "46"]
    assert await sketches.drawn("".join(large)) == "".join(large), "make pictures"


def cast(language: str) -> tuple[dict[str, object], list[tuple[float, str, str]]]:
    """The head and the events of a recorded walk."""
    lines = (ROOT / "docs" / f"walk.{language}.cast").read_text("utf-8").splitlines()
    head, *events = map(json.loads, lines)
    return head, [tuple(event) for event in events]


@LANGUAGES
def test_a_recorded_walk_is_a_cast_that_any_player_plays(language: str) -> None:
    head, events = cast(language)
    assert (head["version"], head["width"], head["height"]) == (2, 80, 24)
    assert {kind for _, kind, _ in events} == {"o"}
    assert all(before <= after for (before, *_), (after, *_) in pairwise(events))
    assert events[-1][0] < 240


@LANGUAGES
def test_a_recorded_walk_asks_nothing_of_the_terminal_and_takes_no_mouse(language: str) -> None:
    written = "".join(text for _, _, text in cast(language)[1])
    assert not re.search(r"\x1b\[(6n|c|\?100\d|\?2004|\?\d+\$p)", written)


@LANGUAGES
def test_a_recorded_walk_ends_as_the_program_does_now(language: str) -> None:
    pictures, walk = import_module("pictures"), import_module("walk")
    shot = pictures.Shot("end", other=walk.SAID_IN[language])
    visit = pictures.visit_for(shot, language)
    assert visit.page.name == "not_now"
    screen = pyte.Screen(80, 24)
    feed, seen = pyte.Stream(screen).feed, []
    for _, _, text in cast(language)[1]:
        feed(text)
        seen.append("".join("".join(screen.display).split()))
    assert any("".join(visit.page.heading.split()) in each for each in seen)
    if language == "en":
        assert seen[-1].endswith("".join(Words.GOODBYE.text.patient.split()))


@pytest.mark.parametrize("picture", sorted((ROOT / "docs" / "pictures").glob("*.svg")), ids=str)
def test_a_picture_needs_nothing_from_elsewhere(picture: Path) -> None:
    text = picture.read_text("utf-8")
    assert not re.search(r"href|url\(|@import|@font-face|<image|<script", text)
    assert len(text) < 60_000
