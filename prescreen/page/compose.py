"""From a conversation, a language and a listener to the page that is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from prescreen.dialog.dialog import Dialog
from prescreen.dialog.narrow_steps import base
from prescreen.flow.gate import takes_adults
from prescreen.flow.states import LANGUAGE, LEFT, NOTICE, REVIEW, STAFF, STUDY, VOICE
from prescreen.language.site import Site
from prescreen.page import advice, panels, questions, refusals, results
from prescreen.page.echo import offer, suggestions
from prescreen.page.model import Block, Command, Control, Page, Panel, Pick, Tile, Tone
from prescreen.page.opening import opening_page
from prescreen.page.over import Away, Hidden, attended, panel_name
from prescreen.page.parts import (
    AGREE,
    ANSWERS,
    BACK,
    FINISH,
    HELP,
    HIDE,
    LEAVE,
    RATHER_STAFF,
    RESTART,
    RESUME,
    SHOW_PRIVATE,
    SWITCH,
    WHY,
    Surroundings,
    commands,
    label,
    mark,
    numbered,
    plain_words,
    speeches,
    tile,
    time_told,
    title,
)
from prescreen.page.speech import Speech
from prescreen.page.words import Sentence, Words

UNDER_COVER = (HELP, SWITCH, HIDE, LEAVE)
"""The commands of a hidden screen."""


def compose(dialog: Dialog, speech: Speech, around: Surroundings) -> Page:
    """The page that is shown now."""
    if dialog.state in (LANGUAGE, STUDY, VOICE):
        alone = takes_adults(dialog.flow)
        page = opening_page(dialog.state, speech, around, _short(dialog), alone=alone)
    else:
        page = _page(dialog, speech, around)
    cover = _cover(dialog, speech, around)
    return replace(
        page,
        refused=_refused(dialog, speech, around),
        panel=_panel(dialog, speech, around),
        cover=cover,
        commands=tuple(each for each in page.commands if not cover or each.id in UNDER_COVER),
        display=around.display,
    )


def _short(dialog: Dialog) -> str | None:
    return None if dialog.undecided else dialog.flow.trial.short


def _page(dialog: Dialog, speech: Speech, around: Surroundings) -> Page:
    state, asking = dialog.state, dialog.question is not None
    return Page(
        name=state,
        language=speech.language.code,
        title=title(speech, _short(dialog)),
        progress=_progress(dialog, speech) if asking else "",
        turns=questions.past_turns(dialog, speech) if asking else (),
        heading=_heading(dialog, speech),
        blocks=tuple(_blocks(dialog, speech, around)),
        control=_control(dialog, speech, around),
        refused="",
        heard=_heard(dialog, speech, around.now.heard),
        commands=tuple(_commands(dialog, speech, around)),
        panel=None,
        ended=state == LEFT,
        lines=plain_words(state, speech, around),
        more=label(state, speech, around, Words.MORE),
        less=label(state, speech, around, Words.CLOSE),
        mark=mark(state, speech, around),
        read_on=speech(Words.READ_ON) if state == NOTICE else "",
        offer="" if dialog.offered is None else offer(dialog, speech, dialog.offered),
    )


def _progress(dialog: Dialog, speech: Speech) -> str:
    progress = dialog.progress
    return speech(Words.STEP, step=progress.step, total=progress.total)


def _heard(dialog: Dialog, speech: Speech, step: str) -> str:
    if not step or dialog.value(step) is None:
        return ""
    if dialog.flow.question(base(step)).sensitive:
        return speech(Words.HEARD_PRIVATE)
    return speech(Words.HEARD, answer=questions.answer_at(dialog, speech, step))


def _refused(dialog: Dialog, speech: Speech, around: Surroundings) -> str:
    not_taken = around.now.not_taken
    if not_taken is None:
        return ""
    if panel_name(around.now.over) or dialog.question is None:
        return label(dialog.state, speech, around, Words.REFUSED_CHOICE)
    return refusals.refusal(dialog, speech, not_taken.reason)


def _panel(dialog: Dialog, speech: Speech, around: Surroundings) -> Panel | None:
    name = panel_name(around.now.over)
    if not name:
        return None
    listeners = [*speeches(speech, around)] if dialog.state == LANGUAGE else [speech]
    revealed = around.now.revealed
    return panels.in_one(
        [panels.panel(name, dialog, each, revealed=revealed) for each in listeners]
    )


def _cover(dialog: Dialog, speech: Speech, around: Surroundings) -> Panel | None:
    if not isinstance(around.now.over, Hidden | Away):
        return None
    listeners = [*speeches(speech, around)] if dialog.state == LANGUAGE else [speech]
    return panels.in_one([panels.cover(each, around) for each in listeners])


def _heading(dialog: Dialog, speech: Speech) -> str:
    if dialog.question is not None:
        return questions.question_at(dialog, speech, dialog.state)
    if dialog.at_outcome:
        return results.heading(dialog, speech)
    return speech(_HEADINGS[dialog.state])


_HEADINGS: dict[str, Sentence] = {
    NOTICE: Words.NOTICE,
    REVIEW: Words.REVIEW,
    STAFF: Words.STAFF,
    LEFT: Words.GOODBYE,
}


def _blocks(dialog: Dialog, speech: Speech, around: Surroundings) -> Iterator[Block]:
    if said := time_told(dialog.state, speech, around):
        yield Block(said, Tone.NOTE)
    if dialog.question is not None:
        yield from questions.question_blocks(dialog, speech)
    elif dialog.at_outcome:
        yield from results.blocks(dialog, speech, around.site, revealed=around.now.revealed)
    elif dialog.state == NOTICE:
        yield from _notice(dialog, speech, around)
    elif dialog.state == REVIEW:
        empty = not dialog.route.steps
        yield Block(speech(Words.NO_ANSWERS if empty else Words.REVIEW_HELP), Tone.HELPER)
    elif dialog.state == STAFF:
        yield Block(speech(Words.STAFF_HELP))
        yield from advice.contact(dialog, speech, around.site)


def _notice(dialog: Dialog, speech: Speech, around: Surroundings) -> Iterator[Block]:
    if around.tryout:
        yield Block(speech(Words.NOTICE_TRY_OUT), Tone.NOTE)
    yield Block(speech(Words.NOTICE_WHAT))
    yield Block(speech(Words.NOTICE_SENSITIVE))
    topics = speech.text(dialog.flow.trial.topics, "trial")
    yield Block(speech.joined([topics, speech(Words.NOTICE_PRIVATE)]))
    if around.site:
        yield Block(_operator(speech, around.site))
    yield Block(speech(Words.NOTICE_MEMORY))
    yield Block(speech(Words.NOTICE_FREE))
    if dialog.flow.trial.medicine:
        yield Block(speech(Words.NOTICE_MEDICINE), Tone.NOTE)
    yield Block(speech(Words.NOTICE_ADVICE))
    yield Block(advice.recruiting(dialog, speech))


def _operator(speech: Speech, site: Site) -> str:
    code = speech.language.code
    operator, reach = site.operator.name[code], site.operator.reach[code]
    return speech(Words.OPERATOR, operator=operator, reach=reach)


def _control(dialog: Dialog, speech: Speech, around: Surroundings) -> Control | None:
    if dialog.question is not None:
        suggested = suggestions(dialog, speech, around.now.not_taken)
        return questions.control(dialog, speech, suggested)
    if dialog.state == REVIEW:
        return questions.review(dialog, speech)
    tiles = numbered(_tiles(dialog, speech, around))
    return Pick(tiles) if tiles else None


def _tiles(dialog: Dialog, speech: Speech, around: Surroundings) -> Iterator[Tile]:
    if dialog.at_outcome:
        if dialog.unfinished:
            yield tile(RESUME, speech(Words.GO_ON))
        yield tile(WHY, speech(Words.WHY_RESULT))
        if results.hides_something(dialog) and not around.now.revealed:
            yield tile(SHOW_PRIVATE, speech(Words.SHOW_PRIVATE))
        yield tile(ANSWERS, speech(Words.CMD_ANSWERS))
        yield tile(RESTART, speech(Words.START_AGAIN))
        yield tile(FINISH, speech(Words.FINISH))
    elif dialog.state == NOTICE:
        yield tile(AGREE, speech(Words.TRY_IT if around.tryout else Words.AGREE))
        yield tile(RATHER_STAFF, speech(Words.RATHER_STAFF))
    elif dialog.state == STAFF:
        yield tile(BACK, speech(Words.CMD_BACK))
        yield tile(FINISH, speech(Words.FINISH))


def _commands(dialog: Dialog, speech: Speech, around: Surroundings) -> Iterator[Command]:
    asking = dialog.question is not None
    why = Words.CMD_WHY_RESULT if dialog.at_outcome else None
    if dialog.question is not None:
        why = Words.CMD_WHY_WHAT if dialog.question.terms else Words.CMD_WHY
    answered = dialog.value(dialog.state) is not None
    hidden = isinstance(attended(around.now.over), Hidden)
    return commands(
        dialog.state,
        speech,
        around,
        why=why,
        asking=asking,
        answered=answered,
        ended=dialog.at_outcome,
        hidden=hidden,
    )
