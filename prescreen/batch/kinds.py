"""The kinds of answer that `read` knows; to name them loads no reader."""

from __future__ import annotations

from typing import Literal, get_args

ReadKind = Literal["number", "age", "weight", "dose", "when", "yes_no"]
READ_KINDS: tuple[ReadKind, ...] = get_args(ReadKind)
