"""What is wrong with a file, said to the person who wrote it."""

from __future__ import annotations

from collections.abc import Sequence


class FileError(Exception):
    """Everything wrong with one file, a sentence each, with the place and the fix."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)
