"""What a drafted flow leaves to its author, marked in the file until it is decided."""

from __future__ import annotations

import re
from collections.abc import Iterator

DECIDE = "DECIDE"
_MARK = re.compile(rf"\b{DECIDE}:\s*(.*)")


def open_marks(text: str) -> Iterator[str]:
    """A sentence for each mark in the text of a flow file, with its line."""
    for number, line in enumerate(text.splitlines(), start=1):
        if found := _MARK.search(line):
            what = re.sub(r'[?.]?["\s]*[,}\]]*\s*$', "", found[1]).strip()
            yield f'line {number}: still to decide: {what}. Write it, and take out "{DECIDE}:".'
