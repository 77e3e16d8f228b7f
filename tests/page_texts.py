"""Every text of a page, and the signs of a language in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from prescreen.page.model import Block, Tone

HAN = re.compile("[一-鿿]")
ENGLISH = re.compile(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}")
UNSEEN = {"id", "name", "key", "word", "suffix", "spellings", "steps", "tone"}


def texts(shown: object, *, quotes: bool = True) -> Iterator[str]:
    """Every text of a page or a part of it, the names of things aside."""
    if isinstance(shown, str):
        yield shown
    elif isinstance(shown, tuple):
        for each in shown:
            yield from texts(each, quotes=quotes)
    elif is_dataclass(shown):
        if isinstance(shown, Block) and shown.tone is Tone.QUOTE and not quotes:
            return
        for field in fields(shown):
            if field.name not in UNSEEN:
                yield from texts(getattr(shown, field.name), quotes=quotes)
