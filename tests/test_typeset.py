"""Lines of mixed Chinese and Latin text, for every width."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rows import each_row

from prescreen.language.conventions import CLOSING_MARKS, OPENING_MARKS
from prescreen.tui.layout.typeset import cells, lines

HAN = ["您好", "医生确诊了", "62公斤", "2026年5月", "（洗血）", "「对」", *"，。？："]
LATIN = ["IVIG", "CMV-DNA", "62 kg", "don't", "45-80", "3.5%", "(or 124 jin)", "e\u0301", "a"]
WORDS = st.sampled_from([*HAN, *LATIN, " ", "  "])
TEXTS = st.lists(WORDS, max_size=30).map("".join)
WIDTHS = st.integers(2, 200)


def bare(text: str) -> str:
    return "".join(text.split())


@given(TEXTS, WIDTHS)
def test_no_line_is_too_wide(text: str, width: int) -> None:
    assert all(cells(line) <= width for line in lines(text, width))


@given(TEXTS, WIDTHS)
def test_nothing_is_lost_but_spaces(text: str, width: int) -> None:
    assert bare("".join(lines(text, width))) == bare(text)


@given(st.text(max_size=60), WIDTHS)
def test_any_text_is_kept_and_fits(text: str, width: int) -> None:
    broken = lines(text, width)
    assert bare("".join(broken)) == bare(text)
    assert all(cells(line) <= width for line in broken)


@given(TEXTS, st.integers(40, 200))
def test_marks_stay_where_readers_expect_them(text: str, width: int) -> None:
    """Runs of marks longer than a line are the one exception."""
    broken = lines(text, width)
    for before, after in pairwise(broken):
        if len(set(after) - CLOSING_MARKS) and cells(before) < width - 12:
            assert after[0] not in CLOSING_MARKS
            assert before[-1] not in OPENING_MARKS


@given(TEXTS, st.integers(40, 200))
@example("您好您好您好您好您好您好(or 124 jin)「对」", 40)
def test_no_wide_character_ends_a_text_alone(text: str, width: int) -> None:
    *above, last = lines(text, width)
    letters = [char for char in last if char not in CLOSING_MARKS and char not in OPENING_MARKS]
    assert not above or len(letters) != 1 or cells(letters[0]) < 2


@given(TEXTS, WIDTHS)
def test_no_space_begins_or_ends_a_broken_line(text: str, width: int) -> None:
    broken = lines(text, width)
    for before, after in pairwise(broken):
        assert before == before.rstrip(" ")
        assert after == after.lstrip(" ")


@each_row(
    ("text", "width", "expected"),
    [
        ("您今年多少周岁？", 14, ["您今年多少", "周岁？"]),
        ("连单位一起说，例如 62 公斤。", 20, ["连单位一起说，例如", "62 公斤。"]),
        ("Say 62 kg or 137 lb.", 7, ["Say", "62 kg", "or", "137 lb."]),
        ("透析（洗肾）不算", 6, ["透析", "（洗", "肾）", "不算"]),
        ("为什么是这个结果", 14, ["为什么是这个", "结果"]),
        ("查到了 CMV 的人", 14, ["查到了 CMV", "的人"]),
        ("查到了 CMV 的", 12, ["查到了", "CMV 的"]),
        ("医生说没有", 4, ["医生", "说", "没有"]),
        ("          ", 4, [""]),
        ("plasmapheresis", 5, ["plasm", "apher", "esis"]),
        ("one\ntwo", 20, ["one", "two"]),
        ("", 20, [""]),
    ],
)
def test_examples(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


@each_row("word", ["IVIG", "CMV-DNA", "62 kg", "62公斤", "2026年", "don't", "3.5%"])
def test_words_and_measures_stay_whole(word: str) -> None:
    text = f"您最近一次打的是 {word} 吗，还是说 {word} 呢"
    for width in range(10, 24):
        assert sum(line.count(word) for line in lines(text, width)) == 2, width


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x9FFF, categories=["L", "N"])))
def test_letters_are_as_wide_as_the_terminal_library_thinks(text: str) -> None:
    letters = "".join(char for char in text if cells(char) == cell_len(char))
    assert cells(letters) == cell_len(letters)


@pytest.mark.parametrize(
    "text", ["您好，。？！（）：；「」《》、", "ASCII ,.;:?!()", "ＡＢＣ１２３"]
)
def test_width_agrees_with_the_terminal_library(text: str) -> None:
    assert cells(text) == cell_len(text)
