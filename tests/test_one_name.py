"""One name, one thing: no two modules of the package define the same public name.

Constants are many, and most of them nobody else knows; each that is imported by its bare name has
that name alone.
"""

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


def defined(tree: ast.Module) -> Iterator[str]:
    """The public classes, functions, types and constants that a module defines."""
    for each in tree.body:
        match each:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                found = {name}
            case ast.Assign(targets=targets):
                found = {
                    part.id
                    for one in targets
                    for part in ast.walk(one)
                    if isinstance(part, ast.Name)
                }
            case ast.AnnAssign(target=ast.Name(id=name)):
                found = {name}
            case _:
                continue
        yield from (name for name in found if not name.startswith("_"))


def imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The names that a module imports from others, each with its module."""
    for each in ast.walk(tree):
        match each:
            case ast.ImportFrom(module=str(module), names=names):
                yield from ((module, name.name) for name in names)


def twice(sources: Mapping[str, str]) -> dict[str, list[str]]:
    """The names that several modules define, or give as constants to others; and those modules."""
    modules = {place: ast.parse(source) for place, source in sources.items()}
    taken = {each for tree in modules.values() for each in imported(tree)}
    found = defaultdict(list)
    for place, tree in modules.items():
        for name in set(defined(tree)):
            if (place, name) in taken or not name.isupper():
                found[name].append(place)
    return {name: places for name, places in found.items() if len(places) > 1}


def name_of(path: Path) -> str:
    """The name by which a module of the package is imported."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def test_no_two_modules_define_the_same_public_name() -> None:
    modules = {name_of(path): path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
    assert len(modules) > 100
    found = twice(modules)
    assert {name: places for name, places in found.items() if name not in MADE_BY_OTHERS} == {}


def test_a_second_class_function_or_type_of_a_name_is_seen() -> None:
    one = "class Row: ...\ndef asked() -> None: ...\nPlace = tuple[int, int]\nMOST = 1\n_x = 2\n"
    other = "Row = list[int]\nclass Place: ...\ndef asked(): ...\nMOST = 2\ndef _x(): ...\n"
    assert sorted(twice({"one": one, "other": other})) == ["Place", "Row", "asked"]


def test_a_second_constant_of_a_name_that_others_import_is_seen() -> None:
    modules = {
        "one": "FIRST, LAST = 1, 2\nMOST: int = 3\nOWN = 4\n",
        "other": "LAST = 5\nMOST = 6\nOWN = 7\n",
        "third": "from one import LAST, MOST, OWN\nimport other\nprint(other.OWN)\n",
        "fourth": "from other import LAST as END\ndef late(): from other import MOST\n",
    }
    assert sorted(twice(modules)) == ["LAST", "MOST"]
