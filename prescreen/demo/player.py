"""What can be done to the player, whoever has the word."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from prescreen.demo.words import DemoWords
from prescreen.page.model import Command
from prescreen.page.speech import Speech
from prescreen.page.words import Sentence

PLAY, NEXT, SLOWER, FASTER = "play", "step", "slower", "faster"
TAKE_OVER, AGAIN, OTHERS, TURN = "take_over", "again", "others", "turn"
"""The ids of the player's commands; `turn` shows the other side where one has to do."""
PLAYER = (PLAY, NEXT, SLOWER, FASTER, TAKE_OVER, AGAIN, OTHERS, TURN)

_KEYS = {
    PLAY: "p",
    NEXT: "n",
    SLOWER: "s",
    FASTER: "f",
    TAKE_OVER: "t",
    AGAIN: "r",
    OTHERS: "l",
    TURN: "e",
}


class Mode(StrEnum):
    """Who has the word."""

    CHOOSING = "choosing"
    PLAYING = "playing"
    PAUSED = "paused"
    BY_HAND = "by_hand"
    ALONE = "alone"


ANSWERED_BY_PERSON = (Mode.BY_HAND, Mode.ALONE)


def player_commands(mode: Mode, speech: Speech, *, at_end: bool = False) -> Iterator[Command]:
    """The player's commands; none is a key with which text is typed."""
    for name, sentence in _offered(mode, at_end=at_end):
        key = _KEYS[name]
        yield Command(name, f"ctrl+{key}", f"^{key.upper()}", name, speech(sentence))


def _offered(mode: Mode, *, at_end: bool) -> Iterator[tuple[str, Sentence]]:
    if mode is Mode.CHOOSING:
        return
    if not at_end and mode is Mode.PLAYING:
        yield PLAY, DemoWords.PAUSE
    elif not at_end and mode is not Mode.ALONE:
        yield PLAY, DemoWords.HAND_BACK if mode is Mode.BY_HAND else DemoWords.PLAY
    if not at_end and mode in (Mode.PLAYING, Mode.PAUSED):
        yield NEXT, DemoWords.STEP
        yield SLOWER, DemoWords.SLOWER
        yield FASTER, DemoWords.FASTER
    if mode in (Mode.PLAYING, Mode.PAUSED):
        yield TAKE_OVER, DemoWords.TAKE_OVER
    yield AGAIN, DemoWords.AGAIN
    yield OTHERS, DemoWords.OTHERS
    yield TURN, DemoWords.SHOW_FINDINGS
