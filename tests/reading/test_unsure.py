"""Not sure and rather not say, whatever was asked."""

from rows import each_row

from prescreen.reading import read_private, read_unsure

UNSURE = (
    "不清楚|不知道|记不清了|忘了|不确定|不知道多重|忘了什么时候|不记得具体日期了|想不起来了|没称过|不清楚剂量|"
    "not sure|I'm not sure|no idea|I don't know|i dont know|dunno|can't remember|unsure|no clue|"
    "i don't remember when|not sure how much|i have no idea when|maybe|i forgot|I do not know"
)
PRIVATE = (
    "不想说|不方便说|我不想说|不太方便说|保密|这是隐私|当面跟医生说|我想当面说|不愿意回答|拒绝回答|不便透露|"
    "rather not say|I'd rather not say|prefer not to say|tell the staff in person|private|"
    "i'd like to tell the doctor in person|none of your business|i don't want to say|"
    "I'd rather tell the study staff in person"
)
NEITHER = "45岁|yes|没有|打过|60 kg|半年前|不|no||当面|i said so|告诉我|我说过了"


@each_row("text", UNSURE.split("|"))
def test_not_sure_is_heard(text: str) -> None:
    assert read_unsure(text)
    assert not read_private(text)


@each_row("text", PRIVATE.split("|"))
def test_rather_not_say_is_heard(text: str) -> None:
    assert read_private(text)
    assert not read_unsure(text)


@each_row("text", NEITHER.split("|"))
def test_other_answers_are_neither(text: str) -> None:
    assert not read_unsure(text)
    assert not read_private(text)
