"""A broken file is refused in sentences, or it is a file that works; it never ends in a traceback.

A corruption can hit a number and so make another trial that is as whole as this one: that a
change of the flow is noticed is the business of `test_mutants.py`. Here a flow that is taken has
to hold a conversation to its end, and a language that is taken has to have every sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from shutil import copytree

import pytest
from corruption import ANYHOW, BY_LINE, IN_TOML, Corrupt
from proved import Proved
from random_people import converse
from unproved import leave_out

from flows import EVERY_FLOW, FLOWS
from prescreen.check import check
from prescreen.check.catalog_upkeep import catalog_problems, flow_domains, software_domains
from prescreen.check.demonstration import script_problems
from prescreen.check.ledger import ledger_problems
from prescreen.check.queries import QUERIES_FILE, register_of
from prescreen.check.registry import REGISTRY_FILE
from prescreen.demo.demo_scripts import SCRIPTS_FILE, load_scripts
from prescreen.dialog.dialog import Script
from prescreen.files import places
from prescreen.files.errors import FileError
from prescreen.flow.load import load
from prescreen.flow.model import Flow
from prescreen.language.catalogs import Message, fault, fields, load_language
from prescreen.language.site import load_site
from prescreen.session.setting import open_setting

TODAY = date(2026, 11, 23)
HERE = Path(__file__).parent
TRIED = {path.stem: path for path in (*FLOWS, HERE / "data" / "flows" / "second.toml")}
SITE = HERE.parent / "docs" / "site.example.toml"
IN_FLOWS = (*ANYHOW, *BY_LINE, *IN_TOML, *IN_TOML)
IN_CATALOGS = (*ANYHOW, *BY_LINE)
OF_A_FLOW = {
    "zh_CN/{}.po": 14_000,
    "en/{}.po": 4_000,
    "zh_CN/{}.queries.po": 7_000,
    "zh_CN/{}.demo.po": 5_000,
}


def catalog(name: str) -> Path:
    """Where a catalog stands."""
    code, file = name.split("/")
    return places.locales() / code / "LC_MESSAGES" / file


CATALOGS = {
    "zh_CN/prescreen.po": 20_000,
    "zh_CN/queries.po": 5_000,
    "zh_CN/demo.po": 5_000,
} | {
    name.format(path.stem): times
    for path in FLOWS
    for name, times in OF_A_FLOW.items()
    if catalog(name.format(path.stem)).exists()
}
"""How many corruptions of each are tried in the proof."""
SENTENCE = re.compile(r"(locales/|[\w.]+(/[\w.]+)?(:\d+:\d+)?: ).*[.?\"]")
"""A place, and then something to be read; a line of its own."""


def _refused(error: FileError, name: str) -> None:
    """Each problem is a sentence that a person can read."""
    assert error.problems
    for each in error.problems:
        assert each.endswith((".", "?", '"')), each
        assert name in each, each
        assert "\n" not in each
        assert not any(word in each for word in ("Traceback", "Error(", "pydantic", "0x")), each


def _flow(path: Path, data: bytes, random: Random) -> bool:
    """Whether the flow is taken, once it has held a conversation."""
    path.write_bytes(data)
    try:
        flow = load(path)
    except FileError as error:
        _refused(error, path.name)
        return False
    if flow != _whole(path.name) and random.random() < 0.3:
        assert converse(Script.of(flow), TODAY, random).verdict is not None
    return True


@cache
def _whole(name: str) -> Flow:
    return next(load(path) for path in TRIED.values() if path.name == name)


def _site(path: Path, data: bytes) -> bool:
    path.write_bytes(data)
    try:
        load_site(path)
    except FileError as error:
        _refused(error, path.name)
        return False
    return True


def _catalog(path: Path, data: bytes, messages: Sequence[Message]) -> bool:
    """Whether the language is taken, with every sentence; what the program refuses, check tells."""
    path.write_bytes(data)
    folder, code, domain = path.parents[2], path.parts[-3], path.stem
    told = catalog_problems(path.with_suffix(".po"), code, messages)
    try:
        language = load_language(code, folder, {domain: messages})
    except FileError as error:
        _refused(error, f"locales/{code}")
        assert told
        return False
    finally:
        for each in told:
            assert SENTENCE.fullmatch(each), each
    for message in messages:
        said = language.words(message.text, message.context)
        assert not fault(message, said, code)
        assert fields(said) == fields(message.text)
    return True


def _companion(flow: Path, path: Path, data: bytes, random: Random) -> bool:
    """Whether a file beside a flow is taken, and all that `check` does with it comes to an end."""
    path.write_bytes(data)
    whole = _whole(flow.name)
    told = TOLD[path.name](flow, whole)
    for each in told:
        assert SENTENCE.fullmatch(each), each
    if path.name == SCRIPTS_FILE and not told and random.random() < 0.01:
        script_problems(flow, whole)
    return not told


def _of_registry(flow: Path, whole: Flow) -> list[str]:
    return ledger_problems(flow, whole)


def _of_queries(flow: Path, whole: Flow) -> list[str]:
    return _told(lambda: register_of(flow, whole))


def _of_scripts(flow: Path, whole: Flow) -> list[str]:
    return _told(lambda: load_scripts(flow, whole))


def _told(read: Callable[[], object]) -> list[str]:
    try:
        read()
    except FileError as error:
        return [*error.problems]
    return []


TOLD: dict[str, Callable[[Path, Flow], list[str]]] = {
    REGISTRY_FILE: _of_registry,
    QUERIES_FILE: _of_queries,
    SCRIPTS_FILE: _of_scripts,
}
COMPANIONS = [
    (path.name, name) for path in FLOWS for name in TOLD if (path.with_suffix("") / name).exists()
]
"""The files that stand beside each flow."""


def corrupted(data: bytes, ways: tuple[Corrupt, ...], random: Random) -> bytes:
    """A file after one corruption, and now and then after more."""
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        data = random.choice(ways)(data or b" ", random)
    return data


def flow_corruptions(name: str, times: int, folder: Path) -> Iterator[bool]:
    """Whether each of so many corrupted flow files was taken."""
    whole, random = TRIED[name].read_bytes(), Random(name)
    for _ in range(times):
        yield _flow(folder / TRIED[name].name, corrupted(whole, IN_FLOWS, random), random)


def site_corruptions(times: int, folder: Path) -> Iterator[bool]:
    """Whether each of so many corrupted site files was taken."""
    whole, random = SITE.read_bytes(), Random("site")
    for _ in range(times):
        yield _site(folder / "site.toml", corrupted(whole, IN_FLOWS, random))


def catalog_corruptions(times: int, folder: Path, name: str) -> Iterator[bool]:
    """Whether each of so many corrupted catalogs was taken."""
    path = folder / catalog(name).relative_to(places.locales())
    path.parent.mkdir(parents=True, exist_ok=True)
    whole, random = catalog(name).read_bytes(), Random(name)
    messages = _messages()[path.stem]
    for _ in range(times):
        yield _catalog(path, corrupted(whole, IN_CATALOGS, random), messages)


@cache
def _messages() -> dict[str, list[Message]]:
    domains = software_domains()
    for path in FLOWS:
        domains |= flow_domains(path, load(path))
    return domains


def companion_corruptions(times: int, folder: Path, of: str, name: str) -> Iterator[bool]:
    """Whether each of so many corrupted files beside a flow was taken."""
    flow, beside = checkout(folder, of)
    whole, random = (beside / name).read_bytes(), Random(name)
    ways = (*ANYHOW, *BY_LINE) if name == REGISTRY_FILE else IN_FLOWS
    for _ in range(times):
        yield _companion(flow, beside / name, corrupted(whole, ways, random), random)


def checkout(folder: Path, of: str) -> tuple[Path, Path]:
    """A copy of the flows and catalogs: a flow file, and what stands beside it."""
    copytree(places.flows(), folder / "flows")
    copytree(places.locales(), folder / "locales")
    flow = folder / "flows" / of
    return flow, flow.with_suffix("")


def check_corruptions(
    times: int, folder: Path, of: str, patch: pytest.MonkeyPatch
) -> Iterator[bool]:
    """Whether `check` has nothing to say of each of so many checkouts with a corrupted file."""
    leave_out(patch)
    flow, beside = checkout(folder, of)
    patch.setattr(places, "PACKAGE", folder / "prescreen")
    files = sorted([flow, *beside.iterdir(), *(folder / "locales").rglob("*.po")])
    random = Random("check")
    for _ in range(times):
        path = random.choice(files)
        whole = path.read_bytes()
        ways = IN_FLOWS if path.suffix == ".toml" else IN_CATALOGS
        path.write_bytes(corrupted(whole, ways, random))
        told, _ = check([flow])
        for each in told:
            assert SENTENCE.fullmatch(each), each
        assert told or {*open_setting(flow, None, None).languages} == {"zh_CN", "en"}
        path.write_bytes(whole)
        yield not told


def _each_way(taken: Iterator[bool]) -> None:
    """Some are refused and some are taken, so that both are tried."""
    assert {*taken} == {True, False}


def _some_refused(taken: Iterator[bool]) -> None:
    """Few tries, so that none may be taken; the proof sees to it that some are."""
    assert False in [*taken]


@pytest.mark.parametrize("name", TRIED)
def test_a_corrupted_flow_is_refused_or_works(name: str, tmp_path: Path) -> None:
    _each_way(flow_corruptions(name, 50, tmp_path))


def test_a_corrupted_site_file_is_refused_or_works(tmp_path: Path) -> None:
    _each_way(site_corruptions(30, tmp_path))


@pytest.mark.parametrize("name", CATALOGS)
def test_a_corrupted_catalog_is_refused_or_whole(name: str, tmp_path: Path) -> None:
    _some_refused(catalog_corruptions(30, tmp_path, name))


@pytest.mark.parametrize(("of", "name"), COMPANIONS)
def test_a_corrupted_file_beside_a_flow_is_refused_or_works(
    of: str, name: str, tmp_path: Path
) -> None:
    _some_refused(companion_corruptions(40, tmp_path, of, name))


@EVERY_FLOW
def test_check_of_a_corrupted_file_ends_in_sentences(
    flow: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _some_refused(check_corruptions(4, tmp_path, flow.name, monkeypatch))


@pytest.mark.prove
@pytest.mark.parametrize("name", TRIED)
def test_many_more_corrupted_flows(name: str, tmp_path: Path, proved: Proved) -> None:
    _count("flow files", [*flow_corruptions(name, 25_000, tmp_path)], proved)


@pytest.mark.prove
def test_many_more_corrupted_site_files(tmp_path: Path, proved: Proved) -> None:
    _count("site files", [*site_corruptions(10_000, tmp_path)], proved)


@pytest.mark.prove
@pytest.mark.parametrize("name", CATALOGS)
def test_many_more_corrupted_catalogs(name: str, tmp_path: Path, proved: Proved) -> None:
    _count("catalogs", [*catalog_corruptions(CATALOGS[name], tmp_path, name)], proved)


@pytest.mark.prove
@pytest.mark.parametrize(("of", "name"), COMPANIONS)
def test_many_more_corrupted_files_beside_a_flow(
    of: str, name: str, tmp_path: Path, proved: Proved
) -> None:
    _count("files beside a flow", [*companion_corruptions(8_000, tmp_path, of, name)], proved)


@pytest.mark.prove
@EVERY_FLOW
def test_check_of_many_more_corrupted_files(
    flow: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, proved: Proved
) -> None:
    _count("checkouts", [*check_corruptions(300, tmp_path, flow.name, monkeypatch)], proved)


def _count(what: str, taken: list[bool], proved: Proved) -> None:
    assert 0 < taken.count(True) < len(taken)
    proved(f"corrupted {what}", len(taken))
    proved(f"corrupted {what} refused", taken.count(False))
