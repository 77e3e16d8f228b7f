"""A no that says less than it seems to: all but this one, not now, not that kind, not never."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from prescreen.reading.choices.choice_meaning import of_meaning
from prescreen.reading.choices.choice_names import NEGATIVE, Option, holds_beside
from prescreen.reading.clauses.answer import split
from prescreen.reading.clauses.rest_words import PERSON
from prescreen.reading.clauses.text import normalise
from prescreen.reading.polarity.yes_no import Asking

_EXCEPT = (
    r"(?<![排解清消切摘免])除(?:了|开|去|掉|却|此)|(?<![排解清消切摘免])除[^,，。]{1,8}[以之]?外|\b(?:except(?:ing|ed)?|excluding|besides|"
    r"(?:apart|aside) from|other than|save for|barring|all but|unless you count)\b|"
    r"\b(?:none|nothing|never|no) but (?!i\b|i'm|it|she|he|my|we|they)"
)
_OF_ITSELF = r"(?: ?(?:my|the|有|得了|这个))* ?"
_REST = re.compile(
    r"(?:其[他它余]|别|剩下?)的?(?:都|也|全)|\b(?:all|the|any) (?:of the )?(?:others?|rest)\b"
)
"""The others, of which the one that is not told is none."""
_OTHERS = re.compile(r"其[他它余]|别的|\bothers?\b(?! than)")
_NOT_ONLY = re.compile(
    r"不(?:[只仅光止]|单单)|不都|\bnot (?:just|only|merely|simply|all)\b|\bmore than (?!once)"
)
_WISHED = re.compile(
    r"[但惟]愿|巴不得|就好了|[该有]?多好|才怪|要不是|干[嘛吗啥]|\b(?:wish|hope|hoping|hopefully|"
    r"fingers crossed|god willing|as if)\b"
)
_TWICE = re.compile(
    r"(?!.*(?:不是不是|没有没有|没没|不不))(?:(?:不是|并非|也不是|不得|不能|不会|没有?[一哪]"
    r"[天次顿回年])[没不]|没有[没不]|不是[^,，。]{1,4}都?不)(?=[\u4e00-\u9fff])(?!舒服|方便)|"
    r"不(?:吃|用|打|做|服)(?:药)?(?:也|都)?不(?:行|可|成)|没有不.{1,3}的|"
    r"\b(?:not|never|n't) (?:not|never|without)\b|\bno (?:choice|option|alternative)\b|"
    r"\bno longer (?:off|without)\b"
)
"""Not unsaid: two denials of one thing."""
_DAY = (
    r"今[天早晚]|昨[天晚]|前天|这[两几]天|"
    r"(?:周|星期|礼拜)[一二三四五六日天末]|早上|晚上|一天(?!都|也)"
)
_TIME = (
    r"今年|[去前]年|上[次回]|[这那][次回]|[上这]个?[月周]|本[月周]|后来|[之以]后|那之?后|从那以后"
)
_ONE_TIME = re.compile(
    rf"(?:{_DAY}|{_TIME})(?:[我也都就还的]|再)?(?:没|不(?!是))|\b(?:not|no|none|n't)\b[^,.]{{0,8}}"
    r"\b(?:(?:this|last) (?:year|month|week|time)|in (?:19|20)\d\d)\b|"
    r"\b(?:last|this) (?:year|month|week|time),? (?:i )?(?:no|not|none|[a-z]+n't)\b"
)
"""That it was not so at one time, which says nothing of the others."""
_UNTIL = re.compile(
    r"直到|\b(?:no|not|never|none|n't)\b.*\b(?:until|till|before) (?:now|this|that|last|today|then|"
    r"yesterday|(?:19|20)\d\d)\b"
)
_NO_MORE = re.compile(
    r"(?<![到至自])(?:现在|目前|如今|眼下)|没有?[^过,，。]{1,6}了$|\b(?:now|currently|at present|"
    r"at the moment|any ?more|any longer|since)\b|\bfor (?:[a-z]+|\d+) (?:years|months)\b"
)
_AT_ALL = re.compile(r"从|过|\b(?:never|ever|not once)\b|ruled out|排除")
"""What says that it never was, whatever is said of this day."""
_THEN = re.compile(
    r"以前|之前|那时|当时|年轻|小时候|[去前]年|上次|年前|\bas of (?:last|19|20)|\bused to\b"
)
_TODAY = re.compile(
    r"了$|现在|目前|如今|眼下|已经|停|戒|一直|从|过|\b(?:now|stopped|off|quit|no more)\b"
)
_NOBODY = re.compile(r"(?:no one|nobody)\W*|none (?:too|of your)\b.*")
_SAYS_NO = re.compile(r"[没不无未非]|\b(?:no|not|never|none|non)\b|n't")
_DENIED = r"(?:没有?|未|不是|\b(?:no|not|never)|n't)(?:再|还|被)? ?"


def says_less(plain: str, ids: Iterable[str], options: Sequence[Option], asking: Asking) -> bool:
    """Whether a no says too little: but for one, of one time or kind, or only as a wish."""
    if asking.mood not in {"fact_now", "fact_ever"}:
        can = of_meaning("aye", options) if asking.mood == "ability" else NEGATIVE
        agrees = {*can} if isinstance(can, tuple) else set[str]()
        return asking.mood != "wish" and bool({*ids} & agrees) and excepts(plain, asking)
    if not {*ids} & {*NEGATIVE}:
        return False
    own = [word for each in options if each.id in NEGATIVE for word in each.words]
    others = _OTHERS.search(plain) and not any(
        _OTHERS.search(word) for word in (*asking.words, *asking.signs, *own)
    )
    if (
        others
        or excepts(plain, asking)
        or any(
            holds_beside(each, options, (), asking.beside) and not _KIN.search(each)
            for each in split(plain)
        )
    ):
        return True
    if any(each.search(plain) for each in (_REST, _NOT_ONLY, _WISHED, _TWICE, _UNTIL)):
        return True
    if _NOBODY.fullmatch(plain) or _denies_no(plain, own, asking.words):
        return True
    if asking.within:
        return False
    if _ONE_TIME.search(plain):
        return True
    if asking.mood == "fact_ever":
        return bool(_NO_MORE.search(plain)) and not _AT_ALL.search(plain)
    return bool(_THEN.search(plain)) and not _TODAY.search(plain)


_KIN = re.compile(PERSON)
_GENERAL = {"yes", "now", "before", "past", "some", "maybe", *NEGATIVE}
_BECAME = re.compile(r"[转变]成|浸润|\b(?:invasive|turned into|became|spread)\b")


def one_of_two(plain: str, ids: Iterable[str], options: Sequence[Option], asking: Asking) -> bool:
    """Whether a choice that is one kind of thing is said with another kind, or as not the only."""
    kinds = [each for each in options if each.id in {*ids} - _GENERAL]
    if not kinds or asking.mood not in {"fact_now", "fact_ever"}:
        return False
    if asking.beside and (
        _BECAME.search(plain) or holds_beside(plain, options, asking.words, asking.beside)
    ):
        return True
    said = "|".join(re.escape(normalise(word) or word) for each in kinds for word in each.words)
    return (
        re.search(rf"(?:{_NOT_ONLY.pattern}) ?(?:[是有在]|an? |the )?(?:{said})", plain) is not None
    )


def excepts(plain: str, asking: Asking) -> bool:
    """Whether something is excepted that is not itself what is asked about."""
    own = "|".join(re.escape(normalise(word) or word) for word in asking.words)
    bare = re.sub(rf"(?:{_EXCEPT}){_OF_ITSELF}(?:{own})(?:[以之]?外)?", "", plain) if own else plain
    return re.search(_EXCEPT, bare) is not None


def _denies_no(plain: str, words: Iterable[str], asked: Iterable[str]) -> bool:
    """Whether a word that says no without a "not" is itself denied: 没有绝经.

    So is a thing asked about that such a word takes for granted: only this.
    """
    said = [normalise(word) or word for word in words]
    named = [normalise(word) or word for word in asked if len(word) > 1 and word[-1] not in "过了"]
    bare = [re.escape(word) for word in said if len(word) > 1 and not _SAYS_NO.search(word)]
    bare += [re.escape(word) for word in named if _affirmed(word, said)]
    denied = re.compile(rf"{_DENIED}(?:{'|'.join(bare)})") if bare else None
    return denied is not None and denied.search(plain) is not None and plain not in said


def _affirmed(thing: str, words: Iterable[str]) -> bool:
    """Whether words have this thing, and none of them denies it."""
    having = [word for word in words if thing in word]
    return bool(having) and not any(
        re.search(rf"{_DENIED}.{{0,4}}{re.escape(thing)}", word) for word in having
    )
