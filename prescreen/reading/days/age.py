"""Ages in full years, and the birth dates that stand for them."""

from __future__ import annotations

import re
from datetime import date

from prescreen.reading.clauses.answer import read_clauses
from prescreen.reading.clauses.grammar import NO_ANSWER, Grammar, Said
from prescreen.reading.clauses.lexicon import words
from prescreen.reading.clauses.rests import Care, asks
from prescreen.reading.clauses.story_parts import parts
from prescreen.reading.clauses.text import normalise
from prescreen.reading.days.age_forms import GRAMMAR, ROWS, SPOKEN_STYLES, WORDS, fold, in_years
from prescreen.reading.days.birthday import BESIDE_BIRTHDAY, COMING_WORDS, age_within
from prescreen.reading.days.numeric_dates import NUMERIC
from prescreen.values import Age, Offer, Refusal

_CARE = Care(
    pardoned=("negation", "a near time", "another thing", "a look or a norm"),
    beside=BESIDE_BIRTHDAY,
)


def _to_come(said: Said) -> Age | Refusal:
    """Turning 44 in January: 43."""
    age = said.numbers[0]
    if not age.whole or age.style not in SPOKEN_STYLES:
        return NO_ANSWER
    return in_years((int(age.lo) - 1, int(age.lo) - 1))


def _next_year(said: Said) -> Age | Refusal:
    """明年六十: the birthday of this year may have been or not."""
    age = said.numbers[0]
    if not age.whole or age.style not in SPOKEN_STYLES:
        return NO_ANSWER
    return in_years((int(age.lo) - 2, int(age.lo) - 1))


_COMING: Grammar[Age] = Grammar(
    lambda: WORDS() | words(COMING_WORDS),
    [
        *ROWS,
        ("come full? n sui? ahead?", _to_come),
        ("be? n sui? ahead", _to_come),
        ("ahead nearly? come? full? n sui?", _to_come),
        ("nearly n sui? ahead", _to_come),
        ("aheadyear come? full? n sui?", _next_year),
        ("come? n sui? aheadyear", _next_year),
    ],
    ("figures", NUMERIC),
    fold=fold,
)
"""With an age to come; what is only read so is offered."""


def read_age(text: str, today: date) -> Age | Offer[Age] | Refusal:
    """An age of 1 to 120 full years; `born` is set where a birth date, month or year is named."""
    if normalise(text) is None or _NO_AGE.search(text):
        return NO_ANSWER
    text = _SEXED.sub(lambda said: " ".join(filter(None, said.groups())), text)
    found = read_clauses(text := _HAVING.sub(r"\1\2", text), GRAMMAR, today, _CARE)
    if found != NO_ANSWER:
        return found
    if said := age_within(text):
        aged = GRAMMAR.read(said, today)
        return aged if isinstance(aged, Refusal) else Offer(aged)
    if (told := _by_birthday(text)) and isinstance(
        found := read_clauses(told, GRAMMAR, today, _CARE), Age | Offer
    ):
        return found if isinstance(found, Offer) else Offer(found)
    coming = read_clauses(text, _COMING, today, _CARE)
    if isinstance(coming, Age):
        return Offer(coming)
    return _agreed(text, today) if coming == NO_ANSWER else coming


def _by_birthday(text: str) -> str:
    """A text with the number alone in the place of a birthday that has been; empty without one."""
    said = [part.text for part in parts(text)]
    ages = [age_within(each) for each in said]
    if len(said) < 2 or not any(ages):
        return ""
    return "，".join(age or each for age, each in zip(ages, said, strict=True))


_NO_AGE = re.compile(
    r"\d ?[fc]\W{0,3}(?:fever|temp)|\b(?:years?|yrs?) (?:with|since|living|into|fighting|"
    r"dealing)\b|从.{1,6}(?:吃|用|打|病|得|治|住)到(?!现在|今|如今)|"
    r"岁(?:那年|时候?|就|才|的)*(?:检?查出来?|确诊|诊断|得|患|发|起|犯)的(?:这个?)?病(?!.*(?:今年|(?<!到)现在))",
    re.IGNORECASE,
)
"""A heat, how long one was ill, or since what age."""
_SEXED = re.compile(
    r"(?<![\w.])(?:([2-9]\d|1[89])([Ff])|([Ff])([2-9]\d|1[89])|([2-9]\d)(M)|(M)([2-9]\d))(?!\w|"
    r"\.\d| people)"
)
_HAVING = re.compile(r"([二三四五六七八九]十)有([一二三四五六七八九])")
"""六十有三."""


def _agreed(text: str, today: date) -> Offer[Age] | Refusal:
    """73年的，53了: several ways to say one age, one of them exact."""
    said = [part.text for part in parts(_CARE.without(text))]
    ages = [_COMING.read(each, today) for each in said]
    if asks(text) or len({*said}) < 2 or any(isinstance(age, Refusal) for age in ages):
        return NO_ANSWER
    told = [age for age in ages if isinstance(age, Age)]
    exact = {(age.least, age.most) for age in told if age.least == age.most}
    if len(exact) != 1:
        return NO_ANSWER
    [(years, _)] = exact
    if not all(age.least <= years <= age.most for age in told):
        return NO_ANSWER
    return Offer(
        next((age for age in told if age.born and age.least == age.most), Age(years, years))
    )
