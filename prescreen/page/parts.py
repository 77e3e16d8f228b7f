"""What pages have in common: tiles, labels, commands, and what only plain lines say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from prescreen.i18n import Language
from prescreen.page.model import Command, PlainWords, Tile
from prescreen.page.speech import Speech
from prescreen.page.words import Sentence, Words
from prescreen.sealed import Silent
from prescreen.states import LANGUAGE, LEFT

if TYPE_CHECKING:
    from prescreen.site import Site
    from prescreen.values import Reason

HELP, WHY, ABOUT, LEAVE, RESTART = "help", "why", "about", "leave", "restart"
SWITCH, BACK, KEEP, ANSWERS = "language", "back", "keep", "answers"
"""The ids of commands, some of them tiles too."""
AGREE, RATHER_STAFF = "agree", "staff"
SHOW_PRIVATE, FINISH = "private", "finish"
CLOSE, STAY, LEAVE_NOW, RESTART_NOW = "close", "stay", "leave_now", "restart_now"
"""The ids of tiles."""


@dataclass(frozen=True, slots=True, repr=False)
class Surroundings(Silent):
    """What a page depends on besides the conversation and its speech.

    `refused` is the reason why the last text, `tried`, was not taken, and `misses` how many were
    not taken in a row; `heard` the step answered just before; `revealed` says that the person
    asked to see the private part.
    """

    languages: Mapping[str, Language]
    site: Site | None = None
    panel: str = ""
    refused: Reason | None = None
    tried: str = ""
    misses: int = 0
    heard: str = ""
    revealed: bool = False


def tile(name: str, label: str, *, chosen: bool = False, aside: bool = False) -> Tile:
    """A tile without a number."""
    return Tile(name, label, chosen=chosen, aside=aside)


def numbered(tiles: Iterable[Tile]) -> tuple[Tile, ...]:
    """The tiles with their numbers, from 1."""
    return tuple(replace(each, number=number) for number, each in enumerate(tiles, start=1))


def speeches(speech: Speech, around: Surroundings) -> Iterator[Speech]:
    """This speech in every language, as before one is chosen."""
    for language in around.languages.values():
        yield replace(speech, language=language)


def label(state: str, speech: Speech, around: Surroundings, sentence: Sentence) -> str:
    """A label, in every language while none is chosen."""
    if state != LANGUAGE:
        return speech(sentence)
    return " ".join(each(sentence) for each in speeches(speech, around))


def title(speech: Speech, short: str) -> str:
    """The line on top of every page, from the trial's short name."""
    return speech(Words.TITLE, study=speech.words(short, "trial"))


def plain_words(state: str, speech: Speech, around: Surroundings) -> PlainWords:
    """What only plain lines say on this page."""

    def said(sentence: Sentence) -> str:
        return label(state, speech, around, sentence)

    return PlainWords(
        prompt=said(Words.PLAIN_PROMPT),
        or_say=said(Words.PLAIN_OR_SAY),
        several=said(Words.PLAIN_SEVERAL),
        commands=said(Words.PLAIN_COMMANDS),
        no_command=said(Words.PLAIN_NO_COMMAND),
        repeat=said(Words.PLAIN_REPEAT),
        colon=speech(Words.FACT, label="", value=""),
    )


def commands(
    state: str,
    speech: Speech,
    around: Surroundings,
    *,
    why: Sentence | None = None,
    asking: bool = False,
    answered: bool = False,
) -> Iterator[Command]:
    """What can be done on a page whatever is typed; `why` labels the key that gives reasons."""
    if state == LEFT:
        return
    yield Command(HELP, "f1", "F1", "help", label(state, speech, around, Words.CMD_HELP))
    others = [each for each in speeches(speech, around) if each != speech]
    if others and state != LANGUAGE:
        yield Command(SWITCH, "f2", "F2", "language", others[0](Words.LANGUAGE_NAME))
    if why:
        yield Command(WHY, "f3", "F3", "why", speech(why))
    if state != LANGUAGE:
        yield Command(ABOUT, "f4", "F4", "about", speech(Words.CMD_ABOUT))
        yield Command(BACK, "f5", "F5", "back", speech(Words.CMD_BACK))
    if answered:
        yield Command(KEEP, "f6", "F6", "keep", speech(Words.CMD_KEEP))
    if asking:
        yield Command(ANSWERS, "f7", "F7", "change", speech(Words.CMD_ANSWERS))
    yield Command(LEAVE, "f10", "F10", "leave", label(state, speech, around, Words.CMD_LEAVE))
