"""A copy of the trial of this project and of the catalogs, to which other flows are added."""

from __future__ import annotations

import re
import shutil
from itertools import count
from pathlib import Path

from flows import FLOW
from prescreen.check.catalogs import flow_domains, update
from prescreen.check.figures import figures_in
from prescreen.files import places
from prescreen.flow.load import load

ROOT = Path(__file__).parent.parent
FIRST = 0x8336
SECOND = Path(__file__).parent / "data" / "flows" / "second.toml"
EMPTY = re.compile(r'\n(msgid (?:".*"\n)+)msgstr ""(?=\n\n|\n$)')


def copied(folder: Path) -> Path:
    """This trial's flow, with what lies beside it, and the catalogs in a folder of their own."""
    shutil.copytree(places.locales(), folder / "locales")
    shutil.copytree(FLOW.with_suffix(""), folder / "flows" / FLOW.stem)
    shutil.copy(FLOW, folder / "flows")
    return folder


def add(folder: Path, flow: Path = SECOND) -> Path:
    """Add a flow and translate all of it, in words that nobody can mistake for others."""
    path = folder / "flows" / flow.name
    shutil.copy(flow, path)
    for domain, messages in flow_domains(path, load(path)).items():
        update(folder / "locales", domain, messages)
        catalog = folder / "locales" / "zh_CN" / "LC_MESSAGES" / f"{domain}.po"
        catalog.write_text(_translated(catalog.read_text(encoding="utf-8")), encoding="utf-8")
    return path


def _translated(text: str) -> str:
    numbers = count(1)

    def say(empty: re.Match[str]) -> str:
        same = " ".join((*figures_in(empty[1]), *sorted({*re.findall(r"{\w+}", empty[1])})))
        return f'\n{empty[1]}msgstr "茶{chr(FIRST + next(numbers))}{same}"'

    head, rest = text.split("\n\n", 1)
    return f"{head}\n\n{EMPTY.sub(say, chr(10) + rest)[1:]}"
