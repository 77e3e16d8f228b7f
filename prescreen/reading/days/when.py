"""Past days: a date, or how long ago, as the set of days it can mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from prescreen.reading.clauses.answer import read_clauses
from prescreen.reading.clauses.grammar import NO_ANSWER, Form, FormTable, Grammar, Said, naming
from prescreen.reading.clauses.lexicon import words
from prescreen.reading.clauses.rests import Care, asks
from prescreen.reading.clauses.story_parts import parts
from prescreen.reading.clauses.text import LONGEST_ANSWER, normalise
from prescreen.reading.days import past
from prescreen.reading.days.ago import AGO, COUNTS, ago, compound
from prescreen.reading.days.dates import DATES, SPANS, calendar_days, figures, of_one_year
from prescreen.reading.days.days import full_year
from prescreen.reading.days.endings import BORN, UP_TO, ends
from prescreen.reading.days.holidays import HOLIDAY_WORDS, HOLIDAYS
from prescreen.reading.days.lapse import widen
from prescreen.reading.days.numeric_dates import NUMERIC
from prescreen.reading.days.weeks import WEEKS
from prescreen.reading.days.when_beside import (
    BESIDE_DAY,
    FIRST_ONE,
    HOW_OFTEN,
    IN_A_ROW,
    before_scene,
)
from prescreen.reading.days.when_fold import folded
from prescreen.reading.days.when_spoken import spelled_out, without_last
from prescreen.reading.days.when_words import WHEN_WORDS
from prescreen.values import Days, Offer, Reason, Refusal

_OR = re.compile(
    r" or | to |还是|或者是?|或是?|到|至|(?<=\d)[-~](?=\d)|(?<=[底末尾])(?=\S{1,3}月初)"
)
_AROUND_OR = re.compile(r"^(?:from |either |从)|之间$")
_BETWEEN = re.compile(r"^between (.+) and (.+)$")
_CARE = Care(event=True, beside=BESIDE_DAY)


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


_NAMED: FormTable[Days] = [
    ("ypart", past.half_of_this),
    ("month", past.month),
    *DATES,
    *SPANS,
    *WEEKS,
    ("day daypart? lasted|treated?", past.day),
    ("years|months lasted|treated", calendar_days),
    ("years|months? n yue part? lasted|treated", calendar_days),
    ("years? n nian? n yue n ri? lasted|treated", calendar_days),
    ("coming n unit month", past.years_by),
    ("month|season gone", past.gone),
    ("within month|season", past.last),
    ("season beforelast", past.before_last),
    ("this month n|ordinal?", past.this),
    ("this season", past.this),
    ("this figures", figures),
]
_LENGTH = "unit|unitmore|unithalf|nian"
_HEDGED = "about|nearly|over|slightly?"
_GRAMMAR: Grammar[Days] = Grammar(
    lambda: words(WHEN_WORDS) | dict(COUNTS) | words(HOLIDAY_WORDS),
    [
        *((f"about? {row} about?", _about(form)) for row, form in _NAMED),
        ("n nian", past.year),
        ("about? n nian about", _about(past.year)),
        ("about n nian", _about(past.year)),
        ("n nian deedof", past.year_of_deed),
        ("n unit ago day", past.to_the_day),
        ("daypart just", past.now),
        ("ordinal unit of? month|months n?", past.week_of_month),
        ("ordinal unit of? n yue", past.week_of_month),
        ("n unit|nian ago month", past.month_of_year_ago),
        ("n unit|nian ago n yue", past.month_of_year_ago),
        ("n nian before about?", past.before),
        ("before years|months|n|month|figures", _refuse(Reason.VAGUE)),
        ("before n nian n? yue?", _refuse(Reason.VAGUE)),
        ("n nian n yue before", _refuse(Reason.VAGUE)),
        ("years|months|month|figures before", _refuse(Reason.VAGUE)),
        ("years? n yue before|ago", _refuse(Reason.AMBIGUOUS)),
        (
            "treated|for about? n more? unit|unitmore|unithalf|nian half|more? ago? about?",
            past.treated,
        ),
        ("treated|for about? half unit|nian|unitmore more? ago? about?", past.treated),
        (f"treated for about? n|half more? {_LENGTH} half? about?", past.treated),
        ("for about? n unit? to n unit about?", past.treated),
        ("unit n", past.year_named),
        ("part unit|yearword", past.part_of_this),
        ("about|nearly? stretch ago|before? about?", past.stretch),
        *AGO,
        *HOLIDAYS,
        ("years sametime", past.same_time),
        ("sametime years", past.same_time),
        ("years|months day", past.anniversary),
        ("at n|half more? unit", _refuse(Reason.FUTURE)),
        (f"lasted {_HEDGED} n more? unit|unitmore|unithalf|nian half|more? ago? about?", ago),
        ("lasted about? n unit|nian and? n unit ago? about?", compound),
        (f"lasted {_HEDGED} half unit|nian|unitmore more? ago? about?", ago),
        ("now", past.now),
        ("just", past.just),
        ("just about? n more? unit|unitmore|unithalf about?", past.just_ago),
        ("within n unit|nian ago about?", ago),
        ("about? figures ri about?", past.point_day),
        ("figures daypart|unit", past.at_night),
        ("months|years? n? yue? n ri n ri", past.in_a_row),
        ("about? n to n yue about?", past.months),
        ("vague|within", _refuse(Reason.VAGUE)),
        ("more|many? unit|nian ago|before", _refuse(Reason.VAGUE)),
        ("many unit|nian", _refuse(Reason.VAGUE)),
        ("years|within|this? lunar lunar? n? yue|ri? daypart?", _refuse(Reason.AMBIGUOUS)),
        ("n nian|yue? lunar n?", _refuse(Reason.AMBIGUOUS)),
        ("n mpart n", _refuse(Reason.AMBIGUOUS)),
        ("lunar n yue? n|lunar? ri?", _refuse(Reason.AMBIGUOUS)),
        ("years lunar n|lunar? ri?", _refuse(Reason.AMBIGUOUS)),
        ("future n? yue? n? ri? daypart?", _refuse(Reason.FUTURE)),
    ],
    ("figures", NUMERIC),
    fold=folded,
)


_BARE_YEARS = r"(?:[12]\d|[二三]?十[一二三四五六七八九]?)年"
_YEARS_OR_AGO = re.compile(rf"{_BARE_YEARS}(?:或者?|还是|要么){_BARE_YEARS}[吧的]?")
"""19年或20年, which are years or so many years ago."""
_SHORT_YEAR = re.compile(r"(?<=[A-Za-z.,]) ?['’](\d\d)(?!\d)")
"""May '26."""


def read_when(text: str, today: date, asked: Sequence[str] = ()) -> Days | Offer[Days] | Refusal:
    """The past days a text can mean, as an answer to "when was the last time".

    Refused are days to come (`future`), lunar ones and dates that turn into others when day and
    month change places (`ambiguous`), "long ago" (`vague`) and days no calendar has (`impossible`).
    """
    if len(text) > 4 * LONGEST_ANSWER:
        return NO_ANSWER
    if BORN.fullmatch(text.strip()) or IN_A_ROW.fullmatch(text.strip()):
        return Refusal(Reason.AMBIGUOUS)
    text = _A_SINGLE.sub("a ", text)
    text = _ONE_OF_TWO.sub(r"\1或者\2", text)
    text = _SHORT_YEAR.sub(lambda said: f" {full_year(said[1], today)}", text)
    text = without_last(spelled_out(text), tuple(asked))
    plain = normalise(text) or ""
    if _YEARS_OR_AGO.fullmatch(plain):
        return Refusal(Reason.AMBIGUOUS)
    if HOW_OFTEN.search(plain) or (FIRST_ONE.search(plain) and not _LAST.search(plain)):
        return NO_ANSWER
    found = read_clauses(text, naming(_GRAMMAR, asked, "treated"), today, _CARE)
    if found == NO_ANSWER:
        plain = plain.strip(" .。!")
        found = _one_or_other(plain, today)
        if found == NO_ANSWER:
            found = _narrowed(text, plain, today)
        return _ended(plain, today) if found == NO_ANSWER else found
    return found


_ONE_OF_TWO = re.compile(r"^不是(.{1,8}?)[,，]?就是(.{1,8}?)(?:吧|的)?$")
"""不是四月就是五月: one of them."""
_A_SINGLE = re.compile(r"^(?=(?:week|fortnight|month|year) (?:ago|back)\b)", re.IGNORECASE)
_LAST = re.compile(r"\b(?:last|latest|recent)\b")
_LAST_OF = re.compile(
    r"^.{0,60}?\b(?:my|the) (?:last|latest|most recent) (?!(?:day|week|month|year|"
    r"part)\b)[a-z ]{1,25}? (?=\S)"
)


def _last_of(plain: str, today: date) -> Offer[Days] | Refusal:
    """My last visit was in October: the time at the end, whatever it was the last of."""
    last = _LAST_OF.match(plain) if _LAST.search(plain) else None
    if last and not asks(plain):
        for at in range(last.end(), len(plain)):
            if plain[at - 1] == " " and (days := _GRAMMAR.whole(plain[at:], today)):
                return Offer(days)
    return NO_ANSWER


def _ended(plain: str, today: date) -> Offer[Days] | Refusal:
    """A time, and a story of the end then; offered."""
    if plain.isascii():
        return _last_of(plain, today)
    up_to = UP_TO.match(plain)
    told = before_scene(plain) or (up_to[1] if up_to else "")
    if told and (days := _GRAMMAR.whole(told, today)):
        return Offer(days)
    for at in cuts(plain):
        if ends(plain[:at], plain[at:]) and (days := _GRAMMAR.whole(plain[:at], today)):
            return Offer(days)
    return NO_ANSWER


_TIME = re.compile(
    r"[年月天周日号前昨今去]|星期|礼拜|\d{4}|\b(?:ago|last|years?|months?|weeks?|days?|yesterday|"
    r"in|this|since|back|now|for)\b"
)


def cuts(clause: str) -> Iterator[int]:
    """Where a clause may be cut into a time and something else; nowhere if no time is in it."""
    if _TIME.search(clause):
        yield from (
            at
            for at in range(1, len(clause))
            if not (clause[at - 1].isascii() and clause[at - 1].isalpha() and clause[at].isalpha())
        )


def _one_or_other(plain: str, today: date) -> Days | Refusal:
    """2020 or 2021, 四月到五月: both; 三月到六月 may be how long it went on, and is `ambiguous`."""
    between = _BETWEEN.match(plain)
    halves = between.groups() if between else _OR.split(_AROUND_OR.sub("", plain))
    if len(halves) != 2:
        return NO_ANSWER
    if any(isinstance(_GRAMMAR.read(half.strip(), today), Refusal) for half in halves):
        return NO_ANSWER
    one, other = (_GRAMMAR.read(half, today) for half in of_one_year(*halves))
    if isinstance(one, Refusal) or isinstance(other, Refusal):
        return NO_ANSWER
    if one.start > other.start and not _EITHER.search(plain):
        return NO_ANSWER
    apart = (other.start - one.end).days > 1 or plain.startswith(("from ", "从"))
    if apart and not _SOME_DAY.search(plain):
        return Refusal(Reason.AMBIGUOUS)
    return Days(min(one.start, other.start), max(one.end, other.end))


def _narrowed(text: str, plain: str, today: date) -> Offer[Days] | Refusal:
    """2022年冬天，12月份: a time, and a narrower one in it."""
    said = [part.text for part in parts(text, plain=plain)]
    if len(said) != 2 or asks(plain):
        return NO_ANSWER
    one, other = (_GRAMMAR.read(each, today) for each in of_one_year(*said))
    if isinstance(one, Refusal) or isinstance(other, Refusal):
        return NO_ANSWER
    inside = one.start <= other.start and other.end <= one.end
    return Offer(other) if inside else NO_ANSWER


_EITHER = re.compile(r" or |还是|或")
_SOME_DAY = re.compile(rf"{_EITHER.pattern}|^between |之间$")
