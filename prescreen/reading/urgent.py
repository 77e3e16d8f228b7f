"""A call for help, or a sign that needs help now, in whatever words and wherever it is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from prescreen.reading.clauses.answer import split
from prescreen.reading.clauses.text import LONGEST_ANSWER, normalise, wordless

_NOT_NEEDED = "不|没|别|不用|不要|不必|没有|不需要|不是|无需|用不着|不至于|没到"
_UNCALLED = "".join(
    f"(?<!{said}{verb})" for said in _NOT_NEEDED.split("|") for verb in ("", "叫", "喊")
)
"""No negation stands before a call for help: 不用叫救护车 is none."""
_CALLS = (
    r"(?:[\d.]+ ?[a-z]{0,7} )?(?:please |urgent )?"
    r"(?:some(?:one|body) )?help(?: me| us| him| her)?(?: now| please)?",
    r".*\bplease help (?:me|us)(?: now)?|s\.?o\.?s|nurse[ !]*",
    r".*\b(?:i|we|he|she|they) needs? help\b(?! (?:with|to|on|in|filling|reading)).*",
    r".*\b(?:emergency|ambulance)\b.*|.*\bcall (?:an? )?(?:120|911|999|112)\b.*",
    r".*\b(?:call|get|fetch) (?:me )?(?:a|the|my) (?:doctor|nurse)(?: now| quick| please)?\b.*",
    r".*\bneeds? (?:a|the|my) (?:doctor|nurse) (?:now|quick|urgently|right away|at once)\b.*",
    r"(?:紧急)?(?:求助|求救|呼救)|帮助|(?:请|求求?你们?|快|快来|谁来|谁能|能不能|可以)*帮帮?(?:我|"
    r"忙)(?:一下|啊|吧|呀)*",
    rf".*{_UNCALLED}(?:救命(?![药钱恩]|的药|之恩|稻草)|救救|(?<![医院年任生])救我(?!一命|回)|救护车|快来人|来人啊|急救).*",
    r".*(?:护士|医生|大夫)(?:快|赶紧)来(?!了|给|医院).*|.*我(?:快|要|真的)?不行了|"
    r"(?:.*[快赶]紧?来?)?(?:护士|医生|大夫)(?:快|赶紧)?来(?:一下|人)?(?:啊|呀|吧)?",
    r".*(?:打|拨|叫)(?:一下|个)?120(?![\d.]|针|片|粒|毫|斤|公|mg|kg|次|天|下).*",
    r".*(?:快|赶紧|帮我|帮忙)(?:去)?(?:叫|喊|找)(?:医生|护士|人).*|叫(?:医生|护士)[来啊吧]*",
)
_NO_LIFE = r"(?:live|be alive|exist|wake up|be here any ?more|go on living|go on like this)"
_HARM = (
    r"suicid(?:e|al)|(?:took|taken) an overdose|wanna die|"
    r"kill(?:ing)? (?:my self|myself|himself|herself)|(?:want|going) to die|"
    r"end(?:ing)? (?:my|his|her|it) (?:life|all)|(?:hurt|harm|cut)(?:ting|ing)? (?:myself|himself|"
    r"herself)|better off dead|wish i (?:was|were) dead|life .{0,8}(?:not|isn't) worth living|"
    r"no (?:point|reason) (?:in living|to (?:live|go on))|(?:tired|sick) of (?:living|being alive)|"
    rf"(?:don't|do not|dont|never|no longer) (?:really |even )?want to {_NO_LIFE}|"
    r"(?:rather|wish i (?:was|were)) (?:not be alive|not alive|be dead|dead)|"
    r"can(?:'t|t| not|not) go on(?= *$| like this| living| any ?more| much longer)"
)
_SIGNS = (
    # hard to breathe, pain in the chest
    r"(?:can(?:'t|t| not|not)|trouble|difficulty|struggl(?:e|ing) to|unable to|hardly|barely|"
    r"hard to|hard for \w+ to) (?:even )?(?:breathe?|breathing|get (?:any |enough )?air|"
    r"catch (?:my|his|her) breath)|(?:struggling|fighting|gasping) (?:for (?:air|breath)|"
    r"to breathe?)|"
    r"^no air\b(?! con)",
    r"(?:short(?:ness)?|out) of breath|breathless|choking|suffocating|gasping",
    r"ch(?:es|se)t (?:is |feels )?(?:really |very |so )?(?:pains?|pian|hurts?|hurting|aches?|"
    r"tight(?:ness)?|"
    r"pressure|painful|killing me)|(?:pains?|tightness|pressure) in (?:my |the |his |her )?chest|"
    r"tight chest|"
    r"(?:crush|squeez|elephant|weight|heav)\w* .{0,24}\b[io]n (?:my|the|his|her) chest|"
    r"(?<!(?:gave|give) me a )heart attack|heart (?:really )?(?:hurts|hurting|aches)",
    r"(?:不能|没法|无法)(?:正常)?呼吸|(?<![忙压]得)[喘透上出][不唔][上过来到了]来?气|气(?:都|也|"
    r"老)?[上喘透]不[上过]?来|"
    r"喘(?:得|的)(?:厉害|不行|难受|要命)|呼吸(?:很|好|太|都|特别|有点|越来越|非常)?(?:困难|费力)|"
    r"憋气|"
    r"憋得慌",
    r"^(?:我|现在|突然|一直|老)*心(?:里)?(?:很|好|特别|一直|有点|非常)?[痛疼](?:得.{0,4}|"
    r"死(?:我)?了?|啊|了|着呢)?$",
    r"(?:胸[口囗]?|凶口|胸前区?|心口|心脏)(?:很|好|特别|一直|有点|非常|"
    r"里)?(?:[剧绞闷])?[痛疼](?!风|"
    r"经)|心绞[痛疼]|"
    r"胸[口囗前].{0,5}(?:压|堵|勒)(?:着|得|了)",
    r"胸闷.{0,2}气[短急促喘]|呼吸急促|气[短促](?:得|的)?(?:厉害|不行|难受)",
    r"突然胸闷|胸闷(?:得|的)?(?:厉害|慌|受不了|难受)",
    # fits, fainting, confusion, one side weak
    r"seizures?|siezures?|convuls(?:ions?|ing|ed)|(?:having|had) a fit|"
    r"(?<!(?<![a-z])a )faint(?:ed|ing)?(?! (?:[a-z]+ )?(?:rash|line|mark|smell|spot))|"
    r"(?:pass|black)(?:ed|ing)? out|unconscious|lost consciousness|collapsed|won't wake up",
    r"抽搐|抽风|正在抽(?![血烟筋时空骨号])|一直抽$|抽(?:了一阵|个?不停)|吐白沫|晕厥|[要快]晕了|"
    r"抽(?:起来|"
    r"过去)了|^抽了$|癫痫发作|[晕昏]倒|[晕昏]过去|昏迷|"
    r"失去知觉",
    r"sudden(?:ly)? (?:very )?confus(?:ed|ion)|talking nonsense|(?:don't|doesn't|not) know (?:what "
    r"day it is|where (?:i am|she is|he is)|who i am|(?:my|her|his) own name)|神志不清|"
    r"意识(?:模糊|不清)|突然.{0,3}糊涂|说胡话|人都?认不[清得]|"
    r"不知道自己在哪|自己在哪(?:儿|里)?都不",
    r"(?:one side|(?:left|right) (?:side|arm|leg|hand)|half (?:of )?my body) .{0,20}(?:weak|"
    r"numb)\w*|slurr(?:ed|ing)\b.{0,12}|"
    r"speech .{0,8}slurred|having a stroke|face .{0,8}drooping|can(?:'t|t|not) move (?:my|his|"
    r"her) (?:left|right)? ?(?:arm|leg|hand|side)",
    r"(?:半边|一侧|一边|(?<![上下])半身|左边|右边|[左右][手脚腿])[^没不]{0,6}(?:没劲|没力|没有力|无力|"
    r"发麻|动不了|"
    r"不能动|抬不起|发软|瘫)|半身不遂|偏瘫|(?:嘴|口角|口眼)歪|说不出话|(?:说话|讲话)(?:突然|都|"
    r"也)?(?:不清楚?|含糊|大舌头)",
    # a very bad headache, heavy bleeding
    r"(?:very bad|severe|worst|terrible|splitting|unbearable) headache|stiff neck",
    r"headache .{0,12}fever|头(?:剧痛|剧疼|[痛疼](?:得|的)?(?:厉害|要命|受不了|欲裂|死|"
    r"像?快?要[炸裂]))",
    r"剧烈(?:的)?头[痛疼]|脖子[^没不]{0,2}(?:僵|发?硬|梗)",
    r"(?:heavy|heavily|badly|a lot of|won't stop|can't stop) (?:the )?bleeding|bleeding (?:heavily|"
    r"badly|a lot|won't stop|and it won't stop)|nose ?bleed.{0,24}(?:stop|hour)|soaking (?:a|"
    r"through)|"
    r"(?:blood in (?:the toilet|my (?:stools?|poo\w*|vomit))|blood when i (?:pee|wee)|"
    r"bleeding for hours)|(?:vomit|throw|cough|spit)(?:ing|"
    r"ting)?(?: up)? blood",
    r"大出血|[出流]血不止|血流不止|血(?![压糖脂色红]).{0,8}止不住|[拉吐便出]了?[好很]多血|止不住血|出血很多|"
    r"[吐咳咯呕便拉]血|(?:拉|"
    r"大便|便).{0,2}黑(?:便|色|的)?|黑便|柏油便|流了?(?:很|好)多血",
    # thoughts of hurting oneself
    _HARM,
    r"自杀|不想(?:再)?活|我[快要]死了(?!算)|(?:吃|吞)了(?:一瓶|很多|好多)(?:安眠)?药|想死(?!马|你|他|她)|割[了过]?腕|一了百了|[想要].{0,3}楼上跳|活不下去|"
    r"活够了|死了算了|不如(?:去)?死|想跳[楼河江]|"
    r"想上吊|活着.{0,2}没.{0,3}意思|(?<!年)轻生|自残|寻死|(?:伤害|了断)(?:我)?自己|"
    r"结束(?:自己的?)?生命",
    # see a doctor today
    r"high fever|(?:feverr?|temp(?:erature)?|burning up,?) .{0,10}(?:3[89]|4[0-2]|10[1-6] ?f?)|"
    r"(?:3[89]|4[0-2])(?:\.\d)? ?(?:degrees|°c?)|^(?:3[89]|4[0-2])(?:\.\d)? ?c(?:elsius)?$",
    r"高烧|(?:[发高]?烧(?:到了?)?|体温)[^没不]{0,5}(?:3[89]|4[0-2]|三十[八九]|四十度?)|"
    r"^(?:现在|我|刚量?了?|量了?|烧)*(?:3[89]|4[0-2])(?:[.点]\d)?度[\d半多]?[了啊呢烧]*$|"
    r"^三十[八九]度[半一二三四五六七八九]?$",
    r"blurr?(?:ed|y) (?:sight|vision)|(?:sight|vision|eyes?|everything) .{0,10}blurr?(?:ed|y)|"
    r"floaters|"
    r"(?:specks|spots|dots) .{0,20}(?:eyes?|vision|sight)|can't see (?:out|from|anything)|"
    r"眼前[^没不]{0,6}黑[影点]|飞蚊|看不清(?:东西|楚)?|眼.{0,4}看不见(?!字|屏)|"
    r"看(?:东西|嘢).{0,4}(?:模糊|不清|[矇朦])|视力.{0,3}模糊",
    r"blood in (?:my |the |his |her )?(?:urine|pee)|pee(?:ing)? blood|(?:haven't|not) peed|"
    r"(?:hardly|barely) (?:any urine|pee\w*)|"
    r"(?:urine|pee) .{0,8}(?:red|bloody|brown|like cola)|not (?:peeing|passing (?:any )?urine)|"
    r"尿血|血尿|(?:尿|小便)[^没不]{0,6}(?:带血|酱油|洗肉水)|尿量?(?:也|都|越来越|明显|突然)?[变减]?少了(?!喝)|"
    r"尿里[^没不无]{0,2}血(?![里中液清检样管压糖常])|尿(?:是|都|变|发|颜色).{0,2}红|尿(?:很|特别|"
    r"越来越)?少(?!喝)|没有?尿(?![血频急痛毒检蛋布素酸样路道常培液管片湿床不])|尿不出|无尿",
    r"new swelling|(?:face|legs?|feet|ankles?) .{0,20}(?:swollen|swelling|swelled|puffy|blew up)|"
    r"(?:脸|腿|脚|眼皮|身上|全身|突然|刚)[^没不]{0,6}(?:肿了|肿起来|肿得|浮肿|水肿)",
    r"yellow (?:skin|eyes)|(?:eyes|skin) .{0,10}yellow|(?:皮肤|眼睛|眼白|眼珠子?|人|"
    r"脸)[^没不]{0,3}(?:发黄|变黄|黄了)",
)
_LESSER = r"(?:fever|headaches?|cough|rash|pain|发[烧热]|头[痛疼]|咳嗽|皮疹|恶心)"
"""What is denied before a sign in the same list: no fever, chest pain or seizures."""
_NONE = re.compile(rf"(?:no|without|没有?|无) ?{_LESSER}\Z")
_DENIED = re.compile(
    r"(?:\b(?:no|without|denies|deny|nor|neither)(?: (?:more|longer|new|real|any|signs? of))*|"
    r"\b(?:not|never|don't|doesn't|didn't|haven't|hasn't|isn't|do not)\b(?: (?:have|had|having|"
    r"feel|felt|feeling|get|got|been|think|really|ever|any|an?|the|my|i))*|(?:(?<!有)没有?|[无未]|"
    r"(?<!是)不|(?<!有)没有?(?:什么|啥)?(?:过|觉得|感到|出现|发生|想过?|打算)?|(?<!是)不(?:是|觉得|"
    r"会|怎么|再))) ?\Z"
)
_NO_HARM = re.compile(
    r"(?:(?:no|nope|well|but|and|so|i|i'm|i am|im|i've|we|he|she|they|he's|she's|is|are|has|have|"
    r"would|will|honestly|really|just|promise|swear|that|my [a-z]+|denies|deny) )*"
    r"(?:not|never|don't|dont|do not|doesn't|didn't|won't|wont|wouldn't|haven't|hasn't|isn't|no|"
    r"without|denies|denied|deny)(?: (?:ever|really|even|at all|feel|feeling|felt|been|have|had|"
    r"any|(?:want|wanting|wanted|going|gonna|about|plan|planning|planned|intend|intending|try|"
    r"trying|tried)(?= to )|(?<!not )to|(?:think|thinking|thought|plans?|thoughts?|ideas?|"
    r"intentions?|wish|desire|urge)(?= (?:of|to|about)\b)|of|about|gonna))* "
)
_ALL_TOLD = re.compile(
    r"(?: (?:thoughts?|ideas?|ideation|feelings?|at all|ever|or (?:any ?(?:one|body)|others?|"
    r"anything)(?: else)?|i promise|i swear|doctor))*"
)
"""What denies a thought of hurting oneself, whole: who tries not to, or not today, calls."""
_LONG_AGO = re.compile(
    r"\b(?:years? ago|last year|used to|as a (?:child|kid|baby|toddler|teen\w*)|"
    r"(?:back|was|were|once) (?:in|at) school|"
    r"(?<!like )(?<!than )(?<!since )when (?:i|she|he) (?:was|were) (?:a child|a kid|little|small|"
    r"young|\d+)|"
    r"in (?:19|20)\d\d)\b|以前|从前|曾经?|去年|前年|"
    r"年前|小时候|有过|(?:抽搐|发作|[晕昏]倒|昏迷|自杀)过(?!去)"
)
_OF_MEDICINE = re.compile(
    r"^(?:can|could|does|do|will|would|might) (?:it|this|that|these|they|the (?!nurse|doctor)|il|"
    r"[a-z-]{4,} (?=cause|give|make|lead|bring))"
    r"(?!.*\b(?:i|i'm|my|myself|die)\b).*\b(?:cause|give|"
    r"make|lead to|bring on)s?\b|会不会(?:引起|导致|造成)|(?:会|能)(?:引起|导致|造成).*[吗么?？]$"
)
"""What a medicine may do, which is asked and not told."""
_NOW = re.compile(
    r"\b(?:now|today|again|just|still|since|than|this (?:week|morning)|yesterday|"
    r"last (?:night|week|month)|like i used)\b|现在|今天|刚|又"
)
_TOLD_OF = re.compile(r"救护车|急救|120|\b(?:ambulance|emergency)\b")
_CALLED = re.compile(r"(?:[叫喊坐打拨]|急救|[拉送][去走]?)过|\b(?:once|before)$")
_PLEA = re.compile(r"救命|救救|来人|快|赶紧|帮|\b(?:help|please|call|need|get)\b")
"""What one may only tell of, that it was, and what is a plea in any case."""
_DEGREES = frozenset("°℃℉")
_AND = re.compile(r"(?:and|or|nor|和|或者?|以及|也|还有|的|了|过| )*")


def is_urgent(text: str, signs: Sequence[str]) -> bool:
    """Whether a text calls for help or tells of an urgent sign; a denied one does not count.

    `signs` are the signs as they are shown, in any language, besides those in other words.
    """
    if wordless(text) and _DEGREES.isdisjoint(text):
        return False
    plain = normalise(text) or normalise(text.strip()[:LONGEST_ANSWER]) or ""
    found, denied = _pattern(tuple(signs)), False
    clauses = split(plain)
    if len(clauses) > 1 and found.fullmatch(plain.strip(" .。")):
        return True
    for clause in clauses:
        stands = [not denied for denied in _denials(clause, found, denied)]
        told = any(stands) and not _is_past(clause) and not _OF_MEDICINE.search(clause)
        if told or _calls(clause):
            return True
        denied = bool(stands) or _NONE.match(clause) is not None
    return False


def _denials(clause: str, found: re.Pattern[str], denied: bool) -> Iterator[bool]:
    """Whether each sign of a clause is denied, by itself or with the one before it in a list."""
    end = 0
    for sign in found.finditer(clause):
        in_list = denied and not _AND.sub("", clause[end : sign.start()])
        denied = in_list or _is_denied(clause[: sign.start()], sign[0], clause[sign.end() :])
        end = sign.end()
        yield denied


def _is_denied(before: str, sign: str, after: str) -> bool:
    """Whether a sign is denied by what stands before it."""
    if _MEANT.fullmatch(sign):
        return bool(_NO_HARM.fullmatch(before) and _ALL_TOLD.fullmatch(after))
    return _DENIED.search(before) is not None


def _calls(clause: str) -> bool:
    """Whether a clause calls for help, and does not only tell of an ambulance that once came."""
    if not _CALL.fullmatch(clause):
        return False
    told = _TOLD_OF.search(clause) and not _PLEA.search(clause)
    return not (told and (_is_past(clause) or (_CALLED.search(clause) and not _NOW.search(clause))))


def _is_past(clause: str) -> bool:
    return _LONG_AGO.search(clause) is not None and not _NOW.search(clause)


_CALL, _MEANT = re.compile("|".join(_CALLS)), re.compile(_HARM)


@lru_cache(maxsize=4)
def _pattern(signs: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all signs: in other words, and as they are shown."""
    shown = {re.sub(r"\(.*?\)", "", normalise(sign) or "").strip(" .。") for sign in signs}
    every = "|".join([*_SIGNS, *map(re.escape, sorted(shown - {""}))])
    return re.compile(rf"(?<![a-z])(?:{every})(?![a-z])")
