"""One name, one thing: no two modules of the package define the same public name."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import prescreen

PACKAGE = Path(prescreen.__file__).parent
MADE_BY_OTHERS = {
    "main": "what Python runs",
    "Hit": "tui/terminal/no_palette.py stands where Textual looks for it",
}


def defined(source: str) -> Iterator[str]:
    """The public classes, functions and types that a module defines."""
    for each in ast.parse(source).body:
        match each:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                found = name
            case ast.Assign(targets=[ast.Name(id=name)]) if (
                name[0].isupper() and not name.isupper()
            ):
                found = name
            case _:
                continue
        if not found.startswith("_"):
            yield found


def twice(modules: Mapping[str, str]) -> dict[str, list[str]]:
    """The names that several modules define, and those modules."""
    found = defaultdict(list)
    for place, source in modules.items():
        for name in set(defined(source)):
            found[name].append(place)
    return {name: places for name, places in found.items() if len(places) > 1}


def test_no_two_modules_define_the_same_public_name() -> None:
    paths = sorted(PACKAGE.rglob("*.py"))
    modules = {str(each.relative_to(PACKAGE)): each.read_text(encoding="utf-8") for each in paths}
    assert len(modules) > 100
    found = twice(modules)
    assert {name: places for name, places in found.items() if name not in MADE_BY_OTHERS} == {}


def test_a_second_class_function_or_type_of_a_name_is_seen() -> None:
    one = "class Row: ...\ndef asked() -> None: ...\nPlace = tuple[int, int]\nMOST = 1\n_x = 2\n"
    other = "Row = list[int]\nclass Place: ...\ndef asked(): ...\nMOST = 2\ndef _x(): ...\n"
    assert sorted(twice({"one": one, "other": other})) == ["Place", "Row", "asked"]
