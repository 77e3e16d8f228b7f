"""Yes, no and not sure, read from every word of an answer and by what is asked about."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, assert_never

from prescreen.reading.clauses.answer import split
from prescreen.reading.clauses.grammar import NO_ANSWER
from prescreen.reading.clauses.story_parts import occasion
from prescreen.reading.clauses.text import normalise
from prescreen.reading.clauses.told import Telling, told
from prescreen.reading.polarity.ability import able, in_doubt, in_plain_words
from prescreen.reading.polarity.facts import Fact, read_fact
from prescreen.reading.polarity.no_answer import COUNTED_UP, answers_nothing, likely, said_back
from prescreen.reading.polarity.particulars import (
    HOW_DONE,
    TIMED,
    conditional,
    denied_softly,
    doubts_it,
    left_to,
    of_kind,
    without_particulars,
)
from prescreen.reading.polarity.polarity_words import UNTOLD
from prescreen.reading.polarity.verb_families import TREATMENTS, families, foreign
from prescreen.reading.polarity.weighing import (
    AMBIGUOUS,
    CONTRADICTION,
    LEXICON,
    Answer,
    weigh,
)
from prescreen.values import Blank, Days, Mood, Offer, Refusal

Meaning = Literal["aye", "yes", "still", "no", "longer", "past", "timed", "assent", "dissent"]
"""A mere yes, one that tells of a deed, or of one that goes on; no; no longer; yes, in the past;
a past time alone; a yes and a no that may only go along with what was said, or are in doubt."""


def read_yes_no(
    text: str, asked: Sequence[str] = (), mood: Mood | None = None
) -> Answer | Blank | Offer[Answer] | Refusal:
    """Yes or no, `Blank.UNSURE`, or a refusal; `asked` are the question's own key words.

    Without a mood it is read as a fact of which nobody knows whether it is of now or of ever.
    """
    asking = Asking(tuple(asked), mood)
    meant = read_meaning(text, asking)
    if meant == NO_ANSWER:
        return _told(text, asking)
    match meant:
        case "longer" | "timed" | "assent":
            return Offer("yes")
        case "dissent":
            return Offer("no")
        case "past" | "aye" | "still":
            return "yes"
        case _:
            return meant


def plainly(meant: Meaning | Blank | Refusal) -> Meaning | Blank | Refusal:
    """What is meant, where something else that is said shows that it does not only go along."""
    return "aye" if meant == "assent" else "no" if meant == "dissent" else meant


_SHORTEST_DEED = 2
"""Characters of a mere 没有; more than that tells of what was done."""


def _told(text: str, asking: Asking) -> Blank | Offer[Answer] | Refusal:
    """A yes or a no with a story around it."""

    def answer(part: str) -> Hashable | None:
        meant = plainly(read_meaning(part, asking))
        if isinstance(meant, Refusal):
            return None
        return meant if meant in {Blank.UNSURE, "no", "aye"} else "yes"

    telling = Telling(
        deed=True,
        negative=("no",),
        unsure=(Blank.UNSURE,),
        named=lambda part: len(part.text) > _SHORTEST_DEED and not part.text.isascii(),
        neutral=lambda said: how_done(said, asking),
    )
    aye: Hashable = "aye"
    match told(text, answer, telling, aye):
        case "no" if not tells_how(text, asking):
            return Offer("no")
        case "yes":
            return Offer("yes")
        case "aye" if _backed(text, asking):
            return Offer("yes")
        case Blank.UNSURE:
            return Blank.UNSURE
    return NO_ANSWER


def _backed(text: str, asking: Asking) -> bool:
    """Whether something told with a yes says what it is a yes to: when, where or how it was."""
    plain = normalise(text) or ""
    return bool(TIMED.search(plain)) or occasion(text) or tells_how(text, asking)


def tells_how(text: str, asking: Asking) -> bool:
    """Whether one clause tells where or how the deed was done, which no "no" goes with."""
    return any(how_done(clause, asking) for clause in split(normalise(text) or ""))


def how_done(said: str, asking: Asking) -> bool:
    """Whether a text only tells where or how the deed was done that is asked about."""
    return HOW_DONE.fullmatch(said) is not None and not foreign(said, asking.words)


@dataclass(frozen=True, slots=True)
class Asking:
    """What a question asks: its key words, its mood, and the days it asks about.

    With `today` a past time may stand with a yes, if the days asked about have it. `beside` are
    names of the same sort as a choice that are none.
    """

    words: tuple[str, ...] = ()
    mood: Mood | None = None
    today: date | None = None
    within: Days | None = None
    beside: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


NOTHING_ASKED = Asking()


def without_words(plain: str, asking: Asking) -> str:
    """A text without the question's own key words."""
    spoken = _spoken(asking.words)
    return spoken.sub(" ", plain) if spoken else plain


@cache
def _spoken(asked: tuple[str, ...]) -> re.Pattern[str] | None:
    said = sorted((normalise(word) or word for word in asked), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, said))) if said else None


def read_meaning(text: str, asking: Asking) -> Meaning | Blank | Refusal:
    """What a text says to a question.

    Not sure beats yes and no; two negations, 但, 以前 or 有时 are refused as `ambiguous`, and a yes
    beside a no as `contradiction`.
    """
    plain = normalise(text)
    clauses = without_particulars(split(plain) if plain else [])
    if answers_nothing(plain or "", clauses, asking.mood):
        return NO_ANSWER
    if (denied := denied_softly(clauses)) and _fact([denied], asking) in {"aye", "yes", "past"}:
        return "dissent"
    if doubts_it(clauses) or (asking.mood == "wish" and left_to(clauses)):
        return Blank.UNSURE
    if tried := _tried(clauses, asking):
        return tried
    clauses = [in_plain_words(each, asking.mood) for each in _without_untold(clauses, asking)]
    weighed = weigh(clauses, asking.words)
    if isinstance(weighed, Blank):
        if conditional(text, asking.mood):
            return NO_ANSWER
        if can := likely(clauses):
            return in_doubt(can, asking.mood)
        if counted := next(filter(None, map(COUNTED_UP.search, clauses)), None):
            return _plain_deed(counted["deed"], asking)
        return _both(clauses, asking) or weighed
    if said_back(clauses):
        return NO_ANSWER
    match asking.mood:
        case "wish":
            return _aye(weighed)
        case "ability" | "difficulty":
            return _aye(able(clauses, asking.words, asking.mood, weighed))
        case "fact_now" | "fact_ever" | None:
            if _thought(clauses) and not isinstance(weighed, Refusal):
                return Blank.UNSURE
            facts = _fact(clauses, asking)
            return facts if facts != NO_ANSWER or not isinstance(weighed, Refusal) else weighed
        case _:
            assert_never(asking.mood)


_TRIED = re.compile(
    r"(?P<no>(?:我|从来|从|一次|都|也|还)*没有?|(?:i |have |'ve )*never |(?:i )?have(?:n't| not) )?"
    r"(?:我|(?:i |have |'ve )*)(?:试过|tried)(?: it| one| that| any| once|[这那]个药?|[一两几]次)*"
)


def _tried(clauses: Sequence[str], asking: Asking) -> Meaning | None:
    """Whether a treatment was tried, which is to have had it."""
    said = _TRIED.fullmatch(clauses[0]) if len(clauses) == 1 else None
    if said is None or families(asking.words).isdisjoint(TREATMENTS):
        return None
    return "dissent" if said["no"] else "timed"


def _plain_deed(said: str, asking: Asking) -> Meaning | Refusal:
    """A deed of the question's own, which is a yes of a fact ever."""
    own = read_fact(said, asking.words) in {"done", "yes"}
    return "assent" if own and asking.mood == "fact_ever" and not asking.within else NO_ANSWER


def _without_untold(clauses: list[str], asking: Asking) -> list[str]:
    """没有，医生没说过: that no doctor said so is one more no; by itself it is not sure."""
    untold = {clause for clause in clauses if of_kind(clause, UNTOLD)}
    rest = [clause for clause in clauses if clause not in untold]
    return rest if untold and rest and weigh(rest, asking.words) == "no" else clauses


def _both(clauses: Sequence[str], asking: Asking) -> Meaning | Refusal | None:
    """Yes, both: of a fact that is no doubt between two. None where something else is unsure."""
    if asking.mood not in {"fact_now", "fact_ever", None} or not any(map(_EITHER.search, clauses)):
        return None
    rest = [said for clause in clauses if (said := _EITHER.sub("", clause).strip())]
    if isinstance(weigh(rest, asking.words), Blank) or not rest:
        return None
    fact = _fact(clauses, asking)
    return NO_ANSWER if isinstance(fact, Blank) else fact


_EITHER = re.compile(r"\b(?:both|either)\b")


def _aye(weighed: Answer | Refusal) -> Meaning | Refusal:
    return "aye" if weighed == "yes" else weighed


_THINKS = re.compile(r"\bi (?:think|believe|guess|suppose|reckon)\b|我觉得|我想是|我认为")
_BUT = re.compile(r" but |但是|不过|但")
"""Between two facts; each of them counts."""


def _thought(clauses: Sequence[str]) -> bool:
    """I think so: of a fact that is no knowledge."""
    kinds = {token.kind for clause in clauses for token in LEXICON.tokens(clause) or ()}
    return "think" in kinds or any(map(_THINKS.search, clauses))


def _fact(clauses: Sequence[str], asking: Asking) -> Meaning | Blank | Refusal:
    said: list[Fact] = []
    for clause in (part for each in clauses for part in _BUT.split(each)):
        fact = read_fact(clause, asking.words, asking.today, asking.within)
        if fact is None:
            return NO_ANSWER
        said.append(fact)
    facts = _at(set(said) - {""}, asking.mood)
    if facts & {"times", "often"} and facts & {"no", "never yet"}:
        return CONTRADICTION
    if facts == {"often"} and asking.mood == "fact_ever":
        return "assent"
    facts -= {"times", "often"}
    if leaning := facts & {"assent", "dissent"}:
        return _leaning(leaning, facts - leaning - {"nod"}, asking.mood)
    nods: set[Fact] = {"aye"} if facts else set()
    return _settled(facts - {"nod"} or nods, asking.mood)


def _leaning(leaning: set[Fact], facts: set[Fact], mood: Mood | None) -> Meaning | Blank | Refusal:
    """Of course; no way: beside a plain answer one more, alone what may only go along."""
    if len(leaning) > 1:
        return CONTRADICTION
    if not facts:
        return "assent" if "assent" in leaning else "dissent"
    meant = _settled(facts, mood)
    return meant if (meant == "no") == ("dissent" in leaning) else CONTRADICTION


def _at(facts: set[Fact], mood: Mood | None) -> set[Fact]:
    """What was done is a yes, but where it is asked how it is now."""
    if "done" not in facts:
        return facts
    meant: Fact = "past" if mood == "fact_now" else "yes"
    return facts - {"done"} | {meant}


_OF_THE_PAST: set[Fact] = {"aye", "yes", "past", "longer", "not now", "time"}


def _settled(facts: set[Fact], mood: Mood | None) -> Meaning | Blank | Refusal:
    """What clauses say together; what is of the past needs a question that asks about it."""
    if facts <= {"aye", "yes"} and facts:
        return "yes" if "yes" in facts else "aye"
    if "still" in facts and facts <= {"aye", "yes", "past", "still", "time"}:
        return "still"
    if facts == {"no"}:
        return "no"
    if "no" in facts and facts & {"aye", "yes"}:
        return CONTRADICTION
    if not facts - {"time"}:
        return "timed" if facts and mood == "fact_ever" else NO_ANSWER
    if mood == "fact_now" and facts <= {"no", "longer", "not now"}:
        return "no"
    if mood == "fact_now" and facts in ({"past", "longer"}, {"yes", "longer"}, {"past", "not now"}):
        return "no"
    if mood == "fact_ever" and facts <= {"no", "never yet"}:
        return "no"
    if mood == "fact_ever" and facts <= _OF_THE_PAST and facts != {"not now"}:
        return "longer" if facts & {"longer", "not now"} else "past"
    return AMBIGUOUS
