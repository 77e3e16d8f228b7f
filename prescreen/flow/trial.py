"""What a flow file says of its trial, of urgent signs, of hard words and of drugs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from prescreen.files.tables import KEY, Frozen

if TYPE_CHECKING:
    from prescreen.flow.fields import Id, Phrase, Positive, Some, Spoken

COMMENT = "comment"
"""In the metadata of a field: what translators are told of its texts, with {id} and {key}."""
PLACE = "place"
"""In the metadata of a table's field: the place of its texts in the catalogs, with its {id}."""
SPOKEN = re.compile(r"\bSpoken\b")
"""In the type of a field: its words are read by a person, the same to every listener."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Frozen):
    """One text in both forms: to the patient, and to somebody who cares for the patient."""

    patient: Phrase
    caregiver: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialFact(Frozen):
    """One public fact of the trial, for the page about the study."""

    id: Id
    label: Spoken
    value: Spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Frozen):
    """What people ask about the trial, and what its public record says to that."""

    id: Id
    question: Spoken
    answer: Text


Participants = Literal["patients", "volunteers", "children"]
"""Who takes part: ill people, healthy people, or children for whom a parent answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial(Frozen):
    """What is publicly known of the trial, and what every result page says of it."""

    id: Phrase
    registry: Phrase
    record_date: date | None = None
    participants: Some[Participants] = ("patients",)
    planned_end: date | None = None
    short: Spoken
    summary: Spoken
    sponsor: Spoken | None = None
    status: Spoken | None = None
    not_public: Spoken
    topics: Text
    facts: tuple[TrialFact, ...] = field(default=(), metadata={KEY: "fact"})
    terms: tuple[Id, ...] = ()
    asked: tuple[Asked, ...] = ()
    chance: Text | None = None
    safety: Text
    medicine: Text | None = None
    bring: tuple[Text, ...]
    site_checks: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Urgent(Frozen):
    """What a trial adds to the signs that need help now, and to those for a doctor today."""

    now: tuple[Text, ...] = ()
    today: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Frozen):
    """A hard word and two plain sentences about it."""

    id: Id
    word: Spoken
    plain: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Drug(Frozen):
    """How much of a drug equals the reference dose, and its one usual tablet in milligrams."""

    equal_mg: Positive | None = None
    tablet_mg: Positive | None = None
