"""Load a flow file and check every reference in it."""

from __future__ import annotations

from pathlib import Path

from prescreen.files.errors import FileError
from prescreen.files.toml import load_model
from prescreen.flow.fields import names
from prescreen.flow.links import problems
from prescreen.flow.model import Flow


def load(path: Path) -> Flow:
    """The flow in this file. Raises FileError with a sentence for each thing wrong."""
    flow = load_model(Flow, path, names)
    found = problems(flow)
    if found:
        raise FileError([f"{path.name}: {each}" for each in found])
    return flow
