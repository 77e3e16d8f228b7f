"""The catalogs: what they must hold, bringing them up to date, and what is wrong with them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from prescreen.check.queries import (
    SOFTWARE_QUERIES,
    has_register,
    queries_domain,
    query_messages,
    register_of,
    software_query_messages,
)
from prescreen.demo.demo_scripts import has_scripts, read_scripts, script_domain, script_messages
from prescreen.demo.words import DEMO, demo_messages
from prescreen.files import places
from prescreen.files.errors import FileError
from prescreen.flow.load import load
from prescreen.flow.messages import flow_messages
from prescreen.flow.model import Flow
from prescreen.kiosk.status_words import KIOSK_DOMAIN, status_messages
from prescreen.language.catalogs import (
    LANGUAGES,
    SOFTWARE,
    Message,
    catalog_folder,
    catalog_place,
    fault,
    meant,
)
from prescreen.language.po import Entry, read_entries
from prescreen.page.audiences import audience_messages
from prescreen.page.words import software_messages
from prescreen.session.loading import domain_of


def software_problems() -> list[str]:
    """What is wrong with the program's own catalogs."""
    return [
        problem
        for domain, messages in software_domains().items()
        for problem in _in_each_language(places.locales(), domain, messages)
    ]


def flow_problems(path: Path, flow: Flow, codes: Sequence[str] = LANGUAGES) -> list[str]:
    """What is wrong with the register of a flow and with its catalogs."""
    found: list[str] = []
    domains = _flow_domain(flow)
    for beside in (_register_domain, _script_domain):
        try:
            domains |= beside(path, flow)
        except FileError as error:
            found += error.problems
    for domain, messages in domains.items():
        found += _in_each_language(catalog_folder(path, domain), domain, messages, codes)
    if path.resolve().parent == places.flows().resolve():
        return found
    return [each.replace("`make catalogs`", f"`make catalogs FLOW={path}`") for each in found]


def software_domains() -> dict[str, list[Message]]:
    """What each catalog of the program has to hold."""
    return {
        SOFTWARE: _once((*software_messages(), *audience_messages())),
        SOFTWARE_QUERIES: _once(software_query_messages()),
        DEMO: _once(demo_messages()),
        KIOSK_DOMAIN: _once(status_messages()),
    }


def flow_domains(path: Path, flow: Flow) -> dict[str, list[Message]]:
    """What each catalog of a flow has to hold, a new language or not. Raises FileError."""
    scripts = _script_domain(path, flow, whole=False)
    return _flow_domain(flow) | _register_domain(path, flow) | scripts


def _flow_domain(flow: Flow) -> dict[str, list[Message]]:
    domain = domain_of(flow)
    return {domain: _once(flow_messages(flow, domain))}


def _register_domain(path: Path, flow: Flow) -> dict[str, list[Message]]:
    if not has_register(path, flow):
        return {}
    return {queries_domain(flow): _once(query_messages(flow, register_of(path, flow)))}


def _script_domain(path: Path, flow: Flow, *, whole: bool = True) -> dict[str, list[Message]]:
    if not has_scripts(path, flow):
        return {}
    scripts = read_scripts(path, flow, whole=whole)
    return {script_domain(flow): _once(script_messages(flow, scripts))}


def _once(messages: Iterable[Message]) -> list[Message]:
    return list({(each.context, each.text): each for each in messages}.values())


def _in_each_language(
    folder: Path, domain: str, messages: Sequence[Message], codes: Sequence[str] = LANGUAGES
) -> list[str]:
    return [
        problem
        for code in codes
        for problem in catalog_problems(_path(folder, code, domain), code, messages)
    ]


def catalog_problems(path: Path, code: str, messages: Sequence[Message]) -> list[str]:
    """What is wrong with one catalog."""
    return [*_problems(path, code, messages)]


def _problems(path: Path, code: str, messages: Sequence[Message]) -> Iterator[str]:
    try:
        entries = _read(path)
    except FileError as error:
        yield from error.problems
        return
    place = catalog_place(path)
    held = {(each.context, each.text): each for each in entries}
    for message in messages:
        entry = held.pop((message.context, message.text), None)
        if entry is None:
            yield f'{place}: [{message.context}] "{message.text}" is missing. Run `make catalogs`.'
            continue
        said = meant(message, entry.translation, code)
        if trouble := _marked(entry) or fault(message, said, code):
            yield f"{place}:{entry.line}: {trouble}"
    for entry in held.values():
        yield f"{place}:{entry.line}: {entry.name} is no longer in use. Run `make catalogs`."


def _marked(entry: Entry) -> str:
    if not entry.fuzzy:
        return ""
    return f"{entry.name} is marked fuzzy. Check it and remove the mark."


def _read(path: Path) -> Sequence[Entry]:
    place = catalog_place(path)
    try:
        return read_entries(path.read_bytes(), place)
    except FileNotFoundError:
        raise FileError([f"{place}: there is no such catalog. Run `make catalogs`."]) from None
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise FileError([f"{place}: can't be read ({reason}). Check its permissions."]) from None


def update(folder: Path, domain: str, messages: Sequence[Message]) -> list[Path]:
    """Bring the catalogs of a domain up to date, translations kept; the paths that changed."""
    changed: list[Path] = []
    for code in LANGUAGES:
        path = _path(folder, code, domain)
        text = _written(code, domain, messages, _read(path) if path.exists() else ())
        if not path.exists() or path.read_bytes() != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)
            changed.append(path)
    return changed


def _written(code: str, domain: str, messages: Sequence[Message], old: Sequence[Entry]) -> bytes:
    catalog = Catalog(
        locale=code,
        domain=domain,
        project="prescreen",
        fuzzy=False,
        header_comment=f"# {domain}: sentences in {code}. The English sentence is the msgid.",
    )
    held = {(each.context, each.text): each for each in old}
    for message in messages:
        kept = held.get((message.context, message.text))
        comments = [message.comment] if message.comment else []
        catalog.add(
            message.text,
            kept.translation if kept else "",
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


def main(arguments: Sequence[str] = ()) -> int:
    """Bring the catalogs of the program and of these flows, or all shipped, up to date."""
    flows = [Path(each) for each in arguments] or places.flow_files()
    broken = not _done(_of_software)
    for path in flows:
        broken |= not _done(partial(_of_flow, path))
    return 2 if broken else 0


def _done(work: Callable[[], list[Path]]) -> bool:
    """Whether some catalogs could be brought up to date; says which, or what is wrong."""
    try:
        for path in work():
            print(f"updated {path.name} ({path.parts[-3]})")
    except FileError as error:
        print(error, file=sys.stderr)
        return False
    return True


def _of_software() -> list[Path]:
    return [
        path
        for domain, messages in software_domains().items()
        for path in update(places.locales(), domain, messages)
    ]


def _of_flow(path: Path) -> list[Path]:
    domains = flow_domains(path, load(path))
    return [
        changed
        for domain, messages in domains.items()
        for changed in update(_home(path, domain), domain, messages)
    ]


def _home(path: Path, domain: str) -> Path:
    """Where the catalogs of a flow are or, for a flow elsewhere that has none yet, will be."""
    found, beside = catalog_folder(path, domain), path.resolve().parent
    elsewhere = found == places.locales() and beside != places.flows().resolve()
    return beside / "locales" if elsewhere else found


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
