"""Days as they are written in files and flags."""

from __future__ import annotations

import re
from datetime import date

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1900, 2999
"""The years in which the program can be told to be; births and windows stay in the calendar."""


def read_day(text: object) -> date | None:
    """A day such as "2026-11-23", or None where the text is no such day."""
    if not isinstance(text, str) or not _ISO_DAY.fullmatch(text):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
