"""The words of the calendar in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from prescreen.reading.clauses.day_parts import DAY_PARTS
from prescreen.reading.clauses.english import ORDINAL

_MONTHS = (
    "january|jan|jan.",
    "february|feb|feb.",
    "march|mar|mar.",
    "april|apr|apr.",
    "may",
    "june|jun|jun.",
    "july|jul|jul.",
    "august|aug|aug.",
    "september|sept|sep|sept.|sep.",
    "october|oct|oct.",
    "november|nov|nov.",
    "december|dec|dec.",
)
_WEEKDAYS = (
    "monday|mon",
    "tuesday|tue|tues",
    "wednesday|wed",
    "thursday|thu|thur|thurs",
    "friday|fri",
    "saturday|sat",
    "sunday|sun",
)
_WEEK = "周|星期|礼拜"
_WEEKDAY_ENDS = ("一", "二", "三", "四", "五", "六", "日|天")
_WEEKS = {
    "0": "这|本|这个|这一|今|今个|这一个",
    "-1": "上|上个|上一|上一个",
    "-2": "上上|上上个|大上|大上个",
}
_ENGLISH_WEEKS = {
    "0": "this week|earlier this week",
    "-1": "last week|the week just gone|week just gone|the previous week|previous week",
    "-2": "the week before last|week before last",
}


def _span_words(prefixes: str) -> str:
    return "|".join(prefix + week for prefix in prefixes.split("|") for week in _WEEK.split("|"))


def _week_words(prefix: str = "") -> dict[str, str]:
    """周三 and its like, by weekday; a prefix such as 上个 stands before each."""
    return {
        str(day): "|".join(
            f"{prefix}{week}{end}{that}"
            for week in _WEEK.split("|")
            for end in ends.split("|")
            for that in ("", "那天", "那日")
        )
        for day, ends in enumerate(_WEEKDAY_ENDS)
    }


def _weekdays_of_weeks() -> dict[str, str]:
    """上周三 and its like; the meaning is the week and the weekday, as in "-1 2"."""
    return {
        f"{week} {day}": "|".join(_week_words(prefix)[day] for prefix in prefixes.split("|"))
        for week, prefixes in _WEEKS.items()
        for day in map(str, range(7))
    }


def _month_words() -> dict[str, str]:
    """Months by number; the number of a short form starts with 0, for "Jan" alone may be a name."""
    said: dict[str, str] = {}
    for n, spellings in enumerate(_MONTHS, start=1):
        whole, *short = spellings.split("|")
        said[str(n)] = f"{whole}|{whole} of"
        said[f"0{n}"] = "|".join([*short, *(f"{word} of" for word in short)])
    return {name: words for name, words in said.items() if words}


def _ordinals() -> dict[str, str]:
    said = {str(n): word for word, n in ORDINAL.items() if 0 < n <= 30}
    spelled: dict[str, str] = {}
    for day in range(1, 32):
        suffix = "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
        word = said.get(str(day)) or f"{('twenty', 'thirty')[day // 30]} {said[str(day % 10)]}"
        spelled[str(day)] = f"{day}{suffix}|{word}|{word.replace(' ', '-')}"
    return spelled


CALENDAR_WORDS: Mapping[str, str | Mapping[str, str]] = {
    "nian": {"year": "年|年份"},
    "yue": "月|月份",
    "ri": {"day": "日|号|日子|号那天|日那天|号那日"},
    "month": _month_words(),
    "weekday": {day: f"{said}|{_WEEKDAYS[int(day)]}" for day, said in _week_words().items()},
    "ordinal": _ordinals(),
    "slash": "/",
    "yearword": "year|the year|in the year",
}
"""Words that dates are made of: a month means its number, a weekday counts from Monday."""

SPAN_WORDS: Mapping[str, str | Mapping[str, str]] = {
    "years": {
        "0": "今年|本年|这一年|earlier this year|earlier in the year|this year|this yr",
        "-1": "去年|上一年|上年|旧年|last year|last yr|the year just gone|year just gone|"
        "the previous year|previous year",
        "-2": "前年|the year before last|year before last",
        "-3": "大前年",
    },
    "months": {
        "0": "这个月|本月|这月|当月|今个月|earlier this month|this month",
        "-1": "上个月|上月|上一个月|上个月份|last month|the month just gone|month just gone|"
        "the previous month|previous month",
        "-2": "上上个月|上上月|大上个月|大上月|the month before last|month before last",
    },
    "weeks": {week: f"{_span_words(said)}|{_ENGLISH_WEEKS[week]}" for week, said in _WEEKS.items()},
    "weekday-of-week": _weekdays_of_weeks(),
    "weekend": "上周末|周末|这周末|这个周末|上个周末|last weekend|the weekend|this weekend|weekend",
    "beforelast": "beforelast",
    "gone": "just gone|just past|just passed|just been",
    "day": {
        "0": "今天|今儿|今儿个|今日|今早|今晚|今晨|刚刚|刚才|today|earlier today|just now|"
        "this morning|tonight|"
        "this day",
        "-1": "昨天|昨个儿|夜个|夜个儿|昨日|昨晚|昨儿|昨夜|昨儿个|昨个|yesterday|last night|"
        "the day before",
        "-2": "前天|前个|前个儿|前日|前晚|前儿|前儿个|the day before yesterday|"
        "day before yesterday",
        "-3": "大前天|大前日|大前儿|大前儿个",
    },
    "daypart": "|".join(DAY_PARTS.values())
    + "|饭后|饭前|半夜|早上|上午|中午|下午|晚上|凌晨|一早|早晨|morning|afternoon|evening|night",
    "season": {
        "spring": "春天|春季|春|春天的时候|spring|springtime|the spring",
        "summer": "夏天|夏季|夏|夏天的时候|summer|summertime|the summer",
        "autumn": "秋天|秋季|秋|秋天的时候|autumn|fall|the autumn|the fall",
        "winter": "冬天|冬季|冬|冬天的时候|winter|wintertime|the winter",
        "first of spring": "开春|入春|刚开春|开春的时候|入春的时候|early spring",
        "first of summer": "入夏|刚入夏|入夏的时候|early summer",
        "first of autumn": "入秋|刚入秋|入秋的时候|early autumn|early fall",
        "first of winter": "入冬|刚入冬|入冬的时候|early winter",
    },
    "part": {
        "start": "初|上旬|开头|头上|头里|beginning of|the beginning of|start of|the start of",
        "early": "early|earlier|earlier in|early in",
        "mid": "中|中旬|中间|mid|mid-|middle of|the middle of",
        "late": "late|later|later in|late in",
        "end": "底|末|尾|下旬|end of|the end of",
        "first half": "the first half of|first half of",
        "second half": "the second half of|second half of",
    },
    "ypart": {
        "start": "年初|年头上|开年",
        "mid": "年中",
        "end": "年底|年末|年尾",
        "first half": "上半年",
        "fore": "前半年",
        "second half": "下半年|后半年",
    },
    "mpart": {
        "start": "月初|月上旬|月头|月头上",
        "mid": "月中|月中旬",
        "end": "月底|月末|月下旬|月尾",
        "first half": "上半月",
        "second half": "下半月",
    },
    "this": "this",
}
"""Words for spans seen from today: the number counts from this year, month, week or day."""
