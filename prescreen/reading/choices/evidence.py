"""A choice by its signs: all that is told points to one choice, and nothing said can turn it.

Nobody said its name, so it is only ever offered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from prescreen.reading.choices.aspects import Aspect, aspects
from prescreen.reading.choices.choice_names import NEGATIVE, Option
from prescreen.reading.choices.evidence_words import (
    ANY_MORE,
    ASIDE,
    ASKS,
    CHILD,
    DOUBTS,
    GIVEN,
    IS_OVER,
    LEAVES_OPEN,
    NOT_SO,
    ONESELF,
    ORDERED,
    OTHER_PEOPLE,
    PLANS,
    SPOKEN_OF,
    WAS_SO,
)
from prescreen.reading.choices.left_open import after_contrast
from prescreen.reading.choices.sequence import last_of, told_apart, without_listed, without_stray
from prescreen.reading.choices.signs import TOPIC, SignHit, of_choices
from prescreen.reading.choices.statement import Told, told_in
from prescreen.reading.choices.unheard import unheard
from prescreen.reading.clauses.grammar import NO_ANSWER
from prescreen.reading.clauses.rests import asks
from prescreen.reading.clauses.story_parts import ADVERBIAL, BARE_NAME, parts
from prescreen.reading.clauses.text import normalise
from prescreen.reading.days.when import cuts, read_when
from prescreen.reading.polarity.particulars import HARD_TO_SAY
from prescreen.reading.polarity.verb_families import TREATMENTS, families
from prescreen.reading.polarity.yes_no import Asking
from prescreen.values import Blank, Days, Offer, Refusal

_MOST = 8
_LONGEST_TIME = 24
_BARE_NO = {"no", "nope", "nah", "not", "never", "not really", "没", "没有", "不是", "并不是"}
_GAINSAID = ("",)
"""No, and then that it was so."""
_LEFT_OPEN = ("?",)
"""Something is said that leaves it open."""
_NOW, _BEFORE = "now", ("before", "past")
_UNSURE = Blank.UNSURE.value


def by_signs(
    text: str,
    found: Offer[tuple[str, ...]] | Refusal,
    options: Sequence[Option],
    asking: Asking,
    *,
    multiple: bool,
) -> Blank | Offer[tuple[str, ...]] | Refusal:
    """What the signs of a text point to, beside what was `found` by its words."""
    meant = evident(text, options, asking, multiple=multiple)
    if not meant:
        return found
    if meant == _LEFT_OPEN:
        return NO_ANSWER if isinstance(found, Offer) else found
    if meant == _GAINSAID:
        denied = isinstance(found, Offer) and {*found.value} & {*NEGATIVE}
        return NO_ANSWER if denied else found
    if meant == (_UNSURE,):
        return Blank.UNSURE if isinstance(found, Refusal) else NO_ANSWER
    if isinstance(found, Refusal) or meant == found.value:
        return Offer(meant)
    under = {*meant} if multiple else _under({*meant}, options)
    return Offer(meant) if {*found.value} <= under else NO_ANSWER


def evident(
    text: str, options: Sequence[Option], asking: Asking, *, multiple: bool
) -> tuple[str, ...]:
    """The choice, or of several ticks the choices, that the signs of a text point to; or none."""
    plain = normalise(text) or ""
    signs = of_choices([(option.id, option.signs) for option in options], asking.signs)
    if not signs or asks(plain) or ASKS.search(ASIDE.sub(" ", plain)):
        return ()
    if asking.mood not in {"fact_now", "fact_ever"}:
        text = plain = after_contrast(plain)
    said = _statements(text, plain)
    told: Sequence[Told] = [told_in(each, signs, asking) for each in said]
    apart = asking.mood == "ability" and not any(each.held or each.denied for each in told)
    if apart and not (OTHER_PEOPLE.search(plain) or PLANS.search(plain)):
        told = [told_in((" " if plain.isascii() else "").join(said), signs, asking)]
    if not multiple:
        told = without_stray(told, asking)
        told = without_listed(told if asking.mood != "fact_now" else last_of(told))
    if not any(each.bears for each in told) or len(told) > _MOST or _turned(told, asking):
        return ()
    ids = [option.id for option in options]
    meant = _pointed([hit for each in told for hit in each.held if hit.id != TOPIC])
    if _NOW in meant and any(each.held and "past" in aspects(each.rest) for each in told):
        return ()
    if not meant or _named(told):
        rest = [each for each in told if each.text not in _BARE_NO]
        if rest != told and _event(rest, ids, asking) not in ("", *NEGATIVE):
            return _GAINSAID
        event = _event(told, ids, asking)
        if meant and not event and _NOW in ids and not _under(meant, options):
            return ()
        meant |= {event} - {""}
    meant -= _under(meant, options)
    weak = {hit.id for each in told for hit in each.held if hit.weak}
    if _UNSURE in meant and weak:
        return _LEFT_OPEN if _UNSURE in weak else ()
    if not meant and _all_denied(told, multiple=multiple) and not _in_a_part(told, asking):
        meant = {*NEGATIVE} & {*ids}
    found = tuple(each for each in ids if each in meant)
    return found if multiple or len(found) == 1 else ()


def _statements(text: str, plain: str) -> list[str]:
    """The parts of a text, each with where, when and by what it is, for a "not" reaches there."""
    said: list[str] = []
    for part in parts(text, plain=plain):
        if said and not part.but and ADVERBIAL.match(f"{part.text} "):
            said[-1] += f" {part.text}"
        else:
            said.append(part.text)
    return said


def _pointed(hits: Sequence[SignHit]) -> set[str]:
    """The choices of these signs; a weak one gives way to any other, but not a doubt."""
    strong = {hit.id for hit in hits if not hit.weak or hit.id == _UNSURE}
    return strong or {hit.id for hit in hits}


def _under(meant: set[str], options: Sequence[Option]) -> set[str]:
    return {under for option in options if option.id in meant for under in option.over}


def _named(told: Sequence[Told]) -> bool:
    return any(hit.id == TOPIC for each in told for hit in each.held)


def _all_denied(told: Sequence[Told], *, multiple: bool) -> bool:
    """Whether what is asked about is denied, of several ticks more than one of them."""
    denied = {hit.id for each in told for hit in each.denied}
    return TOPIC in denied or (multiple and len(denied) > 1)


def _in_a_part(told: Sequence[Told], asking: Asking) -> bool:
    """Whether only some of the days asked about are named, of which a no says too little."""
    return asking.within is not None and any(_within(each.text, asking) for each in told)


# ---- what turns it ------------------------------------------------------------------------------


def _turned(told: Sequence[Told], asking: Asking) -> bool:
    """Whether another person, a plan, a doubt or another time may turn what the signs say."""
    if any(LEAVES_OPEN.search(each.rest) or HARD_TO_SAY.search(each.text) for each in told):
        return True
    if asking.mood == "wish":
        return _of_others(told)
    if asking.mood not in {"fact_now", "fact_ever"}:
        return False
    if any(each.excepts or each.joined or ORDERED.search(each.text) for each in told):
        return True
    if any(each.untested for each in told) and not any(map(_tells_of_one, told)):
        return True
    if told_apart(told, asking):
        return True
    if any(PLANS.search(each.rest) or DOUBTS.search(each.rest) for each in told):
        return True
    treated = not families(asking.words).isdisjoint(TREATMENTS)
    if treated and any(SPOKEN_OF.search(each.rest) for each in told):
        return True
    if asking.mood == "fact_now" and (any(map(_was_so, told)) or _over_now(told)):
        return True
    return _of_others(told)


def _tells_of_one(each: Told) -> bool:
    """Whether a sign of a choice that says no no holds in a part."""
    return any(hit.id not in {*NEGATIVE, TOPIC} for hit in each.held)


def _was_so(each: Told) -> bool:
    """Whether what holds in a part is told of the past only."""
    held = {hit.id for hit in each.held} - {*NEGATIVE, TOPIC}
    return bool(held) and WAS_SO.search(each.rest) is not None


def _over_now(told: Sequence[Told]) -> bool:
    """Whether something that holds in one part is told to be over in that or another."""
    return any(map(_tells_of_one, told)) and any(IS_OVER.search(each.rest) for each in told)


def _of_others(told: Sequence[Told]) -> bool:
    """Whether it is told of another person: the last one who was named before it.

    A child that is named behind it may be one's own.
    """
    other = seen = False
    for each in told:
        person, own = OTHER_PEOPLE.search(each.rest), ONESELF.search(each.rest)
        if any("我" in each.text[hit.start : hit.end] for hit in each.held):
            other = False
        elif person and not (own and own.start() > person.end()):
            other = not (seen and CHILD.search(person[0]))
        elif own:
            other = False
        if other and (each.bears or seen):
            return True
        seen = seen or each.bears
    return False


# ---- events -------------------------------------------------------------------------------------


def _event(told: Sequence[Told], ids: Sequence[str], asking: Asking) -> str:
    """Which choice an event is that is spoken of: by whether it goes on, is over, or never was."""
    named = any(hit.id == TOPIC for each in told for hit in (*each.held, *each.denied))
    first = next((at for at, each in enumerate(told) if each.bears), None)
    if first is None or not (named or _of_nothing_else(told[: first + 1])):
        return ""
    if not named and any(BARE_NAME.fullmatch(each.text) for each in told):
        return ""
    if any(each.bears and GIVEN.search(each.rest) for each in told):
        return ""
    if any(each.bears and NOT_SO.match(each.text) for each in told):
        return ""
    if asking.within and not any(_within(each.text, asking) for each in told):
        return ""
    event = _chosen([*_aspects(told, {*ids} - {*NEGATIVE, *_BEFORE, _NOW})], ids, asking)
    return "" if asking.within and event in NEGATIVE else event


def _of_nothing_else(told: Sequence[Told]) -> bool:
    """Whether nothing unknown, such as another drug, is named before a deed without a thing."""
    return told[-1].deed and not any(unheard(each.rest) for each in told[:-1])


def _within(part: str, asking: Asking) -> bool:
    """Whether a part names a time that lies in the days asked about."""
    assert asking.within
    assert asking.today
    for at in (0, *cuts(part)):
        for time in (part[:at], part[at:]):
            days = read_when(time.strip(), asking.today) if 0 < len(time) <= _LONGEST_TIME else None
            if isinstance(days, Days) and days.overlap(asking.within) == days:
                return True
    return False


def _aspects(told: Sequence[Told], kinds: Set[str]) -> Iterator[set[Aspect]]:
    """What each part says of the event; one that may be of something else only that it is over.

    That something goes on may be told of the treatment of what was named. What says of which of
    the `kinds` it is says nothing of the event: not definite yet.
    """
    open_yet = True
    for each in told:
        found = aspects(each.rest if any(hit.id in kinds for hit in each.held) else each.text)
        if any(hit.id == TOPIC for hit in each.denied):
            yield {"over"} if ANY_MORE.search(each.rest) else {"no"}
        elif each.bears or not unheard(each.rest):
            yield found
            open_yet = open_yet and not found & {"over", "past"}
        else:
            yield found & ({"over", "on"} if open_yet else {"over"})


def _chosen(said: Sequence[set[Aspect]], ids: Sequence[str], asking: Asking) -> str:
    every: set[Aspect] = {aspect for each in said for aspect in each}
    before = next((each for each in _BEFORE if each in ids), "")
    if {"no"} in said and not every & {"over", "past", "on"}:
        return next((each for each in NEGATIVE if each in ids), "")
    if "no" in every and "over" not in every:
        return ""
    if before and _NOW in ids:
        if "on" in every:
            return "" if "over" in every else _NOW
        return before if every & {"over", "past"} else ""
    ever = asking.mood == "fact_ever"
    return "yes" if ever and "yes" in ids and every & {"past", "over", "on"} else ""
