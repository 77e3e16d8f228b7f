"""The first pages; they need nothing of the conversation, so they can be shown at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from prescreen.flow.states import LANGUAGE, STUDY
from prescreen.language.voices import Voice
from prescreen.page.model import Page, Pick, Tile
from prescreen.page.parts import (
    Surroundings,
    commands,
    label,
    mark,
    no_chinese,
    numbered,
    plain_words,
    speeches,
    tile,
    time_told,
    title,
)
from prescreen.page.speech import Speech
from prescreen.page.words import Words


def opening_page(
    state: str, speech: Speech, around: Surroundings, short: str | None, *, alone: bool = True
) -> Page:
    """The page that asks for the language, the study, or who answers; `alone` where adults may."""
    if state == LANGUAGE:
        heading = "  ".join(each(Words.CHOOSE_LANGUAGE) for each in speeches(speech, around))
        tiles = _languages(speech, around)
    elif state == STUDY:
        heading, tiles = speech(Words.CHOOSE_STUDY), _studies(speech, around)
    else:
        heading, tiles = speech(Words.WHO_ANSWERS), _voices(speech, alone=alone)
    return Page(
        name=state,
        language=speech.language.code,
        title=title(speech, short),
        progress="",
        turns=(),
        heading=heading,
        blocks=tuple(no_chinese(around)),
        control=Pick(numbered(tiles)),
        refused="",
        heard=time_told(state, speech, around),
        commands=tuple(commands(state, speech, around)),
        panel=None,
        lines=plain_words(state, speech, around),
        more=label(state, speech, around, Words.MORE),
        less=label(state, speech, around, Words.CLOSE),
        display=around.display,
        mark=mark(state, speech, around),
    )


def _languages(speech: Speech, around: Surroundings) -> Iterator[Tile]:
    for each in speeches(speech, around):
        yield tile(each.language.code, each(Words.LANGUAGE_NAME))


def _studies(speech: Speech, around: Surroundings) -> Iterator[Tile]:
    for each in around.studies:
        own = replace(speech, language=each.languages[speech.language.code], domain=each.domain)
        short = own.words(each.trial.short, "trial")
        yield Tile(each.trial.id, short, help=own.words(each.trial.summary, "trial"))


def _voices(speech: Speech, *, alone: bool) -> Iterator[Tile]:
    if alone:
        yield tile(Voice.PATIENT, speech(Words.I_AM_PATIENT))
    yield tile(Voice.CAREGIVER, speech(Words.I_AM_CAREGIVER))
