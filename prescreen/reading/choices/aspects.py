"""What a sentence says of an event: that it never was, is over, goes on, or once was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from prescreen.reading.choices.unheard import unheard
from prescreen.reading.polarity.verb_families import foreign

Aspect = Literal["no", "over", "on", "past"]

_UNENDED = (
    r"(?:没有?|不|未)(?:敢|能|曾|给|让|许|准|叫|可以)?(?:停|断|出组|结束|好转|治好|做完|出院)|"
    r"(?:没有?|未)(?:全|完全)?好(?![使用看受])|没落下|(?:\bnot|\bnever|n't)(?: [a-z]+)? off\b|"
    r"\b(?:not|"
    r"never|[a-z]+n't)(?: been| quite| fully| all)? (?:stopped|finished|ended|over|recovered|fine|"
    r"better|gone|cured|healed|resolved|clear)\b|\b(?:not|[a-z]+n't)(?: been| quite| fully| yet|"
    r" properly)* (?:clear(?:ed|ing)|removed|treated(?! for)|operated|cut out|controlled|"
    r"under control|responding|shrunk|shrinking|settled|sorted)\b"
)
_ENDED = (
    r"停|撤|(?:不|没有?)(?:再|敢|能|给|让|许|准)?(?:吃|用|打|服|输|去|做|住|化疗)(?:它)?了|"
    r"没有?再|换(?:成|"
    r"了|药|别)|退|结束|(?:做|打|吃|用|治)完|出院|出组|治好|治愈|好了|好多年|痊愈|康复|恢复|"
    r"没有?犯|没事|没问题了|复查[^没不,，]{0,4}(?:好|正常)|没(?:有|再)?复发|"
    r"这.{1,3}年(?:都)?没(?:有|再|犯)|抢救(?:回|过)来|缓过来|\b(?:stop(?:s|"
    r"p\w*)?|quit|ended|finish\w*|over|recover\w*|cured|healed|gone|resolved|remission|all clear|"
    r"[a-z]+[- ]free|off (?:it|that|them)|switched|dropped out|discharged|none since|(?:nothing|"
    r"none) (?:since|in years|for (?:the )?(?:last |past )?(?:[a-z]+ |\d+ )?(?:years|months))|"
    r"no longer|not (?:now|any ?more|since)|never again|better|survivor|got it all|fine|(?:took|"
    r"taken|"
    r"pulled) me off|got out|came back|"
    r"(?:packed|jacked) (?:it|that|them) in|gave (?:it|that|them) up|came off|binned)\b"
)
_GOES_ON = (
    r"正在|正(?=[吃用打住治做])|还在|在(?:吃|用|服|打|做|参加|治|化疗|放疗|住院|透|抽|发作|组)|"
    r"(?:吃|用|住|治|打|服|躺)着|还(?:吃|用|住|打|做|抽|治)|一直在?(?:吃|用|服|打)|现在|目前|"
    r"这会儿|眼下|^(?:i'm |i am |im |am |yes |still )*on \d+ ?mg\b(?!.*\b(?:in (?:19|20)\d\d|ago|"
    r"last|until|till|then|when)\b)|^(?:i'm |i am |i've |have |been )*taking (?!it off)|"
    r"\bon [a-z]+ since\b|\bbeen (?:on|taking|using) [a-z]+ (?:since|for)\b|至今|"
    r"这段时间|这阵子|这次|每(?:天|个?月|周|晚|日|早)|一天[一二两三\d]+[片次粒]|随访|在读|在组|"
    r"\b(?:now|still|current\w*|at the moment|at present|these days|every (?:month|day|night|week)|"
    r"on treatment|being treated|on chemo|in treatment|as (?:i|we) (?:type|speak)|ongoing|today|"
    r"keeps? (?:tak|us|do|go|hav)\w*|just diagnosed)\b"
)
_ONCE = (
    r"过(?![敏来去期年头])|[打挂输换]了|(?:冲击?|做|接种)了(?=[\d一二两三四五六七八九十几半])|以前|"
    r"之前|从前|曾|[去前]年|年前|那年|那[次回]|早年|早先|小时候|\b(?:ago|had|did|(?:was|"
    r"were) (?:on|in|"
    r"hospital\w*|admitted)|took|tried|used to|been in|got|last year|back in|years? back|once|"
    r"as a (?:kid|teen\w*|child)|in (?:19|20)\d\d|in college)\b"
)
_NEVER = (
    r"(?:没有?|从没有?|从未|未|没人)(?:给我?|曾|舍得|敢|来得?及|顾得?上|轮上|这么|那么|"
    r"(?:因为?|为了?|到|去|在|往|跟).{1,6})?(?:吃|用|打|输|做|参加|得|患|住|试|开|去|换|入|有|验|"
    r"查|受|"
    r"伤|侵犯|累及|碰|抽|怀|挂|注射)|\b(?:never|haven't|have not|"
    r"hasn't|didn't|did not|don't|wasn't|not|nil|no|nobody|nothing|none)\b"
    r"(?! (?:really |even |seem to |do )?(?:work|help|suit|agree|like|mind|do (?:much|anything)))"
)
_NOT_NOW = re.compile(
    r"(?:现在|目前|如今|这会儿|眼下)(?:已经|都|也|暂时)?(?:不|没有?)(?:再|在)?(?:吃|用|打|服|做|"
    r"参加)"
)
"""That it is not so now, which says nothing of before."""
_WELL_NOW = re.compile(
    rf"(?:现在|目前|如今)[^没不]{{0,5}}(?:正常|没事)|(?:现在|目前|如今|now|today) ?(?:都|也|已经|"
    rf"is|it's|i'm|all)? ?(?:{_ENDED})|\b(?:{_ENDED}|ok|okay|well|good|clear|all ?right) now\b|"
    r"(?:不|没|not?)(?:是|在)? ?(?:现在|目前|now|currently|at present)"
)
_ORDER: tuple[tuple[Aspect, re.Pattern[str]], ...] = (
    ("over", _WELL_NOW),
    ("on", re.compile(_UNENDED)),
    ("over", re.compile(_ENDED)),
    ("no", _NOT_NOW),
    ("on", re.compile(_GOES_ON)),
    ("no", re.compile(_NEVER)),
    ("past", re.compile(_ONCE)),
)


def aspects(part: str) -> set[Aspect]:
    """All that a part of a text says of an event; what one has said no other one reads."""
    found: set[Aspect] = set()
    for aspect, spoken in _ORDER:
        part, count = spoken.subn(" ~ ", part)
        if count:
            found.add(aspect)
    return found


_DEED = re.compile(
    r"(?<![会能给让别要])(?:[吃服用打输做换住挂试开]|参加|入)(?:过|了|着)(?=$|[院组]|"
    r"[一二两三四五六七八九十几半好\d]+(?:次|回|年|个?多?月|天|周|针|瓶|支|阵|段|盒|"
    r"个疗程)[的了呢子]*(?:$|就|才|没|后|头|拉|肝)|的?$|呢|就|没|才|一[阵段])|[年月天周候]前?的事|"
    r"(?<![会能给让别要])[吃服用打输做住]的?$|(?:没有?|从没|不)(?:再)?(?:[吃服用打输做住去]|"
    r"参加)(?:过|了)?$|\b(?:took|takes?|taking|tried|had|used?|on|did|got|stopped|quit|off|in|"
    r"finished|needed|given|prescribed|have|for|of|do|done|into) (?:a |any )?(?:it|that|this|them|"
    r"one|those|this one|that one)(?: done)?\b|^(?:i |i've |i'm )?(?:quit|stopped|tried|switched|"
    r"used to)\b|\bthey stopped it\b"
)
"""Something that was done and is not named: it can only be what was asked about."""


_THING = re.compile(r" (?!due|as|cause|cos|coz|bc|cuz)([a-z]+)")
"""The first word behind a deed, which may be another thing that it was done with."""
_NO_DEED = re.compile(
    r"\b(?:fine|good|ok|okay|need|or|when|sure|like|know|think)\b|都|[没不]有?在[吃用服打]"
)


def undone(part: str, asked: Sequence[str]) -> bool:
    """Whether a part tells of a deed that was asked about, without a thing of its own."""
    deed = _DEED.search(part)
    if deed is None or _NO_DEED.search(part) or foreign(deed[0], asked):
        return False
    thing = _THING.match(part, deed.end())
    if thing and deed[0].isascii() and unheard(thing[1]):
        return False
    return not unheard(part[: deed.start()])
