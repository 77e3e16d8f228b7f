"""Hand-written pages in both languages, and a visit that goes through them."""

from __future__ import annotations

from calendar import month_name
from dataclasses import dataclass, field, replace
from datetime import date

from prescreen.page.model import (
    USUAL,
    Block,
    Command,
    Control,
    Display,
    Pad,
    Page,
    Panel,
    Pick,
    Picker,
    Row,
    Rows,
    Tick,
    Tile,
    Tone,
    Turn,
    Type,
    UnitKey,
)

ZH, EN = "zh_CN", "en"


def _words(language: str, chinese: str, english: str) -> str:
    return chinese if language == ZH else english


def tiles(language: str, *pairs: tuple[str, str, str], chosen: str = "") -> tuple[Tile, ...]:
    """Number the tiles; `unsure` and `private` stand aside, `none` stands alone."""
    return tuple(
        Tile(
            name,
            _words(language, chinese, english),
            number,
            chosen=name == chosen,
            alone=name == "none",
            aside=name in {"unsure", "private", "close", "stay"},
        )
        for number, (name, chinese, english) in enumerate(pairs, start=1)
    )


UNSURE = ("unsure", "不清楚", "I'm not sure")
PRIVATE = ("private", "我想当面告诉研究团队", "I'd rather tell the study staff in person")

DRUGS = (
    ("prednisone", "泼尼松（强的松）", "Prednisone"),
    ("prednisolone", "泼尼松龙", "Prednisolone"),
    ("methylprednisolone", "甲泼尼龙（美卓乐）", "Methylprednisolone (Medrol)"),
    ("dexamethasone", "地塞米松", "Dexamethasone"),
    ("hydrocortisone", "氢化可的松", "Hydrocortisone"),
    ("betamethasone", "倍他米松", "Betamethasone"),
    ("triamcinolone", "曲安西龙", "Triamcinolone"),
    ("cortisone", "可的松", "Cortisone"),
    ("deflazacort", "地夫可特", "Deflazacort"),
    ("other", "其他的药", "Another one"),
    UNSURE,
)

MONTHS = {
    ZH: tuple(f"{month}月" for month in range(1, 13)),
    EN: tuple(month_name[1:]),
}


def controls(language: str) -> dict[str, tuple[str, str, Control]]:
    """The questions: a name each, the question, its helper line and its control."""

    def say(chinese: str, english: str) -> str:
        return _words(language, chinese, english)

    aside = tiles(language, UNSURE)
    kg = UnitKey("kg", say("公斤", "kg"), " kg", ("kg", "公斤"))
    jin = UnitKey("jin", say("斤", "jin"), " jin", ("jin", "斤"))
    pound = UnitKey("lb", say("磅", "lb"), " lb", ("lb", "磅"))
    mg = UnitKey("mg", say("毫克", "mg"), " mg")
    tablets = UnitKey("tablets", say("片", "tablets"), " tablets")
    picker = Picker(
        until=date(2026, 12, 31),
        oldest=1966,
        months=MONTHS[language],
        year=say("哪一年？", "Which year?"),
        month=say("哪个月？", "Which month?"),
        day=say("哪一天？", "Which day?"),
        whole_year=say("只记得年份", "Only the year is known"),
        whole_month=say("只记得月份", "Only the month is known"),
        day_first=language == EN,
    )
    done = say("回答", "Answer")
    return {
        "lupus": (
            say("医生说过您得的是系统性红斑狼疮吗？", "Has a doctor told you that you have lupus?"),
            say("只有皮肤上的狼疮是另一种病。", "Lupus of the skin only is another illness."),
            Pick(
                tiles(
                    language,
                    ("confirmed", "是，医生确诊了", "Yes, a doctor has confirmed it"),
                    ("skin", "只有皮肤狼疮", "Only lupus of the skin"),
                    ("suspected", "医生怀疑，还没确诊", "Suspected, not confirmed"),
                    ("no", "没有", "No"),
                    UNSURE,
                )
            ),
        ),
        "drug": (
            say("您吃的是哪种激素？", "Which steroid pill do you take?"),
            say("药盒上写着名字。", "The name is on the box."),
            Pick(tiles(language, *DRUGS)),
        ),
        "organs": (
            say("医生说过您有下面哪种情况？", "Has a doctor said that you have one of these?"),
            say("可以选几个。狼疮肾炎不算肾衰竭。", "Pick all that fit."),
            Tick(
                tiles(
                    language,
                    ("heart", "心脏很差，走几步就喘", "A weak heart: a short walk makes you stop"),
                    ("lung", "肺很差，在家要吸氧", "Weak lungs: oxygen at home"),
                    ("kidney", "肾衰竭，或在做透析", "Kidney failure, or dialysis"),
                    ("liver", "肝功能超过正常值 3 倍", "A liver test over 3 times normal"),
                    ("none", "都没有", "None of these"),
                    UNSURE,
                ),
                say("继续", "Continue"),
            ),
        ),
        "age": (
            say("您今年多少周岁？", "How old are you, in full years?"),
            say("也可以说出生日期。", "A birth date works too."),
            Type("45", done, aside, Pad()),
        ),
        "weight": (
            say("您现在多重？", "How much do you weigh now?"),
            say(
                "连单位一起说，例如 62 公斤或 124 斤。",
                "Say the number and the unit, for example 62 kg or 137 lb.",
            ),
            Type("62 kg", done, aside, Pad((kg, jin, pound), point=True)),
        ),
        "dose": (
            say("您一天吃多少激素？", "How much of it do you take on one day?"),
            say("毫克数或片数都可以。", "In mg or in tablets."),
            Type("40 mg", done, aside, Pad((mg, tablets), point=True, steps="tablets")),
        ),
        "when": (
            say("您最近一次打丙球是什么时候？", "When did you last have IVIG?"),
            say("记得多少说多少。", "As exactly as you know."),
            Type("2026-05", done, tiles(language, PRIVATE, UNSURE), picker=picker),
        ),
    }


COMMANDS = (
    ("urgent", "f1", "紧急求助", "Urgent help"),
    ("language", "f2", "English", "中文"),
    ("why", "f3", "为什么问", "Why we ask"),
    ("back", "f5", "返回", "Back"),
    ("leave", "f10", "离开", "Leave"),
)


def commands(language: str) -> tuple[Command, ...]:
    """The commands that every page has."""
    return tuple(
        Command(name, key, key.upper(), name, _words(language, chinese, english))
        for name, key, chinese, english in COMMANDS
    )


def leave_panel(language: str) -> Panel:
    """The question before leaving."""
    return Panel(
        "leave",
        _words(language, "现在离开吗？", "Do you want to leave now?"),
        (Block(_words(language, "您的回答会被清除。", "Your answers will be erased.")),),
        tiles(
            language,
            ("leave_now", "离开并清除", "Stop and erase my answers"),
            ("stay", "继续", "Go on"),
        ),
    )


def why_panel(language: str, lines: int = 40) -> Panel:
    """A long panel."""
    sentence = _words(language, "研究有规定，这样更安全。", "The study has this rule for safety.")
    blocks = [Block(f"{number}. {sentence}", Tone.ITEM) for number in range(1, lines + 1)]
    return Panel(
        "why",
        _words(language, "为什么问", "Why we ask"),
        tuple(blocks),
        tiles(language, ("close", "关闭", "Close")),
    )


def question(language: str, name: str) -> Page:
    """One question as a page."""
    heading, helper, control = controls(language)[name]
    return Page(
        name=name,
        language=language,
        title=_words(
            language, "小剂量白介素-2 研究，初步筛查", "Low-dose IL-2 study, a first check"
        ),
        progress=_words(language, "第 4 步，共约 20 步", "Step 4 of about 20"),
        turns=(),
        heading=heading,
        blocks=(Block(helper, Tone.HELPER),),
        control=control,
        refused="",
        heard="",
        commands=commands(language),
        panel=None,
        more=_words(language, "更多", "More"),
        less=_words(language, "关闭", "Close"),
    )


def review(language: str) -> Page:
    """The review of many answers."""
    rows = tuple(
        Row(
            Tile(name, _words(language, "改", "Change"), number),
            f"{_words(language, '话题', 'Topic')} {number}",
            _words(language, "这是您说过的话", "This is what you said"),
        )
        for number, name in enumerate((f"row{at}" for at in range(1, 21)), start=1)
    )
    go = Tile("done", _words(language, "看结果", "Show the result"), 21)
    page = question(language, "lupus")
    return replace(
        page,
        name="review",
        progress="",
        heading=_words(language, "请看一遍您的回答", "Please look over your answers"),
        control=Rows(rows, (go,)),
    )


ORDER = ("lupus", "weight", "drug", "organs", "dose", "when", "age")


@dataclass
class FakeVisit:
    """A visit through hand-written pages, which remembers what it was told."""

    language: str = EN
    order: tuple[str, ...] = ORDER
    said: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    at: int = 0
    refused: str = ""
    panel: Panel | None = None
    ended: bool = False
    turns: tuple[Turn, ...] = ()
    cover: Panel | None = None
    display: Display = USUAL

    @property
    def page(self) -> Page:
        """What is shown now."""
        if self.at >= len(self.order) or self.order[self.at] == "review":
            page = review(self.language)
        else:
            page = question(self.language, self.order[self.at])
        return replace(
            page,
            turns=self.turns,
            panel=self.panel,
            cover=self.cover,
            display=self.display,
            ended=self.ended,
            refused=self.refused,
        )

    def say(self, text: str) -> None:
        """Take any answer but the ones with a question mark."""
        self.said.append(text)
        if self.panel:
            self.ended = text == "leave_now"
            self.panel = None
        elif "?" in text:
            self.refused = _words(self.language, "我没有听懂。", "I did not understand.")
        else:
            self.refused = ""
            self.turns = (*self.turns, Turn(self.page.heading, text))
            self.at += 1

    def do(self, command: str) -> None:
        """Carry out a command."""
        self.done.append(command)
        match command:
            case "language":
                self.language = EN if self.language == ZH else ZH
            case "why":
                self.panel = why_panel(self.language)
            case "leave" | "urgent":
                self.panel = leave_panel(self.language)
            case "back":
                self.at = max(self.at - 1, 0)

    def unattended(self, left: int) -> None:
        """Lie a cover over the page."""
        tiles = [Tile("uncover", "I am still here", 1), Tile("time", "More time", 2)]
        title = f"{left} seconds" if left else "The screen is hidden"
        self.cover = Panel("away", title, (), tuple(tiles if left else tiles[:1]))

    def attended(self) -> None:
        """Take the cover away."""
        self.cover = None

    def without_chinese(self) -> None:
        """Say nothing about it."""
        self.done.append("without chinese")

    def more_time(self) -> None:
        """Wait longer."""
        self.display = replace(self.display, unhurried=True)

    def expire(self) -> str:
        """Say that nobody was there."""
        self.done.append("expired")
        return "Nobody answered."

    def settle(self) -> None:
        """Load nothing: these pages are all there."""

    def end_of_input(self) -> str:
        """Forget nothing: these answers are nobody's."""
        return ""

    def preview(self, text: str) -> str:
        """Repeat what was typed, as if it was understood."""
        return f"I understood {text}." if text[:1].isdigit() else ""
