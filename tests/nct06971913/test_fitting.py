"""Where the fitting person does not fit, `check` says so in a sentence."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from flows import FLOW
from prescreen.check import check
from prescreen.check.fitting_problems import fitting_problems
from prescreen.files.errors import FileError
from prescreen.flow.load import load
from prescreen.session.fitting import FITTING_FILE, load_fitting

BESIDE = FLOW.parent / FLOW.stem / FITTING_FILE


@pytest.fixture
def copied(tmp_path: Path) -> Callable[[str, str], Path]:
    """The shipped flow beside a fitting person of whom some words are others."""

    def of(old: str, new: str) -> Path:
        text = BESIDE.read_text("utf-8")
        assert old in text
        path = tmp_path / FLOW.stem / FITTING_FILE
        path.parent.mkdir()
        path.write_text(text.replace(old, new, 1), "utf-8")
        shutil.copy(FLOW, tmp_path)
        return tmp_path / FLOW.name

    return of


WRONG = {
    'ivig = "no"\n': ("", 'the question "ivig" has no answer. Give it one in [answers], or in'),
    'lupus = "': ('lupsu = "', '[answers] there is no question "lupsu"; did you mean "lupus"?'),
    'adult = "yes"': ('lupus = "no"', 'the question "lupus" stands in both tables. Keep one.'),
    'steroid_dose = "': (
        'steroid_dose = "1',
        'in zh_CN on 2026-11-23, this person comes to "not_now"',
    ),
    'weight = "': ('weight = "not ', 'this person comes to "weight" after a text that was refused'),
    "[otherwise]\n": ("[otherwise\n", "this is not TOML"),
}


@pytest.mark.parametrize("old", WRONG)
def test_what_is_wrong_with_a_fitting_person_is_a_sentence(
    old: str, copied: Callable[[str, str], Path]
) -> None:
    new, said = WRONG[old]
    path = copied(old, new)
    found = fitting_problems(path, load(path))
    assert any(said in each for each in found), found
    assert all(FITTING_FILE in each for each in found)


def test_a_flow_without_a_fitting_person_is_told_in_the_summary() -> None:
    path = Path(__file__).parents[1] / "data" / "flows" / "second.toml"
    assert fitting_problems(path, load(path)) == []
    with pytest.raises(FileError, match="there is no fitting person for this flow"):
        load_fitting(path, load(path))
    assert any("no fitting.toml beside it" in each for each in check([path])[1])
