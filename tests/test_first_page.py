"""The first page is the one that a whole visit would show, and the rest comes when it is needed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from flows import FLOW
from prescreen.files import places
from prescreen.files.errors import FileError
from prescreen.session.first_page import FirstPageVisit, first_page, looks_whole
from prescreen.session.setting import open_setting
from prescreen.session.visit import Setting, Visit

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 23)


def whole(language: str | None) -> Visit:
    return Visit(open_setting(FLOW, None, language), TODAY, language)


@pytest.mark.parametrize("language", [None, "zh_CN", "en"])
def test_the_first_page_is_the_visits_own(language: str | None) -> None:
    assert first_page(FLOW, language) == whole(language).page


def test_at_a_site_the_first_page_is_no_try_out(setting: Setting) -> None:
    first = first_page(FLOW, None, tryout=False)
    assert first == Visit(setting, TODAY).page
    assert not first.mark


def test_the_visit_is_opened_once_and_only_when_it_is_needed() -> None:
    opened: list[Visit] = []

    def open_visit() -> Visit:
        opened.append(whole(None))
        return opened[-1]

    first = first_page(FLOW, None)
    assert first
    arrival = FirstPageVisit(first, open_visit)
    assert arrival.page == first
    assert not opened
    arrival.say("en")
    arrival.settle()
    assert arrival.page.name == "voice"
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


def test_a_flow_that_names_who_takes_part_comes_with_the_whole_visit(tmp_path: Path) -> None:
    path = tmp_path / "flow.toml"
    text = FLOW.read_text(encoding="utf-8")
    path.write_text(text.replace("[trial]\n", '[trial]\nparticipants = ["patients"]\n', 1), "utf-8")
    assert first_page(path, None) is None
    path.write_text(text, "utf-8")
    assert first_page(path, None)


def test_only_a_flow_no_newer_than_its_catalogs_looks_whole(tmp_path: Path) -> None:
    flow = tmp_path / "flows" / FLOW.name
    shutil.copytree(FLOW.parent, flow.parent)
    shutil.copytree(places.locales(), tmp_path / "locales", copy_function=shutil.copyfile)
    assert looks_whole(flow)
    newest = max(path.stat().st_mtime for path in (tmp_path / "locales").rglob("*.po"))
    os.utime(flow, (newest + 1, newest + 1))
    assert not looks_whole(flow)
    assert not looks_whole(tmp_path / "flow.toml")


def test_a_flow_that_is_broken_further_down_is_refused_when_the_visit_opens(tmp_path: Path) -> None:
    path = tmp_path / "flow.toml"
    text = FLOW.read_text(encoding="utf-8")
    path.write_text(text.replace('kind = "age"', 'kind = "agge"', 1), encoding="utf-8")
    first = first_page(path, "en")
    assert first
    arrival = FirstPageVisit(first, lambda: Visit(open_setting(path, None, "en"), TODAY, "en"))
    with pytest.raises(FileError, match="agge"):
        arrival.settle()


def test_what_is_done_to_the_first_page_is_done_to_the_whole_visit() -> None:
    first = first_page(FLOW, "en")
    assert first
    arrival = FirstPageVisit(first, lambda: whole("en"))
    assert arrival.preview("62 kg") == ""
    arrival.do("leave")
    assert arrival.page.panel
    assert arrival.end_of_input()
    assert arrival.page.ended


def test_a_checkout_that_lacks_its_folders_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "PACKAGE", tmp_path / "prescreen")
    with pytest.raises(FileError, match="whole checkout"):
        places.flows()


LOADED = """
import sys
import os
import shutil
from datetime import date
from prescreen.session.first_page import FirstPageVisit, first_page
from prescreen.files.places import flows
from prescreen.session.setting import open_setting
from prescreen.session.visit import Visit

path = flows() / "nct06971913.toml"
visit = FirstPageVisit(first_page(path, "en"), lambda: Visit(open_setting(path, None, "en"),
                date(2026, 11, 23), "en"))
visit.settle()
before = set(sys.modules)
for text in ("patient", "agree"):
    visit.say(text)
visit.preview("45")
visit.do("why")
visit.say(visit.page.panel.tiles[0].id)
visit.do("language")
visit.say("四十五岁")
_ = visit.page
print(visit.page.name, sorted(set(sys.modules) - before))
"""


def test_what_the_visit_loads_is_all_that_the_first_answers_need() -> None:
    command = [sys.executable, "-c", LOADED]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "lupus []\n"


def test_whatever_is_done_to_the_first_page_is_done_to_the_visit() -> None:
    visit = whole("en")
    arrival = FirstPageVisit(visit.page, lambda: visit)
    arrival.without_chinese()
    assert arrival.page.blocks
    arrival.unattended(9)
    assert arrival.page.cover
    arrival.attended()
    assert not arrival.page.cover
    arrival.more_time()
    assert arrival.page.display.unhurried
    assert arrival.expire()
    assert arrival.page.ended
