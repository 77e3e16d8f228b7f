"""What was done at birth is told by the birth, and not by a date."""

from datetime import date

import pytest
from rows import each_row
from test_compare import TRIALS

from prescreen.dialog.listen import births_said, listen
from prescreen.flow.load import load
from prescreen.reading import read_birth
from prescreen.session.setting import open_setting
from prescreen.values import Age, Blank, Days, Offer, Refusal
from reading.tables import TODAY

BORN = Days(date(2026, 9, 15), date(2026, 9, 21))


@each_row(
    "text",
    [
        "at birth",
        "the day she was born",
        "出生那天",
        "一出生就打了",
        "在医院出生时打的。",
        "It was at birth",
    ],
)
def test_the_birth_is_the_days_on_which_the_person_may_be_born(text: str) -> None:
    assert read_birth(text, BORN) == BORN


@pytest.mark.parametrize("text", ["right after birth", "刚出生的时候", "出生后打的"])
def test_what_is_near_the_birth_is_offered(text: str) -> None:
    assert read_birth(text, BORN) == Offer(BORN)


@each_row(
    "text", ["3 days after birth", "出生第三天", "出生前", "not at birth", "不是出生那天", "2026"]
)
def test_what_says_more_than_the_birth_is_no_birth(text: str) -> None:
    assert read_birth(text, BORN) is None


def test_a_past_day_may_be_told_by_the_birth_once_the_age_is_known() -> None:
    question = load(TRIALS / "nct04341389.toml").question("live_when")
    age = Age(0, 0, BORN)
    born = births_said({"age": age, "live": Blank.UNSURE}, TODAY)
    assert born == BORN
    assert listen(question, "出生那天", TODAY, {}, born=born) == BORN
    assert isinstance(listen(question, "出生那天", TODAY, {}), Refusal)
    assert births_said({}, TODAY) is None


@pytest.mark.parametrize("text", ["还没想好", "想想", "let me think about it"])
def test_who_is_asked_for_a_wish_may_not_have_decided(text: str) -> None:
    setting = open_setting(TRIALS / "nct04516408.toml", None, None)
    question = setting.script.plan.flow.question("willing")
    assert listen(question, text, TODAY, setting.script.labels["willing"]) is Blank.UNSURE
