"""Past days: a date, or how long ago, as the set of days it can mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

from prescreen.reading.ago import AGO, AGO_WORDS, COUNTS, ago
from prescreen.reading.calendar_words import CALENDAR_WORDS, SPAN_WORDS
from prescreen.reading.clauses import NO_ANSWER, Form, Grammar, Rows, Said, read_clauses, words
from prescreen.reading.dates import DATES, SPANS, calendar_days, figures, year_of
from prescreen.reading.days import days_of
from prescreen.reading.figures import NUMERIC
from prescreen.reading.lapse import UNITS, Lapse, between, widen
from prescreen.values import Days, Reason, Refusal

_WORDS = words(
    {
        **CALENDAR_WORDS,
        **SPAN_WORDS,
        **AGO_WORDS,
        "now": "现在|目前|正在|还在用|还在吃|还在打|还在|一直在吃|一直在用|一直吃着|一直用着|"
        "一直在打|没停|没有停|没停过|还没停|还吃着|还用着|正在吃|正在用|正在打|现在还在吃|"
        "现在还在用|现在还在打|现在也在吃|now|right now|still|currently|ongoing|still taking it|"
        "still on it|i still take it|i am still taking it|i'm still taking it|i'm still on it|"
        "still using it|at the moment|at present|presently|taking it now|i'm on it now|"
        "still taking",
        "just": "刚停|刚打|刚打完|刚做完|刚用完|刚停药|刚刚停|刚打过|刚吃完|刚结束|刚做|刚打了|"
        "刚停了|刚用过|刚做过|刚停不久|刚打不久|just stopped|just finished|just had it|"
        "i just stopped|i just had it|i just finished|just stopped it|only just stopped|just ended|"
        "just came off it|just got it",
        "lasted": "停了|停药|停药了|打了|做了|用了|停了有|停药有|已经停了|断药|断药了|停了已经",
        "stretch": {
            "6 11": "大半年|多半年",
            "3 6": "小半年",
            "6 12": "一年半载|半年一年|半年到一年|半年或一年",
            "1/2 2": "个把月|个把来月",
            "1/3 1/2": "十天半个月|十天半月",
        },
        "vague": "很久以前|很久了|好久了|很久|好久|好久以前|很早以前|很早|早些年|多年前|多年以前|"
        "许多年前|好多年前|很多年前|好多年了|很多年了|近期|近来|前阵子|前段时间|前一阵|前一阵子|"
        "前段日子|一阵子|有一阵子了|有段时间了|有一段时间了|一段时间|一段时间了|一段时间前|小时候|"
        "年轻的时候|早就停了|早停了|好些年了|好些年前|有些年头了|不久前|不久|没多久|没多久前|"
        "没多久以前|刚不久|long ago|a long time ago|ages ago|long time ago|long time|a while ago|"
        "a while back|quite a while ago|some time ago|sometime ago|recently|lately|not long ago|"
        "not too long ago|a while|ages|many moons ago|way back|in the past|when i was young|"
        "as a child|forever ago|once|a short time ago|the other day|a long while ago|"
        "not so long ago|very recently|quite recently|years and years ago",
        "many": "many|好多|许多|很多|好些|some many|so many|loads of|lots of|too many",
        "lunar": "正月|腊月|冬月|农历|阴历|旧历|春节|过年|大年初一|大年三十|除夕|中秋|中秋节|端午|"
        "端午节|元宵|元宵节|清明|清明节|重阳|重阳节|初一|初二|初三|初四|初五|初六|初七|初八|初九|"
        "初十|闰月|lunar|chinese new year|spring festival|lunar new year|cny|过年前|过年的时候|"
        "年后|过完年|easter|立春|冬至|大年",
        "future": "明天|后天|明年|后年|下周|下个月|下个星期|下礼拜|下个礼拜|下月|将来|以后|"
        "tomorrow|next week|next month|next year|in the future|大后天|the day after tomorrow|soon|"
        "later today",
        "filler": "没打了|没吃了|没用了|没做了|没打过了|没用过了|公元|公历|阳历|西历|纪元|我|是|的|"
        "在|于|打的|用的|吃的|停的|停的药|打过|做的|做过|用过|结束的|结束|"
        "最后一次|最近一次|上次|上一次|最后一次是|最近一次是|上次是|那是|那次是|有|啊|呢|哦|嗯|"
        "那会儿|的时候|那时候|差不多是|就是|就在|好|注射的|输的|打完的|做完的|大约是|我记得是|"
        "我记得|那年|已经|是在|打的针|天气|it was|was|it's|its|it is|in|on|the|of|at|last time|"
        "the last time|last time was|i had it|i stopped|stopped|i finished|finished|had it|"
        "the last one|last one|last dose|it ended|ended|i think it was|that was|must have been|"
        "it has been|it's been|been|has been|um|uh|well|er|so|during|sometime|sometime in|"
        "some time in|i got it|got it|i took it|the last dose was|the last one was|back in|"
        "my last one was|my last dose was|i last had it|last had it|for",
    }
) | dict(COUNTS)
_SPOILS = re.compile(
    r"\d|[一二两三四五六七八九十几半]+个?[天周月年日号]|不是|不对|错|记错|还是|或者|也许|如果|没打|没用|没吃|没有|"
    r"妈|爸|爷|奶|老公|老婆|丈夫|妻|儿子|女儿|孩|哥|姐|弟|妹|朋友|吗|\?|开始|起|第一次|首次|"
    r"之前|之后|以后|又|再|后来|前|昨|今|明|去年|上周|上个?月|"
    r"\b(not|n't|no|wrong|sorry|or|but|if|before|after|since|until|then|again|first|start|started|"
    r"began|next|last|mother|father|mom|mum|dad|wife|husband|son|daughter|brother|sister|friend|"
    r"maybe|perhaps|ago|yesterday|today|tomorrow)\b"
)


def _day(said: Said) -> Days | Refusal:
    day = said.today + timedelta(days=int(said.get("day")))
    return Days(day, day)


def _week(said: Said) -> Days | Refusal:
    monday = said.today - timedelta(days=said.today.weekday() - 7 * int(said.get("weeks")))
    return Days(monday, min(said.today, monday + timedelta(days=6)))


def _weekday_of_week(said: Said) -> Days | Refusal:
    week, day = map(int, said.get("weekday-of-week").split())
    return _on(said.today + timedelta(days=day - said.today.weekday() + 7 * week), said.today)


def _on(day: date, today: date) -> Days | Refusal:
    return Days(day, day) if day <= today else Refusal(Reason.FUTURE)


def _weekday(said: Said) -> Days | Refusal:
    """The latest such weekday before today; today's own name may also mean a week ago."""
    back = (said.today.weekday() - int(said.get("weekday"))) % 7
    return Days(said.today - timedelta(days=back or 7), said.today - timedelta(days=back))


def _last_weekday(said: Said) -> Days | Refusal:
    """Last Friday: the latest one before today, or the one of last week."""
    today, weekday = said.today, int(said.get("weekday"))
    latest = today - timedelta(days=(today.weekday() - weekday) % 7 or 7)
    of_week = today - timedelta(days=today.weekday() + 7 - weekday)
    return Days(min(latest, of_week), max(latest, of_week))


def _this_weekday(said: Said) -> Days | Refusal:
    monday = said.today - timedelta(days=said.today.weekday())
    return _on(monday + timedelta(days=int(said.get("weekday"))), said.today)


def _weekend(said: Said) -> Days | Refusal:
    """The last weekend that has begun; on a Monday to Friday also the one before it."""
    sunday = said.today - timedelta(days=said.today.weekday() + 1)
    return Days(sunday - timedelta(days=8), min(said.today, sunday + timedelta(days=7)))


def _last(said: Said) -> Days | Refusal:
    """Last March, last spring: the latest one, or the one of last year."""
    latest = calendar_days(said)
    if isinstance(latest, Refusal):
        return latest
    rest = Said(tuple(t for t in said.tokens if t.kind != "within"), said.today)
    before = calendar_days(Said((*rest.tokens, _LAST_YEAR), said.today))
    if isinstance(before, Refusal):
        return before
    return Days(min(before.start, latest.start), max(before.end, latest.end))


def _month(said: Said) -> Days | Refusal:
    """A month by its whole name; the short one may be a person's."""
    return NO_ANSWER if said.get("month").startswith("0") else calendar_days(said)


_YEARS = words({"years": SPAN_WORDS["years"]})
_LAST_YEAR, _THIS_YEAR = _YEARS["last year"], _YEARS["this year"]


def _this(said: Said) -> Days | Refusal:
    rest = tuple(token for token in said.tokens if token.kind != "this")
    return calendar_days(Said((*rest, _THIS_YEAR), said.today))


def _year(said: Said) -> Days | Refusal:
    """98年 and 2009年 are years, 三年 is three years ago, and 15年 may be either."""
    number = said.numbers[0]
    year = year_of(number, said.today)
    if year is not None and (number.lo > 999 or number.text[0] in "0零" or _called(number.text)):
        return days_of(year, None, None, said.today)
    two_digits = year is not None and number.text not in _PAIRS
    return Refusal(Reason.AMBIGUOUS) if two_digits else ago(said)


def _called(text: str) -> bool:
    """Whether digits called out one by one can only be a year: 九八, not 一二."""
    return text[0] in "五六七八九56789" and not text.endswith("十") and text[1:] > ""


def _year_named(said: Said) -> Days | Refusal:
    """Year 2008."""
    year = year_of(said.numbers[0], said.today)
    if said.get("unit") != "year" or year is None or said.numbers[0].lo < 1000:
        return NO_ANSWER
    return days_of(year, None, None, said.today)


_PAIRS = {"一两", "一二", "两三", "二三", "三四", "四五", "三五", "五六", "六七", "七八", "八九"}
"""Rising pairs: a bare 五六年 is five or six years, and no year of the century."""


def _part_of_this(said: Said) -> Days | Refusal:
    """The beginning of the year."""
    if said.get("unit") not in {"", "year"}:
        return NO_ANSWER
    return calendar_days(Said((*said.tokens, _THIS_YEAR), said.today))


def _stretch(said: Said) -> Days | Refusal:
    """大半年, 一年半载: idioms that name their own span of months."""
    shortest, longest = map(Fraction, said.get("stretch").split())
    return between(said.today, Lapse(longest), Lapse(shortest))


def _now(said: Said) -> Days | Refusal:
    return Days(said.today, said.today)


def _just(said: Said) -> Days | Refusal:
    """Just stopped: some day of the last month."""
    return between(said.today, UNITS["month"], Lapse())


def _refuse(reason: Reason) -> Form[Days]:
    return lambda said: Refusal(reason)


def _about(form: Form[Days]) -> Callable[[Said], Days | Refusal]:
    """A form whose days are widened where the person said about."""

    def read(said: Said) -> Days | Refusal:
        days = form(said)
        if isinstance(days, Refusal) or not said.all("about"):
            return days
        return widen(days, said.today)

    return read


_NAMED: Rows[Days] = [
    ("month", _month),
    *DATES,
    *SPANS,
    ("day daypart? lasted?", _day),
    ("weeks lasted?", _week),
    ("weekday-of-week lasted", _weekday_of_week),
    ("years|months lasted", calendar_days),
    ("years|months? n yue part? lasted", calendar_days),
    ("years? n nian? n yue n ri lasted", calendar_days),
    ("weekday-of-week daypart?", _weekday_of_week),
    ("weekday daypart?", _weekday),
    ("within weekday", _last_weekday),
    ("this weekday", _this_weekday),
    ("weekend", _weekend),
    ("within month|season", _last),
    ("this month n|ordinal?", _this),
    ("this season", _this),
    ("this figures", figures),
]
_GRAMMAR: Grammar[Days] = Grammar(
    _WORDS,
    [
        *((f"about? {row} about?", _about(form)) for row, form in _NAMED),
        ("n nian", _year),
        ("unit n", _year_named),
        ("part unit|yearword", _part_of_this),
        ("stretch ago|before?", _stretch),
        *AGO,
        ("lasted about? n more? unit|unitmore|unithalf|nian half|more? ago? about?", ago),
        ("lasted about? half unit|nian|unitmore more? ago? about?", ago),
        ("now", _now),
        ("just", _just),
        ("day just", _day),
        ("weeks just", _week),
        ("months just", calendar_days),
        ("vague|within", _refuse(Reason.VAGUE)),
        ("many? unit|nian ago|before", _refuse(Reason.VAGUE)),
        ("many unit|nian", _refuse(Reason.VAGUE)),
        ("years|within|this? lunar lunar? n? yue|ri? daypart?", _refuse(Reason.AMBIGUOUS)),
        ("n nian|yue? lunar n?", _refuse(Reason.AMBIGUOUS)),
        ("n mpart n", _refuse(Reason.AMBIGUOUS)),
        ("lunar n yue? n|lunar? ri?", _refuse(Reason.AMBIGUOUS)),
        ("years lunar n|lunar? ri?", _refuse(Reason.AMBIGUOUS)),
        ("future n? daypart?", _refuse(Reason.FUTURE)),
    ],
    ("figures", NUMERIC),
)


def read_when(text: str, today: date) -> Days | Refusal:
    """The past days a text can mean, as an answer to "when was the last time".

    Refused are days to come (`future`), lunar ones and dates that turn into others when day and
    month change places (`ambiguous`), "long ago" (`vague`) and days no calendar has (`impossible`).
    """
    return read_clauses(text, _GRAMMAR, _SPOILS, today)
