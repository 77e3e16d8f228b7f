"""What pages of the documentation show: blocks of code, carried out in a copy of the checkout."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
AUTHORS = ROOT / "docs" / "flow-authors.md"
OUTER_MAKE = {"VENV", "MAKELEVEL", "MAKEFLAGS", "MFLAGS"}
MADE = ("__pycache__", ".*cache", "venv")
"""What no copy needs."""


@dataclass(frozen=True)
class Block:
    """A block of code in a page: its language, what is said after that, and its text."""

    language: str
    about: str
    text: str

    @property
    def file(self) -> str:
        """The file that the block belongs to."""
        return self.about.removeprefix("file=") if self.about.startswith("file=") else ""

    @property
    def into(self) -> tuple[str, str]:
        """The file that the block is put into, and how the line begins that it comes before.

        Without such a line it comes last; without a file it is no such block.
        """
        found = re.fullmatch(r"into=(\S+)(?: before=(.*))?", self.about)
        return (found[1], found[2] or "") if found else ("", "")


def blocks(page: Path, heading: str = "") -> list[Block]:
    """The blocks of a page, or of the part of it that has this heading."""
    text = page.read_text("utf-8")
    if heading:
        text = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
        assert text, heading
    found = re.findall(r"^```(\w+) ?(.*)\n((?:.*\n)*?)```$", text, re.MULTILINE)
    return [Block(*each) for each in found]


def commands(block: Block) -> Iterator[tuple[str, str]]:
    """Each command of a console block, and the output that is shown below it."""
    for each in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        command, _, output = each.partition("\n")
        yield command, output


def copied(place: Path, names: Iterable[str]) -> Path:
    """A copy of some of the checkout, in which `make run` and `make test` were used once."""
    for name in (*names, "Makefile", "pyproject.toml", "constraints.txt"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns(*MADE))
        else:
            shutil.copy(ROOT / name, place / name)
    (place / ".venv" / "bin").mkdir(parents=True)
    script(place / ".venv" / "bin" / "python", f'exec {sys.executable} "$@"')
    for name in ("prescreen", "pytest"):
        script(place / ".venv" / "bin" / name, f'exec {sys.executable} -m {name} "$@"')
    for mark in ("run", "dev"):
        (place / ".venv" / mark).touch()
    return place


def script(path: Path, line: str) -> None:
    """Write a program of one line."""
    path.write_text(f"#!/bin/sh\n{line}\n", "utf-8")
    path.chmod(0o755)


def run(checkout: Path, command: str) -> tuple[int, str]:
    """The code with which a command ends in a checkout, and all that it prints."""
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=checkout,
        env={
            **{name: value for name, value in os.environ.items() if name not in OUTER_MAKE},
            "PATH": f"{checkout / '.venv' / 'bin'}:{os.environ['PATH']}",
            "PYTHONPATH": str(checkout),
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return done.returncode, done.stdout


def check_console(checkout: Path, block: Block) -> None:
    """Every command ends as it should and prints what is shown.

    "..." stands for any lines, or within a line for any of its characters.
    """
    for command, shown in commands(block):
        code, printed = run(checkout, command)
        assert (code != 0) == (block.about == "fails"), f"{command}\n{printed}"
        assert not shown or re.fullmatch(_pattern(shown), printed), f"{command}\n{printed}"


def _pattern(shown: str) -> str:
    lines = [".*".join(map(re.escape, line.split("..."))) for line in shown.splitlines()]
    return "".join("(?:.*\n)*" if line == ".*" else line + "\n" for line in lines)


def add_translations(path: Path, block: Block, *, whole: bool = False) -> None:
    """Put a block's translations into a catalog; if not the `whole`, fill in the rest."""
    catalog = read_po(BytesIO(path.read_bytes()))
    for each in read_po(BytesIO(block.text.encode())):
        if each.id:
            entry = catalog.get(each.id, each.context)
            assert entry, f"{path.name} has no {each.id}"
            entry.string = each.string
    for each in [] if whole else catalog:
        each.string = each.string or f"（译）{each.id}"
    with path.open("wb") as file:
        write_po(file, catalog)


def put(checkout: Path, block: Block) -> None:
    """Put a block where it says, unless it stands there."""
    file, before = block.into
    path = checkout / file
    text = path.read_text("utf-8")
    if block.text in text:
        return
    at = text.index(f"\n{before}") + 1 if before else len(text)
    after = "\n" if before and block.text.startswith("[[") else ""
    path.write_text(text[:at] + block.text + after + text[at:], "utf-8")
