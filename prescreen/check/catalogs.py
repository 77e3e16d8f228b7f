"""The catalogs: what they must hold, bringing them up to date, and what is wrong with them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from prescreen import resources
from prescreen.files import FileError
from prescreen.flow import load
from prescreen.i18n import (
    LANGUAGES,
    SOFTWARE,
    SOURCE_LANGUAGE,
    Message,
    fields,
    flow_messages,
)
from prescreen.page.words import software_messages

Key = tuple[str, str]


def expected(flows: Iterable[Path]) -> dict[str, list[Message]]:
    """For each domain, every message its catalogs must hold, each once."""
    found = {SOFTWARE: _once(software_messages())}
    for path in flows:
        found[path.stem] = _once(flow_messages(load(path), path.stem))
    return found


def _once(messages: Iterable[Message]) -> list[Message]:
    return list({(each.context, each.text): each for each in messages}.values())


def problems(folder: Path, wanted: Mapping[str, Sequence[Message]]) -> list[str]:
    """A sentence for each gap, leftover or slip in the catalogs of every language."""
    return [
        f"locales/{code}/LC_MESSAGES/{domain}.po: {problem}"
        for code in LANGUAGES
        for domain, messages in wanted.items()
        for problem in _problems(_path(folder, code, domain), code, messages)
    ]


def _problems(path: Path, code: str, messages: Sequence[Message]) -> Iterator[str]:
    try:
        catalog = _read(path)
    except FileError as error:
        yield from error.problems
        return
    held = {(str(each.context or ""), str(each.id)): each for each in catalog if each.id}
    for message in messages:
        entry = held.pop((message.context, message.text), None)
        place = f'[{message.context}] "{message.text}"'
        if entry is None:
            yield f"{place} is missing. Run `make catalogs`."
        elif code != SOURCE_LANGUAGE and not entry.string:
            yield f"{place} is not translated. Translate it."
        elif entry.fuzzy:
            yield f"{place} is marked fuzzy. Check it and remove the mark."
        elif entry.string and fields(str(entry.string)) != fields(message.text):
            wanted = ", ".join(sorted(fields(message.text))) or "none"
            yield f"{place} has other placeholders in the translation. Use {wanted}."
    for context, text in held:
        yield f'[{context}] "{text}" is no longer in use. Run `make catalogs`.'


def _read(path: Path) -> Catalog:
    try:
        with path.open("rb") as file:
            return read_po(file, abort_invalid=True)
    except FileNotFoundError:
        raise FileError(["there is no such catalog. Run `make catalogs`."]) from None
    except (OSError, PoFileError, ValueError) as error:
        raise FileError([f"the catalog can't be read: {error}."]) from None


def update(folder: Path, wanted: Mapping[str, Sequence[Message]]) -> list[Path]:
    """Bring every catalog up to date, translations kept; the paths that changed."""
    changed: list[Path] = []
    for code in LANGUAGES:
        for domain, messages in wanted.items():
            path = _path(folder, code, domain)
            old = _read(path) if path.exists() else None
            text = _write(code, domain, messages, old)
            if not path.exists() or path.read_bytes() != text:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text)
                changed.append(path)
    return changed


def _write(code: str, domain: str, messages: Sequence[Message], old: Catalog | None) -> bytes:
    catalog = Catalog(
        locale=code,
        domain=domain,
        project="prescreen",
        fuzzy=False,
        header_comment=f"# {domain}: sentences in {code}. The English sentence is the msgid.",
    )
    for message in messages:
        kept = old.get(message.text, message.context) if old else None
        comments = [message.comment] if message.comment else []
        catalog.add(
            message.text,
            kept.string if kept else "",
            context=message.context,
            auto_comments=comments,
            flags=kept.flags - {"python-brace-format"} if kept else (),
        )
    binary = BytesIO()
    write_po(binary, catalog, width=100, omit_header=True)
    header = (
        f'{catalog.header_comment}\nmsgid ""\nmsgstr ""\n'
        f'"Language: {code}\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n\n'
    )
    return header.encode() + binary.getvalue()


def _path(folder: Path, code: str, domain: str) -> Path:
    return folder / code / "LC_MESSAGES" / f"{domain}.po"


def main() -> int:
    """Bring the catalogs of this checkout up to date."""
    try:
        changed = update(resources.locales(), expected(sorted(resources.flows().glob("*.toml"))))
    except FileError as error:
        print(error, file=sys.stderr)
        return 2
    for path in changed:
        print(f"updated {path.name} ({path.parts[-3]})")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
