"""Sentences about names in a flow file that name nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prescreen.files.toml import nearest
from prescreen.flow.model import Flow


def unknown(key: str, kind: str, name: str, valid: Iterable[str]) -> str:
    """A sentence about a name that is none, with the nearest that is one."""
    return f'{key}: there is no {kind} "{name}"; {nearest(name, valid)}'


def reads(flow: Flow, name: str, kinds: tuple[str, ...]) -> Iterator[str]:
    """A sentence where a rule reads no question of these kinds."""
    valid = [each.id for each in flow.questions if each.kind in kinds]
    other = next((each.kind for each in flow.questions if each.id == name), None)
    if other and not valid:
        yield (
            f'rule: "{name}" is of kind "{other}", and this rule reads one of kind '
            f"{' or '.join(kinds)}; write such a question."
        )
    elif name not in valid:
        yield unknown("rule", f"question of kind {' or '.join(kinds)} called", name, valid)
