"""One name, one thing: no two modules of the package define anything alike.

Private functions and constants may share a name, private classes may not. A module has its name
alone too, among modules and rooms, unless the name means one thing wherever it stands, or a room
is called after it.
"""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import prescreen

PACKAGE = Path(prescreen.__file__).parent
MADE_BY_OTHERS = {
    "main": "what Python runs",
    "T": "what stands for any type",
}
IN_SEVERAL_ROOMS = {
    "model": "what a room's values are made of",
    "rules": "what a rule is, and what it comes to",
    "words": "the sentences of a room",
}
"""The names of modules that mean one thing in each room where they stand."""
PRIVATE = re.compile(r"__\w+|_[a-z]\w*|_[A-Z0-9_]+")
"""A function or a constant of which no other module knows."""


def defined(tree: ast.Module) -> Iterator[str]:
    """The classes, types and public functions and constants that a module defines."""
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
        yield from (name for name in found if not PRIVATE.fullmatch(name))


def twice(sources: Mapping[str, str]) -> dict[str, list[str]]:
    """The names that several modules define, with these."""
    found = defaultdict(list)
    for place, source in sources.items():
        for name in set(defined(ast.parse(source))):
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


def test_no_two_modules_of_a_name_hold_different_things() -> None:
    paths = [*PACKAGE.rglob("*.py")]
    modules = [each.stem for each in paths if each.stem not in ("__init__", each.parent.name)]
    rooms = [each.parent.name for each in PACKAGE.rglob("__init__.py")]
    found = {name for name, many in Counter([*modules, *rooms]).items() if many > 1}
    assert found == IN_SEVERAL_ROOMS.keys()


def test_a_second_class_function_type_or_constant_of_a_name_is_seen() -> None:
    one = "class Row: ...\ndef asked() -> None: ...\nPlace = tuple[int, int]\nMOST = 1\n_x = 2\n"
    other = "Row = list[int]\nclass Place: ...\ndef asked(): ...\nMOST = 2\ndef _x(): ...\n"
    assert sorted(twice({"one": one, "other": other})) == ["MOST", "Place", "Row", "asked"]


def test_a_second_private_class_of_a_name_is_seen() -> None:
    one = "class _Form: ...\n_X = 1\ndef _said(): ...\n__all__ = []\n"
    other = "_Form = list[int]\n_X = 2\ndef _said(): ...\n__all__ = []\n"
    assert sorted(twice({"one": one, "other": other})) == ["_Form"]
