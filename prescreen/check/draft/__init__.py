"""The first draft of a flow, from a study record: what it says, and a mark for each decision."""

from __future__ import annotations

from pathlib import Path

from prescreen.check.draft.eligibility_lines import is_list, text_lines
from prescreen.check.draft.record import read_record
from prescreen.check.draft.registry_text import field_lines, registry_text
from prescreen.check.draft.write import flow_text
from prescreen.check.registry import REGISTRY_FILE
from prescreen.files.errors import FileError


def draft(source: Path, folder: Path) -> list[Path]:
    """Write the flow file and the registry's text of a record; their paths. Raises FileError."""
    record = read_record(source)
    lines = text_lines(record.eligibility)
    is_text = bool(field_lines(record)) or is_list(record.eligibility)
    if not is_text or not any(each.sort == "clause" for each in lines):
        raise FileError(
            [f"{source.name}: no criterion is in it. Give the eligibility text as it is printed."]
        )
    name = record.id.lower()
    flow, text = folder / f"{name}.toml", folder / name / REGISTRY_FILE
    for path in (flow, text):
        if path.exists():
            raise FileError([f"{path}: it is there already. Name another folder with --to."])
    written = {text: registry_text(record), flow: flow_text(record, lines)}
    try:
        for path, words in written.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(words, encoding="utf-8")
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise FileError([f"{folder}: can't be written ({reason}). Name another folder."]) from None
    return [flow, text]
