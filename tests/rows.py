"""Tables of small cases: a test for each row costs more than what it tests."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Sequence
from functools import wraps

import pytest

Test = Callable[..., None]


def each_row(names: str | Sequence[str], rows: Iterable[object]) -> Callable[[Test], Test]:
    """Go through every row in one test; those that fail are named, each with what is wrong."""
    alone = isinstance(names, str)
    table = [(row,) if alone else tuple(row) for row in rows]  # type: ignore[arg-type]
    keys = (names,) if isinstance(names, str) else tuple(names)
    assert table

    def decorate(test: Test) -> Test:
        signature = inspect.signature(test)
        others = [each for name, each in signature.parameters.items() if name not in keys]

        @wraps(test)
        def every(**fixtures: object) -> None:
            wrong: list[BaseException] = []
            for row in table:
                try:
                    test(**fixtures, **dict(zip(keys, row, strict=True)))
                except (Exception, pytest.fail.Exception) as error:
                    error.add_note(f"in the row {row!r}")
                    wrong.append(error)
            if wrong:
                raise BaseExceptionGroup(f"{len(wrong)} of {len(table)} rows", wrong)

        every.__signature__ = signature.replace(parameters=others)  # type: ignore[attr-defined]
        return every

    return decorate
