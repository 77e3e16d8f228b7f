"""What can lie over a page: urgent help, why we ask, about the study, and questions to confirm."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from prescreen.dialog.dialog import Dialog
from prescreen.flow.ledger_tables import Side
from prescreen.flow.model import Criterion, Question
from prescreen.flow.rules import questions_of
from prescreen.flow.states import OPENING_OF_SEVERAL
from prescreen.flow.trial import Urgent
from prescreen.page.handover import handover
from prescreen.page.model import Block, Panel, Tile, Tone
from prescreen.page.over import Away, Hidden, attended
from prescreen.page.parts import (
    ABOUT,
    AWAY,
    CLOSE,
    COVER,
    HELP,
    LEAVE,
    LEAVE_NOW,
    MORE_TIME,
    RESTART,
    RESTART_NOW,
    STAY,
    TEAM,
    UNCOVER,
    WHY,
    Surroundings,
    numbered,
    tile,
)
from prescreen.page.results import broken, is_private, still_open
from prescreen.page.speech import Speech
from prescreen.page.urgent_help import urgent_help
from prescreen.page.words import Sentence, Words


def panel(name: str, dialog: Dialog, speech: Speech, *, revealed: bool) -> Panel:
    """The panel with this name."""
    title, blocks = _PANELS[name](dialog, speech, revealed)
    return Panel(name, title, tuple(blocks), numbered(_tiles(name, dialog, speech)))


def in_one(shown: Sequence[Panel]) -> Panel:
    """The same panel in several languages as one."""
    tiles = tuple(
        replace(alike[0], label=" ".join(each.label for each in alike))
        for alike in zip(*(each.tiles for each in shown), strict=True)
    )
    blocks = tuple(block for each in shown for block in each.blocks)
    return Panel(shown[0].name, " ".join(each.title for each in shown), blocks, tiles)


def cover(speech: Speech, around: Surroundings) -> Panel:
    """What hides the screen: the person wished it, or nobody has touched it for a while."""
    over = around.now.over
    if isinstance(over, Away) and over.left:
        still = Words.STILL_ANSWER if around.display.lines else Words.STILL_TEXT
        title, text = Words.STILL_THERE, speech(still, seconds=over.left)
        tiles = [
            tile(UNCOVER, speech(Words.IM_HERE), aside=True),
            tile(MORE_TIME, speech(Words.CMD_MORE_TIME)),
        ]
    else:
        on_purpose = isinstance(attended(over), Hidden)
        title = Words.HIDDEN_SCREEN
        text = speech(Words.HIDDEN_TEXT if on_purpose else Words.AWAY_TEXT)
        tiles = [tile(UNCOVER, speech(Words.UNCOVER), aside=True)]
    name = AWAY if isinstance(over, Away) else COVER
    return Panel(name, speech(title), (Block(text),), numbered(tiles))


def _tiles(name: str, dialog: Dialog, speech: Speech) -> Iterator[Tile]:
    if name == LEAVE:
        yield tile(STAY, speech(Words.STAY), aside=True)
        yield tile(LEAVE_NOW, speech(Words.LEAVE_NOW))
        if dialog.state not in OPENING_OF_SEVERAL:
            yield tile(RESTART_NOW, speech(Words.RESTART_NOW))
    elif name == RESTART:
        yield tile(STAY, speech(Words.STAY), aside=True)
        yield tile(RESTART_NOW, speech(Words.RESTART_NOW))
    else:
        yield tile(CLOSE, speech(Words.CLOSE), aside=True)


Content = tuple[str, list[Block]]


def _help(dialog: Dialog, speech: Speech, revealed: bool) -> Content:
    added = Urgent() if dialog.undecided else dialog.flow.urgent
    return speech(Words.HELP), [*urgent_help(speech, added)]


def _why(dialog: Dialog, speech: Speech, revealed: bool) -> Content:
    if dialog.question is None:
        return speech(Words.WHY_RESULT), [*_why_result(dialog, speech, revealed)]
    return speech(Words.WHY), [*_why_question(dialog, speech, dialog.question)]


def _why_question(dialog: Dialog, speech: Speech, question: Question) -> Iterator[Block]:
    yield Block(speech.text(question.why, question.id))
    yield from _terms(dialog, speech, question.terms)
    reads = [each for each in dialog.flow.criteria if question.id in questions_of(each.rule)]
    held = [each for each in reads if is_held(dialog, each)]
    shown = {each.sentence: each for each in reads if each not in held}
    for name in sorted(shown):
        yield from _original(dialog, speech, shown[name], Tone.HEADING)
    if held and not shown:
        yield Block(speech(Words.PROTOCOL), Tone.HEADING)
        yield Block(speech(Words.PROTOCOL_LATER))


def _terms(dialog: Dialog, speech: Speech, names: Sequence[str]) -> Iterator[Block]:
    for term in dialog.flow.terms:
        if term.id in names:
            at = f"term/{term.id}"
            yield Block(speech.words(term.word, at), Tone.HEADING)
            yield Block(speech.text(term.plain, at))


def _original(
    dialog: Dialog, speech: Speech, criterion: Criterion, tone: Tone = Tone.HELPER
) -> Iterator[Block]:
    """The protocol's own sentence, and whether it says who can take part or who can't."""
    yield Block(speech(_ORIGINAL[criterion.kind]), tone)
    yield Block(dialog.flow.protocol[criterion.sentence], Tone.QUOTE)


_ORIGINAL = {"inclusion": Words.ORIGINAL_FOR, "exclusion": Words.ORIGINAL_AGAINST}


def is_held(dialog: Dialog, criterion: Criterion) -> bool:
    """Whether a criterion's own sentence waits until its questions are answered."""
    return criterion.held and criterion.id not in dialog.findings and not dialog.at_outcome


def _why_result(dialog: Dialog, speech: Speech, revealed: bool) -> Iterator[Block]:
    listed = [*broken(dialog), *still_open(dialog)]
    for criterion, _ in listed:
        if is_private(dialog, criterion) and not revealed:
            continue
        rule = speech.text(criterion.plain, criterion.id)
        yield Block(speech(Words.RULE, rule=rule), Tone.HEADING)
        yield from _original(dialog, speech, criterion)
    hidden = [each for each in listed if is_private(dialog, each[0]) and not revealed]
    if hidden:
        is_reason = any(each in broken(dialog) for each in hidden)
        yield Block(speech(Words.PRIVATE_REASON if is_reason else Words.PRIVATE_POINT))
    if not listed:
        yield Block(speech(Words.ALL_MET))


def _about(dialog: Dialog, speech: Speech, revealed: bool) -> Content:
    return speech(Words.ABOUT), [*_facts(dialog, speech), *_criteria(dialog, speech)]


def _facts(dialog: Dialog, speech: Speech) -> Iterator[Block]:
    trial = dialog.flow.trial
    yield Block(speech.words(trial.summary, "trial"))
    if trial.record_date:
        yield Block(speech(Words.ABOUT_DATE, day=speech.day(trial.record_date)), Tone.HELPER)
    for fact in trial.facts:
        label, value = speech.words(fact.label, "trial"), speech.words(fact.value, "trial")
        yield Block(speech(Words.FACT, label=label, value=value), Tone.ITEM)
    yield from _terms(dialog, speech, trial.terms)
    for asked in trial.asked:
        yield Block(speech.words(asked.question, "trial"), Tone.HEADING)
        yield Block(speech.text(asked.answer, "trial"))
    yield Block(speech(Words.NOT_PUBLIC), Tone.HEADING)
    yield Block(speech.words(trial.not_public, "trial"))
    if trial.chance:
        yield Block(speech.text(trial.chance, "trial"))


_CRITERIA: Mapping[Side, Sentence] = {
    "inclusion": Words.WHO_CAN_JOIN,
    "exclusion": Words.WHO_CANNOT_JOIN,
}


def _criteria(dialog: Dialog, speech: Speech) -> Iterator[Block]:
    for kind, title in _CRITERIA.items():
        yield Block(speech(title), Tone.HEADING)
        for _, group in groupby(dialog.flow.of_kind(kind), attrgetter("sentence")):
            parts = [*group]
            for criterion in parts:
                yield Block(speech.text(criterion.plain, criterion.id), Tone.ITEM)
            if any(is_held(dialog, each) for each in parts):
                yield Block(speech(Words.PROTOCOL_LATER), Tone.HELPER)
            else:
                yield from _original(dialog, speech, parts[0])


def _leave(dialog: Dialog, speech: Speech, revealed: bool) -> Content:
    return speech(Words.LEAVE_ASK), [Block(speech(Words.LEAVE_TEXT))]


def _restart(dialog: Dialog, speech: Speech, revealed: bool) -> Content:
    return speech(Words.RESTART_ASK), [Block(speech(Words.LEAVE_TEXT))]


def _handover(dialog: Dialog, speech: Speech, revealed: bool) -> Content:
    return speech(Words.TEAM), [*handover(dialog, speech)]


_PANELS: dict[str, Callable[[Dialog, Speech, bool], Content]] = {
    HELP: _help,
    WHY: _why,
    ABOUT: _about,
    TEAM: _handover,
    LEAVE: _leave,
    RESTART: _restart,
}
