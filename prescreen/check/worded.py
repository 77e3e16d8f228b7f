"""Answers in words, as a flow's author reads them."""

from __future__ import annotations

from collections.abc import Iterable

from prescreen.values import Age, Blank, Days, Dose, Interval, Measure, Picked, Value
from prescreen.values.units import QUANTITIES


def worded_path(answers: Iterable[tuple[str, Value]]) -> str:
    """Answers by step."""
    return ", ".join(f"{step} = {worded(value)}" for step, value in answers)


def worded(value: Value) -> str:
    """One answer."""
    match value:
        case Blank():
            return value.value
        case Picked():
            return "+".join(value.ids)
        case Days():
            return _span(value.start.isoformat(), value.end.isoformat())
        case Age():
            years = _span(str(value.least), str(value.most))
            return f"{years} (born {worded(value.born)})" if value.born else years
        case Measure():
            return f"{_interval(value.base)} {QUANTITIES[value.quantity].base.code}"
        case Dose():
            return f"{_interval(value.amount)} {value.unit}"


def _interval(interval: Interval) -> str:
    ends = f"{float(interval.lo):.6g}", f"{float(interval.hi):.6g}"
    return f"between {' and '.join(ends)}" if interval.hi_open else _span(*ends)


def _span(low: str, high: str) -> str:
    return low if low == high else f"{low} to {high}"
