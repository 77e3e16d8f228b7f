"""A copy of flows and catalogs, to which other flows are added, and a site that has them all."""

from __future__ import annotations

import re
import shutil
from itertools import count
from pathlib import Path

from flows import SITE
from prescreen.check.catalog_upkeep import flow_domains, update
from prescreen.check.figures import figures_in
from prescreen.files import places
from prescreen.flow.load import load

FIRST = 0x8336
SECOND = Path(__file__).parent / "data" / "flows" / "second.toml"
EMPTY = re.compile(r'\n(msgid (?:".*"\n)+)msgstr ""(?=\n\n|\n$)')


def copied(folder: Path, *flows: Path) -> Path:
    """Some flows, with what lies beside them, and the catalogs in a folder of their own."""
    shutil.copytree(places.locales(), folder / "locales")
    for flow in flows:
        shutil.copytree(flow.with_suffix(""), folder / "flows" / flow.stem)
        shutil.copy(flow, folder / "flows")
    return folder


def per_study(folder: Path, *studies: str) -> Path:
    """A site file in which each of these studies has a desk of its own, by its id."""
    head, _, lines = SITE.read_text(encoding="utf-8").partition("[contact]\n")
    desks = [f"[study.{each}]\n{lines}".replace('"000-', f'"{each}-') for each in studies]
    path = folder / "site.toml"
    path.write_text("\n".join([head, *desks]), encoding="utf-8")
    return path


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
