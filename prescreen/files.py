"""Strict TOML files: read one into a frozen model, or say in sentences what is wrong and where."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.fields import FieldInfo


class FileError(Exception):
    """Everything wrong with one file, a sentence each, with the place and the fix."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


class Frozen(BaseModel):
    """A table of a file: no unknown keys, no change after loading."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


Model = TypeVar("Model", bound=BaseModel)


def read_toml(path: Path) -> dict[str, Any]:
    """The file's tables, decimals exact. Raises FileError where it can't be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise FileError([f"{path.name}: this is not TOML: {error}. Check that line."]) from None
    except UnicodeDecodeError:
        raise FileError([f"{path.name}: not UTF-8 text. Save the file as UTF-8."]) from None
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise FileError(
            [f"{path}: the file can't be read ({reason}). Check the path and its permissions."]
        ) from None


def load_model(model: type[Model], path: Path) -> Model:
    """The file as a model. Raises FileError with a sentence for each thing wrong."""
    tables = read_toml(path)
    try:
        return model.model_validate(tables)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=True)
        sentences = [f"{path.name}: {_sentence(model, tables, each)}" for each in found]
        raise FileError(list(dict.fromkeys(sentences))) from None


def nearest(word: str, names: Iterable[str]) -> str:
    """A hint that names the closest valid name, or lists them all when none is close."""
    options = sorted(names)
    close = get_close_matches(word, options, n=1, cutoff=0.5)
    if close:
        return f'did you mean "{close[0]}"?'
    return f"valid: {', '.join(options)}." if options else "there is none to name yet."


def _sentence(model: type[BaseModel], tables: dict[str, Any], error: Any) -> str:
    location: tuple[int | str, ...] = error["loc"]
    place, names = _place(model, tables, location)
    match error["type"]:
        case "extra_forbidden":
            key = str(location[-1])
            return f'{place}: unknown key "{key}"; {nearest(key, names)}'
        case "missing":
            return f'{place}: the key "{location[-1]}" is missing; add it.'
        case "union_tag_invalid" | "literal_error" | "enum":
            context = error.get("ctx", {})
            expected = context.get("expected_tags") or context.get("expected") or ""
            options = [part.strip(" '\"") for part in str(expected).replace(" or ", ",").split(",")]
            tagged = context.get("tag")
            found = str(tagged if tagged is not None else error["input"])
            return f'{place}: "{found}" is not known here; {nearest(found, options)}'
        case "union_tag_not_found":
            return f'{place}: the key "kind" is missing; add it.'
        case "value_error":
            return f"{place}: {error['ctx']['error']}"
        case _:
            return f'{place}: {error["msg"].lower()}, found "{_shown(error["input"])}".'


def _shown(value: object) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:37] + "..."


def _place(
    model: type[BaseModel], tables: dict[str, Any], location: tuple[int | str, ...]
) -> tuple[str, list[str]]:
    """The table as its author would name it, and the keys that are valid in it."""
    words: list[str] = []
    here: Any = tables
    for part in location:
        if isinstance(part, int):
            here = here[part] if isinstance(here, list) and part < len(here) else None
            label = here.get("id") if isinstance(here, dict) else None
            words.append(f'"{label}"' if label else f"number {part + 1}")
            continue
        if isinstance(here, dict) and part in here:
            here = here[part]
            words.append(part)
        elif part is location[-1]:
            break
    if len(words) > 1 and location[-1] == words[-1] and not isinstance(here, dict | list):
        pass
    extra = location and words and location[-1] == words[-1]
    shown = words[:-1] if extra and len(words) > 1 and not isinstance(location[-1], int) else words
    place = f"[{' '.join(shown)}]" if shown else "top level"
    return place, _keys_at(model, location[:-1])


def _keys_at(model: type[BaseModel], location: tuple[int | str, ...]) -> list[str]:
    """The valid keys of the model that a location leads to."""
    current: list[type[BaseModel]] = [model]
    for part in location:
        if isinstance(part, int):
            continue
        deeper: list[type[BaseModel]] = []
        for each in current:
            field = _fields(each).get(part)
            if field is not None:
                deeper += _models_in(field.annotation)
        tagged = [each for each in current if _tag(each) == part]
        current = deeper or tagged or current
    keys: list[str] = []
    for each in current:
        keys += _fields(each)
    return list(dict.fromkeys(keys))


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model as they are called in a file."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _tag(model: type[BaseModel]) -> str | None:
    field = model.model_fields.get("kind")
    return str(field.default) if field is not None else None


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    value = getattr(annotation, "__value__", None)
    inner = [value] if value is not None else getattr(annotation, "__args__", ())
    return [model for each in inner for model in _models_in(each)]
