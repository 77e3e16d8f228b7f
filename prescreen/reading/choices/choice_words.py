"""The words of choices in both languages, besides their own names."""

from __future__ import annotations

from prescreen.reading.clauses.lexicon import words
from prescreen.reading.days.calendar_words import CALENDAR_WORDS

CHOICE_WORDS = words(
    {
        "ordinal": CALENDAR_WORDS["ordinal"],
        "last": "最后一个|最后一项|最后那个|最后|the last one|last one|the last|last",
        "and": "还是|+|、|,|，|;|和|跟|与|及|以及|还有|and|&|plus|as well as|and also|加|加上|/",
        "hedge": "好像|好像是|可能|可能是|应该|应该是|大概|大概是|也许|也许是|估计|估计是|似乎|"
        "似乎是|吧|疑似|怀疑|怀疑是|probable|likely|maybe|probably|possibly|perhaps|i think|"
        "i guess|might be|could be|it might be|i believe|i suppose|suspected|not sure but|"
        "think it's|i think it's",
        "deed": "吃|吃的是|用的是|我吃的是|我用的是|吃的|用的|打的|打的是|在吃|在用|目前吃|"
        "现在吃|现在吃的是|一直吃|一直吃的是|我在吃|有|我有|得过|i also have|also have|i've got|"
        "i take|i'm taking|i am taking|taking|i'm on|i use|i have|i got|got|在服用|服用|服|查出来|"
        "查出来的是|查的|查了|测的|化验的|检查的|现在|目前|诊断为|诊断是|i was on",
        "adverb": "了",
        "often": "一天|每天|每日|早上|晚上|a day|daily|per day|in the morning",
        "amount": "片|粒|颗|mg|毫克|tablet|tablets|pill|pills|tab|tabs|pack|packs|dose pack|"
        "dosepak|dose pak|盒|片儿",
        "half": "半片|半粒|半颗|half a tablet|half a pill",
        "choose": "第|个|项|号|条|种|选|选择|我选|我选择|选项|答案|答案是|number|no.|option|choice|"
        "choose|i choose|i pick|pick|answer|the answer is|letter|item|(|)|.|:|#|应该选",
        "filler": "too|also|for me|it|我|是|的|那个|这个|我是|我的是|last one was|the last one was|"
        "the last time was|last time was|属于|就是|医生开的|医生给开的|医生开的是|开的是|开的|叫|"
        "叫做|药是|吧唧|啊|呢|哦|嗯|the|one|is|it's|it is|its|my|mine is|that is|that's|a|an|"
        "i'd say|please|called|it's called|医生说|大夫说|the doctor said|my doctor said|"
        "doctor said|i was diagnosed with|diagnosed with|was diagnosed with|"
        "i've been diagnosed with|i was told i have|而已|ooh",
    }
)
"""Kinds of words that may stand around the names of choices."""

LOOSE_WORDS = words(
    {
        "adverb": "了|早|早就|早已|已经|都|也",
        "deed": "今年|最近|这次|这回|now|done|减到|减成|加到|改到|was confirmed|"
        "confirmed|was diagnosed|"
        "diagnosed|换|换成|换了|改成|改吃|现在换|swapped me to|they swapped me to|现在换成|现在改|"
        "switched to|they switched me to|now on|changed to|changed me to|put me on|they put me on|"
        "复查|复查了|复查血|再查|才|终于|最后|仍|还|也有|还在|正|正在|后来|我就|就|"
        "as well|both|i got|i had|had|was on|on|am|was|got|i'm still|still|for now|现在就|一直|"
        "做完|做了",
        "filler": "药|i've|i have|right now|me|my doctor|the doctor|doctors|my specialist|有点|"
        "重叠|比较|挺|很|在做|确诊的|only|just|准时|按时|ones|tablets|brand|口服|口服的|片剂|"
        "医院给的|医院开的|药店买的|自己买的|进口的|国产的|from the hospital|from hospital|"
        "from the pharmacy|slow release|extended release|那种|那个|就查了|就查|只查|"
        "the last one was|last one was|the last test was|my last test was|last test was|"
        "most recent one was|most recent was|it turned out|turned out|turned out to be|"
        "it turned out to be|turns out|for that|of that|to that|that i've been told|"
        "i've been told about|that i've been told about|thank god|that would be|that'd be|"
        "it would be|it'd be|would be|医生讲|大夫讲|医生讲是|医生说是|大夫说是|医生说|the|kind|"
        "type|really|very|so|quite|pretty|一直|i already|already|official|it's official|at all|啊|"
        "呀|喽|上|里|这边|他们|he|she|他|她|then|在家|家里|a bit|some|little|呈|为|均|全|全部",
        "amount": "点|点钟|次",
    }
)
"""Words that may stand in a part of a text that is only offered."""
