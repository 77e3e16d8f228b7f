"""What the documentation shows of screens can be shown anywhere; that it is of today is no gate."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from rows import each_row

ROOT = Path(__file__).resolve().parent.parent.parent

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh_CN"])


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


@each_row("picture", sorted((ROOT / "docs" / "pictures").glob("*.svg")))
def test_a_picture_needs_nothing_from_elsewhere(picture: Path) -> None:
    text = picture.read_text("utf-8")
    assert not re.search(r"href|url\(|@import|@font-face|<image|<script", text)
    assert len(text) < 60_000
