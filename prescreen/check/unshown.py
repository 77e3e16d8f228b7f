"""Every key of a flow that holds a text is shown on some page, in at least one of its places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import Field, replace
from typing import Any

from prescreen.flow.messages import flow_texts
from prescreen.flow.model import Flow
from prescreen.language.catalogs import Language, Message


class Noted(dict[tuple[str, str], str]):
    """The sentences of a language, where it is noted which of them are said."""

    def __init__(
        self, sentences: Mapping[tuple[str, str], str], said: set[tuple[str, str]]
    ) -> None:
        super().__init__(sentences)
        self._said = said

    def __getitem__(self, key: tuple[str, str]) -> str:
        self._said.add(key)
        return super().__getitem__(key)


def noted(languages: Mapping[str, Language], said: set[tuple[str, str]]) -> dict[str, Language]:
    """The languages, where it is noted what is said in any of them."""
    return {
        code: replace(each, sentences=Noted(each.sentences, said))
        for code, each in languages.items()
    }


def unshown(flow: Flow, domain: str, said: set[tuple[str, str]]) -> Iterator[str]:
    """A sentence for each key of which no page says any text, at the first of its places.

    What two keys say alike in one place counts only for a key that says nothing else.
    """
    texts: dict[Field[Any], list[Message]] = {}
    holders: dict[tuple[str, str], set[Field[Any]]] = {}
    for field, message in flow_texts(flow, domain):
        texts.setdefault(field, []).append(message)
        holders.setdefault((message.context, message.text), set()).add(field)
    for field, messages in texts.items():
        own = [each for each in messages if holders[each.context, each.text] == {field}]
        silent = own or messages
        if not any((each.context, each.text) in said for each in silent):
            place = silent[0].context.removeprefix(f"{domain}/")
            yield (
                f'[{place}] {field.name}: no page shows "{silent[0].text}". Take it out; if '
                f'"{field.name}" is a new key, show it on a page in prescreen/page/.'
            )
