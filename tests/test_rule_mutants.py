"""No rule of the invented trial can be changed without a finding changing somewhere."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from proved import Proved

from prescreen.check.explore import explore
from prescreen.dialog.plan import Plan
from prescreen.files.toml import model_of, read_toml
from prescreen.flow.fields import names
from prescreen.flow.links import problems
from prescreen.flow.load import load
from prescreen.flow.model import Flow
from prescreen.values import Interval, Measure
from prescreen.verdict import MET, NOT_MET, Finding, View, find

THIRD = Path(__file__).parent / "data" / "flows" / "third.toml"
TODAY = date(2026, 11, 23)
NUMBERS = ("above", "at_least", "below", "at_most", "margin")
WHOLE = ("least", "most", "days", "weeks", "months", "years")
OTHER = {"above": "at_least", "at_least": "above", "below": "at_most", "at_most": "below"}
FLIPPED = {"last_day": "outside", "inside": "unknown", "outside": "unknown"}
Change = tuple[int, tuple[str | int, ...], dict[str, Any]]


def changes(tables: dict[str, Any]) -> Iterator[Change]:
    """Each criterion with one thing in its rule changed: its place, the path, and the new rule."""
    for place, criterion in enumerate(tables["criterion"]):
        for path, rule in _rules(criterion["rule"], ()):
            if rule["kind"] == "choice" or criterion.get("at_site"):
                continue
            for change in _changed(rule):
                whole = deepcopy(criterion["rule"])
                here = whole
                for part in path:
                    here = here[part]
                here.clear()
                here.update(change)
                yield place, path, whole


def _rules(rule: dict[str, Any], path: tuple[str | int, ...]) -> Iterator[tuple[Any, Any]]:
    yield path, rule
    for index, each in enumerate(rule.get("rules", ())):
        yield from _rules(each, (*path, "rules", index))


def _changed(rule: dict[str, Any]) -> Iterator[dict[str, Any]]:
    whole = WHOLE if rule["kind"] != "interval" else (*WHOLE, *NUMBERS)
    for key, value in rule.items():
        if key in whole:
            yield from (rule | {key: value + by} for by in (1, -1))
        elif key in NUMBERS:
            by = Decimal(str(value)) / (2 if key == "margin" else 100)
            yield from (rule | {key: value + each} for each in (by, -by))
        if key in OTHER:
            yield {each: said for each, said in rule.items() if each != key} | {OTHER[key]: value}
    if rule["kind"] == "window":
        yield from (rule | {key: value} for key, value in FLIPPED.items() if rule.get(key) != value)


@cache
def seen() -> list[tuple[View, dict[str, Finding]]]:
    """What was said and found at every end that the exploration comes to."""
    plan = Plan(load(THIRD))
    ends = (branch.route for _, branches in explore(plan, TODAY) for branch in branches)
    return [*TIES, *((each.view, dict(each.findings)) for each in ends)]


def size(kg: str, found: Finding) -> tuple[View, dict[str, Finding]]:
    """Somebody of 165 cm and so many kilograms, and what that means."""
    weight, height = Fraction(kg), Fraction(165)
    view = {
        "weight": Measure("weight", Interval(weight, weight), "kg"),
        "height": Measure("height", Interval(height, height), "cm"),
    }
    return view, {"B": found}


TIES = [size("50.36625", MET), size("98.01", NOT_MET)]
"""A body mass index of just 18.5, and of just 36: no height makes it so for every weight."""


TABLES = read_toml(THIRD)
CHANGES = [*changes(TABLES)]


def named(change: Change) -> str:
    place, path, rule = change
    return f"{TABLES['criterion'][place]['id']} {'.'.join(map(str, path))} {rule}"


@pytest.mark.prove
@pytest.mark.parametrize("change", CHANGES, ids=named)
def test_a_finding_notices_a_change_of_a_rule(change: Change, proved: Proved) -> None:
    place, _, rule = change
    tables = deepcopy(TABLES)
    tables["criterion"][place]["rule"] = rule
    flow = model_of(Flow, tables, "changed", names)
    proved("changes of the rules of an invented trial")
    if problems(flow):
        return
    criterion = flow.criteria[place]
    assert any(
        find(flow, criterion.rule, view, TODAY) != findings.get(criterion.id)
        for view, findings in seen()
        if criterion.id in findings
    )


def test_every_new_kind_of_rule_is_changed() -> None:
    kinds = {each["kind"] for _, _, rule in CHANGES for _, each in _rules(rule, ())}
    assert kinds >= {"age", "limit", "bmi", "window", "interval", "daily_dose"}
