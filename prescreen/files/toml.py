"""Strict TOML files: read one into a frozen model, or say in sentences what is wrong and where."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, fields
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    ValidationError,
    create_model,
    model_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from prescreen.files.errors import FileError
from prescreen.files.tables import KEY, Frozen
from prescreen.system.printable import quoted, unseen

Location = tuple[int | str, ...]
Table = TypeVar("Table", bound=Frozen)
Checks = Mapping[str, type[BaseModel]]
Names = Callable[[Checks], Mapping[str, Any]]
"""What the names in a table's annotations stand for, given what checks each table."""


class _Check(BaseModel):
    """Checks a table: no unknown keys, no other types; what comes of it needs no check."""

    model_config = ConfigDict(extra="forbid", strict=True, arbitrary_types_allowed=True)
    table: ClassVar[Callable[..., Any]]

    @model_validator(mode="before")
    @classmethod
    def _known_keys(cls, table: Any) -> Any:
        if isinstance(table, dict):
            valid = [each.alias or name for name, each in cls.model_fields.items()]
            unknown = [key for key in table if key not in valid]
            if unknown:
                raise PydanticCustomError("unknown_keys", "", {"keys": unknown, "valid": valid})
        return table

    @model_validator(mode="wrap")
    @classmethod
    def _as_table(cls, table: Any, check: ModelWrapValidatorHandler[_Check]) -> Any:
        found = check(table)
        return cls.table(**{name: getattr(found, name) for name in cls.model_fields})


def table_of(keys: Iterable[str], each: Any) -> type[BaseModel]:
    """Checks a table with one value for each of these keys; a mapping comes of it."""
    known: dict[str, Any] = dict.fromkeys(keys, (each, ...))
    made = create_model("Mapping", __base__=_Check, __module__="", **known)
    made.table = dict
    return made


def no_names(_: Checks) -> Mapping[str, Any]:
    """For tables that name nothing but what stands in their modules."""
    return {}


@cache
def _check_of(table: type[Frozen], names: Names) -> type[BaseModel]:
    """What checks this table and those in it."""
    known = _known(table)
    checks = {
        name: _one_check(each)
        for name, each in known.items()
        if isinstance(each, type) and issubclass(each, Frozen) and each is not Frozen
    }
    check = checks[table.__name__]
    check.model_rebuild(_types_namespace={**known, **checks, **names(checks)})
    return check


def _known(table: type[Frozen]) -> dict[str, Any]:
    """What stands in the module of a table, and in the modules of the tables in there."""
    known: dict[str, Any] = {}
    ahead = [table.__module__]
    for module in ahead:
        for name, each in vars(sys.modules[module]).items():
            known.setdefault(name, each)
            if isinstance(each, type) and issubclass(each, Frozen) and each.__module__ not in ahead:
                ahead.append(each.__module__)
    return known


def _one_check(table: type[Frozen]) -> type[BaseModel]:
    known: dict[str, Any] = {}
    for each in fields(table):
        key = each.metadata.get(KEY)
        if each.default_factory is not MISSING:
            known[each.name] = (each.type, Field(default_factory=each.default_factory, alias=key))
        else:
            default = ... if each.default is MISSING else each.default
            known[each.name] = (each.type, Field(default, alias=key))
    # In no module: a name there would be the table that needs no check.
    made = create_model(table.__name__, __base__=_Check, __module__="", **known)
    made.table = table
    return made


def read_toml(path: Path) -> dict[str, Any]:
    """The file's tables, decimals exact. Raises FileError where it can't be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"), parse_float=Decimal)
    except UnicodeDecodeError:
        raise FileError([f"{path.name}: not UTF-8 text. Save the file as UTF-8."]) from None
    except tomllib.TOMLDecodeError as error:
        raise FileError([f"{path.name}: this is not TOML: {error}. Check that line."]) from None
    except (ValueError, ArithmeticError):
        raise FileError([f"{path.name}: a number in it is too long. Shorten it."]) from None
    except RecursionError:
        raise FileError([f"{path.name}: too many brackets in brackets. Check them."]) from None
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise FileError(
            [f"{path}: the file can't be read ({reason}). Check the path and its permissions."]
        ) from None


def load_model(model: type[Table], path: Path, names: Names = no_names) -> Table:
    """The file as a model. Raises FileError with a sentence for each thing wrong."""
    return model_of(model, read_toml(path), path.name, names)


def model_of(
    model: type[Table], tables: dict[str, Any], name: str, names: Names = no_names
) -> Table:
    """The tables of the file with this name as a model. Raises FileError like `load_model`."""
    hidden = [
        f"{name}: {_place(tables, place)}: U+{ord(char):04X} can't be seen. Take it out."
        for place, char in _unseen(tables)
    ]
    if hidden:
        raise FileError(hidden)
    table: Any = model
    try:
        found: Any = _check_of(table, names).model_validate(_without_lists(tables))
    except ValidationError as error:
        sentences = [
            f"{name}: {_place(tables, each['loc'])}: {what}"
            for each in error.errors(include_url=False)
            for what in _wrong(each)
        ]
        raise FileError(list(dict.fromkeys(sentences))) from None
    assert isinstance(found, model)
    return found


def nearest(word: str, names: Iterable[str]) -> str:
    """A hint that names the closest valid name, or lists them all when none is close."""
    options = sorted(names)
    close = get_close_matches(word, options, n=1, cutoff=0.5)
    if close:
        return f'did you mean "{close[0]}"?'
    return f"valid: {', '.join(options)}." if options else "there is none to name yet."


def _without_lists(value: Any) -> Any:
    """The same tables with tuples for lists, as frozen models have them."""
    if isinstance(value, dict):
        return {key: _without_lists(each) for key, each in value.items()}
    return tuple(map(_without_lists, value)) if isinstance(value, list) else value


_NEEDED = {
    "string_type": 'a text in "quotes" is needed here',
    "string_too_short": "a text that is not empty is needed here",
    "string_pattern_mismatch": "an id of letters, digits and _ that starts with a letter is needed",
    "string_too_long": "a shorter text is needed here",
    "bool_type": "true or false is needed here",
    "int_type": "a whole number is needed here",
    "greater_than": "a greater number is needed here",
    "greater_than_equal": "a greater number is needed here",
    "less_than_equal": "a smaller number is needed here",
    "date_type": "a day such as 2026-11-23, without quotes, is needed here",
    "tuple_type": "a list in [brackets] is needed here",
    "dict_type": "a table is needed here",
    "model_type": "a table is needed here",
}


def _wrong(error: ErrorDetails) -> Iterator[str]:
    """What is wrong, and what to do."""
    context = error.get("ctx", {})
    match error["type"]:
        case "unknown_keys":
            for key in context["keys"]:
                yield f"unknown key {quoted(key)}; {nearest(key, context['valid'])}"
        case "missing":
            key = error["loc"][-1]
            lacks = "one more is needed" if isinstance(key, int) else f'the key "{key}" is missing'
            yield f"{lacks}; add it."
        case "union_tag_not_found":
            yield 'the key "kind" is missing; add it.'
        case "union_tag_invalid" | "literal_error":
            found = context.get("tag", error["input"])
            expected = re.findall(r"\w+", context.get("expected_tags") or context["expected"])
            options = [each.replace("True", "true") for each in expected if each != "or"]
            word = found if isinstance(found, str) else ""
            yield f"{_shown(found)} is not known here; {nearest(word, options)}"
        case "too_short":
            # A list of which no entry is right is told of by each entry.
            if not error["input"]:
                yield "it is empty, and at least one entry is needed; add it."
        case "value_error":
            yield f"{context['error']}, but found {_shown(error['input'])}."
        case other:
            yield f"{_NEEDED.get(other, error['msg'])}, but found {_shown(error['input'])}."


def _shown(value: object) -> str:
    """A value as its author wrote it, if it is short."""
    match value:
        case dict():
            return "a table"
        case list() | tuple():
            return "a list"
        case bool():
            return str(value).lower()
        case int() | Decimal() | date():
            text = str(value)
        case _:
            text = quoted(str(value))
    return text if len(text) <= 40 else f"{text[:37]}..."


def _unseen(value: Any, place: Location = ()) -> Iterator[tuple[Location, str]]:
    """Where a text holds a character that can't be seen, and that character."""
    match value:
        case str():
            if char := unseen(value):
                yield place, char
        case dict():
            for key, each in value.items():
                yield from _unseen(each, (*place, key))
        case list():
            for at, each in enumerate(value):
                yield from _unseen(each, (*place, at))


def _place(tables: dict[str, Any], place: Location) -> str:
    """The table, and the key in it, as its author would name them.

    A location also names the kinds of rules and conditions, which are no keys; they are left out.
    """
    keys: list[str] = []
    here: Any = tables
    for part in place:
        if isinstance(part, int) and isinstance(here, list):
            here = here[part] if part < len(here) else None
            label = here.get("id") if isinstance(here, dict) else None
            keys[-1] += f" {quoted(label)}" if isinstance(label, str) else f" number {part + 1}"
        elif isinstance(here, dict) and part in here:
            here = here[part]
            keys.append(str(part) if str(part).isprintable() else quoted(str(part)))
    if not keys:
        return "top level"
    table, *inside = keys
    return f"[{table}] {'.'.join(inside)}".rstrip()
