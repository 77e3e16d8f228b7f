"""What holds for a whole kind of answer: totals, lengths, slashes, marks, pairs of digits."""

from fractions import Fraction
from itertools import product

import pytest
from rows import each_row

from prescreen.reading import read_dose, read_when
from prescreen.reading.days.ago import COUNTS
from prescreen.values import Days, Dose, Interval, Reason, Refusal
from reading.tables import TODAY, read

TOTALS = "一天{n}次总共{a}片|一天{n}次，一共{a}片|一天{a}片，分{n}次吃|{a}片分{n}次|总共{a}片"
AMBIGUOUS = Refusal(Reason.AMBIGUOUS)


def tablets(count: int | Fraction) -> Dose:
    return Dose(Interval(Fraction(count), Fraction(count)), "tablet")


@each_row("frame", TOTALS.split("|"))
def test_a_total_of_the_day_is_never_multiplied(frame: str) -> None:
    for times, amount in product((2, 3, 4), (6, 12)):
        assert read_dose(frame.format(n=times, a=amount)) == tablets(amount)


def test_a_dose_that_is_taken_each_time_is_multiplied() -> None:
    for times, amount in product((2, 3, 4), (1, 2, 3)):
        for frame in ("一天{n}次每次{a}片", "每天{n}次，一次{a}片", "每次{a}片，一天{n}次"):
            assert read_dose(frame.format(n=times, a=amount)) == tablets(times * amount)
        assert read_dose(f"{amount} tablets {times} times a day") == tablets(times * amount)


def test_so_many_times_and_an_amount_may_be_a_total_or_not() -> None:
    assert read_dose("一天三次12片") == read_dose("一天两次20毫克") == AMBIGUOUS
    assert read_dose("一天一次2片") == tablets(2)


LENGTHS = "三个月|两年|半年|十天|五六年|一个多月"
TREATED = (
    "打了{}|吃了{}|用了{}|打了有{}|吃了{}了|打过{}|打过{}了|打过有{}|for three months|"
    "i took it for two years|had it three months|got it two years"
)


@each_row("frame", TREATED.split("|"))
@each_row("length", LENGTHS.split("|"))
def test_how_long_a_treatment_lasted_is_not_how_long_ago_it_was(frame: str, length: str) -> None:
    assert read_when(frame.format(length), TODAY) == AMBIGUOUS


@each_row("length", LENGTHS.split("|"))
def test_a_bare_length_is_a_time_since(length: str) -> None:
    ago = read_when(f"{length}前", TODAY)
    assert not isinstance(ago, Refusal)
    for frame in ("{}", "{}了", "停了{}", "已经{}了", "打完{}了"):
        assert read_when(frame.format(length), TODAY) == ago


def test_two_numbers_with_a_slash_are_a_fraction_only_of_a_tablet() -> None:
    slices = ("1/2", "1/3", "2/3", "1/4", "3/4")
    for above, below in product(range(1, 61), range(2, 61)):
        slash = f"{above}/{below}"
        assert isinstance(read_dose(f"{slash} mg"), Refusal)
        assert isinstance(read("weight", f"{slash} kg"), Refusal)
        taken = read_dose(f"{slash}片")
        assert isinstance(read_when(f"{slash}年前", TODAY), Refusal)
        part = tablets(Fraction(above, below))
        assert taken == part if slash in slices else isinstance(taken, Refusal)


@each_row("mark", [",", "、", "/", "\\", "*", "-", "·"])
@each_row(
    ("kind", "text"),
    [("age", "45"), ("weight", "62 kg"), ("dose", "75 mg"), ("when", "3个月前"), ("dose", "8片")],
)
def test_a_mark_that_touches_a_number_on_its_left_is_no_answer(
    kind: str, text: str, mark: str
) -> None:
    assert isinstance(read(kind, f"{mark}{text}"), Refusal)


def test_a_thing_and_a_length_do_not_say_how_long_ago_it_was() -> None:
    asked = ("IVIG", "丙球")
    for said in ("丙球三个月", "三个月丙球", "半年的丙球", "three months on IVIG"):
        assert isinstance(read_when(said, TODAY, asked), Refusal), said
    for said in ("三个月前打过丙球", "丙球停了三个月", "丙球，三个月前", "last IVIG 3 months ago"):
        assert read_when(said, TODAY, asked) == read_when("三个月前", TODAY), said


def test_a_point_before_a_figure_may_have_lost_one() -> None:
    for said in (".3个月前", ".3 months ago", ".5年前"):
        assert isinstance(read_when(said, TODAY), Refusal)
    assert read_when("0.5年前", TODAY) == read_when("半年前", TODAY)


def test_a_tilde_before_a_figure_is_about_and_one_behind_it_a_tone() -> None:
    assert read_dose("~8片") == read_dose("约8片") != read_dose("8片~") == tablets(8)


PAIRS = {"age": "{}十岁|{}岁", "weight": "{}公斤", "dose": "{}片", "when": "{}个月前|{}年前|{}年"}
DIGITS = "一二三四五六七八九"


@each_row(("kind", "frame"), [(k, f) for k in PAIRS for f in PAIRS[k].split("|")])
def test_two_chinese_digits_in_a_row_are_a_rising_pair_or_nothing(kind: str, frame: str) -> None:
    for low, high in product(DIGITS, repeat=2):
        rising = DIGITS.index(high) - DIGITS.index(low) == 1 or (low, high) == ("三", "五")
        text = frame.format(low + high)
        if frame == "{}年" and not rising and low in "五六七八九":
            continue
        heard = read(kind, text)
        if not rising:
            assert isinstance(heard, Refusal), text
        elif not isinstance(heard, Refusal):
            assert heard != read(kind, frame.format(low)), text


@each_row(
    "text", ["2020年以前", "08年以前", "08年前", "98年前", "before 2020", "before May", "去年以前"]
)
def test_before_a_year_has_no_beginning(text: str) -> None:
    assert read_when(text, TODAY) == Refusal(Reason.VAGUE)


@each_row("count", [*COUNTS, "三", "3", "十几", "两三"])
def test_before_says_no_more_than_ago_does(count: str) -> None:
    pairs = 0
    for unit in ("年", "个月", "天", " years ", " weeks "):
        for ago, before in (("前", "以前"), ("前", "之前"), ("ago", "before")):
            then = read_when(f"{count}{unit}{ago}", TODAY)
            earlier = read_when(f"{count}{unit}{before}", TODAY)
            if isinstance(then, Days) and isinstance(earlier, Days):
                assert earlier.start <= then.start <= then.end <= earlier.end
                pairs += 1
    assert pairs


def test_the_first_half_of_a_year_is_not_the_half_year_that_has_gone_by() -> None:
    assert read_when("前半年", TODAY) == AMBIGUOUS
    assert read_when("去年前半年", TODAY) == read_when("去年上半年", TODAY)


@pytest.mark.parametrize("text", ["12.10 stone", "9.11 st", "10.05 stone"])
def test_two_figures_after_the_point_of_a_stone_may_be_pounds(text: str) -> None:
    assert read("weight", text) == AMBIGUOUS
