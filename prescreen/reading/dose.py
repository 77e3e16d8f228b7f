"""Doses of a medicine on one day: milligrams or tablets."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal

from prescreen.reading.clauses import NO_ANSWER, Grammar, Said, read_clauses, words
from prescreen.reading.numerals import Number
from prescreen.reading.quantity import AFTER, BEFORE, INSIDE, MODIFIERS, bend
from prescreen.values import Dose, Interval, Reason, Refusal

_UNITS: dict[str, tuple[Fraction, Literal["mg", "tablet"]]] = {
    "mg": (Fraction(1), "mg"),
    "g": (Fraction(1000), "mg"),
    "ug": (Fraction(1, 1000), "mg"),
    "tablet": (Fraction(1), "tablet"),
}
_MOST_TABLETS = 400

_WORDS = words(
    {
        **MODIFIERS,
        "unit": {
            "mg": "mg|mgs|毫克|milligram|milligrams|milligramme|milligrammes|mg.",
            "g": "g|克|gram|grams",
            "ug": "μg|ug|mcg|微克|microgram|micrograms",
            "tablet": "片|粒|颗|片药|粒药|颗药|tablet|tablets|tab|tabs|pill|pills|药片|小药片",
        },
        "half": "半|and a half",
        "halfunit": {"tablet": "半片|半粒|半颗|half a tablet|half a pill|half tablet|a half tablet"},
        "times": "次|times|回|顿|times a day|times daily|x a day|x daily|times per day",
        "often": {
            "1": "一天一次|每天一次|每日一次|日一次|一日一次|qd|once a day|once daily|od",
            "2": "一天两次|每天两次|每日两次|一日两次|一天二次|每日二次|一日二次|早晚各|早晚|bid|b.i.d.|"
            "twice a day|twice daily|bd",
            "3": "一天三次|每天三次|每日三次|一日三次|早中晚各|早中晚|一日三餐各|tid|t.i.d.|three times a day|"
            "three times daily|tds|3 times a day|3 times daily",
        },
        "each": "每次|一次|各|各吃|each time|each|at a time|every time",
        "part": {
            "morning": "早上|早晨|早|上午|早饭后|早餐后|in the morning|morning|mornings|early|am|a.m.",
            "noon": "中午|午饭后|午|at noon|noon|midday|at lunch|lunchtime|lunch",
            "afternoon": "下午|in the afternoon|afternoon",
            "evening": "晚上|晚|夜里|睡前|晚饭后|傍晚|in the evening|evening|at night|night|late|"
            "at bedtime|bedtime|pm|p.m.",
        },
        "x": "x|*|乘|乘以|的",
        "other": "kg|公斤|斤|岁|ml|毫升|支|袋|盒|瓶|box|boxes|bottle|bottles|天|days|drops|滴|岁了",
        "filler": "我|每天|一天|每日|一日|天天|现在|目前|吃|服|服用|口服|是|的量|我吃|我吃的是|在吃|每天吃|"
        "我每天|剂量|用|喝|吃的是|了|整|共|一共|总共|加起来|的药|药|今天|就|啊|嗯|现在吃|正在吃|都是|"
        "日|/天|/日|/d|/day|qd|"
        "a day|per day|daily|each day|every day|i|i'm|i am|take|taking|on|i take|it's|it is|"
        "in total|total|altogether|my dose is|the dose is|dose|exactly|just|a|of|currently|now|"
        "about my|today|i have|and|then|也|再",
    }
)
_SPOILS = re.compile(
    r"\d|[一二两三四五六七八九十半]+[片粒颗毫克次天]|以前|原来|之前|本来|开始|后来|减|加|停|隔|周|星期|礼拜|"
    r"必要|需要|有时|偶尔|疼|不|没|吗|\?|如果|要是|应该|忘|"
    r"\b(was|were|used|before|ago|last|week|weekly|needed|when|sometimes|other|alternate|"
    r"reduc|stop|start|not|n't|if|but|should|no|or|wrong|sorry|then|mon|until|from)"
)


def _span(number: Number, half: bool, modifiers: list[str], factor: Fraction) -> Interval | None:
    span = bend(number, modifiers, Fraction(0), number.hi)
    more = Fraction(half) / 2
    return Interval(span.lo + more, span.hi + more).times(factor) if span else None


def _one(said: Said) -> Dose | Refusal:
    if {"under", "over"} & {token.kind for token in said.tokens}:
        return Refusal(Reason.VAGUE)
    modifiers = [token.kind for token in said.tokens if token.kind in MODIFIERS]
    factor, unit = _UNITS[said.get("unit")]
    span = _span(said.numbers[0], bool(said.all("half")), modifiers, factor)
    return Dose(span, unit) if span else NO_ANSWER


def _no_unit(said: Said) -> Dose | Refusal:
    return Refusal(Reason.UNIT)


_GRAMMAR: Grammar[Dose] = Grammar(
    _WORDS,
    [
        (f"part? {BEFORE} n {INSIDE} unit half? {AFTER} about? part?", _one),
        ("n", _no_unit),
        ("n other", _no_unit),
    ],
)


def read_dose(text: str, most_mg: int | None = 2000) -> Dose | Refusal:
    """The milligrams or tablets a text can stand for; a bare number is refused as `unit`.

    Nothing, or more than `most_mg` milligrams, is refused as `impossible`.
    """
    dose = read_clauses(text, _GRAMMAR, _SPOILS)
    if isinstance(dose, Refusal):
        return dose
    most = most_mg if dose.unit == "mg" else _MOST_TABLETS
    if dose.amount.lo <= 0 or (most is not None and dose.amount.hi > most):
        return Refusal(Reason.IMPOSSIBLE)
    return dose
