"""Answers that decline to answer: not sure, and rather not say."""

from __future__ import annotations

import re

from prescreen.reading.clauses.answer import split
from prescreen.reading.clauses.lexicon import Lexicon, words
from prescreen.reading.clauses.text import normalise, wordless
from prescreen.reading.polarity.no_answer import COUNTED_UP, likely
from prescreen.reading.polarity.particulars import conditional
from prescreen.reading.polarity.yes_no import read_yes_no
from prescreen.values import Blank, Mood

_UNWILLING = (
    "不想",
    "不愿",
    "不愿意",
    "不方便",
    "不便",
    "不太方便",
    "不太想",
    "不太愿意",
    "不好意思",
)
_UNWILLING_EN = (
    "rather not",
    "sooner not",
    "prefer not to",
    "don't want to",
    "do not want to",
    "dont want to",
    "won't",
    "don't wish to",
    "do not wish to",
)
_PRIVATE = Lexicon(
    lambda: words(
        {
            "private": "|".join(
                f"{will}{verb}"
                for will in _UNWILLING
                for verb in ("说", "讲", "答", "回答", "透露", "谈", "提", "公开", "告诉", "告诉你")
            )
            + "|"
            + "|".join(
                f"{will} {verb}"
                for will in _UNWILLING_EN
                for verb in (
                    *("say", "answer", "tell", "discuss", "discuss it", "share", "share that"),
                    *("go into it", "go into that", "talk about it", "talk about that"),
                )
            )
            + "|"
            + "|".join(
                f"{tell} {who}"
                for tell in (
                    *("tell", "talk to", "talk with", "speak to", "speak with", "discuss it with"),
                    *("talk about it with", "talk about that with", "between me and"),
                )
                for who in (
                    *("the doctor", "a doctor", "my doctor", "the nurse", "a nurse", "my nurse"),
                    *("my gp", "staff"),
                )
            )
            + "|not your business|that stays|"
            "私隐|唔答|拒绝回答|保密|隐私|个人隐私|私事|不告诉你|不说|不答|跳过|当面说|当面讲|"
            "跟大夫说|和大夫说|告诉大夫|告诉护士|跟工作人员说|和工作人员说|当面告诉|私下说|私下讲|"
            "私下告诉|涉及隐私|涉及到隐私|属于隐私|单独说|单独讲|见面说|见面再说|跟医生说|和医生说|"
            "跟护士说|跟医生讲|和医生讲|跟大夫讲|和大夫讲|跟护士讲|和护士说|告诉医生|"
            "不方便在这里说|不想在这里说|难以启齿|想当面说|not comfortable saying|"
            "not comfortable answering|decline to answer|decline to say|private|it's private|"
            "that's private|personal|it's personal|that's personal|none of your business|"
            "no comment|tell the staff|tell the study staff|talk to the staff|speak to the staff|"
            "say it in person|tell someone in person|in person|privately|in private|confidential|"
            "refuse to answer|not saying|keep that private|keep it private|keep that to myself|"
            "keep it to myself|pass on that|拒绝|谢绝|decline|i decline|refuse|i refuse|no answer|"
            "not telling|not telling you|i won't tell|not answering|i'm not answering|no reply|"
            "不回答|不透露|不提供|无可奉告|skip|pass|i'll pass|skip it|skip this|skip that|"
            "next question|next",
            "filler": "这个问题|这问题|这道题|这题|这一题|问题|no|nope|nah|不|不了|prefer|"
            "prefer to|i prefer|i'd prefer|i prefer to|"
            "i'd prefer to|ask|ask me|我|我想|我要|我不太|我还是|这个|这个我|这是|是|的|了|吧|啊|"
            "呢|还是|想|到时候|有点|比较|那个|对不起|抱歉|不好意思|医生|护士|工作人员|直接|再|给|"
            "跟|和|对|研究团队|团队|人员|研究人员|可以|当面|私下|单独|见面|rather|sooner|"
            "just as soon|i'd sooner|i'd just as soon|i|i'd|i would|"
            "i'll|i will|i am|i'm|would|it|that|this|about it|about that|to|the|sorry|please|well|"
            "um|uh|and|just|want|want to|like to|can i|only|here|on this|directly|if that's ok|"
            "thanks|thank you|then|them|study|one|me|on|about that one|about this one|really|"
            "question|this question|that question|"
            "that one|this one|let's|let me",
        }
    )
)

_UNDECIDED = (
    "再想想|我再想想|想想|让我想想|我想想|想一想|考虑一下|我考虑一下|考虑考虑|再考虑|再考虑一下|"
    "我再考虑考虑|商量一下|跟家里人商量一下|和家人商量一下|回去跟家里人商量一下|回去商量一下|"
    "先商量商量|没想好|还没想好|我还没想好|没决定|还没决定|没定|还没定|let me think|"
    "let me think about it|i need to think|i need to think about it|i'll think about it|"
    "i will think about it|i'd like to think about it|i want to think about it|think about it|"
    "i have to ask my family|i'll ask my family|haven't decided|haven't decided yet|"
    "not decided yet|i'm not decided|i have not decided yet|maybe later|sleep on it|"
    "i'll sleep on it"
)
UNDECIDED = tuple(_UNDECIDED.split("|"))
"""Ways to say that one does not know yet, where it is asked if one wants to."""


_UNMEASURED = re.compile(r"(?:我|还|也|都|从来|从|最近|一直)*没有?[查称量测]过?[呢啊的了]*")
"""没称过: that an amount was never measured; of a fact it may be an answer or none."""


def read_unsure(text: str, mood: Mood | None = None) -> bool:
    """Whether a text says that the person does not know, whatever was asked."""
    if wordless(text):
        return False
    clauses = split(normalise(text) or "")
    if mood in {"fact_now", "fact_ever"} and likely(clauses):
        return False
    if any(map(COUNTED_UP.search, clauses)):
        return False
    if mood is None and clauses:
        measured = [clause for clause in clauses if not _UNMEASURED.fullmatch(clause)]
        if not measured:
            return True
        text = "，".join(measured)
    unsure = read_yes_no(text, mood="wish") is Blank.UNSURE
    return unsure and not conditional(text, mood)


def read_private(text: str) -> bool:
    """Whether a text says that the person would rather not say it here."""
    if wordless(text):
        return False
    plain = normalise(text)
    said = [_PRIVATE.tokens(clause) for clause in split(plain)] if plain else []
    kinds = {token.kind for tokens in said for token in tokens or ()}
    return kinds == {"private"} and None not in said
