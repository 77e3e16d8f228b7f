"""Yes, no and not sure, read from every word of an answer and by what is asked about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, assert_never

from prescreen.reading.clauses import split
from prescreen.reading.facts import Fact, fact_lexicon, read_fact
from prescreen.reading.grammar import NO_ANSWER
from prescreen.reading.lexicon import Lexicon, Token, words
from prescreen.reading.polarity_words import AGREEMENT, PARTICULAR, PLAIN, POLARITY_WORDS, WILL
from prescreen.reading.text import normalise
from prescreen.values import Blank, Days, Mood, Offer, Reason, Refusal

Answer = Literal["yes", "no"]
Meaning = Literal["aye", "yes", "still", "no", "longer", "past", "timed"]
"""A mere yes, one that tells of a deed, or of one that goes on; no; no longer; yes, in the past;
a past time alone."""

_LEXICON = Lexicon(words(POLARITY_WORDS))
_AMBIGUOUS = Refusal(Reason.AMBIGUOUS)
_CONTRADICTION = Refusal(Reason.CONTRADICTION)
_SAID_BACK = re.compile(
    r"[过了](?:没有?|没)$|是否|(?<![没不])([^没不\W\d])[没不]有?\1|"
    r"(?<![没不])([^没不\W]{2})[没不]\2"
)
"""打过没有, 有没有, 能不能: the question said back, and no answer to it."""


def read_yes_no(
    text: str, asked: Sequence[str] = (), mood: Mood | None = None
) -> Answer | Blank | Offer[Answer] | Refusal:
    """Yes or no, `Blank.UNSURE`, or a refusal; `asked` are the question's own key words.

    Without a mood it is read as a fact of which nobody knows whether it is of now or of ever.
    """
    meant = read_meaning(text, Asking(tuple(asked), mood))
    match meant:
        case "longer" | "timed":
            return Offer("yes")
        case "past" | "aye" | "still":
            return "yes"
        case _:
            return meant


@dataclass(frozen=True, slots=True)
class Asking:
    """What a question asks: its key words, its mood, and the days it asks about.

    With `today` a past time may stand with a yes, if the days asked about have it.
    """

    words: tuple[str, ...] = ()
    mood: Mood | None = None
    today: date | None = None
    within: Days | None = None


NOTHING_ASKED = Asking()


def read_meaning(text: str, asking: Asking) -> Meaning | Blank | Refusal:
    """What a text says to a question.

    Not sure beats yes and no; two negations, 但, 以前 or 有时 are refused as `ambiguous`, and a yes
    beside a no as `contradiction`.
    """
    plain = normalise(text)
    clauses = without_particulars(split(plain) if plain else [])
    weighed = _weigh(clauses, asking.words)
    if isinstance(weighed, Blank):
        return _both(clauses, asking) or weighed
    if any(_SAID_BACK.search(clause) for clause in clauses):
        return NO_ANSWER
    match asking.mood:
        case "wish":
            return _aye(weighed)
        case "ability" | "difficulty":
            return _aye(_able(clauses, asking, weighed))
        case "fact_now" | "fact_ever" | None:
            if _thought(clauses) and not isinstance(weighed, Refusal):
                return Blank.UNSURE
            facts = _fact(clauses, asking)
            return facts if facts != NO_ANSWER or not isinstance(weighed, Refusal) else weighed
        case _:
            assert_never(asking.mood)


def without_particulars(clauses: Sequence[str]) -> list[str]:
    """The clauses without those that only say that the name or the day is not known.

    打过，忘了什么时候 is a yes; where nothing else is said, all of it is left.
    """
    told = [clause for clause in clauses if not _unknown_particular(clause)]
    return told or [*clauses]


def _unknown_particular(clause: str) -> bool:
    tokens = _LEXICON.tokens(clause) or ()
    particular = any(token.name == PARTICULAR for token in tokens)
    return particular and _of_all([tokens]) is Blank.UNSURE


def _both(clauses: Sequence[str], asking: Asking) -> Meaning | Refusal | None:
    """Yes, both: of a fact that is no doubt between two. None where something else is unsure."""
    if asking.mood not in {"fact_now", "fact_ever", None} or not any(map(_EITHER.search, clauses)):
        return None
    rest = [said for clause in clauses if (said := _EITHER.sub("", clause).strip())]
    if isinstance(_weigh(rest, asking.words), Blank) or not rest:
        return None
    fact = _fact(clauses, asking)
    return NO_ANSWER if isinstance(fact, Blank) else fact


_EITHER = re.compile(r"\b(?:both|either)\b")


def _aye(weighed: Answer | Refusal) -> Meaning | Refusal:
    return "aye" if weighed == "yes" else weighed


# ---- facts --------------------------------------------------------------------------------------


_THINKS = re.compile(r"\bi (?:think|believe|guess|suppose|reckon)\b|我觉得|我想是|我认为")
_BUT = re.compile(r" but |但是|不过|但")
"""Between two facts; each of them counts."""


def _thought(clauses: Sequence[str]) -> bool:
    """I think so: of a fact that is no knowledge."""
    kinds = {token.kind for clause in clauses for token in _LEXICON.tokens(clause) or ()}
    return "think" in kinds or any(map(_THINKS.search, clauses))


def _fact(clauses: Sequence[str], asking: Asking) -> Meaning | Blank | Refusal:
    lexicon, said = fact_lexicon(asking.words), []
    for clause in (part for each in clauses for part in _BUT.split(each)):
        fact = read_fact(clause, lexicon, asking.today, asking.within)
        if fact is None:
            return NO_ANSWER
        said.append(fact)
    facts = set(said) - {""}
    nods: set[Fact] = {"aye"} if facts else set()
    return _settled(facts - {"nod"} or nods, asking.mood)


_OF_THE_PAST: set[Fact] = {"aye", "yes", "past", "longer", "not now", "time"}


def _settled(facts: set[Fact], mood: Mood | None) -> Meaning | Blank | Refusal:
    """What clauses say together; what is of the past needs a question that asks about it."""
    if facts <= {"aye", "yes"} and facts:
        return "yes" if "yes" in facts else "aye"
    if "still" in facts and facts <= {"aye", "yes", "past", "still", "time"}:
        return "still"
    if facts in ({"no"}, {"wrong"}):
        return "no"
    if "no" in facts and facts & {"aye", "yes"}:
        return _CONTRADICTION
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
    return _AMBIGUOUS


# ---- abilities and difficulties -----------------------------------------------------------------


def _able(clauses: Sequence[str], asking: Asking, weighed: Answer | Refusal) -> Answer | Refusal:
    """Yes or no to "can you"; will says nothing.

    Asked if something is hard, agreement is turned round, and "yes, no problem" says two things.
    """
    lexicon = _LEXICON.extended(_topic(asking.words))
    spoken = [token.name for clause in clauses for token in lexicon.tokens(clause) or ()]
    if asking.mood == "difficulty" and _fine(clauses, lexicon):
        return "no"
    if isinstance(weighed, Refusal) or WILL in spoken:
        return weighed if isinstance(weighed, Refusal) else NO_ANSWER
    agreed = AGREEMENT in spoken
    if not (agreed and asking.mood == "difficulty"):
        return weighed
    if PLAIN in spoken:
        return _AMBIGUOUS
    return "no" if weighed == "yes" else "yes"


def _fine(clauses: Sequence[str], lexicon: Lexicon) -> bool:
    """No, it's fine: nothing but a plain no and agreement."""
    tokens = [token for clause in clauses for token in lexicon.tokens(clause) or (_UNHEARD,)]
    kinds = {(token.kind, token.name) for token in tokens if token.kind != "be"}
    return kinds in [{("no", PLAIN), (agreed, AGREEMENT)} for agreed in ("true", "yes", "do")]


_UNHEARD = Token("unheard")

# ---- wishes: every word is weighed ---------------------------------------------------------------


def _topic(asked: Sequence[str]) -> dict[str, Token]:
    """The question's key words: what was done (打过) is a verb, the rest names a thing."""
    plain = [word for spoken in asked if (word := normalise(spoken))]
    return {word: Token("do" if word[-1] in "过了" else "topic") for word in plain}


def _weigh(clauses: Sequence[str], asked: Sequence[str]) -> Answer | Blank | Refusal:
    lexicon = _LEXICON.extended(_topic(asked))
    said = [lexicon.tokens(clause) for clause in clauses]
    known = [tokens for tokens in said if tokens is not None]
    return _of_all(known) if len(known) == len(said) else NO_ANSWER


def _of_all(said: Sequence[Sequence[Token]]) -> Answer | Blank | Refusal:
    kinds = {token.kind for clause in said for token in clause}
    if "n" in kinds:
        return NO_ANSWER
    if "unsure" in kinds or any(_unknowing(clause) for clause in said):
        return Blank.UNSURE
    if "mixed" in kinds:
        return _AMBIGUOUS
    if "what" in kinds:
        return NO_ANSWER
    results = set(_flat(_polarities(clause) for clause in said))
    if len(results) == 1:
        return results.pop()
    yes_and_no: set[Answer | Refusal] = {"yes", "no"}
    return _CONTRADICTION if results == yes_and_no else _refused(results)


def _refused(results: set[Answer | Refusal]) -> Refusal:
    return _AMBIGUOUS if _AMBIGUOUS in results else NO_ANSWER


def _flat(parts: Iterable[Iterable[Answer | Refusal]]) -> Iterator[Answer | Refusal]:
    return (result for part in parts for result in part)


def _unknowing(clause: Sequence[Token]) -> bool:
    """Not … sure, don't … know, haven't a clue; and "I don't think so"."""
    kinds = [token.kind for token in clause]
    if "not" not in kinds:
        return False
    rest = kinds[kinds.index("not") :]
    return "know" in rest or "sure" in rest or "think" in rest


def _polarities(clause: Sequence[Token]) -> Iterator[Answer | Refusal]:
    """What each statement of a clause says; a plain yes or no is a statement by itself."""
    statement: list[str] = []
    plain = False
    for kind in (token.kind for token in clause):
        if kind not in {"yes", "no"}:
            statement.append(kind)
        elif "not" in statement and not _CLAIMS & set(statement):
            statement.append("true" if kind == "yes" else "false")
        else:
            yield from _statement(statement, beside=True)
            statement, plain = [], True
            yield "yes" if kind == "yes" else "no"
    yield from _statement(statement, beside=plain)


_CLAIMS = {"true", "false", "do"}
_SILENT = {"be", "topic", "count"}


def _statement(kinds: Sequence[str], beside: bool) -> Iterator[Answer | Refusal]:
    """What one statement says; "that would be" says nothing beside a plain yes or no."""
    against = kinds.count("not") + kinds.count("false")
    if not kinds or (beside and set(kinds) <= _SILENT):
        return
    if "know" in kinds:
        yield NO_ANSWER
    elif against > 1 or (against and "count" in kinds):
        yield _AMBIGUOUS
    elif against:
        yield "no"
    else:
        yield "yes" if {"true", "do", "sure", "adverb", "think"} & set(kinds) else NO_ANSWER
