"""What may turn an answer that has a story around it, and what only tells more."""

from __future__ import annotations

import re

from prescreen.reading.clauses.rest_words import (
    CIRCUMSTANCE,
    CORRECTION,
    KIN,
    OTHER_TIME,
    PERSON,
    PERSON_FIRST,
    PLAN,
    RELATIVE,
    SPOILS,
    TAKING,
)

_BEGUN = (
    "i'm|i am|i've been|i was|it's|it is|it was|that's|the|they|we|there|o|all|just|only|mostly|"
    "always|once|twice"
)
"""A sentence that was begun, and what is left of one."""
_WORK_AND_FAMILY = (
    "(?:刚|已经?|还没|未|没)(?:退休|结婚|离婚|毕业|婚|育|上班)了?|离异|在读|在读.{1,3}|学生|农民|"
    "上班族|退休(?:了|教师|工人|职工)?|(?:高|初|大|研|博)[一二三四]|single|married|retired"
)
"""Work, school and marriage, which are told with an age."""
_FINISHED = "that's all|that is all|就这样|没了|(?:so )?that was (?:it|that|the (?:last|end) of it)"
"""That this is all there is to say."""
_EFFECT = (
    r"(?:and |it |they |that |which |this )*(?:makes?|gives?|keeps?|made|gave|kept|drives?) me "
    r"(?!.*\b(?:stop|quit|switch|change|cut|skip|miss|take|less|more)\b)[a-z' ]+|"
    r"(?:it |that )?took (?:all|the whole|half the|ages|hours|forever|\w+ hours)\b[a-z ]*"
)
"""What a medicine does to somebody, and how long an infusion ran."""
SAYS_NOTHING = re.compile("|".join([_BEGUN, _WORK_AND_FAMILY, _FINISHED, _EFFECT]))
"""A piece of a sentence that says nothing by itself."""
BROKEN_OFF = re.compile(
    r"\b(?:i|i've|we|we've|he's|she's)(?: have)? (?:got|had|took|taken|having|getting|taking)$"
)
"""What was got or taken is lost: no, I've got."""
OWN_NUMBER = re.compile(
    r"(?<![a-z\d])\d|[一二两三四五六七八九十百几俩]|"
    r"\b(?:an?(?= ?[a-z])|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"twelve|twenty|thirty|forty|fifty|sixty|several|every|each)\b"
)
FOREIGN_OR_PLANNED = f"{PLAN}|{SPOILS['condition']}|{PERSON}|下(?:个|周|月|次|回)|明[天年]|吗$"
"""Another person, a condition, or what is not done yet."""
FOREIGN = ("condition", "doubt about it all")
ASKED = (
    r"吗(?!替)|什么|怎|哪(?!怕)|多少|多久|多大|是否|能否|可否|[?？]|^(?:what|why|how|where|which|"
    r"who)\b|\b(?:do you|are you|is it|is that|can i|could i|should i|did you)\b"
)
TURNS = re.compile("|".join([*(SPOILS[kind] for kind in FOREIGN), ASKED, CORRECTION, PERSON_FIRST]))
ANY = re.compile("|".join(SPOILS.values()))
NOT_DONE = re.compile(r"(?:没有?|从未|未曾?)[^，。没]{0,8}[打输做用吃住挂种加]过[院了的]*$")
"""That the deed was not done, whatever for or where."""
DENIES = re.compile(SPOILS["a denial"])
ELSEWHEN = re.compile("|".join([OTHER_TIME, PLAN, SPOILS["change"]]))
LABELLED = re.compile(r"[a-z]+\d+")
"""B2: a number with something before it, which may be a count of the dose."""
LISTS = re.compile(
    r"another (?:one|two|three|half|\d|at|in|with|after|before|around)|another$|还有|加上|以及|"
    r"外加|另外|plus\b|as well as\b"
)
"""A list goes on."""
ONLY = re.compile(
    r"\b(?:except|since|besides|unless|only (?:when|if|in|at|for))\b|除了|只[有在]|才"
)
"""What takes something out of a no."""
OVER = re.compile(
    r"behind me|\b(?:gone|better|fine|clear|cured|recovered|over|finished|dropped|pulled|stopped|"
    r"quit)\b|^it (?:gave|made|hurt|didn't (?:help|work|agree|do)|was (?:awful|horrible|"
    r"terrible))\b|"
    r"^i (?:hated|couldn't stand|didn't (?:like|get on with)) it\b|never again|nothing (?:now|"
    r"since|in)|没事|好了|治好|停了|退出|结束"
)
"""That it is over now: after a "but", no contradiction."""
KNOWS = re.compile(
    r"知道|清楚|记得|记不|想不起|确定|印象|认不|晓得|\b(?:know|sure|remember|recall|idea|clue|say|"
    r"tell|certain|unsure|mind|head|memory)\b"
)
"""What one does not: a doubt that is said out, and not a mere maybe."""
EXCLAIMED = re.compile(r"太|很|真|挺|好|特别|非常|死|(?:so|too|very|really|just)\b")
PARTICULAR_UNKNOWN = re.compile(
    r"^就?不(?:想|愿意?)?(?:说|讲|提)是?(?:哪|什么|啥).{0,4}$|(?:具体|哪[天年月]|几[号月]|"
    r"日期).*(?:忘|不|记)|^我?也?(?:记不(?:太|大)?清楚?|不(?:太|"
    r"大)?记得|忘)了?$|^(?:my |the )?(?:dr|doctor|professor|nurse)\.?(?: [a-z]+)?$|"
    r"^(?:.{0,3})(?:医生|大夫|主任|教授)$|(?:can't|cannot|couldn't|don't|do not|not|have to|"
    r"need to|不|忘|记).*(?:exact|which (?:day|month|year)|what (?:day|month)|the (?:day|date|"
    r"name)|具体|哪[天年月]|几[号月]|日期|名字)|^(?:i )?(?:can't|don't|"
    r"couldn't) (?:quite )?(?:remember|recall|mind)"
)
"""That the day or the name is not known, which leaves the rest as it is."""
_DOUBTED = (
    r"(?:i'm |i am |im )?(?:not|never) (?:really |too |so |very |entirely |completely |totally |"
    r"quite |100% )?(?:sure|certain)(?: exactly| at all)?|(?:honestly )?(?:i )?(?:really )?"
    r"(?:don't|do not|dont|can't|cannot|cant|couldn't) (?:really |quite )?(?:know|remember|recall|"
    r"be sure|say)(?: exactly| for sure| for certain)?(?: (?:the |what |which )?(?:exact )?"
    r"(?:date|day|month|year))?|(?:i )?haven't (?:been )?weighed(?: myself)?(?: (?:in|for) (?:a|"
    r"some) (?:while|long time|time)| recently| lately)?"
)
_DOUBTED_ZH = (
    r"我?(?:也|都|真|有点)?(?:不(?:太|大|是很|怎么|能)?(?:清楚|确定|知道|记得|晓得)|"
    r"[记说]不(?:太|大)?(?:清楚?|得|准)|拿不准|忘记?(?!了?[吃打用服带]))|(?:还|最近|一直|好久)?没(?:有)?[称量]过?"
)
_TYPED_BY = (
    rf"(?:my |the )?{RELATIVE}(?: is|'s| was)? (?:typing|filling|writing|helping|doing)(?: this| "
    r"it| that)?(?: in| out)?(?: for me| with this| me type| me)?"
)
_TYPED_BY_ZH = (
    rf"(?:我|咱)?(?:家)?(?:{KIN}|爱人|子|护士)+(?:帮|替|代|给)(?:我|忙)(?:在)?(?:填|打的?字|写|输|弄|按|答|回答)"
    r"[的了表呢着]*"
)
_GUESSED = "估|大概|大约|可能|应该|好像|差不多|约|也许|似乎"
ALL_THE_SAME = re.compile(
    rf"^(?:{_DOUBTED})[,.;， -]+(?:(?:but|so|though),? ?)?(?=.)|"
    rf"[,.;， (-]+(?:but )?(?:{_DOUBTED})[.)]*$|"
    rf"^(?:{_DOUBTED_ZH})(?:[了呢][啊呢哈]?[,，。; ]*|[,，。; ]+|(?={_GUESSED}))(?=.)|"
    rf"[,，。;]+(?:但|不过|就是)?(?:{_DOUBTED_ZH})[了啊呢。]*$|"
    rf"^{_TYPED_BY}[,.;，]+ ?(?=.)|(?:[,.;，(]| -) ?{_TYPED_BY}[.)]*$|"
    rf"^{_TYPED_BY_ZH}[,，。; ]*(?=.)|[,，。; ]*{_TYPED_BY_ZH}$"
)
"""Who is not sure and says it all the same; who types it for somebody."""
OTHER_EVENT = re.compile(
    "|".join([OTHER_TIME, SPOILS["an onset"], r"cancel|取消|没打成|\bplan|打算|想"])
)
NEXT_ONE = re.compile(
    r"下一?次|\bnext (?:one|dose|infusion|drip|shot|jab|round|course|time|is|will)\b"
)
WEIGHED_TOO = re.compile(
    rf"(?:with|including|carrying|holding) .{{0,12}}\b{RELATIVE}\b|"
    r"(?:last time |back )?(?:in|since|before) .{0,8}\b(?:19|20)\d\d$"
)
"""Who was weighed too; or that it was long ago."""
FOR_WHAT = re.compile(
    r"^for (?:my|his|her) (?!first|last|next|past)|^for the (?!first|last|next|past|moment|time|"
    r"day|week|month|rest)|\bnone of\b|[都全]不是"
)
"""What something else is taken for; or that it is none of what is asked about."""
OWN = re.compile(r"(?:那|所以|就)?(?:我|本人|俺)|(?:so |and |but )?(?:i|i'm|i've|im)\b")
"""Who speaks of oneself, whoever else was spoken of."""
PLAN_FIRST = re.compile(
    r"我?(?:打算|准备|计划|想(?!起))|i (?:plan|want|hope|intend)\b|i'd like|i'm going to"
)
"""A plan of one's own, which what follows belongs to."""
PLAN_SAID = re.compile(PLAN)
FAMILY = re.compile("家族|家里人?|遗传|family")
TESTED = re.compile(r"[查测化验抽]的|\b(?:test(?:ed)?|checked)\b")
LOOKS = re.compile(
    "(?:不(?:算|太|是很|怎么)?|没(?:有)?那么)(?:瘦|胖|重|轻)|[瘦胖]得(?:很|厉害|不行|不得了)|"
    "[瘦胖][得成]|(?:太|很|好|真|挺|有点|偏|这么)(?:瘦|胖|重|轻)"
)
OF_OTHERS = re.compile("|".join(SPOILS[kind] for kind in ("another person", "another thing")))
OTHER_TIME_SAID = re.compile(OTHER_TIME)
TOMORROW = re.compile(r"明天|后天|\btomorrow\b|next day")
BY_PERSON = re.compile(PERSON_FIRST)
PERSON_SAID = re.compile(PERSON)
PREDICATE = re.compile(
    r"[刚就已还也都很不没了着吧]|马上|一直|\b(?:i|i'm|im|i've|ive|it|it's|its|we|we're|they|the|my|"
    r"been|for|so|that|this|just|as|per|always)\b"
)
"""A statement, and no bare name of a thing."""
GOES_ON = re.compile(
    r"(?:马上|很?快|就|也?要|准备|打算|下周|下个?月|明年|能)+(?:可以|能)?.{0,3}[停减加换]了?|"
    r"[没不](?:敢|有|能|想)?再?(?:停|减|加|变|换|动|改)(?:量|药|下去)?[过了]?|(?:i've |ive |it's |"
    r"its |have |has )?been (?:that way|the same|like that|like this|on (?:it|this|that)|stable|"
    r"steady|weaning|tapering)\b|\b(?:still )?(?:weaning|tapering)\b|\bsince (?:the|my|i|"
    r"last) [a-z ]+|\b(?:end|tail end) of (?:the|my) taper\b|刚出院|"
    r"^(?:医生|大夫|主任|上周|昨天|前天|这周|这个?月|上个?月|住院)*(?:刚刚?|才|新|又)?[给帮]?我?"
    r"(?:加|减|调|改|降|升|开)(?:[上下]?[来去]|到这个?量|成这样)?的(?:量)?$"
)
"""That the dose has been so, or will change some day; now it is this."""
REACHED_NOW = re.compile(
    r"(?:[减加改降调换]|涨|掉|瘦|胖)(?:到|成|为)|[天周月]起|since (?:last|yesterday|this)|"
    r"this (?:past )?(?:week|month)|back (?:up|down) to|i'm (?:up|down) to"
)
"""What says that an amount is the one of now."""
FAR_PERSON = re.compile(rf"(?:{PERSON_FIRST})[^,]*(?:\d|[一二两三四五六七八九十])[^,]{{0,8}}$")
"""Another person with a number of that person's own."""
LATER = re.compile(
    r"上(?:一)?次|上回|拖到|推迟到|延到|推到|改到|最后(?!一片药)|\b(?:got it|finally (?:had|got)|"
    r"the last|i had it)\b"
)
"""That a time is the last one, or the one that a plan came to."""
BEGAN = re.compile(r"开始|起的?$|(?:第|头)一次|\b(?:start\w*|began|begun|first)\b")
"""That a time is one at which it only began."""
DEED = re.compile(r"[打输吃停做用挂]|\b(?:had|got|gave|given|took|stopped|finished|infused)\b")
ONSET = re.compile(SPOILS["an onset"])
WEEKDAY = re.compile(
    r"(?:星期|礼拜|周)[一二三四五六日天]|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day"
)
TOLD_NUMBER = re.compile(f"{ELSEWHEN.pattern}|体重|{SPOILS['another thing']}")
"""That a number is of another thing or time; else it may be a broken piece of the answer."""
BROKEN_NUMBER = re.compile(r"\d+(?:\.\d+)?[了的啊吧呢着]")
"""A number of nothing, at the start of what is not understood."""
NOT_BESIDE_DEED = re.compile(
    "|".join(SPOILS[kind] for kind in ("negation", "a denial", "another person", "another thing"))
)
"""What a bare word beside something that was done may not be."""
CIRCUMSTANCE_SAID = re.compile(CIRCUMSTANCE)
BEFORE_DOSE = re.compile(
    rf"一天|每[天日]|\b(?:an?|per|each|every) day\b|daily|{TAKING}|{CIRCUMSTANCE}|"
    rf"\bwhen(?:ever)?\b|才|的时候"
)
