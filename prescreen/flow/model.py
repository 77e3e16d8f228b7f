"""A trial's flow file as frozen models: its facts, its questions, its criteria and their rules.

The order of the questions in the file is the order of the conversation.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
)

from prescreen.files import Frozen
from prescreen.flow.ledger import Ledger

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Text(Frozen):
    """One text in both forms: to the patient, and to somebody who cares for the patient."""

    patient: Words
    caregiver: Words


def _both_forms(value: Any) -> Any:
    return {"patient": value, "caregiver": value} if isinstance(value, str) else value


def _exact(value: Any) -> Any:
    a_number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    if a_number and value == value and 0 <= value <= 10_000 and value == round(value, 9):
        return Fraction(value)
    raise ValueError("a number from 0 to 10000, such as 45 or 0.75, is needed here")


def _above_zero(value: Fraction) -> Fraction:
    if value > 0:
        return value
    raise ValueError("a number above 0 is needed here")


Said = Annotated[Text, BeforeValidator(_both_forms)]
Number = Annotated[Fraction, BeforeValidator(_exact)]
Positive = Annotated[Number, AfterValidator(_above_zero)]
Years = Annotated[int, Field(ge=0, le=150)]

Who = Literal["you", "medicine_box", "lab_report", "doctor", "study_team"]
"""Who can settle an open point."""


class Fact(Frozen):
    """One public fact of the trial, for the page about the study."""

    id: Id
    label: Words
    value: Words


class Trial(Frozen):
    """What is publicly known of the trial, and what every result page says of it."""

    id: Words
    registry: Words
    short: Words
    summary: Words
    record_date: date
    status: Words
    facts: tuple[Fact, ...] = Field(alias="fact")
    not_public: Words
    bring: tuple[Said, ...]
    site_checks: tuple[Said, ...]
    chance: Said
    safety: Said
    medicine: Said


class Urgent(Frozen):
    """Signs that can't wait for a study: what needs help now, and what a doctor must see today."""

    call: Words
    now: tuple[Said, ...]
    see_doctor: Words
    today: tuple[Said, ...]


class Term(Frozen):
    """A hard word and two plain sentences about it."""

    id: Id
    word: Words
    plain: Said


class Drug(Frozen):
    """How much of a drug equals the reference dose, and its one usual tablet in milligrams."""

    equal_mg: Positive
    tablet_mg: Positive | None = None


class AnswerIs(Frozen):
    """An earlier question was answered with one of these ids (or, for `is_not`, with another)."""

    question: Id
    is_: tuple[Id, ...] = Field(default=(), alias="is")
    is_not: tuple[Id, ...] = ()


class MayBeUnder(Frozen):
    """An age criterion is open and an age under its lower bound is still possible."""

    may_be_under: Id


class StrengthMissing(Frozen):
    """A dose was said in tablets of a drug without one usual strength."""

    strength_missing: Id


class NothingAgainst(Frozen):
    """No criterion is `not_met` so far."""

    nothing_against: Literal[True]


_CONDITIONS = ("question", "may_be_under", "strength_missing", "nothing_against")


def _condition(value: Any) -> str:
    """The key that says what a condition is; the closest, so that a slip is named as one."""
    keys = value.keys() if isinstance(value, dict) else ()
    for found in (*keys, *(near for key in keys for near in get_close_matches(key, _CONDITIONS))):
        if found in _CONDITIONS:
            return f"on {found}"
    return "on question"


Condition = Annotated[
    Annotated[AnswerIs, Tag("on question")]
    | Annotated[MayBeUnder, Tag("on may_be_under")]
    | Annotated[StrengthMissing, Tag("on strength_missing")]
    | Annotated[NothingAgainst, Tag("on nothing_against")],
    Discriminator(_condition),
]


class Choice(Frozen):
    """One answer that can be picked; `words` are other ways to type it, in any language."""

    id: Id
    label: Said
    help: Said | None = None
    words: tuple[str, ...] = ()
    alone: bool = False


Kind = Literal["choice", "ticks", "age", "weight", "dose", "when"]


class Question(Frozen):
    """One question of the conversation and all that is said with it."""

    id: Id
    kind: Kind
    topic: Words
    ask: Said
    help: Said | None = None
    why: Said
    note: Said | None = None
    narrow: Said | None = None
    choices: tuple[Choice, ...] = Field(default=(), alias="choice")
    asked_if: tuple[Condition, ...] = ()
    sensitive: bool = False
    stop_on: tuple[Id, ...] = ()
    declined_on: tuple[Id, ...] = ()
    drug: Id | None = None
    only_mg: bool = False
    forget_if_changed: Id | None = None
    key_words: tuple[str, ...] = ()
    terms: tuple[Id, ...] = ()

    def choice(self, choice_id: str) -> Choice | None:
        """The choice with this id, if there is one."""
        return next((each for each in self.choices if each.id == choice_id), None)


Mark = Literal["met", "not_met", "lasting", "unknown"]
"""A finding as an author writes it; `lasting` is a `not_met` that no date can mend."""


class ChoiceRule(Frozen):
    """Each answer to a question has its finding, or a further rule."""

    kind: Literal["choice"] = "choice"
    question: Id
    findings: dict[Id, MarkOrRule]


class AgeRule(Frozen):
    """From `least` to `most` full years; `if_open` decides where youth is not ruled out."""

    kind: Literal["age"] = "age"
    question: Id
    least: Years
    most: Years
    if_open: Rule | None = None


class RangeRule(Frozen):
    """From `least` to `most` kilograms; within `margin` outside them it stays unknown."""

    kind: Literal["range"] = "range"
    question: Id
    least: Number
    most: Number
    margin: Number = Fraction(0)


class WindowRule(Frozen):
    """Within so many calendar months of the last time; `last_day` says whether that day counts."""

    kind: Literal["window"] = "window"
    question: Id
    months: int = Field(gt=0, le=1200)
    last_day: Literal["inside", "outside"] = "inside"
    outside: Literal["met", "unknown"] = "met"


class RatioRule(Frozen):
    """A dose for each kilogram, in `reference_mg` equivalents, is less than `below`."""

    kind: Literal["ratio"] = "ratio"
    drug: Id
    dose: Id
    strength: Id
    weight: Id
    reference_mg: Positive
    below: Positive
    reached: Literal["not_met", "unknown"] = "not_met"


class AllRule(Frozen):
    """Each of the rules must be met."""

    kind: Literal["all"] = "all"
    rules: tuple[Rule, ...] = Field(min_length=1)


class AnyRule(Frozen):
    """One of the rules must be met."""

    kind: Literal["any"] = "any"
    rules: tuple[Rule, ...] = Field(min_length=1)


Rule = Annotated[
    ChoiceRule | AgeRule | RangeRule | WindowRule | RatioRule | AllRule | AnyRule,
    Field(discriminator="kind"),
]

MarkOrRule = Annotated[
    Annotated[Mark, Tag("a mark")] | Annotated[Rule, Tag("a rule")],
    Discriminator(lambda value: "a rule" if isinstance(value, dict | Frozen) else "a mark"),
]


class Criterion(Frozen):
    """One criterion: the protocol's sentence, the rule, and how its finding is said.

    Of its sentence a criterion claims these clauses, or all of it where it names none, and shares
    the words that another criterion claims.
    """

    id: Id
    sentence: Id
    clauses: tuple[Words, ...] = ()
    shares: tuple[Words, ...] = ()
    kind: Literal["inclusion", "exclusion"]
    plain: Said
    reason: Said | None = None
    open: Said
    because: dict[Id, Said] = {}
    who: Who
    who_after: dict[Id, Who] = {}
    rule: Rule
    stops: bool = False
    at_site: bool = False
    held: bool = False


class Flow(Frozen):
    """A trial as a conversation."""

    trial: Trial
    urgent: Urgent
    protocol: dict[Id, Words]
    ledger: Ledger = Ledger()
    drugs: dict[Id, Drug] = Field(default={}, alias="drug")
    terms: tuple[Term, ...] = Field(default=(), alias="term")
    questions: tuple[Question, ...] = Field(alias="question")
    criteria: tuple[Criterion, ...] = Field(alias="criterion")

    def question(self, question_id: str) -> Question:
        """The question with this id. Raises KeyError."""
        for each in self.questions:
            if each.id == question_id:
                return each
        raise KeyError(question_id)


for _model in (ChoiceRule, AgeRule, AllRule, AnyRule, Criterion, Flow):
    _model.model_rebuild()
