"""A table over a closed set of names has a row for each of them.

mypy tells a row that does not belong there, and this one that is missing.
"""

import ast
from collections.abc import Iterator
from enum import EnumType
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import prescreen

PACKAGE = Path(prescreen.__path__[0])


def tables(source: str) -> Iterator[tuple[str, str]]:
    """The names of the tables in a module, each with the type of its keys."""
    for each in ast.parse(source).body:
        match each:
            case ast.AnnAssign(
                target=ast.Name(id=name),
                annotation=ast.Subscript(
                    value=ast.Name(id="Mapping" | "dict"), slice=ast.Tuple(elts=[key, _])
                ),
            ):
                yield name, ast.unparse(key)


def closed(key: Any) -> set[str]:
    """All values of a type that has only some; none of any other."""
    names = get_args(key) if get_origin(key) is Literal else ()
    return {*key} if isinstance(key, EnumType) else {*names}


def left_out() -> Iterator[tuple[str, set[str]]]:
    """Each table over a closed set, with what of the set has no row in it."""
    for path in sorted(PACKAGE.rglob("*.py")):
        place = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        for name, key in tables(path.read_text(encoding="utf-8")):
            module = import_module(place.removesuffix(".__init__"))
            if every := closed(eval(key, vars(module))):
                yield f"{place}.{name}", every - {*vars(module)[name]}


def test_a_table_over_a_closed_set_has_a_row_for_each() -> None:
    found = dict(left_out())
    assert {"prescreen.page.panels._CRITERIA", "prescreen.flow.room.A_YEAR"} <= found.keys()
    assert {name: rows for name, rows in found.items() if rows} == {}
