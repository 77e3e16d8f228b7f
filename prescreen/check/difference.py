"""In what two shapes of a page differ, in words."""

from __future__ import annotations

from collections.abc import Hashable


def first_difference(one: Hashable, other: Hashable) -> tuple[str, str]:
    """What the first difference is on each side."""
    if isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
        for left, right in zip(one, other, strict=True):
            if left != right and not (isinstance(left, str) and isinstance(right, str)):
                return first_difference(left, right)
    return _worded(one), _worded(other)


def _worded(part: Hashable) -> str:
    match part:
        case None | ():
            return "nothing"
        case tuple() if all(isinstance(each, str) for each in part):
            return ", ".join(map(str, part))
        case tuple():
            return f"{len(part)} parts"
        case type():
            return part.__name__
        case _:
            return str(part)
