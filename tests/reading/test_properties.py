"""What holds for every answer and not for examples only."""

import subprocess
import sys
import time
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rows import each_row

from prescreen.reading import (
    Option,
    read_age,
    read_choice,
    read_dose,
    read_number,
    read_private,
    read_unsure,
    read_weight,
    read_when,
    read_yes_no,
)
from prescreen.reading.amounts.quantity import MODIFIERS
from prescreen.reading.clauses.text import normalise
from prescreen.values import Days, Offer, Refusal
from reading.tables import ASKED, TODAY, read, rows

PLAIN = {
    "age": ["{}岁", "我今年{}岁", "{} years old", "i am {}"],
    "weight": ["{}公斤", "{}斤", "我体重{}公斤", "{} kg", "i weigh {} lb"],
    "dose": ["{}毫克", "每天{}片", "{} mg a day", "i take {} tablets"],
}
WHEN = ["{}天前", "{}个月前", "{}年前", "{} weeks ago", "{} months ago"]
BEFORE = [
    "快",
    "不到",
    "超过",
    "大概",
    "虚岁",
    "不是",
    "没有",
    "almost ",
    "over ",
    "under ",
    "about ",
    "not ",
]
BEFORE += [
    "nearly ",
    "more than ",
    "less than ",
    "at least ",
    "以前",
    "去年",
    "差不多",
    "just over ",
    "was ",
]
AFTER = [
    "左右",
    "多",
    "以上",
    "以下",
    "吧",
    "出头",
    " or so",
    " or more",
    "以前",
    "?",
    "吗",
    " last year",
]
INSIDE = ["多", "来", "几", "好几", "-odd", "+"]


def variants(frame: str, number: str) -> list[str]:
    """A frame with one modifier before, after, or inside it."""
    whole = frame.format(number)
    return [
        *(f"{word}{whole}" for word in BEFORE),
        *(f"{whole}{word}" for word in AFTER),
        *(frame.format(f"{number}{word}") for word in INSIDE),
        *(frame.format(f"{word}{number}") for word in BEFORE),
    ]


@each_row(("kind", "frame"), [(kind, frame) for kind, frames in PLAIN.items() for frame in frames])
@each_row("number", ["60", "六十", "70"])
def test_a_modifier_changes_the_value_or_is_refused(kind: str, frame: str, number: str) -> None:
    plain = read(kind, frame.format(number))
    assert not isinstance(plain, Refusal)
    assert [text for text in variants(frame, number) if read(kind, text) == plain] == []


FRAMES = {
    "age": ["60{}", "60 {}", "60 years old {}"],
    "weight": ["65{} kg", "65 {} kg", "65 kg {}", "65公斤{}"],
    "dose": ["65{} mg", "65 {} mg", "65 mg {}"],
    "when": ["2 years ago {}", "2 {} years ago", "May 2025 {}"],
    "number": ["45{}", "45 {}"],
}
WORDS = [
    word for named in MODIFIERS.values() for said in named.values() for word in said.split("|")
]
STILL_A_WORD = {"od", "early"}
"""What is left of a modifier and is a word about doses: once a day, in the morning."""


@each_row(("kind", "frame"), [(k, frame) for k in FRAMES for frame in FRAMES[k]])
def test_a_letter_lost_from_a_modifier_never_leaves_the_bare_number(kind: str, frame: str) -> None:
    plain = read(kind, frame.format("").strip())
    assert not isinstance(plain, Refusal)
    pieces = {
        word[:at] + word[at + 1 :] for word in WORDS if word.isascii() for at in range(len(word))
    }
    found = [piece for piece in pieces - {""} if read(kind, frame.format(piece)) == plain]
    assert set(found) <= STILL_A_WORD


@each_row("frame", WHEN)
@each_row("number", ["3", "三", "7"])
def test_a_modifier_of_time_changes_the_days_or_is_refused(frame: str, number: str) -> None:
    if not frame.isascii() or number.isascii():
        plain = read_when(frame.format(number), TODAY)
        assert isinstance(plain, Days)
        texts = (text for text in variants(frame, number) if "was " not in text)
        same = [text for text in texts if read_when(text, TODAY) == plain]
        assert same == []


@each_row(
    "text",
    ["有", "打过", "没有", "没打过", "yes", "no", "i have", "i haven't", "是的", "that is true"],
)
@each_row("word", ["不", "没", "好像", "可能", "以前", "not ", "maybe ", "sometimes ", "不是"])
def test_a_negation_or_a_doubt_changes_yes_and_no_or_is_refused(text: str, word: str) -> None:
    said = {"不没有", "没没有", "不是没打过"}
    assert read_yes_no(f"{word}{text}", ASKED) != read_yes_no(text, ASKED) or word + text in said


NOISE = "的地着啊呀哦嘛哈花草山水红绿东西南北abcdefhijknqruvwxyz!@&;'\"<>[]{}_^|。，！ 　\t😀é"
OFTEN = {"bd", "qd"}
"""Letters that are no noise where a dose is asked: "bd 40 mg" is 80 mg a day."""
CASES = [(name, row[0]) for name in ("ages", "weights", "doses", "when") for row in rows(name)]
KIND = {"ages": "age", "weights": "weight", "doses": "dose", "when": "when"}


def noisy(name: str, text: str, noise: str, at_end: bool) -> None:
    """Noise at either end of an answer refuses it or keeps it."""
    assume(noise.strip() not in OFTEN)
    plain = read(KIND[name], text)
    heard = read(KIND[name], f"{text}{noise}" if at_end else f"{noise}{text}")
    assert isinstance(heard, Refusal) or heard in (plain, Offer(plain))


EDITS = {
    "case": st.sampled_from(CASES),
    "noise": st.text(NOISE, min_size=1, max_size=2),
    "at_end": st.booleans(),
}


@settings(max_examples=400, deadline=None, derandomize=True)
@given(**EDITS)
def test_noise_around_an_answer_refuses_it_or_keeps_it(
    case: tuple[str, str], noise: str, at_end: bool
) -> None:
    noisy(*case, noise, at_end)


@pytest.mark.prove
@settings(max_examples=40_000, deadline=None)
@given(**EDITS)
def test_much_noise_refuses_an_answer_or_keeps_it(
    case: tuple[str, str], noise: str, at_end: bool
) -> None:
    noisy(*case, noise, at_end)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(max_size=200))
def test_normalising_twice_is_normalising_once(text: str) -> None:
    once = normalise(text)
    assert once is None or normalise(once) == once


@settings(max_examples=200, deadline=None, derandomize=True)
@given(text=st.text(max_size=150), today=st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_no_text_makes_a_reader_raise(text: str, today: date) -> None:
    read_number(text)
    read_age(text, today)
    read_weight(text)
    read_dose(text)
    read_when(text, today)
    read_yes_no(text, (text,))
    read_choice(text, (Option("a", (text,)),))
    read_unsure(text)
    read_private(text)


PIECES = (
    "0|1|3|12|29|30|31|99|2024|2026|9999|1/2|1.5|一|两|三|十|几|半|年|月|日|天|周|个月|前|多|"
    "了|去年|上个月|今年|底|初|大概|不到|超过|左右|三月|二月|29日|ago|months|years|weeks|last|"
    "in|the|and|a|may|feb|early|end|of|spring|2026-02-29|1-2-3|春天|周三|最近|内|以前|公斤|斤|"
    "stone|lb|kg|片|mg|一天|两次|每次|早|晚|岁|虚岁|生|born"
)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(
    pieces=st.lists(st.sampled_from(PIECES.split("|")), min_size=1, max_size=7),
    gap=st.sampled_from(["", " ", "，"]),
    today=st.dates(date(2020, 1, 1), date(2030, 12, 31)),
)
def test_words_in_any_order_never_raise_and_never_name_a_day_ahead(
    pieces: list[str], gap: str, today: date
) -> None:
    text = gap.join(pieces)
    days = read_when(text, today)
    said = days.value if isinstance(days, Offer) else days
    assert isinstance(said, Refusal) or said.end <= today
    read_age(text, today)
    for kind in ("number", "weight", "dose", "yes_no"):
        read(kind, text)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(day=st.dates(date(1930, 1, 1), TODAY))
def test_a_date_is_the_same_day_in_every_order_and_language(day: date) -> None:
    english = f"{day:%B} {day.day}, {day.year}"
    texts = [
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y-%m-%d}",
        f"{day:%Y/%m/%d}",
        f"{day:%Y%m%d}",
        f"{day.year}.{day.month}.{day.day}",
        english,
        f"{day.day} {day:%B} {day.year}",
        f"the {day.day} {day:%b} {day.year}",
    ]
    assert {text: read_when(text, TODAY) for text in texts} == dict.fromkeys(texts, Days(day, day))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(day=st.dates(date(2020, 1, 1), TODAY), back=st.integers(0, 400))
def test_days_ago_is_exact(day: date, back: int) -> None:
    then = day - timedelta(days=back)
    expected = Days(then, then)
    if back:
        assert read_when(f"{back}天前", day) == read_when(f"{back} days ago", day) == expected


PAIRS = """半年前|half a year ago
三个月前|three months ago
一年前|a year ago
一年半前|a year and a half ago
两周前|two weeks ago
几个月前|a few months ago
大概三个月前|about three months ago
上个月|last month
去年|last year
前天|the day before yesterday
去年夏天|summer of last year
2026年5月|May 2026
5月22日|May 22nd
今年年初|the start of this year
上周|last week
现在|now
很久以前|a long time ago
超过一年|more than a year ago
最近三个月|in the last three months
不到半年|less than half a year ago
刚停|just stopped"""


@each_row("pair", PAIRS.splitlines())
def test_both_languages_mean_the_same_days(pair: str) -> None:
    chinese, english = pair.split("|")
    assert read_when(chinese, TODAY) == read_when(english, TODAY)


@each_row(
    ("kind", "chinese", "english"),
    [
        ("age", "大概四十五岁", "about forty-five"),
        ("age", "六十多岁", "sixty something"),
        ("age", "快六十了", "nearly 60"),
        ("age", "不到六十", "under sixty"),
        ("weight", "一百磅", "a hundred pounds"),
        ("weight", "六十公斤左右", "about 60 kg"),
        ("weight", "十英石", "ten stone"),
        ("weight", "超过六十公斤", "over sixty kilos"),
        ("dose", "两三片", "two or three tablets"),
        ("dose", "一天两次每次两片", "two tablets twice a day"),
        ("dose", "早上两片晚上一片", "two tablets in the morning and one at night"),
        ("dose", "隔天一片", "one tablet every other day"),
        ("yes_no", "从来没有", "never"),
        ("yes_no", "不知道", "I don't know"),
        ("yes_no", "有，没有", "yes, no"),
    ],
)
def test_both_languages_mean_the_same(kind: str, chinese: str, english: str) -> None:
    assert read(kind, chinese) == read(kind, english)


HOSTILE = {
    "a megabyte": "1" * 1_000_000,
    "a megabyte of spaces": "45" + " " * 1_000_000 + "45",
    "a null": "45\0",
    "an escape": "\x1b[31m45",
    "a line break": "4\n5",
    "right to left": "\u202e54",
    "an isolate": "\u206645\u2069",
    "a soft hyphen": "4\u00ad5",
    "a lone surrogate": "45\ud800",
    "other digits": "\u0664\u0665",
    "a power": "4²",
    "a combining mark": "4\u03055",
    "tags": "45\U000e0041",
    "nested halves": "half a " * 17,
    "numerals without end": "一百二十三万四千" * 14,
    "clauses without end": "一，" * 60,
    "words without end": "two and " * 15,
    "fractions without end": "三分之" * 40,
    "parts of a day without end": "早2晚1" * 24,
}


@each_row("name", HOSTILE)
@each_row("kind", ["number", "age", "weight", "dose", "when", "yes_no"])
def test_hostile_text_is_refused_at_once(name: str, kind: str) -> None:
    usual, fastest = (
        min(_timed(*each) for _ in range(5))
        for each in (("when", "about two weeks ago"), (kind, HOSTILE[name]))
    )
    assert isinstance(read(kind, HOSTILE[name]), Refusal)
    assert fastest < 200 * usual


@each_row("mark", ["\ufeff", "\u200b", "\u200c", "\u200d", "\u2060"])
@each_row(("kind", "text"), [("age", "45"), ("weight", "62公斤"), ("yes_no", "有")])
def test_what_nobody_sees_is_no_part_of_an_answer(kind: str, text: str, mark: str) -> None:
    plain = read(kind, text)
    assert read(kind, mark + text) == read(kind, text[0] + mark + text[1:]) == plain


def _timed(kind: str, text: str) -> float:
    start = time.thread_time()
    read(kind, text)
    return time.thread_time() - start


def test_the_readers_need_no_flow_and_no_front_end() -> None:
    code = "import sys, prescreen.reading; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert not loaded & {"textual", "rich", "pydantic", "transitions", "babel", "logging"}
    assert "prescreen.flow" not in done.stdout


def test_no_answer_prints_what_was_said() -> None:
    texts = ["45", "1960-11-24", "62公斤", "8片", "半年前"]
    printed = [
        repr(answer)
        for text in texts
        for answer in (read_age(text, TODAY), read_weight(text), read_when(text, TODAY))
    ]
    assert all(not any(c.isdecimal() for c in line) for line in printed)
