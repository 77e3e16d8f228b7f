"""What leaves an answer open, whichever way it was read: a doubt, a test to come, a condition."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prescreen.reading.choices.choice_names import NEGATIVE, Option, hedging
from prescreen.reading.choices.evidence_words import (
    CONDITION,
    CONTRAST_LAST,
    IS_OVER,
    NOT_RULED_OUT,
    OF_ANOTHER,
    TEST_RESULT,
    TESTING,
    UNPROVEN,
)
from prescreen.reading.choices.unheard import unheard
from prescreen.reading.clauses.answer import split
from prescreen.reading.clauses.rest_words import LATEST, NOW, PERSON_FIRST, RELATIVE
from prescreen.reading.clauses.text import normalise
from prescreen.reading.polarity.no_answer import not_quite
from prescreen.reading.polarity.yes_no import Asking, without_words


def left_open(text: str, ids: Sequence[str], options: Sequence[Option], asking: Asking) -> bool:
    """Whether a text leaves open if these choices are so; a choice may itself be a doubt."""
    plain = normalise(text) or ""
    if asking.mood not in {"fact_now", "fact_ever"}:
        told_of = asking.mood != "wish" and _of_kin(plain) and not _HELPS.search(plain)
        return told_of or CONDITION.search(plain) is not None
    plain = _TO_STUDY.sub("", _NEITHER.sub(r"\1", plain))
    told = _of_kin(plain) or not_quite(plain) or _LATER.fullmatch(plain)
    if told or any(each.search(plain) for each in _OPENS):
        return True
    if {*ids} <= hedging(options):
        return False
    if NOT_RULED_OUT.search(plain):
        return True
    if {*ids} <= {*NEGATIVE}:
        undone = _NO_LONGER if asking.mood == "fact_ever" else _NOT_UNDONE
        return undone.search(plain) is not None or any(
            _FIRST.search(clause) or _is_not(clause, asking) for clause in split(plain)
        )
    was_so = _WAS_ON.search(plain) or any(map(_WAS_THEN.match, split(plain)))
    if asking.mood == "fact_now" and was_so and not LATEST.search(plain):
        return True
    if asking.mood == "fact_now" and any(each.id in NEGATIVE for each in options):
        if _OVER.search(plain) and not _ON.search(plain):
            return True
        if _THEN.search(plain) and not _SINCE.search(plain):
            return True
        if looked_for(plain, options, asking):
            return True
    then = _STOPPED.match(plain) or _YOUNG.search(plain)
    if asking.mood == "fact_now" and then and not NOW.search(plain):
        return True
    tested = TESTING.search(plain) is not None and not TEST_RESULT.search(plain)
    return tested or UNPROVEN.search(plain) is not None


def looked_for(plain: str, options: Sequence[Option], asking: Asking) -> bool:
    """Whether it is only said that it was looked for, where something may be so or not."""
    if asking.mood != "fact_now" or not any(each.id in NEGATIVE for each in options):
        return False
    return _LOOKED.search(plain) is not None and not TEST_RESULT.search(plain)


_FOUND = "定的|定了|定为|确诊|确的诊|诊断|下的?诊断|判定|看出|查出"
"""What is done to nobody but a patient."""
_RESUMED = re.compile(
    r"(?:停|断|戒|减).*(?:又|重新|接着)(?:开始)?(?:在)?[吃用服打加做]|\b(?:stop\w*|off|quit)\b.*"
    r"\b(?:restart\w*|started again|back on|on (?:it|them) again)\b"
)
"""What was stopped and goes on again."""
_OF_MINE = "[家妈爸娘爹儿女老哥姐弟妹孩媳对爱奶爷婆公姨姑叔舅侄邻同朋室]|们家"
_GIVES = re.compile(
    rf"(?<![没不有生夫院士都也就还又刚曾们人])给(?!{_FOUND}|换[成了]|改成|停了|我(?!{_OF_MINE}))|"
    rf"给(?!(?:我|俺|咱)?(?:们)?(?:再|也|"
    rf"都)?(?:[打输做开吃用停换查排治办的]|{_FOUND}))(?!我)"
)
"""To give, which may be to somebody else: 没给药."""
_NEITHER = re.compile(
    r"(\b(?:no|not|never|any|without)\b.*|n't\b.*) or "
    r"(?!(?:maybe|perhaps|what|not|is|did|do|something|so|yes|no)\b)[a-z]+$"
)
"""Never my brain or nerves, which is no sentence that breaks off."""
_TO_STUDY = re.compile(
    r"[给供](?:[他她它]们|人家|医院|医生|大夫|科室|研究所)?(?:拿)?(?:去|来)?(?:做|搞|用来)?"
    r"(?:研究|科研|实验)"
)
"""Blood was given to study it."""
_OPEN = re.compile(
    r"说是.*说不是|说不是.*说是|一个.{0,4}说.*一个.{0,4}说|有的?(?:医生)?说.*有的?(?:医生)?说|"
    r"(?:确诊|说是|诊断).*(?:又|后来|但|却)又?说不是|推翻|否定了|改口|\bchanged (?:their|his|"
    r"her) minds?\b|\btook it back\b|"
    r"\b(?:doctors?|they|opinions) (?:all )?(?:disagree|differ)|"
    r"\bone (?:doctor )?says\b.*\b(?:other|"
    r"another|one)\b.*\bsays\b|(?:[阴阳]|正常).*(?:这[次回]|最近|后来|今年|现在|"
    r"之后).{0,3}(?:没有?|"
    r"未)(?:再)?(?:复?查|测|验)|(?<!never )\bcame back(?= (?:last|this|in|again|two|a|\d)|$|[,.])"
    r"(?!.*\b(?:negative|positive|clear|clean|normal|fine|undetected)\b)"
)
"""Doctors who do not agree, an old result and no new one, an illness that came back."""
_UNFINISHED = re.compile(
    r"\b(?:what|how|why|if|or|(?<!every )other)(?: [a-z']+)?$|\b(?:no|before|so|not)(?: i|"
    r" it)? (?:need|want|will|would|can|could)$|\bwhen(?: (?!young|small|little|ill|sick|born|"
    r"pregnant)[a-z']+)?$|"
    rf"\b(?:i|it|that|before|no|yes|so) {RELATIVE}$|谁|^(?:别|让)(?!我|人)|想不(?!起|到|出)"
)
"""A sentence that breaks off before it says what is so, or begins with what others are to do."""
_ATTEMPT = re.compile(r"\btr(?:y|ies|ied|ying) to\b(?! (?:remember|recall|think|find|look))")
"""What was tried and perhaps never came about."""
_KIN = re.compile(PERSON_FIRST)
_SELF = re.compile(r"\b(?:i|i'm|i've|i'd|me|we|mine)\b|我|俺|咱|自己|本人")


def _of_kin(plain: str) -> bool:
    """Whether a text begins with another person, and nothing in it tells of oneself."""
    kin = _KIN.match(plain) if not _OF_DOCTOR.match(plain) else None
    return kin is not None and not _SELF.search(plain, kin.end())


_HELPS = re.compile(r"[送陪带接帮]|\b(?:take|drive|bring|help|come)s?\b")
"""What others do for one."""
_NOT_UNDONE = re.compile(
    r"(?:不是|并非|绝非|不能说|哪能|怎能)(?:我|都|完全|从来|一直|说)*[没不未无]"
)
_NO_LONGER = re.compile(
    rf"{_NOT_UNDONE.pattern}|(?:以后|之后|后来|此后|再也?)(?:就|也|都|再|一直)*[没不]"
)
"""不是没打, 后来没打: that it was not left undone, or not done since, which is no never."""
_FIRST = re.compile(
    r"\b(?:first|second|third) (?:time|one) (?:was|were|i (?:had|took|got|did|"
    r"joined|was)|in|on)\b"
)
"""That there was a first time, which is no never."""
_OF_DOCTOR = re.compile(
    r"(?:he|she)(?:'s| is| has)? (?:[a-z]+ly |still |just )?(?:call|think|thought|reckon|suspect|"
    r"diagnos|confirm|(?:told|gave|put) me)(?!.*\b(?:he|she)(?:'s| has| is)\b)"
)
"""What he or she thinks or calls it: the doctor, who is not named."""
_WAS_ON = re.compile(r"\b(?:was|were|used to be|had been) on\b")
"""What one took, where it is asked what one takes."""
_STOPPED = re.compile(
    r"(?:(?:i|she|he|we|yes|have|i've|already|just|recently) )*(?:stopped|finished|quit|ended|"
    r"gave up|done with)\b"
)
"""What one has stopped, where it is asked what one does."""
_YOUNG = re.compile(
    r"\bas a (?:kid|child|teen\w*|baby|student)\b|\bin (?:my )?(?:childhood|youth)\b"
)
_OVER = re.compile(
    rf"{IS_OVER.pattern}|停[了掉](?!又)|恢复了|降(?:下来|到|了)|"
    r"\b(?:resolved|off (?:it|them|dialysis|oxygen)|excluded)\b"
)
_ON = re.compile(r"还|一直|仍|又|\b(?:still|again|not)\b|n't")
_THEN = re.compile(
    r"(?<![停断漏])过(?:[一两三几]|好几)?(?:次|回|个月|阵子?)?$|[去前]年|住院(?:的)?(?:时|那)|"
    r"以前|之前|曾|\b(?:ago|used to|took|last year|in (?:19|20)\d\d|(?:until|till) (?:last|this|"
    r"[a-z]+$))\b"
)
"""What was so, where it is asked what is so now."""
_LOOKED = re.compile(
    r"(?:^|[我去来做也])(?:筛?查|检查|化验|检测|[测验])(?:了|过|一下|"
    r"的是)?(?![出到得明有是的了过没])|"
    r"接触|\b(?:tests?$|contacts?$|exposed)"
)
"""That it was looked for, or that there was a contact."""
_SINCE = re.compile(
    rf"{NOW.pattern}|还|一直|至今|以来|开始|起|确诊|诊断|查出|发现|[得患]|\b(?:since|still|"
    rf"start\w*|"
    r"began|diagnos\w*|ever since|found)\b"
)
_WAS_THEN = re.compile(
    r"(?:(?:yes|yeah|yep|i|he|she|we|they) )*(?:was|were|had been|used to be) (?![a-z]+(?:ed|en)\b|"
    r"(?:positive|negative|clear|normal|fine|ok|okay|told|found|put|just|only|already|not|never|"
    r"recently)\b)|.*\b(?:once|before|previously|in the past)$"
)
"""How one was, where it is asked how one is; what was found or done to one holds on."""


def _is_not(clause: str, asking: Asking) -> bool:
    """Whether something else is said not to be what was asked about."""
    found = OF_ANOTHER.match(clause)
    if found is None:
        return False
    said = without_words(found[1], asking)
    return unheard(said) > (0 if said.isascii() else 1)


_LATER = re.compile(
    r"[^,，。;]*(?:明年|下个?[月周年]|\bnext (?:year|month|week)|\btomorrow)[^,，。;]{0,4}"
)
"""One statement of what is to come."""
_OPENS = (_GIVES, _ATTEMPT, _UNFINISHED, _RESUMED, _OPEN)


def after_contrast(plain: str) -> str:
    """What stands behind the last "but", which is what one can or can't."""
    at = max((found.end() for found in CONTRAST_LAST.finditer(plain)), default=0)
    return plain[at:].strip()
