"""The commands that a page tells its reader to type."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

_FENCE = re.compile(r"^ *```(sh|console)\n(.*?)^ *```$", re.M | re.S)
_HEADING = re.compile(r"^## (.+)$", re.M)


def commands(page: Path, section: str = "") -> list[str]:
    """The commands of a page, or of one of its sections, in their order."""
    text = page.read_text("utf-8")
    if section:
        text = sections(text)[section]
    return [command for block in _FENCE.finditer(text) for command in _of_block(*block.groups())]


def sections(text: str) -> dict[str, str]:
    """Each section of a page by its heading."""
    _, *parts = _HEADING.split(text)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _of_block(kind: str, block: str) -> list[str]:
    lines = dedent(block).replace("\\\n", " ").splitlines()
    if kind == "sh":
        return [line for line in lines if line and not line.startswith("#")]
    return [line.removeprefix("# ") for line in lines if line.startswith("# ")]
