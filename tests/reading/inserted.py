"""Answers with something put beside them that turns their meaning, or may turn it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

ANSWERS: dict[str, tuple[str, ...]] = {
    "age": (
        "45",
        "四十五岁",
        "我今年45岁",
        "45周岁",
        "大概六十",
        "1981年5月3日",
        "I am 45",
        "45 years old",
        "forty-five",
        "I'm 60 now",
        "about 60",
        "born in 1981",
    ),
    "weight": (
        "62公斤",
        "120斤",
        "体重60公斤",
        "一百二十斤左右",
        "65千克",
        "六十公斤",
        "62 kg",
        "137 lb",
        "I weigh 62 kg",
        "about 60 kilos",
        "ten stone",
        "130 pounds",
    ),
    "dose": (
        "8片",
        "每天40毫克",
        "一天两次每次2片",
        "早2片晚1片",
        "半片",
        "30毫克",
        "40 mg",
        "8 tablets",
        "20 mg twice a day",
        "two tablets in the morning",
        "I take 40 mg",
        "half a tablet",
    ),
    "when": (
        "三个月前",
        "去年五月",
        "2026年3月14日",
        "半年多了",
        "上周",
        "两年前",
        "three months ago",
        "last May",
        "March 14, 2026",
        "about two weeks ago",
        "yesterday",
        "in 2024",
    ),
}
"""Plain answers of each kind, which are taken by themselves."""

FACTS: dict[str, tuple[str, ...]] = {
    "yes": (
        "有",
        "打过",
        "是的",
        "我打过",
        "有，打过",
        "yes",
        "I have",
        "yes, I have",
        "I had it",
        "of course I have",
    ),
    "no": (
        "没有",
        "没打过",
        "从来没有",
        "我没打过",
        "没有过",
        "no",
        "never",
        "I haven't",
        "not yet",
        "no, never",
    ),
}
"""Plain answers to "have you ever had it"."""

TURNS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "a negation": (
        ("不是", "没有", "并不是", "不对", "不到这个数", "别信"),
        ("not", "no", "that's not right", "never", "not really", "I don't mean"),
    ),
    "another person": (
        ("我妈妈", "我老公", "隔壁床", "我女儿", "我同事", "病友", "我爸", "小王的姐姐"),
        ("my mother", "my husband", "my sister", "a friend of mine", "my son", "the neighbour"),
    ),
    "a wish or a plan": (
        ("我想", "打算", "准备", "希望", "目标", "医生让我"),
        ("I want", "I plan to", "I'd like to", "my goal is", "I'm going to", "I should be"),
    ),
    "a condition": (
        ("如果", "要是", "万一", "除非", "假如", "只要"),
        ("if", "unless", "if I remember to", "only if", "in case", "when I can"),
    ),
    "another time": (
        ("以前", "小时候", "去年", "下个月", "怀孕的时候", "刚确诊那会儿", "曾经"),
        ("last year", "when I was a child", "next month", "before that", "back then", "used to be"),
    ),
    "a question": (
        ("是不是", "怎么会", "为什么", "对吗", "可以吗", "什么叫"),
        ("is it", "why", "do you mean", "what is", "how come", "can I"),
    ),
    "another thing": (
        ("白蛋白", "羟氯喹", "行李", "我家狗", "身高", "血压"),
        ("albumin", "omeprazole", "my luggage", "my dog", "my height", "blood pressure"),
    ),
    "a change": (
        ("减了", "胖了", "瘦了", "停了又", "换成", "加到"),
        ("I lost", "I gained", "tapered from", "it went up by", "switched to", "down from"),
    ),
    "a contrast": (
        ("但是", "不过", "或者", "说错了", "其实不", "还是"),
        ("but", "or", "sorry, wrong", "except", "however", "instead of"),
    ),
}
"""What turns an answer, in Chinese and in English."""


def _words(said: str) -> tuple[str, ...]:
    return tuple(said.split("|"))


WORDS = (
    _words(
        "有|没|没有|不|是|不是|打|打过|过|了|吗|的|我|你|他|妈妈|想|要|会|能|可以|好|行|对|什么|"
        "怎么|哪|谁|多少|一次|以前|现在|去年|还|都|就|也|又|再|但是|如果|要是|可能|好像|别|给|让|"
        "医生|药|丙球|输|做|用|吃|知道|记得|说|问|啊|呢|吧|嗯|停|换|拒绝"
    ),
    _words(
        "yes|no|not|have|had|i|you|he|she|my|mother|want|will|would|can|could|ok|fine|good|sure|"
        "maybe|if|when|what|how|why|before|now|last|year|once|never|ever|it|that|the|a|is|was|do|"
        "did|don't|haven't|can't|but|or|and|so|then|other|think|know|doctor|take|taken|got|stop|"
        "need|like"
    ),
)
"""Common words of both languages, joined in any order."""

TURNING = (
    {*_words("吗|什么|怎么|哪|谁|多少|想|要|会|能|可以|妈妈|如果|要是|别|给|让|拒绝")},
    {*_words("what|how|why|when|if|want|will|would|can|could|fine|good|mother|or|other|need")},
)
"""Those that a yes or a no of fact never stands with: questions, wishes, conditions, persons."""

NEGATORS = ({*_words("没|没有|不|不是|别")}, {*_words("no|not|never|don't|haven't|can't")})
"""Those that a yes never stands with."""


def joined(most: int) -> Iterator[tuple[str, tuple[str, ...], int]]:
    """Every join of up to so many common words, those words, and 0 or 1 for the language."""
    for lang, spoken in enumerate(WORDS):
        for size in range(1, most + 1):
            for words in product(spoken, repeat=size):
                yield ("", " ")[lang].join(words), words, lang


def beside(answer: str, turn: str) -> Iterator[str]:
    """An answer with something before and behind it, near and as a clause of its own."""
    if answer.isascii() and turn.isascii():
        yield from (
            f"{turn} {answer}",
            f"{answer} {turn}",
            f"{turn}, {answer}",
            f"{answer}, {turn}",
        )
        yield from (f"{answer}. {turn}", f"{turn}. {answer}")
    else:
        yield from (f"{turn}{answer}", f"{answer}{turn}", f"{turn}，{answer}", f"{answer}，{turn}")
        yield from (f"{answer}。{turn}", f"{turn}。{answer}")


def texts(answer: str, kinds: tuple[str, ...] = tuple(TURNS)) -> Iterator[tuple[str, str]]:
    """Every text that these kinds of turns make of an answer, and the turn."""
    for kind in kinds:
        for turn in TURNS[kind][answer.isascii()]:
            yield from ((text, turn) for text in beside(answer, turn))
