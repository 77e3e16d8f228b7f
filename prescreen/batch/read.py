"""The verb `read`: texts in as JSON lines, what was understood out as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any, assert_never, get_args

from prescreen import reading
from prescreen.batch.json_lines import Malformed, language_of, record_of, today_of
from prescreen.batch.kinds import READ_KINDS, ReadKind
from prescreen.language.catalogs import LANGUAGES
from prescreen.system.privacy import Silent
from prescreen.values import Age, Blank, Days, Dose, Interval, Measure, Mood, Offer, Reason, Refusal
from prescreen.values.units import QUANTITIES

Taken = Interval | Age | Measure | Dose | Days | str | Blank
Heard = Taken | Offer[Taken] | Refusal
Json = dict[str, Any]


@dataclass(frozen=True, slots=True, repr=False)
class TextToRead(Silent):
    """One text to read, and what it is read against."""

    text: str
    today: date | None
    asked: tuple[str, ...]
    quantity: str | None = None
    mood: Mood | None = None


def read_each(
    lines: Iterable[str],
    kind: str,
    lang: str,
    today: date | None,
    quantity: str | None = None,
    named: Sequence[str] = (),
) -> Iterator[str]:
    """One line of JSON for each line that is not blank.

    With a quantity, a number has one of its units. What is said of one of the things `named` is
    offered, where a line does not say what is asked about. A line's own `today`, `lang`, `asked`
    and `mood` count before the arguments. A malformed line gives an `error` and the next goes on.
    Raises ValueError where the kind, the quantity or the language is unknown.
    """
    known = next((each for each in READ_KINDS if each == kind), None)
    if known is None:
        raise ValueError(f"kind: expected one of {', '.join(READ_KINDS)}")
    if quantity is not None and (kind != "number" or quantity not in QUANTITIES):
        raise ValueError(f"quantity: with kind number, expected one of {', '.join(QUANTITIES)}")
    language_of(lang)
    return (_answer(line, known, today, quantity, named) for line in lines if line.strip())


def _answer(
    line: str, kind: ReadKind, today: date | None, quantity: str | None, named: Sequence[str]
) -> str:
    echoed: Json = {}
    try:
        record = record_of(line)
        if "id" in record:
            echoed = {"id": record["id"]}
        result = as_json(_heard(kind, _phrase(record, today, quantity), named), kind)
    except Malformed as error:
        result = {"error": str(error)}
    return json.dumps(echoed | result, ensure_ascii=False)


def _phrase(record: Mapping[str, Any], today: date | None, quantity: str | None) -> TextToRead:
    text = record.get("text")
    if not isinstance(text, str):
        raise Malformed('"text" must be a string')
    language_of(record.get("lang", LANGUAGES[0]))
    asked = record.get("asked", [])
    if not isinstance(asked, list) or not all(isinstance(word, str) for word in asked):
        raise Malformed('"asked" must be a list of strings')
    mood = record.get("mood")
    if mood is not None and mood not in get_args(Mood):
        raise Malformed(f'"mood" must be one of {", ".join(get_args(Mood))}')
    day = today_of(record["today"]) if "today" in record else today
    return TextToRead(text, day, tuple(asked), quantity, mood)


def _heard(kind: ReadKind, phrase: TextToRead, named: Sequence[str]) -> Heard:
    """What is read; a call for help is no answer, whatever else is said."""
    if reading.is_urgent(phrase.text, ()):
        return Refusal(Reason.NOT_AN_ANSWER)
    found = _read(kind, phrase)
    if phrase.asked or not named or found != Refusal(Reason.NOT_AN_ANSWER):
        return found
    told = _read(kind, replace(phrase, asked=tuple(named), mood=phrase.mood or "fact_ever"))
    return told if isinstance(told, Offer | Refusal) else Offer(told)


def _today(phrase: TextToRead) -> date:
    return phrase.today or today_of(None)


def _number(phrase: TextToRead) -> Heard:
    if phrase.quantity is None:
        return reading.read_number(phrase.text)
    return reading.read_measure(phrase.text, phrase.quantity, asked=phrase.asked)


def _read(kind: ReadKind, phrase: TextToRead) -> Heard:
    match kind:
        case "number":
            return _number(phrase)
        case "age":
            return reading.read_age(phrase.text, _today(phrase))
        case "weight":
            return reading.read_weight(phrase.text)
        case "dose":
            return reading.read_dose(phrase.text, asked=phrase.asked)
        case "when":
            return reading.read_when(phrase.text, _today(phrase), phrase.asked)
        case "yes_no":
            return reading.read_yes_no(phrase.text, phrase.asked, phrase.mood)
        case _:
            assert_never(kind)


def as_json(answer: Heard, kind: str) -> Json:
    """What was understood, in the words of the fixed format."""
    match answer:
        case Interval():
            return {"value": _span(answer)}
        case Age(least, most, born):
            return {"years": [str(least), str(most)]} | ({"born": _days(born)} if born else {})
        case Measure() if kind == "weight":
            return {"kg": _span(answer.base)}
        case Measure():
            return _measured(answer)
        case Dose(amount, unit):
            return {"mg" if unit == "mg" else "tablets": _span(amount)}
        case Days(start, end):
            return {"from": start.isoformat(), "to": end.isoformat()}
        case Refusal(reason):
            return {"refused": reason.value}
        case Offer(value):
            return {"offer": as_json(value, kind)}
        case Blank():
            return {"answer": answer.value}
        case str():
            return {"answer": answer}
    assert_never(answer)


def _measured(answer: Measure) -> Json:
    """What was measured, in the unit that it was said in."""
    unit = QUANTITIES[answer.quantity].unit(answer.unit)
    assert unit is not None, "a reader knows the units of its quantity"
    return {"value": _span(answer.base.moved(unit.from_base)), "unit": unit.code}


def _days(days: Days) -> list[str]:
    return [days.start.isoformat(), days.end.isoformat()]


def _span(span: Interval) -> list[str]:
    return [exact(span.lo), exact(span.hi)]


def exact(number: Fraction) -> str:
    """A number written out in full: 65, 62.5, or 1/3 where no decimal ends."""
    scaled, places = number, 0
    while scaled.denominator != 1 and (scaled * 10).denominator < scaled.denominator:
        scaled, places = scaled * 10, places + 1
    if scaled.denominator != 1:
        return str(number)
    digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
    sign = "-" if number < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"
