"""What stands beside an answer: words that change nothing, and words that may turn its meaning.

One list for all kinds of answers and for choices. What is in neither is unknown, and doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

HARMLESS: Mapping[str, str] = {
    "greetings": "您好|你好|医生你好|医生您好|哈喽|早上好|下午好|晚上好|hello|hi|hello doctor|hey|"
    "good morning|good afternoon|good evening",
    "thanks to heaven": "谢天谢地|阿弥陀佛|万幸|touch wood|knock on wood|thank god|thank goodness|"
    "thank heavens",
    "politeness": "谢谢|谢谢您|谢谢你|谢谢医生|多谢|麻烦您了|麻烦了|辛苦了|不好意思|抱歉|thanks|"
    "thank you|please|sorry|thank you doctor|thanks doctor",
    "people spoken to": "医生|大夫|护士|老师|同志|doctor|doc|nurse|sir|ma'am|dear|man|madam|mate|"
    "love",
    "interjections": "嗯|嗯嗯|恩|哦|噢|喔|啊|哎|唉|诶|欸|额|呃|唔|哎呀|嘿|哈|um|uh|uhm|umm|er|erm|"
    "ah|eh|oh|hm|hmm|hmmm|mm|mhm|gosh|wow|oh gosh|haha|lol|ooh|oof|aw|ugh|whoa|aha|嗯哼|嗯呐",
    "particles": "哒|嗒|呀|撒|呢|嘛|啦|啰|囉|喽|耶|咧|喎|㗎|喇|啫|咋|嚟|馁|餒|阿|哟|唷|哇|哩|嘞|咯|"
    "噻|吼|lah|lor|leh|hor|sia|mah|齁|滴|喏|捏|的说|这样|这样子|这样吧|的样子|而已|罢了|来的|喔|"
    "哟呵",
    "openers": "好的|好|对|对啊|是的|是啊|行|其实|说实话|那个|就是说|老实说|这个嘛|我看看|我算算|"
    "让我想想|我想一下|yes|yeah|yep|yup|sure|ok|okay|well|so|like|actually|honestly|basically|"
    "i mean|you know|let's see|let me see|let me think|time flies|how time flies|to be honest|tbh|"
    "shall we say|反正|反正是|总之|总之是|right|alright|of course|oh well|i'd say|i would say|"
    "you can say|you could say|let's say|if i recall|if i remember|if i recall correctly|"
    "if i remember right|if i remember correctly|as far as i remember",
}
"""Words that go with any answer and change nothing."""

KIN = (
    r"妈|爸|爷爷|奶奶|姥姥|姥爷|外公|外婆|公公|婆婆|老公|老婆|媳妇|丈夫|妻子|太太|先生|儿|女儿|"
    r"闺女|囡|孩子|娃|宝宝|哥|姐|弟|妹|娘|叔|姨|舅|姑|婶|嫂|伯|侄|外甥|孙|亲戚|朋友|同事|同学|邻居|"
    r"隔壁|病友|别人|人家|家人|家里(?:有?人|老人|长辈)|一家子|全家|那口子|长辈|父亲?|母亲?|男友|女友|前夫|前妻|前任|对象|爱人|老伴|老头子|"
    r"屋里头?的?人?|内人|室友|舍友|同病|同屋|同房|邻床|爹|(?<!其)他|她"
)
CALLED = (
    "mum|mom|mummy|mommy|mama|dad|daddy|papa|nan|nana|granny|grandma|grandpa|hubby|hubbie|wifey"
)
"""Who is called so, without a "my"."""
RELATIVE = (
    rf"(?:{CALLED}|mother|father|parents?|husband|wife|spouse|partner|"
    r"boyfriend|girlfriend|sons?|daughters?|child|children|kids?|baby|brothers?|sisters?|friend|ex|"
    r"missus|fiancée?|fiancee?|bf|gf|(?:other|better) half|step\w+|mate|"
    r"flatmate|housemate|neighbou?r|aunt|auntie|uncle|cousin|nephew|niece|grand\w+|boss|"
    r"colleague|roommate)"
)
"""Who may be meant instead, in either language."""
SPOILS: Mapping[str, str] = {
    "negation": r"不|没|無|无|未|非|别|勿|莫|冇|唔|否|缺|\bno\b|\bnot\b|n't\b|\bnever\b|\bnone\b|"
    r"\bnor\b|\bneither\b|\bwithout\b|\bnothing\b|\bhardly\b|\bcannot\b|\bdont\b|\bcant\b",
    "a denial": r"排除|除外|ruled out|excluded|不是|不对|没到|不到|还没|未满|并非|不算|没满|不满|"
    r"\b(?:no|not|isn't|wasn't|aren't|never)\b",
    "another person": rf"{KIN}|爷|奶|姥|妻|父|母|孩|甥|老板|领导|谁|它|猫|狗|小时候|床|"
    rf"\b(?:{RELATIVE}|infant|toddler|boy|girl|"
    r"sibling|friends|neighbou?rs|coworker|someone|somebody|everyone|people|dog|cat|he|she|they|"
    r"them|his|her|their|we|who|whose)\b",
    "condition": r"如果|要是|假如|假设|若|万一|的话|除非|只要|只有|倘|即使|否则|\b(?:if|unless|"
    r"whether|in case|provided|suppose|assuming|depends?|otherwise)\b",
    "wish or plan": r"想|要|愿|打算|准备|计划|希望|盼|目标|理想|应该|应当|该|必须|得去|将|会|可以|"
    r"能|让|叫我|建议|推荐|允许|考虑|等|再|\b(?:want|wants|wanted|wish|hope|hoping|plan|plans|"
    r"planning|planned|going|gonna|will|would|should|could|can|may|might|must|need|needs|supposed|"
    r"ought|goal|target|ideal|ideally|happy (?:at|with)|like to|love to|way to|consider|"
    r"considering|recommend\w*|advise\w*|suggest\w*|told|asked|prescribe\w*|due|allow\w*|let|try|trying|intend\w*|expect\w*|aim\w*)\b",
    "question": r"吗(?!替)|么|什|怎|哪|何|几|多少|多久|多大|多重|是否|能否|可否|呢$|\?|？|"
    r"\b(?:what|why|how|where|which|when|do you|are you|is it|is that|can i|could i|should i|does|"
    r"did you)\b",
    "another time": r"还是|下个|下月|下周|下次|来年|来月|上个|上月|上周|上次|上回|上半|(?<!目)前|"
    r"后|以往|原|本来|去年|明|曾|(?<![平有同及准随])时|那年|那天|那阵|当初|起初|最初|首次|第一|才|"
    r"过去|从小|年轻|最[高低多少重轻胖瘦]|将来|\b(?:was|were|been|had|ago|before|after|since|until|"
    r"till|then|later|next|last|tomorrow|previous\w*|former\w*|earlier|once|original\w*|first|"
    r"initial\w*|used|past|recent\w*|year|years|month|months|week|weeks|day|days|time|times|soon|"
    r"anymore|longer|already|yet|still|now|while|during|young\w*|old\w*)\b",
    "a near time": r"昨|今|早|晚|刚|开始|\b(?:yesterday|today|tonight|morning|afternoon|evening)\b",
    "change": r"治愈|治好|痊愈|\b(?:cured|healed|recovered)\b|胖|瘦|长了|增|加|减|降|升|掉|涨|跌|"
    r"轻|停|换|改|变|断|戒|漏|忘|\b(?:lost|lose|losing|gain\w*|drop\w*|up|down|increas\w*|"
    r"decreas\w*|reduc\w*|taper\w*|stop\w*|start\w*|began|begin\w*|chang\w*|switch\w*|cut\w*|more|"
    r"less|over|under|miss\w*|forgot\w*|quit\w*|off)\b",
    "a look or a norm": r"像|觉得|感觉|看起来|显得|看着|标准|正常|平均|规定|最佳|太|偏|超标|"
    r"\b(?:feels?|felt|looks?|looked|seems?|sounds?|normal|average|standard|healthy|too|heavy|"
    r"light|lighter|heavier)\b|"
    r"\bmy (?!age\b|weight\b|dose\b|birth|last\b|current\b|own\b|id\b)[a-z]+",
    "another thing": r"^(?:(?:for|of|it's|that's) )?the (?!usual|same|lot|end|whole|rest|most|doc)"
    r"[a-z]+$|身高|腰围|血压|血糖|体温|心率|脉搏|身份证|号码|电话|门牌|楼|编号|考试|工作|"
    r"学校|年级|行李|包裹|大米|书|车|钱|元|块钱|\b(?:class|grade|flat|apartment|page|height|tall|"
    r"blood|pressure|sugar|pulse|phone|number|room|job|school|college|moved|house|luggage|suitcase|"
    r"sacks?|dumbbells?|barbells?|rice|sterling|"
    r"money|dollars?|flu|symptom\w*|biopsy|scan|accident)\b",
    "an onset": r"[得发起犯生染查]的(?:这个?)?病|确诊|诊断|查出|发现|发病|得病|起病|患病|出生|"
    r"结婚|离婚|生日|上班|退休|毕业|搬家|"
    r"\b(?:diagnos\w*|dx|born|birth\w*|married|wedding|onset|found out)\b",
    "contrast": r"但|可是|不过|却|而是|然而|虽|只是|除了|反而|倒是|或|还是|错|更正|重说|口误|说反|"
    r"\b(?:but|however|though|although|except|instead|rather|or|either|wrong|wait|correct\w*|"
    r"mistake\w*|only|unfortunately|than|yet)\b",
    "doubt about it all": r"疑|(?<!不)可能|倾向|风险|家族|遗传|suspect|risk|family|"
    r"(?<![请了放产病暑寒休])假(?![期日])|骗|玩笑|逗|开玩笑|随便|瞎|猜|(?<![没次])听说(?!过)|据说|"
    r"\b(?:joking|kidding|lie|lying|fake|guess\w*|random|whatever|(?<!never )(?<!even )heard|"
    r"example)\b",
    "another number": r"\d|[一二两三四五六七八九十百千万半]",
}
"""Patterns of closed classes: where one of these stands, what was said may mean something else."""

NOW = re.compile(
    r"现在|目前|如今|眼下|今年|只剩|从.+[到至成]了|(?<!发)现[有年]?(?![象场])|\b(?:now|nowadays|"
    r"currently|right now|at the moment|at present|these days|as of today)\b"
)
LAST_TIME = (
    r"(?:my |the )?(?:last|latest|final) (?:one|time|dose|infusion|pill|was|i had)|"
    r"(?:the )?most recent"
)
LAST = re.compile(
    rf"最近一次|最近的一次|最后一次|末一次|最后的一次|最后那次|末次|{LAST_TIME}|finished|"
    rf"completed|stopped"
)
LATEST = re.compile(
    rf"{NOW.pattern}|{LAST.pattern}|复查|换成|换了|改成|改吃|这[次回]|最近|后来|转[阴阳]|"
    r"switched|swapped|changed to|this time|latest|most recent"
)
"""What says that an answer is of now, that it is of the last time, and either."""
CONTRAST = r"(?<![a-z])(?:but|however)(?![a-z])|但是|但(?!愿)|不过|可是|,? though,? "
CORRECTION = (
    r"实际上?[大小]|报[大小]了|不对|错了|说错|更正|重说|口误|说反|记错|我说的是|我是说|\b(?:wait|"
    r"wrong|correction|mistake|i mean|scratch that)\b|"
    r"^(?:(?:no|not|oh|sorry|oops|hang on|hold on|不是?)[, ]*)+[\d一二三四五六七八九十]"
)
"""What takes back what was said before it."""
OTHER_TIME = (
    r"以前|之前|原来|原先|本来|去年|前年|当时|当年|那年|那时|那天|时候|那会|那阵|曾|当初|最初|起初|"
    r"时(?:候|称|量|测|的|$)|小时候|上次|上回|上个|上周|下个|下次|下周|下月|明年|明天|后天|将来|"
    r"过去|\b(?:used to|was|were|been|ago|last (?:year|month|week)|next|before|then|previous\w*|"
    r"former\w*|when i|when they|as a|until|till|tomorrow|during)\b"
)
"""Another time than now; where a number stands with it, it is the time of that number."""
PLAN = (
    r"想|打算|准备|计划|希望|目标|理想|应该|建议|考虑|拒绝|取消|\b(?:want\w*|would like|plan\w*|"
    r"goal|target|going to|gonna|supposed|should|due|try\w*|hop(?:e|ing)|cancel\w*|refus\w*)\b"
)
"""What is not done yet."""
_PERSON = rf"(?:老?妈|老?爸|{KIN})"
PERSON = rf"{_PERSON}|\b(?:my|our|his|her|the|a) (?:[a-z]+ )?{RELATIVE}\b"
"""Another person."""
PERSON_FIRST = (
    rf"^(?:是|就是|像|跟|和)?(?:我|俺|咱|我们|咱们)?家?的?(?:大|小|二|老|那个?)?{_PERSON}|"
    rf"[给替帮代](?:我|俺|咱)?(?:家|们)?{_PERSON}|"
    r"^(?:it's |it was |that's |and |for |of )?(?:my |our |the |his |her |a )?(?:late |little |"
    r"older |"
    rf"younger |best )?(?:{RELATIVE}|someone|somebody|he|she|his|her|dog|cat)\b|\b(?:for|"
    rf"behalf of) (?:my |our |his |her )?(?:{RELATIVE}|him|her)\b"
)
"""Another person of whom something is said."""

CIRCUMSTANCE = (
    r"在|去|医院|住院|出院|门诊|诊所|手术|术后|切除|化疗|放疗|复查|检查|体检|治疗|疗程|病房|急诊|"
    r"\b(?:at the|in the|in hospital|hospital|clinic|surgery|operation|infusion|drip|checkup|"
    r"check-up|appointment|visit|treatment|chemo\w*|discharged?|admitted|ward)\b"
)
"""Where and on what occasion; beside a time, anything else may be what it is the time of."""

OF_ONESELF = (
    r"我|很|挺|有点|有些|效果|花|住|疼|痛|晕|肿|累|困|忙|\b(?:i|i'm|me|it|it's|so|really|very|"
    r"a lot|a bit)\b"
)
"""What tells of the person, and is no name of a drug or a thing."""
TAKING = (
    r"吃|用|服|打|输|做|药|开|给|换|\b(?:tak\w*|took|on|had|have|got|use\w*|pills?|drug\w*|"
    r"g[ai]v\w*|put|doctor)\b"
)
"""What may tell of another thing that is taken or done."""
