"""The age gate: nobody who may be a minor is put a health question, whatever a flow says.

It belongs to the program. Only where a flow takes children does a conversation about one go on,
and then a parent or guardian has to be the one who answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnswerIs,
    AnyOf,
    AnyRule,
    BmiRule,
    ChoiceRule,
    Condition,
    DailyDoseRule,
    Flow,
    IntervalRule,
    LimitRule,
    MayBeMinor,
    MayBeUnder,
    NothingAgainst,
    NumberIs,
    Question,
    RatioRule,
    Rule,
    StrengthMissing,
    WindowRule,
)
from prescreen.flow.rules import ages_in, must_hold, rules_in
from prescreen.values import Age, Picked, Value, birthday, births_of

ADULT = 18
IN_A_YEAR: Mapping[str, int] = {"years": 1, "months": 12, "weeks": 53, "days": 366}
"""So many of a unit that nobody who is as old is younger than a year."""
YES, NO = "yes", "no"
_ADULT_ASKED: Mapping[str, str] = {
    "patient": "Are you an adult, 18 or older?",
    "caregiver": "Is the person you care for an adult, 18 or older?",
}
_ASKS_ADULT = re.compile(
    r"(?:Are you|Is (?:the person you (?:care|answer) for|your child))"
    r"(?: an adult,)? (\d{2,3}) or older\?"
)
_AGE_ASKED: Mapping[str, str] = {
    "patient": "How old are you, in full years?",
    "caregiver": "How old is the person you care for, in full years?",
}
_WHOM = r"(?:the person you (?:care|answer) for|your child)"
_ASKS_AGE = re.compile(rf"How old (?:are you|is {_WHOM})(?:, in full years)?\?")
_ASKS_BIRTH = re.compile(rf"What is (?:your|the) full birth date(?: of {_WHOM})?\?")
_AGE_HELP = re.compile(
    r"Count full years, up to the last birthday\.( For example \d+, or \d+ [A-Z][a-z]+ \d{4}\.)?"
)
_ANSWERS: Mapping[str, str] = {YES: "Yes", NO: "No"}


@dataclass(frozen=True, slots=True)
class Gate:
    """The question for the age, and the one that says that an open age is an adult's."""

    age: str
    adult: str | None


def takes_children(flow: Flow) -> bool:
    """Whether children take part, and a parent answers for them."""
    return "children" in flow.trial.participants


def takes_adults(flow: Flow) -> bool:
    """Whether somebody may take part who answers alone."""
    return set(flow.trial.participants) != {"children"}


def gate_of(flow: Flow) -> Gate | None:
    """The gate before the health questions to somebody who answers alone."""
    ages = [each.id for each in flow.questions if each.kind == "age"]
    adults = [each.id for each in flow.questions if _asks_adult(flow, each)]
    return Gate(ages[0], adults[0] if adults else None) if ages else None


def _asks_adult(flow: Flow, question: Question) -> bool:
    """Whether a yes to this question says that somebody is an adult, and it asks nothing else."""
    ids = {each.id for each in question.choices}
    conditions = question.asked_if
    return (
        question.kind == "choice"
        and ids == {YES, NO}
        and len(conditions) == 1
        and age_left_open(flow, conditions[0]) >= ADULT
    )


def age_left_open(flow: Flow, condition: Condition) -> int:
    """The least age that a condition leaves open; 0 where it is about something else."""
    match condition:
        case MayBeMinor():
            return ADULT
        case MayBeUnder():
            return min(_leasts(flow, condition.may_be_under), default=0)
        case AnswerIs() | NumberIs() | StrengthMissing() | NothingAgainst() | AnyOf():
            return 0
        case _:
            assert_never(condition)


def _leasts(flow: Flow, criterion: str) -> list[int]:
    """The least ages, in years, that a criterion sets."""
    about = [each for each in flow.criteria if each.id == criterion]
    return [
        rule.least
        for each in about
        for rule in ages_in(rules_in(each.rule))
        if rule.unit == "years" and rule.least is not None
    ]


def is_minor(gate: Gate, view: Mapping[str, Value], today: date) -> bool | None:
    """Whether somebody is a minor by the age that was said; None where it leaves that open."""
    age = view.get(gate.age)
    if not isinstance(age, Age):
        return None
    births = births_of(age, today)
    if birthday(births.start, ADULT) > today:
        return True
    return None if birthday(births.end, ADULT) > today else False


def may_be_minor(gate: Gate, view: Mapping[str, Value], today: date) -> bool:
    """Whether nothing that was said rules out that somebody is a minor.

    Only where the age leaves that open can a yes to the other question say that it is an adult.
    """
    minor = is_minor(gate, view, today)
    if minor is not None:
        return minor
    said = view.get(gate.adult) if gate.adult else None
    return said != Picked((YES,))


def gate_problems(flow: Flow) -> Iterator[str]:
    """A sentence for each way in which a flow could put a health question to a minor."""
    gate = gate_of(flow)
    if gate is None:
        yield (
            "top level: no question asks for the age, so a minor could be put a health question; "
            'begin with one of kind "age".'
        )
        return
    first, *others = flow.questions
    if first.id != gate.age:
        yield (
            f'[question "{first.id}"] stands before "{gate.age}", so a minor could be put a health '
            "question; move the age to the top."
        )
    if takes_adults(flow):
        yield from _age_words(flow.question(gate.age))
    if gate.adult and others and others[0].id != gate.adult:
        yield f'[question "{gate.adult}"] has to come right after "{gate.age}"; move it there.'
    if gate.adult:
        yield from _adult_words(flow, flow.question(gate.adult))
    if not takes_children(flow):
        yield from _young_rules(flow)
        return
    yield from _childless_rules(flow)
    if takes_adults(flow):
        yield from _grown_rules(flow)


def _age_words(question: Question) -> Iterator[str]:
    """The question for the age stands before the gate, so it asks for nothing else."""
    where = f'[question "{question.id}"] stands before the age gate, so it asks for no more'
    for form, text in (("patient", question.ask.patient), ("caregiver", question.ask.caregiver)):
        if not _ASKS_AGE.fullmatch(text):
            yield f'{where} than the age; write ask.{form} = "{_AGE_ASKED[form]}"'
    narrow = question.narrow
    for text in (narrow.patient, narrow.caregiver) if narrow else ():
        if not _ASKS_BIRTH.fullmatch(text):
            yield f'{where} than the birth date; write narrow = "What is your full birth date?"'
    helped = question.help
    if helped and not all(map(_AGE_HELP.fullmatch, (helped.patient, helped.caregiver))):
        yield (
            f"{where}; write help = "
            '"Count full years, up to the last birthday. For example 45, or 3 May 1981."'
        )
    if question.note or question.unsure:
        yield f"{where}; take out note and unsure."


def _adult_words(flow: Flow, question: Question) -> Iterator[str]:
    """The question that opens the gate is the program's, and so are its words and its answers."""
    (condition,), where = question.asked_if, f'[question "{question.id}"] opens the age gate'
    about = age_left_open(flow, condition)
    for form, text in (("patient", question.ask.patient), ("caregiver", question.ask.caregiver)):
        said = _ASKS_ADULT.fullmatch(text)
        if said is None or int(said[1]) not in (ADULT, about):
            yield (
                f"{where}, so it asks for no more than the age; "
                f'write ask.{form} = "{_ADULT_ASKED[form]}"'
            )
    for answer, label in _ANSWERS.items():
        choice = question.choice(answer)
        if choice and {choice.label.patient, choice.label.caregiver} != {label}:
            yield f'{where}; give its choice "{answer}" the label "{label}".'
    beside = (question.help, question.note, question.unsure, *(e.help for e in question.choices))
    if any(beside):
        yield f"{where}, so it says nothing else; take out help, note and unsure."


def _childless_rules(flow: Flow) -> Iterator[str]:
    for criterion in flow.criteria:
        if _takes_no_child(criterion.rule):
            yield (
                f'[criterion "{criterion.id}"] takes nobody under {ADULT}, but children take part; '
                'take "children" out of participants.'
            )


def _takes_no_child(rule: Rule) -> bool:
    match rule:
        case AgeRule():
            return rule.least is not None and not _under_age(rule)
        case AllRule():
            return any(map(_takes_no_child, rule.rules))
        case AnyRule():
            return all(map(_takes_no_child, rule.rules))
        case ChoiceRule() | WindowRule() | IntervalRule():
            return False
        case LimitRule() | BmiRule() | RatioRule() | DailyDoseRule():
            return False
        case _:
            assert_never(rule)


def _young_rules(flow: Flow) -> Iterator[str]:
    for criterion in flow.criteria:
        for rule in ages_in(rules_in(criterion.rule)):
            if rule.least is not None and _under_age(rule):
                yield (
                    f'[criterion "{criterion.id}"] takes people under {ADULT}, but no children '
                    'take part; add "children" to participants, so that a parent answers for them.'
                )


def _grown_rules(flow: Flow) -> Iterator[str]:
    for criterion in flow.criteria:
        if any(map(_ends_young, ages_in(must_hold(criterion.rule)))):
            yield (
                f'[criterion "{criterion.id}"] takes nobody of {ADULT} or more, but adults take '
                'part; leave only "children" in participants.'
            )


def _ends_young(rule: AgeRule) -> bool:
    return rule.most is not None and rule.most < ADULT * IN_A_YEAR[rule.unit]


def _under_age(rule: AgeRule) -> bool:
    return (rule.least or 0) < ADULT * IN_A_YEAR[rule.unit]
