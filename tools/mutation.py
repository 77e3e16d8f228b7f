"""Mutation testing of the verdict: each change of its code has to fail a test, or be explained.

Runs mutmut as pyproject.toml says, in a copy under build/, and writes the count beside the other
proofs. What survives stands in tests/data/verdict_survivors.toml with the reason.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
COPY = ROOT / "build" / "mutation"
RESULT = ROOT / "build" / "proof" / "mutation.json"
EXPLAINED = ROOT / "tests" / "data" / "verdict_survivors.toml"
MUTATED = "prescreen/verdict"
MUTMUT = (sys.executable, "-m", "mutmut")
PARTS = ("prescreen", "tests", "flows", "locales", "pyproject.toml")
LEAST = 95
"""Percent of the mutants that have to be killed."""
MINUTES = 15

Survivor = tuple[str, str, str]
"""The function, the lines that were taken away, and those that were put in their place."""


def main() -> int:
    """Run all mutants; 1 where too many survive, or one without a reason."""
    _copy()
    _run()
    statuses = dict(re.findall(r"(?m)^ *(\S+): ([a-z ]+)$", _told("results", "--all", "true")))
    names = [name for name, status in statuses.items() if status not in ("killed", "timeout")]
    return _report(len(statuses), {_shown(name) for name in names})


def _copy() -> None:
    shutil.rmtree(COPY, ignore_errors=True)
    COPY.mkdir(parents=True)
    for part in PARTS:
        source, copy = ROOT / part, COPY / part
        if source.is_dir():
            shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copy)


def _run() -> None:
    print(f"Mutants of {MUTATED}, for {MINUTES} minutes at most ...")
    with (COPY / "log").open("w", encoding="utf-8") as log:
        run = [*MUTMUT, "run", "--max-children", "2"]
        subprocess.run(run, cwd=COPY, timeout=60 * MINUTES, stdout=log, stderr=log)


def _told(*arguments: str) -> str:
    done = subprocess.run([*MUTMUT, *arguments], cwd=COPY, capture_output=True, text=True)
    return done.stdout


def _shown(name: str) -> Survivor:
    shown = _told("show", name)
    was, now = (
        " ".join(" ".join(re.findall(rf"(?m)^\{sign}(?!\{sign})(.*)$", shown)).split())
        for sign in "-+"
    )
    return re.sub(r".*\.x_|__mutmut_\d+$", "", name), was, now


def _report(mutants: int, survivors: set[Survivor]) -> int:
    explained = {
        (each["function"], each["was"], each["now"]): each["reason"]
        for each in tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))["survivor"]
    }
    killed = mutants - len(survivors)
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(
        json.dumps({"mutants": mutants, "killed": killed, "explained": len(explained)}, indent=2)
    )
    print(f"{killed} of {mutants} mutants killed, {len(survivors)} survived.")
    open_ = [each for each in survivors if each not in explained]
    stale = [each for each in explained if each not in survivors]
    for function, was, now in open_:
        print(f"Nothing notices in {function}:\n  - {was}\n  + {now}", file=sys.stderr)
    for function, was, now in stale:
        print(f"Explained but noticed, in {function}:\n  - {was}\n  + {now}", file=sys.stderr)
    return 1 if open_ or stale or 100 * killed < LEAST * mutants else 0


if __name__ == "__main__":
    sys.exit(main())
