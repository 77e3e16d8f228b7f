"""Every screen of every path: its script, the width of its characters, and what it must offer.

The page on which the language is chosen speaks both. The command that switches the language names
the other one in its own script. What the protocol says stands in its own words, in its own blocks.
No question gives its own limit away, and every sensitive one can be left for the staff.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from unicodedata import east_asian_width

import pytest
from words.alike import quantities
from words.corpus import Said
from words.readability import (
    CHARACTERS_A_CLAUSE,
    CHARACTERS_A_SENTENCE,
    WORDS_A_SENTENCE,
    chinese_sentences,
    clauses,
    length,
    sentences,
)

from prescreen.dialog.answer_ids import PRIVATE, RESULT
from prescreen.dialog.narrow_steps import base
from prescreen.flow.model import AgeRule, LimitRule, RatioRule, Rule, WindowRule
from prescreen.flow.rules import questions_of, rules_in
from prescreen.flow.states import LANGUAGE
from prescreen.language.voices import Voice
from prescreen.page.handover import GROUP
from prescreen.page.model import Page, Tile, Tone, Type
from prescreen.plain.spoken import spoken
from sentences.glossary import reviewed, unexplained
from sentences.screens import screens
from sentences.shown import Kind, Text, texts
from sentences.trial import corpus, flow, setting

_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9._-]*[A-Za-z0-9]|[A-Za-z]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_FIELD = re.compile(r"\\\{\w+\\\}")

_OTHER_UNITS = (
    *("cm", "m", "mm", "in", "ft", "g", "celsius", "fahrenheit", "mmhg", "days", "weeks", "months"),
    *("years", "hours", "minutes", "milliseconds", "upper_limits"),
)
OTHER_QUANTITIES = {
    *(f"unit_{each}" for each in _OTHER_UNITS),
    *("refused_unit", "refused_impossible", "refused_number", "amount", "either"),
    *("bmi", "in_times", "from_to", "feet_inches", "weeks_days", "weeks_one_day"),
    *("days_old", "one_day_old", "weeks_old", "months_old", "one_month_old"),
}
"""Said of numbers, and of children, that this trial does not ask for."""
NEVER_SHOWN = {
    "plain_ended": "said when the input ends, after the last page",
    "idle_ended": "said when nobody answers, after the last page",
    "no_chinese": "said in English alone, on a terminal that can't show Chinese",
    "ask_parent": "said to a child, and no child can take part here",
    "one_year_old": "said of who types that they are one, and nobody here is",
    "ask_staff": "said by the kiosk, where no visitor's process stays alive",
    "nct06971913/I5": "consent is always open and never listed as a point",
}


Shown = tuple[tuple[Page, frozenset[Text]], ...]
Voices = tuple[Voice, ...]


@pytest.fixture(
    scope="module",
    params=[(Voice.PATIENT,), pytest.param((*Voice,), marks=pytest.mark.prove)],
    ids=["to patients", "to everybody"],
)
def voices(request: pytest.FixtureRequest) -> Voices:
    """Who is spoken to: in the proofs those who answer for somebody too."""
    assert isinstance(request.param, tuple)
    return request.param


@cache
def _shown(voices: Voices) -> Shown:
    """Every screen's page with all that it says."""
    return tuple((each.page, frozenset(texts(each.page))) for each in screens(*voices))


@cache
def _said(voices: Voices, language: str) -> frozenset[Text]:
    """What is on the screens of one language, the page of both aside."""
    shown = _shown(voices)
    return frozenset[Text]().union(
        *(said for page, said in shown if page.name != LANGUAGE and page.language == language)
    )


def _all_reviewed(found: set[str], words: set[str], voices: Voices) -> bool:
    """Whether each was reviewed; and each that was reviewed is there, where all are spoken to."""
    return found == words if voices == (*Voice,) else found <= words


@pytest.mark.prove
def test_the_walk_meets_every_sentence() -> None:
    every = "\n".join({text.text for _, said in _shown((*Voice,)) for text in said})
    for language in ("en", "zh_CN"):
        missing = {each.context for each in corpus() if not _met(each, language, every)}
        assert missing - OTHER_QUANTITIES == set(NEVER_SHOWN)


def _met(said: Said, language: str, every: str) -> bool:
    sentence = said.en if language == "en" else said.zh
    return bool(re.search(_FIELD.sub("[^\n]+?", re.escape(sentence)), every))


def test_no_character_of_ambiguous_width(voices: Voices) -> None:
    shown = {text for _, said in _shown(voices) for text in said if text.kind != Kind.QUOTE}
    for text in {*(each.text for each in shown), *(each.zh for each in corpus())}:
        assert not {each for each in text if east_asian_width(each) == "A"}, text


def test_chinese_screens_have_no_latin_words_that_are_not_reviewed(voices: Voices) -> None:
    found = {
        word
        for text in _said(voices, "zh_CN")
        if text.kind is Kind.TEXT
        for word in _LATIN.findall(text.text)
    }
    hard = unexplained(found - _copied(), "zh_CN")
    assert _all_reviewed(hard, unexplained(reviewed("latin"), "zh_CN"), voices)


def _copied() -> set[str]:
    """What a coordinator copies: the ids of the criteria, and the digits of the version."""
    version = setting().script.version
    groups = (version[at : at + GROUP] for at in range(0, len(version), GROUP))
    return {*(each.id for each in flow().criteria), *_LATIN.findall(" ".join(groups))}


def test_chinese_screens_name_no_key_or_command_that_is_not_reviewed(voices: Voices) -> None:
    found = {text.text for text in _said(voices, "zh_CN") if text.kind is Kind.COMMAND}
    assert _all_reviewed(found, {*reviewed("latin", "commands")}, voices)


def test_english_screens_have_no_chinese(voices: Voices) -> None:
    shown = {text.text for text in _said(voices, "en") if text.kind is not Kind.SWITCH}
    assert not {text for text in shown if _HAN.search(text)}


def test_the_switch_names_the_other_language_in_its_own_script(voices: Voices) -> None:
    assert {text.text for text in _said(voices, "en") if text.kind is Kind.SWITCH} == {"中文"}
    assert {text.text for text in _said(voices, "zh_CN") if text.kind is Kind.SWITCH} == {"English"}


def test_quotes_are_the_protocol_to_the_letter(voices: Voices) -> None:
    quoted = {
        text.text
        for text in _said(voices, "zh_CN") | _said(voices, "en")
        if text.kind is Kind.QUOTE
    }
    assert quoted == set(flow().protocol.values())


def test_sentences_stay_short_on_screen(voices: Voices) -> None:
    """With the answers and days that a person sees in them; a number in figures is one word."""
    for text in _said(voices, "en"):
        if text.kind is Kind.TEXT and text.text not in reviewed("quoted"):
            long = [each for each in sentences(text.text) if len(each.split()) > WORDS_A_SENTENCE]
            assert not long, text
    for text in _said(voices, "zh_CN"):
        if text.kind is Kind.TEXT:
            assert all(length(each) <= CHARACTERS_A_CLAUSE for each in clauses(text.text)), text
            long = [
                each
                for each in chinese_sentences(text.text)
                if length(each) > CHARACTERS_A_SENTENCE
            ]
            assert not long, text


def test_what_is_spoken_is_what_is_shown(voices: Voices) -> None:
    """Plain lines add numbers, colons, slashes and /result to what is shown, and no words."""
    for page, said in _shown(voices):
        shown = "\n".join({RESULT, *(text.text for text in said)})
        for line in spoken(page, None):
            assert all(word in shown for word in _LATIN.findall(line)), line


# ---- what a question must not say, and has to offer ---------------------------------------------

BY_SPECIFICATION = {"adult": "it asks for 18 or older, so that no health question reaches a minor"}


@cache
def _bounds() -> Mapping[str, frozenset[str]]:
    """The limits that the answers to each question are held against, as `quantities` says them."""
    found: dict[str, set[str]] = defaultdict(set)
    for criterion in flow().criteria:
        for name in questions_of(criterion.rule):
            for rule in rules_in(criterion.rule):
                found[name].update(_limits(rule))
    return {name: frozenset(limits) for name, limits in found.items()}


def _limits(rule: Rule) -> Iterator[str]:
    match rule:
        case AgeRule():
            yield from (str(rule.least), str(rule.most))
        case LimitRule():
            for kilograms in filter(None, (rule.at_least, rule.at_most)):
                yield from (f"{kilograms} kg", str(kilograms), str(2 * kilograms))
        case WindowRule():
            months = (rule.months or 0) + 12 * (rule.years or 0)
            yield f"{months} month"
            if months % 12 == 0:
                yield str(months // 12)
        case RatioRule():
            yield from (f"{rule.below} mg", f"{rule.below}.0 mg", str(rule.below))
        case _:
            pass


@cache
def _quantities(text: str) -> frozenset[str]:
    return frozenset(quantities(text))


def _shown_with_question(page: Page) -> Iterator[str]:
    """What stands on a question's own screen, what the person said aside."""
    yield from (page.heading, page.refused)
    yield from (each.text for each in page.blocks if each.tone in (Tone.HELPER, Tone.NOTE))
    if isinstance(page.control, Type):
        yield page.control.example


def test_no_question_says_its_own_limit() -> None:
    domain = corpus()[0].context.partition("/")[0]
    for said in corpus():
        _, _, question = said.context.removesuffix("/caregiver").partition(f"{domain}/")
        limits = _bounds().get(question, frozenset())
        if question not in BY_SPECIFICATION:
            assert not limits & {*quantities(said.en), *quantities(said.zh)}, said.name


def test_no_screen_of_a_question_says_its_limit(voices: Voices) -> None:
    for screen in screens(*voices):
        question = base(screen.page.name)
        limits = _bounds().get(question, frozenset())
        answered = any(tile.chosen for tile in _tiles(screen.page))
        if question in BY_SPECIFICATION or screen.page.name != question or answered:
            continue
        for text in _shown_with_question(screen.page):
            assert not limits & _quantities(text), (screen.name, text)


def test_the_limits_that_are_kept_back() -> None:
    assert _bounds()["age"] == {"18", "65"}
    assert _bounds()["weight"] >= {"45 kg", "80 kg", "160", "1 mg"}
    assert _bounds()["ivig_when"] == {"6 month"}
    assert _bounds()["other_trial"] == {"3 month"}
    assert _bounds()["cancer_when"] == {"60 month", "5"}


def test_private_stands_on_every_sensitive_question_and_on_no_other(voices: Voices) -> None:
    sensitive = {each.id for each in flow().questions if each.sensitive}
    questions = {each.id for each in flow().questions}
    for screen in screens(*voices):
        name = base(screen.page.name)
        if name in questions and not screen.page.offer:
            offered = {tile.id for tile in _tiles(screen.page)}
            assert (PRIVATE in offered) == (name in sensitive), screen.name


def _tiles(page: Page) -> tuple[Tile, ...]:
    return page.control.tiles if page.control else ()
