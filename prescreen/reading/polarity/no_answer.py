"""What looks like an answer and is none: a question back, a correction, politeness."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from prescreen.reading.clauses.english import SMALL
from prescreen.reading.clauses.rests import SAID_BACK
from prescreen.values import Mood

_ASKS_WHAT = re.compile(r"(?:so |and )?(?:what|why|how|where|which|when|who)\b.*[?？]")
"""What kind of questions? A question back, whatever words of doubt it holds."""
_TURNED_ROUND = re.compile(
    r"(?:怎么|咋)(?:可能|会|能|敢|就没|没)|怎[能会]|[哪岂](?:[能会敢]|可能)|难道|何[曾尝]"
)
"""怎么可能没打过: a question that says the opposite of its words."""
_CORRECTS = re.compile(
    r"(?:(?:no|oh|oops|sorry|that's|that is|it's|it is|i'm|i was) )*(?:wrong|mistaken|incorrect|"
    r"(?:a |my )?mistake|not (?:that|this|it)(?: one)?)|(?:我|刚才|刚刚|哦|啊|不)*(?:不对|"
    r"[说写输打点弄选记搞]?错了?|不是[这那]个)[的啊呀吧]*"
)
"""What takes back what was said, and answers nothing but an offer."""
_AGREED = re.compile(r"\b(?:yes|yeah|yep|sure),? please\b")
_DECLINED = re.compile(r"(?:no|nope|nah),? (?:thanks?|thank you|ty)(?: (?:so|very) much)?[.! ]*")
"""Yes to an offer and no to one, where nothing was offered: yes, please; no, thanks."""
_ABLE = re.compile(
    r"(?:应该|可能|也许|大概|估计|好像|我觉得|我想|我|还|也|都)*(?:可以|能行|还行|行|能|还好|"
    r"没(?:什么|啥|多大|太大)?问题|"
    r"不成问题|问题不大|成)(?:的|吧|啊|呀)*|(?:i think |i guess |maybe |probably |perhaps |it |"
    r"that |should |might |could |would |be )*(?:fine|ok|okay|all right|alright|no problem|"
    r"doable)(?: maybe| probably| i think| i guess)?"
)
"""应该可以: of ability, however much in doubt."""
_UNABLE = re.compile(
    r"(?:应该|可能|也许|大概|估计|好像|恐怕|怕|怕是|我觉得|我想|我|还|也|都)*(?:不(?:可以|能行|"
    r"太行|行|能|成)|[做来去]不[到了])(?:的|了|吧|啊|呀)*"
)
_NUMBERS = "|".join(word for word in SMALL if len(word) > 2)
_NOT_QUITE = re.compile(
    r"(?:(?<![很尽赶飞太挺加好愉不较得地爽凉勤痛])快要?|(?:马上|眼看|眼瞅着?)就?要?|就要|即将|将要|"
    r"差一?点儿?就?|险些)(?![\d来点速递乐些慢到餐感]|[满有整够大小]*[一二两三四五六七八九十半几百]|"
    r"[过年月入]|生(?!病)|[^,，。]{0,2}[死命疯])|"
    r"\b(?:almost|nearly|practically|virtually|just about|(?:came|come|coming|got|been|was|were|"
    r"so|very|pretty) close to|about to|(?:verge|brink|point) of)\b(?! (?:about |an? (?:whole |"
    r"full )?(?:year|month|week|day|decade|dozen|fortnight)|(?:a |the )?(?:whole|full|half)|\d|"
    rf"(?:{_NUMBERS})\b(?! (?:of|for|in)\b)|several|every|each|all|always|daily|weekly|monthly|"
    r"nightly|died|killed|passed|fainted|cried|threw up|lost)\b)|^close to (?!the\b|home\b|\d)|"
    r"几乎(?![每天都])"
)
"""快打了, almost had it: what is not yet so, or did not come to be; 快两年 is an amount."""
_FACTS = {"fact_now", "fact_ever"}


def said_back(clauses: Sequence[str]) -> bool:
    """Whether a clause says the question back."""
    return any(map(SAID_BACK.search, clauses))


def not_quite(plain: str) -> bool:
    """Whether a text tells of what is only about to be, or almost was."""
    return _NOT_QUITE.search(plain) is not None


def corrects(clauses: Sequence[str]) -> bool:
    """Whether a clause takes back what was said."""
    return any(map(_CORRECTS.fullmatch, clauses))


COUNTED_UP = re.compile(
    r"^(?P<deed>[^没不未]*?过)(?:了|大概|一共|到底|具体)*(?:几|多少|哪)[次回针瓶个年月种]"
)
"""打过几次记不清了: how often is not known, and not whether."""


def likely(clauses: Sequence[str]) -> Literal["yes", "no"] | None:
    """Whether it can be done, if that is all that is said, however much in doubt."""
    if clauses and all(map(_ABLE.fullmatch, clauses)):
        return "yes"
    return "no" if clauses and all(map(_UNABLE.fullmatch, clauses)) else None


def polite(plain: str, mood: Mood | None) -> bool:
    """Whether a text says yes or no to an offer, where none was made."""
    if mood in {*_FACTS, None} and _AGREED.search(plain):
        return True
    return mood != "wish" and _DECLINED.fullmatch(plain) is not None


def answers_nothing(plain: str, clauses: Sequence[str], mood: Mood | None) -> bool:
    """Whether a text is no answer where this is asked, whatever words of yes and no it has."""
    if _ASKS_WHAT.match(plain) or _TURNED_ROUND.search(plain) or polite(plain, mood):
        return True
    if mood in _FACTS and (likely(clauses) or not_quite(plain)):
        return True
    return mood != "wish" and corrects(clauses)
