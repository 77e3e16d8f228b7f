"""Doses of a medicine on one day: milligrams or tablets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from prescreen.reading.amounts import dose_forms as forms
from prescreen.reading.amounts.dose_beside import BESIDE_DOSE
from prescreen.reading.amounts.dose_words import DOSE_WORDS, HOUR
from prescreen.reading.amounts.listed import listed
from prescreen.reading.amounts.strength import by_strength
from prescreen.reading.clauses.answer import read_clauses
from prescreen.reading.clauses.grammar import NO_ANSWER, Grammar, naming
from prescreen.reading.clauses.lexicon import IGNORED, OF_ALL, Token, fixed, words
from prescreen.reading.clauses.rests import STRICT
from prescreen.reading.clauses.text import normalise
from prescreen.values import MOST_MG, Dose, Offer, Reason, Refusal

_MOST_TABLETS = 400
_IMPOSSIBLE = Refusal(Reason.IMPOSSIBLE)

_GRAMMAR: Grammar[Dose] = Grammar(
    lambda: (
        words(DOSE_WORDS)
        | {"a": fixed(1, 1)}
        | dict.fromkeys(("都是", "全是", "单位是", "单位都是"), Token(IGNORED, OF_ALL))
    ),
    [
        ("part? amount part?", forms.in_all),
        ("part part part? amount", forms.same_part),
        ("amount part part part?", forms.same_part),
        ("amount each part part part?", forms.at_each),
        ("often each amount", forms.often),
        ("often each amount part", forms.times),
        ("amount divide often", forms.in_all),
        ("parts each? amount", forms.often),
        ("each? amount parts", forms.often),
        ("often? parts amount", forms.often),
        ("listed each amount", forms.often),
        ("each amount listed", forms.often),
        ("often? listed amount", forms.refuse(Reason.AMBIGUOUS)),
        ("amount listed", forms.refuse(Reason.AMBIGUOUS)),
        ("amount listed each amount", forms.restated),
        ("part part part? each amount", forms.at_each),
        ("each amount part part part?", forms.at_each),
        ("total? amount total|split|divide part part part?", forms.in_all),
        ("total amount part part part?", forms.in_all),
        ("total? amount divide listed", forms.in_all),
        ("often amount", forms.times),
        ("often part amount", forms.times_at),
        ("often amount part", forms.times_at),
        ("amount often part", forms.times_at),
        ("amount part often", forms.times_at),
        ("parts|listed total amount", forms.in_all),
        ("total amount parts|listed", forms.in_all),
        ("amount total parts|listed", forms.in_all),
        ("part? half of? amount unit? part?", forms.half_of),
        ("amount n x amount", forms.recounted),
        ("amount of total amount", forms.sized),
        ("often? total amount split?", forms.in_all),
        ("total? amount split", forms.in_all),
        ("often? amount total", forms.in_all),
        ("total amount often", forms.in_all),
        ("total? amount divide n", forms.in_all),
        ("total? amount divide n times|doses", forms.in_all),
        ("n times total amount", forms.in_all),
        ("n times amount total", forms.in_all),
        ("total part? amount part amount", forms.in_all),
        ("each? amount often", forms.often),
        ("amount each often", forms.often),
        ("amount each n times", forms.counted),
        ("n times each amount", forms.counted),
        ("n times amount", forms.counted_loosely),
        ("each? amount n times", forms.counted),
        ("part amount part amount", forms.in_all),
        ("part amount part amount part amount", forms.in_all),
        ("amount part amount part", forms.in_all),
        ("amount part amount part amount part", forms.in_all),
        ("part n part amount", forms.shared_unit),
        ("part n part n part amount", forms.shared_unit),
        ("amount part n part", forms.shared_unit),
        ("n part amount part", forms.shared_unit),
        ("n part n part amount part", forms.shared_unit),
        ("amount part n part n part", forms.shared_unit),
        ("part amount part amount total amount|n", forms.summed),
        ("part amount part amount part amount total amount|n", forms.summed),
        ("amount part amount part total amount|n", forms.summed),
        ("amount part amount part amount part total amount|n", forms.summed),
        ("each amount often total amount", forms.summed),
        ("often each amount total amount", forms.summed),
        ("amount parts each? amount", forms.restated),
        ("amount often each amount", forms.restated),
        ("amount part amount part amount", forms.restated),
        ("amount n part n part", forms.restated),
        ("amount amount part n part", forms.restated),
        ("amount n part n part n part", forms.restated),
        ("amount amount part amount part", forms.restated),
        ("amount sum amount", forms.in_all),
        ("amount sum amount sum amount", forms.in_all),
        ("n sum amount", forms.shared_unit),
        ("n sum n sum amount", forms.shared_unit),
        ("n sum n", forms.refuse(Reason.UNIT)),
        ("amount to amount", forms.ranging),
        ("between n|amount to? amount", forms.ranging),
        ("alternate each? amount", forms.in_all),
        ("amount alternate", forms.in_all),
        ("n amount unit? n amount unit?", forms.products),
        ("amount x|of n|amount", forms.product),
        ("amount of part? amount", forms.product),
        ("part? amount amount of part?", forms.size_after),
        ("amount part each", forms.in_all),
        ("n amount of part", forms.product),
        ("part? n of amount unit? of? part?", forms.product),
        ("amount unit x n", forms.product),
        ("amount unit n of?", forms.product),
        ("n x amount unit?", forms.product),
        ("amount per amount", forms.product),
        ("per amount amount", forms.product),
        ("part? n amount unit part?", forms.product),
        ("amount amount", forms.refuse(Reason.AMBIGUOUS)),
        ("each amount", forms.refuse(Reason.AMBIGUOUS)),
        ("amount each", forms.refuse(Reason.AMBIGUOUS)),
        ("part? clock part?", forms.refuse(Reason.AMBIGUOUS)),
        ("open|seldom part?", forms.refuse(Reason.VAGUE)),
        ("seldom amount|n|open", forms.refuse(Reason.VAGUE)),
        ("amount|n seldom", forms.refuse(Reason.VAGUE)),
        ("part? about? n half? about?", forms.refuse(Reason.UNIT)),
        ("part n part n", forms.few),
        ("part n part n part n", forms.few),
        ("n part n part unit", forms.unit_last),
        ("n part n part", forms.few),
        ("n part n part n part", forms.few),
        ("about? n other", forms.refuse(Reason.UNIT)),
    ],
    ("part", HOUR),
    fold=forms.fold_dose,
)


_CARE = replace(STRICT, beside=BESIDE_DOSE)
_MERIDIEM = re.compile(r"\b([ap])\.m\b\.?")
_NO_DOSE = re.compile(
    r"[吃服用]几|应[该当](?:我|要|都|每[天日次]|一[天日次])*[吃服用](?!.*(?:我|其?实际?)只?[吃服用])|"
    r"^(?:(?:and )?(?:then|another|followed by)\b|(?:再|又)(?:来|吃|加)|然后|接着)"
)
"""要吃几片, 应该吃8片, and a dose of which the first part of the day is lost."""
_N, _DOSED = r"[\d一二两三四五六七八九十半]", r"(?:片|粒|颗|毫克|mg)(?:药|半|吧)?[,，、 ]*"
_IN_ALL_OR_EACH = re.compile(
    rf"(?:[一每][天日]|日)(?:我|就|都|要|得|只|吃|服用?|口服|用)*{_N}+(?:\.\d+)?{_DOSED}"
    rf"(?:早晚各[一1]次|(?:[一每][天日]|日|早晚)?[吃服]?(?![一1]){_N}[次回顿])|"
    rf"^(?!.*[每一1][次回顿]).*{_DOSED}(?:[一每][天日])?{_N}[次回顿][吃服]|"
    rf"^[一每][片粒颗](?:药|就|都)*是[^,，。]*的$"
)
"""一天12片，三次; 12片三次吃: in all, or each time? 一片是5毫克的: how strong, and how many?"""


def read_dose(
    text: str, most_mg: int | None = MOST_MG, asked: Sequence[str] = ()
) -> Dose | Offer[Dose] | Refusal:
    """The milligrams or tablets of one day that a text can stand for.

    A bare number is refused as `unit`; nothing, or more than `most_mg` milligrams, as `impossible`;
    "as needed" and "less than" as `vague`; a single dose without its times as `ambiguous`. `asked`
    are words for what is asked about, which may be named with it.
    """
    plain = normalise(text)
    if plain is None or _NO_DOSE.search(plain):
        return NO_ANSWER
    if _IN_ALL_OR_EACH.search(plain):
        return Refusal(Reason.AMBIGUOUS)
    text = _often_in_words(_MERIDIEM.sub(r"\1m", text))
    found = read_clauses(text, naming(_GRAMMAR, asked), care=_CARE)
    if found == NO_ANSWER:
        found = by_strength(text, lambda taken: read_dose(taken, most_mg, asked)) or NO_ANSWER
    if found == NO_ANSWER and asked:
        told = listed(text, asked, naming(_GRAMMAR, asked).whole)
        found = NO_ANSWER if told is None else Offer(told)
    dose = found.value if isinstance(found, Offer) else found
    return found if isinstance(dose, Refusal) or _possible(dose, most_mg) else _IMPOSSIBLE


_GLUED = re.compile(r"(?<=mg)[x×](?=\d)", re.IGNORECASE)
_ONE_OF = re.compile(r"(?<!\d)1(?=\s?[天日次])")
_TIMES_A_DAY = re.compile(r"(?<=[一每][天日])\s*([1-6一二两三四五六])\s*[次回顿]")
_TO_EACH = re.compile(r"(?<=[早中晚餐后前顿])都[吃是]?(?=[\d一二两三四五六七八九十半])")
_COUNTED = {"1": "一", "2": "两", "二": "两", "3": "三", "4": "四", "5": "五", "6": "六"}


def _often_in_words(text: str) -> str:
    """1天3回 as 一天三次, 5mgx6 as 5mg*6, 早晚都两片 as 早晚各两片."""
    said = _TO_EACH.sub("各", _ONE_OF.sub("一", _GLUED.sub("*", text)))
    return _TIMES_A_DAY.sub(lambda often: f"{_COUNTED.get(often[1], often[1])}次", said)


def _possible(dose: Dose, most_mg: int | None) -> bool:
    most = most_mg if dose.unit == "mg" else _MOST_TABLETS
    return dose.amount.lo > 0 and (most is None or dose.amount.hi <= most)
