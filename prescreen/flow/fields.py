"""The smallest parts of a flow file: ids, words, texts in both forms, and exact numbers."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from prescreen.files import Frozen

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
