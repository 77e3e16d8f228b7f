"""How eligibility texts are written in each language, as far as `check` and `draft` read them.

All but `begins` are read in capitals too. Units are no words of a language: `values/units.py`
spells them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

Comparison = Literal["above", "at_least", "below", "at_most"]
NOWHERE = r"(?!)"
"""The pattern for what a language has no words for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryWords:
    """One language, in patterns.

    The text: `numbering` begins an item of a list with no space after it, and `begins` a sentence.
    `heading` names its side in its one group, and `exclusion` is such a name. `marks` may stand
    between two clauses. `consent` is a form and `signed` what is done with it.

    Limits: `before` and `after` a number say on which side of it to be, `lately` is at most the
    time after it, and an `article` may stand between. What is `compared` is not `negated`, though
    it holds a "no"; `permitted` turns a limit. `age` speaks of one, of which `or_older` makes the
    least and `up_to` the most.

    Numbers: `counts` is one in a word, `before_time` one of the `time` after it, and `values` what
    the readers of numbers do not know of them. `to` and `also` join two, `between` is before both.
    A number `in_name` or `with_name` beside it is part of a name, one in a `date` part of that.
    `a_day` makes a daily dose of an amount. `units` are those with words of the language, each with
    its code and how many of that it is, `unknown_units` go with any rule, and `no_units` are
    spellings that are other words more often.
    """

    numbering: str = NOWHERE
    begins: str
    heading: str
    exclusion: str
    marks: str
    consent: str
    signed: str

    before: Mapping[Comparison, str]
    after: Mapping[Comparison, str]
    lately: str = NOWHERE
    article: str = NOWHERE
    compared: str = NOWHERE
    negated: str
    permitted: str
    age: str
    or_older: str
    up_to: str = NOWHERE

    counts: str = NOWHERE
    before_time: str
    time: str
    values: Mapping[str, Fraction]
    to: str
    also: str
    between: str = NOWHERE
    in_name: str
    with_name: str = NOWHERE
    date: str = NOWHERE
    a_day: str
    units: tuple[tuple[str, str, int], ...] = ()
    unknown_units: str = NOWHERE
    no_units: frozenset[str] = field(default_factory=frozenset)


_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SPELLED = rf"(?:{_TENS})(?:[\s-]+(?:{_ONES}))?|{_TEENS}|{_ONES}|(?:(?:a|one)\s+)?hundred"
_LATELY = "last|past|previous|prior"
_PART = rf"couple\s+of|dozen|half(?:\s+an?)?|an?|{_LATELY}"
_LIMITS = r"upper\s+(?:limits?\s+of\s+(?:the\s+)?normal|normal\s+limits?|limits?)"
_EQUAL = r"(?:\s*(?:or|,)?\s*equals?(?:\s+to)?)"
_MORE = r"(?:(?:great|high|old|long|larg)er\s+than|more\s+than|above|over|exceed(?:s|ed|ing)?)"
_LESS = r"(?:(?:low|young|short|small)er\s+than|(?:less|fewer)\s+than|below|under)"
_NO = r"(?:no|not|n't)\s+"
_AND = r"(?:of\s+age\s+|old\s+)?(?:or|and)\s+"
_ALONE = r"(?!\w*(?:\s+than)?\s+\d)"
"""In "over 18 and under 65", the second word is said of the second number."""
REGISTRY_WORDS: Mapping[str, RegistryWords] = {
    "zh_CN": RegistryWords(
        numbering=r"[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[)）]?、|[)）]|[．.](?!\d))"
        "|[①-⑳]",
        begins="(?!倍|个|年(?!龄)|周(?!岁)|天(?!冬)|小时|公[斤分升]|毫[克升米]|微[克摩]|千克)"
        "[\u4e00-\u9fff]",
        heading=r"\W*(?:主要)?(入选|纳入|入组|入排|排除)(?:标准|条件|准则)?\W*",
        exclusion="排除",
        marks="。，；：、（）",
        consent="知情同意",
        signed="签",
        before={
            "at_least": "不[低小少短]于|至少|大于或?等于",
            "at_most": "不超过|不[大高多长]于|[至最]多|小于或?等于|近|过去",
            "above": "[大高多长]于|超过",
            "below": "[小低少短]于|不足",
        },
        after={"at_least": "[及或和]?以上", "at_most": "[及或和]?以下|[以之]?内(?![科镜分])"},
        negated="[无未]|没有|不能|除外|除非",
        permitted="允许|可以|除外",
        age="年龄|周?岁",
        or_older="周?岁?[及或]?以上",
        before_time="(?<!第)(?:半|[一二两三四五六七八九十]{1,3})",
        time="个?(?:小时|星期|礼拜)|个月|年(?!龄)|周?岁|周(?!围)|天|日",
        values={"半": Fraction(1, 2)},
        to="[至到]",
        also="[和或、]",
        in_name="第",
        with_name="型",
        date=r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?",
        a_day=r"\s*/\s*[天日]|每[天日]",
        units=(("周?岁", "a", 1),),
        no_units=frozenset((*"个次回处颗分", "单位", "个单位", "个点", "百分之")),
    ),
    "en": RegistryWords(
        begins=r"(?![KM]g\b|M[lm]\b)[A-Z][a-z]",
        heading=r"\W*(?:\w+ )?(non-?inclusion|inclusion|exclusion)\b(?: criteri\w+)?[^,;]{0,60}:?",
        exclusion="exclusion|non-?inclusion",
        marks=".,;:()",
        consent=r"\b(?:consent|ICF)\b",
        signed=r"\b(?:sign\w*|written|provide\w*|giv\w+)\b",
        before={
            "at_least": rf"{_MORE}{_EQUAL}|equal\s+to\s+or\s+{_MORE}|{_NO}{_LESS}|at\s+least"
            r"|(?:a\s+)?minimum\s+(?:of\s+)?",
            "at_most": rf"{_LESS}{_EQUAL}|equal\s+to\s+or\s+{_LESS}|{_NO}{_MORE}|at\s+most|up\s+to"
            r"|(?:a\s+)?maximum\s+(?:of\s+)?|within(?:\s+the)?"
            rf"|\b(?:{_LATELY}|preceding)",
            "above": rf"\b{_MORE}",
            "below": rf"\b{_LESS}",
        },
        after={
            "at_least": rf"{_AND}(?:more|great|old|abov|over|high|long){_ALONE}",
            "at_most": rf"{_AND}(?:less|fewer|young|below|under|low|short){_ALONE}",
        },
        lately=rf"(?:{_LATELY})\b",
        article="a|an|the",
        compared=rf"\b(?:no|not)\s+(?:{_MORE}|{_LESS})",
        negated=r"\b(?:no|not|never|without|neither|nor|free|absence|cannot|unable|inability|except"
        r"|unless)\b|n't\b",
        permitted=r"\b(?:allow(?:s|ed|able)?|permit(?:s|ted)?|acceptable)\b",
        age=r"(?<!-)\bage[ds]?\b|\byears? old\b|\byears? of age\b"
        r"|\b\d+\s*(?:[-–—]|to)\s*\d+\s*years?\b"
        r"|\b\d+\s*years?\s+(?:or|and)\s+(?:older|over|above)",
        or_older=r"\W*(?:years )?(?:or|and) (?:older|over|above)",
        up_to="at most|under|below|up to|maximum",
        counts=rf"\b(?:{_SPELLED})",
        before_time=rf"\b(?:{_SPELLED}|{_PART})[\s-]+(?:calendar\s+)?|\b(?=fortnight\b)",
        time=r"(?:days?|weeks?|months?|years?|fortnights?)\b",
        values={"half": Fraction(1, 2), "couple": Fraction(2), "dozen": Fraction(12)},
        to="to",
        also="and|or",
        between="between",
        in_name=r"\b(?:day|week|visit|cycle|type|phase|covid|sars|cov|h|il|cd|part|version|cohort"
        r"|ver)[\s-]*",
        a_day=r"(?:\s*/\s*|\s+(?:per|a|each|every)\s+)(?:d|day|24 ?h)\b|\s+daily\b",
        units=(
            ("fortnights?", "wk", 2),
            (rf"(?:[x×]|times|-?fold)?\s*(?:the\s+|of\s+)*(?:uln\b|n\b|{_LIMITS})", "{ULN}", 1),
        ),
        unknown_units=r"SDs?\b|standard\s+deviations?\b",
        no_units=frozenset(("in", "in.", "x", "time", "for", "c", "f", "st", "units")),
    ),
}
"""The languages of registries, which need not be those of the conversation."""


def read_as(pattern: Callable[[RegistryWords], str]) -> re.Pattern[str]:
    """What finds the words of any language."""
    return re.compile(either(pattern), re.IGNORECASE)


def either(pattern: Callable[[RegistryWords], str]) -> str:
    """A pattern of all languages together, as texts mix them."""
    return "|".join(f"(?:{pattern(each)})" for each in REGISTRY_WORDS.values())
