"""A text in both its forms, and who listens."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Voice(StrEnum):
    """Who is answering."""

    PATIENT = "patient"
    CAREGIVER = "caregiver"


class BothForms(Protocol):
    """One text in both forms: to the patient, and to somebody who cares for the patient."""

    @property
    def patient(self) -> str:
        """The form for the patient."""

    @property
    def caregiver(self) -> str:
        """The form for somebody who cares for the patient."""


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of one of the program's own sentences."""

    patient: str
    caregiver: str
