"""Whole conversations as people read them, and the same conversations on the screen.

Each file in golden/ is a record: a header, and what is said and typed. To add one, write a header
and its lines after ">"; then, as after a change of wording, `pytest tests/test_golden.py
--update-golden` writes every record anew, and the difference is what has to be reviewed.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest

from prescreen.dialog.dialog import Dialog
from prescreen.plain.transcript import begin, said_in, write
from prescreen.session.visit import Setting
from prescreen.verdict import Outcome

GOLDEN = sorted(Path(__file__).with_name("golden").glob("*.txt"))
ENDS = {each.value for each in Outcome}
Held = Mapping[Path, tuple[str, Dialog]]


@pytest.fixture(scope="module")
def held(setting: Setting) -> Held:
    """Each record held anew: what it reads like now, and where it ends."""
    found = {}
    for path in GOLDEN:
        text = path.read_text(encoding="utf-8")
        visit = begin(text, setting)
        found[path] = write(visit, said_in(text)), visit.dialog
    return found


def name(path: Path) -> str:
    return path.name.removesuffix(".txt")


@pytest.mark.parametrize("path", GOLDEN, ids=name)
def test_a_record_reads_as_it_was_reviewed(path: Path, held: Held, update: bool) -> None:
    now, _ = held[path]
    if update:
        path.write_text(now, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == now


def test_a_record_named_after_an_outcome_ends_with_it(held: Held) -> None:
    for path, (_, dialog) in held.items():
        wanted = next((each for each in ENDS if path.name.startswith(each)), None)
        assert wanted in (None, dialog.state), path.name


def test_every_record_stands_in_both_languages() -> None:
    names = {tuple(name(path).split(".")) for path in GOLDEN}
    assert names == {(stem, code) for stem, _ in names for code in ("en", "zh_CN")}


def test_every_outcome_has_a_record(held: Held) -> None:
    assert {dialog.state for _, dialog in held.values()} >= ENDS


def test_both_languages_of_a_record_come_to_the_same_end(held: Held) -> None:
    for path, (_, here) in held.items():
        _, there = held[path.with_name(f"{path.name.split('.')[0]}.en.txt")]
        assert here.state == there.state, path.name
        assert here.verdict == there.verdict, path.name
        assert here.findings == there.findings, path.name
