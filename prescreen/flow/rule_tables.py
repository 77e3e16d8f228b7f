"""The rules: how answers become a finding, as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from prescreen.files.tables import KEY, Frozen

if TYPE_CHECKING:
    from prescreen.flow.fields import Count, Id, Level, Months, Phrase, Positive, Some, Years

Mark = Literal["met", "not_met", "lasting", "unknown"]
"""A finding as an author writes it; `lasting` is a `not_met` that no date can mend."""

Calendar = Literal["days", "weeks", "months", "years"]
"""A unit in which days are counted on the calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceRule(Frozen):
    """Each answer to a question has its finding, or a further rule."""

    kind: Literal["choice"] = "choice"
    question: Id
    findings: dict[Id, MarkOrRule]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeRule(Frozen):
    """From `least` to `most` full years, or months, weeks or days; either end may be missing.

    `if_open` decides where youth is not ruled out.
    """

    kind: Literal["age"] = "age"
    question: Id
    least: Years | None = None
    most: Years | None = None
    unit: Calendar = "years"
    if_open: Rule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends(Frozen):
    """Between which numbers something lies; either end may be missing."""

    above: Level | None = None
    at_least: Level | None = None
    below: Level | None = None
    at_most: Level | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds(Ends):
    """Where a number has to lie.

    Outside by `margin` or less it stays unknown, and further outside it is what `outside` says.
    """

    margin: Level = Fraction(0)
    outside: Literal["not_met", "lasting", "unknown"] = "not_met"


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRule(Bounds):
    """A number in `unit` lies in the bounds; with `times`, as so many times another one."""

    kind: Literal["limit"] = "limit"
    question: Id
    unit: Phrase | None = None
    times: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BmiRule(Bounds):
    """The body mass index, in kilograms for each square metre, lies in the bounds."""

    kind: Literal["bmi"] = "bmi"
    weight: Id
    height: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseRule(Bounds):
    """A dose lies in the bounds, in `reference_mg` equivalents where it is given.

    The drug is the one that the question `drug` names, or `of`, a row of [drug].
    """

    dose: Id
    drug: Id | None = None
    of: Id | None = None
    strength: Id | None = None
    reference_mg: Positive | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyDoseRule(DoseRule):
    """The milligrams of a day lie in the bounds."""

    kind: Literal["daily_dose"] = "daily_dose"


@dataclass(frozen=True, slots=True, kw_only=True)
class RatioRule(DoseRule):
    """The milligrams of a day for each kilogram lie in the bounds."""

    kind: Literal["ratio"] = "ratio"
    weight: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class IntervalRule(Bounds):
    """The time between two days lies in the bounds, in calendar units."""

    kind: Literal["interval"] = "interval"
    start: Id = field(metadata={KEY: "from"})
    end: Id = field(metadata={KEY: "to"})
    unit: Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowRule(Frozen):
    """Within so many days, weeks, months or years of the last time.

    `last_day` says whether the last of these days counts. What being inside means, and what being
    outside, is a finding; a `not_met` inside ends with the first day outside.
    """

    kind: Literal["window"] = "window"
    question: Id
    days: Count | None = None
    weeks: Count | None = None
    months: Months | None = None
    years: Count | None = None
    last_day: Literal["inside", "outside"] = "inside"
    inside: Mark = "not_met"
    outside: Mark = "met"


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


Rule = (
    ChoiceRule
    | AgeRule
    | LimitRule
    | BmiRule
    | WindowRule
    | IntervalRule
    | DailyDoseRule
    | RatioRule
    | AllRule
    | AnyRule
)
MarkOrRule = Mark | Rule
