"""The first page is the one that a whole visit would show, and the rest comes when it is needed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from fitting import in_turn

from flows import EVERY_FLOW, setting_of
from prescreen.files import places
from prescreen.files.errors import FileError
from prescreen.session.first_page import FirstPageVisit, first_page, looks_whole
from prescreen.session.setting import open_setting
from prescreen.session.visit import Visit

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 23)


def whole(flow: Path, language: str | None) -> Visit:
    return Visit(open_setting(flow, None, language), TODAY, language)


@pytest.mark.parametrize("language", [None, "zh_CN", "en"])
@EVERY_FLOW
def test_the_first_page_is_the_visits_own(flow: Path, language: str | None) -> None:
    assert first_page(flow, language) == whole(flow, language).page


@EVERY_FLOW
def test_at_a_site_the_first_page_is_no_try_out(flow: Path) -> None:
    first = first_page(flow, None, tryout=False)
    assert first == Visit(setting_of(flow), TODAY).page
    assert not first.mark


@EVERY_FLOW
def test_the_visit_is_opened_once_and_only_when_it_is_needed(flow: Path) -> None:
    opened: list[Visit] = []

    def open_visit() -> Visit:
        opened.append(whole(flow, None))
        return opened[-1]

    first = first_page(flow, None)
    assert first
    first_page_visit = FirstPageVisit(first, open_visit)
    assert first_page_visit.page == first
    assert not opened
    first_page_visit.say("en")
    first_page_visit.settle()
    assert first_page_visit.page.name == "voice"
    assert len(opened) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no flow",
        "[trial]\nid = 4",
        "[trial]\nid = 'x'\nshort = 'a\u202eb'",
        "[trial]\nid = 'x'",
        "a = " + 5000 * "[",
    ],
)
def test_a_file_that_is_no_flow_has_no_first_page(tmp_path: Path, text: str) -> None:
    path = tmp_path / "flow.toml"
    path.write_text(text, encoding="utf-8")
    assert first_page(path, None) is None


@EVERY_FLOW
def test_a_flow_that_names_who_takes_part_comes_with_the_whole_visit(
    flow: Path, tmp_path: Path
) -> None:
    path = tmp_path / "flow.toml"
    text = flow.read_text(encoding="utf-8")
    path.write_text(text.replace("[trial]\n", '[trial]\nparticipants = ["patients"]\n', 1), "utf-8")
    assert first_page(path, None) is None
    path.write_text(text, "utf-8")
    assert first_page(path, None)


@EVERY_FLOW
def test_only_a_flow_no_newer_than_its_catalogs_looks_whole(flow: Path, tmp_path: Path) -> None:
    shutil.copytree(flow.parent, tmp_path / "flows")
    flow = tmp_path / "flows" / flow.name
    shutil.copytree(places.locales(), tmp_path / "locales", copy_function=shutil.copyfile)
    assert looks_whole(flow)
    newest = max(path.stat().st_mtime for path in (tmp_path / "locales").rglob("*.po"))
    os.utime(flow, (newest + 1, newest + 1))
    assert not looks_whole(flow)
    assert not looks_whole(tmp_path / "flow.toml")


@EVERY_FLOW
def test_a_flow_that_is_broken_further_down_is_refused_when_the_visit_opens(
    flow: Path, tmp_path: Path
) -> None:
    path = tmp_path / "flow.toml"
    broken = f'{flow.read_text("utf-8")}\n[[criterion]]\nidd = "agge"\n'
    path.write_text(broken, encoding="utf-8")
    first = first_page(path, "en")
    assert first
    first_page_visit = FirstPageVisit(
        first, lambda: Visit(open_setting(path, None, "en"), TODAY, "en")
    )
    with pytest.raises(FileError, match="idd"):
        first_page_visit.settle()


@EVERY_FLOW
def test_what_is_done_to_the_first_page_is_done_to_the_whole_visit(flow: Path) -> None:
    first = first_page(flow, "en")
    assert first
    first_page_visit = FirstPageVisit(first, lambda: whole(flow, "en"))
    assert first_page_visit.preview("62 kg") == ""
    first_page_visit.do("leave")
    assert first_page_visit.page.panel
    assert first_page_visit.end_of_input()
    assert first_page_visit.page.ended


def test_a_checkout_that_lacks_its_folders_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "PACKAGE", tmp_path / "prescreen")
    with pytest.raises(FileError, match="whole checkout"):
        places.flows()


LOADED = """
import sys
from datetime import date
from pathlib import Path
from prescreen.session.first_page import FirstPageVisit, first_page
from prescreen.session.setting import open_setting
from prescreen.session.visit import Visit

path, said = Path(sys.argv[1]), sys.argv[2]
visit = FirstPageVisit(first_page(path, "en"), lambda: Visit(open_setting(path, None, "en"),
                date(2026, 11, 23), "en"))
visit.settle()
before = set(sys.modules)
for text in ("patient", "agree"):
    visit.say(text)
visit.preview(said)
visit.do("why")
visit.say(visit.page.panel.tiles[0].id)
visit.do("language")
visit.say(said)
_ = visit.page
print(visit.page.name, sorted(set(sys.modules) - before))
"""


@EVERY_FLOW
def test_what_the_visit_loads_is_all_that_the_first_answers_need(flow: Path) -> None:
    (_, said), (second, _), *_ = in_turn(setting_of(flow))
    command = [sys.executable, "-c", LOADED, str(flow), said]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == f"{second} []\n"


@EVERY_FLOW
def test_whatever_is_done_to_the_first_page_is_done_to_the_visit(flow: Path) -> None:
    visit = whole(flow, "en")
    first_page_visit = FirstPageVisit(visit.page, lambda: visit)
    first_page_visit.without_chinese()
    assert first_page_visit.page.blocks
    first_page_visit.unattended(9)
    assert first_page_visit.page.cover
    first_page_visit.attended()
    assert not first_page_visit.page.cover
    first_page_visit.more_time()
    assert first_page_visit.page.display.unhurried
    assert first_page_visit.expire()
    assert first_page_visit.page.ended
