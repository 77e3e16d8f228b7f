"""An age that is named with a birthday, one to come too, or beside the sex as in a chart."""

from __future__ import annotations

import re
from collections.abc import Mapping

from prescreen.reading.clauses.text import normalise

_SEXED = re.compile(r"[mf]\s?/?\s?(\d\d)$|(\d\d)\s?/?\s?[mf]$")
"""F/31, 31M: sex and age, as in a chart."""
_BIRTHDAY = re.compile(
    r"^(?:i|我|今年|上个?(?:周|月|星期|礼拜)|前几?天|昨天|刚刚?|才|just|just had|had|"
    r" )*(?:过完?了?|过的)(?P<n>[\d一二三四五六七八九十]{1,3})岁?(?:的?大寿|的?生日)(?:了|呢)?$|"
    r"^(?:i |i've )?(?:just )?(?:turned|had my|celebrated my) (?P<m>\d\d|"
    r"[a-z]+(?:[- ][a-z]+)?)(?:st|nd|rd|th)?(?: birthday)?(?: (?:in|on|this|last (?:week|month)|"
    r"yesterday|today|recently)(?: [a-z]+)?)?$"
)
"""The birthday that has just been, or that of this year."""

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_COMING = (
    *(f"in {month}" for month in _MONTHS),
    *(f"next {month}" for month in _MONTHS),
    *(f"come {month}" for month in _MONTHS),
    *(f"in {many} {unit}" for many in ("a", "one", "two", "three", "a few", "a couple of",
      "2", "3", "4", "5", "6") for unit in ("day", "days", "week", "weeks", "month", "months")),
    *(f"{lead} {when}" for lead in ("in the", "come", "this coming", "in") for when in (
      "spring", "summer", "fall", "autumn", "winter", "new year")),
    *(f"{lead} {day}" for lead in ("on", "at", "by") for day in (
      "christmas", "christmas day", "christmas eve", "new year", "new year's", "easter",
      "my next birthday", "my birthday")),
    "next month", "next week", "next birthday", "on my next birthday", "soon", "tomorrow",
    "very soon", "any day now", "at my next birthday", "at the end of the month",
)  # fmt: skip
COMING_WORDS: Mapping[str, str] = {
    "be": "be",
    "come": "will be|i will be|i'll be|ill be|turning|i'm turning|about to turn|i'm about to turn|"
    "i turn|turn|turns|going to be|i'm going to be|gonna be|will turn|i'll turn|i'm gonna be|"
    "about to be|due to turn|就满|才满|就到|要满|该满|就要满|满|才到|就是|就要到|就该|就|要到|才",
    "ahead": "|".join(_COMING)
    + "|下个月|下月|下周|下个星期|下礼拜|下个礼拜|月底|过几天|过两天|过些天|再过几天|再过两个月|"
    "再过一个月|过两个月|过一个月|再过几个月|过几个月|下个月生日|下月生日|下周生日|再有两个月|"
    "再有一个月|再有几个月|再有半年|再有几天|下月就|下个月就|"
    "还差一个月|还差两个月|还差几个月|差一个月|差两个月|差三个月|差几个月|差几天|还差几天|差一岁|"
    "还差一岁",
    "aheadyear": "明年|来年|next year",
}
"""What says that an age is reached on a birthday that is still to come."""
_YEARS_ILL = (
    r"(?:已经?|有|约|大概|差不多)*[\d一二两三四五六七八九十几半.]+[余多]?(?:年|"
    r"个?月)[余多半左右了]*"
)
_HISTORY = (
    rf"[,，。;； ]*(?:患?病史|病程|病龄){_YEARS_ILL}|(?<=岁)[了的]?[,，。;； ]+(?:确诊|发病|得病|"
    rf"患病|起病|病){_YEARS_ILL}$"
)
"""病史6年, as in a chart."""
BESIDE_BIRTHDAY = re.compile(
    rf"(?<=\w),? (?:as of |back |just )*(?:last (?:week|month|[a-z]+day|{'|'.join(_MONTHS)})|"
    rf"yesterday|the other day|back in (?:{'|'.join(_MONTHS)}))$|"
    r"\(?\b(?:a |the )?(?:mum|mom|mother|dad|father|mama|granny|grandma|grandad) (?:of|to) (?:a |"
    r"an )?[a-z\d]+(?: (?:girls?|boys?|kids|children))?\)?|(?:上个?月|上周|上个?星期|上个?礼拜|"
    r"前几天|前天|昨天|这个?月|\d+月|[\d一二两三四五六七八九十几]+(?:天|周|个?月|个?星期|"
    r"个?礼拜)前)(?:份)?(?=刚?满|才满|刚过|刚刚满)|[,，。 ]*(?:上个?月|上周|"
    r"前几天|昨天|今天|今年|已经?|刚刚?)*(?:才|刚)*过(?:的|了|完)+了?生日[了,，。 ]*|"
    r"[,，。 ]*(?:还没(?:有)?过生日|"
    r"生日(?:还没|没|未)(?:到|过)|生日(?:已经)?过了|没过生日)|"
    r"[,，。 ]*(?:我是?)?属[鼠牛虎兔龙蛇马羊猴鸡狗猪]的?[,，。 ]*|,? ?\bgod willing\b|"
    rf"{_HISTORY}|"
    r",? ?\b(?:i live|living|based) in [a-z]+(?= ?,|$)|,? ?\d'\d{1,2}\"?(?=,|$)|"
    r"[,，。 ]*[一二两三俩\d]个?(?:孩子|娃)的(?:妈妈?|爸爸?|母亲|父亲)[,， ]*"
)
"""A birthday that has just been or is still to come, and whose parent one is."""


def age_within(text: str) -> str:
    """The number that a text names as an age in one of these ways, or the empty text."""
    plain = normalise(text) or ""
    if sexed := _SEXED.match(plain):
        return sexed[1] or sexed[2]
    found = _BIRTHDAY.search(plain)
    return found["n"] or found["m"] if found else ""
