"""What a bare word means by what is asked about."""

from datetime import timedelta
from typing import get_args

import pytest
from rows import each_row

from prescreen.reading import Asking, Option, read_choice, read_yes_no
from prescreen.values import Days, Mood, Offer, Refusal
from reading.tables import ASKED, TODAY, rows, said

MOODS: tuple[Mood, ...] = get_args(Mood)
TABLE = {row[0]: row[1:6] for row in rows("moods")}


@each_row("text", TABLE)
def test_a_word_means_what_the_table_says_for_each_mood(text: str) -> None:
    heard = (said(read_yes_no(text, ASKED, mood)) for mood in MOODS)
    assert tuple("refused" if each.startswith("refused") else each for each in heard) == TABLE[text]


def test_without_a_mood_nothing_is_read_that_a_fact_refuses() -> None:
    careful = {text: read_yes_no(text, ASKED) for text in TABLE}
    taken = {text: read for text, read in careful.items() if not isinstance(read, Refusal)}
    assert taken == {text: read_yes_no(text, ASKED, "fact_ever") for text in taken}


VERBS = "打|吃|用|做|输|服|有|是|能|会|行|好|对|想|要|知道|记得|愿意"


@each_row("mood", MOODS)
@each_row("form", ["{0}不{0}", "{0}没{0}", "{0}没{0}过", "是否{0}"])
def test_a_question_said_back_is_no_answer(form: str, mood: Mood) -> None:
    said = map(form.format, VERBS.split("|"))
    assert [text for text in said if isinstance(read_yes_no(text, ASKED, mood), str)] == []


DRUG = (Option("now"), Option("before"), Option("never"))
ILLNESS = (Option("none"), Option("now"), Option("past"))
EVER = Asking(ASKED, "fact_ever", TODAY)


@each_row("text", ["没有打了", "不打了", "停了", "not any more", "去年停的", "打过，停了"])
def test_no_longer_is_before_where_that_stands(text: str) -> None:
    assert read_choice(text, DRUG, EVER) == ("before",)
    assert read_choice(text, ILLNESS, EVER) == Offer(("past",))


@each_row("text", ["在打", "还在打", "现在也打", "i'm on it"])
def test_what_goes_on_is_now(text: str) -> None:
    assert read_choice(text, DRUG, EVER) == ("now",)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("去年打过", "yes"),
        ("had it last year", "yes"),
        ("yes, years ago", "yes"),
        ("had it ages ago", "yes"),
        ("两年前打过一次", "yes"),
    ],
)
def test_a_past_time_goes_with_a_yes_of_ever_and_of_nothing_else(text: str, meant: str) -> None:
    options = (Option("yes"), Option("no"))
    assert read_choice(text, options, EVER) == (meant,)
    for mood in MOODS:
        if mood != "fact_ever":
            assert isinstance(read_choice(text, options, Asking(ASKED, mood, TODAY)), Refusal)


def test_a_time_said_with_an_answer_lies_in_the_days_that_are_asked_about() -> None:
    weeks = Days(TODAY - timedelta(days=28), TODAY)
    asking, options = Asking(ASKED, "fact_ever", TODAY, weeks), (Option("yes"), Option("no"))
    assert read_choice("上周打过", options, asking) == ("yes",)
    assert read_choice("这四周没有", options, asking) == ("no",)
    for text in ("去年打过", "以前打过", "两个月前打过", "上周没有"):
        assert isinstance(read_choice(text, options, asking), Refusal)


def test_all_of_several_things_is_no_yes_to_one_of_them() -> None:
    shots = ("打过", "疫苗")
    assert read_yes_no("疫苗打过", shots, "fact_ever") == "yes"
    assert isinstance(read_yes_no("疫苗都打过", shots, "fact_ever"), Refusal)
    assert read_yes_no("疫苗都没打过", shots, "fact_ever") == "no"


@pytest.mark.parametrize("text", ["算了吧", "不用了吧", "不必了吧"])
def test_a_softened_no_of_will_is_a_no(text: str) -> None:
    assert read_yes_no(text, ASKED, "wish") == "no"


def test_a_thing_that_is_asked_about_may_be_pointed_at_and_stand_within_its_verb() -> None:
    asked = ("做过", "洗血", "换血浆", "plasma exchange")
    for text in ("洗过血", "换过血浆", "做过这种换血浆", "had a plasma exchange"):
        assert read_yes_no(text, asked, "fact_ever") == "yes"
    for text in ("没洗过血", "没有换过血浆", "没做过换血浆", "never had any plasma exchange"):
        assert read_yes_no(text, asked, "fact_ever") == "no"
    for text in ("没做过别的换血浆", "never had another plasma exchange", "输过血"):
        assert isinstance(read_yes_no(text, asked, "fact_ever"), Refusal)
