"""Every number in every written form, against independent writers of numerals."""

from collections.abc import Callable, Iterator
from fractions import Fraction

import cn2an
import num2words
import pytest
from rows import each_row

from prescreen.reading import read_number, read_weight
from prescreen.values import Interval, Measure, Reason, Refusal

_CALLED = str.maketrans("0123456789", "零一二三四五六七八九")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_TRADITIONAL = str.maketrans("万两", "萬兩")


def spoken(n: int) -> str:
    """As people say it: 十二 and not 一十二, 两百 and not 二百."""
    low = str(cn2an.an2cn(str(n), "low"))
    if low.startswith("一十"):
        low = low[1:]
    return low.replace("二百", "两百").replace("二千", "两千")


FORMS: dict[str, Callable[[int], str]] = {
    "figures": str,
    "grouped": lambda n: f"{n:,}",
    "full width": lambda n: str(n).translate(_WIDE),
    "Chinese": lambda n: str(cn2an.an2cn(str(n), "low")),
    "spoken": spoken,
    "financial": lambda n: str(cn2an.an2cn(str(n), "up")),
    "English": lambda n: str(num2words.num2words(n)),
    "plain English": lambda n: str(num2words.num2words(n)).replace("-", " ").replace(" and", ""),
}


def exactly(value: Fraction | int) -> Interval:
    return Interval(Fraction(value), Fraction(value))


@pytest.mark.parametrize("step", [7, pytest.param(1, marks=pytest.mark.prove)])
@pytest.mark.parametrize("form", FORMS)
def test_the_numbers_below_ten_thousand_round_trip(form: str, step: int) -> None:
    write = FORMS[form]
    read = ((n, read_number(write(n))) for n in range(0, 10_000, step))
    assert [n for n, value in read if value != exactly(n)] == []


def test_figures_called_out_are_a_number_from_three_on() -> None:
    read = ((n, read_number(str(n).translate(_CALLED))) for n in range(100, 10_000))
    assert [n for n, value in read if value != exactly(n)] == []


def test_two_figures_called_out_are_a_rising_pair_or_nothing() -> None:
    read = {n: read_number(str(n).translate(_CALLED)) for n in range(10, 100)}
    pairs = {10 * n + n + 1: Interval(Fraction(n), Fraction(n + 1)) for n in range(1, 9)}
    pairs[35] = Interval(Fraction(3), Fraction(5))
    assert read == {n: pairs.get(n, Refusal(Reason.AMBIGUOUS)) for n in range(10, 100)}


def decimals() -> Iterator[str]:
    """1,250 decimals with one to three places, spread over 0 to 10,000."""
    for i in range(1250):
        places = 1 + i % 3
        yield f"{(i * 7919) % 10_000}.{(i * 104_729) % 10**places:0{places}d}"


_POINTS: dict[str, Callable[[str], str]] = {
    "figures": str,
    "full width": lambda text: text.translate(_WIDE).replace(".", "．"),
    "Chinese": lambda text: f"{cn2an.an2cn(text.split('.')[0])}点{text.split('.')[1]}".translate(
        _CALLED
    ),
    "English": lambda text: " ".join(
        [
            str(num2words.num2words(int(text.split(".")[0]))),
            "point",
            *(str(num2words.num2words(int(digit))) for digit in text.split(".")[1]),
        ]
    ),
}


@each_row("form", _POINTS)
def test_five_thousand_decimals_round_trip(form: str) -> None:
    write = _POINTS[form]
    read = ((text, read_number(write(text))) for text in decimals())
    assert [text for text, value in read if value != exactly(Fraction(text))] == []


@each_row("form", FORMS)
def test_a_weight_is_the_same_in_every_script(form: str) -> None:
    some = range(51, 500, 7)
    read = {n: read_weight(f"{FORMS[form](n)}斤") for n in some}
    assert read == {n: Measure("weight", exactly(Fraction(n, 2)), "jin") for n in some}


def test_a_figure_after_a_hundred_counts_tens() -> None:
    every = {(h, t): f"{h}百{t}".translate(_CALLED) for h in range(1, 10) for t in range(1, 10)}
    read = {figures: read_number(said) for figures, said in every.items()}
    assert read == {(h, t): exactly(100 * h + 10 * t) for h, t in every}


@each_row(
    "text",
    ["62,5", "1,23", "1,2345", "12,34,567", "1.2.3", "一百千", "五百四百", "十十", "twenty ten"],
)
def test_what_is_no_numeral_is_refused(text: str) -> None:
    assert isinstance(read_number(text), Refusal)
