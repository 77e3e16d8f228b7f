"""Modules that Python's own library and others load and hardly use: they stay away until wanted."""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any

ON_CALL = object()
"""A function, which loads the module once it is called."""

UNUSED = ("ssl",)
"""What asyncio loads if it is there, and does without: no conversation has a network."""
ALMOST_UNUSED: dict[str, dict[str, Any]] = {
    "ast": {"NodeVisitor": object, "literal_eval": ON_CALL},
    "asyncio.sslproto": {},
    "gettext": {"gettext": str, "ngettext": ON_CALL},
    "ipaddress": {},
    "locale": {},
    "mimetypes": {},
    "rich.table": {"Table": object},
    "six": {"string_types": (str,)},
    "uuid": {"uuid4": ON_CALL},
}
"""What others can't be loaded without, and all that they ask of it until they are."""


class StandIn(ModuleType):
    """Has what is asked of a module while others load; who wants more gets the module itself."""

    def __init__(self, name: str, held: dict[str, Any]) -> None:
        super().__init__(name)
        for each, value in held.items():
            setattr(self, each, partial(self._call, each) if value is ON_CALL else value)

    def __getattr__(self, wanted: str) -> Any:
        if wanted.startswith("__"):
            raise AttributeError(wanted)  # asked by every import
        return getattr(self._whole(), wanted)

    def _call(self, function: str, *given: Any) -> Any:
        return getattr(self._whole(), function)(*given)

    def _whole(self) -> ModuleType:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        module = import_module(self.__name__)
        vars(self).update(vars(module))
        return module


def spare(modules: dict[str, Any]) -> None:
    """Let what asks for an unused module find next to nothing there, which saves its memory."""
    modules.update(dict.fromkeys(UNUSED))
    for name, held in ALMOST_UNUSED.items():
        modules.setdefault(name, StandIn(name, held))
