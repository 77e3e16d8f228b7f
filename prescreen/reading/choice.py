"""One or several of a question's choices, by number, letter, id or words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prescreen.reading.clauses import NO_ANSWER, split
from prescreen.reading.numerals import scan
from prescreen.reading.text import normalise
from prescreen.reading.unsure import read_unsure
from prescreen.reading.yes_no import read_yes_no
from prescreen.values import Blank, Refusal


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: its id, and the words that name it in every language."""

    id: str
    words: tuple[str, ...] = ()


def read_choice(
    text: str, options: Sequence[Option], asked: Sequence[str] = (), *, multiple: bool = False
) -> tuple[str, ...] | Blank | Refusal:
    """The ids of the choices a text names, in the order of `options`."""
    plain = normalise(text) or ""
    by_id = {o.id: o for o in options}
    if multiple:
        parts = [p.strip() for p in plain.split("+")]
        if len(parts) > 1 and all(p in by_id for p in parts):
            return tuple(o.id for o in options if o.id in parts)
    plain = " ".join(split(plain)) if plain not in by_id else plain
    for i, option in enumerate(options):
        names = {option.id, *(normalise(w) for w in option.words), str(i + 1), chr(97 + i)}
        if plain in names:
            return (option.id,)
    number = scan(plain.removeprefix("第").removesuffix("个"))
    if number and number[0].whole and 1 <= number[0].lo <= len(options):
        return (options[int(number[0].lo) - 1].id,)
    answer = read_yes_no(text, asked)
    if answer in ("yes", "no") and answer in by_id:
        return (str(answer),)
    if read_unsure(text):
        return Blank.UNSURE
    return NO_ANSWER
