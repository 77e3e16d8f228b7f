"""The case tables in tests/data/reading, as a nurse would read them."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from prescreen.reading import (
    read_age,
    read_dose,
    read_number,
    read_weight,
    read_when,
    read_yes_no,
)
from prescreen.values import Age, Blank, Days, Dose, Interval, Measure, Offer, Refusal

TODAY = date(2026, 11, 23)
ASKED = ("打过", "用过", "做过", "丙球", "丙种球蛋白", "IVIG")
STEROIDS = ("激素", "steroid", "steroids")
DATA = Path(__file__).parent.parent / "data" / "reading"

Taken = Interval | Age | Measure | Dose | Days | Blank | str
Answer = Taken | Offer[Any] | Refusal


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """The rows of a table without its headings."""
    for line in (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield tuple(cell.strip() for cell in line.split(" | "))


def read(kind: str, text: str) -> Answer:
    """What a kind of question understands of a text on the tables' day."""
    match kind:
        case "number":
            return read_number(text)
        case "age":
            return read_age(text, TODAY)
        case "weight":
            return read_weight(text)
        case "dose":
            return read_dose(text, asked=STEROIDS)
        case "when":
            return read_when(text, TODAY)
    return read_yes_no(text, ASKED)


def said(answer: Answer) -> str:
    """An answer as the tables write it."""
    match answer:
        case Refusal(reason):
            return f"refused {reason}"
        case Offer(value):
            return f"offered {said(value)}"
        case Age(_, _, Days() as born):
            return f"born {days(born)}"
        case Age(least, most):
            return span(Fraction(least), Fraction(most))
        case Interval(lo, hi):
            return span(lo, hi)
        case Measure("weight", Interval(lo, hi)):
            return span(lo, hi)
        case Dose(Interval(lo, hi), unit):
            return f"{span(lo, hi)} {'mg' if unit == 'mg' else 'tablets'}"
        case Days():
            return days(answer)
        case Blank():
            return answer.value
    assert isinstance(answer, str), "no table is about another quantity"
    return answer


def span(lo: Fraction, hi: Fraction) -> str:
    """One number, or a range with a dash; the tables hold no more than 15 digits."""
    low, high = (str(float(end)).removesuffix(".0") for end in (lo, hi))
    return low if low == high else f"{low}-{high}"


def days(span: Days) -> str:
    """One day, or the first and the last."""
    return str(span.start) if span.single else f"{span.start} to {span.end}"


def cells(table: str) -> list[list[str]]:
    """The rows of a table that stands in a test, cut at each bar."""
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
