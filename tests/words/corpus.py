"""Every sentence of a flow and of the program, English and Chinese side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from prescreen.files import places
from prescreen.flow.load import load
from prescreen.flow.messages import flow_messages
from prescreen.flow.model import Flow
from prescreen.language.catalogs import SOFTWARE, Language, Message, caregiver_context, fields
from prescreen.page.words import software_messages
from prescreen.session.loading import domain_of
from prescreen.session.setting import open_setting
from prescreen.session.visit import Setting

# What stands in a placeholder. A month has two syllables and a half on average; with its day, this
# date has as many as the average one.
_SAMPLES = {
    "study": ("Low-dose IL-2 study", "小剂量白介素-2 研究"),
    "operator": ("the hospital", "医院"),
    "reach": ("the desk on floor 2", "二楼服务台"),
    "seconds": ("30", "30"),
    "step": ("4", "4"),
    "total": ("20", "20"),
    "answer": ("62 kg", "62 公斤"),
    "example": ("62 kg", "62 公斤"),
    "n": ("45", "45"),
    "unit": ("mmol/L", "mmol/L"),
    "feet": ("5", "5"),
    "inches": ("6", "6"),
    "weeks": ("37", "37"),
    "days": ("2", "2"),
    "units": ("cm and m", "厘米和米"),
    "lo": ("45", "45"),
    "hi": ("46", "46"),
    "years": ("45 years old", "45 周岁"),
    "one": ("62 kg", "62 公斤"),
    "other": ("137 lb", "124 斤"),
    "day": ("15 June 2026", "2026年6月15日"),
    "start": ("15 May 2026", "2026年5月15日"),
    "end": ("16 June 2026", "2026年6月16日"),
    "who": ("the study team", "问研究团队"),
    "sponsor": ("Peking University People's Hospital", "北京大学人民医院"),
    "rule": ("No IVIG in the last 6 months.", "最近 6 个月没有输过丙球。"),
    "registry": ("ClinicalTrials.gov", "ClinicalTrials.gov"),
    "id": ("NCT06971913", "NCT06971913"),
    "phone": ("120", "120"),
    "status": ("not yet recruiting", "尚未招募"),
    "hours": ("9:00 to 16:00", "9:00-16:00"),
    "address": ("1 Long Road", "长路1号"),
    "label": ("Where", "在哪里"),
    "value": ("China", "中国"),
    "finding": ("applies", "属于"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence in both languages; `role` says what it is for, `voices` who hears it."""

    context: str
    role: str
    en: str
    zh: str
    voices: tuple[str, ...]

    @property
    def name(self) -> str:
        """The sentence as a test names it."""
        return f"[{self.context}] {self.en}"

    @property
    def en_filled(self) -> str:
        """The English with something in its placeholders."""
        return _filled(self.en, 0)

    @property
    def zh_filled(self) -> str:
        """The Chinese with something in its placeholders."""
        return _filled(self.zh, 1)


def _filled(text: str, language: int) -> str:
    return text.format(**{name: sample[language] for name, sample in _SAMPLES.items()})


@cache
def flow(path: Path) -> Flow:
    """The flow."""
    return load(path)


@cache
def setting(path: Path) -> Setting:
    """The flow with both its languages and the example of a site file."""
    return open_setting(path, places.flows().parent / "docs" / "site.example.toml", None)


@cache
def corpus(path: Path) -> tuple[Said, ...]:
    """Every sentence, in the order of the flow's file and of the program's."""
    chinese = setting(path).languages["zh_CN"]
    return (
        *_paired([*flow_messages(flow(path), domain_of(flow(path)))], chinese),
        *_paired([*software_messages()], chinese),
    )


def _paired(messages: Sequence[Message], chinese: Language) -> Iterator[Said]:
    for message, following in pairwise((*messages, Message("", ""))):
        yield Said(
            message.context,
            message.comment,
            message.text,
            chinese.words(message.text, message.context),
            _voices(message, following),
        )


def _voices(message: Message, following: Message) -> tuple[str, ...]:
    if message.context.endswith(caregiver_context("")):
        return ("caregiver",)
    if following.context == caregiver_context(message.context):
        return ("patient",)
    return ("patient", "caregiver")


__all__ = ["SOFTWARE", "Said", "corpus", "fields", "flow", "setting"]
