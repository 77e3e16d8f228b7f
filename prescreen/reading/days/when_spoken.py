"""Ways to say a time that are one word away from a plainer one."""

from __future__ import annotations

import re
from functools import cache

from prescreen.reading.clauses.text import LONGEST_ANSWER
from prescreen.reading.days.when_words import LAST_NOUNS

_SINCE_THEN = re.compile(
    r"(?<=day|eek|ght|nth|ear|ays|eks|hts|ths|ars|yrs) since(?: then| that| it| (?:(?:i|"
    r"we) )?(?:(?:last )?(?:had|got|"
    r"took|stopped|finished) (?:it|one|them|that)|(?:my|the) last(?: one| time| dose| drip|"
    r" infusion| shot| pill|"
    r" tablet| treatment)?(?: i (?:had|took|got))?))?(?=[.! ]*$)",
    re.IGNORECASE,
)
_DAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SEASONS = "spring|summer|autumn|winter"
_MONTH = (
    r"(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|"
    rf"{_SEASONS}"
)
_CLOCK = re.compile(
    r"(?<=[早晚日号號天上午晨夜里裡間间])(?:差不多|大概|大约|大約|快)?(?:\d{1,2}|"
    r"[一二两兩三四五六七八九十]{1,3})(?::\d\d|[点點](?:多|半|钟|鐘|左右|整|来钟|過|过|\d{1,2}分?|"
    r"[一二三四五]?十[一二三四五六七八九]?分?){0,3})(?=$|[,，。!！的打吃做用输挂停就才刚])"
)
"""下午三点多: the hour, which is no part of a day."""
_SPOKEN = (
    (_SINCE_THEN, " ago"),
    (_CLOCK, ""),
    (re.compile("(?<=[今昨][天早晚日])也(?=[打吃用做服输挂])"), ""),
    (
        re.compile(
            r"\bsome (?=(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
            r"[a-z]+teen|twenty|thirty|forty|fifty)\b)",
            re.IGNORECASE,
        ),
        "about ",
    ),
    (
        re.compile(r"^only (?=(?:last|yesterday|this|today|on|in)\b|.* ago[.! ]*$)", re.IGNORECASE),
        "",
    ),
    (re.compile(r"(?<![\d.])(\d{1,2}) (?:and|&) (?:a )?half (?=[ymw])", re.IGNORECASE), r"\1.5 "),
    (re.compile(rf"\b({_DAYS}) gone\b", re.IGNORECASE), r"last \1"),
    (
        re.compile(
            rf"\b(?:(?:two|2) (?P<s>{_SEASONS})s ago|(?:the )?(?P<b>{_SEASONS}) before last)\b",
            re.IGNORECASE,
        ),
        r"\g<s>\g<b> beforelast",
    ),
    (
        re.compile(
            rf"\b({_MONTH}),? (?:i think|i believe|maybe|probably|perhaps|possibly) (?:it was )?"
            r"(?:on )?(?:the )?(\d{1,2}(?:st|nd|rd|th)?)(?=[.! ]*$)",
            re.IGNORECASE,
        ),
        r"about \1 \2",
    ),
    (re.compile(rf"\b({_MONTH}) time\b(?! ago)", re.IGNORECASE), r"about \1"),
    (
        re.compile(
            r"\bover (?=the (?:summer|winter|spring|autumn|weekend)\b|christmas|xmas|new year)",
            re.IGNORECASE,
        ),
        "",
    ),
)
"""It's been five months since; 2 and a half years; August time; over the summer; Friday gone."""


def spelled_out(text: str) -> str:
    """A text with its time said in the plainer way."""
    for form, plain in _SPOKEN if len(text) <= LONGEST_ANSWER else ():
        text = form.sub(plain, text)
    return text


_LAST = re.compile(r"\b(?:last|recent)\b", re.IGNORECASE)


def without_last(text: str, asked: tuple[str, ...]) -> str:
    """A text without "last" before what is asked about, of which the last time is asked for."""
    things = _things(asked) if len(text) <= LONGEST_ANSWER and _LAST.search(text) else None
    return things.sub(r"\1", text) if things else text


@cache
def _things(asked: tuple[str, ...]) -> re.Pattern[str] | None:
    said = "|".join(re.escape(each) for each in asked if each.isascii())
    last = rf"(?:(?:my|the) )?(?:very )?(?:last|most recent) ({said})(?: (?:{LAST_NOUNS}))?\b"
    last = rf"(?<!second )(?<!third )(?<!2nd )(?<!3rd )(?<!next to )\b{last}"
    return re.compile(last, re.IGNORECASE) if said else None
