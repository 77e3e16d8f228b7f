"""The fitting person of a flow: how a conversation is led to a step, and answers for `screen`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from limits import as_long_as

from flows import flow_of
from prescreen.demo.play import here
from prescreen.flow.load import load
from prescreen.session.fitting import Fitting, load_fitting
from prescreen.session.visit import Setting, Visit

TODAY = date(2026, 11, 23)
RESULT = "the result"
"""Stands for the page of whatever outcome it comes to."""
Attempts = tuple[str, ...]


@cache
def fitting_of(flow: Path) -> Fitting:
    """The fitting person of a flow file."""
    return load_fitting(flow, load(flow))


def person_of(setting: Setting) -> Fitting:
    """The fitting person of the flow that was opened."""
    return fitting_of(flow_of(setting))


def in_turn(setting: Setting) -> list[tuple[str, str]]:
    """The questions that the person is asked, in their order, each with what is said there."""
    answers = person_of(setting).answers
    asked = (each.id for each in setting.script.plan.flow.questions)
    return [(each, answers[each]) for each in asked if each in answers]


def lead(visit: Visit, step: str, person: Fitting, /, **other: str) -> tuple[str, ...]:
    """Answer as the person does, or in these other ways, up to a step; all that was said."""
    answers, said = {**person.everywhere, **other}, list[str]()

    def there() -> bool:
        return visit.dialog.at_outcome if step == RESULT else here(visit.page) == step

    for _ in as_long_as(lambda: not there()):
        at = here(visit.page)
        said.append(answers[at])
        visit.say(answers[at])
        assert here(visit.page) != at, f'"{answers[at]}" is no answer to {at}'
    return tuple(said)


def visit_at(
    setting: Setting, step: str, /, *said: str, language: str = "en", **other: str
) -> Visit:
    """A visit that was led to a step, and in which this was said there."""
    visit = Visit(setting, TODAY, language)
    lead(visit, step, person_of(setting), **other)
    for text in said:
        visit.say(text)
    return visit


def way_to(setting: Setting, step: str, /, **other: str) -> tuple[str, ...]:
    """What is said up to a step, from the page after the language."""
    return lead(Visit(setting, TODAY, "en"), step, person_of(setting), **other)


def attempts(answers: Mapping[str, str | list[str]]) -> dict[str, Attempts]:
    """Answers as `screen` takes them."""
    return {
        step: (said,) if isinstance(said, str) else tuple(said) for step, said in answers.items()
    }
