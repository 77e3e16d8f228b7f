"""The one name of a choice within words of which some are not known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from prescreen.reading.clauses.rests import Care, Rest, judge

_SHORTEST_LATIN, _SHORTEST_HAN = 3, 3
_DEED_OR_TIME = re.compile(
    r"每|天|日|有时|偶尔|断断|在(?!喂)|吃|打|用|服|停|戒|做|参加|结束|查|测|检|好了$|愈|有|得|"
    r"\b(?:day|days|daily|times?|once|twice|now|before|past|still|used|stop\w*|tak\w*|never|ended|"
    r"finish\w*|clear|gone|remission|over|have|had|it|tested|cured|is|was|on and off)\b"
)
"""Words that tell of a deed or a time, and not of what the choice is about."""
_RESULT = re.compile(
    r"(?:(?:came|come|back|is|was|it|it's|tested|turned|out) )*(?:(?:已经?|还是|"
    r"仍然?)?转?[阴阳]性?了?|undetected|positive|negative|found|detected|urine|尿|血|blood|fine|"
    r"some|other|another)"
)
"""A result of whatever was tested."""
_JOINED = re.compile(r"[和跟与及、,/+]|\b(?:and|or|plus|with)\b")
_PASSED = re.compile(
    r"过|避|防|怕|担心|接触|疫苗|查了?$|\b(?:past|over|avoid\w*|afraid|scared|fear\w*|worr\w*|"
    r"risk|close to|contact|exposed|vaccinat\w*)\b"
)
_END = re.compile(r"[的了片呢啊吧]*")


def _names(spelled: Mapping[str, str], negative: Sequence[str]) -> Mapping[str, str]:
    """The words among these that can only be a name, by the choice each of them names."""
    return _only_names(tuple(spelled.items()), tuple(negative))


@lru_cache(maxsize=64)
def _only_names(
    spelled: tuple[tuple[str, str], ...], negative: tuple[str, ...]
) -> Mapping[str, str]:
    return {
        word: id
        for word, id in spelled
        if id
        and id not in negative
        and len(word) >= (_SHORTEST_LATIN if word.isascii() else _SHORTEST_HAN)
        and not _DEED_OR_TIME.search(word)
        and not _RESULT.fullmatch(word)
        and judge(word) is Rest.DOUBTFUL
    }


def name_within(clauses: Sequence[str], spelled: Mapping[str, str], negative: Sequence[str]) -> str:
    """The choice whose name ends a clause that says nothing to turn it; the empty text for none.

    What follows a name may make another one of it, as in 某病门诊; so nothing may follow. A
    `negative` choice is never found so.
    """
    named = _names(spelled, negative)
    found = [(clause, hit) for clause in clauses for hit in _hits(clause, named)]
    if len(found) != 1:
        return ""
    clause, hit = found[0]
    before, after = clause[: hit.start()].strip(), _END.sub("", clause[hit.end() :], count=1)
    rests = [after, *(other for other in clauses if other is not clause)]
    if _JOINED.search(before) or _PASSED.search(before) or judge(before) is Rest.SPOILS:
        return ""
    return named[hit[0]] if all(judge(rest) is Rest.HARMLESS for rest in rests) else ""


_SHORTEST_LEAD, _SHORTEST_LEAD_HAN, _SHORTEST_NUMBERED = 8, 4, 4
_NUMBER = re.compile(r"\d+(?:\.\d+)?s?")
_LONGEST_TAIL, _LONGEST_TAIL_HAN = 20, 5
_OTHER_NAME = re.compile(
    r"因子|抗体|抗原|待[排查]|可能|风险|家族|阴性|筛|检|科|门诊|病房|样|前期|疫苗|药|膏|病友|群|"
    r"\b(?:runs?|family|tests?|factors?|antibod\w*|antigen|risk|history|negative|screen\w*|clinic|specialist|"
    r"ward|vaccine|drugs?|meds?|pills?|medicines?|cream|group|like|type|nurse|patients?)\b"
)
"""What makes something else of a name that it follows, as in 某病门诊."""


def name_leading(part: str, spelled: Mapping[str, str], negative: Sequence[str]) -> str:
    """The choice whose long name a part begins with, if a few words after it only tell more.

    Kidney failure stage two, 心力衰竭三级.
    """
    for word, id in sorted(_names(spelled, negative).items(), key=lambda each: -len(each[0])):
        if not (lead := re.match(rf"{_HAVING}{re.escape(word)}", part)):
            continue
        tail = part[lead.end() :].strip()
        shortest = _SHORTEST_LEAD if word.isascii() else _SHORTEST_LEAD_HAN
        if len(word) < (_SHORTEST_NUMBERED if _NUMBER.fullmatch(tail) else shortest):
            continue
        if not tail or (word.isascii() and part[lead.end() : lead.end() + 1] != " "):
            continue
        if any(other in tail for other in spelled if len(other) >= _SHORTEST_HAN):
            return ""
        if len(tail) > (_LONGEST_TAIL if tail.isascii() else _LONGEST_TAIL_HAN):
            continue
        turned = (
            _OTHER_NAME.search(tail) or _JOINED.search(tail) or judge(tail, _TOLD) is Rest.SPOILS
        )
        return "" if turned else id
    return ""


_HAVING = r"(?:(?:i have|i've got|i got|have|got|i'm on|on|有|得了|得的是|是|确诊的?是?) ?)?"
_TOLD = Care(pardoned=("another number", "another time", "a near time"))


def names_one(
    part: str, spelled: Mapping[str, str], negative: Sequence[str], *, several: bool
) -> bool:
    """Whether a part holds a name of a choice; of several ticks a short one too."""
    named = _names(spelled, negative)
    if several:
        named = {word: id for word, id in spelled.items() if id not in negative and len(word) > 1}
    return any(True for _ in _hits(part, named))


def _hits(clause: str, named: Mapping[str, str]) -> Iterator[re.Match[str]]:
    spoken = "|".join(map(re.escape, sorted(named, key=len, reverse=True)))
    whole = rf"(?<![a-z{_OTHER_DRUG}])(?:{spoken})(?![a-z])"
    yield from re.finditer(whole, clause) if spoken else ()


_OTHER_DRUG = "氟氯溴羟氢化基"
"""What makes another drug of the name behind it: 氟氢可的松."""
