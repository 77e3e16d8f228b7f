"""The tables of `protocol/`: what people answer, and what has to come of it.

A case says only what differs from the flow's fitting person, who fits the study in every point.

- `situation`: what the case is about, in words.
- `answers`: what is typed, or the id of a choice; a list gives the attempts in turn, "-" no answer.
  `zh` and `en` may say the same in two languages; each is a conversation of its own.
- `findings`: "met", "unknown", "not_met", "not_met for good" or "not_met until 2026-11-24". Every
  criterion that is not named has to be met, if it is decided at all; and where the last question is
  the usual one, each has to be decided that somebody asks about.
- `outcome`, and `recheck` where there is one; or `waiting_for`, where answers run out.
- `asked`, `not_asked`: questions that have to be put, or not to be put; `path`: all, in order.
- `last`: the last question put. By itself: the last of all where nothing is not_met; the last of
  the private ones where a date can still come; else the last before the private ones.
- `refused`: the reasons, in turn, for each question that refused an attempt.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from fitting import Attempts, attempts, fitting_of

from flows import FLOW
from prescreen.batch.conversations import Person, converse
from prescreen.dialog.dialog import Script
from prescreen.files.toml import read_toml
from prescreen.flow.load import load
from prescreen.flow.model import Flow
from prescreen.flow.rules import questions_of
from prescreen.session.visit import Setting

TESTS = Path(__file__).parents[1]
ROOT = TESTS.parent
GOLDEN = Path(__file__).with_name("golden")
SECOND = TESTS / "data" / "flows" / "second.toml"
TABLES = Path(__file__).with_name("protocol")
TODAY = date(2026, 11, 23)
AT_SITE = "I5"
CRITERIA = {
    *("I1", "I2", "I3a", "I3b", "I4", "I5", "E1", "E2", "E3", "E4a", "E4b", "E4c"),
    *("E5", "E6", "E7", "E8", "E9", "E10", "E11", "E12"),
}
"""The criteria that the tests of this trial know."""
PRIVATE = {"E2", "E9", "E10", "E11"}


@dataclass(frozen=True)
class Case:
    """One conversation and what has to come of it."""

    name: str
    today: date
    answers: Mapping[str, Attempts]
    findings: Mapping[str, str]
    outcome: str | None = None
    recheck: date | None = None
    waiting_for: str | None = None
    asked: tuple[str, ...] = ()
    not_asked: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    last: str | None = None
    refused: Mapping[str, list[str]] = field(default_factory=dict)
    decided: frozenset[str] = frozenset()


def known(flow: Flow) -> Flow:
    """A flow as far as the tables, the oracle and the other tests of this trial know it.

    A criterion that they do not know is left out, with the questions that only it reads.
    """
    criteria = [each for each in flow.criteria if each.id in CRITERIA]
    read = {each for criterion in criteria for each in questions_of(criterion.rule)}
    new = {each for criterion in flow.criteria for each in questions_of(criterion.rule)} - read
    sentences = {each.sentence for each in criteria}
    return replace(
        flow,
        criteria=tuple(criteria),
        questions=tuple(each for each in flow.questions if each.id not in new),
        protocol={name: text for name, text in flow.protocol.items() if name in sentences},
    )


def known_tables() -> dict[str, Any]:
    """The tables of the shipped flow file, as far as they are known."""
    tables, flow = read_toml(FLOW), known(load(FLOW))
    for name, kept in (("criterion", flow.criteria), ("question", flow.questions)):
        ids = {each.id for each in kept}
        tables[name] = [each for each in tables[name] if each["id"] in ids]
    return tables | {"protocol": flow.protocol}


@cache
def shipped() -> Setting:
    """The setting of the shipped flow as far as it is known, without catalogs."""
    return Setting(Script.of(known(load(FLOW))), {}, "nct06971913")


@cache
def fitting() -> Mapping[str, Attempts]:
    """The answers of a person who fits the study in every point."""
    return {step: (said,) for step, said in fitting_of(FLOW).answers.items()}


def cases(table: str) -> Iterator[Case]:
    """The cases of one table."""
    tables = _read(table)
    today = tables.get("today", TODAY)
    for case in tables["case"]:
        for language in [each for each in ("zh", "en") if each in case] or ["answers"]:
            yield _case(dict(case), language, today)


def _case(case: dict[str, Any], language: str, today: date) -> Case:
    said = {**fitting(), **attempts(case.get("answers", {})), **attempts(case.get(language, {}))}
    mark = "" if language == "answers" else f" ({language})"
    for key in ("zh", "en", "answers"):
        case.pop(key, None)
    return Case(
        name=case.pop("situation") + mark,
        today=case.pop("today", today),
        answers={step: each for step, each in said.items() if each != ("-",)},
        findings=case.pop("findings", {}),
        asked=tuple(case.pop("asked", ())),
        not_asked=tuple(case.pop("not_asked", ())),
        path=tuple(case.pop("path", ())),
        decided=frozenset() if case.keys() & {"last", "waiting_for"} else _usually_decided(case),
        last=case.pop("last", None) or case.get("waiting_for") or _usual_last(case),
        **case,
    )


def _usual_last(case: Mapping[str, Any]) -> str:
    if case["outcome"] == "not_now":
        return "function" if "recheck" in case else "regimen"
    return "willing"


def _usually_decided(case: Mapping[str, Any]) -> frozenset[str]:
    every = {each.id for each in shipped().script.plan.flow.criteria}
    if case["outcome"] == "not_now":
        every -= {AT_SITE} if "recheck" in case else {AT_SITE, *PRIVATE}
    return frozenset(every)


def _read(table: str) -> dict[str, Any]:
    return tomllib.loads((TABLES / f"{table}.toml").read_text(encoding="utf-8"))


def talk(setting: Setting, answers: Mapping[str, Attempts], today: date = TODAY) -> dict[str, Any]:
    """What `screen` makes of these answers."""
    return converse(setting, Person(today, answers))


def said(finding: Mapping[str, Any]) -> str:
    """A finding in the words of the tables."""
    if finding["status"] != "not_met":
        return str(finding["status"])
    if finding["lasting"]:
        return "not_met for good"
    return f"not_met until {finding['until']}" if finding["until"] else "not_met"


def differences(setting: Setting, case: Case) -> list[str]:
    """What comes out of a conversation otherwise than the case says; nothing if all is right."""
    return [*_differences(talk(setting, case.answers, case.today), case)]


def _differences(found: Mapping[str, Any], case: Case) -> Iterator[str]:
    findings = {each: said(finding) for each, finding in found["findings"].items()}
    for criterion in findings.keys() | case.findings.keys():
        usual = "unknown" if criterion == AT_SITE else "met"
        wanted, got = case.findings.get(criterion, usual), findings.get(criterion, "undecided")
        if wanted != got:
            yield f"{criterion} is {got}, not {wanted}"
    yield from (f"{each} is undecided" for each in sorted(case.decided - findings.keys()))
    recheck = case.recheck.isoformat() if case.recheck else None
    for key, expected in (
        ("outcome", case.outcome),
        ("recheck", recheck),
        ("waiting_for", case.waiting_for),
        ("refused", case.refused),
    ):
        if found[key] != expected:
            yield f"{key} is {found[key]}, not {expected}"
    yield from (f"{each} is not asked" for each in case.asked if each not in found["asked"])
    yield from (f"{each} is asked" for each in case.not_asked if each in found["asked"])
    if found["asked"][-1] != case.last:
        yield f"the last question is {found['asked'][-1]}, not {case.last}"
    if case.path and tuple(found["asked"]) != case.path:
        yield f"the questions are {found['asked']}, not {list(case.path)}"
