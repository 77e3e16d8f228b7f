"""Yes, no, or no longer, as an answer to a question of fact: a few forms, each of them whole.

A bag of words would hear a yes in any words put together. Here each clause must be one of the
forms; what is none of them is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, partial
from typing import Literal

from prescreen.reading.clauses.lexicon import Lexicon, Token, words
from prescreen.reading.clauses.text import normalise
from prescreen.reading.days.when import cuts, read_when
from prescreen.reading.polarity.fact_words import FACT_WORDS, PAST
from prescreen.reading.polarity.verb_families import foreign, words_of
from prescreen.values import Days, Reason, Refusal

Fact = Literal[
    "aye", "yes", "done", "no", "longer", "past", "never yet", "not now", "still", "nod",
    "assent", "dissent", "time", "times", "often", "",
]  # fmt: skip
"""What one clause says.

`aye` is a mere yes, `done` one to what was done, `longer` is "no longer", `past` a yes of the past,
`never yet` a no of it, `not now` a no and `still` a yes of this day, `nod` a 嗯 that may only mean
"I hear you", `assent` and `dissent` an "of course" or "no way" that may only go along, `time` a
past time, `times` how often or for how long it was, `often` the first alone, "" nothing at all.
"""

_LETTERS = {
    "yes": "Y",
    "nod": "M",
    "no": "N",
    "none": "Q",
    "nots": "r",
    "never": "J",
    "no way": "X",
    "sure": "S",
    "adverb": "A",
    "subject": "i",
    "not": "n",
    "once": "o",
    "yet": "e",
    "have": "h",
    "aux": "u",
    "light": "L",
    "all": "a",
    "had": "d",
    "is": "B",
    "true": "T",
    "false": "F",
    "there": "H",
    "done": "v",
    "did": "g",
    "doing": "D",
    "idle": "z",
    "verb": "b",
    "lasting": "k",
    "again": "l",
    "stopped": "x",
    "still": "w",
    "prior": "p",
    "some": "s",
    "topic": "t",
    "times": "c",
    "what": "?",
    "well": "W",
}
_ADV = "[ASLa]*"
_HAVE = "(?:h|iu)"
_FORMS: Sequence[tuple[Fact, str]] = (
    ("", "A*"),
    ("times", "A*[oc]"),
    ("", "i?A*W"),
    ("nod", "M"),
    # yes; of course; yes, I have; yes, that's right
    ("aye", f"M?{_ADV}Y[YMAS]*(?:{_HAVE}|u|BA*T?S?)?[oc]?"),
    ("assent", "A*S[AS]*"),
    ("dissent", "A*X[AS]*"),
    # definitely have; yes, I sure have
    ("yes", "[YM]?i?[AS]+u"),
    ("yes", "S[hu]"),
    ("yes", f"A?{_HAVE}A?Y?"),
    ("yes", f"Y?(?:{_HAVE}|u)?{_ADV}dt*c?"),
    ("aye", f"B{_ADV}(?:T[TS]*|Y)"),
    ("aye", "TS?"),
    # 有, 我打过, 这针打过, 是有打过这针一次
    ("yes", f"[YM]?i?{_ADV}t?i?{_ADV}H?{_ADV}(?:H|v|g)[Hvg]*[oc]?t*[oc]?"),
    ("yes", f"[YM]?i?{_ADV}t?i?{_ADV}H?[bk][oc]"),
    # one of these, 有其中一种
    ("aye", f"[YM]?i?{_ADV}(?:{_HAVE}|H)?{_ADV}s{_ADV}"),
    ("no", f"N*{_HAVE}?{_ADV}n[AL]*s"),
    ("still", f"(?:Y{_ADV})?w"),
    ("still", f"[YM]?i?t?{_ADV}w?i?{_ADV}(?:D+|wL*[bk])t?w?"),
    # no; none at all; no, I have not
    ("no", f"M?{_ADV}N+[ALet]*[SX]?"),
    ("no", f"N*B?{_ADV}[QJ][AL]*t?e*"),
    ("no", "S[QJN]"),
    ("no", "N+W"),
    ("no", f"N*B{_ADV}N"),
    ("no", f"N*i?[hu]?{_ADV}n[AL]*(?:u?dt*|u|t*)e*"),
    ("no", f"N*i[hu]?{_ADV}n[AL]*(?:u?dt*|u|t*)e*N"),
    ("no", "Sn"),
    ("no", f"N*B{_ADV}n[AL]*T?t?e*"),
    ("no", f"N*B?{_ADV}F[FS]*"),
    ("no", f"N*(?:{_HAVE})?{_ADV}Jdt*e*"),
    ("no", "N*(?:iu|h|u)Jd?t*e*|N*i?Ju(?:dt*)?e*"),
    # 没有, 我没打过这针, 这针一次都没打过
    ("no", f"M?i?{_ADV}t*i?{_ADV}o?{_ADV}t*{_ADV}n{_ADV}t*(?:v+|b)?t*o?"),
    ("no", f"M?i?{_ADV}rt*"),
    # 以前打过, had it before; and of the past only: 之前都没打过, never before
    ("past", f"[YM]?i?{_ADV}p+i?{_ADV}t?H?{_ADV}(?:H|v|g)[Hvg]*[oc]?t*[oc]?"),
    ("past", f"i?{_ADV}p+i?{_ADV}[bk]t*"),
    ("past", f"Y{_ADV}p"),
    ("time", "p"),
    ("past", f"[YM]?(?:{_HAVE}|{_HAVE}?{_ADV}d)t*c?p"),
    ("never yet", f"M?i?p{_ADV}i?t?n{_ADV}v+t*"),
    ("no", f"N?(?:{_HAVE})?A?(?:Jd?|nd)t*p"),
    # no longer: 没有打了, 不吃了, stopped, not now
    ("longer", f"N?i?{_ADV}w?i?{_ADV}(?:n{_ADV}(?:[bk]?t?l|gt?)|Q[bk]t?l)"),
    ("longer", f"N?i?{_ADV}t?w?i?u?{_ADV}xl?t*w?"),
    ("not now", f"N?i?w{_ADV}[nQ]{_ADV}[bk]?t*"),
    ("not now", f"N?{_ADV}[nQ]w"),
    ("not now", f"M?i?{_ADV}t*i?{_ADV}n{_ADV}kt*"),
    ("not now", f"N?i?{_ADV}t?w?{_ADV}zt*w?"),
    ("longer", f"N?i?{_ADV}t?w?{_ADV}zl"),
)
_OF_MANY = re.compile(f"t{_ADV}a")
"""针都打了: of several things, of which the one asked about need not be one."""
_PATTERNS = [(fact, re.compile(form)) for fact, form in _FORMS]
_LEXICON = Lexicon(partial(words, FACT_WORDS))
_TOLD: Mapping[Fact | None, Fact] = {"yes": "done", "times": "often"}
"""What a form says of the past, where one of its words does."""
_LONGEST_TIME = 24
_VAGUE = Refusal(Reason.VAGUE)
_LONG_AGO = re.compile(r"\b(?:ago|back)\b|前")
_SINCE = re.compile(r"^(?:since|as of|from) |^[自从]|(?:起|开始|以后|之后)$")


@cache
def _extended(asked: tuple[str, ...]) -> Lexicon:
    """The words of facts, with the question's own key words and its verbs."""
    return _LEXICON.extended(_topics(asked)).replaced(words_of(asked))


def _topics(asked: Sequence[str]) -> dict[str, Token]:
    """What was done (打过) is a verb, a single character (打) a bare one, the rest a thing.

    A thing may stand after a word such as "any"; 看病 may also be said as 看过病.
    """
    spoken = {word for each in asked if (word := normalise(each))}
    things = {word for word in spoken if _kind(word) == "topic"}
    pointed = {f"{before}{word}" for word in things for before in _pointers(word)}
    parted = {f"{word[0]}{mark}{word[1:]}" for word in things if _han(word) for mark in "过了"}
    done = {word: Token("done" if word[1] == "过" else "did") for word in parted}
    return done | {word: Token(_kind(word)) for word in spoken | pointed}


_POINTERS = ["a", "an", "the", "any", "such", "such a", "this", "that", "these", "those", "one"]
_POINTERS_HAN = ["任何", "这种", "这类", "这些", "以上", "此类"]


def _han(word: str) -> bool:
    return "一" <= word[0] <= "龥"


def _pointers(word: str) -> Sequence[str]:
    return _POINTERS_HAN if _han(word) else [f"{each} " for each in _POINTERS]


def _kind(word: str) -> str:
    if word[-1] in "过了":
        return "done" if word[-1] == "过" else "did"
    return "verb" if len(word) == 1 and not word.isascii() else "topic"


def read_fact(
    clause: str,
    asked: Sequence[str],
    today: date | None = None,
    within: Days | None = None,
) -> Fact | None:
    """What a clause says of a fact with these key words; None where it is no form.

    With `today`, a past time may stand by itself or on either side of a yes, if it lies `within`.
    """
    lexicon = _extended(tuple(asked))
    fact = _form(clause, lexicon)
    if within and fact in {"past", "time"}:
        return None
    if fact is not None or not today or foreign(clause, asked):
        return fact
    return _timed(clause, lexicon, today, within)


def _timed(clause: str, lexicon: Lexicon, today: date, within: Days | None) -> Fact | None:
    """去年打过, had it last year, 去年停的: a yes and the time it was."""

    def past(text: str) -> bool:
        days = read_when(text, today)
        if days == _VAGUE:
            return within is None and _LONG_AGO.search(text) is not None
        if not isinstance(days, Days) or days.start == today:
            return False
        return within is None or days.overlap(within) == days

    for at in cuts(clause):
        for time, rest in ((clause[:at], clause[at:]), (clause[at:], clause[:at])):
            said = _form(rest.strip(), lexicon) if len(time) <= _LONGEST_TIME else None
            if said == "longer" and past(_SINCE.sub("", time.strip())):
                return "longer"
            if said in {"aye", "yes", "done", "past"} and past(time):
                return "past"
            if said in {"", "times", "often"} and rest.strip() and past(time):
                return "time"
            if said == "no" and within and _covers(time.strip(), today, within):
                return "no"
    return "time" if past(clause) else None


def _covers(time: str, today: date, within: Days) -> bool:
    """Whether a time is all of the days asked about: 这四周没有, not since June."""
    since = _SINCE.sub("", time)
    days = read_when(since, today)
    if not isinstance(days, Days):
        return False
    until = days.end < within.start if since != time else days.end == today
    return until and days.start <= within.start


def _form(clause: str, lexicon: Lexicon) -> Fact | None:
    tokens = lexicon.tokens(clause) if clause else None
    if tokens is None:
        return None
    letters = "".join(_LETTERS.get(token.kind, "!") for token in tokens)
    fact = next((fact for fact, form in _PATTERNS if form.fullmatch(letters)), None)
    if fact in {"yes", "past"} and _OF_MANY.search(letters):
        return None
    if fact in _TOLD and any(token.name == PAST for token in tokens):
        return _TOLD[fact]
    return fact
