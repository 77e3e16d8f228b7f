"""What the tables of a file become: frozen values, which need no library once they are checked."""

from __future__ import annotations

from dataclasses import Field
from typing import Any, ClassVar

KEY = "key"
"""In the metadata of a field: the key that it has in the file, where that is not its name."""


class Frozen:
    """A table of a file; `prescreen.files.toml` reads and checks it."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
