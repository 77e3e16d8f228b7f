"""How many conversations a second the verb `screen` holds.

    python benchmarks/screen_rate.py [conversations]

The same program as the patient's: one dialog a line. Each line answers up to the end; every
fifth one ends early, and answers are typed in both languages.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

from prescreen.files import places
from prescreen.flow.load import load
from prescreen.session.fitting import load_fitting

ROOT = Path(__file__).resolve().parent.parent
FLOW = places.flows() / "nct06971913.toml"
SIMPLE = {**load_fitting(FLOW, load(FLOW)).answers, "steroid": "none"}
TYPED = {
    "age": ["年轻", "四十五岁"],
    "weight": ["62", "一百二十四斤"],
    "steroid": "每天吃",
    "steroid_drug": "强的松",
    "steroid_dose": "八片",
    "ivig": "打过",
    "ivig_when": "2026年5月",
    "ivig_when.narrow": "之前",
    "organs": "都没有",
}
EARLY = {"lupus": "skin_only"}


def people(count: int) -> str:
    """So many lines for `screen`."""
    kinds = [SIMPLE, SIMPLE | TYPED, SIMPLE, SIMPLE | TYPED, SIMPLE | EARLY]
    lines = [
        {"id": at, "lang": "en", "today": "2026-11-23", "answers": kinds[at % len(kinds)]}
        for at in range(count)
    ]
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)


def seconds(count: int) -> tuple[float, list[str]]:
    """How long `screen` takes for so many, its start included, and what it found."""
    command = [sys.executable, "-m", "prescreen", "screen"]
    started = time.perf_counter()
    done = subprocess.run(
        command, input=people(count), capture_output=True, text=True, cwd=ROOT, check=True
    )
    return time.perf_counter() - started, done.stdout.splitlines()


def main() -> None:
    """Print the rate, with the start of the program taken off."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    start, _ = seconds(1)
    whole, found = seconds(count + 1)
    answers = sum(len(json.loads(line)["asked"]) for line in found)
    rate = count / (whole - start)
    print(f"screen: {count} conversations, {answers} questions")
    print(f"  start {start * 1000:.0f} ms, {rate:.0f} conversations a second", end=", ")
    print(f"{answers / (whole - start):.0f} answers a second")


if __name__ == "__main__":
    main()
