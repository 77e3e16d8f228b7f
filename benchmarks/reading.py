"""How well typed answers are read: right, wide, wrong or refused, and how long it takes.

    python benchmarks/reading.py cases.jsonl [--show wrong|refused|wide] [--kind KIND]

A case has `text`, `lang`, `kind`, `form`, `reference_date` and what is `expected`; none come with
the project. Beside our own readers it asks cn2an, dateparser, recognizers-text and jionlp where
they are installed.

right    the very value, or the very days
wide     a set that holds it, as "a year ago" is meant to be
wrong    anything else, and any value at all for a text that has none
refused  no value, or only one that is offered; for a text that has none this should happen

A length of time is no kind of question here; it is read as "so long ago", against days counted
with months of 30.4, and so it is shown but not counted in the share of wrong ones.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from prescreen import reading  # noqa: E402
from prescreen.values import Blank, Days, Interval, Offer, Refusal  # noqa: E402

TODAY = date(2026, 1, 15)

Case = Mapping[str, Any]
Answer = Interval | Days | str | None
Reader = Callable[[str, date], Answer]


@dataclass(frozen=True)
class Parser:
    """A way to read texts: its name, the language it is for, and a reader per kind of case."""

    name: str
    lang: str
    readers: Mapping[str, Reader]


def expected(case: Case) -> list[Answer]:
    """The answers that are right; none where the text must be refused."""
    said, today = case["expected"], reference(case)
    if not said:
        return []
    match case["kind"]:
        case "date":
            return [days for span in said["alternatives"] if (days := past(span, today))]
        case "duration":
            day = today - timedelta(days=said["days"])
            return [Days(day, day)]
        case "boolean":
            return [said["value"]]
        case "age" if said.get("unit", "year") != "year" or not 1 <= said["value"] <= 120:
            return []
        case "weight" if "kg" in said and not 25 <= said["kg"] <= 250:
            return []
        case "weight" if "lo" in said:
            return []
    lo = said.get("lo", said.get("value", said.get("kg")))
    return [Interval(Fraction(lo), Fraction(said.get("hi", lo)))]


def past(span: Mapping[str, str], today: date) -> Days | None:
    """An alternative's days up to today; its end day is not part of it."""
    start = date.fromisoformat(span["start"])
    end = date.fromisoformat(span["end"]) - timedelta(days=1)
    return Days(start, min(max(start, end), today)) if start <= today else None


def reference(case: Case) -> date:
    """The day a case is read on."""
    return date.fromisoformat(case["reference_date"]) if case["reference_date"] else TODAY


def judged(answer: Answer, right: list[Answer]) -> str:
    """right, wide, wrong or refused."""
    if answer is None:
        return "refused"
    if any(same(answer, value) for value in right):
        return "right"
    return "wide" if any(holds(answer, value) for value in right) else "wrong"


def same(answer: Answer, value: Answer) -> bool:
    """Whether an answer is a value; numbers of the cases are rounded to some 15 digits."""
    if isinstance(answer, Interval) and isinstance(value, Interval):
        return near(answer.lo, value.lo) and near(answer.hi, value.hi)
    return answer == value


def near(one: Fraction, other: Fraction) -> bool:
    """Whether two numbers are the same but for rounding."""
    return abs(one - other) <= abs(other) / 10**9


def holds(answer: Answer, value: Answer) -> bool:
    """Whether a set holds a value."""
    match answer, value:
        case Interval(), Interval():
            return answer.lo <= value.lo and value.hi <= answer.hi
        case Days(), Days():
            return answer.start <= value.start and value.end <= answer.end
    return False


def ours() -> Parser:
    """The product's own readers."""

    def number(text: str, today: date) -> Answer:
        value = reading.read_number(text)
        return None if isinstance(value, Refusal | Offer) else value

    def age(text: str, today: date) -> Answer:
        value = reading.read_age(text, today)
        if isinstance(value, Refusal | Offer):
            return None
        return Interval(Fraction(value.least), Fraction(value.most))

    def weight(text: str, today: date) -> Answer:
        value = reading.read_weight(text)
        return None if isinstance(value, Refusal | Offer) else value.base

    def when(text: str, today: date) -> Answer:
        value = reading.read_when(text, today)
        return None if isinstance(value, Refusal | Offer) else value

    def yes_no(text: str, today: date) -> Answer:
        value = reading.read_yes_no(text, mood="wish")
        if isinstance(value, Refusal | Offer):
            return None
        return "unsure" if isinstance(value, Blank) else value

    readers = {
        "numeral": number,
        "age": age,
        "weight": weight,
        "date": when,
        "duration": when,
        "boolean": yes_no,
    }
    return Parser("prescreen", "", readers)


def others() -> list[Parser]:
    """The parsing libraries that are installed."""
    found = []
    for make in (cn2an, dateparser, recognizers, jionlp):
        try:
            found.append(make())
        except (ImportError, OSError):
            print(f"{make.__name__}: not installed", file=sys.stderr)
    return found


def cn2an() -> Parser:
    module = import_module("cn2an")

    def number(text: str, today: date) -> Answer:
        value = Fraction(str(module.cn2an(text, "smart")))
        return Interval(value, value)

    return Parser("cn2an", "zh", {"numeral": number})


def dateparser() -> Parser:
    module = import_module("dateparser")

    def when(text: str, today: date) -> Answer:
        base = import_module("datetime").datetime(today.year, today.month, today.day)
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
        found = module.parse(text, languages=["zh", "en"], settings=settings)
        return Days(found.date(), found.date()) if found else None

    return Parser("dateparser", "", {"date": when})


def recognizers() -> Parser:
    module = import_module("recognizers_number")

    def number(text: str, today: date) -> Answer:
        culture = "en-us" if text.isascii() else "zh-cn"
        found = module.recognize_number(text, culture)
        if len(found) != 1 or found[0].end - found[0].start + 1 < len(text):
            return None
        value = Fraction(str(found[0].resolution["value"]))
        return Interval(value, value)

    return Parser("recognizers", "", {"numeral": number})


def jionlp() -> Parser:
    module = import_module("jionlp")

    def when(text: str, today: date) -> Answer:
        found = module.parse_time(
            text, time_base={"year": today.year, "month": today.month, "day": today.day}
        )
        start, end = (date.fromisoformat(day[:10]) for day in found["time"])
        return Days(start, end)

    return Parser("jionlp", "zh", {"date": when})


def ask(reader: Reader, text: str, today: date) -> Answer:
    """What a reader makes of a text; a library that raises has refused."""
    try:
        return reader(text, today)
    except Exception:
        return None


def run(parser: Parser, cases: Iterable[Case], show: str) -> None:
    """Print a parser's counts per kind, language and form, and its time per answer."""
    counts: dict[tuple[str, str, str], Counter[str]] = {}
    times = []
    for case in cases:
        reader = parser.readers.get(case["kind"])
        if not reader or parser.lang not in {"", case["lang"]}:
            continue
        start = time.perf_counter()
        answer = ask(reader, case["text"], reference(case))
        times.append(time.perf_counter() - start)
        right = expected(case)
        verdict = judged(answer, right)
        form = case["form"] if right or case["form"] == "negative" else "unanswerable"
        counts.setdefault((case["kind"], case["lang"], form), Counter())[verdict] += 1
        if verdict == show and (right or verdict == "wrong"):
            print(
                f"    {verdict} {case['kind']}: {case['text']!r} on {case['reference_date']}: "
                f"{spelled(answer)} for {[spelled(value) for value in right]}"
            )
    print_counts(parser.name, counts, times)


def spelled(answer: Answer) -> str:
    match answer:
        case Interval(lo, hi):
            return f"{float(lo):g}..{float(hi):g}"
        case Days(start, end):
            return f"{start}..{end}"
    return str(answer)


def print_counts(
    name: str, counts: Mapping[tuple[str, str, str], Counter[str]], times: list[float]
) -> None:
    print(f"\n{name}")
    print(f"  {'kind':<9}{'lang':<6}{'form':<14}{'right':>6}{'wide':>6}{'wrong':>6}{'refused':>8}")
    total: Counter[str] = Counter()
    for (kind, lang, form), count in sorted(counts.items()):
        if kind != "duration":
            total += count
        cells = f"{count['right']:>6}{count['wide']:>6}{count['wrong']:>6}{count['refused']:>8}"
        print(f"  {kind:<9}{lang:<6}{form:<14}{cells}")
    answered = total["right"] + total["wide"] + total["wrong"]
    share = 100 * total["wrong"] / max(1, answered)
    print(f"  wrong of what is answered: {total['wrong']} of {answered} = {share:.2f} %")
    print(
        f"  time per answer: median {1000 * median(times):.3f} ms, "
        f"longest {1000 * max(times):.2f} ms"
    )


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("cases", nargs="?", type=Path)
    options.add_argument("--show", choices=("wrong", "refused", "wide"), default="")
    options.add_argument("--kind", default="")
    options.add_argument("--ours", action="store_true", help="leave the libraries out")
    given = options.parse_args()
    if given.cases is None:
        print("typed answers: name a file of cases to read, one JSON object a line")
        return 0
    lines = given.cases.read_text(encoding="utf-8").splitlines()
    cases = [case for case in map(json.loads, lines) if given.kind in {"", case["kind"]}]
    for parser in [ours(), *([] if given.ours else others())]:
        run(parser, cases, given.show)
    return 0


if __name__ == "__main__":
    sys.exit(main())
