"""What a rule can give, by itself, whatever is answered."""

from rows import each_row

from prescreen.flow.model import AllRule, AnyRule, ChoiceRule, Mark, Rule, WindowRule
from prescreen.flow.rules import marks_of
from prescreen.values.findings import DATED


def choice(*marks: Mark) -> Rule:
    return ChoiceRule(question="q", findings=dict(zip("abcd", marks, strict=False)))


WINDOW = WindowRule(question="w", months=6)
OPEN = choice("unknown", "unknown")
KIND = choice("met", "not_met")
RULES: dict[str, tuple[Rule, set[str]]] = {
    "a choice that is left open": (OPEN, {"unknown"}),
    "a choice may always be left open": (KIND, {"met", "not_met", "unknown"}),
    "a window has a date": (WINDOW, {"met", DATED, "unknown"}),
    "one open rule of all leaves no way to be met": (
        AllRule(rules=(OPEN, KIND)),
        {"not_met", "unknown"},
    ),
    "all are met together": (
        AllRule(rules=(WINDOW, KIND)),
        {"met", "not_met", DATED, "unknown"},
    ),
    "one open rule of any leaves no way to break": (
        AnyRule(rules=(OPEN, KIND)),
        {"met", "unknown"},
    ),
    "any breaks with the date of one": (AnyRule(rules=(WINDOW, KIND)), {"met", DATED, "unknown"}),
    "any breaks without a date where none has one": (
        AnyRule(rules=(KIND, KIND)),
        {"met", "not_met", "unknown"},
    ),
}


@each_row("what", RULES)
def test_the_marks_of_a_rule(what: str) -> None:
    rule, marks = RULES[what]
    assert marks_of(rule) == marks
