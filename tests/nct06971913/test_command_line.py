"""The verbs on this trial: its first questions from outside."""

from __future__ import annotations

import json
import re

import pytest
from command import Run, running

from flows import FLOW, straight


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the program."""
    return running(capsys, monkeypatch)


def test_today_is_the_day_to_count_from(run: Run) -> None:
    typed = "1\n1\nborn 24 November 2008\n"
    for today, years in (("2026-11-23", "17"), ("2026-11-24", "18")):
        _, out, _ = run("--plain", "--lang", "en", "--today", today, *straight(FLOW), text=typed)
        assert re.search(rf"I understood: .*\b{years}\b", out)


def test_screen_answers_each_line_and_goes_on_after_a_bad_one(run: Run) -> None:
    good = {"id": 1, "lang": "en", "today": "2026-11-23", "answers": {"age": "66"}}
    text = f"{json.dumps(good)}\n\nnonsense\n{json.dumps(good | {'lang': 'fr'})}\n"
    code, out, err = run("screen", *straight(FLOW), text=text)
    first, second, third = map(json.loads, out.splitlines())
    assert (code, err) == (0, "")
    assert first == {
        "id": 1,
        "outcome": "not_this_study",
        "recheck": None,
        "findings": {"I3a": {"status": "not_met", "lasting": True, "until": None}},
        "asked": ["age"],
        "refused": {},
        "waiting_for": None,
    }
    assert second.keys() == third.keys() == {"id", "error"}
    assert (second["id"], third["id"]) == (None, 1)


def test_screen_waits_where_no_answer_is_left(run: Run) -> None:
    person = {"lang": "zh_CN", "today": "2026-11-23", "answers": {"age": ["很老", "四十五岁"]}}
    _, out, _ = run("screen", *straight(FLOW), text=json.dumps(person))
    found = json.loads(out)
    assert found["outcome"] is None
    assert found["waiting_for"]
    assert found["asked"] == ["age", found["waiting_for"]]
    assert found["refused"] == {"age": ["not_an_answer"]}
