"""Load a flow file and check every reference in it."""

from __future__ import annotations

from pathlib import Path

from prescreen.files.errors import FileError
from prescreen.files.toml import model_of, read_toml
from prescreen.flow.draft_marks import open_marks
from prescreen.flow.fields import names
from prescreen.flow.links import problems
from prescreen.flow.model import Flow


def load(path: Path) -> Flow:
    """The flow in this file. Raises FileError with a sentence for each thing wrong."""
    tables = read_toml(path)
    marks = [*open_marks(path.read_text(encoding="utf-8-sig"))]
    try:
        flow = model_of(Flow, tables, path.name, names)
    except FileError as error:
        raise FileError([f"{path.name}: {each}" for each in marks] + [*error.problems]) from None
    found = [*marks, *problems(flow)]
    if found:
        raise FileError([f"{path.name}: {each}" for each in found])
    return flow
