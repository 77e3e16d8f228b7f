"""A text with a character that can't be seen is refused where it comes in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from cases import ROOT
from rows import each_row

from prescreen.files import places
from prescreen.files.errors import FileError
from prescreen.flow.load import load
from prescreen.language.site import load_site
from prescreen.session.first_page import first_page
from prescreen.session.setting import open_setting
from prescreen.system.printable import unseen

EXAMPLE = ROOT / "docs" / "site.example.toml"
FLOW = "nct06971913.toml"
HIDDEN = ["\x1b[31m", "\x9b", "\x07", "\u202e", "\u200b", "\ufeff", "\ue000", "\u2028"]


@each_row("hidden", HIDDEN)
def test_a_character_that_is_obeyed_or_hidden_is_found(hidden: str) -> None:
    assert unseen(f"您好 {hidden} x") == hidden[0]


@each_row("text", ["您好，\u3000world\u00a0!", "two\nlines", "é ② 龘", ""])
def test_a_text_that_shows_is_fine(text: str) -> None:
    assert unseen(text) == ""


@pytest.mark.parametrize("hidden", ["\\u001B[31m", "\\u202E", "\\u009B"])
def test_a_site_file_with_one_is_refused(tmp_path: Path, hidden: str) -> None:
    path = tmp_path / "site.toml"
    text = EXAMPLE.read_text(encoding="utf-8")
    path.write_text(text.replace("the desk on", f"the {hidden}desk on"), encoding="utf-8")
    with pytest.raises(FileError) as caught:
        load_site(path)
    code = hidden[2:6]
    assert str(caught.value) == (
        f"site.toml: [operator] reach.en: U+{code} can't be seen. Take it out."
    )


def test_a_flow_with_one_is_refused_before_its_first_page(tmp_path: Path) -> None:
    path = tmp_path / "flows" / FLOW
    path.parent.mkdir()
    text = (places.flows() / FLOW).read_text(encoding="utf-8")
    path.write_text(text.replace('short = "', 'short = "\\u202E', 1), encoding="utf-8")
    assert first_page(path, "en") is None
    with pytest.raises(FileError, match=r"\[trial\] short: U\+202E can't be seen. Take it out."):
        load(path)


def test_a_catalog_with_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "flows" / FLOW
    path.parent.mkdir()
    shutil.copy(places.flows() / FLOW, path)
    shutil.copytree(places.locales(), tmp_path / "locales")
    catalog = tmp_path / "locales" / "zh_CN" / "LC_MESSAGES" / "nct06971913.po"
    lines = catalog.read_text(encoding="utf-8").split("\n")
    at = next(at for at, line in enumerate(lines) if line.startswith('msgstr "') and at > 30)
    lines[at] = 'msgstr "\u202e' + lines[at].removeprefix('msgstr "')
    catalog.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(FileError, match=r"U\+202E, which can't be seen. Take it out."):
        open_setting(path, None, "zh_CN")
