"""The page for flow authors adds a question, and no test has to be edited for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from documented import AUTHORS, ROOT, add_translations, blocks, check_console, copied, put, run
from proved import Proved

from flows import FLOW
from prescreen.check.fitting_problems import fitting_problems
from prescreen.check.ledger import ledger_problems
from prescreen.flow.load import load

BLOCKS = blocks(AUTHORS, "Add a question")
RULES = ROOT / "CONTRIBUTING.md"
FOLDERS = ("prescreen", "flows", "locales", "tests", "tools", "docs")


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """The flow with all that lies beside it, when every block but the translations is put in."""
    copied(tmp_path, ("flows", "locales"))
    for block in BLOCKS:
        if block.into[0] and block.language != "po":
            put(tmp_path, block)
    return tmp_path / "flows" / FLOW.name


def test_what_the_page_adds_is_right(edited: Path) -> None:
    flow = load(edited)
    ids = {each for block in BLOCKS for each in re.findall(r'^id = "(\w+)"', block.text, re.M)}
    known = {each.id for some in (flow.questions, flow.criteria, flow.terms) for each in some}
    assert ids
    assert ids <= known
    assert ledger_problems(edited, flow) == []
    assert not [each for each in fitting_problems(edited, flow) if " answer" in each]


def listed() -> list[str]:
    """The files of such a change, as the page for contributors has them; a folder ends in "/"."""
    section = RULES.read_text("utf-8").partition("\n## A new question\n")[2].partition("\n## ")[0]
    return re.findall(r"^\d\. `([^`]+)`", section, re.MULTILINE)


def test_contributing_lists_the_files_that_the_page_touches() -> None:
    files = {block.into[0] for block in BLOCKS if block.into[0]}
    assert len(files) > 3
    assert files <= {*listed()}


def texts(folder: Path) -> dict[str, bytes]:
    """Everything that stands in the folders that such a change may touch."""
    found = (path for name in FOLDERS for path in (folder / name).rglob("*.*") if path.is_file())
    kept = (path for path in found if "__pycache__" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in kept}


@pytest.fixture
def checkout() -> Iterator[Path]:
    """A folder that other accounts can read too, as some tests need it."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.mark.prove
def test_after_the_page_the_whole_suite_is_green_without_another_edit(
    checkout: Path, proved: Proved
) -> None:
    copied(checkout, (each.name for each in ROOT.iterdir() if is_source(each.name)))
    before = texts(checkout)
    for block in BLOCKS:
        if block.language == "console":
            check_console(checkout, block)
        elif block.language == "po":
            add_translations(checkout / block.into[0], block, whole=True)
        elif block.into[0]:
            put(checkout, block)
    changed = {name for name, text in texts(checkout).items() if text != before.get(name)}
    assert {each for each in changed if not each.startswith((*listed(),))} == set()
    assert {each for each in listed() if not any(one.startswith(each) for one in changed)} == set()
    code, printed = run(checkout, "make test")
    assert code == 0, printed[-6000:]
    proved("questions added as the page says, with the whole suite green afterwards")


def is_source(name: str) -> bool:
    """Whether a file or folder of the checkout is no product of it."""
    return name == ".ci" or not (name.startswith(".") or name in ("build", "dist"))
