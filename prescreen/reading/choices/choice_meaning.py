"""Which choice is meant: by the ids that are named, by a yes or a no, by a name and a time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prescreen.reading.choices.choice_names import (
    HEDGED,
    NEGATIVE,
    Option,
    by_place,
    named_in,
)
from prescreen.reading.clauses.grammar import NO_ANSWER
from prescreen.reading.days.when import cuts, read_when
from prescreen.reading.polarity.weighing import AMBIGUOUS
from prescreen.reading.polarity.yes_no import Asking, Meaning
from prescreen.values import Blank, Days, Offer, Refusal

NOW_CHOICE, _BEFORE, _PAST = "now", "before", "past"


def chosen(
    named: Sequence[str], ids: Sequence[str], multiple: bool
) -> tuple[str, ...] | Blank | Refusal:
    """What names mean together; a hedged one is not sure."""
    if "" in named:
        return AMBIGUOUS
    return Blank.UNSURE if HEDGED in named else picked(named, ids, multiple)


def picked(named: Sequence[str], ids: Sequence[str], multiple: bool) -> tuple[str, ...] | Refusal:
    """The ids that are named, in their order; without `multiple` only one."""
    found = tuple(each for each in ids if each in named)
    return found if multiple or len(found) == 1 else AMBIGUOUS


def of_meaning(
    answer: Meaning, options: Sequence[Option]
) -> tuple[str, ...] | Offer[tuple[str, ...]] | Refusal:
    """The choice that a yes or a no stands for: by its id, a mere one also by its words."""
    ids = [option.id for option in options]
    match answer:
        case "no":
            meant = [each for each in NEGATIVE if each in ids] or _worded("no", options)
            return (meant[0],) if len(meant) == 1 else NO_ANSWER
        case "aye" | "yes" if "yes" in ids:
            return ("yes",)
        case "aye":
            meant = _worded("yes", options)
            return (meant[0],) if len(meant) == 1 else NO_ANSWER
        case "still" if NOW_CHOICE in ids:
            return (NOW_CHOICE,)
        case "past" | "still" if "yes" in ids:
            return ("yes",)
        case "assent" | "dissent":
            plain = of_meaning("aye" if answer == "assent" else "no", options)
            return Offer(plain) if isinstance(plain, tuple) else plain
        case "longer" | "past" if _BEFORE in ids:
            return (_BEFORE,)
        case "timed" | "yes" if _BEFORE in ids:
            return Offer((_BEFORE,))
        case "longer" | "past" | "timed" if _PAST in ids:
            return Offer((_PAST,))
        case "longer" | "timed" if "yes" in ids:
            return Offer(("yes",))
    return NO_ANSWER


def _worded(word: str, options: Sequence[Option]) -> list[str]:
    return [option.id for option in options if word in option.words]


def beside_time(clause: str, options: Sequence[Option], asking: Asking) -> list[str] | None:
    """What is named beside a time; nothing where a time is all there is."""
    bare = _LEAD.sub("", clause)
    if _since(bare, asking):
        return []
    for at in cuts(bare):
        for time, rest in ((bare[:at], bare[at:]), (bare[at:], bare[:at])):
            named = named_in(rest.strip(), options, asking.words)
            if named and not by_place(rest.strip()) and _since(time, asking):
                return named
    return None


_LEAD = re.compile(r"^(?:i'm|i am|i've been|i have been|she's|she is|我已经|我|她|已经) ?")
_SINCE = re.compile(r"^(?:since|for) |^[自从]|起$")
_LENGTH = re.compile(
    r"(?:个月|个半月|个多月|月了|年|周|星期|礼拜|天)(?:半|多|左右)?了?$|(?:year|month|week|"
    r"day)s?(?: now)?$"
)
_POINT = re.compile(r"[前去昨今上号日]|\d{4}|\b(?:ago|last|this|in|on)\b")


def _since(time: str, asking: Asking) -> bool:
    """Whether a text is a past time; of a fact of now, how long it has been so."""
    assert asking.today
    bare = _SINCE.sub("", time.strip())
    if asking.mood == "fact_now" and (not _LENGTH.search(bare) or _POINT.search(bare)):
        return False
    return isinstance(read_when(bare, asking.today), Days)
