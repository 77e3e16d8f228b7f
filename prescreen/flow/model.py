"""A trial's flow file as frozen models: its facts, its questions, its criteria and their rules.

The order of the questions in the file is the order of the conversation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from prescreen.files.tables import KEY, Frozen
from prescreen.flow.conditions import (
    AnswerIs,
    AnyOf,
    Condition,
    MayBeMinor,
    MayBeUnder,
    NothingAgainst,
    NumberIs,
    StrengthMissing,
)
from prescreen.flow.ledger_tables import Ledger, Side
from prescreen.flow.rule_tables import (
    AgeRule,
    AllRule,
    AnyRule,
    BmiRule,
    Bounds,
    ChoiceRule,
    DailyDoseRule,
    DoseRule,
    Ends,
    IntervalRule,
    LimitRule,
    Mark,
    MarkOrRule,
    RatioRule,
    Rule,
    WindowRule,
)
from prescreen.flow.trial import COMMENT, PLACE, Drug, Term, Text, Trial, Urgent

if TYPE_CHECKING:
    from prescreen.flow.fields import DayCount, Id, Level, Phrase, Spoken
    from prescreen.values import Mood

__all__ = [
    "AgeRule",
    "AllRule",
    "AnswerIs",
    "AnyOf",
    "AnyRule",
    "BmiRule",
    "Bounds",
    "Choice",
    "ChoiceRule",
    "Condition",
    "Criterion",
    "DailyDoseRule",
    "DoseRule",
    "Ends",
    "Flow",
    "IntervalRule",
    "Kind",
    "LimitRule",
    "Mark",
    "MarkOrRule",
    "MayBeMinor",
    "MayBeUnder",
    "NothingAgainst",
    "NumberIs",
    "Possible",
    "Question",
    "RatioRule",
    "Rule",
    "StrengthMissing",
    "Who",
    "WindowRule",
]

Missing = Literal["not_now", "not_this_study"]
"""An outcome that the text of a trial may not have."""
Who = Literal["you", "medicine_box", "lab_report", "doctor", "study_team"]
"""Who can settle an open point."""


TellDoctor = Literal["always", "unless_invited"]
"""When a result says to tell one's own doctor today: of such an answer, or if it doesn't invite."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Frozen):
    """One answer that can be picked; `words` are other ways to type it, in any language.

    Said together with the words of a choice that it is `over`, this one is meant. Its `signs` are
    said where it is meant and not named, and only make it an offer.
    `tell_doctor` marks an answer so serious that one's own doctor has to know of it.
    """

    id: Id
    label: Text = field(metadata={COMMENT: "choice {id}"})
    help: Text | None = field(default=None, metadata={COMMENT: "helper line of choice {id}"})
    words: tuple[str, ...] = ()
    over: tuple[Id, ...] = ()
    signs: tuple[Phrase, ...] = ()
    alone: bool = False
    tell_doctor: TellDoctor | None = None


Kind = Literal["choice", "ticks", "age", "number", "dose", "when"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible(Frozen):
    """What an answer can be at all, in the first unit of its question; the rest is asked back."""

    least: Level | None = None
    most: Level | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Frozen):
    """One question of the conversation and all that is said with it.

    Its mood says what a bare word of agreement, ability or will means there. `within_days` is the
    span a fact is asked for; a time that is said with the answer must lie in it.
    `unsure` is how "I'm not sure" reads here, `unsure_words` are other ways to type it and
    `unsure_signs` what only points to it, `signs` what shows that it is spoken of, and
    `stopped` is said where an answer to it ends the conversation. `beside` are names of the same
    sort as a choice that are none.
    """

    id: Id
    kind: Kind
    quantity: Phrase | None = None
    possible: Possible | None = None
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
    within_days: DayCount | None = None
    asked_if: tuple[Condition, ...] = ()
    sensitive: bool = False
    stop_on: tuple[Id, ...] = ()
    declined_on: tuple[Id, ...] = ()
    drug: Id | None = None
    of: Id | None = None
    only_mg: bool = False
    forget_if_changed: Id | None = None
    key_words: tuple[str, ...] = ()
    unsure_words: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    signs: tuple[Phrase, ...] = ()
    unsure_signs: tuple[Phrase, ...] = ()
    terms: tuple[Id, ...] = ()

    def choice(self, choice_id: str) -> Choice | None:
        """The choice with this id, if there is one."""
        return next((each for each in self.choices if each.id == choice_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(Frozen):
    """One criterion: the protocol's sentence, the rule, and how its finding is said.

    `because` and `who_after` say it after one answer, which may be "unsure" or "private".

    Of its sentence a criterion claims these clauses, or all of it where it names none, and shares
    the words that another criterion claims. `numbers` gives the reason for each number that only
    one of its sentence and its rule has.
    """

    id: Id
    sentence: Id
    clauses: tuple[Phrase, ...] = ()
    shares: tuple[Phrase, ...] = ()
    kind: Side
    plain: Text = field(metadata={COMMENT: "criterion {id} in plain words"})
    reason: Text | None = field(default=None, metadata={COMMENT: "why the study does not fit"})
    open: Text = field(metadata={COMMENT: "what the study team has to check"})
    because: dict[Id, Text] = field(
        default_factory=dict, metadata={COMMENT: "said after the answer {key}"}
    )
    who: Who
    who_after: dict[Id, Who] = field(default_factory=dict)
    numbers: dict[str, Phrase] = field(default_factory=dict)
    rule: Rule
    stops: bool = False
    at_site: bool = False
    held: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow(Frozen):
    """A trial as a conversation; `never` says why its text can't lead to an outcome."""

    trial: Trial
    urgent: Urgent = field(default_factory=Urgent)
    never: dict[Missing, Phrase] = field(default_factory=dict)
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

    def names_of(self, kind: Kind) -> Iterator[str]:
        """What the questions of a kind call the things that they ask about."""
        for each in self.questions:
            if each.kind == kind:
                yield from each.key_words
                drugs = self.question(each.drug).choices if each.drug else ()
                for drug in drugs:
                    if drug.id in self.drugs:
                        yield from (drug.id, *drug.words)

    def deeds(self) -> Iterator[str]:
        """What the questions call a thing that was done or not, where yes and no are all."""
        for each in self.questions:
            if each.mood == "fact_ever" and {choice.id for choice in each.choices} == {"yes", "no"}:
                yield from each.key_words

    def of_kind(self, kind: Side) -> list[Criterion]:
        """The criteria of this kind, in the order of the protocol's sentences."""
        places = [*self.protocol]
        found = (each for each in self.criteria if each.kind == kind)
        return sorted(found, key=lambda each: places.index(each.sentence))
