"""What stands for `textual.suggestions`: no name is looked for that a broken style could mean."""

from __future__ import annotations

from collections.abc import Sequence


def get_suggestion(_word: str, _possible_words: Sequence[str]) -> None:
    """Nothing that a style could have meant."""
