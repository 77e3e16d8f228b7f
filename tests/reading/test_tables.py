"""Every row of the case tables, and what the tables themselves promise."""

import re

from rows import each_row

from prescreen.reading import read_age, read_when
from prescreen.values import Age, Days
from reading.tables import DATA, TODAY, read, rows, said

KINDS = {
    "ages": "age",
    "weights": "weight",
    "doses": "dose",
    "when": "when",
    "yes_no_zh": "yes_no",
}


@each_row("name", KINDS)
def test_an_answer_means_what_the_table_says(name: str) -> None:
    table = {text: expected for text, expected, _ in rows(name)}
    assert {text: said(read(KINDS[name], text)) for text in table} == table


def test_what_must_be_refused_is_refused_with_its_reason() -> None:
    table = {(kind, text): f"refused {reason}" for kind, text, reason, _ in rows("refused")}
    assert {(kind, text): said(read(kind, text)) for kind, text in table} == table


@each_row("kind", ["number", *KINDS.values()])
def test_fresh_answers_mean_what_their_rows_say(kind: str) -> None:
    cases = {text: expected for of, text, expected in rows("fresh") if of == kind}
    assert {text: said(read(kind, text)) for text in cases} == cases
    assert len(cases) >= 120


@each_row("name", [*KINDS, "refused"])
def test_a_table_is_long_and_no_two_rows_differ_only_in_a_number(name: str) -> None:
    cases = [row[:-2] for row in rows(name)]
    assert len({tuple(re.sub(r"\d+", "#", cell) for cell in case) for case in cases}) == len(cases)
    assert len(cases) >= 150


def test_every_table_is_read() -> None:
    assert {path.stem for path in DATA.glob("*.txt")} == {*KINDS, "refused", "fresh", "moods"}


@each_row(
    ("text", "least", "most"),
    [
        ("2008-11-23", 18, 18),
        ("2008-11-24", 17, 17),
        ("1960-11-24", 65, 65),
        ("1960-11-23", 66, 66),
        ("1980", 45, 46),
    ],
)
def test_a_birth_date_is_an_age_today(text: str, least: int, most: int) -> None:
    age = read_age(text, TODAY)
    assert isinstance(age, Age)
    assert (age.least, age.most) == (least, most)
    assert age.born == read_when(text, TODAY)


def test_a_story_without_end_is_no_answer() -> None:
    story = "上个月打过一次，" * 100
    heard = {kind: said(read(kind, f"{story}没有")) for kind in KINDS.values()}
    assert heard == dict.fromkeys(KINDS.values(), "refused not_an_answer")


def test_a_day_ahead_is_never_part_of_an_answer() -> None:
    assert read_when("今年", TODAY) == Days(TODAY.replace(month=1, day=1), TODAY)
