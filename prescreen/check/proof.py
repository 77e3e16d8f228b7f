"""The proof of one flow: every class of answers explored, the conversation held along the way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from prescreen.check.alike import Alike
from prescreen.check.counts import Counts
from prescreen.check.explore import explore
from prescreen.check.faults import Faults
from prescreen.check.minors import minor_problems
from prescreen.check.rehearse import Rehearsal
from prescreen.check.spoken_choices import choice_troubles
from prescreen.check.unshown import unshown
from prescreen.dialog.dialog import Script
from prescreen.flow.gate import takes_children
from prescreen.flow.model import Flow
from prescreen.session.visit import Setting
from prescreen.verdict import Outcome

AWKWARD = date(2028, 2, 29)
"""A day on which months are short and birthdays may be missing; the flow is proved for it."""
MOST_ANSWERS = 750_000
"""How many answers are tried, at all places together, before it is told that there are too many."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What is wrong with a flow, a sentence each, and what was gone through to say so."""

    problems: tuple[str, ...]
    summary: tuple[str, ...]
    counts: Counts


def prove(flow: Flow, today: date = AWKWARD, setting: Setting | None = None) -> Proof:
    """Explore the flow to all its ends; with its setting, also as each of its languages says it."""
    script = setting.script if setting else Script.of(flow)
    if minors := minor_problems(script.plan, today):
        return Proof(tuple(minors), (), Counts())
    if takes_children(flow):
        # The age gate does no more than to end a conversation early; behind it are all the others.
        script = replace(script, plan=script.parents)
        setting = replace(setting, script=script) if setting else None
    faults, counts = Faults(script, today), Counts()
    alike = Alike(setting, today) if setting and setting.languages else None
    left = MOST_ANSWERS
    for place, branches in explore(script.plan, today):
        faults.look(place, branches)
        counts.look(place, branches)
        if alike:
            alike.look(place, branches)
        left -= len(branches)
        if left < 0:
            return _too_many(counts)
    problems = choice_troubles(script, today) + faults.sentences()
    if alike:
        problems += [*alike.sentences(), *unshown(flow, alike.setting.domain, alike.said)]
    rehearsal = Rehearsal(script, today, faults.arrows, faults.early, faults.too_early)
    if not problems:
        problems = rehearsal.sentences()
    summary = [*_summary(faults, counts), _held(rehearsal)]
    if alike and len(alike.setting.languages) > 1:
        many = len(alike.setting.languages)
        summary.append(f"{alike.pages} pages held against each other in {many} languages")
    return Proof(tuple(problems), tuple(summary), counts)


def _too_many(counts: Counts) -> Proof:
    """No more than which question is to be moved: what was not explored can't be judged."""
    problem = (
        f'[question "{counts.multiplier()}"] its answers, together with those before it, lead to '
        f"so many places that check gave up after {MOST_ANSWERS} answers: put it right before the "
        "questions that the same rules read, and all of them early, right after the age."
    )
    return Proof((problem,), ("the conversations were not explored to their ends",), counts)


def _summary(faults: Faults, counts: Counts) -> list[str]:
    machine = faults.script.machine
    arrows = sum(
        len(each) for event in machine.events.values() for each in event.transitions.values()
    )
    taken = len(faults.arrows.keys() & faults.machine)
    length, ends, ways = counts.length(), counts.ends, counts.conversations()
    return [
        f"{len(counts.leads)} places explored with {counts.answers} classes of answers",
        f"{length.fewest} to {length.most} questions, {length.mean:.1f} expected",
        *(f"{each}: {ends[each]} ends of {ways[each]:.2g} conversations" for each in Outcome),
        *(f"{each}: never, for this reason: {why}" for each, why in faults.plan.flow.never.items()),
        f"machine: {len(machine.states)} states, {arrows} arrows; "
        f"answers take {taken} of the {len(faults.machine)} that lead on",
    ]


def _held(rehearsal: Rehearsal) -> str:
    paths, changes, early = len(rehearsal.arrows), rehearsal.changes, len(rehearsal.early)
    return (
        f"{paths} conversations held there and back, {changes} answers changed in them, "
        f"{early} steps at which the result was seen early"
    )
