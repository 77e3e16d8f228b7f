"""Choices by number, letter, id and words."""

from collections.abc import Sequence

import pytest
from rows import each_row

from prescreen import reading
from prescreen.reading import Asking, Option, read_choice
from prescreen.values import Blank, Offer, Reason, Refusal

DRUGS = (
    Option("prednisone", ("Prednisone", "泼尼松", "强的松")),
    Option("prednisolone", ("Prednisolone", "泼尼松龙", "强的松龙")),
    Option("methylprednisolone", ("Methylprednisolone", "甲泼尼龙", "美卓乐", "Medrol")),
    Option("dexamethasone", ("Dexamethasone", "地塞米松")),
    Option("other", ("Another one (or I can't find it)", "其他")),
)
IVIG = (Option("yes", ("Yes", "打过")), Option("no", ("No", "没打过")))
ASKED = Asking(("打过", "丙球", "丙种球蛋白", "IVIG"))
LEFLUNOMIDE = (
    Option("now", ("I take it now", "现在在吃")),
    Option("before", ("I took it before", "以前吃过")),
    Option("never", ("Never", "从来没吃过")),
)
ORGANS = (
    Option("heart", ("Heart", "心脏")),
    Option("lung", ("Lungs", "肺")),
    Option("kidney", ("Kidneys", "肾", "肾脏")),
    Option("liver", ("Liver", "肝", "肝脏")),
    Option("none", ("None of these", "都没有")),
)


@each_row(
    ("text", "expected"),
    [
        ("2", "prednisolone"),
        ("２", "prednisolone"),
        ("②", "prednisolone"),
        ("二", "prednisolone"),
        ("第二个", "prednisolone"),
        ("第2个", "prednisolone"),
        ("选第二个", "prednisolone"),
        ("2号", "prednisolone"),
        ("2.", "prednisolone"),
        ("(2)", "prednisolone"),
        ("two", "prednisolone"),
        ("second", "prednisolone"),
        ("the second one", "prednisolone"),
        ("2nd", "prednisolone"),
        ("number 2", "prednisolone"),
        ("option 2", "prednisolone"),
        ("no. 2", "prednisolone"),
        ("B", "prednisolone"),
        ("ｂ", "prednisolone"),
        ("选B", "prednisolone"),
        ("option B", "prednisolone"),
        ("the last one", "other"),
        ("最后一个", "other"),
        ("methylprednisolone", "methylprednisolone"),
        ("METHYLPREDNISOLONE", "methylprednisolone"),
        ("美卓乐", "methylprednisolone"),
        ("美卓樂", "methylprednisolone"),
        ("medrol", "methylprednisolone"),
        ("我吃的是美卓乐", "methylprednisolone"),
        ("i take medrol", "methylprednisolone"),
        ("是泼尼松龙", "prednisolone"),
        ("强的松", "prednisone"),
        ("強的松", "prednisone"),
        ("Another one", "other"),
        ("another one (or I can't find it)", "other"),
    ],
)
def test_a_choice_has_many_names(text: str, expected: str) -> None:
    assert read_choice(text, DRUGS) == (expected,)


@each_row(
    ("text", "reason"),
    [
        ("6", Reason.NOT_AN_ANSWER),
        ("0", Reason.NOT_AN_ANSWER),
        ("F", Reason.NOT_AN_ANSWER),
        ("1.5", Reason.NOT_AN_ANSWER),
        ("不是美卓乐", Reason.NOT_AN_ANSWER),
        ("not medrol", Reason.NOT_AN_ANSWER),
        ("美卓乐吗", Reason.NOT_AN_ANSWER),
        ("阿司匹林", Reason.NOT_AN_ANSWER),
        ("pred", Reason.NOT_AN_ANSWER),
        ("medrl", Reason.NOT_AN_ANSWER),
        ("prednislone", Reason.NOT_AN_ANSWER),
        ("美不乐", Reason.NOT_AN_ANSWER),
        ("强的松和美卓乐", Reason.AMBIGUOUS),
        ("1 and 2", Reason.AMBIGUOUS),
        ("prednisone+other", Reason.NOT_AN_ANSWER),
        ("", Reason.NOT_AN_ANSWER),
    ],
)
def test_a_doubtful_choice_is_refused(text: str, reason: Reason) -> None:
    assert read_choice(text, DRUGS) == Refusal(reason)


@each_row(
    ("text", "meant"),
    [
        ("dexamethason", "dexamethasone"),
        ("dexametasone", "dexamethasone"),
        ("dexamethaosne", "dexamethasone"),
        ("美桌乐", "methylprednisolone"),
        ("泼泥松", "prednisone"),
    ],
)
def test_a_slip_of_one_letter_is_offered(text: str, meant: str) -> None:
    assert read_choice(text, DRUGS) == Offer((meant,))


def test_a_word_that_two_choices_share_means_neither() -> None:
    options = (Option("a1", ("一样",)), Option("a2", ("一样",)))
    assert read_choice("一样", options) == Refusal(Reason.AMBIGUOUS)


@each_row(
    ("text", "options", "expected"),
    [
        ("yep", IVIG, "yes"),
        ("没打过", IVIG, "no"),
        ("沒有打過", IVIG, "no"),
        ("有", IVIG, "yes"),
        ("打过丙球", IVIG, "yes"),
        ("Y", IVIG, "yes"),
        ("n", IVIG, "no"),
        ("A", IVIG, "yes"),
        ("never", LEFLUNOMIDE, "never"),
        ("没有", LEFLUNOMIDE, "never"),
        ("现在在吃", LEFLUNOMIDE, "now"),
        ("没有", ORGANS, "none"),
        ("no", ORGANS, "none"),
        ("none of the above", ORGANS, "none"),
        ("以上都没有", ORGANS, "none"),
    ],
)
def test_yes_and_no_are_choices(text: str, options: Sequence[Option], expected: str) -> None:
    assert read_choice(text, options, ASKED) == (expected,)


@each_row("text", ["not sure", "不清楚", "i don't know", "记不清了", "没打过吧"])
def test_not_sure_is_no_choice(text: str) -> None:
    assert read_choice(text, IVIG, ASKED) is Blank.UNSURE


@each_row(
    ("text", "expected"),
    [
        ("heart", ("heart",)),
        ("heart+liver", ("heart", "liver")),
        ("liver+heart", ("heart", "liver")),
        ("1、2", ("heart", "lung")),
        ("1,2", ("heart", "lung")),
        ("1 2", ("heart", "lung")),
        ("心脏和肺", ("heart", "lung")),
        ("心脏，肾脏", ("heart", "kidney")),
        ("heart and kidneys", ("heart", "kidney")),
        ("heart, lungs and liver", ("heart", "lung", "liver")),
        ("第一个和第三个", ("heart", "kidney")),
        ("A, C", ("heart", "kidney")),
        ("heart+none", ("heart", "none")),
    ],
)
def test_several_choices_come_in_the_order_of_the_question(
    text: str, expected: tuple[str, ...]
) -> None:
    assert read_choice(text, ORGANS, multiple=True) == expected


@each_row("option", [o for each in (DRUGS, LEFLUNOMIDE, ORGANS) for o in each])
def test_every_id_and_every_word_names_its_choice(option: Option) -> None:
    options = next(each for each in (DRUGS, LEFLUNOMIDE, ORGANS) if option in each)
    for word in (option.id, *option.words):
        assert read_choice(word, options) == (option.id,)


@each_row("text", ["+4", "+ 4", ", 4", "、4", "and 4", "和4", "& liver"])
def test_ticks_of_which_the_first_is_lost_are_no_answer(text: str) -> None:
    assert isinstance(read_choice(text, ORGANS, multiple=True), Refusal)
    assert read_choice(f"1{text}", ORGANS, multiple=True) == ("heart", "liver")


DISEASES = (
    Option("none", ("None besides lupus", "没有", "没有别的病")),
    Option("overlap", ("Sjogren's", "干燥综合征")),
    Option("other", ("Rheumatoid arthritis", "类风湿")),
    Option("antibody", ("Only antibodies", "只有抗体")),
)
FACT = Asking(("免疫病",), "fact_now")


@each_row(
    ("text", "id"),
    [
        ("secondary sjogren's", "overlap"),
        ("继发干燥综合征", "overlap"),
        ("lately rheumatoid arthritis", "other"),
        ("风湿科说的类风湿", "other"),
        # it leads on to another thing, or stands beside one
        ("类风湿因子", ""),
        ("类风湿和硬皮病", ""),
        ("rheumatoid arthritis drugs", ""),
        ("类风湿，还有糖尿病", ""),
        # another person, a denial, a doubt, a plan
        ("我妈类风湿", ""),
        ("排除类风湿", ""),
        ("类风湿可能性大", ""),
        ("ruled out rheumatoid arthritis", ""),
        ("family history of rheumatoid arthritis", ""),
        ("怕得类风湿的话", ""),
        ("同病房的类风湿", ""),
    ],
)
def test_a_name_among_words_that_are_not_known_is_offered(text: str, id: str) -> None:
    heard = read_choice(text, DISEASES, FACT)
    assert heard == Offer((id,)) if id else not isinstance(heard, tuple | Offer)


@pytest.mark.parametrize("text", ["没避孕", "没有备孕", "没受孕"])
def test_a_slip_is_one_of_a_name_and_of_no_denial(text: str) -> None:
    options = (Option("no", ("没怀孕", "没有怀孕")), Option("yes", ("怀孕",)))
    assert isinstance(read_choice(text, options, FACT), Refusal)


ADULT = (Option("yes", ("满了",)), Option("no", ("没满",)))
CANCER = (Option("none", ("没得过癌",)), Option("past", ("以前得过",)))


def test_two_clauses_are_one_choice_if_both_say_it() -> None:
    assert read_choice("没有，没满", ADULT, FACT) == ("no",)
    assert read_choice("没有，满了", ADULT, FACT) == Refusal(Reason.AMBIGUOUS)
    assert read_choice("对，没得过癌", CANCER, FACT) == Refusal(Reason.CONTRADICTION)


def test_another_organ_is_no_slip() -> None:
    assert isinstance(read_choice("肝衰竭", (Option("kidney", ("肾衰竭",)),), FACT), Refusal)


def test_a_test_for_something_is_an_answer_only_where_tests_are_asked_about() -> None:
    options = (Option("yes", ("Yes",)), Option("no", ("No",)))
    tested = Asking(("tested", "had"), "fact_ever", signs=("hepatitis",))
    ill = Asking(("had",), "fact_ever", signs=("hepatitis",))
    assert read_choice("i had a hepatitis test", options, tested) == Offer(("yes",))
    assert read_choice("never had a hepatitis test", options, tested) == Offer(("no",))
    assert isinstance(read_choice("i had a hepatitis test", options, ill), Refusal)
    assert isinstance(read_choice("never had a hepatitis test", options, ill), Refusal)


def test_a_reader_that_is_not_there_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="read_minds"):
        _ = reading.read_minds
