"""What the parts of a flow file may hold: ids, words, exact numbers, and which kind a table is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction
from functools import reduce
from operator import or_
from typing import Annotated, Any, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
)

from prescreen.files.tables import KEY, Frozen
from prescreen.flow import model
from prescreen.values import Mood as Mood

Each = TypeVar("Each")
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")]
Phrase = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Spoken = Phrase
"""Words that a person reads, the same to every listener."""
Some = Annotated[tuple[Each, ...], Field(min_length=1)]
SomeNamed = Annotated[dict[Id, Each], Field(min_length=1)]


def _both_forms(value: Any) -> Any:
    return {"patient": value, "caregiver": value} if isinstance(value, str) else value


def _exact(most: int) -> BeforeValidator:
    def check(value: Any) -> Any:
        a_number = isinstance(value, int | Decimal) and not isinstance(value, bool)
        if a_number and value == value and 0 <= value <= most and value == round(value, 9):
            return Fraction(value)
        raise ValueError(f"a number from 0 to {most}, such as 45 or 0.75, is needed here")

    return BeforeValidator(check)


def _above_zero(value: Fraction) -> Fraction:
    if value > 0:
        return value
    raise ValueError("a number above 0 is needed here")


Level = Annotated[Fraction, _exact(100_000_000)]
Positive = Annotated[Fraction, _exact(10_000), AfterValidator(_above_zero)]
Years = Annotated[int, Field(ge=0, le=6600)]
Months = Annotated[int, Field(gt=0, le=1200)]
DayCount = Annotated[int, Field(gt=0, le=3660)]
Count = Annotated[int, Field(gt=0, le=5200)]

CONDITIONS: Mapping[type[Frozen], Mapping[str, bool]] = {
    condition: {each.metadata.get(KEY, each.name): each.default is MISSING for each in keys}
    for condition, keys in ((each, fields(each)) for each in get_args(model.Condition))
}
"""The keys of each condition, and whether it has to have them."""


def condition_of(value: Any) -> type[Frozen]:
    """The condition that has most of these keys, or of the closest to them where one is a slip."""
    said = value.keys() if isinstance(value, dict) else ()
    known = {key for keys in CONDITIONS.values() for key in keys}
    meant = {near for key in said for near in get_close_matches(key, known, n=1)}

    def fits(condition: type[Frozen]) -> tuple[int, int]:
        keys = CONDITIONS[condition]
        return len(meant & keys.keys()), -sum(keys[each] for each in keys.keys() - meant)

    return max(CONDITIONS, key=fits)


def names(checks: Mapping[str, type[BaseModel]]) -> dict[str, Any]:
    """What the names in a flow's tables stand for, given what checks each table."""
    found = {key: value for key, value in globals().items() if key in _PLAIN} | _rules(checks)
    return found | _texts(checks) if "Text" in checks else found


def _rules(checks: Mapping[str, type[BaseModel]]) -> dict[str, Any]:
    rules: Any = reduce(or_, (checks[each.__name__] for each in get_args(model.Rule)))
    rule: Any = Annotated[rules, Field(discriminator="kind")]
    mark_or_rule: Any = Annotated[model.Mark, Tag("a mark")] | Annotated[rule, Tag("a rule")]
    a_rule = Discriminator(lambda value: "a rule" if isinstance(value, dict) else "a mark")
    return {"Rule": rule, "MarkOrRule": Annotated[mark_or_rule, a_rule]}


def _texts(checks: Mapping[str, type[BaseModel]]) -> dict[str, Any]:
    text = checks["Text"]
    names = [each.__name__ for each in CONDITIONS]
    conditions = (Annotated[checks[each], Tag(f"a {each}")] for each in names)
    which = Discriminator(lambda value: f"a {condition_of(value).__name__}")
    return {
        "Text": Annotated[text, BeforeValidator(_both_forms)],
        "Condition": Annotated[reduce(or_, conditions), which],
    }


_PLAIN = (
    *("Id", "Phrase", "Spoken", "Some", "SomeNamed", "Mood"),
    *("Level", "Positive", "Years", "Months", "DayCount", "Count"),
)
