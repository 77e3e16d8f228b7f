"""What may stand beside a dose in closed forms: since when, for how long, how the tablets look."""

from __future__ import annotations

import re

_SPAN = (
    r"(?:(?:about |around |the last |the past |another |a |one |two |three |four |five |six |"
    r"several |few |couple of |couple |\d+ )+(?:day|week|month|year|wk|yr)s?)"
)
BESIDE_DOSE = re.compile(
    rf"\b(?:for {_SPAN}(?: now| so far| already)?(?: (?:and )?then (?:taper|less|down|stop)\w*)?|"
    r"(?:ever )?since (?:last (?:week|month|year|[a-z]+day)|[a-z]+day|yesterday|january|february|"
    r"march|april|may|june|july|august|september|october|november|december|the [a-z]+(?: [a-z]+$)?|"
    r"i [a-z ]+|my [a-z]+)|(?:as of |starting |from )(?:this|last) (?:past )?(?:week|"
    r"month|[a-z]+day)(?: on)?|this (?:past )?(?:week|month)(?: on)?|"
    r"(?:starting |as of |from )(?:today|yesterday)(?: on)?|doctor'?s orders|"
    r"as prescribed|as directed|as instructed|without fail|like clockwork|(?:(?:i'm|i am|am|been|"
    r"still|currently|slowly|now|and) )*(?:tapering|weaning)(?: slowly| down| off| it)*|"
    r"just (?:dropped|went|cut)(?: down)? to|(?:(?:the |those |of |of those |little |small |tiny |"
    r"big |round |white |pink |yellow |brown |red |blue |green |orange |peach |coloured |"
    r"colored )+)(?=(?:ones|pills?|tabs?|tablets?)\b))|(?<=[片粒颗克g半])(?:已经|都|就|一共|"
    r"连着)?(?:吃|用|服)?了?(?:有|快|差不多|大概)?(?:\d+|"
    r"[一二两三四五六七八九十几半]+)个?(?:多)?(?:天|周|星期|礼拜|月|年)(?:多)?了|(?:从|自)?(?:昨天|"
    r"前天|今天|上周|上个?星期|上个?礼拜|上个?月|这周|这个?月|本周|最近)(?:开始|起)(?:就)?(?:按|"
    r"改成|改为|改到|换成|改|减到|减成|加到|调到)?(?=.*[\d一二两三四五六七八九十半])|(?:(?:my |"
    r"the )?(?:doctor|dr|[a-z]+ologist|consultant)|they)(?:'s)? (?:gave|gives?|has|have|got|"
    r"keeps?) me(?: on| at)?|(?:(?:i'm|im|i am|and|will be|then) )*(?:go|com|drop|cutt?|reduc|"
    r"taper|wean|do)(?:e?ing)?(?: it| down)*(?: by)? [\w.]+ ?(?:mg|tablets?|"
    r"pills?)(?: drops)? (?:a|per|each|every) (?:[\w]+ )?(?:months?|weeks?|fortnight|days)|"
    r"(?:on )?(?:(?:and |to |- |, ?)*(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b)+|"
    r"[, ]*(?:and )?(?:none|nothing|not|off|zero)(?: on| at| for)?(?: the)? (?:weekends?|"
    r"other days|rest(?: of the week)?)|(?<!\d)(?:周|星期|"
    r"礼拜)[一二三四五六日](?:[、,到至和-]*(?:周|星期|礼拜)?[一二三四五六日](?!片|粒|颗|次))*|"
    r"(?:周末|周六日|周日|其他(?:时间|几天|日子|天)?|别的(?:时间|日子)?)都?(?:不吃|停|休息|不用吃)|"
    r"(?<=[片粒颗克g])[, ]*(?:然后|再|医生(?:说|让))?每(?:\d|[一二两三四])?个?(?:周|月|星期|礼拜|"
    r"天)减[一二两半\d.]+(?:片|粒|颗|mg|毫克)|all (?:at once|at the same time|in one go|"
    r"together at once)|in one (?:go|dose)|一次性吃?|一顿全?吃(?:完|下去)?|一口气吃完?|一次吃完|"
    r"[就只]吃一顿|雷打不动|风雨无阻|刚开始吃|(?<=[片粒颗克g])维持着?|"
    r"(?<=[片粒颗])(?:小?[白黄粉蓝红绿圆]色?的?小?|小)(?:药?片|药丸)"
)
"""How long it has been so, since when, and what the tablets look like."""
