"""One or several of a question's choices, by number, letter, id or words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prescreen.reading.choice_names import HEDGED, NEGATIVE, Option, named_in, spelled_by
from prescreen.reading.clauses import split
from prescreen.reading.grammar import NO_ANSWER
from prescreen.reading.rests import STRICT, Rest, asks, goes_on, judge
from prescreen.reading.slips import slipped
from prescreen.reading.text import normalise
from prescreen.reading.when import cuts, read_when
from prescreen.reading.within import name_within
from prescreen.reading.yes_no import (
    NOTHING_ASKED,
    Asking,
    Meaning,
    read_meaning,
    without_particulars,
)
from prescreen.values import Blank, Days, Offer, Reason, Refusal

_AMBIGUOUS = Refusal(Reason.AMBIGUOUS)
_CONTRADICTION = Refusal(Reason.CONTRADICTION)
_NOW, _BEFORE, _PAST = "now", "before", "past"


def read_choice(
    text: str,
    options: Sequence[Option],
    asking: Asking = NOTHING_ASKED,
    *,
    multiple: bool = False,
) -> tuple[str, ...] | Blank | Offer[tuple[str, ...]] | Refusal:
    """The ids of the choices a text names, in the order of `options`.

    A choice is named by its id, its number or letter, or its words in either language. Without
    `multiple` two choices are refused as `ambiguous`, and so is a word that two choices share.
    """
    typed = text.strip().split("+")
    ids = [option.id for option in options]
    if set(typed) <= set(ids):
        return _picked(typed, ids, multiple) if multiple or len(typed) == 1 else NO_ANSWER
    plain = normalise(text)
    clauses = split(plain) if plain else []
    if not clauses or (multiple and goes_on(plain or "")):
        return NO_ANSWER
    if asks(plain or "") and plain not in spelled_by(options):
        return NO_ANSWER
    named = named_in(plain or "", options, asking.words) or named_in(
        " , ".join(clauses), options, asking.words
    )
    meant = _meant(named, ids, multiple) if named is not None else NO_ANSWER
    if named is not None and meant != _AMBIGUOUS:
        return meant
    found = _by_yes_no(text, options, asking)
    if named is not None:
        return found if isinstance(found, tuple) else meant
    if found == NO_ANSWER:
        found = _by_clauses(clauses, options, asking, multiple)
    if found in (NO_ANSWER, _AMBIGUOUS):
        timed = _timed(plain or "", options, asking)
        found = found if timed == NO_ANSWER else timed
    if found == NO_ANSWER:
        spelled = {word: token.name for word, token in spelled_by(options).items()}
        facts = not multiple and asking.mood in {"fact_now", "fact_ever"}
        likely = slipped(clauses, spelled) or (facts and name_within(clauses, spelled, NEGATIVE))
        return Offer((likely,)) if likely else found
    return found


def _meant(
    named: Sequence[str], ids: Sequence[str], multiple: bool
) -> tuple[str, ...] | Blank | Refusal:
    if "" in named:
        return _AMBIGUOUS
    return Blank.UNSURE if HEDGED in named else _picked(named, ids, multiple)


def _picked(named: Sequence[str], ids: Sequence[str], multiple: bool) -> tuple[str, ...] | Refusal:
    picked = tuple(each for each in ids if each in named)
    return picked if multiple or len(picked) == 1 else _AMBIGUOUS


def _by_yes_no(
    text: str, options: Sequence[Option], asking: Asking
) -> tuple[str, ...] | Blank | Offer[tuple[str, ...]] | Refusal:
    """Not sure; or yes, no and no longer, where the choices have one that says so."""
    answer = read_meaning(text, asking)
    if isinstance(answer, Refusal | Blank):
        return answer
    return _of_meaning(answer, options)


def _of_meaning(
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
        case "still" if _NOW in ids:
            return (_NOW,)
        case "past" | "still" if "yes" in ids:
            return ("yes",)
        case "longer" | "past" if _BEFORE in ids:
            return (_BEFORE,)
        case "timed" if _BEFORE in ids:
            return Offer((_BEFORE,))
        case "longer" | "past" | "timed" if _PAST in ids:
            return Offer((_PAST,))
        case "longer" | "timed" if "yes" in ids:
            return Offer(("yes",))
        case "still":
            meant = _worded("yes", options)
            return Offer((meant[0],)) if len(meant) == 1 else NO_ANSWER
    return NO_ANSWER


def _worded(word: str, options: Sequence[Option]) -> list[str]:
    return [option.id for option in options if word in option.words]


def _by_clauses(
    clauses: Sequence[str], options: Sequence[Option], asking: Asking, multiple: bool
) -> tuple[str, ...] | Blank | Offer[tuple[str, ...]] | Refusal:
    """Every clause says the same choice; a mere yes or 嗯 may stand beside one that is no "no".

    Beside them may stand what only tells more; the choice is then offered.
    """
    if len(clauses) < 2:
        return NO_ANSWER
    ids, said, ayes, more = [option.id for option in options], set[str](), False, False
    for clause in without_particulars(clauses):
        named = named_in(clause, options, asking.words)
        if named is not None:
            said |= {*named}
            continue
        meant = read_meaning(clause, asking)
        if meant == NO_ANSWER and judge(clause, STRICT) is not Rest.SPOILS:
            more |= judge(clause, STRICT) is Rest.DOUBTFUL
            continue
        if isinstance(meant, Refusal | Blank):
            return NO_ANSWER
        of = _of_meaning(meant, options)
        if meant == "aye" and of not in [(each,) for each in ids]:
            ayes = True
        elif not isinstance(of, tuple):
            return NO_ANSWER
        else:
            said |= {*of}
    if ayes and said & {*NEGATIVE}:
        return _CONTRADICTION
    found = _meant([*said], ids, multiple) if said else NO_ANSWER
    return Offer(found) if more and isinstance(found, tuple) else found


def _timed(
    plain: str, options: Sequence[Option], asking: Asking
) -> tuple[str, ...] | Blank | Refusal:
    """确诊三年了: a choice that is no "no", and since when; in every clause the same.

    A fact of now goes only with how long it has been so.
    """
    if not asking.today or asking.within or asking.mood not in {"fact_now", "fact_ever"}:
        return NO_ANSWER
    ids, said = [option.id for option in options], set[str]()
    for clause in split(plain):
        named = named_in(clause, options, asking.words) or _beside_time(clause, options, asking)
        if named is None or {*named} & {*NEGATIVE, _NOW}:
            return NO_ANSWER
        said |= {*named}
    return _meant([*said], ids, multiple=False) if said else NO_ANSWER


def _beside_time(clause: str, options: Sequence[Option], asking: Asking) -> list[str] | None:
    """What is named beside a time; nothing where a time is all there is."""
    bare = _LEAD.sub("", clause)
    if _since(bare, asking):
        return []
    for at in cuts(bare):
        for time, rest in ((bare[:at], bare[at:]), (bare[at:], bare[:at])):
            named = named_in(rest.strip(), options, asking.words)
            if named and _since(time, asking):
                return named
    return None


_LEAD = re.compile(r"^(?:i'm|i am|i've been|i have been|she's|she is|我已经|我|她|已经) ?")
_SINCE = re.compile(r"^(?:since|for) |^[自从]|起$")
_LENGTH = re.compile(
    r"(?:个月|个半月|个多月|月了|年|周|星期|礼拜|天)(?:半|多|左右)?了?$|"
    r"(?:year|month|week|day)s?(?: now)?$"
)
_POINT = re.compile(r"[前去昨今上号日]|\d{4}|\b(?:ago|last|this|in|on)\b")


def _since(time: str, asking: Asking) -> bool:
    """Whether a text is a past time; of a fact of now, how long it has been so."""
    assert asking.today
    bare = _SINCE.sub("", time.strip())
    if asking.mood == "fact_now" and (not _LENGTH.search(bare) or _POINT.search(bare)):
        return False
    return isinstance(read_when(bare, asking.today), Days)
