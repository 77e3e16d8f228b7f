"""The verb read: JSON lines in, JSON lines out, in a fixed format."""

import json
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from rows import each_row

from prescreen.batch.read import exact, read_each

TODAY = date(2026, 11, 23)


def read(kind: str, *records: Any, today: date | None = TODAY) -> list[Any]:
    lines = [line if isinstance(line, str) else json.dumps(line) for line in records]
    return [json.loads(line) for line in read_each(lines, kind, "zh_CN", today)]


@each_row(
    ("kind", "text", "expected"),
    [
        ("number", "四十五六", {"value": ["45", "46"]}),
        ("number", "三分之一", {"value": ["1/3", "1/3"]}),
        ("age", "45", {"years": ["45", "45"]}),
        ("age", "1960-11-24", {"years": ["65", "65"], "born": ["1960-11-24", "1960-11-24"]}),
        ("weight", "125斤", {"kg": ["62.5", "62.5"]}),
        ("weight", "99.3 lb", {"kg": ["45.041722341", "45.041722341"]}),
        ("dose", "0.75毫克", {"mg": ["0.75", "0.75"]}),
        ("dose", "两三片", {"tablets": ["2", "3"]}),
        ("when", "半年前", {"from": "2026-04-08", "to": "2026-07-08"}),
        ("yes_no", "没有", {"answer": "no"}),
        ("yes_no", "yep", {"answer": "yes"}),
        ("yes_no", "不清楚", {"answer": "unsure"}),
        ("weight", "62", {"refused": "unit"}),
        ("weight", "62公斤，喘不上气", {"refused": "not_an_answer"}),
        ("yes_no", "no, but my chest hurts", {"refused": "not_an_answer"}),
        ("age", "救命", {"refused": "not_an_answer"}),
    ],
)
def test_each_kind_has_its_format(kind: str, text: str, expected: dict[str, Any]) -> None:
    assert read(kind, {"text": text}) == [expected]


def test_an_id_is_echoed_and_the_text_is_not() -> None:
    assert read("age", {"id": "p1", "text": "45"}) == [{"id": "p1", "years": ["45", "45"]}]
    assert "四十五" not in json.dumps(read("age", {"text": "四十五"}), ensure_ascii=False)


def test_a_line_has_its_own_day_language_and_key_words() -> None:
    assert read("when", {"text": "昨天", "today": "2026-03-01"}) == [
        {"from": "2026-02-28", "to": "2026-02-28"}
    ]
    assert read("yes_no", {"text": "没有丙球", "asked": ["丙球"]}) == [{"answer": "no"}]
    assert read("yes_no", {"text": "没有丙球"}) == [{"refused": "not_an_answer"}]
    assert read("age", {"text": "forty five", "lang": "en"}) == [{"years": ["45", "45"]}]


def test_blank_lines_are_skipped() -> None:
    assert read("age", "", "  \n", {"text": "45"}) == [{"years": ["45", "45"]}]


@each_row(
    "line",
    [
        "nonsense 45",
        "[45]",
        '"45"',
        "[" * 2000,
        {"text": 45},
        {"texts": "45"},
        {"text": "45", "lang": "fr"},
        {"text": "45", "lang": ["en"]},
        {"text": "45", "today": "tomorrow"},
        {"text": "45", "today": 20261123},
        {"text": "45", "today": "20261123"},
        {"text": "45", "today": "0001-01-01"},
        {"text": "45", "today": "9999-12-31"},
        '{"text": NaN}',
        {"text": "45", "asked": "打过"},
        {"text": "45", "asked": [1]},
        {"text": "45", "mood": "fact"},
    ],
)
def test_a_malformed_line_says_so_without_its_text_and_the_next_goes_on(line: Any) -> None:
    first, second = read("age", line, {"text": "46"})
    assert list(first) == ["error"]
    assert "45" not in first["error"]
    assert second == {"years": ["46", "46"]}


def test_a_malformed_line_keeps_its_id() -> None:
    assert read("age", {"id": 7, "text": None}) == [{"id": 7, "error": '"text" must be a string'}]


def test_without_a_day_only_what_needs_one_is_an_error() -> None:
    assert read("weight", {"text": "62kg"}, today=None) == [{"kg": ["62", "62"]}]
    assert list(read("when", {"text": "昨天"}, today=None)[0]) == ["error"]


@pytest.mark.parametrize(
    ("kind", "lang", "quantity"),
    [("mood", "en", None), ("age", "fr", None), ("age", "en", "mass"), ("number", "en", "luck")],
)
def test_an_unknown_kind_language_or_quantity_is_no_line(
    kind: str, lang: str, quantity: str | None
) -> None:
    with pytest.raises(ValueError, match=r"expected one of|must be one of"):
        read_each([], kind, lang, TODAY, quantity)


def test_a_quantity_is_read_in_the_unit_it_is_said_in() -> None:
    lines = ['{"text": "85 umol/L"}', '{"text": "1 to 1.5 mg/dL"}', '{"text": "85"}']
    said = read_each(lines, "number", "en", TODAY, "creatinine")
    assert [json.loads(line) for line in said] == [
        {"value": ["85", "85"], "unit": "umol/L"},
        {"value": ["1", "1.5"], "unit": "mg/dL"},
        {"refused": "unit"},
    ]


def test_what_is_said_of_a_thing_that_may_be_asked_about_is_offered() -> None:
    lines = ['{"text": "没有丙球"}', '{"text": "没有丙球", "asked": ["丙球"]}', '{"text": "绿色"}']
    said = read_each(lines, "yes_no", "zh_CN", TODAY, named=("丙球",))
    assert [json.loads(line) for line in said] == [
        {"offer": {"answer": "no"}},
        {"answer": "no"},
        {"refused": "not_an_answer"},
    ]


@each_row(
    ("number", "written"),
    [
        (Fraction(65), "65"),
        (Fraction(125, 2), "62.5"),
        (Fraction(1, 3), "1/3"),
        (Fraction(1, 8), "0.125"),
        (Fraction(0), "0"),
        (Fraction(100), "100"),
        (Fraction(1, 10**9), "0.000000001"),
        (Fraction(-5, 2), "-2.5"),
    ],
)
def test_numbers_are_exact_strings(number: Fraction, written: str) -> None:
    assert exact(number) == written
