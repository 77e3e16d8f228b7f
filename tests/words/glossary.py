"""The reviewed lists under tests/data/words: what is allowed although a gate says no, and why."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "data" / "words"


@cache
def reviewed(name: str, table: str = "reviewed") -> Mapping[str, str]:
    """Every reviewed word or sentence of a list with the reason why it may stand."""
    lists = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    found: Mapping[str, str] = lists[table]
    return found


@cache
def concepts() -> Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """What must stand in both languages or in neither, as a pattern for each."""
    table = tomllib.loads((FOLDER / "concepts.toml").read_text(encoding="utf-8"))["concepts"]
    return {
        name: (re.compile(english, re.IGNORECASE), re.compile(chinese, re.IGNORECASE))
        for name, (english, chinese) in table.items()
    }
