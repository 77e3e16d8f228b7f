"""Where each fault is held: the rows of the table, and the tests of each."""

from __future__ import annotations

import re
from pathlib import Path

from rows import each_row

HERE = Path(__file__).parent
TESTS = HERE.parent

ROWS = {
    1: "a terminal that is gone, no terminal to control it, no input",
    4: "a terminal that takes nothing any more",
    5: "a window of 65535 by 65535, a storm of sizes, a size that is typed",
    6: "bytes that are no UTF-8",
    7: "odd, endless and broken escapes",
    8: "markup in a text",
    9: "a failure, in a handler, a timer, a layout or a thread",
    10: "variables of the environment",
    12: "a screen at rest",
    13: "texts from an input method, the Kitty protocol",
    14: "Chinese lines that begin with a closing mark",
    15: "glyphs of ambiguous width",
    16: "keys and signals that lead out, the palette, the clipboard, pictures",
    17: "a Ctrl+C while it starts",
    18: "characters that can't be seen",
    19: "a language that changes",
    22: "contrast, terminals without colours",
}
"""Faults of the stock parts that a patient would meet, each with `test_row_N_...` in this folder.

Those whose name goes on with `bare` show that a bare Textual app has the fault; one that fails
after an upgrade says that our own remedy may go.
"""

ELSEWHERE = {
    6: ["nct06971913/test_plain.py"],
    9: ["tui/test_terminal.py::test_an_apology_says_type_and_place_only"],
    14: ["test_typeset.py"],
    15: ["nct06971913/sentences/test_screens.py::test_no_character_of_ambiguous_width"],
    16: ["tui/test_terminal.py::test_nothing_reaches_clipboard_disk_or_shell"],
    18: ["nct06971913/test_unseen.py"],
    19: ["nct06971913/test_both_fronts.py"],
    22: ["tui/test_parts.py::test_all_text_can_be_read"],
}


@each_row("row", ROWS)
def test_each_row_is_shown_on_a_bare_app_and_survived_by_ours(row: int) -> None:
    written = "\n".join(path.read_text(encoding="utf-8") for path in HERE.glob("test_*.py"))
    names = re.findall(rf"def (test_row_{row}_\w+)", written)
    assert [name for name in names if f"_{row}_bare_" in name]
    assert [name for name in names if f"_{row}_bare_" not in name]


@each_row("place", [place for places in ELSEWHERE.values() for place in places])
def test_what_is_tested_elsewhere_is_there(place: str) -> None:
    path, _, name = place.partition("::")
    assert f"def {name or 'test_'}" in (TESTS / path).read_text(encoding="utf-8")
