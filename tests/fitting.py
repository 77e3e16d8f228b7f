"""The fitting person of a flow, and answers as `screen` takes them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from flows import flow_of
from prescreen.flow.load import load
from prescreen.session.fitting import Fitting, load_fitting
from prescreen.session.visit import Setting

Attempts = tuple[str, ...]


def fitting_of(flow: Path) -> Fitting:
    """The fitting person of a flow file."""
    return load_fitting(flow, load(flow))


def person_of(setting: Setting) -> Fitting:
    """The fitting person of the flow that was opened."""
    return fitting_of(flow_of(setting))


def attempts(answers: Mapping[str, str | list[str]]) -> dict[str, Attempts]:
    """Answers as `screen` takes them."""
    return {
        step: (said,) if isinstance(said, str) else tuple(said) for step, said in answers.items()
    }
