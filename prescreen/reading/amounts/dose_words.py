"""The words of doses in both languages."""

from __future__ import annotations

import re
from collections.abc import Mapping

from prescreen.reading.amounts.quantity import BETWEEN, MODIFIERS, RANGE
from prescreen.reading.amounts.unit_spellings import DOSE_UNITS
from prescreen.reading.clauses.day_parts import DAY_PARTS

_ONES = "|".join(
    f"{size}{colour}ones"
    for size in ("", "little ", "small ", "tiny ", "big ")
    for colour in ("", "white ", "pink ", "yellow ", "red ", "brown ")
    if size or colour
)
"""Tablets by how they look."""

_MEALS = {
    "morning": ("breakfast", "brekkie", "breakky"),
    "noon": ("lunch",),
    "evening": ("dinner", "supper", "tea", "bed", "bedtime"),
}


def _at_meals(part: str) -> str:
    """After breakfast, before bed: the part of the day in which one eats, or goes to bed."""
    return "|".join(
        f"{when} {my}{meal}"
        for when in ("after", "before", "with", "at", "around", "following")
        for my in ("", "my ")
        for meal in _MEALS[part]
    )


_EN_TWICE = ("both morning and evening", "both morning and night")
_EN_THRICE = ("每餐", "with each meal", "with every meal", "at each meal", "at every meal")
_SHARED = {
    "2": (("早晚",), _EN_TWICE),
    "3": (("早中晚", "三餐", "三餐后", "三餐前", "三顿", "一日三餐"), _EN_THRICE),
}
"""The parts of a day that share it, listed; and words that give an amount to each of them."""
_EACH = ("各", "各吃", "都各")

_TURNED = "reds|whites|yellows|pinks|browns|blues|greens|oranges"

DOSE_WORDS: Mapping[str, str | Mapping[str, str]] = {
    **MODIFIERS,
    **RANGE,
    "unit": DOSE_UNITS
    | {
        "tablet": f"{DOSE_UNITS['tablet']}|of a tablet|of a pill|of a tab|颗颗|粒粒|小白片|白片|"
        f"小黄片|小药片|{_ONES}"
    },
    "half": "半|half a|half|a half|半个|half of a|half of one|half an",
    "andhalf": "and a half|and half|& a half",
    "times": "次|回|顿|times|times a day|times daily|times per day|x a day|x daily|times each day|"
    "times every day|次一天|次每天",
    "often": {
        "1": "一天吃一次|每天吃一次|一日吃一次|每天早上吃一次|每天晚上吃一次|早上吃一次|一天一顿|"
        "每天一顿|一日一顿|日服一次|日服1次|日1次|一天一次|每天一次|每日一次|日一次|"
        "一日一次|一次一天|每天一回|once a day|once daily|od|once per day|qd|q.d.|q.d|1次/天|"
        "1次/日|一天就一次|一天就一顿|一天就这一顿|一天就这一次|一天只吃一次|一天就吃一次|"
        "一天就吃一顿|每天就一次|一天只有一次|once each day|"
        "one time a day|每晚一次|每早一次|每天早上一次",
        "2": "一天吃两次|每天吃两次|一日吃两次|日服两次|日服二次|日服2次|一天两次|每天两次|"
        "每日两次|一日两次|一天二次|每日二次|"
        "一日二次|一天两顿|2次/天|2次/日|早晚两次|早晚各一次|bid|b.i.d.|twice a day|twice daily|bd|"
        "twice per day|two times a day|twice each day",
        "3": "一天吃三次|每天吃三次|一日三餐|一日三餐吃|一日三餐饭后|一日三餐饭后吃|"
        "一天三餐饭后吃|日服三次|日服3次|"
        "一天三次|每天三次|每日三次|一日三次|一天三顿|早中晚各一次|"
        "早中晚三次|3次/天|3次/日|tid|t.i.d.|three times a day|"
        "three times daily|tds|thrice a day|thrice daily|thrice per day|three times per day|"
        "three times each day",
    },
    "parts": {
        count: "|".join([*(f"{day}{each}" for day in days for each in _EACH), *spoken])
        for count, (days, spoken) in _SHARED.items()
    },
    "listed": {count: "|".join(days) for count, (days, _) in _SHARED.items()},
    "each": "每次|一次|各|各吃|每回|一回|每顿|一顿|each time|each|at a time|every time|per time|"
    "per dose|/次|/顿",
    "part": {
        "day": "白天",
        "morning": f"{DAY_PARTS['morning']}|{_at_meals('morning')}|when i get up|"
        "when i wake up|when i wake|on waking|upon waking|first thing|first thing in the morning|"
        "in the mornings|breakfast|"
        "as soon as i get up|每晨|每天早晨|早上|早晨|早|上午|早晨一次|晨起|早上吃|in morning|"
        "in mornings|in the am|in the morning|in the a.m.|the am|in am|每朝|朝早|morning|mornings|"
        "early|am|a.m.|every morning|each morning|with breakfast|at breakfast|the morning",
        "noon": f"{DAY_PARTS['noon']}|{_at_meals('noon')}|中午|午|中|中午吃|at noon|noon|midday|"
        "at lunch|lunchtime|lunch|with lunch|at lunchtime",
        "afternoon": f"{DAY_PARTS['afternoon']}|下午|下午吃|late afternoon|mid afternoon|"
        "in the late afternoon|in the afternoon|afternoon|the afternoon",
        "evening": f"{DAY_PARTS['evening']}|{_at_meals('evening')}|before i go to bed|"
        "when i go to bed|晚上|晚|每晚睡前|晚上睡前|睡觉前|晚饭后|傍晚|晚餐后|晚上吃|每晚|"
        "in the pm|in the p.m.|the pm|in pm|with tea|with my tea|at teatime|with supper|"
        "with my supper|at supper|"
        "each night|each evening|in the evenings|teatime|tea time|suppertime|dinnertime|"
        "in evening|in night|"
        "at nights|in the night|"
        "in the evening|"
        "evening|at night|night|late|at bedtime|bedtime|pm|p.m.|every night|every evening|"
        "with dinner|at dinner|dinner|supper|nightly|the evening|evenings",
    },
    "per": "each is|each one is|each tablet is|每片是|每粒是|每片|每粒|每颗|each one|a piece|"
    "per tablet|each tablet",
    "x": "x|*|乘|乘以|×",
    "of": {
        "": "of|of the|of my|of these|of those|of them|规格的|at|of the|的片|的片子",
        "such": f"{_TURNED}|一片的那种|一粒的那种|的那种|的|一片的|一粒的|一颗的|ones|pills each",
    },
    "alternate": "吃一天停一天|吃一天歇一天|吃一天隔一天|一天吃一天不吃|一天吃一天停|"
    "今天吃明天不吃|one day on one day off|a day on a day off|one day on and one off|"
    "隔天吃|隔日吃|隔一天吃|隔天|隔日|隔一天|每隔一天|两天一次|隔天一次|隔日一次|"
    "隔一天一次|qod|q.o.d.|eod|every other day|alternate days|alt days|on alternate days|"
    "every two days|every second day",
    "seldom": "每周|一周|每星期|一星期|每周一次|一周一次|一周两次|每月|一个月|有时|偶尔|必要时|"
    "需要时|需要的时候|疼的时候|不舒服的时候|发作时|看情况|按需|不一定|不固定|两天|三天|每两天|"
    "as needed|when needed|if needed|prn|p.r.n.|weekly|a week|per week|every week|once a week|"
    "twice a week|sometimes|now and then|monthly|a month|per month|when it hurts|it depends|"
    "once weekly|on and off|occasionally|each week|every few days|when required|as required",
    "other": "kg|公斤|斤|岁|ml|毫升|支|袋|盒|瓶|box|boxes|bottle|bottles|天|days|drops|滴|iu|u|"
    "单位|units|unit|mg/kg|毫克/公斤|cc|ampoule|ampoules|vial|vials|针|years old|lb|lbs|勺|包|"
    "spoon|spoons|%",
    "what": "还是|是不是|对不对|行不行",
    "total": "拢共|统共|拢总|总共一天|一天拢共|每天拢共|=|makes|so|so that's|that's|equals|就是|"
    "也就是|合计是|一共是|总共是|共|一共|总共|加起来|总量|合计|in total|total|altogether|"
    "a total of|全天|全天共|一天总共|每天总共|一天一共|每天一共|一天共|每天共|全部|总计|一天加起来|"
    "in all|all together|overall|total dose|total of|for a total of|the total is|altogether it's|"
    "每日总量|日总量|总剂量",
    "between": BETWEEN,
    "plus": "加|再来|再|加上|再加|再吃",
    "sum": "+|plus",
    "divide": "分|分成|分为|分作|divided into|split into|divided in|split in|in",
    "doses": "doses|divided doses|separate doses|parts|portions",
    "split": "分次|分次吃|分开吃|分着吃|分几次|分几次吃|split|divided|in divided doses|split up|"
    "spread over the day",
    "filler": "一起吃|一起|一把吃|一把|一块吃|一块儿吃|一块儿|一股脑吃|"
    "维持在|保持在|稳定在|固定在|足量|足量的|大剂量|大剂量的|小剂量|小剂量的|中剂量|"
    "全量|high dose|low dose|"
    "full dose|on the days i take it|on days i take it|只吃|就吃|只|我只吃|每天只吃|现在只吃|"
    "维持量|维持剂量|维持|一日量|日量|每日量|一天的量|maintenance dose|on maintenance|only take|"
    "i'm down to|i am down to|am down to|i am now down to|i'm now down to|down to only|"
    "currently down to|in the day|all together in the day|a wee|i get|i'm taking|im taking|"
    "轮到吃的那天|轮到吃那天|吃的那天|吃那天|吃的时候|吃药那天|那天|早起|早起空腹|我|俺|咱|咧|每天|"
    "一天|每日|一日|天天|现在|目前|眼下|当下|这会儿|如今|i am at|i'm at|im at|am at|now at|with|"
    "the other|吃|服|服用|口服|是|的量|我吃|我吃的是|在吃|每天吃|我每天|剂量|用|喝|吃的是|了|整|"
    "的药|药|今天|就|啊|嗯|哦|呢|现在吃|正在吃|都是|日|/天|/日|/d|/day|要吃|都吃|有|我现在|"
    "我现在吃|正好|刚好|那个|每天是|一天吃|一天是|一直吃|一直是|医生开的|医生让吃|这个药|每天要吃|"
    "按|a day|per day|daily|each day|every day|i|i'm|i am|take|taking|on|i take|it's|it is|is|"
    "my dose is|the dose is|dose|exactly|just|and|和|currently|now|my|today|i have|then|also|"
    "i'm on|i am on|right now|at the moment|the|um|uh|well|er|so|dosage|once|oral|by mouth|worth|"
    "i currently take|take it|yes|only|/|:|(|)|still|i'm still taking|still taking|"
    "i am still taking|still on|i'm still on|taken|stable|stable at|steady at|steady|now on|am on|"
    "am taking|being on|起|吃着|服着|在服|在服用|正在服用|一直|还|还在|依然|仍然|仍|每天都是|"
    "每天都吃|天天都吃|每日服|每日服用|每天服|每天服用|一天要吃|一天都是|一天就|目前是|目前每天|"
    "目前一天|现在每天|现在一天|现在一天吃|平时|平常|固定|按时|顿服|每次都是|daily dose|"
    "daily dose of|daily dose is|my daily dose is|my dose|per 24 hours|a day now|every single day|"
    "for now|these days|presently|usually|normally|im|im now on|i'm now on|饭后|饭前|餐后|空腹|"
    "随餐|all at once|at once|in one go|all in one go|all together at once|in one dose|"
    "in a single dose|as a single dose|with milk|with water|with a glass of water|"
    "with a glass of milk|with some milk|with some water|with juice|with a snack|with yoghurt|"
    "with yogurt|with toast|with a biscuit|on an empty stomach|on a full stomach|"
    "with a bit of food|with some food|with something to eat|after meals|before meals|with food|"
    "after food|而已|罢了",
}
"""Kinds of words; the day is what every amount is meant for, so "a day" adds nothing."""

HOUR = re.compile(
    r"(?:at (?:1[0-2]|[1-9])|(?:at )?(?:1[0-2]|[1-9]):[0-5]\d) ?(?:am|pm|a\.m\.|p\.m\.)(?![a-z])|"
    r"(?:早上?|早晨|上午|中午|下午|傍晚|晚上?|夜里)(?:1\d|2[0-4]|\d|十[一二]?|"
    r"[一二两三四五六七八九])点(?:钟|整|(?!(?:[257]?5|50|"
    r"[二两七]?五)(?![\d十百]))(?=(?:[吃服用]|顿服|口服|服用)?[\d一二两三四五六七八九十]))"
)
"""The hour of a dose, 早8点 or 8 am: a part of the day is named, and no dose has such decimals."""
