"""What tests share; and where PRESCREEN_CI is set, a skipped test is a failed one."""

import gc
import os
from collections.abc import Callable, Generator, Iterator, Mapping, Set
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from limits import Limits
from programs import BARE, Bare
from proved import Counts, Proved
from unproved import leave_out

from flows import FLOWS, setting_of
from prescreen.session.visit import Setting

UPDATE = "--update-golden"
ENDING = "--ending"
DROPPING = "--dropping"
PROVED = "--proved"
FIRST = (
    "kiosk/test_kiosk.py",
    "tui/test_screen.py",
    "kiosk/test_notify.py",
    "reading/test_properties.py",
    "faults/test_typing.py",
    "ssh/test_balance.py",
    "ssh/test_gone.py",
    "nct06971913/test_demo_screen.py",
    "nct06971913/test_check_alike.py",
    "ssh/test_refused.py",
    "faults/test_ending.py",
    "tui/test_visit.py",
    "nct06971913/test_plain.py",
    "leaks/test_nothing_kept.py",
    "tui/test_idle.py",
    "ssh/test_conversation.py",
    "tui/test_frame_diff.py",
    "nct06971913/test_offer_on_screen.py",
    "nct06971913/test_demo.py",
    "test_several_flows.py",
    "nct06971913/test_what_is_told.py",
    "test_i18n.py",
    "nct06971913/test_touch.py",
    "tui/test_leaves.py",
    "nct06971913/test_mutants.py",
    "nct06971913/test_flow_file.py",
    "nct06971913/sentences/test_screens.py",
    "faults/test_start.py",
    "test_no_names.py",
    "faults/test_shown.py",
    "test_cli.py",
    "kiosk/test_session.py",
    "endurance/test_kills.py",
    "nct06971913/test_handover.py",
    "test_docs.py",
    "tui/test_any_hand.py",
    "test_explore.py",
    "test_corruption.py",
    "reading/test_beside.py",
    "nct06971913/test_oracle.py",
    "tui/test_keys.py",
    "nct06971913/test_protocol_examples.py",
    "nct06971913/test_page_walk.py",
    "nct06971913/test_both_fronts.py",
    "reading/test_kinds.py",
    "test_any_visit.py",
)
"""The files that take longest, the longest first."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(UPDATE, action="store_true", help="write the golden records anew")
    parser.addoption(ENDING, action="append", default=[], metavar="RECORD=PAGE", help="its new end")
    parser.addoption(DROPPING, action="append", default=[], metavar="RECORD", help="loses lines")
    parser.addoption(PROVED, type=Path, metavar="FILE", help="write what was counted to this file")


def pytest_configure(config: pytest.Config) -> None:
    gc.disable()
    if gone := [each for each in FIRST if not (Path(__file__).parent / each).is_file()]:
        raise pytest.UsageError(f"FIRST in tests/conftest.py names files that are no more: {gone}")
    config.pluginmanager.register(Limits())
    if BARE and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Bare())
    path = config.getoption(PROVED)
    if path and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Counts(path))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test over every flow that is there, or over the one in whose folder it stands."""
    if "setting" in metafunc.fixturenames:
        own = [each for each in FLOWS if each.stem in metafunc.definition.path.parts]
        ids = [pytest.HIDDEN_PARAM] if own else [each.stem for each in FLOWS]
        metafunc.parametrize("setting", own or FLOWS, indirect=True, ids=ids, scope="session")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files first, so that no worker is left alone with one at the end."""
    rank = {f"tests/{name}": at for at, name in enumerate(FIRST)}
    items.sort(key=lambda item: rank.get(item.nodeid.partition("::")[0], len(rank)))


def pytest_collection_finish() -> None:
    """Look for garbage again, but not in what the collection has made: it stays to the end."""
    gc.freeze()
    gc.enable()


@pytest.fixture
def proved(record_property: Callable[[str, object], None]) -> Proved:
    """Counts what a test has gone through, for the certificate."""
    return lambda name, count=1: record_property(name, count)


@pytest.fixture(scope="session", autouse=True)
def _open() -> Iterator[None]:
    """Lets the command line, run inside a test, neither seal the tests nor end them at a signal."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("prescreen.system.privacy.seal", lambda: None)
        patch.setattr("prescreen.system.signals.ends_at", lambda *_: nullcontext())
        yield


@pytest.fixture
def unproved(monkeypatch: pytest.MonkeyPatch) -> None:
    """`check` without what takes its time."""
    leave_out(monkeypatch)


@pytest.fixture(scope="session")
def update(request: pytest.FixtureRequest) -> bool:
    """Whether the golden records are written anew."""
    return bool(request.config.getoption(UPDATE))


@pytest.fixture(scope="session")
def endings(request: pytest.FixtureRequest) -> Mapping[str, str]:
    """The records that may end elsewhere than before, each with its new end."""
    return dict(each.split("=", 1) for each in request.config.getoption(ENDING))


@pytest.fixture(scope="session")
def dropped(request: pytest.FixtureRequest) -> Set[str]:
    """The records that may lose the lines for pages to which they come no more."""
    return {*request.config.getoption(DROPPING)}


@pytest.fixture(scope="session")
def setting(request: pytest.FixtureRequest) -> Setting:
    """A flow in both languages, at the example of a site."""
    return setting_of(request.param)


@pytest.fixture(scope="session")
def tryout(setting: Setting) -> Setting:
    """The same without a site: a try-out."""
    return replace(setting, site=None)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _fail_a_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _fail_a_skip(report)
    return report


def _fail_a_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("PRESCREEN_CI"):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be: {report.longrepr}"
