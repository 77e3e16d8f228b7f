"""The words of past days in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from prescreen.reading.days.ago import AGO_WORDS
from prescreen.reading.days.calendar_words import CALENDAR_WORDS, SPAN_WORDS

_NOUNS = (
    "one", "time", "dose", "drip", "infusion", "shot", "injection", "pill", "tablet", "treatment",
    "visit", "session", "course", "iv",
)  # fmt: skip
"""What there is a last one of."""
LAST_NOUNS = "|".join(_NOUNS)

WHEN_WORDS: Mapping[str, str | Mapping[str, str]] = {
    **CALENDAR_WORDS,
    **SPAN_WORDS,
    **AGO_WORDS,
    "now": {
        "": "现在|目前|now|right now|currently|at the moment|at present|presently",
        "on": "|".join(
            f"{going}{verb}{end}"
            for going in (
                "仍",
                *(f"{so}{still}在" for so in ("", "目前", "现在", "至今") for still in "还仍"),
                *(
                    f"{so}{all}在"
                    for so in ("天天", "每天", "日日", "一直")
                    for all in ("", "都", "还")
                ),
                "目前在",
            )
            for verb in ("打", "吃", "用", "做", "服", "服用", "使用", "注射")
            for end in ("", "着", "中", "呢")
        )
        + "|"
        + "|".join(
            f"{going}{verb}着{end}"
            for going in (
                *("", "正", "还", "现在", "现在正", "现在还", "一直", "一直都", "天天", "还在"),
                *("天天都", "每天", "每天都"),
            )
            for verb in "打吃用做服挂输"
            for end in ("", "呢")
        )
        + "|"
        + "|".join(
            f"{i}{getting} {it} {now}"
            for i in ("", "i'm ", "i am ")
            for getting in ("having", "getting")
            for it in ("it", "one", "my infusion", "my drip")
            for now in ("now", "right now", "at the moment", "as we speak", "today")
        )
        + "|i'm on the drip now|on the drip now|as we speak"
        + "|"
        + "|".join(
            f"{i}{not_yet} stopped{it}"
            for i in ("", "i ", "i've ")
            for not_yet in ("never", "haven't", "have not", "not")
            for it in ("", " it", " taking it")
        )
        + "|没断过|没断|天天吃着呢没断过|还没断|正在|还在用|还在吃|还在打|还在|一直在吃|"
        "一直在用|一直吃着|一直用着|一直在打|没停|没有停|没停过|还没停|还吃着|还用着|正在吃|正在用|"
        "正在打|现在还在吃|现在还在用|现在还在打|现在也在吃|still|ongoing|"
        "still taking it|still on it|i still take it|i am still taking it|i'm still taking it|"
        "still on it every day|still taking it every day|i take it every day|"
        "i'm still on it|still using it|taking it now|i'm on it now|"
        "still taking",
    },
    "just": {
        "stopped": "|".join(
            f"{just}停{end}"
            for just in ("刚", "刚刚")
            for end in ("", "的", "了", "药", "药了", "掉")
        ),
        "": "|".join(
            f"{just}{verb}{end}"
            for just in ("刚", "刚刚")
            for verb in "打做用吃输种挂服注"
            for end in ("", "的", "了", "完", "完的", "过", "好", "上", "掉")
        )
        + "|刚拔针|刚拔的针|刚拔了针|刚刚拔针|刚打|刚打完|刚做完|刚用完|刚打过|"
        "刚吃完|刚结束|刚做|刚打了|刚用过|刚做过|刚停不久|刚打不久|just stopped|just finished|"
        "just had it|i just stopped|i just had it|i just finished|just stopped it|"
        "only just stopped|just ended|just came off it|just got it",
    },
    "lasted": "输完|输完了|不吃了|就不吃了|不打了|就不打了|不用了|就不用了|打完|打完了|做完|"
    "做完了|用完|用完了|吃完|吃完了|结束了|停了|停药|停药了|停了有|停药有|已经停了|断药|断药了|"
    "停了已经|停用|停用了|"
    "已停药|已经停药|停掉|停掉了|停打|停吃",
    "treated": "打了|做了|用了|吃了|输了|服了|服用了|治了|治疗了|住了|打了有|吃了有|用了有|打过|"
    "做过|用过|吃过|输过|服过|打过有|做过有|用过有|吃过有|一直打|一直吃|一直用|连续打|连续吃|"
    "连着打|连着吃|took it|i took it|i've been taking it|been taking it|taking it|i had it done|"
    "done|i had it|had it|i got it|got it|i received it|received it|had one|got one|took one|"
    "i took one|i had one|had another|i was on it|was on it|i've been on it|been on it|on it|"
    "used it|i used it",
    "for": "for|for about|lasting|lasted",
    "stretch": {
        "6 11": "大半年|多半年",
        "3 6": "小半年",
        "6 12": "一年半载|半年一年|半年到一年|半年或一年",
        "1/2 2": "个把月|个把来月",
        "1/3 1/2": "十天半个月|十天半月",
        "1/30 1/15": "a day or two|day or two|a day or so",
        "7/30 14/30": "a week or two|week or two",
        "1 2": "a month or two|month or two",
        "12 24": "a year or two|year or two",
        "15 21": "a year and a half|a year and half|year and a half|year and half",
    },
    "vague": "很久以前|很久了|好久了|很久|好久|好久以前|很早以前|很早|早些年|许多年前|好多年前|"
    "很多年前|好多年了|很多年了|近期|近来|前阵子|前段时间|前一阵|前一阵子|前段日子|一阵子|"
    "有一阵子了|有段时间了|有一段时间了|一段时间|一段时间了|一段时间前|小时候|年轻的时候|早就停了|"
    "早停了|好些年了|好些年前|有些年头了|不久前|不久|没多久|没多久前|没多久以前|刚不久|long ago|"
    "a long time ago|ages ago|long time ago|long time|a while ago|a while back|quite a while ago|"
    "some time ago|sometime ago|recently|lately|not long ago|not too long ago|a while|ages|"
    "many moons ago|way back|in the past|when i was young|as a child|forever ago|once|"
    "a short time ago|the other day|a long while ago|not so long ago|very recently|quite recently|"
    "years and years ago",
    "many": "many|好多|许多|很多|好些|some many|so many|loads of|lots of|too many",
    "lunar": "正月|腊月|冬月|农历|阴历|旧历|春节|过年|大年初一|大年三十|除夕|中秋|中秋节|端午|"
    "端午节|元宵|元宵节|清明|清明节|重阳|重阳节|初一|初二|初三|初四|初五|初六|初七|初八|初九|初十|"
    "闰月|lunar|chinese new year|spring festival|lunar new year|cny|过年前|过年的时候|年后|过完年|"
    "easter|立春|冬至|大年",
    "future": "约的|约了|约好|约在|约好了|预约|预约的|预约了|预约在|明天|后天|明年|后年|下周|"
    "下个月|下个星期|下礼拜|下个礼拜|下月|将来|以后|tomorrow|next week|next month|next year|"
    "in the future|大后天|the day after tomorrow|soon|later today",
    "filler": "|".join(
        " ".join(filter(None, (last, noun, was)))
        for last in (
            "my last",
            "the last",
            "my latest",
            "the latest",
            "my most recent",
            "the most recent",
            "most recent",
            "last",
            "latest",
            "my final",
        )
        for noun in (
            "",
            *_NOUNS,
        )
        for was in ("was", "is", "was on", "was in", "i had was", "i took was", "i got was")
    )
    + "|"
    + "|".join(
        f"{last}{deed}{was}"
        for last in ("上次", "上一次", "上回", "最后一次", "最近一次", "最后一回")
        for deed in ("打", "吃", "用", "做", "输", "挂", "去打", "去做")
        for was in ("", "是", "是在", "在")
    )
    + "|还吃了|还打了|还用了|还吃着|刚吃了一片|吃了一片|打了一次|打了一针|拖到|拖到了|推迟到|"
    "推迟到了|延到|推到|改到|才打上|才打的|they infused me|i was infused|infused|got infused|"
    "was infused|they gave it to me|they gave me it|i was given one|had my infusion|had my drip|"
    "had the drip|finally had it|finally got it|i finally had it|i finally got it|got it on|"
    "i got it on|got my|had my|i had my|i got my|翻了下病历|我翻了下病历|查了下病历|看了下病历|"
    "病历上|病历上写的|末一次|末次|最后一次在|exactly|precisely|stopped it|quit it|finished it|"
    "came off it|stopped taking it|stopped them|i stopped them|have had one|another|last got it|"
    "been off it since|i've been off it since|off it since|been off since|i've been off since|"
    "not been on it since|i've not been on it since|haven't been on it since|not on it since|"
    "literally|itself|it would have been|it would've been|it'd have been|that would have been|"
    "that would've been|would have been|"
    "as recently as|a good|been off it for|i've been off it for|off it for|haven't had it for|"
    "haven't had one for|"
    "not since|none since|nothing since|haven't had one since|haven't had it since|"
    "i haven't had one since|i haven't had it since|have not had one since|"
    "i have not had one since|i have not had it since|haven't taken it since|"
    "i haven't taken it since|not had one since|last took one|最后一瓶|最后一针|最后一片|最后一粒|"
    "最后一支|最后一袋|挂完|挂的|挂完的|的事|的事了|的事情|的事情了|的事儿|的事儿了|的事啦|那阵|"
    "那阵子|那段时间|那段日子|先打完|先做完|先停|先吃完|挂的水|输的液|打的点滴|打的吊针|挂的针|"
    "stopped taking it|i stopped taking it|i quit taking it|just|正好|刚好|恰好|没打了|没吃了|"
    "没用了|没做了|没打过了|没用过了|公元|公历|阳历|西历|纪元|'twas|twas|我|是|的|在|于|用的|"
    "停的药|结束的|结束|最后一次|最近一次|上次|上一次|最后一次是|最近一次是|上次是|那是|那次是|有|"
    "啊|呢|哦|嗯|那会儿|的时候|那时候|就是|就在|好|注射的|输的|打完的|做完的|我记得是|我记得|那年|"
    "已经|是在|打的针|天气|it was|was|it's|its|it is|on|the|at|last time|the last time|"
    "last time was|i stopped|stopped|i finished|finished|the last one|last one|last dose|it ended|"
    "ended|that was|it has been|it's been|been|has been|um|uh|well|er|so|during|sometime|"
    "sometime in|some time in|the last dose was|the last one was|back in|my last one was|"
    "my last dose was|i last had it|last had it|整整|足足|这是|这个是|那个是|停药时间|停药时间是|"
    "停药日期|时间|时间是|日期|日期是|最后一次时间|最近一次时间|最近的一次|最近的一次是|最后的一次|"
    "最后那次|上回|上回是|上次是在|到现在|到现在已经|到现在有|至今|至今已|至今已经|距今|距今已|"
    "距今已经|迄今|到目前|到目前为止|到今天|算起来|算下来|掐指一算|已有|已经有|就有|得有|有个|"
    "没再打|没再吃|没再用|没再做|没有再打|没有再吃|没有再用|我停的|我打的|我做的|我用的|我是|"
    "我上次|我上次是|我上次打|我最后一次|我最后一次是|打针|打的时间|做的时间|大约在|是大约|"
    "the infusion was|my infusion was|the last infusion was|my last infusion was|last infusion|"
    "the last time was|this was|that was just|it was just|was just|this is|it is now|by now|"
    "it's now|that's|that is|i think that was|like|it's been like|it has been like|i stopped it|"
    "i finished it|i quit it|i came off it|came off it|off it|i had my last|i had my last one|"
    "my last was|my last time was|the last time i had it was|last time i had it|when i had it|"
    "i was given it|given|i last took it|last took it|last taken|i've been off it|been off it|"
    "been off|i've been off|back around|all the way back in|way back in|as of|already|so far|"
    "at this point|about then|:|i had|had|the month of|in the month of|the year of|才|就|都|"
    "距离现在|距离现在有|离现在|离现在有|直到|一直到|才停|才停药|才打|才做|停药的|而已|罢了|也就|"
    "都已经|大概有|算来|到今天有|到今天为止",
    "done": "|".join(
        f"{last} {noun} {was}"
        for last in ("my last", "the last", "last", "my latest", "my final", "the final", "final")
        for noun in _NOUNS
        for was in ("i took", "i have taken", "i have consumed", "i consumed", "consumed", "taken")
    )
    + "|"
    + "|".join(
        f"was {last}{noun}"
        for last in ("my last", "the last", "my latest", "the latest", "my final", "the final")
        for noun in ("", *(f" {noun}" for noun in _NOUNS))
    )
    + "|"
    + "|".join(
        f"{lead} {noun}" for lead in ("was my", "final", "my final", "the final") for noun in _NOUNS
    )
    + "|completed|i completed|completed it|i completed it|completed treatment|"
    "i completed treatment|finished treatment|i finished treatment|gave it up|i gave it up|"
    "took me off it|they took me off it|was taken off it|i was taken off it",
    "idle": "没打|没吃|没用|没做|没输|没服|没有打|没有吃|没有用|没有做",
    "deedof": "的时候|那会儿|那时候|打的|吃的|停的|做的|停药的|输的|挂的",
    "at": "in",
    "coming": "it'll be|it will be|that'll be|will be",
    "of": "of",
    "sametime": "这个时候|这时候|这会儿|这时|同期|this time|at this time|around this time",
}
"""Kinds of words; "in" is one, for it can turn a length of time towards the future, and "of" is
one, for nothing is whole that ends with it."""
