"""The program knows no names of medicines, illnesses and tests: the flow brings them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from rows import each_row
from test_trials import TRIALS

import prescreen
from flows import FLOWS
from prescreen.values.units import QUANTITIES

GENERAL = {
    *(
        "blood",
        "clinical trial",
        "困难",
        "dna",
        "drug",
        "medicine",
        "serum",
        "sars",
        "studies",
    ),
    *("study", "surgery", "treatment", "trial", "trials", "virus", "病毒", "化验", "检查", "研究"),
    *("手术", "治疗", "血清", "chemo", "化疗", "radiation", "放疗", "hospital", "住院"),
    *("vaccine", "疫苗", "il-2", "another study", "the result", "in hospital", "查血"),
    "in the hospital",
}
"""Words of any medicine and study, and of names that hold a number."""
MEASURED = {name for each in QUANTITIES.values() for name in each.called.split("|")}
"""What the program can measure, it has to know by name."""
NAMED = (
    *("steroid", "prednis", "cortis", "lupus", "cmv", "cytomegalo", "ivig", "immunoglobulin"),
    *("leflunomide", "plasmapheresis", "metformin", "zoster", "cancer", "hepatitis", "tubercul"),
    *("ssa", "anticardiolipin", "rheum", "激素", "泼尼松", "狼疮", "巨细胞", "丙球", "丙种球"),
    *("来氟米特", "血浆置换", "二甲双胍", "疱疹", "癌", "肝炎", "结核", "心磷脂", "抗核", "风湿"),
)


def _brought(path: Path) -> Iterator[str]:
    """The nouns a flow brings: its medicines, its terms and what its questions are about."""
    flow = tomllib.loads(path.read_text(encoding="utf-8"))
    yield from flow.get("drug", {})
    yield from (each["word"] for each in flow.get("term", ()))
    for question in flow["question"]:
        yield from question.get("beside", ())
        yield from (word for word in question.get("key_words", ()) if _is_noun(word))


def _is_noun(word: str) -> bool:
    latin = {"had", "take", "taken", "used", "started", "changed", "for it", "for that"}
    return word not in latin if word.isascii() else len(word) > 1 and not _DEED.search(word)


_DEED = re.compile(r"[过了]$|参加")


def _holds(text: str, word: str) -> bool:
    latin = word.isascii()
    pattern = rf"(?<![a-z]){re.escape(word)}(?![a-z])" if latin else re.escape(word)
    return re.search(pattern, text) is not None


def _package() -> dict[str, str]:
    folder = Path(prescreen.__path__[0])
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8").casefold()
        for path in folder.rglob("*.py")
    }


@each_row("path", [*FLOWS, *TRIALS])
def test_no_noun_of_a_flow_stands_in_the_program(path: Path) -> None:
    words = {word.casefold() for word in _brought(path)} - GENERAL - MEASURED
    assert words
    program = "\n".join(_package().values())
    assert not {word for word in words if _holds(program, word)}


def test_no_name_of_a_medicine_or_an_illness_stands_in_the_program() -> None:
    parts = re.compile("|".join(rf"(?<![a-z]){each}" for each in NAMED))
    assert parts.search("steroids")
    assert parts.search("乳腺癌")
    assert not {at: found[0] for at, text in _package().items() if (found := parts.search(text))}
