"""The verb `screen`: its fixed format, and what it does with lines that are no conversation."""

import json
from dataclasses import replace
from typing import Any

import pytest
from cases import fitting, shipped, talk
from rows import each_row

from prescreen.batch.conversations import screen_lines
from prescreen.language.catalogs import LANGUAGES, Language
from prescreen.session.visit import Setting

KEYS = ["id", "outcome", "recheck", "findings", "asked", "refused", "waiting_for"]
LEFT_OUT = "left out"


def _setting(*codes: str) -> Setting:
    return replace(shipped(), languages={code: Language(code, {}) for code in codes})


def _screen(*lines: str, setting: Setting | None = None) -> list[dict[str, Any]]:
    return [json.loads(line) for line in screen_lines(lines, setting or _setting(*LANGUAGES))]


def _line(**changes: Any) -> str:
    usual = {"id": "p", "lang": "en", "today": "2026-11-23", "answers": {"age": "45"}}
    record = {key: value for key, value in (usual | changes).items() if value != LEFT_OUT}
    return json.dumps(record)


def test_all_keys_are_always_there_and_in_order() -> None:
    full = {step: list(said) for step, said in fitting().items()}
    for answers in ({}, {"age": "12"}, full):
        assert list(_screen(_line(answers=answers))[0]) == KEYS


def test_the_example_of_the_design_reads_as_it_stands() -> None:
    line = (
        '{"id":"p1","lang":"zh_CN","today":"2026-11-23","answers":{"age":"四十五岁","lupus":'
        '"confirmed","weight":["130","65公斤"],"ivig":"yes","ivig_when":"半年前",'
        '"ivig_when.narrow":"since"}}'
    )
    assert _screen(line) == [
        {
            "id": "p1",
            "outcome": None,
            "recheck": None,
            "findings": {"I3a": {"status": "met"}, "I1": {"status": "met"}},
            "asked": ["age", "lupus", "cmv"],
            "refused": {},
            "waiting_for": "cmv",
        }
    ]


def test_a_finding_that_is_not_met_has_lasting_and_until() -> None:
    [found] = _screen(_line(answers={"age": "12"}))
    assert found["findings"]["I3a"] == {"status": "not_met", "lasting": False, "until": None}


def test_each_line_has_its_own_answer_in_order_and_blank_lines_have_none() -> None:
    lines = [_line(id=1), "", "   \n", _line(id=2), "\t", _line(id=3)]
    assert [each["id"] for each in _screen(*lines)] == [1, 2, 3]


@each_row("given", ["p1", 7, None, [1, 2], {"a": 1}, 1.5, "病人", True])
def test_any_id_comes_back_as_it_was(given: object) -> None:
    assert _screen(_line(id=given))[0]["id"] == given


def test_a_line_without_an_id_has_none() -> None:
    assert _screen(_line(id=LEFT_OUT))[0]["id"] is None


@pytest.mark.parametrize("voice", ["patient", "caregiver"])
def test_who_is_answering_may_be_given(voice: str) -> None:
    assert _screen(_line(voice=voice)) == _screen(_line())


def test_unknown_keys_and_answers_never_asked_for_are_ignored() -> None:
    line = _line(note="hello", answers={"age": "45", "ivig_when": "2026-10", "no_such": "x"})
    assert _screen(line) == _screen(_line())


MALFORMED = {
    "no JSON": "{",
    "a list": "[]",
    "a number": "3",
    "null": "null",
    "a bare word": "hello",
    "a number that is none": '{"id": NaN, "lang": "en", "today": "2026-11-23", "answers": {}}',
    "nothing but a bracket, many times": "[" * 100_000,
    "no today": _line(today=LEFT_OUT),
    "today null": _line(today=None),
    "today a number": _line(today=20261123),
    "today in words": _line(today="23 November 2026"),
    "today with a time": _line(today="2026-11-23T00:00"),
    "today without dashes": _line(today="20261123"),
    "today as a week": _line(today="2026-W48-1"),
    "a day that is not in the calendar": _line(today="2026-02-29"),
    "a year far out": _line(today="0001-01-01"),
    "no lang": _line(lang=LEFT_OUT),
    "lang null": _line(lang=None),
    "another language": _line(lang="de"),
    "a language in another spelling": _line(lang="zh-CN"),
    "lang a list": _line(lang=["en"]),
    "no answers": _line(answers=LEFT_OUT),
    "answers null": _line(answers=None),
    "answers a list": _line(answers=[]),
    "an answer that is a number": _line(answers={"age": 45}),
    "an answer that is true": _line(answers={"age": True}),
    "an answer that is null": _line(answers={"age": None}),
    "an answer that is an object": _line(answers={"age": {}}),
    "a number among the attempts": _line(answers={"age": ["45", 45]}),
    "a list among the attempts": _line(answers={"age": [["45"]]}),
    "a malformed answer that is never asked for": _line(answers={"age": "45", "nothing": 3}),
    "an unknown voice": _line(voice="doctor"),
}


@each_row("line", MALFORMED.values())
def test_a_malformed_line_gives_an_error_and_the_next_one_goes_on(line: str) -> None:
    error, following = _screen(line, _line(id="next"))
    assert error.keys() == {"id", "error"}
    assert isinstance(error["error"], str)
    assert following["id"] == "next"


def test_a_mark_at_the_begin_of_a_file_is_no_fault() -> None:
    assert "error" not in _screen("\ufeff" + _line())[0]


def test_a_malformed_line_keeps_its_id() -> None:
    assert _screen(_line(id="p7", today="soon"))[0]["id"] == "p7"


def test_an_error_never_repeats_what_was_answered() -> None:
    for line in (_line(answers={"age": ["a secret", 1]}), _line(answers="a secret")):
        assert "secret" not in _screen(line)[0]["error"]


def test_a_language_whose_catalogs_are_not_complete_is_an_error() -> None:
    found = _screen(_line(lang="zh_CN"), _line(lang="en"), setting=_setting("en"))
    assert ["error" in each for each in found] == [True, False]


def test_no_attempts_are_no_answer() -> None:
    [found] = _screen(_line(answers={"age": []}))
    assert found["waiting_for"] == "age"
    assert found["refused"] == {}


def test_every_question_that_is_put_stands_once_and_in_order() -> None:
    changes = {"ivig": ("yes",), "ivig_when": ("2026-05",), "ivig_when.narrow": ("before",)}
    asked = talk(shipped(), {**fitting(), **changes})["asked"]
    place = asked.index("ivig")
    assert asked[place : place + 3] == ["ivig", "ivig_when", "ivig_when.narrow"]
    assert len(asked) == len(set(asked))
    order = [each.id for each in shipped().script.plan.flow.questions]
    questions = [each for each in asked if "." not in each]
    assert questions == sorted(questions, key=order.index)
