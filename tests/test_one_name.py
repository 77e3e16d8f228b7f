"""One name, one thing: no two modules of the package define a class, a function or a type alike.

Constants are many, and most of them nobody else knows; one that any other module takes has that
name alone, whoever else knows theirs. Private functions and constants may share a name, private
classes may not. A module has its name alone too, unless the name means one thing wherever it
stands.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import prescreen

PACKAGE = Path(prescreen.__file__).parent
MADE_BY_OTHERS = {
    "main": "what Python runs",
    "Hit": "tui/terminal/no_palette.py stands where Textual looks for it",
}
IN_SEVERAL_ROOMS = {
    "app": "Textual's app, and the demonstration's, which is one",
    "behind": "the side behind the scenes: its page, and how it looks",
    "catalogs": "read for a visit, and brought up to date",
    "fitting": "the person who fits: loaded, and held to it",
    "idle": "how long nobody has touched: the watch, and what the screen does",
    "ledger": "what of a text is no criterion: the tables, and what is wrong with them",
    "model": "what a room's values are made of",
    "queries": "what can be read in two ways: the tables, and the list of them",
    "rules": "what a rule is, and what it comes to",
    "urgent": "urgent help: how it is heard, and its page",
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


def imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The names that a module takes from others, each with its module."""
    modules: dict[str, str] = {}
    for each in ast.walk(tree):
        match each:
            case ast.ImportFrom(module=str(module), names=names):
                modules |= {one.asname or one.name: f"{module}.{one.name}" for one in names}
                yield from ((module, one.name) for one in names)
    for each in ast.walk(tree):
        match each:
            case ast.Attribute(value=ast.Name(id=name), attr=attribute) if name in modules:
                yield modules[name], attribute


def twice(sources: Mapping[str, str]) -> dict[str, list[str]]:
    """The names that several modules define, of constants those that others import; with these."""
    modules = {place: ast.parse(source) for place, source in sources.items()}
    taken = {each for tree in modules.values() for each in imported(tree)}
    found = defaultdict(list)
    for place, tree in modules.items():
        for name in set(defined(tree)):
            found[name].append(place)
    return {
        name: places
        for name, places in found.items()
        if len(places) > 1
        and (not name.isupper() or any((place, name) in taken for place in places))
    }


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
    rooms = defaultdict(set)
    for path in PACKAGE.rglob("*.py"):
        rooms[path.stem].add(path.parent)
    found = {name for name, places in rooms.items() if len(places) > 1}
    assert found - {"__init__"} == IN_SEVERAL_ROOMS.keys()


def test_a_second_class_function_or_type_of_a_name_is_seen() -> None:
    one = "class Row: ...\ndef asked() -> None: ...\nPlace = tuple[int, int]\nMOST = 1\n_x = 2\n"
    other = "Row = list[int]\nclass Place: ...\ndef asked(): ...\nMOST = 2\ndef _x(): ...\n"
    assert sorted(twice({"one": one, "other": other})) == ["Place", "Row", "asked"]


def test_a_second_private_class_of_a_name_is_seen() -> None:
    one = "class _Form: ...\n_X = 1\ndef _said(): ...\n__all__ = []\n"
    other = "_Form = list[int]\n_X = 2\ndef _said(): ...\n__all__ = []\n"
    assert sorted(twice({"one": one, "other": other})) == ["_Form"]


def test_a_second_constant_of_a_name_that_others_import_is_seen() -> None:
    modules = {
        "room.one": "FIRST, LAST = 1, 2\nMOST: int = 3\nNEXT = 4\n",
        "room.other": "FIRST = 8\nLAST = 5\nMOST = 6\nNEXT = 7\n",
        "room.third": "from room.one import LAST\nfrom room import other as own\nprint(own.NEXT)\n",
        "room.fourth": "def late(): from room.other import MOST as most\n",
    }
    assert sorted(twice(modules)) == ["LAST", "MOST", "NEXT"]
