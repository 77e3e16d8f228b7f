"""What a flow file says of its trial, of urgent signs, of hard words and of drugs."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from prescreen.files import Frozen
from prescreen.flow.fields import Id, Positive, Said, Words


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
