"""Whole conversations as people read them, and the same conversations on the screen.

Each file in golden/ is a record: a header, and what is said and typed. To add one, write a header
and its lines after ">"; then, as after a change of wording, `pytest tests/test_golden.py
--update-golden` writes every record anew, and the difference is what has to be reviewed.
"""

from pathlib import Path

import pytest

from prescreen.transcript import begin, replay, said_in, write
from prescreen.verdict import Outcome
from prescreen.visit import Setting

GOLDEN = sorted(Path(__file__).with_name("golden").glob("*.txt"))
ENDS = {each.value for each in Outcome}


def name(path: Path) -> str:
    return path.name.removesuffix(".txt")


@pytest.mark.parametrize("path", GOLDEN, ids=name)
def test_a_record_reads_as_it_was_reviewed(path: Path, setting: Setting, update: bool) -> None:
    text = path.read_text(encoding="utf-8")
    now = write(begin(text, setting), said_in(text))
    if update:
        path.write_text(now, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == now


@pytest.mark.parametrize("path", GOLDEN, ids=name)
def test_a_record_named_after_an_outcome_ends_with_it(path: Path, setting: Setting) -> None:
    visit = replay(path.read_text(encoding="utf-8"), setting)
    wanted = next((each for each in ENDS if path.name.startswith(each)), None)
    assert wanted is None or visit.dialog.state == wanted


def test_every_record_stands_in_both_languages() -> None:
    names = [name(path).split(".") for path in GOLDEN]
    stems = {stem for stem, _ in names}
    assert {(stem, code) for stem, code in names} == {
        (stem, code) for stem in stems for code in ("en", "zh_CN")
    }


def test_every_outcome_has_a_record(setting: Setting) -> None:
    found = {replay(path.read_text(encoding="utf-8"), setting).dialog.state for path in GOLDEN}
    assert found >= ENDS


@pytest.mark.parametrize("path", [each for each in GOLDEN if ".zh_CN" in each.name], ids=name)
def test_both_languages_of_a_record_come_to_the_same_end(path: Path, setting: Setting) -> None:
    twin = path.with_name(f"{path.name.split('.')[0]}.en.txt")
    here, there = (replay(each.read_text(encoding="utf-8"), setting) for each in (path, twin))
    assert here.dialog.state == there.dialog.state
    assert here.dialog.verdict == there.dialog.verdict
    assert here.dialog.findings == there.dialog.findings
