"""The flow is proved by classes of answers, and the classes hold for every conversation."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

import pytest
from proved import Proved
from random_people import converse

from flows import FLOWS
from prescreen.check import explore as exploring
from prescreen.check import proof as proving
from prescreen.check.classes import Classes
from prescreen.check.counts import Counts
from prescreen.check.explore import explore
from prescreen.check.marks import Key, Marks
from prescreen.check.proof import AWKWARD, Proof, prove
from prescreen.dialog import machine, route
from prescreen.dialog.dialog import Dialog, Script
from prescreen.dialog.plan import Plan
from prescreen.dialog.route import Route, begin, take
from prescreen.flow.load import load
from prescreen.flow.model import Flow, Rule
from prescreen.session.setting import open_setting
from prescreen.values import Blank, Value
from prescreen.verdict import MET, Finding, Outcome, Verdict, find, verdict

SECOND = Path(__file__).parent / "data" / "flows" / "second.toml"
THIRD = SECOND.with_name("third.toml")
DAYS = (date(2026, 11, 23), date(2026, 8, 31), date(2027, 3, 1), date(2026, 12, 31), AWKWARD)
PATHS = [SECOND, *(pytest.param(each, marks=pytest.mark.prove) for each in (THIRD, *FLOWS))]
"""`make check` explores the flows that are shipped, in both languages."""
PEOPLE = {**dict.fromkeys(FLOWS, 20_000), SECOND: 5_000, THIRD: 5_000}
FEW = 100

Next = Key | Outcome


def proof_on(path: Path, today: date) -> Proof:
    """The proof of a flow on a day, in both languages where it has them."""
    return prove(load(path), today, open_setting(path, None, None) if path in FLOWS else None)


@cache
def proof_of(path: Path) -> Proof:
    return proof_on(path, AWKWARD)


@pytest.fixture(params=PATHS, ids=lambda path: str(path.stem))
def path(request: pytest.FixtureRequest) -> Path:
    assert isinstance(request.param, Path)
    return request.param


def test_answers_that_multiply_are_told_of_and_not_explored_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(proving, "MOST_ANSWERS", 100)
    proof = proof_on(SECOND, AWKWARD)
    (problem,) = proof.problems
    found = re.match(r'\[question "(\w+)"\] its answers, together with those before it', problem)
    assert found
    assert found[1] in {each.id for each in load(SECOND).questions}
    assert proof.counts.answers < 200


def test_the_question_is_named_whose_answers_multiply_the_places() -> None:
    counts = Counts()
    counts.leads = {
        ("age",): [("birth",), Outcome.NOT_NOW],
        ("birth",): [("birth.narrow",), ("first", 1), ("first", 2)],
        ("birth.narrow",): [("first", 3), ("first", 2)],
        ("first", 1): [("last", 1), ("last", 2)],
        ("first", 2): [("last", 1)],
    }
    assert counts.multiplier() == "birth"


# ---- what is explored ---------------------------------------------------------------------------


def test_nothing_is_wrong(path: Path) -> None:
    assert proof_of(path).problems == ()


def test_every_place_leads_on_and_every_path_ends_in_an_outcome(path: Path) -> None:
    leads = proof_of(path).counts.leads
    for every in leads.values():
        assert every
        assert all(isinstance(each, Outcome) or each in leads for each in every)


def test_every_outcome_is_reached(path: Path) -> None:
    counts = proof_of(path).counts
    assert set(counts.ends) == set(Outcome)
    assert all(counts.conversations().values())


def test_the_questions_have_a_bound(path: Path) -> None:
    length = proof_of(path).counts.length()
    steps = machine.steps(Plan(load(path)))
    assert length.fewest == 1
    assert length.fewest < length.mean < length.most <= len(steps)


def test_the_summary_counts_what_was_explored() -> None:
    proof = proof_of(SECOND)
    places, answers = len(proof.counts.leads), proof.counts.answers
    assert f"{places} places explored with {answers} classes of answers" in proof.summary


def test_the_summary_counts_the_arrows_that_answers_take(path: Path) -> None:
    machine = next(each for each in proof_of(path).summary if each.startswith("machine: "))
    taken, leading = map(int, re.findall(r"(\d+) of the (\d+)", machine)[0])
    assert 0 < taken <= leading


def test_an_exploration_is_the_same_each_time() -> None:
    assert prove(load(SECOND)) == proof_of(SECOND)


# ---- flows that are wrong -----------------------------------------------------------------------


def edited(folder: Path, old: str, new: str) -> Flow:
    """The second flow with one text of it replaced."""
    text = SECOND.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file = folder / "edited.toml"
    file.write_text(text.replace(old, new), encoding="utf-8")
    return load(file)


SURGERY = 'asked_if = [{ question = "cough", is = ["yes"] }]'
BEFORE_ORGANS = 'id = "organs"\nkind = "ticks"\n'
WRONG = {
    "a date left out after another answer": (
        'asked_if = [{ question = "tea", is = ["before"] }]',
        'asked_if = [{ question = "tea", is = ["before"] }, { question = "cough", is = ["yes"] }]',
        '[question "organs"] ends without "tea_when", which T needs; put it after these. '
        "For example: age = 40 (born 1987-03-01), cough = no, tea = before, organs = heart.",
    ),
    "a criterion left out once something stands against joining": (
        BEFORE_ORGANS,
        BEFORE_ORGANS + 'asked_if = [{ question = "tea", is_not = ["now"] }]\n',
        '[question "tea"] ends with H neither decided nor left open; put its questions. '
        "For example: age = 40 (born 1987-03-01), cough = no, tea = now.",
    ),
    "a question that two conditions rule out": (
        SURGERY,
        'asked_if = [{ question = "cough", is = ["yes"] }, { question = "cough", is = ["no"] }]',
        '[question "surgery"] is never put, whatever is answered before it.',
    ),
    "a narrowing question of it": (
        'asked_if = [{ question = "tea", is = ["before"] }]',
        'asked_if = [{ question = "tea", is = ["now"] }, { question = "tea", is = ["never"] }]',
        '[question "tea_when"] its narrowing question is never put, '
        "whatever is answered before it.",
    ),
    "nobody can decline": (
        'declined_on = ["no"]',
        "",
        "[outcome] no answers lead to declined: no question has declined_on. Name the answer in "
        "which somebody declines.",
    ),
    "nobody is eligible": (
        'before = { kind = "window", question = "tea_when", months = 2 }\nnever = "met"',
        'before = { kind = "window", question = "tea_when", months = 2, outside = "unknown" }\n'
        'never = "unknown"',
        "[outcome] no answers lead to likely_eligible: T is never met. Let an answer to "
        '"tea" or "tea_when" be met, or set at_site where only the hospital can settle it.',
    ),
    "a finding that waits behind an answer never asked for": (
        SURGERY,
        'asked_if = [{ question = "cough", is = ["no"] }]',
        '[criterion "C"] the rule can give met, but no answers do.',
    ),
    "a choice that may be called maybe": (
        '{ id = "large", label = "A large one" }',
        '{ id = "large", label = "A large one", words = ["maybe"] }',
        '[question "surgery"] choice "large": "maybe" means "unsure" and counts as an answer; '
        "remove it.",
    ),
    "a number that decides if a question is put": (
        BEFORE_ORGANS,
        BEFORE_ORGANS + 'asked_if = [{ question = "age", at_least = 30 }]\n',
        'decides if "organs" is put, so its rule has to branch the same way',
    ),
    "an outcome that is said never to come": (
        "[protocol]",
        '[never]\nnot_now = "Nothing in it ends."\n\n[protocol]',
        "[never] not_now: some answers lead to it. Take the reason out.",
    ),
    "a window under the wrong choice": (
        'asked_if = [{ question = "tea", is = ["before"] }]',
        'asked_if = [{ question = "tea", is = ["never"] }]',
        '[criterion "T"] the rule can give not_met until a date, but no answers do.',
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_flow_is_told_of(case: str, tmp_path: Path) -> None:
    old, new, sentence = WRONG[case]
    problems = prove(edited(tmp_path, old, new)).problems
    assert any(sentence == each or sentence in each for each in problems), problems


def test_an_outcome_that_a_text_can_not_have_is_said_with_its_reason(tmp_path: Path) -> None:
    """Nothing lasts in this flow, and nobody is too old."""
    path = tmp_path / "mild.toml"
    text = SECOND.read_text(encoding="utf-8").replace('"lasting"', '"not_met"')
    path.write_text(text.replace("least = 18, most = 40", "least = 18"), encoding="utf-8")
    (problem,) = prove(load(path)).problems
    assert problem.startswith("[outcome] no answers lead to not_this_study")
    assert 'say why in [never]: not_this_study = "..."' in problem
    told = path.read_text(encoding="utf-8").replace(
        "[protocol]", '[never]\nnot_this_study = "Nothing in it lasts."\n\n[protocol]'
    )
    path.write_text(told, encoding="utf-8")
    proof = prove(load(path))
    assert proof.problems == ()
    assert "not_this_study: never, for this reason: Nothing in it lasts." in proof.summary


# ---- a program that is wrong --------------------------------------------------------------------


def said_of_second() -> list[str]:
    """What is said of the second flow, without the examples."""
    return [each.split(" For example: ")[0] for each in prove(load(SECOND)).problems]


def test_a_missing_arrow_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    real = machine.arrows
    gone = machine.Arrow(machine.Trigger.FORWARD, "tea", "organs")
    monkeypatch.setattr(machine, "arrows", lambda plan, *_: [a for a in real(plan) if a != gone])
    assert said_of_second()[0] == '[question "tea"] has no arrow on to "organs".'


def test_a_way_back_that_is_missing_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    real = machine.arrows
    gone = machine.Arrow(machine.Trigger.BACK, "organs", "tea")
    monkeypatch.setattr(machine, "arrows", lambda plan, *_: [a for a in real(plan) if a != gone])
    assert said_of_second()[0] == "[machine] no arrow back from organs to tea."


def test_a_missing_way_to_the_early_result_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    real = machine.arrows
    monkeypatch.setattr(
        machine,
        "arrows",
        lambda plan, *_: [
            a for a in real(plan) if a.source != "organs" or a.trigger != machine.Trigger.ENOUGH
        ],
    )
    assert said_of_second()[0] == '[question "organs"] no arrow enough from organs to not_now.'


def test_a_way_back_from_the_early_result_that_is_missing_is_told_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = machine.arrows
    monkeypatch.setattr(
        machine,
        "arrows",
        lambda plan, *_: [a for a in real(plan) if a.trigger != machine.Trigger.RESUME],
    )
    assert said_of_second()[0] == '[question "organs"] no arrow resume from not_now to organs.'


def test_a_result_that_comes_too_early_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Dialog, "enough", True)
    assert '[question "age"] gives a result before enough is known.' in said_of_second()


def test_a_result_that_is_refused_though_enough_is_known_is_told_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Dialog, "enough", False)
    assert any("refuses the result, though" in each for each in said_of_second())


def test_a_loop_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    real = take

    def around(plan: Plan, before: Route, value: Value, today: date) -> Route:
        after = real(plan, before, value, today)
        return replace(after, waiting="cough") if after.waiting == "organs" else after

    monkeypatch.setattr(exploring, "take", around)
    assert '[question "tea"] leads back to "cough".' in said_of_second()


def test_a_criterion_left_out_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    real = find
    left_out = next(each.rule for each in load(SECOND).criteria if each.id == "H")

    def half(flow: Flow, rule: Rule, view: Mapping[str, Value], today: date) -> Finding | None:
        return None if rule == left_out else real(flow, rule, view, today)

    monkeypatch.setattr(route, "find", half)
    sentence = '[question "willing"] ends with H neither decided nor left open; put its questions.'
    assert sentence in said_of_second()


def test_a_hasty_outcome_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    hasty = Verdict(Outcome.LIKELY_ELIGIBLE)
    monkeypatch.setattr(exploring, "verdict", lambda *_: hasty)
    assert '[question "age"] ends in likely_eligible though A is not met.' in said_of_second()


def test_a_lasting_finding_that_ends_nothing_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(route, "final", lambda *_: False)
    assert '[question "surgery"] goes on though C is not_met for good.' in said_of_second()


def test_unsure_taken_for_a_yes_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    real = find

    def sure(flow: Flow, rule: Rule, view: Mapping[str, Value], today: date) -> Finding | None:
        found = real(flow, rule, view, today)
        return MET if found and view.get("organs") is Blank.UNSURE else found

    monkeypatch.setattr(route, "find", sure)
    assert '[question "organs"] takes "unsure" for an answer: H is met.' in said_of_second()


def test_a_sensitive_question_for_nothing_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(route, "is_asked", lambda _plan, question, *_: not question.asked_if)
    sentence = '[question "child"] is sensitive, and is put though it can\'t matter.'
    assert sentence in said_of_second()


def test_a_change_that_is_not_heard_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    real = Dialog._keep

    def deaf(dialog: Dialog, step: str, value: Value) -> None:
        if dialog.value(step) is None:
            real(dialog, step, value)

    monkeypatch.setattr(Dialog, "_keep", deaf)
    assert any("leads elsewhere than to give it at once" in each for each in said_of_second())


def test_an_answer_kept_to_a_question_of_another_answer_is_told_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = Dialog._keep

    def keen(dialog: Dialog, step: str, value: Value) -> None:
        before = dict(dialog._answers)
        real(dialog, step, value)
        dialog._answers = {**before, step: value}
        dialog._route = None

    monkeypatch.setattr(Dialog, "_keep", keen)
    assert any("leads elsewhere than to give it at once" in each for each in said_of_second())


# ---- the classes hold for every conversation ----------------------------------------------------


def assert_explored(leads: Mapping[Key, list[Next]], marks: Marks, dialog: Dialog) -> None:
    """Each step of a conversation is one that the exploration has from there."""
    plan, today = marks.plan, marks.today
    path = begin(plan, today)
    ended = dialog.verdict
    assert ended is not None
    for step in dialog.route.steps:
        key, value = marks.key(path), dialog.value(step)
        assert value is not None
        path = take(plan, path, value, today)
        assert (marks.key(path) if path.waiting else ended.outcome) in leads[key]


def test_random_conversations_are_explored(path: Path) -> None:
    script, leads = Script.of(load(path)), proof_of(path).counts.leads
    marks = Marks(script.plan, AWKWARD)
    ends = set()
    for seed in range(FEW):
        dialog = converse(script, AWKWARD, Random(seed))
        assert_explored(leads, marks, dialog)
        ends.add(dialog.verdict.outcome if dialog.verdict else None)
    assert ends >= set(Outcome) - {Outcome.LIKELY_ELIGIBLE}


@pytest.mark.prove
@pytest.mark.parametrize("today", DAYS, ids=str)
def test_many_more_random_conversations_are_explored(
    path: Path, today: date, proved: Proved
) -> None:
    script, leads = Script.of(load(path)), prove(load(path), today).counts.leads
    marks = Marks(script.plan, today)
    for seed in range(PEOPLE[path]):
        assert_explored(leads, marks, converse(script, today, Random(seed)))
    proved("random conversations that went as explored", PEOPLE[path])


@pytest.mark.prove
@pytest.mark.parametrize("today", DAYS, ids=str)
def test_nothing_is_wrong_on_other_days(path: Path, today: date, proved: Proved) -> None:
    assert proof_on(path, today).problems == ()
    proved("explorations of a flow on a day")


@pytest.mark.prove
@pytest.mark.parametrize("today", DAYS, ids=str)
def test_paths_with_one_key_lead_to_the_same(path: Path, today: date) -> None:
    plan = Plan(load(path))
    classes, marks = Classes(plan, today), Marks(plan, today)

    def ways(behind: Route) -> set[Next]:
        ahead = [take(plan, behind, value, today) for value in classes.at(behind)]
        return {
            marks.key(each)
            if each.waiting
            else verdict(plan.flow, each.findings, each.view, today).outcome
            for each in ahead
        }

    explored = list(explore(plan, today))
    kept = {place.key: ways(place.route) for place, _ in explored}
    for _, branches in explored:
        for branch in branches:
            assert branch.key is None or ways(branch.route) == kept[branch.key]
