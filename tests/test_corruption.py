"""A broken file is refused in sentences, or it is a file that works; it never ends in a traceback.

A corruption can hit a number and so make another trial that is as whole as this one: that a
change of the flow is noticed is the business of `test_mutants.py`. Here a flow that is taken has
to hold a conversation to its end, and a language that is taken has to have every sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

import pytest
from corruption import ANYHOW, BY_LINE, IN_TOML, Corrupt
from proved import Proved
from random_people import converse

from prescreen import resources
from prescreen.compiled import compiled
from prescreen.dialog import Script
from prescreen.errors import FileError
from prescreen.flow.load import load
from prescreen.flow.model import Flow
from prescreen.i18n import SOFTWARE, Message, fields, load_language
from prescreen.page.words import software_messages
from prescreen.site import load_site

TODAY = date(2026, 11, 23)
HERE = Path(__file__).parent
FLOWS = {
    "the shipped flow": resources.flows() / "nct06971913.toml",
    "the second flow": HERE / "data" / "flows" / "second.toml",
}
SITE = HERE.parent / "docs" / "site.example.toml"
IN_FLOWS = (*ANYHOW, *BY_LINE, *IN_TOML, *IN_TOML)
IN_CATALOGS = (*ANYHOW, *BY_LINE)
CATALOG = resources.locales() / "zh_CN" / "LC_MESSAGES" / f"{SOFTWARE}.po"


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
    return next(load(path) for path in FLOWS.values() if path.name == name)


def _site(path: Path, data: bytes) -> bool:
    path.write_bytes(data)
    try:
        load_site(path)
    except FileError as error:
        _refused(error, path.name)
        return False
    return True


def _catalog(path: Path, data: bytes, messages: list[Message]) -> bool:
    """Whether the language is taken, with every sentence and its placeholders."""
    path.write_bytes(data)
    try:
        language = load_language("zh_CN", path.parents[2], {SOFTWARE: messages})
    except FileError as error:
        for each in error.problems:
            assert each.endswith("."), each
        return False
    for message in messages:
        said = language.words(message.text, message.context)
        assert fields(said) == fields(message.text)
    return True


def corrupted(data: bytes, ways: tuple[Corrupt, ...], random: Random) -> bytes:
    """A file after one corruption, and now and then after more."""
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        data = random.choice(ways)(data or b" ", random)
    return data


def flow_corruptions(name: str, times: int, folder: Path) -> Iterator[bool]:
    """Whether each of so many corrupted flow files was taken."""
    whole, random = FLOWS[name].read_bytes(), Random(name)
    for _ in range(times):
        yield _flow(folder / FLOWS[name].name, corrupted(whole, IN_FLOWS, random), random)


def site_corruptions(times: int, folder: Path) -> Iterator[bool]:
    """Whether each of so many corrupted site files was taken."""
    whole, random = SITE.read_bytes(), Random("site")
    for _ in range(times):
        yield _site(folder / "site.toml", corrupted(whole, IN_FLOWS, random))


def catalog_corruptions(times: int, folder: Path, suffix: str) -> Iterator[bool]:
    """Whether each of so many corrupted catalogs was taken."""
    path = folder / "zh_CN" / "LC_MESSAGES" / f"{SOFTWARE}.{suffix}"
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = CATALOG.read_bytes() if suffix == "po" else compiled(CATALOG.read_bytes(), CATALOG.name)
    ways, random = IN_CATALOGS if suffix == "po" else ANYHOW, Random(suffix)
    messages = [*software_messages()]
    for _ in range(times):
        yield _catalog(path, corrupted(whole, ways, random), messages)


def _each_way(taken: Iterator[bool]) -> None:
    """Some are refused and some are taken, so that both are tried."""
    assert {*taken} == {True, False}


@pytest.mark.parametrize("name", FLOWS)
def test_a_corrupted_flow_is_refused_or_works(name: str, tmp_path: Path) -> None:
    _each_way(flow_corruptions(name, 100, tmp_path))


def test_a_corrupted_site_file_is_refused_or_works(tmp_path: Path) -> None:
    _each_way(site_corruptions(30, tmp_path))


@pytest.mark.parametrize(("suffix", "times"), [("po", 40), ("mo", 60)])
def test_a_corrupted_catalog_is_refused_or_whole(suffix: str, times: int, tmp_path: Path) -> None:
    _each_way(catalog_corruptions(times, tmp_path, suffix))


@pytest.mark.prove
@pytest.mark.parametrize(("name", "times"), [*zip(FLOWS, (20_000, 30_000), strict=True)])
def test_many_more_corrupted_flows(name: str, times: int, tmp_path: Path, proved: Proved) -> None:
    _count("flow files", [*flow_corruptions(name, times, tmp_path)], proved)


@pytest.mark.prove
def test_many_more_corrupted_site_files(tmp_path: Path, proved: Proved) -> None:
    _count("site files", [*site_corruptions(10_000, tmp_path)], proved)


@pytest.mark.prove
@pytest.mark.parametrize(("suffix", "times"), [("po", 10_000), ("mo", 30_000)])
def test_many_more_corrupted_catalogs(
    suffix: str, times: int, tmp_path: Path, proved: Proved
) -> None:
    _count("catalogs", [*catalog_corruptions(times, tmp_path, suffix)], proved)


def _count(what: str, taken: list[bool], proved: Proved) -> None:
    assert 0 < taken.count(True) < len(taken)
    proved(f"corrupted {what}", len(taken))
    proved(f"corrupted {what} refused", taken.count(False))
