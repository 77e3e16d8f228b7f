"""Body weights: kilograms, 斤, pounds and stone."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import partial

from prescreen.reading.amounts.quantity import (
    AFTER,
    BEFORE,
    BETWEEN,
    INSIDE,
    MODIFIERS,
    RANGE,
    bend,
    ranged,
    sliced,
)
from prescreen.reading.amounts.unit_spellings import WEIGHT_UNITS
from prescreen.reading.clauses.answer import read_clauses
from prescreen.reading.clauses.grammar import NO_ANSWER, Grammar, Said
from prescreen.reading.clauses.lexicon import words
from prescreen.reading.clauses.numerals import Number, scan
from prescreen.reading.clauses.rest_words import NOW
from prescreen.reading.clauses.rests import Care
from prescreen.reading.clauses.text import LONGEST_ANSWER
from prescreen.values import JIN, POUND, Interval, Measure, Offer, Reason, Refusal
from prescreen.values.units import QUANTITIES

_GROWN = QUANTITIES["weight"].possible

_STONE = 14 * POUND
_ROUNDING = Fraction(1, 2)
"""Kilograms by which a weight said in two units may differ from itself."""
_KILOGRAMS: dict[str, tuple[Fraction, str]] = {
    "kg": (Fraction(1), "kg"),
    "jin": (JIN, "jin"),
    "lb": (POUND, "[lb_av]"),
    "st": (_STONE, "[stone_av]"),
}

_WORDS = partial(
    words,
    {
        **MODIFIERS,
        **RANGE,
        "unit": WEIGHT_UNITS,
        "stone": {"st": "stone|stones|st|st.|英石"},
        "liang": "两",
        "half": "半|and a half",
        "other": "g|克|gram|grams|mg|毫克|岁|cm|厘米|米|m|吨|片|years old|公分",
        "oz": "oz|oz.|ounce|ounces|盎司",
        "between": BETWEEN,
        "among": "之间|之间晃|之间来回晃|来回晃|之间徘徊|之间浮动|之间波动|来回|来回跳|之间来回跳",
        "and": "and|和|与|跟",
        "same": "(|也就是|就是|等于|即|合|合计|=|that is|which is",
        "filler": "就|体检|体检是|今年体检|今年体检是|上次体检是|my wt|my wt is|wt is|my wt -|"
        "as of today|as of now|now i have|now at|不多不少|"
        "只剩|只剩下|就剩|剩下|dead on|bang on|on the dot|上秤|过秤|上秤是|过秤是|称下来|"
        "weighed in at|i weighed in at|上称|有个|量的|量了|量的是|昨天量的|昨天量的是|今天量的|"
        "刚量的|刚刚量的|前天量的|早上量的|今早量的|今早称的|今早称是|前天称的|上周称的|上周量的|"
        "最近量的|体检量的|体检称的|i weighed myself|measured today|weighed today|"
        "weighed this morning|weighed yesterday|measured yesterday|last weighed|只|只有|仅|仅有|才|"
        "却|却有|竟|竟有|居然|居然有|一直|一直是|一直在|保持在|一直保持在|维持在|稳定在|在|已经|"
        "我已经|已经有|大人体重|我的体重是|体重有|体重在|现在体重|现在体重是|现在是|今天称是|"
        "今天称的|刚刚称的|刚称是|最近称的|最近称是|昨天称的|only|i only weigh|still|i still weigh|"
        "normally|usually|currently weigh|i currently weigh|these days|at present|presently|"
        "steady at|stable at|at|weighing|i weigh in at|my current weight|my current weight is|"
        "current weight|current|空腹|早晨|早起|家里称|家里称的|家里秤|医院称|医院称的|秤上|秤上是|"
        "我|我的|体重|是|有|现在|目前|今天|今早|早上|刚称的|刚称|称的|称了|重|净重|整|正好|刚好|了|"
        "的|大人|她|他|呢|啊|哦|嗯|毛重|身重|我现在|我今年|我体重|我体重是|一共|i|i'm|im|i am|"
        "weigh|weight|my weight|my weight is|is|it's|its|it is|now|currently|exactly|just|"
        "right now|today|at the moment|in weight|in total|she|he|weighs|a|bodyweight|body weight|"
        "am|present|my present|my body weight|my body weight is|"
        "this morning|well|um|uh|er|:|=|weight -|weight-|wt|wt.|wt -|weights|体重-|体重：|体重—",
    },
)


def _stone(said: Said) -> Measure | Refusal:
    """12.10 stone: tenths of a stone, or ten pounds?"""
    if any(number.lo * 10 % 1 or _HUNDREDTHS.search(number.text) for number in said.numbers):
        return Refusal(Reason.AMBIGUOUS)
    return _weight(said)


def _weight(said: Said) -> Measure | Refusal:
    factor, unit = _KILOGRAMS[said.get("unit") or said.get("stone")]
    number = ranged(said)
    same = len(set(said.all("unit"))) < 2
    return _weigh(said, number, factor, unit) if number and same else NO_ANSWER


def _weigh(said: Said, number: Number, factor: Fraction, unit: str) -> Measure | Refusal:
    span = bend(number, said, _GROWN.lo / factor, _GROWN.hi / factor)
    if (
        not span
        or any(map(sliced, said.numbers))
        or (number.style == "han digits" and len(number.text) < 3)
    ):
        return NO_ANSWER
    half = Fraction(said.all("half") != []) / 2
    return _possible(span.moved(lambda kg: (kg + half) * factor), unit)


def _possible(kg: Interval, unit: str) -> Measure | Refusal:
    if kg.lo < _GROWN.lo or kg.hi > _GROWN.hi:
        return Refusal(Reason.IMPOSSIBLE)
    return Measure("weight", kg, unit)


def _stone_and_pounds(said: Said) -> Measure | Refusal:
    stone, pounds = said.numbers
    if not stone.whole or pounds.lo != pounds.hi or not 0 <= pounds.lo < 14:
        return NO_ANSWER
    if said.get("unit") not in {"", "lb"}:
        return NO_ANSWER
    kg = (14 * stone.lo + pounds.lo) * POUND
    return _about(said, kg, "[stone_av]")


def _with_ounces(said: Said) -> Measure | Refusal:
    """132 lb 8 oz, 9 stone 6 lb 4 oz."""
    *stones, pounds, ounces = said.numbers
    whole = all(number.whole for number in (*stones, pounds, ounces))
    if not whole or said.get("unit") != "lb" or ounces.lo >= 16 or (stones and pounds.lo >= 14):
        return NO_ANSWER
    stone = stones[0].lo if stones else Fraction(0)
    kg = (14 * stone + pounds.lo + ounces.lo / 16) * POUND
    return _about(said, kg, "[stone_av]" if stones else "[lb_av]")


def _twice(said: Said) -> Measure | Refusal:
    """65公斤（130斤）: one weight in two units, which may differ by as much as rounding does."""
    (one, two), units = said.numbers, said.all("unit")
    if units[0] == units[1] or one.lo != one.hi or two.lo != two.hi:
        return NO_ANSWER
    both = [n.lo * _KILOGRAMS[unit][0] for n, unit in zip((one, two), units, strict=True)]
    if max(both) - min(both) > _ROUNDING:
        return NO_ANSWER
    return _possible(Interval(min(both), max(both)), _KILOGRAMS[units[0]][1])


def _again(said: Said) -> Measure | Refusal:
    """一百零五斤吧，嗯，一百零五: the same once more."""
    one, other = said.numbers
    factor, unit = _KILOGRAMS[said.get("unit")]
    same = one.whole and (one.lo, one.hi) == (other.lo, other.hi)
    return _about(Said(said.tokens[:1]), one.lo * factor, unit) if same else NO_ANSWER


def _jin_and_liang(said: Said) -> Measure | Refusal:
    jin, liang = said.numbers
    if jin.whole and jin.lo == liang.lo and not said.all("liang"):
        return _again(said)
    text = liang.text.removesuffix("两")
    tenths = scan(text) if text else None
    if said.get("unit") != "jin" or not jin.whole or not tenths or not tenths[0].whole:
        return NO_ANSWER
    if tenths[0].lo >= 10 or (text == liang.text and not said.all("liang")):
        return NO_ANSWER
    return _about(said, (jin.lo + tenths[0].lo / 10) * JIN, "jin")


def _liang(said: Said) -> Measure | Refusal:
    return _about(said, said.numbers[0].lo / 10 * JIN, "jin")


def _about(said: Said, kg: Fraction, unit: str) -> Measure | Refusal:
    number = Number(kg, kg, Fraction(1), "digits", "")
    span = bend(number, said, _GROWN.lo, _GROWN.hi)
    return _possible(span, unit) if span else NO_ANSWER


def _no_unit(said: Said) -> Measure | Refusal:
    return Refusal(Reason.UNIT)


_HUNDREDTHS = re.compile(r"\.\d\d")
_GRAMMAR: Grammar[Measure] = Grammar(
    _WORDS,
    [
        (f"{BEFORE} n {INSIDE} unit half? {AFTER} about?", _weight),
        (f"{BEFORE} n {INSIDE} stone half? {AFTER} about?", _stone),
        (f"{BEFORE} n half unit about?", _weight),
        (f"{BEFORE} n half stone about?", _stone),
        ("about? n unit and? n oz about?", _with_ounces),
        ("about? n stone and? n unit and? n oz about?", _with_ounces),
        ("about? n oz", _no_unit),
        ("about? n unit? to n unit about|among?", _weight),
        ("between n unit? to|and n unit", _weight),
        ("n unit? and n unit among", _weight),
        ("unit n about?", _weight),
        ("n unit same? n unit", _twice),
        ("about? n unit about n about?", _again),
        ("about? n stone and? n unit? about?", _stone_and_pounds),
        ("about? n unit n liang? about?", _jin_and_liang),
        ("n liang", _liang),
        (f"{BEFORE} n half? {AFTER} about?", _no_unit),
        (f"{BEFORE} n {INSIDE} other half? {AFTER}", _no_unit),
    ],
)


_BESIDE = re.compile(
    r"(?:穿|脱|带|连|光|去|除)(?:着|了|掉|去)?(?:衣服|衣裳|鞋子?|棉[袄衣]|外套|大衣|羽绒服|睡衣|"
    r"秋衣|脚|外衣)(?:[称量测]的?)?(?:是|大概)?[,，]?|(?:我)?(?:身高|个子|个头)?(?:是|"
    r"有)?(?:1[3-9]\d|20\d|1米\d{1,2}|一米[\d一二三四五六七八九]{1,2})(?:cm|厘米|"
    r"公分)?(?:[/,，、 ]+|(?=体重))(?=.*[\d一二两三四五六七八九十]|体重)|\d'\d{1,2}\"?(?: and|,)?|"
    r"(?:height|ht)?:? ?1[4-9]\d ?cm[, ]*|"
    r"(?<=[斤g克磅b])[,， ]*(?:身高)?(?:一米[\d一二三四五六七八九]{1,2}|1米\d{1,2}|1[4-9]\d(?:cm|"
    r"厘米|公分)?)$|(?<=[斤g克磅])[,，。 ]*(?:最近|这几年|后来|都是|是|因为|全是){0,2}"
    r"(?:[吃用打][^\x00-\x7f,，。不没]{0,5}?)?(?:得|的)?[长发虚]?[胖肿瘦](?:[的了]|很多|不少|好多|一圈|一点|些){0,3}$|"
    r"[,，。;； ]*(?:血压|心率|脉搏|bp|blood pressure|pulse)(?:is |was |"
    r"[是:：] ?)? ?(?:正常|偏?[高低]|fine|normal|ok|okay|good|high|low|stable)(?![\w])|(?:身高|"
    r"(?:height|ht)(?: is)?):? ?1[4-9]\d[,，. ]*(?=体重|weight|wt|\d)|\b(?:with(?:out)? (?:any |"
    r"my |no )?|no |in my )(?:shoes?|clothes|coat|boots|slippers|socks|pyjamas|nightie)(?: on|"
    r" off)?\b|\b(?:i |we )?(?:got|hopped|stood|stepped|jumped) on (?:the|my|"
    r"our) scales?(?: [a-z']+){0,5}? (?:and )?it (?:said|came (?:up|out)(?: at| as| to)?|read|"
    r"showed|was)\b|\b(?:i )?(?:got|was) weighed(?: [a-z']+){0,4}? and (?:it|i) (?:said|came (?:up|"
    r"out)(?: at| as| to)?|was)\b|\b(?:at )?(?:the |my )?last (?:time|check|visit) (?:at|"
    r"in) (?:the |my )?[a-z']+$|(?:before|after) (?:breakfast|lunch|dinner|supper|eating|food|"
    r"my shower)\b|\bbp:? ?\d{2,3}/\d{2,3}\b|\b(?:at )?(?:the |my )?last time (?:on the scales?|"
    r"i (?:checked|weighed)(?: myself)?|i was weighed)|\b(?:the |my |our )?(?:district |clinic |"
    r"practice )?(?:nurse|doctor|scales?|chart|letter) (?:said|says|say|had me at|has me at|"
    r"put me at|got|measured|weighed me at|told me|read|reads)\b|\(?moon face and all\)?|"
    r"[,， ]+(?:a |one |two |three |\d |a few )(?:days?|weeks?) ago$|\blast (?:mon|tues|wednes|"
    r"thurs|fri|satur|sun)day\b|前几天|上周|上个?星期|上个?礼拜|昨天|前天|今早|上次|刚刚?|"
    r"在?(?:医院|家里?|诊所)?(?:称|量|测)(?:的|了|过|下来)?(?:一?下|一[次回])?[,，]?(?=是|"
    r"[\d一二三四五六七八九])|\b(?:last week|this week|yesterday|this morning|the other day|"
    r"on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:at|in|on) (?:the|my) [a-z]+(?: (?!last|"
    r"this|yesterday|on\b)[a-z]+)?|"
    r"with (?:my )?clothes on|with my shoes on|it was|i was|that was|uh)\b"
)
"""A height, when and where it was weighed: not long ago, or it would be said."""


_COMMA = re.compile(r"(?<![\d,.])(\d{2,3}),(\d)(?= ?(?:kg|kilo|公斤|千克))", re.IGNORECASE)
"""54,5 kg, as it is written in much of Europe."""
_CARE = Care(beside=_BESIDE)
_CARRIED = re.compile(
    r"(?:[带抱背领推坐连]着?|算上|加上|连同|[和跟同])(?![^,，。]*(?:衣|裳|鞋|袄|套|褂|裤|裙|帽|秤|体重计))"
    r"[^\x00-\x7f]{1,8}(?:称|量|上秤|过秤)|(?:两|俩|几)个?人(?:一起|一块儿?|一共|加起来)"
)
"""Who or what was weighed too: 抱着孩子称的."""
_MOST_SPACED = 4 * LONGEST_ANSWER
"""Characters of a text that may be short enough without its spaces."""
_NEAR = 20
_SLASHED = re.compile(
    r"(?<![\d/.])(\d{2,3}(?:\.\d)?) ?/ ?(\d{2,3}(?:\.\d)?) ?(?:(磅|lb|pound)|斤|公斤|千克|kg)",
    re.IGNORECASE,
)
"""130/135斤, which are two weights and no height before a weight; beside pounds none is."""
_COMPARED = re.compile("[<>≤≥≦≧＜＞]")
"""A sign of a laboratory, which nobody weighs by."""
_LIFE = (
    r"pregnan\w*|(?:teen|twent|thirt|fort|fift|sixt)\w+s|teens|youth|childhood|prime|peak|best|"
    r"worst|lowest|highest|max(?:imum)?|min(?:imum)?|(?:heav|light|bigg|small|slimm|thinn|fatt|"
    r"skinn|lean)i?est|wedding|marriage|graduation|school|college|uni(?:versity)?|diagnosis|birth|"
    r"delivery|labou?r|start|beginning|admission"
)
_ANOTHER_TIME = re.compile(
    r"\b(?:in|at|on|during|before|after|since|until|throughout|by)(?: (?:the|my|our|a|early|mid|"
    rf"late|last|first|second|third|previous)|(?: the)? (?:time|end|height|day|days) of)* "
    rf"(?:{_LIFE})\b|\bwith (?:the|a|an|our|his|her) (?!clothes|shoes?|coat|boots|slippers|socks|"
    r"doctor|nurse|gp|scales?|jacket|dress|uniform)|\b(?:pre|post)[ -]?(?:pregnan\w*|partum|natal|"
    r"baby)|(?<!weeks )"
    r"(?<!months )(?<!week )(?<!month )(?<!'m )(?<!\bam )(?<!\bim )(?<!'s )(?<!\bis )(?<!\bnot )"
    r"\bpregnan\w*|\bas an? (?:teen\w*|child|kid|student|bride|boy|girl|young\w*)|"
    r"\b(?:peak|high\w*|low\w*|max\w*|min\w*|heaviest|lightest|start\w*|old|former|previous|birth|"
    r"wedding) weight\b",
    re.IGNORECASE,
)
"""A time of life, or a state, in which one weighed so much: in pregnancy, at my heaviest."""


def _of_another_time(text: str) -> bool:
    said = _ANOTHER_TIME.search(text) if len(text) <= LONGEST_ANSWER else None
    return said is not None and not NOW.search(text.casefold())


def read_weight(text: str) -> Measure | Offer[Measure] | Refusal:
    """The kilograms a text can stand for, exact; a number without a unit is refused as `unit`."""
    if len(text) > _MOST_SPACED or _COMPARED.search(text) or _CARRIED.search(text):
        return NO_ANSWER
    if _of_another_time(text):
        return NO_ANSWER
    pairs = _SLASHED.findall(text)
    if any(pounds or abs(Fraction(one) - Fraction(other)) < _NEAR for one, other, pounds in pairs):
        return Refusal(Reason.AMBIGUOUS)
    pointed = _COMMA.sub(r"\1.\2", text) if "," in text and len(text) <= LONGEST_ANSWER else text
    found = read_clauses(pointed, _GRAMMAR, care=_CARE)
    return Offer(found) if isinstance(found, Measure) and pointed != text else found
