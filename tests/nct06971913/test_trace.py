"""From each sentence of the protocol to what a patient hears, with no empty cell."""

from dataclasses import replace

import pytest

from prescreen.check import check
from prescreen.check.rule_words import findings_of, in_words
from prescreen.check.trace import trace, trace_problems
from prescreen.cli import main as cli
from prescreen.files import places
from prescreen.flow.load import load
from prescreen.flow.model import AllRule, AnyRule, ChoiceRule

NOTHING = AllRule(rules=())
SHIPPED = places.flows() / "nct06971913.toml"


def test_the_page_names_every_sentence_criterion_question_and_text() -> None:
    flow = load(SHIPPED)
    page = trace(SHIPPED, flow)
    for sentence in flow.protocol.values():
        assert f"> {sentence}" in page
    for question in flow.questions:
        assert f"`{question.id}` {question.ask.patient}" in page
    for criterion in flow.criteria:
        texts = [criterion.open, *criterion.because.values()]
        texts += [criterion.reason] if criterion.reason else []
        assert all(text.patient in page for text in texts)


def test_the_page_says_the_outcome_in_both_languages() -> None:
    page = trace(SHIPPED, load(SHIPPED))
    assert "| Said when open, en | A lupus doctor needs to confirm if it is SLE. |" in page
    assert "| Said when open, zh_CN | 需要风湿科医生确认" in page


def test_words_that_are_no_criterion_stand_with_their_reason() -> None:
    page = trace(SHIPPED, load(SHIPPED))
    assert "| male or female, gender ratio is not limited | It sets no limit" in page


def test_an_empty_cell_is_named() -> None:
    flow = load(SHIPPED)
    criteria = tuple(
        replace(each, rule=NOTHING) if each.id == "E1" else each for each in flow.criteria
    )
    found = trace_problems(SHIPPED, replace(flow, criteria=criteria))
    assert [each.split(" of the trace")[0] for each in found] == [
        f'nct06971913.toml: [criterion "E1"] its row "{row}"'
        for row in ("Questions", "Rule", "Findings")
    ]


def test_a_rule_that_can_break_without_a_reason_is_named() -> None:
    flow = load(SHIPPED)
    criteria = tuple(
        replace(each, reason=None) if each.id == "E3" else each for each in flow.criteria
    )
    found = trace_problems(SHIPPED, replace(flow, criteria=criteria))
    assert len(found) == 2
    assert all('"Said when not met' in each for each in found)


@pytest.mark.usefixtures("unproved")
def test_check_reads_the_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prescreen.check.trace.trace_problems", lambda path, flow: ["An empty."])
    found, _ = check([SHIPPED])
    assert "An empty." in found


@pytest.mark.parametrize("rule", [NOTHING, AnyRule(rules=())])
def test_a_rule_of_nothing_has_no_words_and_no_findings(rule: AllRule | AnyRule) -> None:
    assert in_words(load(SHIPPED), rule) == ""
    assert findings_of(rule) == ()


def test_findings_are_listed_once_and_in_order() -> None:
    rule = ChoiceRule(question="lupus", findings={"no": "lasting", "yes": "met", "now": "not_met"})
    assert findings_of(rule) == ("met", "not met, no date", "not met, lasting", "unknown")


def test_the_verb_prints_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--trace", "--flow", str(SHIPPED)]) == 0
    assert capsys.readouterr().out == trace(SHIPPED, load(SHIPPED))


def test_one_page_at_a_time(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["check", "--trace", "--queries"])
    assert ended.value.code == 2
    assert "not allowed with" in capsys.readouterr().err
