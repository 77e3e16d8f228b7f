"""The words of choices in both languages, besides their own names."""

from __future__ import annotations

from prescreen.reading.calendar_words import CALENDAR_WORDS
from prescreen.reading.lexicon import words

CHOICE_WORDS = words(
    {
        "ordinal": CALENDAR_WORDS["ordinal"],
        "last": "最后一个|最后一项|最后那个|最后|the last one|last one|the last|last",
        "and": "还是|+|、|,|，|;|和|跟|与|及|以及|还有|and|&|plus|as well as|and also|加|加上|/",
        "hedge": "好像|好像是|可能|可能是|应该|应该是|大概|大概是|也许|也许是|估计|估计是|似乎|"
        "似乎是|吧|"
        "疑似|怀疑|怀疑是|maybe|probably|possibly|perhaps|i think|i guess|might be|could be|"
        "it might be|"
        "i believe|i suppose|suspected|not sure but|think it's|i think it's",
        "deed": "吃|吃的是|用的是|我吃的是|我用的是|吃的|用的|打的|打的是|了|在吃|在用|目前吃|"
        "现在吃|现在吃的是|一直吃|一直吃的是|我在吃|有|我有|得过|i also have|also have|i've got|"
        "i take|i'm taking|i am taking|"
        "taking|i'm on|i use|i have|i got|got|在服用|服用|服|查出来|查出来的是|查的|查了|测的|"
        "化验的|检查的|现在|目前|诊断为|"
        "诊断是|一天|每天|每日|早上|晚上|a day|daily|per day|in the morning|i was on",
        "amount": "片|粒|颗|mg|毫克|tablet|tablets|pill|pills|tab|tabs|pack|packs|盒|片儿",
        "half": "半片|半粒|半颗|half a tablet|half a pill",
        "choose": "第|个|项|号|条|种|选|选择|我选|我选择|选项|答案|答案是|number|no.|option|"
        "choice|choose|i choose|i pick|pick|answer|the answer is|letter|item|(|)|.|:|#|应该选",
        "filler": "too|also|for me|it|我|是|的|那个|这个|我是|我的是|"
        "属于|就是|医生开的|医生给开的|医生开的是|"
        "开的是|开的|叫|叫做|药|药是|吧唧|啊|呢|哦|嗯|the|one|is|it's|it is|its|my|mine is|"
        "that is|that's|a|an|i'd say|please|called|it's called|医生说|大夫说|the doctor said|"
        "my doctor said|doctor said|i was diagnosed with|diagnosed with|was diagnosed with|"
        "i've been diagnosed with|i was told i have|而已|ooh",
    }
)
"""Kinds of words that may stand around the names of choices."""
