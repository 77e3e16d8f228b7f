"""What a flow file's tables say of each other: every reference, checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import assert_never

from prescreen.flow.asked_if import conditions_in
from prescreen.flow.choice_problems import RESERVED, choice_problems
from prescreen.flow.doses import dose_problems, dose_question_problems, dose_rule_problems, drugs_of
from prescreen.flow.gate import NO, YES, age_left_open, gate_of, gate_problems
from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnswerIs,
    AnyOf,
    AnyRule,
    BmiRule,
    ChoiceRule,
    Condition,
    Criterion,
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
from prescreen.flow.named import reads, unknown
from prescreen.flow.number_problems import (
    bound_problems,
    limit_problems,
    measure_problems,
    number_condition_problems,
    question_problems,
)
from prescreen.flow.placeholders import brace_problems
from prescreen.flow.question_order import order_problems
from prescreen.flow.room import possible_problems
from prescreen.flow.rules import (
    Timed,
    ages_in,
    can_break,
    marks_of,
    needs_day,
    questions_of,
    settled_at,
    weight_of,
)
from prescreen.flow.states import PAGES
from prescreen.flow.time_problems import age_problems, interval_problems, window_problems
from prescreen.values.outcomes import Outcome

_TAKEN = frozenset[str]((*PAGES, *Outcome))
"""What no question may be called, for a state is called so."""


def problems(flow: Flow) -> list[str]:
    """A sentence for each broken reference, with its table and the nearest valid name."""
    found = [
        *_repeated("question", (each.id for each in flow.questions)),
        *_repeated("criterion", (each.id for each in flow.criteria)),
        *_repeated("term", (each.id for each in flow.terms)),
        *_repeated("trial fact", (each.id for each in flow.trial.facts)),
        *_repeated("trial asked", (each.id for each in flow.trial.asked)),
    ]
    if found:
        return found
    found += [f"[trial] {each}" for each in _terms(flow, flow.trial.terms)]
    for question in flow.questions:
        if question.id in _TAKEN:
            found.append(f'[question "{question.id}"] this id is the name of a page; take another.')
        found += [f'[question "{question.id}"] {each}' for each in _question(flow, question)]
    for criterion in flow.criteria:
        found += [f'[criterion "{criterion.id}"] {each}' for each in _criterion(flow, criterion)]
    return found or [
        *gate_problems(flow),
        *_unused(flow),
        *order_problems(flow),
        *dose_problems(flow),
        *brace_problems(flow),
        *possible_problems(flow),
    ]


def _repeated(table: str, ids: Iterable[str]) -> Iterator[str]:
    for each, count in Counter(ids).items():
        if count > 1:
            yield f'[{table} "{each}"] this id is used {count} times; give each its own.'


def _question(flow: Flow, question: Question) -> Iterator[str]:
    yield from choice_problems(question)
    yield from question_problems(question)
    earlier = [each.id for each in flow.questions[: flow.questions.index(question)]]
    for condition in question.asked_if:
        yield from _condition(flow, condition, earlier)
    for key, ids in (("stop_on", question.stop_on), ("declined_on", question.declined_on)):
        yield from _answer_ids(key, question, ids)
    for key, name in (("drug", question.drug), ("forget_if_changed", question.forget_if_changed)):
        if name is not None and name not in earlier:
            yield unknown(key, "earlier question", name, earlier)
    yield from _terms(flow, question.terms)
    for choice in question.choices:
        if choice.tell_doctor and question.sensitive:
            yield (
                f'choice "{choice.id}": tell_doctor would show a private answer on the result; '
                "remove it."
            )
    yield from dose_question_problems(flow, question)


def _terms(flow: Flow, names: Iterable[str]) -> Iterator[str]:
    terms = [each.id for each in flow.terms]
    for name in names:
        if name not in terms:
            yield unknown("terms", "term", name, terms)


def _answer_ids(key: str, question: Question, ids: Iterable[str]) -> Iterator[str]:
    valid = [*(each.id for each in question.choices), *RESERVED[: 1 + question.sensitive]]
    for name in ids:
        if name not in valid:
            yield unknown(key, f'answer to "{question.id}" called', name, valid)


def _condition(
    flow: Flow,
    condition: Condition,
    earlier: list[str],
) -> Iterator[str]:
    match condition:
        case AnswerIs():
            if condition.question not in earlier:
                yield unknown("asked_if", "earlier question", condition.question, earlier)
            else:
                ids = (*condition.is_, *condition.is_not)
                yield from _answer_ids("asked_if", flow.question(condition.question), ids)
            if bool(condition.is_) == bool(condition.is_not):
                yield 'asked_if: name answers with either "is" or "is_not".'
        case MayBeUnder():
            valid = [
                each.id
                for each in flow.criteria
                if any(rule.question in earlier for rule in ages_in([each.rule]))
            ]
            if condition.may_be_under not in valid:
                name = condition.may_be_under
                yield unknown("asked_if", "criterion of an earlier age question", name, valid)
        case StrengthMissing():
            valid = [each for each in earlier if flow.question(each).kind == "dose"]
            if condition.strength_missing not in valid:
                name = condition.strength_missing
                yield unknown("asked_if", "earlier dose question", name, valid)
        case NumberIs():
            yield from number_condition_problems(flow, condition, earlier)
        case AnyOf():
            for each in condition.any:
                yield from _condition(flow, each, earlier)
        case MayBeMinor() | NothingAgainst():
            pass
        case _:
            assert_never(condition)


def _criterion(flow: Flow, criterion: Criterion) -> Iterator[str]:
    if criterion.sentence not in flow.protocol:
        yield unknown("sentence", "protocol sentence", criterion.sentence, flow.protocol)
    found = [*_rule(flow, criterion.rule)]
    yield from found
    if found:
        return
    if criterion.reason is None and can_break(criterion.rule):
        yield 'this criterion can be not_met; add the key "reason" that says why.'
    decided = ", ".join(sorted(marks_of(criterion.rule) - {"unknown"}))
    if criterion.at_site and decided:
        yield f'at_site: the rule can give {decided}; make it all "unknown", or remove at_site.'
    answers = {
        name
        for question in map(flow.question, questions_of(criterion.rule))
        if question.choices
        for name in (*(each.id for each in question.choices), *RESERVED[: 1 + question.sensitive])
    }
    for key, table in (("because", criterion.because), ("who_after", criterion.who_after)):
        for name in table:
            if name not in answers:
                yield unknown(key, "answer it reads called", name, answers)


def _rule(flow: Flow, rule: Rule) -> Iterator[str]:
    match rule:
        case ChoiceRule():
            yield from reads(flow, rule.question, ("choice", "ticks"))
            yield from _choice_findings(flow, rule)
        case AgeRule():
            found = [*reads(flow, rule.question, ("age",))]
            yield from found or _narrow(flow, rule)
            yield from age_problems(rule)
            if rule.if_open:
                yield from _rule(flow, rule.if_open)
        case LimitRule():
            yield from limit_problems(flow, rule)
        case WindowRule():
            found = [*reads(flow, rule.question, ("when",))]
            yield from found or _narrow(flow, rule)
            yield from window_problems(rule)
        case BmiRule():
            yield from bound_problems(rule)
            yield from measure_problems(flow, rule.weight, "weight")
            yield from measure_problems(flow, rule.height, "height")
        case IntervalRule():
            found = [*reads(flow, rule.start, ("when", "age")), *reads(flow, rule.end, ("when",))]
            yield from found
            yield from interval_problems(rule)
            yield from () if found else _narrow(flow, rule)
        case RatioRule() | DailyDoseRule():
            yield from bound_problems(rule)
            yield from dose_rule_problems(flow, rule)
            if weight := weight_of(rule):
                yield from measure_problems(flow, weight, "weight")
        case AllRule() | AnyRule():
            for each in rule.rules:
                yield from _rule(flow, each)
        case _:
            assert_never(rule)


def _choice_findings(flow: Flow, rule: ChoiceRule) -> Iterator[str]:
    question = next((each for each in flow.questions if each.id == rule.question), None)
    if question is None:
        return
    choices = [each.id for each in question.choices]
    for name in rule.findings:
        if name not in choices:
            yield unknown("findings", f'choice of "{rule.question}" called', name, choices)
    for name in choices:
        if name not in rule.findings:
            yield f'findings: the choice "{name}" of "{rule.question}" has none; add it.'
    for each in rule.findings.values():
        if not isinstance(each, str):
            yield from _rule(flow, each)


def _narrow(flow: Flow, rule: Timed) -> Iterator[str]:
    name = settled_at(flow, rule)
    question = flow.question(name)
    if question.narrow is None:
        yield f'rule: the question "{name}" needs the key "narrow", in case an answer is too wide.'
        return
    forms = (question.narrow.patient, question.narrow.caregiver)
    if needs_day(rule) and not all("{day}" in each for each in forms):
        yield f'rule: the "narrow" text of "{name}" has to name {{day}}.'


def _unused(flow: Flow) -> Iterator[str]:
    read = {name for each in flow.criteria for name in questions_of(each.rule)}
    gate = gate_of(flow)
    needed = {gate.age, gate.adult} if gate else {None}
    for question in flow.questions:
        if question.id not in read | needed and not question.declined_on:
            fix = "remove it or give it a rule"
            if any(age_left_open(flow, each) for each in conditions_in(question.asked_if)):
                fix = (
                    "if it is to open the age gate, its one condition is may_be_minor = true, by "
                    f"itself, and its choices are {YES} and {NO}"
                )
            yield f'[question "{question.id}"] no criterion reads it; {fix}.'
    claimed = {each.sentence for each in flow.criteria}
    for name in flow.protocol:
        if name not in claimed:
            yield f'[protocol] the sentence "{name}" has no criterion; add one.'
    named = {name for question in flow.questions for name in drugs_of(flow, question)}
    for name in flow.drugs:
        if name not in named:
            yield f"[drug] {unknown(name, 'choice of a drug question called', name, named)}"
