"""Strict TOML files: read one into a frozen model, or say in sentences what is wrong and where."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from prescreen.errors import FileError
from prescreen.texts import unseen


class Frozen(BaseModel):
    """A table of a file: no unknown keys, no other types, no change after loading."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, arbitrary_types_allowed=True
    )

    @model_validator(mode="before")
    @classmethod
    def _known_keys(cls, table: Any) -> Any:
        if isinstance(table, dict):
            valid = [each.alias or name for name, each in cls.model_fields.items()]
            unknown = [key for key in table if key not in valid]
            if unknown:
                raise PydanticCustomError("unknown_keys", "", {"keys": unknown, "valid": valid})
        return table


Place = tuple[int | str, ...]
Model = TypeVar("Model", bound=BaseModel)


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


def load_model(model: type[Model], path: Path) -> Model:
    """The file as a model. Raises FileError with a sentence for each thing wrong."""
    return model_of(model, read_toml(path), path.name)


def model_of(model: type[Model], tables: dict[str, Any], name: str) -> Model:
    """The tables of the file with this name as a model. Raises FileError like `load_model`."""
    hidden = [
        f"{name}: {_place(tables, place)}: U+{ord(char):04X} can't be seen. Take it out."
        for place, char in _unseen(tables)
    ]
    if hidden:
        raise FileError(hidden)
    try:
        return model.model_validate(_without_lists(tables))
    except ValidationError as error:
        sentences = [
            f"{name}: {_place(tables, each['loc'])}: {what}"
            for each in error.errors(include_url=False)
            for what in _wrong(each)
        ]
        raise FileError(list(dict.fromkeys(sentences))) from None


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


def quoted(text: str) -> str:
    """A text in quotes on one line, with an escape for what can't be seen."""
    return f'"{"".join(each if each.isprintable() else repr(each)[1:-1] for each in text)}"'


def _unseen(value: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:
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


def _place(tables: dict[str, Any], place: Place) -> str:
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
