"""From a conversation, a language and a listener to the page that is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from prescreen.dialog import Dialog
from prescreen.dialog.machine import LANGUAGE, LEFT, NOTICE, REVIEW, STAFF, VOICE
from prescreen.dialog.route import base
from prescreen.i18n import Language
from prescreen.page import panels, questions, results
from prescreen.page.echo import offers
from prescreen.page.model import Block, Command, Control, Page, Panel, Pick, PlainWords, Tile, Tone
from prescreen.page.questions import numbered, tile
from prescreen.page.speech import Speech
from prescreen.page.words import Sentence, Words
from prescreen.site import Site
from prescreen.values import Reason

AGREE, RATHER_STAFF = "agree", "staff"
SHOW_PRIVATE, CHECK_ANSWERS, FINISH, START_AGAIN, WHY_RESULT = (
    "private",
    "answers",
    "finish",
    "restart",
    "why",
)
SWITCH, BACK, KEEP = "language", "back", "keep"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a page depends on besides the conversation and its speech.

    `refused` is the reason why the last text, `tried`, was not taken, and `misses` how many were
    not taken in a row; `heard` the step answered just before; `revealed` says that the person
    asked to see the private part.
    """

    languages: Mapping[str, Language]
    site: Site | None = None
    panel: str = ""
    refused: Reason | None = None
    tried: str = field(default="", repr=False)
    misses: int = 0
    heard: str = ""
    revealed: bool = False


def compose(dialog: Dialog, speech: Speech, around: Surroundings) -> Page:
    """The page that is shown now."""
    state = dialog.state
    trial = dialog.flow.trial
    asking = dialog.question is not None
    return Page(
        name=state,
        language=speech.language.code,
        title=speech(Words.TITLE, study=speech.words(trial.short, "trial")),
        progress=_progress(dialog, speech) if asking else "",
        turns=questions.turns(dialog, speech) if asking or state == REVIEW else (),
        heading=_heading(dialog, speech, around),
        blocks=tuple(_blocks(dialog, speech, around)),
        control=_control(dialog, speech, around),
        refused=_refused(dialog, speech, around),
        heard=_heard(dialog, speech, around.heard),
        commands=tuple(_commands(dialog, speech, around)),
        panel=_panel(dialog, speech, around),
        ended=state == LEFT,
        lines=_plain_words(dialog, speech, around),
    )


def _plain_words(dialog: Dialog, speech: Speech, around: Surroundings) -> PlainWords:
    def label(sentence: Sentence) -> str:
        return _label(speech, around, dialog.state, sentence)

    return PlainWords(
        prompt=label(Words.PLAIN_PROMPT),
        or_say=label(Words.PLAIN_OR_SAY),
        several=label(Words.PLAIN_SEVERAL),
        commands=label(Words.PLAIN_COMMANDS),
        no_command=label(Words.PLAIN_NO_COMMAND),
        repeat=label(Words.PLAIN_REPEAT),
        colon=speech(Words.FACT, label="", value=""),
    )


def _progress(dialog: Dialog, speech: Speech) -> str:
    progress = dialog.progress
    return speech(Words.STEP, step=progress.step, total=progress.total)


def _heard(dialog: Dialog, speech: Speech, step: str) -> str:
    if not step or dialog.value(step) is None:
        return ""
    if dialog.flow.question(base(step)).sensitive:
        return speech(Words.HEARD_PRIVATE)
    return speech(Words.HEARD, answer=questions.answered(dialog, speech, step))


def _refused(dialog: Dialog, speech: Speech, around: Surroundings) -> str:
    if around.refused is None:
        return ""
    if around.panel or dialog.question is None:
        return _label(speech, around, dialog.state, Words.REFUSED_CHOICE)
    return questions.refusal(dialog, speech, around.refused)


def _panel(dialog: Dialog, speech: Speech, around: Surroundings) -> Panel | None:
    if not around.panel:
        return None
    speeches = [*_speeches(speech, around)] if dialog.state == LANGUAGE else [speech]
    return panels.in_one(
        [panels.panel(around.panel, dialog, each, revealed=around.revealed) for each in speeches]
    )


def _heading(dialog: Dialog, speech: Speech, around: Surroundings) -> str:
    if dialog.question is not None:
        return questions.asked(dialog, speech, dialog.state)
    if dialog.at_outcome:
        return results.heading(dialog, speech)
    match dialog.state:
        case "language":
            return "  ".join(_in_each(speech, around, Words.CHOOSE_LANGUAGE))
        case state:
            return speech(_HEADINGS[state])


_HEADINGS: dict[str, Sentence] = {
    VOICE: Words.WHO_ANSWERS,
    NOTICE: Words.NOTICE,
    REVIEW: Words.REVIEW,
    STAFF: Words.STAFF,
    LEFT: Words.GOODBYE,
}


def _in_each(speech: Speech, around: Surroundings, sentence: Sentence) -> Iterator[str]:
    return (each(sentence) for each in _speeches(speech, around))


def _speeches(speech: Speech, around: Surroundings) -> Iterator[Speech]:
    """This speech in every language, as before one is chosen."""
    for language in around.languages.values():
        yield Speech(language, speech.voice, speech.domain)


def _blocks(dialog: Dialog, speech: Speech, around: Surroundings) -> Iterator[Block]:
    if dialog.question is not None:
        yield from questions.question_blocks(dialog, speech)
    elif dialog.at_outcome:
        yield from results.blocks(dialog, speech, around.site, revealed=around.revealed)
    elif dialog.state == NOTICE:
        yield from _notice(dialog, speech, around.site)
    elif dialog.state == REVIEW:
        empty = not dialog.route.steps
        yield Block(speech(Words.NO_ANSWERS if empty else Words.REVIEW_HELP), Tone.HELPER)
    elif dialog.state == STAFF:
        yield Block(speech(Words.STAFF_HELP))
        yield from results.contact(dialog, speech, around.site)


def _notice(dialog: Dialog, speech: Speech, site: Site | None) -> Iterator[Block]:
    yield Block(speech(Words.NOTICE_WHAT))
    yield Block(speech(Words.NOTICE_SENSITIVE))
    yield Block(_operator(speech, site))
    yield Block(speech(Words.NOTICE_MEMORY))
    yield Block(speech(Words.NOTICE_FREE))
    yield Block(speech(Words.NOTICE_MEDICINE), Tone.NOTE)
    yield Block(speech(Words.NOTICE_ADVICE))
    yield Block(speech.joined([speech(Words.RECRUITING), results.record(dialog, speech)]))


def _operator(speech: Speech, site: Site | None) -> str:
    if site is None:
        return speech(Words.NO_OPERATOR)
    code = speech.language.code
    operator, reach = site.operator.name.in_language(code), site.operator.reach.in_language(code)
    return speech(Words.OPERATOR, operator=operator, reach=reach)


def _control(dialog: Dialog, speech: Speech, around: Surroundings) -> Control | None:
    if dialog.question is not None:
        offered = offers(dialog, speech, around.refused, around.tried, around.misses)
        return questions.control(dialog, speech, offered)
    if dialog.state == REVIEW:
        return questions.rows(dialog, speech)
    tiles = numbered(_tiles(dialog, speech, around))
    return Pick(tiles) if tiles else None


def _tiles(dialog: Dialog, speech: Speech, around: Surroundings) -> Iterator[Tile]:
    if dialog.at_outcome:
        yield tile(WHY_RESULT, speech(Words.WHY_RESULT))
        if results.hides_something(dialog) and not around.revealed:
            yield tile(SHOW_PRIVATE, speech(Words.SHOW_PRIVATE))
        yield tile(CHECK_ANSWERS, speech(Words.CMD_ANSWERS))
        yield tile(START_AGAIN, speech(Words.START_AGAIN))
        yield tile(FINISH, speech(Words.FINISH))
        return
    match dialog.state:
        case "language":
            for code, language in around.languages.items():
                yield tile(code, Speech(language, speech.voice, speech.domain)(Words.LANGUAGE_NAME))
        case "voice":
            yield tile("patient", speech(Words.I_AM_PATIENT))
            yield tile("caregiver", speech(Words.I_AM_CAREGIVER))
        case "notice":
            yield tile(AGREE, speech(Words.AGREE))
            yield tile(RATHER_STAFF, speech(Words.RATHER_STAFF))
        case "staff":
            yield tile(BACK, speech(Words.CMD_BACK))
            yield tile(FINISH, speech(Words.FINISH))


def _commands(dialog: Dialog, speech: Speech, around: Surroundings) -> Iterator[Command]:
    state = dialog.state
    if state == LEFT:
        return
    yield Command(panels.HELP, "f1", "F1", "help", _label(speech, around, state, Words.CMD_HELP))
    if len(around.languages) > 1 and state != LANGUAGE:
        other = next(
            each for code, each in around.languages.items() if code != speech.language.code
        )
        name = Speech(other, speech.voice, speech.domain)(Words.LANGUAGE_NAME)
        yield Command(SWITCH, "f2", "F2", "language", name)
    if dialog.question is not None:
        yield Command(panels.WHY, "f3", "F3", "why", speech(Words.CMD_WHY))
    elif dialog.at_outcome:
        yield Command(panels.WHY, "f3", "F3", "why", speech(Words.CMD_WHY_RESULT))
    if state != LANGUAGE:
        yield Command(panels.ABOUT, "f4", "F4", "about", speech(Words.CMD_ABOUT))
        yield Command(BACK, "f5", "F5", "back", speech(Words.CMD_BACK))
    if dialog.value(state) is not None:
        yield Command(KEEP, "f6", "F6", "keep", speech(Words.CMD_KEEP))
    if dialog.question is not None:
        yield Command(CHECK_ANSWERS, "f7", "F7", "change", speech(Words.CMD_ANSWERS))
    yield Command(
        panels.LEAVE, "f10", "F10", "leave", _label(speech, around, state, Words.CMD_LEAVE)
    )


def _label(speech: Speech, around: Surroundings, state: str, sentence: Sentence) -> str:
    """A label, in every language while none is chosen."""
    return " ".join(_in_each(speech, around, sentence)) if state == LANGUAGE else speech(sentence)
