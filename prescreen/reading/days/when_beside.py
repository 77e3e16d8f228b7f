"""What may stand beside a time in closed forms: how many in a row, and what was before it."""

from __future__ import annotations

import re

from prescreen.reading.clauses.rest_words import TAKING
from prescreen.reading.clauses.rests import Care, Rest, judge

_MANY = r"(?:\d+|two|three|four|five|six|seven|a few|several)"
_TAKING = re.compile(TAKING)
_WHEN_ONCE = (
    r"(?:back |was |sometime )?in (?:early |mid |late |the )?(?:(?:19|20)\d\d|jan|feb|mar|apr|may|"
    r"jun|jul|aug|sep|oct|nov|"
    r"dec|spring|summer|autumn|fall|winter)|last (?:year|month|week|spring|summer|autumn|fall|"
    r"winter)\b|"
    r"(?:this|earlier this|yesterday)|(?:about )?(?:an?|two|three|four|five|six|\d+|a few|several|"
    r"a couple of) "
    r"(?:weeks?|months?|years?|days?) (?:ago|back)\b"
)
"""A time behind "once", which is no "once a month"."""
IN_A_ROW = re.compile(
    rf"(?:for )?{_MANY} (?:day|night|morning|week)s "
    r"(?:in a row|running|straight|on the trot)\.?|"
    rf"(?:about )?(?:an?|one|{_MANY}) (?:day|week|month|year)s? (?:before|after) "
    r"(?:the|my|our|i|we) .*|"
    rf"(?:for )?(?:about )?(?:an?|one|{_MANY}) (?:day|night|week|month|year)s? "
    r"(?:in hospital|(?:on|in|at) (?:the|a|my) [a-z]+(?: [a-z]+)?)|"
    r"(?:我|是|打|吃|做|用|治|了)*(?:前后(?:大概|差不多|一共)?(?=[\d一二两三四五六七八九十几半])\S{1,6}|"
    r"[\d一二两三四五六七八九十几半]\S{1,4}的疗程)[了的]*",
    re.IGNORECASE,
)
"""How long it went on, or how far from something else it was, and no time since."""
BESIDE_DAY = re.compile(
    r"^(?:连着|一共|共|都)*(?:打|输|挂|吃|做)了?(?:\d+|[一二两三四五六七八九十几]+)(?:天|瓶|针|次|"
    r"袋|支)了?[,，](?=是?(?:[上去今前昨]|(?:19|20)\d\d|\d{1,2}月)|.*前)|[,，]?(?:在|"
    r"去)?(?:[\u4e00-\u9fff]{0,5}医院)?(?:住院|住着院|门诊|急诊)(?:的时候|那会儿?|那阵子?|时|"
    r"那次|期间)?(?=$|[,，打输挂做用的])|(?<=[a-z\d]),? (?:(?:right |just |shortly |"
    r"soon )?(?:when|while)|(?<!day )(?<!days )(?<!week )(?<!weeks )(?<!month )(?<!months )"
    r"(?<!year )(?<!years )(?:right |just |shortly |soon )?(?:before|after)) "
    r"(?:i|we|my|our) [a-z' ]+$|"
    r"(?<=ago),? (?:and )?(?:i )?(?:had|got|"
    r"felt|was) [a-z ]*(?:headache|sick|ill|tired|rash|fever|migraine|nausea|reaction)[a-z ]*$|"
    r" only(?=,|$)|"
    rf"\b(?:for )?{_MANY} (?:days|nights|mornings) (?:in a row|running|straight|on the trot|"
    rf"in total)\b|"
    rf"\b(?:for )?{_MANY} (?:days|nights)(?: (?:on|in|at) (?:the |a |an |my )?[a-z]+)?,? "
    r"(?=(?:back )?(?:in|on|last|this|from) )|"
    r"^(?:many |some |a few |so many )?years (?:and years )?(?:ago|back)[,.; ]+(?=.*\d{4})|"
    r"^(?:好[多几些]|很多|许多|多)年(?:以)?前了?[,，。]*(?=.*\d{4}年)|"
    r"[,，; ]*(?:and )?(?:the )?(?:one )?before that .*$|[,，;；]*(?:再之前|再往前|之前那次|"
    r"再上次).*$|[,， ]*(?:连着|连续|一共|共|都|每次|连|刚刚?|才)?(?:打|输|挂|吃)?[了过]?(?:连续|"
    r"连着)?(?:\d+|"
    r"[一二两三四五六七八九十几]+)(?:天|瓶|针|次|袋|支|片|粒|颗)(?:了)?$|[,，] ?(?:an?|one|two|"
    r"three|"
    r"\d{1,3}(?: ?mg)?) (?:pill |tablet )?(?:a|every|each) (?:day|morning|night)$|,? (?:at|till|"
    r"until|around|by|from)(?: like| about| around)? \d{1,2}(?:[:.]\d\d)? ?(?:am|pm|o'clock)\b|"
    r"(?:(?<=morning)|(?<=evening)|(?<=night)|(?<=afternoon)|(?<=yesterday)|(?<=today)|"
    r"(?<=day),?) (?:at|around|about|by)(?: about| around)? (?:half past |quarter past |"
    r"quarter to |half )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"noon|midday|lunchtime|teatime)(?:[:.]\d\d|ish|-ish| ish)?$|"
    rf"(?:\b(?:i )?(?:had|got) (?:it|one) )?\b(?:only |just )?(?:once|twice|"
    rf"one time)(?: only)?,? (?={_WHEN_ONCE})|"
    r"(?<![\w.])(?:#|number |no\. ?)\d{1,3}(?= (?:was|took place|happened)\b)|[,，]?后(?:头|来|"
    r"面)(?:我|就|也|都|一直)*(?:再也?)?没有?(?:再)?(?:打|挂|输|用|吃|做)?(?:过了?|了)(?=$|[,，])|"
    r"[,，]?就那?一[回次]$|[,，]?(?:每天|"
    r"一天)[一二两三四\d]+(?:片|粒|颗)$|^我?记得(?:很|特别|挺|非常)?清楚[,，]|"
    r"[,，]那天(?:正好|刚好|还|也|就)?(?:下|刮|堵|冷|热)[^,，。不没\d一二两三四五六七八九十]{0,6}$"
)

FIRST_ONE = re.compile(
    r"\b(?:first|second|third|1st|2nd|3rd) (?:one|time|dose|drip|infusion|shot|jab|visit|session|"
    r"treatment|course|was|were|i had)\b"
)
"""The first was in May: which of several, and no day of a month."""
HOW_OFTEN = re.compile(
    r"(?:^|[,，。 ])(?:我|大概|差不多|一般|基本|平均|都|是|就|要|得)*"
    r"(?:[\d一二两三四五六七八九十半几]+(?:天|周|个?星期|个?礼拜|个半?月)|"
    r"(?<!\d)(?:半|[\d一二两三四五六七八九十]{1,2})年)[,，]?(?:我|就|才|要|得|去)*"
    r"(?:打|输|挂|吃|用|做|冲)?了?(?:\d+|[一二两三四五六七八九十几]+)(?:次|针|瓶|回|支|个?疗程)$|"
    r"(?:[去前今]年|\d年|(?<!个)月份?|[号日])到(?:现在|今天|目前|如今)(?:为止)?$|"
    r"[,，。 ](?:这|那)(?:个|种|药|针)我?(?:从来|从|都|还|也)*没有?(?:打|做|用|吃|输|挂)过?$"
)
"""三个月打一次, 去年到现在, 这个没做过: how often, how long or never, and no time."""

_SCENE = re.compile(
    r"(?:(?P<time>.+?)[,，]+|(?P<year>(?:\d{4}|[5-90]\d|[五六七八九零][零一二三四五六七八九]|"
    r"[零一二三四五六七八九]{4}|[去今前])年(?:\d{1,2}月|"
    r"[一二三四五六七八九十]{1,2}月)?))(?P<scene>[^,，。]{1,8}?)(?:的时候|那时候?|那会儿?|那阵子?|"
    r"那段(?:时间|日子)|那年|没多久|不久|期间)"
)
_SCENERY = Care(pardoned=("a near time",))


def before_scene(plain: str) -> str:
    """The time before what else was then: 2020年三月，刚封城没多久; empty where there is none.

    What was found out, begun, done or taken then may be what the time is of.
    """
    said = _SCENE.fullmatch(plain)
    if said is None or _TAKING.search(said["scene"]):
        return ""
    turned = judge(said["scene"], _SCENERY) is Rest.SPOILS
    return "" if turned else said["time"] or said["year"]
