"""Urgent help: the program's own list, to which a flow may add."""

from __future__ import annotations

from collections.abc import Iterator

from prescreen.flow.trial import Text, Urgent
from prescreen.page.model import Block, Tone
from prescreen.page.speech import Speech
from prescreen.page.words import Sentence, Words

URGENT_NOW = (
    Words.URGENT_BREATH,
    Words.URGENT_CHEST,
    Words.URGENT_FIT,
    Words.URGENT_CONFUSION,
    Words.URGENT_ONE_SIDE,
    Words.URGENT_HEADACHE,
    Words.URGENT_BLEEDING,
)
TODAY = (
    Words.URGENT_FEVER,
    Words.URGENT_SIGHT,
    Words.URGENT_URINE,
    Words.URGENT_SWELLING,
    Words.URGENT_YELLOW,
)


def urgent_help(speech: Speech, added: Urgent) -> Iterator[Block]:
    """What needs help at once, and what a doctor must see today."""
    yield Block(speech(Words.HELP_FIRST))
    yield from _signs(speech, Words.URGENT_NOW, URGENT_NOW, added.now)
    yield Block(speech(Words.URGENT_DESPAIR), Tone.HEADING)
    yield Block(speech(Words.URGENT_NOT_ALONE), Tone.ITEM)
    yield Block(speech(Words.URGENT_LINE), Tone.ITEM)
    yield from _signs(speech, Words.URGENT_TODAY, TODAY, added.today)


def signs(speech: Speech, added: Urgent) -> Iterator[str]:
    """What a person can type of all this as it stands."""
    yield speech(Words.HELP)
    yield from (speech(each) for each in (*URGENT_NOW, *TODAY))
    yield from (speech.text(each, "urgent") for each in (*added.now, *added.today))


def _signs(
    speech: Speech, title: Sentence, own: tuple[Sentence, ...], added: tuple[Text, ...]
) -> Iterator[Block]:
    yield Block(speech(title), Tone.HEADING)
    yield from (Block(speech(sign), Tone.ITEM) for sign in own)
    yield from (Block(speech.text(sign, "urgent"), Tone.ITEM) for sign in added)
