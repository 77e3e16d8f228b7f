"""The words of an answer to a question of fact: what was so, and never what is wanted or can be."""

from __future__ import annotations

from collections.abc import Mapping

_MANY = (*"一二两三四五六七八九十", "好几", "十几", *map(str, range(1, 11)))
PAST = "past"
"""The name of a word that tells of a time before now."""

FACT_WORDS: Mapping[str, str | Mapping[str, str]] = {
    "yes": "yes|y|ye|yeh|yh|yus|yeppers|yessir|god yes|hell yes|yeah|yea|yep|yup|ya|yah|yess|aye|"
    "uh huh|uh-huh|mhm|mm hmm|mm-hmm|mmhm|"
    "affirmative|affirmitive|indeed|10-4|exactly|precisely|yes yes|yeah yeah|yup yup|yes sir|"
    "yes ma'am|是|是的|是啊|是呀|是是是|对|对的|对啊|对呀|对对|对对对|没错|正确|系|系啊|对头|正是|"
    "就是|是滴|对滴|诶对|是喔|嘿啊|√|✓|✔|✅|👍|恩恩恩",
    "nod": "嗯|嗯嗯|恩|嗯呢|恩恩|嗯恩|嗯嗯嗯|嗯嗯嗯嗯|嗯哼",
    "no": "hell no|god no|lord no|goodness no|gosh no|nae|no|n|nope|nop|nah|naw|nay|no no|no no no|"
    "uh uh|uh-uh|nuh uh|nuh-uh|no sir|"
    "no ma'am|noo|nooo|no doctor",
    "none": "a no|a definite no|a hard no|a negative|not me|not me no|negative|nada|zilch|none|"
    "none of them|none of these|none of those|none of that|none of it|none of the above|neither|"
    "nothing|not really|nothing like that|不|不是|不是的|不不|不不不|不是不是|否|否定|否认|"
    "没有的事|木有|没得|没滴|没嘞|莫得|莫有|冇|唔系|唔是|无|均无|都无|❌|✗|✘|👎",
    "never": "never|never ever",
    "nots": "没有没有|没没|没没没|没有没有没有|没没没没|没有没|没没没没有|没没没有|没没有|"
    "没没没没没",
    "no way": "no way",
    "sure": "certainly|definitely|absolutely|of course|for sure|obviously|totally|当然|当然了|"
    "那当然",
    "adverb": "sure|you bet|really|actually|honestly|truly|surely|completely|clearly|真|真的|"
    "真的是|确实|确实是|的确|肯定|肯定是|绝对|一定|其实|i'm afraid|i am afraid|i'd say|i would say|"
    "i must say|i say|i said|i meant|i mean|i gotta say|i have to say|我说|是说|医生说|大夫说|"
    "护士说|医生说是|the doctor said|my doctor said|doctor said|doctor says|my doctor says|"
    "thankfully|fortunately|luckily|unfortunately|sadly|幸好|好在|可惜|幸亏|还好是",
    "all": "都|均|全|全都|统统|通通",
    "light": "这辈子|一辈子|这一辈子|长这么大|前后|先后|陆续|一共|总共|也|还|就|并|从|从来|从来都|"
    "从来就|一直|一直都|根本|压根|压根儿|ever|just|完全|反正|至今|迄今|到现在|到目前|到目前为止|"
    "so far|to date|until now|已经|早就|早",
    "subject": "我|我们|我的|本人|患者|病人|他|她|i|we|he|she|they|the patient|我这边|俺|咱",
    "not": "从来没有过|从没有过|从未有过|从来没过|未有|才没有|才没|not|haven't|havent|hasn't|hasnt|"
    "hadn't|hadnt|didn't|didnt|don't|dont|doesn't|doesnt|isn't|isnt|wasn't|aren't|ain't|i've not|"
    "have not|has not|had not|did not|do not|does not|have never|has never|had never|i've never|"
    "not ever|not once|never once|not even once|没|没有|未|未曾|从未|从没|从没有|从来没|从来没有|"
    "从来都没|从来都没有|从来就没|从来就没有|还没|还没有|并没有|并没|并未|都没|都没有|也没|也没有|"
    "根本没|根本没有|完全没有|完全没|压根没|压根没有|压根儿没有|不曾|从不曾|从来不曾|从来都不曾|"
    "就没|就没有|真没|真没有|一直没|一直没有|反正没有|绝对没有|肯定没有|肯定没|当然没有|当然没|"
    "没有过|没过|是没|是没有|也还没有|都还没有|都还没|曾未|i'm not|i am not|im not|she's not|"
    "he's not|it's not|that's not|we're not|she is not|he is not|weren't",
    "once": {
        PAST: "一次|一针|一瓶|一支|一片|一粒|一颗|"
        "一次都|一次也|一针都|一针也|一个都|一个也|一样都|一样也|一种都|"
        "一种也|一项都|一项也|一条都|一条也",
    },
    "yet": "yet|at all|at any time|any time|before in my life|in my life|in my whole life|"
    "a single time|of them|of these|of those|of the above|to all of the above|to all of them|"
    "to both|to that|to all",
    "have": {
        "": "i have|i do|i am|we have|she has|she does|she is|he has|he does|he is|they have|"
        "they do|i've|she's|he's|i do have|we do have",
        PAST: "i did|i was|we did|she did|he did|they did",
    },
    "aux": "have|has|did|do|does",
    "agreed": "yes please|ok|okay|k|fine|good|好|行|可以",
    "had": {
        "": "have it|have one|have that|have any",
        PAST: "had|i had|i've had|i have had|she had|he had|had any|had one|had it|had that",
    },
    "is": "it is|that is|it was|that was|that's|thats|it's|its|that would be|the answer is|"
    "my answer is|it would be|this is|it'll be|would be|is|the answer to that is",
    "true": "这样|这样的|如此|true|right|correct|accurate|factual|the case|a yes|a fact|it|so|"
    "thats right|verified|confirmed|my answer|属实|不假",
    "false": "false|untrue|inaccurate|假的|瞎说",
    "there": "有|有的|有啊|有呢|有有|有有有|有的有的",
    "done": {PAST: "有过|有过这个"},
    "again": "了",
    "stopped": "not for years|not in years|not for ages|not in ages|not for a long time|no longer|"
    "no more|not anymore|not any more|not any longer|anymore|any more|"
    "any longer",
    "gone": "没了|不用|不用了|no thanks|no thank you",
    "still": "现在|目前|现今|眼下|now|currently|right now|at the moment|at present|these days",
    "prior": "以前住院|之前住院|前年住院|去年住院|当时|当年|那时候|那会儿|那阵子|以前|之前|从前|"
    "曾经|曾|原来|过去|早先|早年|以前是|previously|before|in the past|"
    "earlier|formerly|住院时|住院的时候|上次住院时|上次住院|之前住院时|住院期间|住院那阵|"
    "住院那阵子|住院那会儿|住院那时候|住院那次|生病那会儿|病重那会儿|刚得病那会儿|刚发病时|生病时|"
    "病重时|刚得病时",
    "well": "都挺好|都挺好的|都很好|都好|都好好的|都正常|一切正常|挺好|挺好的|身体挺好|身体很好|"
    "好好的|没事|没啥事|没什么事|都没事|没毛病|都健康|很健康|all good|all fine|all normal|all well|"
    "i'm fine|i am fine|everything is fine|everything's fine|everything is normal|i'm healthy|"
    "i am healthy|perfectly healthy|they're all fine|they are all fine",
    "some": "|".join(
        f"{n} of {those}"
        for n in ("one", "two", "three", "some", "a few", "a couple")
        for those in ("these", "them", "those")
    )
    + "|其中一种|其中一个|其中一项|其中之一|其中两种|其中两个|其中两项|其中几种|其中几个|其中几项",
    "topic": "这些毛病|这类毛病|这些病症|it|one|that|this|any|them|any of these|any of those|"
    "any of them|either|either one|anything like that|such a thing|that one|this one|any of that|"
    "the|a|这个|这种|这些|那个|那种|那些|这个药|这种药|这个病|这种病|这种情况|这些情况|这类情况|"
    "情况|这样的情况|这方面|此类|此|这类|以上|以上的|上述|上面的|上面这些|以上这些|这些病|这类病|"
    "这些问题|这样的|这些东西|那些东西|这东西|那东西|这个东西|那个东西|任何|此情况|medication|medications|medicine|medicines|pills|drug|"
    "drugs|any medication|any medications|any medicine|any medicines|any pills|药物|"
    "any of those things",
    "times": {
        "": "|".join(f"{n}{unit}" for n in _MANY for unit in ("天", "个月", "周", "年")) + "|一些",
        PAST: "|".join(
            f"{n}{unit}"
            for n in _MANY
            for unit in ("次", "回", "针", "瓶", "支", "个疗程")
            if n != "一" or unit not in {"次", "针", "瓶", "支"}
        )
        + "|两次|三次|好几次|多次|很多次|两回|几回|twice|once|one time|two times|three times|"
        "2 times|3 times|4 times|5 times|a few times|several times|many times|once or twice|"
        "a couple of times|heaps of times|lots of times|loads of times|loads|lots|plenty of times|"
        "countless times|a bunch|a whole bunch|a bunch of times|tons of times|quite a few times|"
        "a good few times|a number of times|a handful of times|more than once|"
        "两三次|三四次|一两次|好多次|only once|just once|once only|only one time",
    },
    "what": "?|还是|是不是|吗|么|什么|怎么|谁|哪|是否|何",
    "filler": "um|uh|er|hmm|hm|hmmm|ah|oh|well|eh|well then|please|sorry|to be honest|tbh|i think|"
    "doctor|doc|nurse|sir|ma'am|dear|mate|love|madam|哒|嗒|呢|啊|呀|哦|喔|噢|哈|嘛|额|呃|唔|哎呀|"
    "哎|诶|欸|耶|啦|哟|的|阿|咧|呐|欧|餒|囉|啰|咯|噻|滴|喇|㗎|啫|医生|大夫|护士|老师|同志|那个|这|"
    "那|🏻|🏼|"
    "🏽|🏾|🏿|~|在这边|在这里|在这儿|在你们这|在这|在这家医院|在医院|在我们医院|here|"
    "at the hospital|at your hospital|ooh|oof|ugh|whoa|aw|both|either|而已|罢了|来的",
}
"""Kinds of words; the order in which they may stand is in `facts`."""
