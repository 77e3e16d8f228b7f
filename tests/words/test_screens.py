"""Every screen of every path: its script, the width of its characters, and what it must offer.

The page on which the language is chosen speaks both. The command that switches the language names
the other one in its own script. What the protocol says stands in its own words, in its own blocks.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import east_asian_width

from prescreen.page.spoken import spoken
from prescreen.states import LANGUAGE
from words.corpus import Said, corpus, flow
from words.glossary import reviewed
from words.readability import (
    CHARACTERS_A_CLAUSE,
    CHARACTERS_A_SENTENCE,
    WORDS_A_SENTENCE,
    chinese_sentences,
    clauses,
    length,
    sentences,
)
from words.screens import screens
from words.shown import Kind, Text, texts

_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.-]*[A-Za-z0-9]|[A-Za-z]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_FIELD = re.compile(r"\\\{\w+\\\}")

NEVER_SHOWN = {
    "plain_ended": "said when the input ends, after the last page",
    "idle_ended": "said when nobody answers, after the last page",
    "no_chinese": "said in English alone, on a terminal that can't show Chinese",
    "ask_staff": "said by the kiosk, where no visitor's process stays alive",
    "nct06971913/I5": "consent is always open and never listed as a point",
}


@cache
def _said(language: str) -> frozenset[Text]:
    """What is on the screens of one language, the page of both aside."""
    shown = (each.page for each in screens() if each.page.name != LANGUAGE)
    return frozenset(text for page in shown if page.language == language for text in texts(page))


def test_the_walk_meets_every_sentence() -> None:
    for language in ("en", "zh_CN"):
        every = "\n".join({text.text for each in screens() for text in texts(each.page)})
        missing = {each.context for each in corpus() if not _met(each, language, every)}
        assert missing == set(NEVER_SHOWN)


def _met(said: Said, language: str, every: str) -> bool:
    sentence = said.en if language == "en" else said.zh
    return bool(re.search(_FIELD.sub("[^\n]+?", re.escape(sentence)), every))


def test_no_character_of_ambiguous_width() -> None:
    shown = {text for each in screens() for text in texts(each.page) if text.kind != Kind.QUOTE}
    for text in {*(each.text for each in shown), *(each.zh for each in corpus())}:
        assert not {each for each in text if east_asian_width(each) == "A"}, text


def test_chinese_screens_have_no_latin_words_that_are_not_reviewed() -> None:
    found = {
        word
        for text in _said("zh_CN")
        if text.kind is Kind.TEXT
        for word in _LATIN.findall(text.text)
    }
    assert found == set(reviewed("latin"))


def test_chinese_screens_name_no_key_or_command_that_is_not_reviewed() -> None:
    found = {text.text for text in _said("zh_CN") if text.kind is Kind.COMMAND}
    assert found == set(reviewed("latin", "commands"))


def test_english_screens_have_no_chinese() -> None:
    shown = {text.text for text in _said("en") if text.kind is not Kind.SWITCH}
    assert not {text for text in shown if _HAN.search(text)}


def test_the_switch_names_the_other_language_in_its_own_script() -> None:
    assert {text.text for text in _said("en") if text.kind is Kind.SWITCH} == {"中文"}
    assert {text.text for text in _said("zh_CN") if text.kind is Kind.SWITCH} == {"English"}


def test_quotes_are_the_protocol_to_the_letter() -> None:
    quoted = {text.text for text in _said("zh_CN") | _said("en") if text.kind is Kind.QUOTE}
    assert quoted == set(flow().protocol.values())


def test_sentences_stay_short_on_screen() -> None:
    """With the answers and days that a person sees in them; a number in figures is one word."""
    for text in _said("en"):
        if text.kind is Kind.TEXT and text.text not in reviewed("quoted"):
            long = [each for each in sentences(text.text) if len(each.split()) > WORDS_A_SENTENCE]
            assert not long, text
    for text in _said("zh_CN"):
        if text.kind is Kind.TEXT:
            assert all(length(each) <= CHARACTERS_A_CLAUSE for each in clauses(text.text)), text
            long = [
                each
                for each in chinese_sentences(text.text)
                if length(each) > CHARACTERS_A_SENTENCE
            ]
            assert not long, text


def test_what_is_spoken_is_what_is_shown() -> None:
    """Plain lines add numbers, colons and slashes to what the page says, and no words."""
    for screen in screens():
        shown = "\n".join({text.text for text in texts(screen.page)})
        for line in spoken(screen.page, None):
            assert all(word in shown for word in _LATIN.findall(line)), line
