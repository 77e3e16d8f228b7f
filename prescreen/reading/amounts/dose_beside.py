"""What may stand beside a dose in closed forms: since when, for how long, how the tablets look."""

from __future__ import annotations

import re

_SPAN = (
    r"(?:(?:about |around |the last |the past |another |a |one |two |three |four |five |six |"
    r"several |few |couple of |couple |\d+ )+(?:day|week|month|year|wk|yr)s?)"
)
BESIDE = re.compile(
    rf"\b(?:for {_SPAN}(?: now| so far| already)?(?: (?:and )?then (?:taper|less|down|stop)\w*)?|"
    r"(?:ever )?since (?:last (?:week|month|year|[a-z]+day)|[a-z]+day|yesterday|january|february|"
    r"march|"
    r"april|may|june|july|august|september|october|november|december|the [a-z]+(?: [a-z]+$)?|"
    r"i [a-z ]+|"
    r"my [a-z]+)|"
    r"(?:as of |starting |from )?(?:this|last) (?:past )?(?:week|month|[a-z]+day)(?: on)?|"
    r"(?:starting |as of |from )(?:today|yesterday)(?: on)?|"
    r"doctor'?s orders|as prescribed|as directed|as instructed|without fail|like clockwork|"
    r"(?:(?:i'm|i am|am|been|still|currently|slowly|now|and) )*(?:tapering|weaning)"
    r"(?: slowly| down| off| it)*|just (?:dropped|went|cut)(?: down)? to|"
    r"(?:(?:the |those |of |of those |little |small |tiny |big |round |white |pink |yellow |"
    r"brown |red |"
    r"blue |green |orange |peach |coloured |colored )+)(?=(?:ones|pills?|tabs?|tablets?)\b))|"
    r"(?<=[片粒颗克g半])(?:已经|都|就|一共|连着)?(?:吃|用|服)?了?(?:有|快|差不多|大概)?"
    r"(?:\d+|[一二两三四五六七八九十几半]+)个?(?:多)?(?:天|周|星期|礼拜|月|年)(?:多)?了|"
    r"(?:从|自)?(?:昨天|前天|今天|上周|上个?星期|上个?礼拜|上个?月|这周|这个?月|本周|最近)"
    r"(?:开始|起)(?:就)?(?:按|改成|改为|改到|换成|改|减到|减成|加到|调到)?(?=.*[\d一二两三四五六七八九十半])|"
    r"(?:(?:my |the )?(?:doctor|dr|[a-z]+ologist|consultant)|they)(?:'s)? (?:gave|gives?|has|"
    r"have|got|"
    r"keeps?) me(?: on| at)?|"
    r"(?:(?:i'm|im|i am|and|will be|then) )*(?:go|com|drop|cutt?|reduc|taper|wean|do)(?:e?ing)?"
    r"(?: it| down)*(?: by)? [\w.]+ ?(?:mg|tablets?|pills?)(?: drops)? (?:a|per|each|every) "
    r"(?:[\w]+ )?(?:months?|weeks?|fortnight|days)|"
    r"(?:on )?(?:(?:and |to |- |, ?)*(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b)+|"
    r"[, ]*(?:and )?(?:none|nothing|not|off|zero)(?: on| at| for)?(?: the)? (?:weekends?|"
    r"other days|rest(?: of the week)?)|"
    r"(?<!\d)(?:周|星期|礼拜)[一二三四五六日](?:[、,到至和-]*(?:周|星期|"
    r"礼拜)?[一二三四五六日](?!片|粒|颗|次))*|"
    r"(?:周末|周六日|周日|其他(?:时间|几天|日子|天)?|别的(?:时间|日子)?)都?(?:不吃|停|休息|不用吃)|"
    r"(?<=[片粒颗克g])[, ]*(?:然后|再|医生(?:说|让))?每(?:\d|[一二两三四])?个?(?:周|月|星期|礼拜|"
    r"天)减[一二两半\d.]+(?:片|粒|颗|mg|毫克)|"
    r"all (?:at once|at the same time|in one go|together at once)|in one (?:go|dose)|"
    r"一次性吃?|一顿全?吃(?:完|下去)?|一口气吃完?|一次吃完|[就只]吃一顿|雷打不动|风雨无阻|"
    r"刚开始吃|(?<=[片粒颗克g])维持着?|(?<=[片粒颗])(?:小?[白黄粉蓝红绿圆]色?的?小?|小)(?:药?片|"
    r"药丸)"
)
"""How long it has been so, since when, and what the tablets look like."""
