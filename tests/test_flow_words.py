"""Every sentence of each flow that is there is short, and says the same in both languages."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from test_trials import IN_BOTH_LANGUAGES, TRIALS
from words.alike import quantities
from words.corpus import corpus, flow, setting
from words.readability import (
    CHARACTERS_A_CLAUSE,
    CHARACTERS_A_SENTENCE,
    WORDS_A_SENTENCE,
    chinese_sentences,
    clauses,
    length,
    sentences,
    spelled,
)

from flows import FLOWS
from prescreen.language.catalogs import fields
from prescreen.language.voices import Voice
from prescreen.page.speech import Speech
from prescreen.session.loading import domain_of

IN_BOTH = [*FLOWS, *(each for each in TRIALS if each.stem in IN_BOTH_LANGUAGES)]
EVERY_FLOW = pytest.mark.parametrize("path", IN_BOTH, ids=lambda path: str(path.stem))


@EVERY_FLOW
def test_numbers_and_units(path: Path) -> None:
    assert not [each.name for each in corpus(path) if quantities(each.en) != quantities(each.zh)]


@EVERY_FLOW
def test_placeholders(path: Path) -> None:
    assert not [each.name for each in corpus(path) if fields(each.en) != fields(each.zh)]


@EVERY_FLOW
def test_the_choices_of_a_question_read_differently(path: Path) -> None:
    for language, voice in product(setting(path).languages.values(), Voice):
        speech = Speech(language, voice, domain_of(flow(path)))
        for question in flow(path).questions:
            labels = [speech.text(each.label, question.id) for each in question.choices]
            assert len(labels) == len(set(labels)), question.id


@EVERY_FLOW
def test_english_sentences_have_twenty_words_at_most(path: Path) -> None:
    title = {each.value for each in flow(path).trial.facts}
    assert not [
        sentence
        for each in corpus(path)
        if each.en not in title
        for sentence in sentences(each.en_filled)
        if len(spelled(sentence).split()) > WORDS_A_SENTENCE
    ]


@EVERY_FLOW
def test_chinese_clauses_and_sentences_are_short(path: Path) -> None:
    said = [each.zh_filled for each in corpus(path)]
    assert not [e for text in said for e in clauses(text) if length(e) > CHARACTERS_A_CLAUSE]
    assert not [
        e for text in said for e in chinese_sentences(text) if length(e) > CHARACTERS_A_SENTENCE
    ]
