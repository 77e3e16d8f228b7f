"""Each criterion held against its sentence: the same numbers, units and windows in both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import assert_never

from prescreen.check.ledger import clauses_of, owner_of
from prescreen.check.number_sides import OPPOSITE, SAID
from prescreen.check.printed_amounts import A_DAY, BMI, FOR_KG, TIMES_LIMIT, Amount, amounts_in
from prescreen.check.registry import LIST_MARK
from prescreen.flow.asked_if import numbers_read
from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnyRule,
    BmiRule,
    ChoiceRule,
    Criterion,
    DailyDoseRule,
    Ends,
    Flow,
    IntervalRule,
    LimitRule,
    NumberIs,
    RatioRule,
    Rule,
    WindowRule,
)
from prescreen.flow.rule_tables import Calendar
from prescreen.flow.rules import questions_of, rules_in
from prescreen.language.registry_words import Comparison
from prescreen.values.units import QUANTITIES, Quantity

_LENGTHS = {
    "h": (Fraction(1, 24), "d"),
    "d": (Fraction(1), "d"),
    "wk": (Fraction(7), "d"),
    "mo": (Fraction(1), "mo"),
    "a": (Fraction(12), "mo"),
}
"""Calendar units in days or in months; a month is no number of days."""
_CODES: Mapping[Calendar, str] = {"days": "d", "weeks": "wk", "months": "mo", "years": "a"}
_NAMES = {"1": "", **{code: name for name, code in _CODES.items()}}


@dataclass(frozen=True, slots=True)
class Bound:
    """A number of a rule, the code of its unit, and the quantity in which units are converted.

    `side` is where somebody has to be for the rule to be met, and `or_else` is the same bound in
    another number: who is 19 or more in full years is over 18.
    """

    number: Fraction
    unit: str = ""
    quantity: Quantity | None = None
    side: Comparison | None = None
    or_else: Bound | None = None

    @property
    def words(self) -> str:
        """How it is called in a sentence, and in the table of reasons."""
        whole = self.number.denominator == 1
        number = str(self.number) if whole else f"{float(self.number):g}"
        unit = _NAMES.get(self.unit, self.unit)
        if self.number == 1 and self.unit in _LENGTHS:
            unit = unit.removesuffix("s")
        return f"{number} {unit}" if unit else number


def compare_problems(flow: Flow) -> list[str]:
    """A sentence for each number that only one of a rule and its sentence has."""
    return [
        f"{owner_of(criterion)} {each}"
        for criterion in flow.criteria
        for each in _of_criterion(flow, criterion)
    ]


def _of_criterion(flow: Flow, criterion: Criterion) -> Iterator[str]:
    clauses = [_unmarked(each) for each in clauses_of(flow, criterion)]
    printed = [each for clause in clauses for each in amounts_in(clause)]
    shared = [each for words in criterion.shares for each in amounts_in(words)]
    bounds = [_as_printed(each, printed) for each in bounds_of(flow, criterion.rule)]
    margins = [*_margins(flow, criterion.rule)]
    asked_if = [*_asked_if(flow, criterion.rule)]
    asked = [*_asked_for(flow, criterion.rule), *(bound for _, bound in asked_if)]
    used = (*bounds, *margins, *asked)
    unused = {
        each.words: f'its sentence has "{each.words}", and no rule uses it'
        for each in printed
        if each.words.lower() != "one" and not any(map(partial(same, each), used))
    }
    added = {
        each.words: f'its rule has "{each.words}", and its sentence does not'
        for each in bounds
        if not any(same(amount, each) for amount in (*printed, *shared))
    }
    left_open = {
        f"margin {each.words}": f'its rule leaves "margin {each.words}" open beside its limit, and '
        "its sentence does not"
        for each in margins
        if not any(same(amount, each) for amount in (*printed, *shared))
    }
    elsewhere = {
        each.words: f'"{question}" is asked by "{each.words}", and no sentence that it settles '
        "has that"
        for question, each in asked_if
        if not any(same(amount, each) for amount in (*shared, *_printed_for(flow, question)))
    }
    turned = {
        each.words: f"its sentence lets in {SAID[wanted]} "
        f'"{each.words}", and its rule {SAID[found]} that'
        for each in (*printed, *shared)
        for wanted, found in _turned(criterion, each, bounds)
    }
    told = {**elsewhere, **unused, **added, **left_open, **turned}
    for words, what in told.items():
        if words not in criterion.numbers:
            yield f'{what}. Mend the rule, or give the reason in numbers: "{words}" = "...".'
    for words in criterion.numbers:
        if words not in told:
            yield f'numbers: "{words}" needs no reason, for rule and sentence agree. Take it out.'


def _as_printed(bound: Bound, printed: Iterable[Amount]) -> Bound:
    """A bound in the number in which a sentence has it."""
    other = bound.or_else
    if other and any(same(each, other) and each.side == other.side for each in printed):
        return other
    return bound


def _turned(
    criterion: Criterion, amount: Amount, bounds: Iterable[Bound]
) -> Iterator[tuple[Comparison, Comparison]]:
    """On which side of a number its sentence lets somebody in, and its rule, if not on the same.

    Where the sentence may say what is not so, only the number itself tells the sides apart.
    """
    sides = [each.side for each in bounds if same(amount, each) and each.side]
    if amount.side and sides:
        wanted = amount.side if criterion.kind == "inclusion" else OPPOSITE[amount.side]
        right = {wanted, OPPOSITE[wanted]} if amount.negated else {wanted}
        yield from ((wanted, side) for side in sides if side not in right)


def _unmarked(clause: str) -> str:
    """A clause without the mark or the number of its line."""
    mark = LIST_MARK.match(clause)
    return clause[mark.end() :] if mark else clause


def same(amount: Amount, bound: Bound) -> bool:
    """Whether a number of a sentence and one of a rule are the same; a missing unit is any."""
    if not amount.unit or amount.unit == bound.unit:
        return amount.number == bound.number
    if amount.unit in _LENGTHS and bound.unit in _LENGTHS:
        (one, kind), (other, other_kind) = _LENGTHS[amount.unit], _LENGTHS[bound.unit]
        return kind == other_kind and amount.number * one == bound.number * other
    if bound.quantity is None:
        return False
    ours, theirs = bound.quantity.unit(bound.unit), bound.quantity.unit(amount.unit)
    if ours is None or theirs is None:
        return False
    return ours.to_base(bound.number) == theirs.to_base(amount.number)


def bounds_of(flow: Flow, rule: Rule) -> Iterator[Bound]:
    """Every number with which a rule decides."""
    for each in rules_in(rule):
        match each:
            case AgeRule():
                yield from _ages(each)
            case WindowRule():
                yield from _window(each)
            case LimitRule():
                yield from _limit(flow, each)
            case BmiRule():
                yield from _ends(each, BMI)
            case DailyDoseRule():
                yield from _ends(each, A_DAY)
            case IntervalRule():
                yield from _ends(each, _CODES[each.unit])
            case RatioRule():
                yield from _ends(each, FOR_KG)
            case ChoiceRule() | AllRule() | AnyRule():
                pass
            case _:
                assert_never(each)


def _ages(rule: AgeRule) -> Iterator[Bound]:
    unit = _CODES[rule.unit]
    if rule.least is not None:
        over = Bound(Fraction(rule.least - 1), unit, side="above")
        yield Bound(Fraction(rule.least), unit, side="at_least", or_else=over)
    if rule.most is not None:
        under = Bound(Fraction(rule.most + 1), unit, side="below")
        yield Bound(Fraction(rule.most), unit, side="at_most", or_else=under)


def _window(rule: WindowRule) -> Iterator[Bound]:
    """The time since the last day: on which side of the window it lies where the rule is met."""
    outside: Comparison = "above" if rule.last_day == "inside" else "at_least"
    side = OPPOSITE[outside] if rule.inside == "met" else outside
    for name, code in _CODES.items():
        if many := getattr(rule, name):
            yield Bound(Fraction(many), code, side=side)


def _limit(flow: Flow, rule: LimitRule | NumberIs) -> Iterator[Bound]:
    quantity = QUANTITIES.get(flow.question(rule.question).quantity or "")
    if isinstance(rule, LimitRule) and rule.times:
        yield from _ends(rule, TIMES_LIMIT)
    elif quantity:
        yield from _ends(rule, rule.unit or quantity.base.code, quantity)
    else:
        yield from _ends(rule, "a")


def _margins(flow: Flow, rule: Rule) -> Iterator[Bound]:
    """How far outside of its limits a rule leaves it open how things stand."""
    for each in rules_in(rule):
        match each:
            case LimitRule() | BmiRule() | DailyDoseRule() | RatioRule() | IntervalRule():
                if each.margin:
                    limit = next(bounds_of(flow, each))
                    yield Bound(each.margin, limit.unit, limit.quantity)
            case AgeRule() | WindowRule() | ChoiceRule() | AllRule() | AnyRule():
                pass
            case _:
                assert_never(each)


def _ends(rule: Ends, unit: str, quantity: Quantity | None = None) -> Iterator[Bound]:
    for side in OPPOSITE:
        number = getattr(rule, side)
        if number is not None:
            yield Bound(number, unit, quantity, side)


def _asked_if(flow: Flow, rule: Rule) -> Iterator[tuple[str, Bound]]:
    """The numbers on which it depends if its questions are asked, and which of them."""
    for name in questions_of(rule):
        for condition in numbers_read(flow.question(name).asked_if):
            yield from ((name, each) for each in _limit(flow, condition))


def _printed_for(flow: Flow, question: str) -> Iterator[Amount]:
    """The numbers of every sentence whose criterion a question is read by."""
    for criterion in flow.criteria:
        if question in questions_of(criterion.rule):
            for clause in clauses_of(flow, criterion):
                yield from amounts_in(_unmarked(clause))


def _asked_for(flow: Flow, rule: Rule) -> Iterator[Bound]:
    """The spans for which its questions ask; a sentence may have them, and need not."""
    for name in questions_of(rule):
        if days := flow.question(name).within_days:
            yield Bound(Fraction(days), "d")
