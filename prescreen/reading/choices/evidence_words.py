"""What turns the signs of a choice: who else is meant, what is only planned, and what is denied."""

from __future__ import annotations

import re

from prescreen.reading.clauses.rest_words import CALLED, PERSON

UNSAID = (
    r"(?:具体|到底)?(?:是|叫|得的)?(?:哪|什么|啥|多少)[^,，。没不]{0,5}(?:就|我|真|也|都|可|"
    r"实在)*(?:不(?:太|大)?(?:想|愿意?|便|方便|能)?(?:说|讲|提|告诉|记得|知道|晓得|清楚)|"
    r"忘|记不|想不起|说不[上清出准])[了来得的吧啊清楚你]*"
)
"""What it is that one does not tell, or does not know any more."""
ASIDE = re.compile(
    rf"{UNSAID}|就?不(?:说|讲|提)是?(?:哪|什么|啥).*|不(?:太|大)?(?:想|愿意?|便|方便|能)(?:说|讲|"
    rf"透露|"
    r"告诉).*|(?:不知道|不记得|忘了?|记不[得清]?|"
    r"说不[清准出]).{0,6}(?:哪|什么|啥|多少|几).*|[他她它]们|生完?孩子(?=那|的)|"
    r"(?<=[会名这那哪点一事块样玩圈头])儿|\bas a (?:kid|child|teen\w*)\b|\bwith (?:my|"
    r"our) (?:first|second|third|fourth|fifth|\d\w*) (?:child|baby|kid)\b"
)
"""What is not told, and what only looks like another person."""
ASKS = re.compile(
    r"[?？吗谁]|(?<![这那没怎])么(?!大|多|重)|(?<!没)(?:什么|啥)(?!都|也)|怎么(?!都)|怎样|哪(?!怕|"
    r"都)|多少|多久|几次要|是否|([^\W\d没不])[没不]\1(?!.*[知懂清])|(?:算|可|能)不|[一-龥]不$|"
    r"^(?:what|why|how|where|which|who|when (?:do|does|will|is|are)|do|does|will|can(?!')|could|"
    r"should|is|are|am)\b|\b(?:do you|does it|is it|are there|can i|will i|should i|what happens|"
    r"what is)\b|\b(?:why|how|what|which)$"
)
"""A question back."""
NOT_BEFORE = re.compile(
    r"(?:没有?|无|未|不是|并非|不算|算不上|不够|没到|没得|从不|非|否认|排除|除了|除外|低于|小于|"
    r"误诊)[^,，。没不是有]{0,4}(?:(?<=[说讲断出定得为算患])就?[是有])?$|"
    r"不(?!是)[^,，。没不的]{0,4}$|"
    r"\b(?:no|nil|zero|not|never|without|nor|less than|under|below|"
    r"neither|nothing|cannot|except|besides|instead of|negative (?:for|in|on)|"
    r"(?:ruled|rule|ruling) out|"
    r"[a-z]+n't)(?: (?:(?!but\b|only\b|just\b)[a-z'/-]+)){0,3} ?$"
)
NOT_AFTER = re.compile(
    r"^(?:(?:'s |上|里|方面|那边|这块|检查|五项|两对半|指标|已?转(?=阴)|核磁|[查测验做]了|"
    r"[查测验做]过|的|都|也|就|全|倒是?|是|"
    r"查|还|一切|个)|\b(?:mri|scan|tests?|are|is|was|were|all|it's|came back|looks?|just|has been|"
    r"have been) )*(?:没有?$|没[事啥得受有被过检查测]|不[了上成出]|未|没什么|没问题|正常|阴|不是|"
    r"排除|"
    r"好(?:着呢?|的|得很|使.*)?$|不要紧|(?:negative|clear|fine|normal|ok|okay|good|clean|"
    r"neg$|not(?= (?:at all|affected|involved|found|there|present|seen|detected|mentioned|touched|"
    r"it|"
    r"mine|me|that|so|an issue|a problem|any|in|on)\b|$)|healthy|ruled out|no$)\b)"
)
"""That a sign is denied, before and behind it."""
PLANS = re.compile(
    r"(?<![很尽赶飞太挺加])快要?(?= ?~|[吃打输做用住挂怀确得参换停出])|"
    r"(?<![何平相])等着?(?= ?~)|防(?= ?~)|差(?!不多)[^,，~]{0,3}就?(?= ?~)|马上(?!就?(?:停|给|"
    r"送))|很快就|想(?!起|不)|打算|准备|计划|考虑|希望|盼|建议|推荐|劝|不[让叫](?![^,，]{0,6}了)|"
    r"(?<!不)[让叫](?!我?停[了掉]|"
    r"我[吃住].*(?:[了过着]|每天|"
    r"一天|现在|一直|天天))|如果|要是|假如|万一|的话|除非|怎么|哪|拒绝|等着|(?<![这那一])会(?!诊|"
    r"议)|能(?!量)|可以|别(?![的人家处])|担心|怕|将来|以后(?!就|再|没|我)|下(?:个|周|次|月|礼拜|"
    r"星期)|明[天年]|后[天年]|过[几两]天|(?<!都)要(?!求|命)|审批|批下来|没批|在申请|\b(?:will|"
    r"going to|gonna|wants?|"
    r"plan\w*|may|might|could|would|should|if|unless|tomorrow|next|hop(?:e|ing)|trying|try to|"
    r"recommend\w*|suggest\w*|deciding|approval|insurance (?:is|has|won't|hasn't|refus\w*|denied)|"
    r"consider\w*|shouldn't|scheduled|booked|arranged|ordered|approved|worr(?:y|ied)|afraid|"
    r"scared|soon|think(?:ing)? (?:about|of)|due|getting|waiting (?:to|on)|supposed|like to|"
    r"need to|have to|can|other|fine if|refus\w*|declin\w*|fear of)\b"
)
"""What is not so yet, or only in some case."""
DOUBTS = re.compile(
    r"可能|也许|好像|估计|大概是|怀疑|疑似|说不定|觉得|我看|网上|百度|家族|遗传|风险|八成|像(?!样)|"
    r"不清楚|不知道|不晓得|不确定|记不|忘|漏吃|\b(?:maybe|perhaps|probabl\w+|possib\w+|i think|"
    r"suspect\w*|not sure|unsure|don't know|couldn't say|google\w*|risk|runs in|feel like|symptoms|"
    r"unknown|whether|guess|family history|in (?:my|the|our) family|contaminat\w*|mistake|mix-?up|"
    r"false (?:positive|negative|alarm)|expos\w* to|contact with|immune to|vaccinated)\b"
)
UNPROVEN = re.compile(
    r"待[排查诊]|可能性|疑似|怀疑|家族|遗传|\b(?:runs?|running) in\b|(?:couldn't|can't|cannot|"
    r"could not) (?:say|tell)\b"
)
"""A doubt, whatever else is said."""
NOT_RULED_OUT = re.compile(
    r"(?:不能|没法|无法|没有?|尚未|不可?|[要等])(?:完全)?排除|排除不|\b(?:rule|ruling) out\b|"
    r"(?:\b(?:not|never)|n't)(?: been| be| yet| fully| completely)* ruled? out|\br/o\b"
)
TESTING = re.compile(
    r"\b(?:test(?:s|ed|ing)?|check(?:s|ed|ing)?|screen(?:s|ed|ing)?|look(?:s|ed|ing)?|work(?:ed|"
    r"ing)?)(?: (?:me|her|him|us|up))*(?: up)? for\b|\binvestigat\w*"
)
TEST_RESULT = re.compile(
    r"[阴阳]|正常|\b(?:negative|positive|clear|normal|clean|confirmed|fine|found|never|nobody|"
    r"not?|none)\b|n't\b"
)
"""A test for something, which says nothing without its result."""
CONDITION = re.compile(
    r"如果|要是|假如|假设|万一|的话|除非|只要|只有.*才|\b(?:if|unless|as long as|provided)\b"
)
OF_ANOTHER = re.compile(r"(.+?)(?:[又也并]*不是|\b(?:is|are)(?: not|n't)\b)")
"""What is not: that lump is not it."""
OTHER_NAME = re.compile(
    r" ?(?:前(?:病变|期)|疫苗|(?:表面|核心)?抗体|病房|科|门诊|室|医生|护士|烟|奖|vaccin\w*|"
    r"(?:surface |core )?antibod\w*|expos\w*|ward\b|clinic\b|levels?\b|"
    r"screening\b|support\b|specialist\b|scare\b|immune$|immunity\b)"
)
"""What makes something else of a sign that it follows."""
OF_A_TEST = re.compile(r" ?tests?\b")
OF_A_SHOT = re.compile(r" ?(?:shot|jab)s?\b")
"""The same, where it is not asked about a test or a shot."""
EXCEPT = re.compile(
    r"(?:除了|除开|\b(?:except(?: for)?|besides|apart from|other than))[^,，。]{0,4}$"
)
"""What is excepted of a no."""
SPOKEN_OF = re.compile(
    r"(?:听说|听|了解|问|提|说|说起|讲|咨询|介绍|查|搜)过?(?:这个|的)?(?= ?~)|\b(?:heard|read|"
    r"asked|talked|"
    r"told me) (?:of|about)\b|\b(?:mentioned|discussed|offered)\b"
)
"""That a treatment was only spoken of."""
IS_OVER = re.compile(
    r"治愈|痊愈|早就?(?:好|正常|没|不)|(?:现在|目前|如今|已经)(?:都|也|已经)?(?:恢复)?(?:正常|"
    r"好了|没|不|停|"
    r"撤)|恢复正常|治好了|好了$|不用了|\b(?:normal|fine|ok|okay|clear|better|gone|not|well) now\b|"
    r"\bnow (?:it's |is |are |all )*(?:normal|fine|ok|okay|clear|better|gone|not)\b|\b(?:recovered|"
    r"resolved|cured)\b"
)
"""That what was told is so no more."""
CONTRAST_LAST = re.compile(
    r"(?<=[^\w\s])\s*(?:但是?|可是|可|不过|就是|就怕|只怕|只是|but|only|just)(?![a-z])|"
    r"(?<=[怕事以行题])就[是怕](?!了)|\bbut\b|但是?|不过"
)
"""What comes behind it counts, where it is asked what one can."""
FORMER = re.compile(
    r"上[次回]|上个?[月周]|之前|以前|原来|原先|先是|一开始|[年月周]前|\b(?:was|were|before|first|"
    r"last time|used to)\b"
)
"""That a result came before another."""
ALL_OF_THEM = re.compile(r"都|全|均|\ball\b")
HAVING = re.compile(
    r"有|得|患|阳|治|吃|携带|其[他它余]|别的|剩|\b(?:have|has|had|got|get|positive|on|treat\w*|"
    r"carrier|others?|else|rest)\b"
)
"""What says that one of a list is so."""
ORDERED = re.compile(r"(?:医生|大夫)说.{0,6}都?要")
"""What a doctor says one has to do."""
ONE_MORE = re.compile(r"^ ?(?:和|跟|与|或|and\b|or\b)")
"""That something else is spoken of too."""
NOT_TESTED = re.compile(
    r"没有?(?:去|做过?|再)?((?:检查|查|化验|检测|测|验)(?![出到见明有]))|"
    r"\b(?:not|never|n't|none)(?: of \w+)?(?: \w+){0,2} ((?:test|check|screen)ed)\b"
)
"""That nobody looked, which is no no."""
LEAVES_OPEN = re.compile(
    r"看(?:情况|时间|安排|吧)|再说|还没出|没出来|商量|问问?(?:我|一下)|\b(?:depends?|ask|discuss|"
    r"talk to|i doubt)\b"
)
"""That it is not said yet."""
WAS_SO = re.compile(
    r"以前|之前|曾|小时候|过去|当年|\b(?:used to|previously|formerly|as a (?:kid|child|teen\w*)|"
    r"(?:i|he|she|we) (?:was|were|had been))\b|\b(?:once|before)$|"
    r"\b(?:stopped|quit|finished|no longer) +~"
)
"""What was so, where it is asked what is so now."""
OTHER_PEOPLE = re.compile(rf"{PERSON}|群里|有人|猫|狗|\b(?:cat|dog|{CALLED})(?:'s)?\b")
_OWN_FAMILY = (
    "家|爱人|屋里|老[公婆伴爸妈]|[们的]?(?:妈|爸|爷|奶|婆|哥|姐|弟|妹|儿|女|同|朋|邻|舅|姨|姑|叔|"
    "表|堂|媳|对象|娘|爹|孩)"
)
ONESELF = re.compile(rf"我(?!{_OWN_FAMILY})|\b(?:i|i'm|i've|me|myself)\b")
CHILD = re.compile(r"娃|宝宝|孩子|小孩|婴儿|\b(?:baby|child|children|kids?|son|daughter)\b")
ANY_MORE = re.compile(
    r"再|[没不][^~]{0,4}~ ?了|(?<!侵)犯|\b(?:since|any ?more|any longer|again|in years|for years)\b"
)
"""That what is denied once was."""
NOT_SO = re.compile(r"(?:也|又|并)*(?:不是|不能|不算|谈不上|并非)(?:说|讲)?(?:是)?[^没不]")
"""That a deed is not so, whatever is said of it."""
GIVEN = re.compile(r"给(?![我开停])")
"""Given, or not: by whom, and to whom."""
