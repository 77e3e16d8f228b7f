"""Draw real screens as text into docs/look.md: a part of `make pictures`."""

from __future__ import annotations

import asyncio
import os
import re
from pathlib import Path

from pictures import ROOT, Shot, cells_of, visit_for

PAGE = ROOT / "docs" / "look.md"
SHOTS = {
    "weight": Shot("weight", "weight"),
    "lupus": Shot("lupus", "lupus"),
    "not-now": Shot("not-now", other={"ivig": "yes", "ivig_when": "2026-06-15"}),
}
TYPED = {"en": "120 jin", "zh_CN": "120斤"}
SKETCH = re.compile(r"(<!-- (\S+) (\d+)x(\d+) (\S+) -->\n```text\n).*?(```\n)", re.S)


async def sketch(name: str, width: int, height: int, language: str) -> str:
    """One screen as text; without colours, so that every sign that stands for one is there."""
    typed = TYPED[language] if name == "weight" else ""
    shot = SHOTS[name]
    there = Shot(name, shot.at, shot.other, typed=typed, size=(width, height))
    rows = await cells_of(visit_for(there, language), there)
    lines = ["".join(part.text for part in row).rstrip() for row in rows]
    return "".join(f"{line}\n" for line in lines)


async def drawn(text: str) -> str:
    """A page with all its sketches drawn anew."""
    for match in list(SKETCH.finditer(text)):
        name, width, height, language = match.group(2, 3, 4, 5)
        picture = await sketch(name, int(width), int(height), language)
        text = text.replace(match.group(0), f"{match.group(1)}{picture}{match.group(6)}")
    return text


def main(path: Path = PAGE) -> None:
    """Draw the sketches of the page about the look."""
    os.environ["NO_COLOR"] = "1"
    path.write_text(asyncio.run(drawn(path.read_text("utf-8"))), "utf-8")


if __name__ == "__main__":
    main()
