"""What an answer can be at all is data of a question or of who takes part."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from rows import each_row

from prescreen.dialog.dialog import Dialog, Script
from prescreen.dialog.states import OPENING
from prescreen.flow.load import load
from prescreen.flow.model import Possible, Question
from prescreen.flow.possible import possible
from prescreen.reading import read_child_age
from prescreen.values import Age, Days, Interval, Measure, Reason, Refusal

TODAY = date(2026, 11, 23)
THIRD = load(Path(__file__).parent / "data" / "flows" / "third.toml")
CHILDREN = replace(THIRD, trial=replace(THIRD.trial, participants=("children",)))


def with_possible(question: str, least: int | None = None, most: int | None = None) -> Question:
    lo, hi = (None if each is None else Fraction(each) for each in (least, most))
    return replace(THIRD.question(question), possible=Possible(least=lo, most=hi))


def heard(flow_question: Question, text: str) -> object:
    questions = (flow_question if e.id == flow_question.id else e for e in THIRD.questions)
    flow = replace(THIRD, questions=tuple(questions))
    dialog = Dialog(Script.of(flow), TODAY)
    for _ in OPENING:
        dialog.forward()
    dialog.state = flow_question.id
    return dialog.hear(text)


def test_a_question_says_itself_what_is_possible() -> None:
    usual = possible(THIRD, THIRD.question("weight"))
    assert usual == Interval(Fraction(25), Fraction(250))
    assert possible(THIRD, with_possible("weight", most=300)).hi == 300
    assert heard(THIRD.question("weight"), "20 kg") == Refusal(Reason.IMPOSSIBLE)
    assert isinstance(heard(with_possible("weight", least=10), "20 kg"), Measure)
    assert heard(with_possible("age", most=90), "95") == Refusal(Reason.IMPOSSIBLE)
    assert heard(with_possible("metformin_dose", most=500), "600 mg") == Refusal(Reason.IMPOSSIBLE)
    assert possible(THIRD, with_possible("fall_when", most=3)).hi == 3
    assert possible(THIRD, THIRD.question("alt")).hi == 100_000


def test_a_child_may_be_light_and_young() -> None:
    assert possible(CHILDREN, THIRD.question("weight")).lo == 1
    assert possible(CHILDREN, THIRD.question("age")).lo == 0
    assert possible(THIRD, THIRD.question("age")).lo == 1
    dialog = Dialog(Script.of(CHILDREN), TODAY)
    for _ in OPENING:
        dialog.forward()
    found = dialog.hear("8 months")
    assert isinstance(found, Age)
    assert found.born == Days(date(2026, 2, 24), date(2026, 3, 23))


AGES = (
    ("8个月", 0, "2026-02-24", "2026-03-23"),
    ("my child is 18 months old", 1, "2025-04-24", "2025-05-23"),
    ("一岁半", 1, "2025-03-24", "2025-06-23"),
    ("2 years and 3 months", 2, "2024-07-24", "2024-08-23"),
    ("两岁三个月", 2, "2024-07-24", "2024-08-23"),
    ("6 weeks", 0, "2026-10-06", "2026-10-12"),
    ("10天", 0, "2026-11-13", "2026-11-13"),
    ("2026-05-01", 0, "2026-05-01", "2026-05-01"),
)


@each_row(("text", "years", "first", "last"), AGES)
def test_the_age_of_a_child_is_read(text: str, years: int, first: str, last: str) -> None:
    born = Days(date.fromisoformat(first), date.fromisoformat(last))
    assert read_child_age(text, TODAY) == Age(years, years, born)


def test_an_age_in_years_is_read_as_ever() -> None:
    assert read_child_age("5", TODAY) == Age(5, 5)
    assert read_child_age("5岁", TODAY) == Age(5, 5)


@each_row("text", ["1.5 months", "2 years 15 months", "1.5 weeks", "0", "800 years"])
def test_what_is_no_age_of_a_child_is_refused(text: str) -> None:
    assert isinstance(read_child_age(text, TODAY), Refusal)


def test_what_is_chosen_has_no_bounds() -> None:
    question = next(each for each in THIRD.questions if each.choices)
    with pytest.raises(ValueError, match="no bounds"):
        possible(THIRD, question)
