"""The fitting person of a flow, and answers as `screen` takes them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from prescreen.demo.fitting import Fitting, load_fitting
from prescreen.flow.load import load

Attempts = tuple[str, ...]


def fitting_of(flow: Path) -> Fitting:
    """The fitting person of a flow file."""
    return load_fitting(flow, load(flow))


def attempts(answers: Mapping[str, str | list[str]]) -> dict[str, Attempts]:
    """Answers as `screen` takes them."""
    return {
        step: (said,) if isinstance(said, str) else tuple(said) for step, said in answers.items()
    }
