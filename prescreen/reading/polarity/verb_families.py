"""The verbs of a question: what was done is an answer only where the question asks about that.

A question about a shot asks with 打, one about a tablet with "take". Its key words say so in either
language, and each verb brings its aspects (打过, 打了, 在打, 不打了) and its words in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from prescreen.reading.clauses.lexicon import Token
from prescreen.reading.clauses.text import normalise
from prescreen.reading.polarity.fact_words import PAST

_STEMS: Mapping[str, str] = {
    "take": "吃|服|服用|服药|吃药",
    "use": "用|使用|用药",
    "shot": "打|注射",
    "drip": "输|挂",
    "inoculate": "接种|种",
    "do": "做",
    "join": "参加|入组|参与",
    "suffer": "得|患",
    "stay": "住|住院",
    "test": "查|测",
    "conceive": "怀",
    "try": "试",
}
_HABITS = frozenset(["吃", "用", "服", "服用", "使用", "服药", "吃药", "用药"])
"""Verbs of which 不吃 says how it is now, and 没打 how it always was."""
_STATES = frozenset({"suffer", "stay", "test", "conceive"})
"""What nobody is in the middle of, or stops."""
_ENTERED = frozenset({"join"})
"""What has begun and may go on: of 上周刚入组 nobody knows if it is over."""
_FORMS: Mapping[str, str] = {
    "take": "take|took|taken|taking",
    "use": "use|used|using",
    "shot": "get|got|received|given",
    "do": "do|done|did it",
    "join": "join|joined|been in|be in|in one|taken part|take part|taking part",
    "suffer": "fallen ill|caught",
    "test": "tested|checked",
    "try": "tried",
}
"""How a key word says the verb in English; "have" goes with all of them."""
_HAD, _HOLDS, _DONE = Token("had", PAST), Token("had"), Token("done", PAST)
_DOING, _IDLE, _STOPPED = Token("doing"), Token("idle"), Token("stopped")
_TREATS = "take use shot drip inoculate do join try"
TREATMENTS = frozenset(_TREATS.split())
"""The verbs of what is done to somebody, as against what somebody has."""
_HAVING = {"有", "没", "没有"}
_ENGLISH: Sequence[tuple[str, Token, str]] = (
    ("take", _HAD, "taken|took|i took|i've taken"),
    ("use", _HAD, "used|i used|i've used"),
    ("shot drip inoculate", _HAD, "got|received|i got"),
    ("shot drip inoculate", _HOLDS, "get it|get one|get any|get that"),
    (
        "do shot drip inoculate",
        _HAD,
        "had it done|had that done|had this done|had one done|had them done|had those done|"
        "i had it done|i had that done|i had this done|i had one done",
    ),
    ("do", _HAD, "did it|do it"),
    ("do shot drip inoculate", Token("aux"), "done"),
    ("take use shot drip", _HAD, "been on"),
    ("join", _HAD, "been in"),
    (
        "join",
        _DOING,
        "in one|i'm in one|i am in one|we're in one|taking part|i'm taking part|i am taking part",
    ),
    (
        "take",
        _DOING,
        "taking it|taking it now|still taking it|i take it|i take it now|i'm taking it|"
        "i am taking it",
    ),
    ("take use shot drip", _DOING, "on it|i'm on it|still on it"),
    ("take", _IDLE, "not taking|i'm not taking|not taking any"),
    ("use", _IDLE, "not using"),
    ("take use shot drip", _IDLE, "not on|i'm not on|not on any"),
    (
        "take",
        _STOPPED,
        "i stopped taking it|stopped taking it|no longer taking it|not taking it anymore|"
        "not taking it any more|i don't take it anymore|i don't take it any more|"
        "don't take it anymore|don't take it any more|don't take it any longer|"
        "i don't take it any longer|i no longer take it|no longer take it",
    ),
    (
        "take use shot drip",
        _STOPPED,
        "i'm off it|i am off it|off it|came off it|i came off it|off it now|i'm off it now|"
        "not on it anymore|not on it any more|no longer on it|i'm off|i am off|been off|"
        "i've been off|off them|i'm off them|been off them|i've been off them|off these|he's off|"
        "she's off",
    ),
    (
        _TREATS,
        _STOPPED,
        "停了|停药了|停药|停用了|停掉了|断了|断药了|已经停了|已经停药了|早停了|早就停了|停的|"
        "停药的|没了|i stopped|stopped|i stopped it|stopped it|i quit|i quit it|discontinued|"
        "discontinued it|finished with it",
    ),
    ("suffer", Token("nots"), "没得过|没有得过"),
    ("do shot drip inoculate join", _DONE, "搞过|弄过|整过"),
)
_ASPECTS: Sequence[tuple[Token, Sequence[str]]] = (
    (Token("nots"), ("{}是没{}过",)),
    (_DONE, ("{}过", "有{}过", "刚{}过", "{}是{}过")),
    (
        Token("did"),
        ("{}了", "{}过了", "刚{}", "刚{}了", "{}完", "{}完了", "刚{}完", "刚{}完了", "{}上了"),
    ),
    (
        _DOING,
        ("在{}", "正在{}", "{}着", "{}着呢", "还在{}", "还{}着", "也在{}", "一直在{}", "现在在{}"),
    ),
    (_IDLE, ("没在{}", "没有在{}", "不在{}", "不用{}", "不需要{}")),
    (
        _STOPPED,
        (
            *("没在{}了", "没再{}", "没再{}了", "不再{}", "不再{}了", "不{}了", "不在{}了"),
            *("不用{}了", "不用再{}了", "不需要{}了"),
        ),
    ),
)
"""打过, 打了, 在打, 没在打, 不打了; only the first three of a state."""


def families(asked: Sequence[str]) -> frozenset[str]:
    """The families of the verbs among key words."""
    return _families(tuple(asked))


@lru_cache(maxsize=64)
def _families(asked: tuple[str, ...]) -> frozenset[str]:
    said = _spoken(asked)
    known = (*_STEMS.items(), *_FORMS.items())
    return frozenset(family for family, spoken in known if said & {*spoken.split("|")})


def _spoken(asked: Sequence[str]) -> set[str]:
    plain = {word for each in asked if (word := normalise(each))}
    return plain | {word[:-1] for word in plain if word[-1] in "过了"}


def words_of(asked: Sequence[str]) -> Mapping[str, Token]:
    """The words of the verbs among key words, as `facts` knows them."""
    own, said = families(asked), dict[str, Token]()
    for each, token, spoken in _ENGLISH:
        if {*each.split()} & own:
            said |= dict.fromkeys(spoken.split("|"), token)
    for family in own & {*_STEMS}:
        for stem in _STEMS[family].split("|"):
            if stem[-1] != "药" or stem in _spoken(tuple(asked)):
                said |= _aspects(stem, family in _STATES, family in _ENTERED)
    known = "|".join(_STEMS.values()).split("|")
    others = {word[:-1] for each in asked if (word := normalise(each)) and word[-1] in "过了"}
    for stem in others - {*known, *_HAVING}:
        said |= _aspects(stem)
    return said


def _aspects(stem: str, state: bool = False, entered: bool = False) -> dict[str, Token]:
    said = {stem: Token("lasting" if stem in _HABITS else "verb")}
    for token, forms in _ASPECTS[: 3 if state else None]:
        ended = [form for form in forms if token.kind != "did" or "完" in form]
        said |= {form.replace("{}", stem): token for form in (ended if entered else forms)}
    if stem not in _HABITS and not state:
        said[f"有{stem}"] = Token("did")
    said.pop("不用了", None)
    return said


def _words(forms: str) -> Iterator[str]:
    yield from (rf"\b{form}\b" for form in forms.split("|") if form)


_STOPS = re.compile(r"停|断药|\b(?:stop|stopped|stopping|quit|off)\b")


def foreign(deed: str, asked: Sequence[str]) -> bool:
    """Whether a text tells of a deed that is none of the question's own."""
    own = families(asked)
    told = {family for family, said in _SAID.items() if said.search(deed)}
    if _STOPS.search(deed) and not own - _STATES:
        return True
    return bool(told) and not told & own


_BY_NEEDLE = re.compile(
    r"(?:[打注输挂推]|注射)(?:[过了的着完针水液]|点滴|[一二两三四五几\d]+[针瓶])|静脉|肌注|点滴"
)
_SWALLOWED = re.compile("[吃服吞]")


def by_needle(text: str, asked: Sequence[str]) -> bool:
    """Whether a text tells only of what a needle gives, where it is asked what one swallows."""
    own = families(asked)
    for thing in asked:
        if len(thing) > 1 and thing[-1] not in "过了":
            text = text.replace(thing, "针")
    asks_pills = "take" in own and not own & {"shot", "drip", "inoculate"}
    return asks_pills and bool(_BY_NEEDLE.search(text)) and not _SWALLOWED.search(text)


_MOUTHED = re.compile(r"[吃服吞嚼]|[停断]药")


def by_mouth(text: str, asked: Sequence[str]) -> bool:
    """Whether a text tells only of what one swallows, where it is asked what one does not."""
    own = families(asked)
    if not own or own & {"take", "use"} or not _MOUTHED.search(text):
        return False
    return not any(_SAID[family].search(text) for family in own)


_SAID = {
    family: re.compile("|".join([said, *_words(_FORMS.get(family, ""))]))
    for family, said in _STEMS.items()
}
