"""A call for help, or a sign that needs help now, in whatever words and wherever it is typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from prescreen.reading.clauses import split
from prescreen.reading.text import LONGEST, normalise

_CALLS = (
    r"(?:please )?help(?: me| us| him| her)?(?: now| please)?|.*\b(?:i|we|he|she) needs? help\b.*",
    r".*\b(?:emergency|ambulance)\b.*",
    r".*\b(?:call|get|fetch) (?:me )?(?:a|the|my) (?:doctor|nurse)(?: now| quick| please)?\b.*",
    r"(?:紧急)?求助|帮助|帮帮(?:我|忙)|.*(?:救命|救救|快来人|来人啊|急救).*",
    r".*(?:打|拨|叫)(?:一下|个)?120.*|.*(?:快|赶紧|帮我|帮忙)(?:去)?(?:叫|喊|找)(?:医生|护士|人).*",
)
_SIGNS = (
    # hard to breathe, pain in the chest
    r"(?:can't|can not|cannot|hard to|trouble|difficulty|struggling to|unable to|hardly) "
    r"(?:even )?(?:breathe|breathing|get (?:any |enough )?air)",
    r"short(?:ness)? of breath|breathless|choking|suffocating|gasping",
    r"chest (?:is |feels )?(?:really |very |so )?(?:pains?|hurts?|hurting|aches?|tight(?:ness)?|"
    r"pressure|painful)|pains? in (?:my |the |his |her )?chest|heart attack",
    r"[喘透上]不[上过]来?气|上不来气|呼吸(?:很|特别|有点|越来越|非常)?(?:困难|费力)|憋气|憋得慌",
    r"(?:胸口?|心口)(?:很|好|特别|一直|有点|非常|里)?(?:剧)?(?:痛|疼|闷)",
    # fits, fainting, confusion, one side weak
    r"seizures?|convulsions?|(?:having|had) a fit|faint(?:ed|ing)?|pass(?:ed|ing) out|"
    r"unconscious|lost consciousness|collapsed",
    r"抽搐|抽风|癫痫发作|[晕昏]倒|[晕昏]过去|昏迷|失去知觉",
    r"sudden(?:ly)? (?:very )?confus(?:ed|ion)|神志不清|意识(?:模糊|不清)|突然.{0,3}糊涂",
    r"(?:one|left|right) side .{0,20}(?:weak|numb)\w*|having a stroke|face .{0,8}drooping",
    r"(?:半边|一侧|一边|半身|左边|右边).{0,5}(?:没劲|没力|没有力|无力|发麻|动不了|不能动|发软|瘫)",
    # a very bad headache, heavy bleeding
    r"(?:very bad|severe|worst|terrible|splitting|unbearable) headache|stiff neck",
    r"headache .{0,12}fever|头(?:剧痛|剧疼|[痛疼](?:得|的)?(?:厉害|要命|受不了|欲裂|死))",
    r"剧烈(?:的)?头[痛疼]|脖子.{0,2}(?:僵|发硬)",
    r"(?:heavy|heavily|badly|a lot of|won't stop|can't stop) (?:the )?bleeding|"
    r"bleeding (?:heavily|badly|a lot|won't stop|and it won't stop)|"
    r"(?:vomit|throw|cough|spit)(?:ing|ting)?(?: up)? blood",
    r"大出血|出血不止|血止不住|止不住血|[吐咳咯呕]血|流了?(?:很|好)多血",
    # thoughts of hurting oneself
    r"suicid(?:e|al)|kill(?:ing)? (?:myself|himself|herself)|(?:want|going) to die|"
    r"end (?:my|his|her|it) (?:life|all)|(?:don't|do not) want to (?:live|be alive)|"
    r"(?:hurt|harm|cut)(?:ting|ing)? (?:myself|himself|herself)|better off dead",
    r"自杀|不想(?:再)?活|想死|活不下去|活够了|活着.{0,2}没.{0,2}意思|轻生|自残|寻死|"
    r"(?:伤害|了断)(?:我)?自己|结束(?:自己的)?生命",
    # see a doctor today
    r"high fever|fever .{0,10}(?:3[89]|4[0-2])|(?:3[89]|4[0-2])(?:\.\d)? degrees",
    r"高烧|烧到(?:了)?(?:3[89]|4[0-2])|(?:发烧|体温).{0,5}(?:3[89]|4[0-2])",
    r"(?:new |sudden(?:ly)? )?(?:blurr(?:ed|y) (?:sight|vision)|floaters)|眼前.{0,3}黑影|"
    r"(?:突然)?看不清(?:东西|楚)?|飞蚊",
    r"blood in (?:my |the |his |her )?(?:urine|pee)|(?:hardly|barely) (?:any urine|pee\w*)|"
    r"尿血|血尿|尿里.{0,2}血|尿(?:很|特别|越来越)少",
    r"yellow (?:skin|eyes)|(?:eyes|skin) .{0,10}yellow|(?:皮肤|眼睛|眼白).{0,3}(?:发黄|变黄)",
)
_DENIED = re.compile(
    r"(?:\b(?:no|without|denies|deny|nor|neither)(?: (?:more|longer|new|real|any|signs? of))*"
    r"|\b(?:not|never|don't|doesn't|didn't|haven't|hasn't|isn't|do not)\b(?: \w+){0,3}"
    r"|(?:没有?|[不无未]|没有?(?:过|觉得|感到|出现|发生)|并(?:没有?|不)"
    r"|不(?:是|觉得|会|怎么|再))) ?\Z"
)
_LONG_AGO = re.compile(
    r"\b(?:years? ago|last year|used to|as a child|in (?:19|20)\d\d)\b"
    r"|以前|从前|曾经?|去年|前年|年前|小时候"
)
_AND = re.compile(r"(?:and|or|nor|和|或者?|以及|也|还有|的|了|过| )*")


def is_urgent(text: str, signs: Sequence[str]) -> bool:
    """Whether a text calls for help or tells of an urgent sign; a denied one does not count.

    `signs` are the signs as they are shown, in any language, besides those in other words.
    """
    plain = normalise(text) or normalise(text.strip()[:LONGEST]) or ""
    found, denied = _pattern(tuple(signs)), False
    for clause in split(plain):
        if _CALL.fullmatch(clause):
            return True
        matches = [*found.finditer(clause)]
        carried = denied and not _AND.sub("", found.sub("", clause))
        denied = bool(matches) and (
            carried or any(_DENIED.search(clause[: each.start()]) for each in matches[:1])
        )
        if matches and not denied and not _LONG_AGO.search(clause):
            return True
    return False


_CALL = re.compile("|".join(_CALLS))


@lru_cache(maxsize=4)
def _pattern(signs: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all signs: in other words, and as they are shown."""
    shown = {re.sub(r"\(.*?\)", "", normalise(sign) or "").strip(" .。") for sign in signs}
    return re.compile("|".join([*_SIGNS, *map(re.escape, shown - {""})]))
