"""What a rule says by itself, where no shipped flow asks it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from cases import SECOND, TODAY, shipped
from rows import each_row

from prescreen.dialog.dialog import Dialog, Stuck
from prescreen.dialog.listen import listen
from prescreen.dialog.machine import Trigger
from prescreen.dialog.narrow import narrowed
from prescreen.dialog.plan import Plan
from prescreen.dialog.route import begin, take
from prescreen.flow.load import load
from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnyRule,
    ChoiceRule,
    Flow,
    LimitRule,
    Mark,
    RatioRule,
    Rule,
    WindowRule,
)
from prescreen.flow.rules import can_break
from prescreen.values import (
    ONE_DAY,
    Age,
    Blank,
    Days,
    Dose,
    Interval,
    Measure,
    Picked,
    Refusal,
    Value,
    add_months,
)
from prescreen.verdict import (
    LASTING,
    MET,
    NOT_MET,
    UNKNOWN,
    Finding,
    Narrowing,
    Status,
    clear_day,
    final,
    find,
    first_inside,
    may_be_under,
    narrowing,
)

MARKS: dict[str, Mark | Rule] = {
    "yes": "met",
    "no": "not_met",
    "never": "lasting",
    "perhaps": "unknown",
}
WEEK = Days(TODAY - 7 * ONE_DAY, TODAY - 7 * ONE_DAY)


def flow() -> Flow:
    return shipped().script.plan.flow


def choice(question: str) -> ChoiceRule:
    return ChoiceRule(question=question, findings=MARKS)


def window(question: str, months: int = 6) -> WindowRule:
    return WindowRule(question=question, months=months)


def adults(*, if_open: ChoiceRule | None = None) -> AgeRule:
    return AgeRule(question="age", least=18, most=65, if_open=if_open)


def per_kilogram() -> RatioRule:
    return RatioRule(
        drug="drug",
        dose="dose",
        strength="strength",
        weight="weight",
        reference_mg=Fraction(5),
        below=Fraction(1),
    )


def until(months: int) -> date:
    return add_months(WEEK.start, months) + ONE_DAY


def picked(**said: str) -> Mapping[str, Value]:
    return {question: Picked((each,)) for question, each in said.items()}


EITHER = AnyRule(rules=(choice("a"), choice("b")))
ANY = {
    ("yes", "never"): MET,
    ("perhaps", "yes"): MET,
    ("no", "perhaps"): UNKNOWN,
    ("no", "never"): NOT_MET,
    ("never", "never"): LASTING,
}


@each_row("said", ANY)
def test_any_is_met_by_one_and_broken_by_all(said: tuple[str, str]) -> None:
    assert find(flow(), EITHER, picked(a=said[0], b=said[1]), TODAY) == ANY[said]


def test_any_waits_until_each_of_its_questions_was_come_to() -> None:
    assert find(flow(), EITHER, picked(a="yes"), TODAY) is None


def test_any_is_mended_by_the_first_date_and_all_by_the_last() -> None:
    rules, view = (window("a"), window("b", 3)), {"a": WEEK, "b": WEEK}
    first, last = (Finding(Status.NOT_MET, until=until(each)) for each in (3, 6))
    assert find(flow(), AnyRule(rules=rules), view, TODAY) == first
    assert find(flow(), AllRule(rules=rules), view, TODAY) == last


def test_any_is_mended_by_the_one_date_there_is_and_all_by_none() -> None:
    rules, view = (window("a"), choice("b")), {"a": WEEK, **picked(b="no")}
    assert find(flow(), AnyRule(rules=rules), view, TODAY) == Finding(
        Status.NOT_MET, until=until(6)
    )
    assert find(flow(), AllRule(rules=rules), view, TODAY) == NOT_MET


def test_all_lasts_where_one_of_its_broken_rules_lasts() -> None:
    both = AllRule(rules=(choice("a"), choice("b")))
    assert find(flow(), both, picked(a="no", b="never"), TODAY) == LASTING


def test_a_rule_inside_a_rule_reads_the_flow_and_the_day_too() -> None:
    inner = per_kilogram()
    for rule in (AllRule(rules=(inner, window("w"))), AnyRule(rules=(inner, window("w")))):
        found = find(flow(), rule, {**_steroid(60), "w": WEEK}, TODAY)
        assert found is not None
        assert found.status is Status.NOT_MET


def _steroid(mg: int, kg: int = 60) -> Mapping[str, Value]:
    return {
        "drug": Picked(("prednisone",)),
        "dose": Dose(Interval(Fraction(mg), Fraction(mg)), "mg"),
        "weight": Measure("weight", Interval(Fraction(kg), Fraction(kg)), "kg"),
    }


def test_a_dose_for_each_kilogram_waits_for_the_weight() -> None:
    rule = per_kilogram()
    view = {key: value for key, value in _steroid(60).items() if key != "weight"}
    assert find(flow(), rule, view, TODAY) is None
    assert find(flow(), rule, {**view, "weight": Blank.UNSURE}, TODAY) == UNKNOWN
    assert find(flow(), rule, {**view, "weight": Blank.NOT_APPLICABLE}, TODAY) == UNKNOWN


def test_a_dose_for_each_kilogram_has_bounds_like_every_number() -> None:
    plain = RatioRule(dose="dose", weight="weight", at_most=Fraction(1), margin=Fraction(1, 10))
    for mg, found in ((60, MET), (66, UNKNOWN), (67, NOT_MET)):
        assert find(flow(), plain, _steroid(mg), TODAY) == found
    assert find(flow(), replace(plain, at_most=None, below=Fraction(1)), _steroid(60), TODAY) == (
        UNKNOWN
    )


@each_row(
    ("age", "under"),
    [(Age(17, 18), True), (Age(18, 70), False), (Blank.UNSURE, True), (Blank.PRIVATE, True)],
)
def test_youth_is_ruled_out_by_the_youngest_age_alone(age: Value, under: bool) -> None:
    assert may_be_under(adults(), age, TODAY) is under


def test_an_open_age_without_a_further_rule_stays_open() -> None:
    for age in (Age(17, 18), Age(65, 66), Blank.UNSURE):
        assert find(flow(), adults(), {"age": age}, TODAY) == UNKNOWN


def test_an_open_age_asks_the_further_rule_only_where_youth_is_not_ruled_out() -> None:
    rule = adults(if_open=choice("adult"))
    for age, finding in ((Age(17, 18), NOT_MET), (Age(65, 66), UNKNOWN), (Age(30, 30), MET)):
        assert find(flow(), rule, {"age": age, **picked(adult="no")}, TODAY) == finding
    assert find(flow(), rule, {"age": Age(17, 18)}, TODAY) == UNKNOWN


def test_a_rule_under_an_open_age_is_of_today() -> None:
    rule = AgeRule(question="age", least=18, most=65, if_open=window("last"))
    view: Mapping[str, Value] = {"age": Age(17, 18), "last": WEEK}
    assert find(flow(), rule, view, TODAY) == Finding(Status.NOT_MET, until=until(6))


def test_a_rule_under_an_open_age_reads_the_flow_too() -> None:
    rule = AgeRule(question="age", least=18, most=65, if_open=per_kilogram())
    view: Mapping[str, Value] = {"age": Age(17, 18), **_steroid(60)}
    assert find(flow(), rule, view, TODAY) == NOT_MET


def test_ages_on_both_sides_of_either_bound_are_narrowed() -> None:
    for straddles in (Age(17, 18), Age(65, 66), Age(18, 66), Age(17, 66)):
        assert narrowing(adults(), straddles, TODAY) == Narrowing()
    for settled in (Age(10, 17), Age(18, 65), Age(66, 70)):
        assert narrowing(adults(), settled, TODAY) is None


@each_row("months", [1, 3, 6, 60])
@each_row("after", range(0, 800, 37))
def test_the_first_day_inside_is_the_day_after_the_last_one_outside(
    months: int, after: int
) -> None:
    today, rule = date(2027, 2, 27) + timedelta(days=after), window("w", months)
    inside = first_inside(rule, today)
    assert clear_day(rule, inside - ONE_DAY) <= today < clear_day(rule, inside)


def test_a_conversation_is_over_for_somebody_who_will_be_too_old() -> None:
    dated = {"E4a": Finding(Status.NOT_MET, until=date(2027, 3, 1))}
    for years, over in ((65, True), (64, False)):
        born = add_months(TODAY, -12 * years - 12) + ONE_DAY
        view = {"age": Age(years, years, Days(born, born))}
        assert final(flow(), dated, view, TODAY) is over
    assert not final(flow(), dated, {}, TODAY)


def test_no_rule_is_decided_before_its_question_was_come_to() -> None:
    kilograms = LimitRule(question="weight", at_least=Fraction(45), at_most=Fraction(80))
    for rule in (adults(), choice("a"), kilograms, window("w"), per_kilogram()):
        assert find(flow(), rule, {}, TODAY) is None


def test_a_dose_breaks_its_rule_unless_it_is_only_to_be_checked() -> None:
    rule = per_kilogram()
    assert can_break(rule)
    assert not can_break(replace(rule, outside="unknown"))


def test_a_question_that_is_not_there_is_a_fault() -> None:
    with pytest.raises(KeyError):
        flow().question("nothing")


def test_an_arrow_that_is_not_there_is_a_fault() -> None:
    dialog = Dialog(shipped().script, TODAY)
    with pytest.raises(Stuck, match="no arrow forward from language to adult"):
        dialog._go(Trigger.FORWARD, "adult")


@pytest.mark.parametrize("text", ["unsure+unsure", "unsure"])
def test_to_tick_only_unsure_is_unsure(text: str) -> None:
    assert listen(flow().question("organs"), text, TODAY, {}) is Blank.UNSURE


@pytest.mark.parametrize("text", ["40 mg of Medrol", "Medrol 40 mg"])
def test_a_dose_may_name_its_drug(text: str) -> None:
    heard = listen(
        flow().question("steroid_dose"), text, TODAY, {}, ("methylprednisolone", "Medrol")
    )
    assert heard == Dose(Interval(Fraction(40), Fraction(40)), "mg")


@pytest.mark.parametrize(
    ("text", "names", "known"),
    [
        ("7.5mg pred", ("prednisone",), True),
        ("7.5 mg of pred", ("prednisolone",), True),
        ("7.5mg pred", ("methylprednisolone", "Medrol"), False),
        ("7.5mg prednisol", ("prednisone",), False),
        ("7.5mg omep", ("prednisone",), False),
    ],
)
def test_a_name_may_be_cut_short_if_it_is_still_that_of_the_drug(
    text: str, names: tuple[str, ...], known: bool
) -> None:
    heard = listen(flow().question("steroid_dose"), text, TODAY, {}, names)
    said = Dose(Interval(Fraction("7.5"), Fraction("7.5")), "mg")
    assert (heard == said) == known
    assert known or isinstance(heard, Refusal)


EARLY = ('no = "unknown" } },', 'no = "lasting" } },')


def test_a_rule_broken_for_good_ends_it_once_its_other_question_is_passed_over(
    tmp_path: Path,
) -> None:
    text = SECOND.read_text(encoding="utf-8")
    assert EARLY[0] in text
    (tmp_path / "second.toml").write_text(text.replace(*EARLY), encoding="utf-8")
    plan = Plan(load(tmp_path / "second.toml"))
    path = begin(plan, TODAY)
    for value in (Age(30, 30), Picked(("no",))):
        path = take(plan, path, value, TODAY)
    assert (path.stopped, path.waiting, path.steps) == (True, None, ("age", "cough"))


def test_an_answer_of_one_kind_narrows_no_answer_of_another() -> None:
    edge = Narrowing(TODAY)
    assert narrowed(Picked(("yes",)), Picked(("before",)), edge, TODAY) is None
