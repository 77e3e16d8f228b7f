"""Clauses that say less than they seem to: that a particular is not known, or that it depends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from prescreen.reading.clauses.answer import split
from prescreen.reading.clauses.text import normalise
from prescreen.reading.polarity.polarity_words import CONDITIONAL, PARTICULAR
from prescreen.reading.polarity.weighing import LEXICON, of_all
from prescreen.values import Blank, Mood


def conditional(text: str, mood: Mood | None) -> bool:
    """Whether a text says that it depends, which is not sure where a wish is asked for.

    Asked if something is hard, "hard to say" is no answer; asked what was, a doubt of what will be.
    """
    if mood == "wish":
        return False
    plain = normalise(text) or ""
    if mood not in {"ability", "difficulty"} and _TO_BE_DONE.search(plain):
        return True
    if mood == "difficulty" and HARD_TO_SAY.search(plain):
        return True
    clauses = split(plain)
    return left_to(clauses) or any(of_kind(clause, CONDITIONAL) for clause in clauses)


_TO_BE_DONE = re.compile(
    r"(?:可能|也许|或许|兴许|大概|估计|说不定|没准|应该)(?:我|还|也|都)*(?:要|会|准备|打算|想|"
    r"得(?!过|了|的|这))|(?:知道|晓得|清楚|确定)[^,，。]{0,3}(?:能不能(?!算|确)|可不可以|行不行|"
    r"该不该|要不要|用不用|需不需要|怎么办|咋办)"
)
"""可能要打, 不知道能不能要: a doubt, but of what is to be done."""
_UP_TO = re.compile(
    r"(?:(?:well|it|that|this|i guess|guess|would|really|all|kind of)[ ,]*)*depends?(?: on)? "
    r"(?!.*\b(?:no|not|yes|but|so|don't|can't|actually|though|said)\b).+|"
    r"(?:这|这个|那|主要|还|也|都)*(?:要|得)?(?:先)?(?:看看?|取决于)(?:是?多[远久少大]|"
    r"(?P<is>.)不(?P=is).?|时间|距离|路程|路费|费用|我?身体|安排|情况|医生怎么说)"
    r"(?:能不能.{1,3}|怎么.{1,3})?(?:再说|再定|而定|来定)?[了吧的呢]*"
)


def left_to(clauses: Sequence[str]) -> bool:
    """Whether a wish is left to what one does not know yet: it depends how far, 得看远不远."""
    return len(clauses) == 1 and _UP_TO.fullmatch(clauses[0]) is not None


HARD_TO_SAY = re.compile(
    r"(?:难|不好|不太好)[说讲](?!话)|\b(?:hard to|couldn't|can't|cannot) (?:say|tell)$"
)


_SOFTLY = re.compile(
    r"(?:no,? )?(?:i )?(?:can't|cant|cannot|can not|couldn't) (?:really |honestly )?say "
    r"(?:that )?(?=(?:i|we|she|he)\b)|"
    r"(?:no doctor|nobody|no one|(?:(?:the |my )?doctors?(?: have| has)?|they) never)"
    r"(?: has| ever)* (?:said|told me) (?:that )?(?=i (?:have|had) (?:any|one|these|those)\b)|"
    r"(?:(?:也|都|从来)*没有?(?:哪个)?(?:医生|大夫|人)|(?:医生|大夫|医院)(?:也|都|从来|从)*没有?)"
    r"(?:跟我|对我|和我)?(?:说|讲|提)过?(?=我?[有得]过?(?:这|以上|上述|任何|其中))"
)
"""Can't say; no doctor said that I have any of these."""


_IN_DOUBT = re.compile(
    r"(?:i'm |i am |honestly |well |really |i )*(?:not (?:really |too |entirely |100% )?sure|"
    r"unsure|no idea|"
    r"don't (?:really )?know|can't (?:remember|recall|say|tell)|couldn't (?:say|tell you)|don't "
    r"remember) (?:if|whether) (?:it|that|this|those|i|they|she|he|we|mine)(?:'s)? "
    r"(?:was|were|is|are|had|has|have(?! to)|did|does|ever|got|gave|counts?)\b"
)


def doubts_it(clauses: Sequence[str]) -> bool:
    """Whether all that is said is a doubt if it was so: not sure if it was that or just fluids."""
    return (
        len(clauses) == 1 and " but " not in clauses[0] and _IN_DOUBT.match(clauses[0]) is not None
    )


def denied_softly(clauses: Sequence[str]) -> str:
    """What somebody "can't say": I have, which is hardly a doubt; the empty text for nothing."""
    said = _SOFTLY.match(clauses[-1]) if clauses else None
    return clauses[-1][said.end() :].replace("any of", "one of") if said else ""


def without_particulars(clauses: Sequence[str]) -> list[str]:
    """The clauses without those that only say that the name or the day is not known.

    打过，忘了什么时候 is a yes; where nothing else is said, all of it is left.
    """
    told = [
        clause if bare is None else bare[1]
        for clause in clauses
        if (bare := _NO_UNAWARE.match(clause))
        or not (_unknown_particular(clause) or _UNAWARE.match(clause))
    ]
    if not any(map(_SAYS_NO.match, told)):
        told = [clause for clause in told if not _UNSAID.fullmatch(clause)]
    return told or [*clauses]


def _unknown_particular(clause: str) -> bool:
    particular = of_kind(clause, PARTICULAR)
    return particular and of_all([LEXICON.tokens(clause) or ()]) is Blank.UNSURE


def of_kind(clause: str, name: str) -> bool:
    """Whether a clause has a word of this name."""
    if not _spelled(name).search(clause):
        return False
    return any(token.name == name for token in LEXICON.tokens(clause) or ())


_spelled = cache(LEXICON.spelled)


_UNSAID = re.compile(
    r"(?:具体|到底)?(?:是|叫|得的)?(?:哪|什么|啥)[^,，。没不]{0,4}(?:就|我|也|都|可)*"
    r"不(?:想|愿意?|便|方便)?(?:说|讲|提|告诉你?)了?"
)
"""That one does not tell which it is."""
_SAYS_NO = re.compile(r"[没无不未否]|\bno")
_UNAWARE = re.compile(
    r"(?:i )?(?:didn't|did not) (?:even )?know (?:there|it|about|that)\b|我?(?:都|也)?不知道(?:还|"
    r"这)?有|(?:i |i've )?never heard of|我?(?:从来)?(?:听都)?没听(?:说过?|过)"
)
"""That one did not know of such a thing, which is no doubt whether one had it."""
_NO_UNAWARE = re.compile(rf"(no|nope|nah) (?:{_UNAWARE.pattern})")


TIMED = re.compile(
    r"[\d一二两三四五六七八九十几](?:周|个月|年|天|次)|去年|前年|上个?[月周]|(?:\d+|two|three|four|"
    r"five|six|several|few) (?:day|week|month|year|time|session|round|"
    r"dose|infusion|course|cycle|treatment|bag|drip|shot)s?|\b(?:19|20)\d\d\b|\b(?:last|"
    r"this) (?:year|month|week|spring|summer|autumn|fall|winter)\b|\b(?:once|twice)\b"
)
"""How often, when, or since when: a yes that says so is one to the question."""


HOW_DONE = re.compile(
    r"(?:都|也|就)*是?(?:自费|公费|医保|报销|花钱|自己花钱|自己掏钱|托人|网上买|门诊|住院|急诊|"
    r"[在去到]"
    r"[^,，。?？没不我他她]{1,6}|[^,，。?？没不我他她]{0,4}(?:医院|诊所|病房|科室?|icu))里?(?:给)?"
    r"(?:打|输|挂|注射|吃|服|用|做|接种)的[呢啊呀]?"
)
"""自费打的: how or where it was done, which says that it was."""
