"""A trial's flow file as frozen models: its facts, its questions, its criteria and their rules.

The order of the questions in the file is the order of the conversation.
"""

from __future__ import annotations

from difflib import get_close_matches
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from prescreen.files import Frozen
from prescreen.flow.fields import Id, Number, Positive, Said, Words, Years
from prescreen.flow.ledger import Ledger
from prescreen.flow.trial import Drug, Term, Trial, Urgent

Who = Literal["you", "medicine_box", "lab_report", "doctor", "study_team"]
"""Who can settle an open point."""


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
