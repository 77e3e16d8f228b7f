"""What a question can be answered with: an age, a weight, a dose, days, picks or a blank."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, assert_never

from prescreen.system.privacy import Silent
from prescreen.values.calendar import Days, births
from prescreen.values.heard import Blank
from prescreen.values.quantities import Interval


@dataclass(frozen=True, slots=True, repr=False)
class Age(Silent):
    """An age of `least` to `most` full years; `born` where the person named a birth date."""

    least: int
    most: int
    born: Days | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Measure(Silent):
    """So much of a quantity, in the first of its units, and the unit that it was said in."""

    quantity: str
    base: Interval
    unit: str


@dataclass(frozen=True, slots=True, repr=False)
class Dose(Silent):
    """An amount of a medicine, in milligrams or in tablets."""

    amount: Interval
    unit: Literal["mg", "tablet"]


@dataclass(frozen=True, slots=True, repr=False)
class Picked(Silent):
    """The ids of the choices taken, in the order the question lists them; at least one."""

    ids: tuple[str, ...]

    def __post_init__(self) -> None:
        assert self.ids, "nothing taken is no answer: it would clear what it was asked for"


Value = Age | Measure | Dose | Days | Picked | Blank


def births_of(age: Age, today: date) -> Days:
    """Every birth day an age stands for."""
    return age.born or births(age.least, age.most, today)


def days_said(value: Value | None, today: date) -> Days | None:
    """The days an answer stands for, of an age those of birth; None for any other answer."""
    match value:
        case Age():
            return births_of(value, today)
        case Days():
            return value
        case Measure() | Dose() | Picked() | Blank() | None:
            return None
        case _:
            assert_never(value)
