"""One or several of a question's choices, by number, letter, id or words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prescreen.reading.choices.choice_meaning import (
    NOW_CHOICE,
    beside_time,
    chosen,
    of_meaning,
    picked,
)
from prescreen.reading.choices.choice_names import (
    HEDGED,
    NEGATIVE,
    Option,
    named_in,
    spelled_by,
)
from prescreen.reading.choices.choice_told import told_choice
from prescreen.reading.choices.evidence import by_signs
from prescreen.reading.choices.half_said import one_of_two, says_less
from prescreen.reading.choices.left_open import left_open, looked_for
from prescreen.reading.choices.slips import slipped
from prescreen.reading.choices.within import name_within
from prescreen.reading.clauses.answer import split
from prescreen.reading.clauses.grammar import NO_ANSWER
from prescreen.reading.clauses.rests import asks, goes_on, unmeant
from prescreen.reading.clauses.story_parts import parts, with_stops
from prescreen.reading.clauses.text import normalise
from prescreen.reading.days.when import read_when
from prescreen.reading.polarity.no_answer import corrects, polite, said_back
from prescreen.reading.polarity.particulars import without_particulars
from prescreen.reading.polarity.verb_families import by_needle
from prescreen.reading.polarity.weighing import AMBIGUOUS
from prescreen.reading.polarity.yes_no import (
    NOTHING_ASKED,
    Asking,
    plainly,
    read_meaning,
)
from prescreen.values import Blank, Days, Offer, Reason, Refusal

_NOTHING = frozenset(["nothing", "nothing at all", "nada", "zilch"])
"""A no only where it is asked for any of several things."""
_WAS = re.compile(r"\b(?:i|we|he|she) (?:was|were|used to be) on\b")
"""What was so once."""
_CONTRADICTION = Refusal(Reason.CONTRADICTION)


def read_choice(
    text: str,
    options: Sequence[Option],
    asking: Asking = NOTHING_ASKED,
    *,
    multiple: bool = False,
) -> tuple[str, ...] | Blank | Offer[tuple[str, ...]] | Refusal:
    """The ids of the choices a text names, in the order of `options`.

    A choice is named by its id, its number or letter, or its words in either language. Without
    `multiple` two choices are refused as `ambiguous`, and so is a word that two choices share. What
    only its signs point to is offered.
    """
    facts = asking.mood in {"fact_now", "fact_ever"}
    if facts and unmeant(normalise(text) or ""):
        return NO_ANSWER
    found = _named_or_told(text, options, asking, multiple=multiple)
    if found in (NO_ANSWER, AMBIGUOUS) or isinstance(found, Offer):
        found = by_signs(text, found, options, asking, multiple=multiple)
        if isinstance(found, Offer) and left_open(text, found.value, options, asking):
            return NO_ANSWER
    ids = found.value if isinstance(found, Offer) else found
    if not isinstance(ids, tuple):
        return found
    plain = normalise(text) or ""
    if {*ids} & {*NEGATIVE}:
        astray = False
    else:
        astray = by_needle(plain, asking.words) or _at_another_time(text, asking)
    named = plain.strip(".!。") in spelled_by(options)
    less = not named and says_less(plain, ids, options, asking)
    if astray or less or _at_first(plain, ids, options, asking):
        return NO_ANSWER
    if not named and one_of_two(plain, ids, options, asking):
        return NO_ANSWER
    if not {*ids} & {*NEGATIVE} and looked_for(plain, options, asking):
        return NO_ANSWER
    return found


_AT_FIRST = re.compile(
    r"(?:先|一开始|起初|最初|当初|原来)(?:是|还)?(?:说|怀疑|诊断|当成|按)|以为|误诊|\b(?:at first|"
    r"initially|originally|thought|mis-?diagnosed)\b"
)
_IN_THE_END = re.compile(
    r"后来|最后|结果|其实|[,，](?:[去今前]年|现在|最近)|\b(?:then|but|turned out|actually|"
    r"finally)\b"
)


def _at_first(plain: str, ids: Sequence[str], options: Sequence[Option], asking: Asking) -> bool:
    """Whether a choice that is no "no" is only what was thought at first."""
    if asking.mood not in {"fact_now", "fact_ever"} or {*ids} & {*NEGATIVE}:
        return False
    if not _AT_FIRST.search(plain):
        return False
    end = _IN_THE_END.split(plain)[-1].strip(" ,，")
    found = NO_ANSWER if end == plain else read_choice(end, options, asking)
    return not isinstance(found, Offer | tuple) or (
        found.value if isinstance(found, Offer) else found
    ) != tuple(ids)


def _at_another_time(text: str, asking: Asking) -> bool:
    """Whether a part of a text is a time that lies outside of the days that are asked about."""
    if asking.within is None or asking.today is None:
        return False
    told = [read_when(part.text, asking.today) for part in parts(text)]
    days = [each for each in told if isinstance(each, Days)]
    return any(each.overlap(asking.within) != each for each in days)


def _named_or_told(
    text: str,
    options: Sequence[Option],
    asking: Asking = NOTHING_ASKED,
    *,
    multiple: bool = False,
) -> tuple[str, ...] | Blank | Offer[tuple[str, ...]] | Refusal:
    typed = text.strip().split("+")
    ids = [option.id for option in options]
    if set(typed) <= set(ids):
        return picked(typed, ids, multiple) if multiple or len(typed) == 1 else NO_ANSWER
    plain = normalise(text)
    clauses = split(plain) if plain else []
    if not clauses or (multiple and goes_on(plain or "")):
        return NO_ANSWER
    if polite(plain or "", asking.mood) or (asking.mood == "fact_now" and _WAS.search(plain or "")):
        return NO_ANSWER
    if "none" not in ids and _NOTHING.issuperset(clauses):
        return NO_ANSWER
    if plain not in spelled_by(options) and (
        asks(plain or "") or corrects(clauses) or said_back(clauses)
    ):
        return NO_ANSWER
    named = named_in(plain or "", options, asking.words) or named_in(
        " , ".join(clauses), options, asking.words
    )
    if named is not None and HEDGED in named and asking.mood in {"ability", "difficulty", "wish"}:
        likely = chosen([each for each in named if each != HEDGED], ids, multiple)
        return Offer(likely) if isinstance(likely, tuple) else likely
    meant = chosen(named, ids, multiple) if named is not None else NO_ANSWER
    if named is not None and meant != AMBIGUOUS:
        return meant
    found = _by_yes_no(text, options, asking)
    if named is not None:
        return found if isinstance(found, tuple) else meant
    if found == NO_ANSWER:
        found = _by_clauses(clauses, options, asking, multiple)
    if found in (NO_ANSWER, AMBIGUOUS):
        timed = _timed(plain or "", options, asking)
        found = found if timed == NO_ANSWER else timed
    if found == NO_ANSWER:
        spelled = {word: token.name for word, token in spelled_by(options).items()}
        facts = not multiple and asking.mood in {"fact_now", "fact_ever"}
        name = slipped(clauses, spelled) or (facts and name_within(clauses, spelled, NEGATIVE))
        return Offer((name,)) if name else told_choice(text, options, asking, multiple)
    return found


def _by_yes_no(
    text: str, options: Sequence[Option], asking: Asking
) -> tuple[str, ...] | Blank | Offer[tuple[str, ...]] | Refusal:
    """Not sure; or yes, no and no longer, where the choices have one that says so."""
    said = with_stops(text) if asking.mood == "wish" else text
    answer = read_meaning(said, asking)
    if answer == NO_ANSWER and said != text:
        answer = read_meaning(text, asking)
    if isinstance(answer, Refusal | Blank):
        return answer
    return of_meaning(answer, options)


def _by_clauses(
    clauses: Sequence[str], options: Sequence[Option], asking: Asking, multiple: bool
) -> tuple[str, ...] | Blank | Refusal:
    """Every clause says the same choice; a mere yes or 嗯 may stand beside one that is no "no"."""
    if len(clauses) < 2:
        return NO_ANSWER
    ids, said, ayes = [option.id for option in options], set[str](), False
    for clause in without_particulars(clauses):
        named = named_in(clause, options, asking.words)
        if named is not None:
            said |= {*named}
            continue
        meant = plainly(read_meaning(clause, asking))
        if isinstance(meant, Refusal | Blank):
            return NO_ANSWER
        of = of_meaning(meant, options)
        if meant == "aye" and of not in [(each,) for each in ids]:
            ayes = True
        elif not isinstance(of, tuple):
            return NO_ANSWER
        else:
            said |= {*of}
    if ayes and said & {*NEGATIVE}:
        return _CONTRADICTION
    return chosen([*said], ids, multiple) if said else NO_ANSWER


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
        named = named_in(clause, options, asking.words) or beside_time(clause, options, asking)
        if named is None or {*named} & {*NEGATIVE, NOW_CHOICE}:
            return NO_ANSWER
        said |= {*named}
    return chosen([*said], ids, multiple=False) if said else NO_ANSWER
