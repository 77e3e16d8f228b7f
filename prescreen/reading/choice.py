"""One or several of a question's choices, by number, letter, id or words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from prescreen.reading.calendar_words import CALENDAR_WORDS
from prescreen.reading.clauses import split
from prescreen.reading.grammar import NO_ANSWER
from prescreen.reading.lexicon import Lexicon, Token, words
from prescreen.reading.rests import asks, goes_on
from prescreen.reading.slips import slipped
from prescreen.reading.text import normalise
from prescreen.reading.when import cuts, read_when
from prescreen.reading.within import name_within
from prescreen.reading.yes_no import NOTHING_ASKED, Asking, Meaning, read_meaning
from prescreen.values import Blank, Days, Offer, Reason, Refusal

_AMBIGUOUS = Refusal(Reason.AMBIGUOUS)
_CONTRADICTION = Refusal(Reason.CONTRADICTION)
_NEGATIVE = ("no", "none", "never")
_NOW, _BEFORE, _PAST = "now", "before", "past"

_WORDS = words(
    {
        "ordinal": CALENDAR_WORDS["ordinal"],
        "last": "最后一个|最后一项|最后那个|最后|the last one|last one|the last|last",
        "and": "+|、|,|，|;|和|跟|与|及|以及|还有|and|&|plus|as well as|and also|加|加上|/",
        "hedge": "好像|好像是|可能|可能是|应该|应该是|大概|大概是|也许|也许是|估计|估计是|似乎|"
        "似乎是|吧|"
        "疑似|怀疑|怀疑是|maybe|probably|possibly|perhaps|i think|i guess|might be|could be|"
        "it might be|"
        "i believe|i suppose|suspected|not sure but|think it's|i think it's",
        "deed": "吃|吃的是|用的是|我吃的是|我用的是|吃的|用的|打的|打的是|了|在吃|在用|目前吃|"
        "现在吃|现在吃的是|一直吃|一直吃的是|我在吃|有|我有|得过|i take|i'm taking|i am taking|"
        "taking|i'm on|i use|i have|i got|got|在服用|服用|服|查出来|查出来的是|现在|目前|诊断为|"
        "诊断是|一天|每天|每日|早上|晚上|a day|daily|per day|in the morning|i was on",
        "amount": "片|粒|颗|mg|毫克|tablet|tablets|pill|pills|tab|tabs|pack|packs|盒|片儿",
        "half": "半片|半粒|半颗|half a tablet|half a pill",
        "choose": "第|个|项|号|条|种|选|选择|我选|我选择|选项|答案|答案是|number|no.|option|"
        "choice|choose|i choose|i pick|pick|answer|the answer is|letter|item|(|)|.|:|#|应该选",
        "filler": "it|我|是|的|那个|这个|我是|我的是|属于|就是|医生开的|医生给开的|医生开的是|"
        "开的是|开的|叫|叫做|药|药是|吧唧|啊|呢|哦|嗯|the|one|is|it's|it is|its|my|mine is|"
        "that is|that's|a|an|i'd say|please|called|it's called|医生说|大夫说|the doctor said|"
        "my doctor said|doctor said|i was diagnosed with|diagnosed with|was diagnosed with|"
        "i've been diagnosed with|i was told i have|而已|ooh",
    }
)


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: its id, and the words that name it in every language."""

    id: str
    words: tuple[str, ...] = ()


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
    if asks(plain or "") and plain not in _spelled(options):
        return NO_ANSWER
    named = _named(plain or "", options, asking.words) or _named(
        " , ".join(clauses), options, asking.words
    )
    meant = _meant(named, ids, multiple) if named is not None else NO_ANSWER
    if named is not None and meant != _AMBIGUOUS:
        return meant
    found = _by_yes_no(text, options, asking)
    if named is not None:
        return found if isinstance(found, tuple) else meant
    if found == NO_ANSWER:
        found = _by_clauses(clauses, options, asking)
    if found == NO_ANSWER and asking.mood == "fact_ever" and asking.today and not asking.within:
        found = _timed(plain or "", options, asking)
    if found == NO_ANSWER:
        spelled = {word: token.name for word, token in _spelled(options).items()}
        facts = not multiple and asking.mood in {"fact_now", "fact_ever"}
        likely = slipped(clauses, spelled) or (facts and name_within(clauses, spelled, _NEGATIVE))
        return Offer((likely,)) if likely else found
    return found


def _meant(
    named: Sequence[str], ids: Sequence[str], multiple: bool
) -> tuple[str, ...] | Blank | Refusal:
    if "" in named:
        return _AMBIGUOUS
    return Blank.UNSURE if _HEDGED in named else _picked(named, ids, multiple)


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
            meant = [each for each in _NEGATIVE if each in ids] or _worded("no", options)
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
        case "longer" | "past" if _PAST in ids:
            return Offer((_PAST,))
        case "longer" if "yes" in ids:
            return Offer(("yes",))
    return NO_ANSWER


def _worded(word: str, options: Sequence[Option]) -> list[str]:
    return [option.id for option in options if word in option.words]


def _by_clauses(
    clauses: Sequence[str], options: Sequence[Option], asking: Asking
) -> tuple[str, ...] | Blank | Offer[tuple[str, ...]] | Refusal:
    """Every clause says the same choice; a mere yes or 嗯 may stand beside one that is no "no"."""
    if len(clauses) < 2:
        return NO_ANSWER
    ids, said, ayes = [option.id for option in options], set[str](), False
    for clause in clauses:
        named = _named(clause, options, asking.words)
        if named is not None:
            said |= {*named}
            continue
        meant = read_meaning(clause, asking)
        if isinstance(meant, Refusal | Blank):
            return NO_ANSWER
        of = _of_meaning(meant, options)
        if meant == "aye" and of not in [(each,) for each in ids]:
            ayes = True
        elif not isinstance(of, tuple):
            return NO_ANSWER
        else:
            said |= {*of}
    if ayes and said & {*_NEGATIVE}:
        return _CONTRADICTION
    return _meant([*said], ids, multiple=False) if said else NO_ANSWER


_HEDGED = "?"
"""In place of an id: the choice was said with a maybe."""


def _named(plain: str, options: Sequence[Option], asked: Sequence[str] = ()) -> list[str] | None:
    """The ids that a text names, the empty one for a word of two choices; None if not covered."""
    lexicon = _lexicon(tuple(options), tuple(asked))
    exact = _spelled(options).get(plain)
    tokens = (exact,) if exact else lexicon.tokens(plain.replace(",", " , "))
    if tokens is None:
        return None
    tokens = _without_amounts(tokens)
    picks = [_pick(token, options) for token in tokens if token.kind not in _BESIDE]
    if not picks or None in picks:
        return None
    if any(token.kind == "letter" for token in tokens) and not _chosen(plain, tokens):
        return None
    if any(token.kind in {"deed", "choose"} for token in tokens) and {*picks} & {*_NEGATIVE}:
        return None
    hedges = [_HEDGED for token in tokens if token.kind == "hedge"]
    return [*(pick for pick in picks if pick is not None), *hedges]


@lru_cache(maxsize=64)
def _lexicon(options: tuple[Option, ...], asked: tuple[str, ...]) -> Lexicon:
    return Lexicon({**_WORDS, **_things(asked), **_spelling(options)})


def _chosen(plain: str, tokens: Sequence[Token]) -> bool:
    """Whether a letter names a choice: alone, in a list of letters, or after "option"."""
    kinds = {token.kind for token in tokens}
    return kinds <= {"letter", "and", "choose"} and not _LOOSE_WORD.search(plain)


_LOOSE_WORD = re.compile(r"(?<![a-z])(?:the|my|is|it)(?![a-z])")
_BESIDE = {"and", "hedge", "deed", "half", "choose"}


def _without_amounts(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens without 一片 and its like, which name no choice."""
    kinds = [*(token.kind for token in tokens), ""]
    return tuple(
        token
        for at, token in enumerate(tokens)
        if token.kind != "amount" and (token.kind, kinds[at + 1]) != ("n", "amount")
    )


def _things(asked: Sequence[str]) -> dict[str, Token]:
    """What is asked about, which may be named with the answer."""
    return {
        word: Token("filler")
        for each in asked
        if (word := normalise(each)) and len(word) > 1 and word[-1] not in "过了"
    }


def _spelled(options: Sequence[Option]) -> Mapping[str, Token]:
    return _spelling(tuple(options))


@lru_cache(maxsize=64)
def _spelling(options: tuple[Option, ...]) -> Mapping[str, Token]:
    """The words of all choices, and a letter for each; words shared by two mean neither."""
    spelled: dict[str, Token] = {}
    for i, option in enumerate(options):
        said = {normalise(word) for word in option.words}
        for word in {*said, *(_core(word) for word in said if word)} - {None, ""}:
            known = spelled.get(str(word))
            own = not known or known.name == option.id
            spelled[str(word)] = Token("option", option.id if own else "")
        spelled.setdefault(chr(ord("a") + i), Token("letter", option.id))
    return spelled


def _core(word: str) -> str:
    """A label without its brackets and its last stop."""
    return re.sub(r"\(.*?\)", "", word).strip(" .。!?")


def _pick(token: Token, options: Sequence[Option]) -> str | None:
    """The id a token stands for; the empty one for a shared word, None for no choice at all."""
    if token.kind in {"option", "letter"}:
        return token.name
    if token.kind == "last":
        return options[-1].id
    number = token.number
    at = int(token.name) if token.kind == "ordinal" else 0
    if number and number.whole and number.style in {"digits", "han", "words"}:
        at = int(number.lo)
    return options[at - 1].id if 1 <= at <= len(options) else None


def _timed(
    plain: str, options: Sequence[Option], asking: Asking
) -> tuple[str, ...] | Blank | Refusal:
    """确诊三年了: a choice that is no "no", and since when; in every clause the same."""
    ids, said = [option.id for option in options], set[str]()
    for clause in split(plain):
        named = _named(clause, options, asking.words) or _beside_time(clause, options, asking)
        if named is None or {*named} & {*_NEGATIVE, _NOW}:
            return NO_ANSWER
        said |= {*named}
    return _meant([*said], ids, multiple=False)


def _beside_time(clause: str, options: Sequence[Option], asking: Asking) -> list[str] | None:
    assert asking.today
    for at in cuts(clause):
        for time, rest in ((clause[:at], clause[at:]), (clause[at:], clause[:at])):
            named = _named(rest.strip(), options, asking.words)
            if named and isinstance(read_when(time, asking.today), Days):
                return named
    return None
