"""What pages have in common: tiles, labels, commands, and what only plain lines say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, TypedDict

from prescreen.flow.states import LANGUAGE, LEFT, OPENING_OF_SEVERAL, STUDY, VOICE
from prescreen.language.catalogs import SOURCE_LANGUAGE, Language
from prescreen.language.voices import Voice
from prescreen.page.model import USUAL, Block, Command, Display, PlainWords, Tile, Tone
from prescreen.page.speech import Speech
from prescreen.page.words import Sentence, Words
from prescreen.system.privacy import Silent

if TYPE_CHECKING:
    from prescreen.flow.trial import Trial
    from prescreen.language.site import Site
    from prescreen.page.over import Over
    from prescreen.values import Reason

HELP, WHY, ABOUT, LEAVE, RESTART = "help", "why", "about", "leave", "restart"
SWITCH, BACK, KEEP, ANSWERS = "language", "back", "keep", "answers"
TEAM = "team"
HIDE, LINES, DARK_COLOURS, MORE_TIME = "hide", "lines", "dark", "time"
"""The ids of commands, some of them tiles too."""
AGREE, RATHER_STAFF = "agree", "staff"
SHOW_PRIVATE, FINISH, RESUME = "private", "finish", "resume"
CLOSE, STAY, LEAVE_NOW, RESTART_NOW = "close", "stay", "leave_now", "restart_now"
UNCOVER, COVER, AWAY = "uncover", "cover", "away"
"""The ids of tiles."""


@dataclass(frozen=True, repr=False)
class NotTaken(Silent):
    """A text that was not taken and why, the last of so many in a row."""

    reason: Reason
    text: str = ""
    misses: int = 0


@dataclass(frozen=True, repr=False)
class Moment(Silent):
    """What the last event has left on the page; what an event says nothing of is gone.

    `heard` is the step that was answered just before, `told` what was done to the display, and
    `revealed` says that the person asked to see the private part.
    """

    over: Over | None = None
    heard: str = ""
    not_taken: NotTaken | None = None
    told: str = ""
    revealed: bool = False


class BySettler(TypedDict):
    """A sentence for each of those who can settle an open point."""

    you: Sentence
    medicine_box: Sentence
    lab_report: Sentence
    doctor: Sentence
    study_team: Sentence


@dataclass(frozen=True, slots=True)
class Study:
    """One of several studies that can be chosen: what its page and its tile say."""

    trial: Trial
    languages: Mapping[str, Language]
    domain: str


@dataclass(frozen=True, slots=True, repr=False)
class Surroundings(Silent):
    """What a page depends on besides the conversation and its speech.

    Without a site nobody answers for what is said, and the program is a `tryout`. `offers_lines`
    says whether there is a keyboard for plain lines, and `chinese` whether the
    terminal can show Chinese. There are `studies` where one has to be chosen.
    """

    languages: Mapping[str, Language]
    site: Site | None = None
    offers_lines: bool = True
    chinese: bool = True
    display: Display = USUAL
    now: Moment = Moment()
    tryout: bool = False
    studies: tuple[Study, ...] = ()


def tile(name: str, label: str, *, chosen: bool = False, aside: bool = False) -> Tile:
    """A tile without a number."""
    return Tile(name, label, chosen=chosen, aside=aside)


def numbered(tiles: Iterable[Tile]) -> tuple[Tile, ...]:
    """The tiles with their numbers, from 1; one that is said like a command has none."""
    numbers = count(1)
    return tuple(
        each if each.id.startswith("/") else replace(each, number=next(numbers)) for each in tiles
    )


def speeches(speech: Speech, around: Surroundings) -> Iterator[Speech]:
    """This speech in every language, as before one is chosen."""
    for language in around.languages.values():
        yield replace(speech, language=language)


def following(language: str, languages: Iterable[str]) -> str:
    """The language to which a page in this one is switched."""
    codes = [*languages]
    return codes[(codes.index(language) + 1) % len(codes)]


def label(state: str, speech: Speech, around: Surroundings, sentence: Sentence) -> str:
    """A label, in every language while none is chosen."""
    if state != LANGUAGE:
        return speech(sentence)
    return " ".join(each(sentence) for each in speeches(speech, around))


def title(speech: Speech, short: str | None) -> str:
    """The line on top of every page, from the trial's short name, once that is chosen."""
    if short is None:
        return speech(Words.TITLE_OF_SEVERAL)
    return speech(Words.TITLE, study=speech.words(short, "trial"))


def mark(state: str, speech: Speech, around: Surroundings) -> str:
    """What stands before everything else on every page of a try-out."""
    return label(state, speech, around, Words.TRY_OUT) if around.tryout else ""


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
        only_enter=said(Words.PLAIN_ONLY_ENTER),
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
    ended: bool = False,
    hidden: bool = False,
) -> Iterator[Command]:
    """What can be done on a page whatever is typed; `why` labels the key that gives reasons."""
    if state == LEFT:
        return
    yield Command(HELP, "f1", "F1", "help", label(state, speech, around, Words.CMD_HELP))
    if state != LANGUAGE and len(around.languages) > 1:
        other = around.languages[following(speech.language.code, around.languages)]
        name = replace(speech, language=other)(Words.LANGUAGE_NAME)
        yield Command(SWITCH, "f2", "F2", "language", name)
    if why:
        yield Command(WHY, "f3", "F3", "why", speech(why))
    if state not in (LANGUAGE, STUDY):
        yield Command(ABOUT, "f4", "F4", "about", speech(Words.CMD_ABOUT))
    if state != LANGUAGE:
        yield Command(BACK, "f5", "F5", "back", speech(Words.CMD_BACK))
    if answered:
        yield Command(KEEP, "f6", "F6", "keep", speech(Words.CMD_KEEP))
    if ended:
        yield Command(TEAM, "f6", "F6", "team", speech(Words.CMD_TEAM))
    if asking:
        yield Command(ANSWERS, "f7", "F7", "change", speech(Words.CMD_ANSWERS))
    if state in (LANGUAGE, STUDY, VOICE):
        yield from _display(state, speech, around)
    elif state not in OPENING_OF_SEVERAL:
        hide = Words.CMD_SHOW if hidden else Words.CMD_HIDE
        yield Command(HIDE, "f8", "F8", "hide", speech(hide))
    yield _time(state, speech, around)
    yield Command(LEAVE, "f10", "F10", "leave", label(state, speech, around, Words.CMD_LEAVE))


def displayed(shown: Display, command: str) -> Display:
    """The display after one of its commands."""
    if command == LINES:
        return replace(shown, lines=True)
    if command == DARK_COLOURS:
        return replace(shown, dark=not shown.dark)
    return replace(shown, unhurried=not shown.unhurried)


def _display(state: str, speech: Speech, around: Surroundings) -> Iterator[Command]:
    """How the conversation is to be shown, before it begins."""

    def said(sentence: Sentence) -> str:
        return label(state, speech, around, sentence)

    shown = around.display
    if around.offers_lines and not shown.lines:
        yield Command(LINES, "f6", "F6", "lines", said(Words.CMD_LINES), drawn=True)
    dark = Words.CMD_LIGHT if shown.dark else Words.CMD_DARK
    yield Command(DARK_COLOURS, "f7", "F7", "dark", said(dark), drawn=True)


def _time(state: str, speech: Speech, around: Surroundings) -> Command:
    """Whether the screen waits longer; nobody has to think of it before the first question."""
    time = Words.CMD_USUAL_TIME if around.display.unhurried else Words.CMD_MORE_TIME
    return Command(MORE_TIME, "f9", "F9", "time", label(state, speech, around, time))


def time_told(state: str, speech: Speech, around: Surroundings) -> str:
    """What was done last to the display, where it can't be seen."""
    if around.now.told != MORE_TIME:
        return ""
    long = around.display.unhurried
    return label(state, speech, around, Words.TIME_IS_LONG if long else Words.TIME_IS_USUAL)


def no_chinese(around: Surroundings) -> Iterator[Block]:
    """What to do about a terminal that can't show Chinese, in English."""
    if around.chinese:
        return
    english, sentence = around.languages.get(SOURCE_LANGUAGE), Words.NO_CHINESE
    text = sentence.text
    said = english.said(text, sentence.context, Voice.PATIENT) if english else text.patient
    yield Block(said, Tone.NOTE)
