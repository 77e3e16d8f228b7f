"""What no sentence may do: coach, judge the person, or speak to a caregiver as to the patient."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rows import each_row
from words.corpus import Said

from sentences.glossary import reviewed
from sentences.trial import corpus

# What somebody could be told to do in order to qualify, and to what. A sentence with both in it
# has to be reviewed, word for word, even where it warns against it.
_ENGLISH_DEEDS = (
    r"stop|cut|skip|pause|hold|quit|drop|switch|chang|lower|reduc|rais|taper|wait|delay|put off|"
    r"come off|without|free of|lose|los[ti]|gain|put on|repeat|redo|retest|again(?!st)|"
    r"take less|take more|take fewer|start"
)
_ENGLISH_THINGS = (
    r"medicine|drug|steroid|pill|tablet|dose|ivig|leflunomide|plasma exchange|treatment|treated|"
    r"vaccine|weight|weigh|test|kg|study"
)
_CHINESE_DEEDS = (
    r"停(?!下)|减|改|(?<!置)换(?!血浆)|少吃|多吃|少用|多用|调整|等[^于您]|推迟|暂缓|增重|长胖|瘦|胖|重新|重查|重做|复查|"
    r"再查|再测|再称|再验|再做|没有用过|没有吃过|没有打过|没有输过|已满|不要吃|不要用|开始吃"
)
_CHINESE_THINGS = (
    r"药|激素|片|剂量|用量|丙球|来氟米特|血浆|治疗|疫苗|体重|公斤|检查|化验|核酸|研究|病"
)

_JUDGING = re.compile(
    r"\b(?:fail|fails|failed|reject\w*|disqualif\w*|ineligib\w*|unfit|unsuitable|exclud\w*|"
    r"exclusion|refus\w*|den(?:y|ied)|turn(?:ed)? (?:down|away)|pass(?:ed)?|screened out|"
    r"not eligible|do not qualify)\b",
    re.IGNORECASE,
)
_CHINESE_JUDGING = re.compile(
    r"不合格|淘汰|失败|拒绝|被拒|排除|不符合|没通过|未通过|不通过|不达标|落选|出局|筛掉|刷掉"
)
_YOU = re.compile(r"\byou(?:r|rs|rself|'\w+)?\b", re.IGNORECASE)
_CARED_FOR = re.compile(r"the person you care for|somebody I care for", re.IGNORECASE)


def _english_sentences(said: Said) -> Iterator[str]:
    yield from re.split(r"(?<=[.?!])\s+", said.en)


def _chinese_sentences(said: Said) -> Iterator[str]:
    yield from (each for each in re.split(r"(?<=[。？！])", said.zh) if each)


def _tempting(sentence: str, deeds: str, things: str) -> bool:
    return all(re.search(each, sentence, re.IGNORECASE) for each in (deeds, things))


def _english_deed(sentence: str) -> bool:
    return _tempting(sentence, rf"\b(?:{_ENGLISH_DEEDS})", rf"\b(?:{_ENGLISH_THINGS})")


def test_no_english_sentence_coaches() -> None:
    found = {each for said in corpus() for each in _english_sentences(said) if _english_deed(each)}
    assert found == set(reviewed("coaching", "english"))


def test_no_chinese_sentence_coaches() -> None:
    found = {
        each
        for said in corpus()
        for each in _chinese_sentences(said)
        if _tempting(each, _CHINESE_DEEDS, _CHINESE_THINGS)
    }
    assert found == set(reviewed("coaching", "chinese"))


@each_row(
    "sentence",
    [
        "You could join if you lower your steroid dose.",
        "Wait six months after your last IVIG.",
        "Ask your doctor to repeat the CMV test.",
        "If you gain 2 kg, you can join.",
        "Come off leflunomide first.",
    ],
)
def test_coaching_is_noticed(sentence: str) -> None:
    assert _english_deed(sentence)


@each_row(
    "sentence", ["把激素减一减就能参加。", "停药半年再来。", "可以再查一次核酸。", "瘦两公斤就行。"]
)
def test_coaching_is_noticed_in_chinese(sentence: str) -> None:
    assert _tempting(sentence, _CHINESE_DEEDS, _CHINESE_THINGS)


def test_no_sentence_judges_the_person() -> None:
    assert not [each.en for each in corpus() if _JUDGING.search(each.en)]
    assert not [each.zh for each in corpus() if _CHINESE_JUDGING.search(each.zh)]


def test_a_caregiver_is_never_spoken_to_as_the_patient() -> None:
    """Each "you" that a caregiver hears was reviewed: it means the caregiver."""
    heard = [each for each in corpus() if "caregiver" in each.voices]
    found = {each.en for each in heard if _YOU.search(_CARED_FOR.sub("", each.en))}
    assert found == set(reviewed("caregiver", "english"))


def test_a_caregiver_is_never_spoken_to_as_the_patient_in_chinese() -> None:
    heard = [each for each in corpus() if "caregiver" in each.voices]
    found = {each.zh for each in heard if "您" in each.zh}
    assert found == set(reviewed("caregiver", "chinese"))


def test_a_patient_is_never_spoken_of() -> None:
    heard = [each for each in corpus() if "patient" in each.voices]
    assert {each.en for each in heard if _CARED_FOR.search(each.en)} == {
        "I answer for somebody I care for"
    }
    assert {each.zh for each in heard if re.search(r"患者|病人", each.zh)} == set(
        reviewed("caregiver", "patients")
    )


def test_every_text_that_means_the_patient_has_both_voices() -> None:
    """A text with a form for each says 您 to the patient alone, and who is meant to a caregiver."""
    for said in corpus():
        if said.voices == ("caregiver",) and "您" in said.zh:
            assert said.zh in reviewed("caregiver", "chinese"), said.zh
        if said.voices == ("patient",):
            assert "患者" not in said.zh, said.zh


@each_row(
    ("name", "table"),
    [
        ("coaching", "english"),
        ("coaching", "chinese"),
        ("caregiver", "english"),
        ("caregiver", "chinese"),
        ("caregiver", "patients"),
        ("negations", "reviewed"),
        ("latin", "reviewed"),
        ("latin", "commands"),
    ],
)
def test_every_reviewed_sentence_has_its_reason(name: str, table: str) -> None:
    assert all(reviewed(name, table).values())
