"""Compiled catalogs: faster to open, and taken only if they are made of the source beside them.

`python -m prescreen.compiled SOURCE.po COMPILED.mo` makes one.
"""

from __future__ import annotations

import gettext
import struct
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zlib import crc32

from prescreen.errors import FileError
from prescreen.po import read_entries

STAMP = struct.Struct("<II")
"""What a compiled catalog ends with: the check sums of its source and of itself."""


def compiled(source: bytes, place: str) -> bytes:
    """A catalog compiled, with its stamp. Raises FileError where the source is not whole."""
    from datetime import UTC, datetime

    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo

    always = datetime(2026, 1, 1, tzinfo=UTC)
    catalog = Catalog(charset="utf-8", creation_date=always, revision_date=always)
    for each in read_entries(source, place):
        if each.text and each.translation and not each.fuzzy:
            catalog.add(each.text, each.translation, context=each.context or None)
    binary = BytesIO()
    write_mo(binary, catalog)
    return binary.getvalue() + _stamp(source, binary.getvalue())


def is_made_of(source: bytes, made: bytes) -> bool:
    """Whether a compiled catalog was made of this very source, and is as it was made."""
    return made.endswith(_stamp(source, made[: -STAMP.size]))


def look_up(made: bytes, place: str) -> Callable[[str, str], str]:
    """What gives a context and a text their translation, empty if none. Raises FileError."""
    try:
        catalog = gettext.GNUTranslations(BytesIO(made))
        whole = (catalog.charset() or "").lower() == "utf-8"
    except Exception:  # a file that is broken breaks its parser in many ways
        whole = False
    if not whole:
        raise FileError(
            [f"{place}: this is no compiled catalog in UTF-8. Remove it, and keep the .po there."]
        )
    catalog.add_fallback(_Absent())
    return catalog.pgettext


class _Absent(gettext.NullTranslations):
    def pgettext(self, context: str, message: str) -> str:
        return ""


def _stamp(source: bytes, made: bytes) -> bytes:
    return STAMP.pack(crc32(source), crc32(made))


def main(source: str, target: str) -> int:
    """Compile one catalog."""
    try:
        Path(target).write_bytes(compiled(Path(source).read_bytes(), source))
    except FileError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
