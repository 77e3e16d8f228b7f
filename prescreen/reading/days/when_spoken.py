"""Ways to say a time that are one word away from a plainer one."""

from __future__ import annotations

import re

from prescreen.reading.clauses.text import LONGEST

_SINCE_THEN = re.compile(
    r"(?<=day|eek|ght|nth|ear|ays|eks|hts|ths|ars|yrs) since(?: then| that| it| (?:(?:i|"
    r"we) )?(?:(?:last )?(?:had|got|"
    r"took|stopped|finished) (?:it|one|them|that)|(?:my|the) last(?: one| time| dose| drip|"
    r" infusion| shot| pill|"
    r" tablet| treatment)?(?: i (?:had|took|got))?))?(?=[.! ]*$)",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|spring|summer|autumn|winter"
)
_SPOKEN = (
    (_SINCE_THEN, " ago"),
    (
        re.compile(r"^only (?=(?:last|yesterday|this|today|on|in)\b|.* ago[.! ]*$)", re.IGNORECASE),
        "",
    ),
    (re.compile(r"(?<![\d.])(\d{1,2}) (?:and|&) (?:a )?half (?=[ymw])", re.IGNORECASE), r"\1.5 "),
    (re.compile(rf"\b({_MONTH}) time\b(?! ago)", re.IGNORECASE), r"about \1"),
    (
        re.compile(
            r"\bover (?=the (?:summer|winter|spring|autumn|weekend)\b|christmas|xmas|new year)",
            re.IGNORECASE,
        ),
        "",
    ),
)
"""It's been five months since; 2 and a half years; August time; over the summer."""


def spelled_out(text: str) -> str:
    """A text with its time said in the plainer way."""
    for form, plain in _SPOKEN if len(text) <= LONGEST else ():
        text = form.sub(plain, text)
    return text
