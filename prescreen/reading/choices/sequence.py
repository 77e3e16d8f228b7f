"""Which of the parts of a text that point to choices count: the last result, no list of nos."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from prescreen.reading.choices.choice_names import NEGATIVE
from prescreen.reading.choices.evidence_words import ALL_OF_THEM, FORMER, HAVING
from prescreen.reading.choices.signs import TOPIC
from prescreen.reading.choices.statement import Told
from prescreen.reading.choices.unheard import unheard
from prescreen.reading.clauses.rest_words import LATEST
from prescreen.reading.polarity.yes_no import Asking, without_words


def without_listed(told: Sequence[Told]) -> Sequence[Told]:
    """This, that, all negative: what is listed before "all" and a no is said not to be."""
    last = max((at for at, each in enumerate(told) if _denies_all(each)), default=-1)
    listed = told[: last + 1]
    if any(HAVING.search(each.rest) or unheard(each.rest) for each in listed):
        return told
    return [*(_only(each, lambda id: id in NEGATIVE) for each in listed), *told[last + 1 :]]


def without_stray(told: Sequence[Told], asking: Asking) -> Sequence[Told]:
    """Another drug, two a day: what may be of the unknown thing before it says nothing."""
    kept, stray = [*told], False
    for at, each in enumerate(told):
        if stray:
            kept[at] = replace(each, held=[hit for hit in each.held if not hit.weak])
        if each.bears or _BARE.fullmatch(each.text) is None:
            stray = False
        elif unheard(without_words(each.rest, asking)) > (0 if each.text.isascii() else 1):
            stray = True
    return kept


_BARE = re.compile(r"[^\x00-\x7f了过着没不]{0,5} ?(?:[\da-z.%]+(?: |$)){0,3}")
"""A bare name, perhaps with a number."""


def _denies_all(each: Told) -> bool:
    denies = any(hit.id in NEGATIVE for hit in each.held)
    return denies and ALL_OF_THEM.search(each.text) is not None


def last_of(told: Sequence[Told]) -> Sequence[Told]:
    """Positive then, negative now: what was before does not hold where the last result is told."""
    at = [i for i, each in enumerate(told) if {hit.id for hit in each.held} - {TOPIC}]
    if len(at) < 2 or not LATEST.search(told[at[-1]].text):
        return told
    if not all(FORMER.search(told[i].text) for i in at[:-1]):
        return told
    return [
        _only(each, lambda id: id == TOPIC) if i in at[:-1] else each for i, each in enumerate(told)
    ]


def _only(each: Told, keeps: Callable[[str], bool]) -> Told:
    """A part with those of its signs whose id is kept."""
    return replace(each, held=[hit for hit in each.held if keeps(hit.id)])


_NOT_A = re.compile(r"\bnot (?:in |from |on )?(?:an?|the|my) ")


def told_apart(told: Sequence[Told], asking: Asking) -> bool:
    """This, and not that: whether what is denied is only told apart from something unknown."""
    for at, each in enumerate(told):
        hits = {hit.start for hit in (*each.denied, *each.held)}
        for found in _NOT_A.finditer(each.text):
            before = each.text[: found.start()].strip()
            if not before and at and not told[at - 1].bears:
                before = told[at - 1].rest
            if hits & {*found.span()} and unheard(without_words(before, asking)):
                return True
    return False
