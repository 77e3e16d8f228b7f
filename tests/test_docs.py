"""The documentation does what it says: its commands run, its links lead somewhere, its pictures
need nothing from elsewhere."""

from __future__ import annotations

import argparse
import re
import tomllib
from dataclasses import fields
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import pytest
from babel.messages.pofile import read_po
from documented import AUTHORS, ROOT, add_translations, blocks, check_console, copied
from rich.cells import cell_len
from rows import each_row

from flows import FLOW
from prescreen.cli.options import command_line
from prescreen.files.errors import FileError
from prescreen.files.tables import KEY, Frozen
from prescreen.files.toml import model_of
from prescreen.flow import model
from prescreen.flow.fields import names
from prescreen.flow.load import load

PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
PICTURES = [*(ROOT / "docs" / "pictures").glob("*.svg")]
HOSTS = {"keepachangelog.com", "semver.org", "toml.io", "ucum.org", "poedit.net", "weblate.org"}
CELL = 8.4


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of one trial in which `make run` was used once, to be written in."""
    copied(tmp_path, ("prescreen", "flows", "locales", "docs"))
    for each in (tmp_path / "flows").glob("*.toml"):
        if each.name != FLOW.name:
            each.unlink()
    return tmp_path


@pytest.mark.prove
def test_the_commands_of_the_readme_run(checkout: Path) -> None:
    for block in blocks(ROOT / "README.md"):
        if block.language == "console" and "$ make" not in block.text:
            check_console(checkout, block)


@pytest.mark.prove
def test_the_tutorial_leads_from_an_empty_file_to_a_conversation(checkout: Path) -> None:
    for block in blocks(AUTHORS, "A second trial, from an empty file"):
        path = checkout / block.file
        if block.language == "console":
            check_console(checkout, block)
        elif block.language == "po":
            add_translations(path, block)
        elif block.file:
            path.parent.mkdir(exist_ok=True)
            with path.open("a", encoding="utf-8") as file:
                file.write(block.text + "\n")
    assert len(load(checkout / "flows" / "knee.toml").questions) > 5


def test_a_slip_in_a_flow_file_is_answered_as_the_page_says(tmp_path: Path) -> None:
    found = blocks(AUTHORS)
    at = next(at for at, block in enumerate(found) if block.about == "slip")
    text = "\n".join(block.text for block in found if block.file.endswith(".toml"))
    path = tmp_path / "knee.toml"
    path.write_text(text + found[at].text, "utf-8")
    with pytest.raises(FileError) as error:
        load(path)
    assert str(error.value) == found[at + 1].text.strip()


@each_row("page", PAGES)
def test_every_make_target_that_is_named_exists(page: Path) -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:`|\$ )make (\w+)", page.read_text("utf-8")))
    assert named <= targets


def test_the_readme_names_every_verb_and_every_option() -> None:
    parser = command_line()
    verbs = next(
        each.choices
        for each in parser._actions
        if isinstance(each, argparse._SubParsersAction) and each.choices
    )
    offered = [each for each in parser._actions if each.help != argparse.SUPPRESS]
    options = {each for action in offered for each in action.option_strings}
    readme = (ROOT / "README.md").read_text("utf-8")
    assert {verb for verb in verbs if f"prescreen {verb}" not in readme} == set()
    assert {each for each in options if each.startswith("--") and each not in readme} == set()


# ---- the flow file's reference -----------------------------------------------------------------


def keys() -> set[str]:
    """Every key that a flow file can hold."""
    tables = [
        each
        for each in vars(model).values()
        if isinstance(each, type) and issubclass(each, Frozen) and each.__module__ == model.__name__
    ]
    return {each.metadata.get(KEY, each.name) for table in tables for each in fields(table)}


def test_the_reference_names_every_key_of_a_flow_file() -> None:
    text = (ROOT / "docs" / "flow-authors.md").read_text("utf-8")
    assert {key for key in keys() if not re.search(rf"(?<!\w){key}(?!\w)", text)} == set()


def test_every_rule_that_is_shown_is_a_rule() -> None:
    shown: set[str] = set()
    rules = {each.__dataclass_fields__["kind"].default: each for each in get_args(model.Rule)}
    for block in blocks(AUTHORS):
        if block.language == "toml" and "[criterion.rule]" in block.text and not block.about:
            table = tomllib.loads(block.text, parse_float=Decimal)
            rule = table["criterion"]["rule"]
            model_of(rules[rule["kind"]], rule, "flow-authors.md", names)
            shown.add(rule["kind"])
    assert shown == set(rules)


# ---- the other pages ---------------------------------------------------------------------------


def test_the_sentences_shown_to_translators_stand_in_the_catalog() -> None:
    folder = ROOT / "locales" / "zh_CN" / "LC_MESSAGES"
    catalog = read_po(BytesIO((folder / f"{FLOW.stem}.po").read_bytes()))
    shown = [each for each in blocks(ROOT / "docs" / "translators.md") if each.language == "po"]
    assert shown
    for block in shown:
        for each in read_po(BytesIO(block.text.encode())):
            assert not each.id or catalog.get(each.id, each.context), each.id


def test_the_architecture_names_every_layer() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contract = project["tool"]["importlinter"]["contracts"][0]
    modules = {each for layer in contract["layers"] for each in re.findall(r"\w+", layer)}
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    assert {each for each in modules if f"`{each}`" not in text} == set()


# ---- links, and what must not be there ---------------------------------------------------------


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.replace(" ", "-") for heading in plain}


def links(page: Path) -> list[str]:
    prose = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"\]\(([^)\s]+)\)", prose)


@each_row("page", PAGES)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in links(page):
        if link.startswith("https://"):
            assert link.split("/")[2] in HOSTS, link
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@each_row("page", PAGES)
def test_no_page_names_a_machine_or_a_package_registry(page: Path) -> None:
    text = page.read_text("utf-8")
    assert not re.search(r"(?<![\w.])/(?:work|home|root|tmp|Users)\b", text)
    assert not re.search(r"pypi|pythonhosted|npmjs|crates\.io|anaconda|localhost", text, re.I)


# ---- pictures ----------------------------------------------------------------------------------


def test_every_picture_is_used_and_is_there_in_both_languages() -> None:
    shown = {Path(link).name for page in PAGES for link in links(page) if link.endswith(".svg")}
    assert {path.name for path in PICTURES} == shown
    english = {path.name.removesuffix(".en.svg") for path in PICTURES if ".en." in path.name}
    chinese = {path.name.removesuffix(".zh_CN.svg") for path in PICTURES if ".zh_CN." in path.name}
    assert english
    assert english == chinese


@each_row("path", PICTURES)
def test_a_picture_is_small_and_needs_nothing_from_elsewhere(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.encode()) < 60_000
    inside = text.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"https?:|//|url\(|@import|@font-face|href|<image|<script|data:", inside)


@each_row("path", PICTURES)
def test_text_in_a_picture_takes_the_cells_that_it_takes_on_the_screen(path: Path) -> None:
    texts = [each for each in ElementTree.parse(path).iter() if each.tag.endswith("}text")]
    assert texts
    for each in texts:
        width = float(each.attrib["textLength"])
        assert width == pytest.approx(cell_len(each.text or "") * CELL, abs=0.06), each.text
