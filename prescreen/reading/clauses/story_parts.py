"""The parts of an answer with a story around it: finer than clauses, and cut at what joins them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from prescreen.reading.clauses.rest_words import CONTRAST, LAST_TIME
from prescreen.reading.clauses.text import LONGEST_ANSWER, normalise

BARE_NAME = re.compile(
    "[^\\x00-\\x7f了过着的得是在有没无不就都也还很挺特真太被给去来好坏高低差重疼痛停换我你他她"
    "时候年月日天周前后次回针瓶岁院科几两一二三四五六七八九十半]{2,8}"
)
"""A bare name of something; behind a deed it is what was done: 打过 某药 is 打过某药."""
_GAP = re.compile(
    rf"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fffA-Za-z0-9])"
    rf"(?!(?<=过 ){BARE_NAME.pattern}(?:$|[,，。]))|"
    r"(?<=[\dg]) +(?=[\u4e00-\u9fff]{3})"
)
"""A space in Chinese, which is a comma in a hurry."""
_STOPS = (
    r"[。!;！；\n?？()]+|[,，、](?:(?<!\d.)|(?!\d))|\.(?:\.+|(?<=[a-z\d)]\.)(?=\s|$))| (?:(?:so|"
    r"because|cause|bc|cos|cuz|coz|and then) |-+ (?=[a-z])|and (?=(?:already|feel|feeling|i|i'm|"
    r"i've|my|it|they|we|now|still|then|doctor|another|the|finished|stopped|ended|quit|got)\b)|"
    r"(?<=\d'\d )and (?=\d)|(?=(?:because of|due to|thanks to|down from|up from) )|"
    r"(?=now (?:it's|its|i'm|im|on|taking) [a-z])|(?=now (?:(?:i'm|at|on|it's|about|down to|"
    r"up to) ){0,2}\d)|"
    r"(?=since )(?<!years )(?<!months )(?<!weeks )(?<!on it )(?<!taking it )|(?<=ago )(?=(?:in|at|"
    r"on|with|during|from) )|"
    r"(?=(?:at|on|in|with|from|by|for) (?:the|my|a|our|this|all|breakfast|lunch|dinner|food)\b)|"
    r"(?=(?:i am|i'm) )(?<!when )(?<!if )(?<!that )(?<!think )(?<!so )(?<!and )(?<!but )(?<!now )|"
    rf"(?=(?:{LAST_TIME})\b)(?<!the )(?<!my )|"
    r"(?<=^yes )|(?<=^yep )|(?<=^yeah )|(?<=^yup )|(?<=^aye )|(?<=^nope )|(?<=^nah )|"
    r"(?<=^no )(?=(?:i|im|only|just|all|everything|i'm|i've|it|my|we|"
    r"they|never|not|that's)\b))"
)
"""Stops, and spaces between two statements."""
_BREAK = re.compile(_STOPS)
_BREAK_HAN = re.compile(
    rf"{_STOPS}|因为|所以|然后|后来|"
    r"(?<=[斤磅岁])(?=太|有点|偏|很|风|比)|(?<=岁)(?=有|得|患|查)|(?<=岁)的(?=[\u4e00-\u9fff])|"
    r"(?<=了)(?=我|就没|不用)|(?<=[克片粒颗])(?=已经|医生|大夫|吃了)|(?<=[克片粒颗斤磅岁g])(?=现在|"
    r"目前|如今)|(?<=[了过的性多])(?=现在|目前|这[次回]|最近一次|最后一次|医生|大夫|得这个病|已经)|"
    r"(?<=[\u4e00-\u9fff\d])(?=体重)|(?<=^[是对][啊的呀])|(?<=^[有没][啊呀呢])|"
    r"(?<=[\u4e00-\u9fff])(?=也没)"
)
_WHEN = re.compile(r" (?=(?:when|while) (?:i|my|the|they|we|it) [a-z])")
"""What happened then, after a time."""
_HOW = re.compile(r" (?=(?:by|after|without) )")
ADVERBIAL = re.compile(
    r"(?:since|because of|due to|thanks to|down from|up from|without|after|(?:all )?at|on|in|with|"
    r"from|by|"
    r"for|when|after|while|before) "
)
"""Words that lead on to where, when or why something was."""
_BUT = re.compile(CONTRAST)
_EDGES = " .,:;\"'()~，。"


_CLAUSE = re.compile(
    r"(?:i|they|we|it|you)(?:'[a-z]+)? [a-z]+|(?:only|just) [a-z]+|[就只][吃打用做有].+|"
    r".*[了过着呢]$"
)


def with_stops(text: str) -> str:
    """A text with a stop at each space between two statements in Chinese."""
    return _GAP.sub("，", text.strip()) if len(text) <= 4 * LONGEST_ANSWER else text


@dataclass(frozen=True, slots=True)
class Part:
    """One statement of a text, and whether a "but" or an "and" stands before it."""

    text: str
    but: bool = False
    joined: bool = False

    @property
    def short(self) -> bool:
        """Whether it is too short to say something by itself; it belongs to what it stands by."""
        if _CLAUSE.match(self.text):
            return False
        return len(re.sub(r"[\x00-\x7f]", "", self.text)) < 5 and self.text.count(" ") < 2


_JOINED = re.compile(r"and |和|跟|与|及")
_LEAD = re.compile(r"^(?:so|and|then|because|well|um|uh|oh|yes well) ")


def parts(text: str, *, occasions: bool = False, plain: str = "") -> list[Part]:
    """The statements of a text: its clauses, cut at words that join two of them too.

    `plain` is the text normalised, where that is known.
    """
    if len(text) > 4 * LONGEST_ANSWER:
        return []
    if not plain or _GAP.search(text):
        plain = normalise(with_stops(text)) or ""
    found: list[Part] = []
    plain = (_WHEN if occasions else _HOW).sub(",", plain)
    for clause in (_BREAK if plain.isascii() else _BREAK_HAN).split(plain):
        for at, piece in enumerate(_BUT.split(clause)):
            if bare := piece.strip(_EDGES):
                found.append(Part(_LEAD.sub("", bare), at > 0, bool(_JOINED.match(bare))))
    return found


def occasion(text: str) -> bool:
    """Whether a text tells where or on what occasion something was."""
    return any(ADVERBIAL.match(part.text) for part in parts(text, occasions=True)[1:])
