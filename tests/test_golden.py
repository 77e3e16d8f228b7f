"""Whole conversations as people read them, and the same conversations on the screen.

Each file in golden/, in the folder of a trial, is a record: a header, and what is said and typed,
each line that is typed under the name of its page. A record says only in what it differs from the
fitting person, who answers everywhere else; those answers stand in brackets, and are found anew
each time. So a question that is new, gone or elsewhere moves no other answer. To add a record,
write a header and its lines after ">"; then, as after a change of wording,
`pytest tests/test_golden.py --update-golden` writes every record anew, and the difference is what
has to be reviewed. A record that ends elsewhere than before is written only where its new end is
named, as with `--ending caregiver=not_now`; and one with lines for a page that comes no more, only
where they may go: `--dropping caregiver`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date
from pathlib import Path

import pytest
from fitting import fitting_of
from transcripts import Held, Line, begin, end_of, hold, lines_in, write

from flows import FLOWS, setting_of
from prescreen.dialog.dialog import Dialog
from prescreen.flow.states import REVIEW
from prescreen.language.catalogs import LANGUAGES
from prescreen.session.visit import Visit
from prescreen.verdict import Outcome

GOLDEN = {
    flow: sorted((Path(__file__).with_name(flow.stem) / "golden").glob("*.txt")) for flow in FLOWS
}
RECORDS = [path for paths in GOLDEN.values() for path in paths]
ENDS = {each.value for each in Outcome}
TODAY = date(2026, 11, 23)
Anew = Mapping[Path, tuple[Held, Dialog]]


@pytest.fixture(scope="module")
def anew() -> Anew:
    """Each record held anew: what it reads like now, and where it ends."""
    held: dict[Path, tuple[Held, Dialog]] = {}
    for flow in FLOWS:
        held |= records_of(flow)
    return held


def records_of(flow: Path) -> Iterator[tuple[Path, tuple[Held, Dialog]]]:
    """The records of a flow, each held anew."""
    setting, usual = setting_of(flow), fitting_of(flow).everywhere
    for path in GOLDEN[flow]:
        text = path.read_text(encoding="utf-8")
        visit = begin(text, setting)
        own = [each for each in lines_in(text) if not each.usual]
        yield path, (hold(visit, own, usual), visit.dialog)


def name(path: Path) -> str:
    return path.name.removesuffix(".txt")


@pytest.mark.parametrize("path", RECORDS, ids=name)
def test_a_record_reads_as_it_was_reviewed(
    path: Path, anew: Anew, update: bool, endings: Mapping[str, str], dropped: Set[str]
) -> None:
    held, dialog = anew[path]
    check_typed(path, held.left, dropped if update else frozenset())
    if update:
        check_end(path, end_of(path.read_text(encoding="utf-8")), dialog.state, endings)
        path.write_text(held.text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == held.text


def check_typed(path: Path, left: Sequence[Line], dropped: Set[str]) -> None:
    """Refuse lines for pages that never come, if nobody has said that they may go."""
    stem = path.name.partition(".")[0]
    if left and stem not in dropped:
        lines = ", ".join(f'"{each}"' for each in left)
        pytest.fail(
            f"{name(path)} never comes to where this is typed: {lines}. Nothing is written. "
            f"If these lines may go, say so: --update-golden --dropping {stem}"
        )


def check_end(path: Path, old: str, now: str, endings: Mapping[str, str]) -> None:
    """Refuse an end that is not the old one, if nobody has named it."""
    stem = path.name.partition(".")[0]
    if now not in (old or now, endings.get(stem)):
        pytest.fail(
            f"{name(path)} ended at {old} and ends at {now} now. Nothing is written. "
            f"If that is right, say so: --ending {stem}={now}"
        )


def test_an_end_that_has_changed_is_written_only_where_it_is_named() -> None:
    path = Path("ill.en.txt")
    check_end(path, "not_now", "not_now", {})
    check_end(path, "", "not_now", {})
    check_end(path, "not_now", "ask_site", {"ill": "ask_site"})
    for endings in ({}, {"ill": "declined"}, {"well": "ask_site"}):
        with pytest.raises(pytest.fail.Exception, match=r"--ending ill=ask_site$"):
            check_end(path, "not_now", "ask_site", endings)


def test_a_line_that_is_not_typed_any_more_goes_only_where_that_is_said() -> None:
    path = Path("ill.en.txt")
    flow, *_ = FLOWS
    setting, usual = setting_of(flow), fitting_of(flow).everywhere
    text = write(Visit(setting, TODAY, "en"), ["patient", "agree"])
    gone = [Line("gone", "yes"), Line("gone.narrow", "before")]
    left = hold(begin(text, setting), [*lines_in(text), *gone], usual).left
    assert left == tuple(gone)
    check_typed(path, (), {"well"})
    check_typed(path, left, {"ill"})
    nothing: Set[str] = frozenset()
    for dropped in (nothing, {"well"}):
        with pytest.raises(pytest.fail.Exception, match=r'"gone > yes", "gone.narrow > before"'):
            check_typed(path, left, dropped)


def test_a_record_named_after_an_outcome_ends_with_it(anew: Anew) -> None:
    for path, (_, dialog) in anew.items():
        wanted = next((each for each in ENDS if path.name.startswith(each)), None)
        assert wanted in (None, dialog.state), path.name


def test_no_record_picks_an_answer_by_its_place_in_the_list() -> None:
    for path in RECORDS:
        lines = lines_in(path.read_text(encoding="utf-8"))
        assert not [each for each in lines if each.at == REVIEW and each.text.isdecimal()], path


def test_every_record_stands_in_every_language() -> None:
    codes = {(path.parent, *name(path).split(".")) for path in RECORDS}
    assert codes == {(*record, code) for *record, _ in codes for code in LANGUAGES}


def test_every_outcome_of_a_flow_with_records_has_one(anew: Anew) -> None:
    ends: dict[str, set[str]] = {}
    for _, dialog in anew.values():
        ends.setdefault(dialog.flow.trial.id, set()).add(dialog.state)
    assert ends
    assert {trial for trial, found in ends.items() if not found >= ENDS} == set()


def test_both_languages_of_a_record_come_to_the_same_end(anew: Anew) -> None:
    for path, (_, here) in anew.items():
        _, there = anew[path.with_name(f"{path.name.split('.')[0]}.en.txt")]
        assert here.state == there.state, path.name
        assert here.verdict == there.verdict, path.name
        assert here.findings == there.findings, path.name
