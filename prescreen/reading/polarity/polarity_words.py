"""The words of yes, no and not sure in both languages."""

from __future__ import annotations

from collections.abc import Mapping

PLAIN, AGREEMENT, WILL = "plain", "agreement", "will"
"""What kind of yes or no a word is: of fact, of agreement or ability, of will."""
UNTOLD = "untold"
"""That nobody said so, which beside a no is one more."""
CONDITIONAL = "conditional"
"""That it depends, which is not sure where a wish is asked for, and else no answer."""
PARTICULAR = "particular"
"""The name, the day, the dose: who does not know that may well know the rest."""

_TROUBLES = (
    *("problem", "problems", "trouble", "bother", "worries", "hassle", "issue", "issues"),
    *("difficulty", "sweat", "biggie", "drama"),
)
_AT_ALL = (" at all", " whatsoever")

POLARITY_WORDS: Mapping[str, str | Mapping[str, str]] = {
    "yes": {
        PLAIN: "yes|y|yeah|yea|yep|yup|ya|yah|yess|yes sir|yes ma'am|yes please|aye|uh huh|uh-huh|"
        "mhm|mm hmm|mm-hmm|mmhm|affirmative|affirmitive|indeed|10-4|exactly|precisely|yes i do|"
        "yes i have|yes i did|是|是的|是啊|是呀|对|对的|对啊|对呀|对对|对对对|是是是|嗯|嗯嗯|恩|"
        "嗯呢|没错|正确|肯定|系|系啊|对头|正是|就是|√|✓|✔|✅|👍|是滴|对滴|哎|欸|诶对|yes yes|"
        "yeah yeah|为是",
        AGREEMENT: "|".join(f"no {each}{end}" for each in _TROUBLES for end in ("", *_AT_ALL))
        + "|you bet|ok|okay|k|okey|alright|all right|roger|by all means|gladly|can do|will do|"
        "好|好的|好啊|好呀|好哇|好嘞|好吧|行|行的|行啊|没问题|不成问题|不是问题|问题不大|没什么问题|"
        "没啥问题|没多大问题|没太大问题|没大问题|没任何问题|没有任何问题|没有什么问题|"
        "可以|可以的|可以啊|同意|成|中|要得|"
        "得|要的|当然可以|👌|好滴|不错",
        WILL: "愿意|要|说吧|讲吧|你说吧|你讲吧|您说吧|您讲吧|说嘛|讲嘛|你说嘛|你讲嘛|说说看|讲讲看|"
        "说来听听|讲来听听|说给我听|讲给我听",
    },
    "no": {
        PLAIN: "no|n|nope|nop|nah|naw|nay|no way|no sir|no ma'am|negative|uh uh|uh-uh|nuh uh|"
        "nuh-uh|no good|none|none of them|none of these|none of those|none of the above|neither|"
        "not really|no no|no no no|nothing|no siree|nada|zilch|never ever|没有没有|没没没|没没|"
        "不不不|不不|不是不是|没有的事|否|否定|木有|没得|没滴|没嘞|莫得|莫有|冇|唔系|唔是|❌|✗|✘|"
        "👎|哪有|错|错误|错了",
        WILL: "no thanks|no thank you|not for me",
    },
    "true": {
        PLAIN: "true|right|correct|accurate|factual|fact|a fact|the case|so|proper|confirm|"
        "confirmed|verified|legit|legitimate|real|truth|the truth|thats right|spot on|真的|确实|"
        "确实是|确实有|属实|真|这样|这样的|不假|会的|会",
        AGREEMENT: "good|great|awesome|fine|perfect|fantastic|valid|agree|agreed|works|would work|"
        "wonderful|excellent|cool|nice|lovely|do that|do it|looks good|好主意|很好|挺好|能|认可|"
        "赞成|没毛病|不碍事|不妨事|easy|not a problem|approved|不难|方便|还好",
        WILL: "like|want|love|happy to|想参加|很想|想的|想|喜欢|愿意听听|想听|听听|了解了解|想了解|"
        "想知道|i'd love to|i'd like to|i would love to|i would like to|love to|like to|go ahead|"
        "tell me more|interested|go on|go on then|go for it|give it a try|we'll give it a try|"
        "i'll give it a try|let's try|"
        "let's try it|i'll try|i'll try it|we'll try|try it|试试|试一试|可以试试|试试看|可以试一试|"
        "i'm interested|i am interested|有兴趣|感兴趣|why not|愿意的|愿意啊|很愿意|愿意听|想听听|"
        "可以听听|了解一下|想了解一下|可以了解|可以了解一下|听一下|愿意了解",
    },
    "think": "think so|believe so|i think so|i believe so|would say so|i would say so|i'd say so|"
    "guess so|i guess so|suppose so|i suppose so",
    "false": {
        PLAIN: "false|wrong|incorrect|inaccurate|untrue|fake|erroneous|a lie|lie|bad|mistaken|"
        "invalid|nonsense|untruth|fiction|inaccuracy|error|bogus|falsehood|a falsehood|不可能|假的|"
        "假|瞎说",
        WILL: "不想知道|不想了解|不想听|不愿了解|不愿意了解|decline|refuse|deny|拒绝|反对|"
        "disagree|i'll pass|pass|skip|skip it|skip this|"
        "no answer|no comment|不说|不答|谢绝|i decline|i refuse",
    },
    "not": {
        PLAIN: "not|never|not ever|isn't|isnt|aren't|wasn't|don't|dont|doesn't|doesnt|didn't|didnt|"
        "haven't|havent|hasn't|hasnt|hadn't|wouldn't|wouldnt|ain't|shouldn't|weren't|no never|"
        "not at all|not once|not yet|not even|never once|没|没有|不|不是|未|非|并非|绝非|决非|"
        "并不是|否认|未曾|从未|从没|从没有|从来没|从来没有|从来都没|从来都没有|从来不|还没|还没有|"
        "并没有|并没|并不|并未|无|都没|都没有|也没|也没有|根本没|根本没有|完全没有|完全没|压根没|"
        "压根没有|压根儿没有|一次都没|一次都没有|一次也没|一次也没有|没有过|没过|不曾|就没|就没有|"
        "真没|真没有|一直没|一直没有|反正没有|绝对没有|肯定没有|肯定没|当然没有|当然没|从来就没|"
        "从来就没有|还不|毫无|一次没|一针都没|一针都没有|一针也没|一针也没有|一针没",
        AGREEMENT: "can't|cant|cannot|不能|不行|不可以|不成|没法|没办法|办不到|做不到|unable|"
        "unable to|not able to|not possible|couldn't|couldnt",
        WILL: "不想|不愿意|不愿|不想去|不想参加|rather not|"
        "i'd rather not|prefer not|prefer not to|won't|wont|不要|不用|不用了|不了|不需要|不感兴趣|"
        "没兴趣|not interested|don't want|i don't want to|don't want to|no interest|"
        "would prefer not|算了|算了吧|不了吧|不用了吧|不必了吧|不参加了吧|不去了吧|不必|不必了|"
        "不考虑",
    },
    "be": "that'd|that'd be|is|are|am|was|be|been|were|would|will|i'm|im|i'll|that's|thats|it's|"
    "its",
    "do": {
        PLAIN: "it would|it will|it does|it did|it is|that is|it was|that was|i am|i was|i will|"
        "i would|they are|they did|he is|she is|do|did|does|have|has|i've|ive|i do|i did|i have|有|"
        "有的|有啊|有呢",
        AGREEMENT: "can|i can|i could|可以做到|做得到|能做到|able to|i am able to|manage|"
        "i can manage",
    },
    "deed": "did it|had|having|got|got it|taken|been in|been in one|没得过|有过|打过|打了|打过了|"
    "用过|用了|用过了|做过|做了|做过了|吃过|吃了|吃过了|得过|查过|查了|查出|输过|输了|注射过|"
    "接种过|接种了|参加过|参加了|住过|住院过|患过|怀过|有打过|有用过|有做过|有吃过|有参加过|打|吃|"
    "用|做|参加|接种|注射|输|患|试过|在吃|在用|在打|在做|正在吃|正在用",
    "sure": {AGREEMENT: "sure|certain|sure thing|for sure|surely"},
    "know": "know|remember|recall|confident|clue|a clue|idea|an idea|any idea|information|info|"
    "say for sure|knowledge|aware|知道|清楚|确定|记得|了解|懂|明白|晓得|肯定的",
    "adverb": "definitely|absolutely|totally|certainly|of course|obviously|completely|clearly|100%|"
    "当然|当然了|绝对|必须|必须的|那当然|肯定是",
    "unsure": {
        "": "not as far as i can remember|not that i can remember|not that i can recall|"
        "not as far as i remember|none that i know of|nothing that i know of|that i know of|"
        "no not that i know of|unsure|uncertain|undecided|maybe|perhaps|possibly|probably|unlikely|"
        "could be|might be|may be|might|could|either|either one|either way|dunno|idk|don't know|"
        "no idea|no clue|not sure|hard to say|hard to tell|i forget|forgot|i forgot|i've forgotten|"
        "forgotten|who knows|beats me|couldn't say|can't say|can't tell|not certain|"
        "i'm not positive|i am not positive|not positive about it|couldn't tell you|can't tell you|"
        "don't remember|can't remember|can't recall|don't recall|no recollection|one or the other|"
        "both|i guess|guess|suppose|i suppose|think maybe|kind of|sort of|kinda|sorta|on the fence|"
        "torn|unknown|not that i know of|not that i know|not that i remember|not as far as i know|"
        "as far as i know|not to my knowledge|don't think i know|not that i'm aware of|"
        "not that i am aware of|no memory|up in the air|iffy|unable to say|not able to say|"
        "can't say for certain|can't say for sure|gone right out of my head|gone out of my head|"
        "gone clean out of my head|slipped my mind|escapes me|on the tip of my tongue|"
        "couldn't tell ye|couldn't tell ya|drawing a blank|no earthly idea|"
        "i haven't the foggiest|hell if i know|haven't a clue|have to think about it|好像|可能|"
        "也许|大概|大约|应该|似乎|估计|不一定|未必|未必有|未必没有|不见得|不见得有|不敢说|"
        "不敢说没有|说不上|不好说|说不好|说不清|说不准|难说|没印象|没有印象|没什么印象|"
        "没有什么印象|没啥印象|没太大印象|没多大印象|没多少印象|记不清|记不得|记不住|忘了|忘|忘记|"
        "忘记了|不记得|不知道|不清楚|不确定|不太清楚|不太确定|不太记得|不大清楚|不大记得|不晓得|"
        "不了解|没注意|没留意|没问过|搞不清|搞不清楚|弄不清|弄不清楚|搞不清爽|弄不清爽|记不清爽|"
        "不懂|不明白|没概念|想不起来|想不起|记不太清|记不大清|没记住|没记|拿不准|吃不准|没把握|"
        "讲不清|讲不清楚|不太知道|不大知道|不大确定|印象中|印象里|貌似|或许|兴许|没准|说不定|"
        "一无所知|不知|吧|看吧|再说吧|再看看|两可|都可能|模糊|不敢肯定|不敢确定|不肯定|不能确定|"
        "不能肯定|无法确定|真不知道|哪知道|谁知道|鬼知道|不了了|没人告诉我|医生没说|医生没告诉我|"
        "大夫没说",
        CONDITIONAL: "depends|it depends|depend|看情况",
        UNTOLD: "没人说过|医生没说过|大夫没说过|没人跟我说过",
    },
    "mixed": "|".join(
        f"{often}{would}忘{what}"
        for often in ("有时", "有时候", "经常", "老", "老是", "总", "总是", "常常", "爱", "容易")
        for would in ("", "会")
        for what in ("", "记", "事", "事儿")
    )
    + "|sometimes i forget|i sometimes forget|i often forget|i always forget|i tend to forget|"
    "i keep forgetting|i forget a lot|i forget things|i forget easily|"
    "忘吃|忘了吃|忘记吃|漏吃|忘打|忘了打|要是|若是|假如|万一|不太|不大|不完全|不完全是|"
    "不全是|不都是|都行|都可以|不是不知道|不是不清楚|不是不记得|have to|had to|i'm good|i'm fine|"
    "i am good|i am fine|i'm ok|i'm okay|i'm alright|i am ok|我很好|我没事|没事|想想|我想想|"
    "让我想想|想一想|等等|等一下|等会|不吃了|不打了|没吃了|没打了|没用了|不做了|but|however|"
    "although|though|except|used to|i used to|sometimes|before|previously|once|anymore|any more|"
    "any longer|not anymore|no longer|now|currently|lately|yet|until|unless|only if|但|但是|不过|"
    "可是|只是|以前|曾经|之前|原来|过去|有时|有时候|偶尔|现在|目前|现在没有|目前没有|现在没|最近|"
    "后来|早就|早|暂时|停了|不再|了|又|除了|要不是|如果|或者|一半|有点|有些|一点|有一点|几次|很少|"
    "不多|小时候|去年|今年",
    "count": "once|一次|两次|三次|几回|一回|两回|好几次|多次|很多次|once or twice|twice|many times|"
    "several times|a few times|one time|two times|three times|a lot|一针|两针|一支|一瓶",
    "what": {
        "": "?|possible|likely|probable|多重|具体|体重|年龄|多大|哪个|是不是|有没有|算不算|是哪个|"
        "是什么|怎么|结果|什么|打没打过|吃没吃过|用没用过|做没做过|which|which one|what|what it is|"
        "how to|how to answer|how to respond|respond|exactly|what to say|anything|if|whether|"
        "that part|about that|about|on|how heavy|my weight|my dose|my age|the question|a scale|"
        "which one it was|if i have|if i did|if i had|what those are|what these are|what they are|"
        "those|these|what they gave me|what it was|what i was given|what i got|what they did",
        PARTICULAR: "什么时候|多少|几片|哪年|哪天|哪一年|哪月|日期|时间|剂量|几月|几号|具体时间|"
        "具体日期|具体多少|什么药|叫什么|名字|吃多少|用多少|在哪|多久|when|how much|how many|"
        "the name|the name's|the name has|its name|the name of it|the date|the dose|exactly when|"
        "how long ago|date|when it was|how long|which drug|"
        "what they're called|what it's called|the names|它的名字|具体的名字|药名",
    },
    "filler": "gosh|ooh|oof|ugh|aw|thankfully|fortunately|luckily|算|算是|幸好|the|that|it|"
    'sorry|"|刚|刚刚|我想|我想是|a|an|i|my|me|you|your|this|to|'
    "answer|statement|one|of|in|for|very|really|so much|quite|i'd|i would|i'd say|i would say|"
    "i must say|i gotta say|i have to say|i think|i believe|i say|i said|i meant|i mean|i know|"
    "i'm afraid|i am afraid|i feel|please|thanks|thank you|honestly|to be honest|tbh|um|uh|er|hmm|"
    "hm|hmmm|ah|oh|well then|well|just|actually|most|just now|from me|lot|alot|let's|sir|ma'am|"
    "doctor|doc|nurse|question|questions|response|telling|resounding|there|what|said|has to be|"
    "must be|all|any|definite|big|hard|anything like that|and|then|statement is|too|also|as|"
    "entirely|simply|both of those|choice|option|myself|we|he|she|they|him|her|as i said|"
    "like i said|in fact|sounds|much|totally|of that|with|up|with that|one of those|with you|is is|"
    "be a|what's|his|ever|ever had|such|such a|possibly be|go with|i'll go with|i'm going with|"
    "it'll|我|我的|我们|您|你|医生|大夫|护士|呢|啊|呀|哦|哈|嘛|额|呃|唔|哎呀|那个|这个|的|真的是|"
    "我认为|记得是|肯定|其实|医生说|大夫说|谢谢|谢谢您|你好|您好|我说|我觉得|我觉得是|确认|都|也|"
    "就|还|很|非常|太|挺|特别|完全|真|那|这|什么的|这种|这个药|这种药|这个病|这种病|任何|过|它|她|"
    "他|患者|病人|本人|吧唧|啦|哟|诶|老师|同志|具体的|了解过|这个问题|从来|一直|并|"
    "绝对是|噢|喔|这些|那些|那种|以上|上面的|上述|来着|印象|当时|情况|均|🏻|🏼|🏽|🏾|🏿|️",
}
"""Kinds of words; the longest word wins, and every word of an answer must be one of these."""
