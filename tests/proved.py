"""What the proofs went through, counted, and written to a file for the certificate."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Protocol

import pytest


class Proved(Protocol):
    """Counts so many of something that a test has gone through; more than one by its number."""

    def __call__(self, name: str, count: int = 1) -> None: ...


class Counts:
    """A plugin that adds up what the tests of a run counted."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._counts: Counter[str] = Counter()
        self._tests: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" or not report.passed:
            self._tests[report.outcome] += 1
            for name, count in report.user_properties:
                assert isinstance(count, int)
                self._counts[name] += count

    def pytest_sessionfinish(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        found = {"tests": dict(self._tests), "counts": dict(self._counts)}
        self._path.write_text(json.dumps(found, indent=2, sort_keys=True) + "\n", encoding="utf-8")
