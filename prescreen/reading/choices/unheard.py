"""How much of a text none of the lists of words knows: it may name another drug or thing."""

from __future__ import annotations

import re
from functools import cache

from prescreen.reading.amounts.dose_words import DOSE_WORDS
from prescreen.reading.choices.choice_words import CHOICE_WORDS, LOOSE_WORDS
from prescreen.reading.clauses.lexicon import IGNORED, UNKNOWN_WORD, Lexicon, Token, words
from prescreen.reading.clauses.rests import HARMLESS_WORDS
from prescreen.reading.days.when_words import WHEN_WORDS
from prescreen.reading.polarity.fact_words import FACT_WORDS
from prescreen.reading.polarity.polarity_words import POLARITY_WORDS

_IDLE = (
    "each|every|single|take|takes|took|taking|taken|last|first|only|just|with|without|after|before|"
    "breakfast|dinner|lunch|food|meals|week|weeks|month|months|year|years|day|days|night|nights|"
    "morning|mornings|evening|for|of|at|on|in|to|about|around|my|me|mine|and|or|but|so|then|now|"
    "today|still|been|being|be|is|was|were|are|am|it's|they|he|she|who|which|when|while|because|"
    "since|until|till|from|by|low|high|dose|small|big|pill|pills|tablet|tablets|test|tests|result|"
    "results|report|says|said|showed|shows|came|come|back|down|up|off|out|doctor|doctors|doc|"
    "gp|consultant|specialist|professor|主任|专家|教授|"
    "hospital|clinic|here|there|time|times|long|good|bad|fine|done|got|gave|given|put|started|"
    "start|no|not|never|none|nil|ever|饭前|饭后|空腹|早饭|午饭|晚饭|吃完饭|吃了饭|吃饭|饭|完|办|治|"
    "医院|门诊|大夫|医生|这边|那边|单子|报告|结果|复查|检查|化验|显示|写|写着|说|给|让|开|吃|服|用|"
    "打|输|挂|做|查|测|停|换|减|加|到|成|从|把|被|在|着|了|过|的|得|地|这|那|它|都|也|又|再|还|就|"
    "才|只|很|太|挺|最|已|已经|上|下|里|外|前|后|早|晚|天|日|周|月|年|次|回|片|粒|颗|一直|长期|"
    "老早|好久|固定|按时|雷打不动|不敢|没|不|有|是"
)


_SPECIALIST = re.compile(r"\b[a-z]+ologists?\b")


@cache
def _known() -> Lexicon:
    plain = dict.fromkeys(_IDLE.split("|"), Token(IGNORED))
    spoken = dict.fromkeys(HARMLESS_WORDS, Token(IGNORED))
    return Lexicon(
        lambda: {
            **plain,
            **spoken,
            **LOOSE_WORDS,
            **CHOICE_WORDS,
            **words(POLARITY_WORDS),
            **words(FACT_WORDS),
            **words(WHEN_WORDS),
            **words(DOSE_WORDS),
        }
    )


def unheard(rest: str) -> int:
    """How many Latin words and how many Chinese characters of a text are known to nobody."""
    rest = _SPECIALIST.sub("doctor", rest.replace("~", " "))
    pieces = _known().pieces(rest)
    return sum(
        1
        for token, start, end in pieces
        if token.kind == UNKNOWN_WORD and any(char.isalnum() for char in rest[start:end])
    )
