"""What is allowed although a gate says no: what was reviewed, and what the flow explains itself."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from sentences.trial import corpus, flow

FOLDER = Path(__file__).with_name("reviewed")


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


def concepts_in(text: str, language: int) -> set[str]:
    """The concepts that a text names; 0 is English, 1 is Chinese."""
    return {name for name, patterns in concepts().items() if patterns[language].search(text)}


@cache
def explained(language: str) -> frozenset[str]:
    """The hard words that the flow explains as terms; they need no other reason."""
    terms = {each.word for each in flow().terms}
    said = (each for each in corpus() if "/term/" in each.context and each.en in terms)
    return frozenset(each.en if language == "en" else each.zh for each in said)


def unexplained(words: Iterable[str], language: str) -> set[str]:
    """Those of the words that stand in none of the hard words that the flow explains."""
    terms = "\n".join(explained(language))

    def stands_there(word: str) -> bool:
        whole = rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])"
        return bool(re.search(whole, terms, re.IGNORECASE))

    return {each for each in words if not stands_there(each)}
