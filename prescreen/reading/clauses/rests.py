"""What is left of a text beside its answer: harmless, doubtful, or turning its meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache

from prescreen.reading.clauses.rest_words import (
    CIRCUMSTANCE,
    HARMLESS,
    KIN,
    OF_ONESELF,
    RELATIVE,
    SPOILS,
    TAKING,
)


class Rest(IntEnum):
    """How much what stands beside an answer may change it."""

    HARMLESS = 0
    DOUBTFUL = 1
    SPOILS = 2


HARMLESS_WORDS = tuple(
    dict.fromkeys(word for words in HARMLESS.values() for word in words.split("|"))
)
"""Words that go with any answer."""

_SPACES = re.compile(r"\s+")
_EMPTY = re.compile(r"[\s,.:;!~()\"'、，。：；！…-]*")
_MOST = 24
"""Characters of an unknown rest; who tells a story may tell of something else."""


@cache
def _spoils(pardoned: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(SPOILS[kind] for kind in SPOILS if kind not in pardoned))


@cache
def _harmless() -> re.Pattern[str]:
    spoken = "|".join(re.escape(word) for word in sorted(HARMLESS_WORDS, key=len, reverse=True))
    return re.compile(rf"(?:(?:{spoken})(?![a-z'])[\s,.!~]*)*")


@dataclass(frozen=True, slots=True)
class Care:
    """How much care a kind of answer needs with what stands beside it.

    `pardoned` are kinds of words that can't turn it. Where it is `strict` only what tells of the
    person may stand in another clause, and nothing unknown in its own, which is `closed`; where it
    is about an `event`, only where and on what occasion that was. What is `beside` an answer of
    this kind in closed forms is left out, and the answer offered.
    """

    pardoned: tuple[str, ...] = ()
    strict: bool = False
    closed: bool = False
    event: bool = False
    beside: re.Pattern[str] | None = None

    def without(self, said: str) -> str:
        """A text without what may stand beside an answer of this kind."""
        return _SPACES.sub(" ", self.beside.sub(" ", said)).strip() if self.beside else said

    @property
    def near(self) -> Care:
        """The care needed in the clause of the answer itself, where nothing is pardoned."""
        return replace(self, pardoned=(), closed=self.strict)


CARE, STRICT = Care(), Care(strict=True)
_CIRCUMSTANCE, _OF_ONESELF = re.compile(CIRCUMSTANCE), re.compile(OF_ONESELF)
_TAKING = re.compile(TAKING)


_ASKS = re.compile(
    r"(?!(?:can|will) do(?: (?:it|that|this))?(?: *$|[,.;!]))(?:is|are|am i|do|does|did|can|"
    r"could(?! be)|should|shall|would|will|has|have (?:i|you|we))(?![\w'])|[^。.!！]*(?:吗|么|"
    r"呢)?[?？]$|.*(?:吗|(?<![从都也还])[吃打用做输查怀住停]没)$|.*\w or not$"
)
"""A question as one begins or ends: is it, 吗, pregnant or not."""
SAID_BACK = re.compile(
    r"[\u4e00-\u9fff][过了](?:没有?|不)$|是否(?!定)|"
    r"(?<!不知道)(?<!不清楚)(?<!不确定)(?<!不晓得)(?<!不记得)(?<!记不清)(?<!弄不清)(?<!搞不清)"
    r"(?:(?<![没不])([^没不\W\da-z]{1,2})(?:没有?|不)\1|([^没不\W\da-z])得([^没不\W\da-z])\2不\3)"
)
"""打过没有, 有没有, 能不能, 受得了受不了: the question said back."""


def asks(plain: str) -> bool:
    """Whether a text is a question back: is a cold ok?"""
    return _ASKS.match(plain) is not None or SAID_BACK.search(plain) is not None


_UNMEANT = re.compile(
    r"骗你|开玩笑|逗你|逗你玩|才怪|难道|[但惟]愿|梦[见到]|做梦|电视[上里]|的(?:概率|几率|可能性|风险)$|"
    r"^不?是我$|是?不可能的|(?:没|不|要是|如果|能|到)[^,，。]*就好了|[该有]多好|(?:不对|错了|说错了?)$|"
    rf"(?:说的?|指的?|那)是(?:我|咱)?们?家?(?:{KIN})|(?:下个?[月周年]|明年|以后|将来)的事|"
    r"\bkidding\b|, (?:wrong|(?:no,? )?wait|not|as if|i wish)$|"
    rf"\bsa(?:ys|id) my {RELATIVE}\b|\b(?:that|it)(?:'s| was| is) my {RELATIVE}\b|"
    rf"\bmy {RELATIVE},? not me\b|\bi dream(?:t|ed)\b|\bon (?:tv|the news)\b|\banything but\b|"
    r"^far from (?!here|home|the|my)|^all but\b|\bi never said\b|^(?:i |we )?wish\b|^hopefully\b|"
    r"\bis possible$|\bwould be (?:nice|great|lovely)$"
)


def unmeant(plain: str) -> bool:
    """Whether a text takes back, only wishes or dreams of what it says, or tells it of others."""
    return _UNMEANT.search(plain) is not None


_GOES_ON = re.compile(r"[+,、&/]|and\b|和|跟|与|以及|还有|加上")


def goes_on(plain: str) -> bool:
    """Whether the first part of a list is lost, as in "+4"."""
    return _GOES_ON.match(plain) is not None


_COMPLAINT = (
    r"[^\x00-\x7f没不无有]{0,4}(?:[痛疼晕闷肿烧热吐泻疹慌痒麻喘咳]|难受|不舒服|困难|抽搐|恶心|"
    r"乏力|黑便|不适|症状|反应)"
)
_UNHURT = re.compile(
    rf"(?:我|也|都|现在|目前|最近|并|一直)*(?:没有?|无|不)(?:什么|啥|再|出现|觉得|感到|怎么|太)?"
    rf"{_COMPLAINT}(?:(?:[和或与、]|也没有?|也不){_COMPLAINT})*[了过的啊呢]*|"
    r"(?:and |i have |i've |there's |with |i've got )*no (?:[a-z]+ )?(?:pains?|fever|headaches?|"
    r"cough|rash|swelling|nausea|vomiting|seizures?|symptoms|bleeding|dizziness)"
)
"""That nothing hurts: a complaint that is denied is none, and turns nothing."""


def unhurt(said: str) -> bool:
    """Whether a text only denies a complaint."""
    return _UNHURT.fullmatch(said.strip()) is not None


def _tells(rest: str) -> bool:
    """Whether words tell of the person, and can't be of another thing that is taken or done."""
    return bool(_OF_ONESELF.search(rest)) and not _TAKING.search(rest)


def judge(rest: str, care: Care = CARE) -> Rest:
    """What a piece of text beside an answer does to it; what is not known is doubtful at best."""
    if _EMPTY.fullmatch(rest) or _harmless().fullmatch(rest.strip()):
        return Rest.HARMLESS
    if not care.closed and unhurt(rest):
        return Rest.DOUBTFUL
    if care.closed or len(rest) > _MOST or _spoils(care.pardoned).search(rest):
        return Rest.SPOILS
    if care.strict and not _tells(rest):
        return Rest.SPOILS
    return Rest.SPOILS if care.event and not _CIRCUMSTANCE.search(rest) else Rest.DOUBTFUL
