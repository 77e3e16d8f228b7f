"""A trial's flow file as frozen models: its facts, its questions, its criteria and their rules.

The order of the questions in the file is the order of the conversation.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from prescreen.files.tables import KEY, Frozen
from prescreen.flow.ledger import Ledger
from prescreen.flow.trial import COMMENT, PLACE, Drug, Term, Text, Trial, Urgent

if TYPE_CHECKING:
    from prescreen.flow.fields import (
        Id,
        Months,
        Number,
        Phrase,
        Positive,
        Some,
        Span,
        Spoken,
        Years,
    )
    from prescreen.values import Mood

Who = Literal["you", "medicine_box", "lab_report", "doctor", "study_team"]
"""Who can settle an open point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerIs(Frozen):
    """An earlier question was answered with one of these ids (or, for `is_not`, with another)."""

    question: Id
    is_: tuple[Id, ...] = field(default=(), metadata={KEY: "is"})
    is_not: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MayBeUnder(Frozen):
    """An age criterion is open and an age under its lower bound is still possible."""

    may_be_under: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthMissing(Frozen):
    """A dose was said in tablets of a drug without one usual strength."""

    strength_missing: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingAgainst(Frozen):
    """No criterion is `not_met` so far."""

    nothing_against: Literal[True]


Condition = AnswerIs | MayBeUnder | StrengthMissing | NothingAgainst


TellDoctor = Literal["always", "unless_invited"]
"""When a result says to tell one's own doctor today: of such an answer, or if it doesn't invite."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Frozen):
    """One answer that can be picked; `words` are other ways to type it, in any language.

    `tell_doctor` marks an answer so serious that one's own doctor has to know of it.
    """

    id: Id
    label: Text = field(metadata={COMMENT: "choice {id}"})
    help: Text | None = field(default=None, metadata={COMMENT: "helper line of choice {id}"})
    words: tuple[str, ...] = ()
    alone: bool = False
    tell_doctor: TellDoctor | None = None


Kind = Literal["choice", "ticks", "age", "weight", "dose", "when"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Frozen):
    """One question of the conversation and all that is said with it.

    Its mood says what a bare word of agreement, ability or will means there. `within_days` is the
    span a fact is asked for; a time that is said with the answer must lie in it.
    `unsure` is how "I'm not sure" reads here, and `stopped` is said where an answer to it ends the
    conversation.
    """

    id: Id
    kind: Kind
    topic: Spoken = field(metadata={COMMENT: "topic, in the list of answers"})
    ask: Text = field(metadata={COMMENT: "question"})
    help: Text | None = field(default=None, metadata={COMMENT: "helper line"})
    why: Text = field(metadata={COMMENT: "why we ask"})
    note: Text | None = field(default=None, metadata={COMMENT: "note"})
    narrow: Text | None = field(default=None, metadata={COMMENT: "narrowing question"})
    unsure: Text | None = field(default=None, metadata={COMMENT: "choice unsure"})
    stopped: Text | None = field(default=None, metadata={COMMENT: "note where the questions end"})
    choices: tuple[Choice, ...] = field(default=(), metadata={KEY: "choice"})
    mood: Mood | None = None
    within_days: Span | None = None
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceRule(Frozen):
    """Each answer to a question has its finding, or a further rule."""

    kind: Literal["choice"] = "choice"
    question: Id
    findings: dict[Id, MarkOrRule]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeRule(Frozen):
    """From `least` to `most` full years; `if_open` decides where youth is not ruled out."""

    kind: Literal["age"] = "age"
    question: Id
    least: Years
    most: Years
    if_open: Rule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeRule(Frozen):
    """From `least` to `most` kilograms; within `margin` outside them it stays unknown."""

    kind: Literal["range"] = "range"
    question: Id
    least: Number
    most: Number
    margin: Number = Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowRule(Frozen):
    """Within so many calendar months of the last time; `last_day` says whether that day counts."""

    kind: Literal["window"] = "window"
    question: Id
    months: Months
    last_day: Literal["inside", "outside"] = "inside"
    outside: Literal["met", "unknown"] = "met"


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class AllRule(Frozen):
    """Each of the rules must be met."""

    kind: Literal["all"] = "all"
    rules: Some[Rule]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyRule(Frozen):
    """One of the rules must be met."""

    kind: Literal["any"] = "any"
    rules: Some[Rule]


Rule = ChoiceRule | AgeRule | RangeRule | WindowRule | RatioRule | AllRule | AnyRule
MarkOrRule = Mark | Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(Frozen):
    """One criterion: the protocol's sentence, the rule, and how its finding is said.

    `because` and `who_after` say it after one answer, which may be "unsure" or "private".

    Of its sentence a criterion claims these clauses, or all of it where it names none, and shares
    the words that another criterion claims.
    """

    id: Id
    sentence: Id
    clauses: tuple[Phrase, ...] = ()
    shares: tuple[Phrase, ...] = ()
    kind: Literal["inclusion", "exclusion"]
    plain: Text = field(metadata={COMMENT: "criterion {id} in plain words"})
    reason: Text | None = field(default=None, metadata={COMMENT: "why the study does not fit"})
    open: Text = field(metadata={COMMENT: "what the study team has to check"})
    because: dict[Id, Text] = field(
        default_factory=dict, metadata={COMMENT: "said after the answer {key}"}
    )
    who: Who
    who_after: dict[Id, Who] = field(default_factory=dict)
    rule: Rule
    stops: bool = False
    at_site: bool = False
    held: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow(Frozen):
    """A trial as a conversation."""

    trial: Trial
    urgent: Urgent = field(default_factory=Urgent)
    protocol: dict[Id, Phrase]
    ledger: Ledger = field(default_factory=Ledger)
    drugs: dict[Id, Drug] = field(default_factory=dict, metadata={KEY: "drug"})
    terms: tuple[Term, ...] = field(default=(), metadata={KEY: "term", PLACE: "term/{id}"})
    questions: tuple[Question, ...] = field(metadata={KEY: "question", PLACE: "{id}"})
    criteria: tuple[Criterion, ...] = field(metadata={KEY: "criterion", PLACE: "{id}"})

    def question(self, question_id: str) -> Question:
        """The question with this id. Raises KeyError."""
        for each in self.questions:
            if each.id == question_id:
                return each
        raise KeyError(question_id)
