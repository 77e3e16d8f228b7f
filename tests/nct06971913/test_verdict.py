"""Rules over sets of values: all inside, all outside, or on both sides of a bound."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Literal

from cases import TODAY, shipped
from rows import each_row

from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnyRule,
    ChoiceRule,
    Flow,
    LimitRule,
    Mark,
    Rule,
    WindowRule,
)
from prescreen.flow.rules import rules_in
from prescreen.values import Age, Blank, Days, Dose, Interval, Measure, Picked, Value
from prescreen.verdict import (
    LASTING,
    MET,
    NOT_MET,
    UNKNOWN,
    Finding,
    Status,
    find,
    first_inside,
    narrowing,
)

FLOW: Flow = shipped().script.plan.flow
RULES = {each.id: each.rule for each in FLOW.criteria}


def _found(criterion: str, **view: Value) -> Finding | None:
    return find(FLOW, RULES[criterion], view, TODAY)


def _kg(lo: str, hi: str | None = None) -> Measure:
    return Measure("weight", Interval(Fraction(lo), Fraction(hi or lo)), "kg")


def _mg(lo: str, hi: str | None = None) -> Dose:
    return Dose(Interval(Fraction(lo), Fraction(hi or lo)), "mg")


@each_row(
    ("lo", "hi", "finding"),
    [
        ("45", "80", MET),
        ("44.9", "46", UNKNOWN),
        ("79", "80.1", UNKNOWN),
        ("40", "85", UNKNOWN),
        ("42", "43", UNKNOWN),
        ("41", "42.9", NOT_MET),
        ("82", "90", UNKNOWN),
        ("82.1", "90", NOT_MET),
        ("30", "45", UNKNOWN),
    ],
)
def test_a_range_of_weights_is_met_only_as_a_whole(lo: str, hi: str, finding: Finding) -> None:
    assert _found("I3b", weight=_kg(lo, hi)) == finding


@each_row(
    ("mg", "kg", "finding"),
    [
        (("40", "49.9"), ("50", "60"), MET),
        (("40", "50"), ("50", "60"), UNKNOWN),
        (("49.9", "60"), ("49", "50"), UNKNOWN),
        (("50", "60"), ("45", "50"), NOT_MET),
        (("50", "60"), ("45", "50.1"), UNKNOWN),
        (("50", "50"), ("50", "50"), NOT_MET),
    ],
)
def test_a_ratio_is_below_one_only_for_every_pair_of_values(
    mg: tuple[str, str], kg: tuple[str, str], finding: Finding
) -> None:
    found = _found(
        "I4",
        weight=_kg(*kg),
        steroid=Picked(("daily",)),
        steroid_shot=Picked(("no",)),
        steroid_drug=Picked(("prednisone",)),
        steroid_dose=_mg(*mg),
    )
    assert found == finding


def test_a_ratio_waits_for_every_question_it_needs() -> None:
    view: dict[str, Value] = {}
    for step, value in (
        ("weight", _kg("60")),
        ("steroid", Picked(("daily",))),
        ("steroid_shot", Picked(("no",))),
        ("steroid_drug", Picked(("cortisone",))),
        ("steroid_dose", Dose(Interval(Fraction(2), Fraction(2)), "tablet")),
    ):
        assert _found("I4", **view) is None
        view[step] = value
    assert _found("I4", **view) is None
    assert _found("I4", **view, steroid_strength=_mg("25")) == MET


def _days(start: str, end: str) -> Days:
    return Days(date.fromisoformat(start), date.fromisoformat(end))


@each_row(
    ("start", "end", "status", "until"),
    [
        ("2026-05-01", "2026-05-22", Status.MET, None),
        ("2026-05-22", "2026-05-23", Status.UNKNOWN, None),
        ("2026-05-23", "2026-05-31", Status.NOT_MET, "2026-12-01"),
        ("2026-06-01", "2026-08-31", Status.NOT_MET, "2027-03-01"),
    ],
)
def test_a_span_of_days_is_inside_or_outside_only_as_a_whole(
    start: str, end: str, status: Status, until: str | None
) -> None:
    found = _found("E4a", ivig=Picked(("yes",)), ivig_when=_days(start, end))
    day = date.fromisoformat(until) if until else None
    assert found == Finding(status, until=day)


@each_row("months", [1, 3, 6, 60])
@each_row("last_day", ["inside", "outside"])
@each_row("today", ["2026-11-23", "2027-02-28", "2028-02-29", "2026-08-31"])
def test_the_boundary_day_is_the_first_that_is_inside(
    months: int, last_day: Literal["inside", "outside"], today: str
) -> None:
    rule = WindowRule(question="q", months=months, last_day=last_day)
    day = date.fromisoformat(today)
    edge = first_inside(rule, day)
    before = date.fromordinal(edge.toordinal() - 1)
    assert find(FLOW, rule, {"q": Days(edge, edge)}, day) != MET
    assert find(FLOW, rule, {"q": Days(before, before)}, day) == MET
    assert narrowing(rule, Days(before, edge), day) is not None
    assert narrowing(rule, Days(edge, edge), day) is None


def test_no_age_settles_by_itself_what_straddles_a_bound() -> None:
    rule = RULES["I3a"]
    assert isinstance(rule, AgeRule)
    for least, most in ((17, 18), (65, 66), (10, 90)):
        assert narrowing(rule, Age(least, most), TODAY) is not None
        assert _found("I3a", age=Age(least, most), adult=Picked(("yes",))) == UNKNOWN
    assert narrowing(rule, Age(18, 65), TODAY) is None
    assert narrowing(rule, Age(66, 90), TODAY) is None


ANSWERS: dict[str, Finding] = {
    "yes": MET,
    "no": NOT_MET,
    "never": LASTING,
    "maybe": UNKNOWN,
}
MARKS: dict[str, Mark | Rule] = {
    "yes": "met",
    "no": "not_met",
    "never": "lasting",
    "maybe": "unknown",
}


def _joined(kind: type[AllRule] | type[AnyRule], answers: Iterable[str]) -> Finding | None:
    named = [f"q{number}" for number, _ in enumerate(answers)]
    rules = tuple(ChoiceRule(question=q, findings=MARKS) for q in named)
    view = {q: Picked((answer,)) for q, answer in zip(named, answers, strict=True)}
    return find(FLOW, kind(rules=rules), view, TODAY)


@each_row("answers", [*product(ANSWERS, repeat=2)])
def test_all_rules_hold_only_if_each_holds(answers: tuple[str, str]) -> None:
    found = _joined(AllRule, answers)
    assert found is not None
    statuses = {ANSWERS[each].status for each in answers}
    if Status.NOT_MET in statuses:
        assert found == (LASTING if "never" in answers else NOT_MET)
    else:
        assert found == (UNKNOWN if Status.UNKNOWN in statuses else MET)


@each_row("answers", [*product(ANSWERS, repeat=2)])
def test_any_rule_that_holds_is_enough(answers: tuple[str, str]) -> None:
    found = _joined(AnyRule, answers)
    assert found is not None
    if "yes" in answers:
        assert found == MET
    elif "maybe" in answers:
        assert found == UNKNOWN
    else:
        assert found == (LASTING if set(answers) == {"never"} else NOT_MET)


def test_no_unknown_counts_as_yes_or_as_no() -> None:
    """A question without a value leaves every rule that reads it open."""
    for criterion, rule in RULES.items():
        for each in rules_in(rule):
            if isinstance(each, ChoiceRule | LimitRule | WindowRule):
                for blank in (Blank.UNSURE, Blank.PRIVATE):
                    found = find(FLOW, each, {each.question: blank}, TODAY)
                    assert found == UNKNOWN, (criterion, each.question)


def _choice_rules(rule: Rule) -> Iterable[ChoiceRule]:
    return [each for each in rules_in(rule) if isinstance(each, ChoiceRule)]


def test_every_choice_of_every_question_has_its_finding() -> None:
    for criterion, rule in RULES.items():
        for each in _choice_rules(rule):
            choices = {choice.id for choice in FLOW.question(each.question).choices}
            assert each.findings.keys() == choices, criterion
