"""The verbs: each takes the options and gives the exit code."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from prescreen.cli.options import USAGE_ERROR, flow_path, flow_paths, today
from prescreen.cli.streams import as_utf8, has_screen, print_all
from prescreen.files.errors import FileError

if TYPE_CHECKING:
    from prescreen.flow.model import Flow, Kind


def _kiosk(options: argparse.Namespace) -> int:
    if options.status:
        return _status(options)
    from prescreen.kiosk import STUCK_AFTER, Notes, Order, prepare, run_kiosk
    from prescreen.system.idle import KIOSK

    order = Order(
        flow=getattr(options, "flow", None),
        site=options.site,
        language=options.lang,
        today=getattr(options, "today", None),
        idle=options.idle or KIOSK,
        stuck=options.stuck or STUCK_AFTER,
    )
    notes = Notes(options.journal)
    return run_kiosk(prepare(order, notes), notes)


def _status(options: argparse.Namespace) -> int:
    from prescreen.kiosk.status_said import said

    can, lines = said(options.lang)
    print_all(lines)
    return 0 if can else 1


def _check(options: argparse.Namespace) -> int:
    from prescreen.check import check

    paths = flow_paths(options)
    if options.queries:
        return _queries(paths, options.lang)
    if options.trace:
        return _trace(paths)
    found, summary = check(paths, options.lang)
    for problem in found:
        print(problem, file=sys.stderr)
    for line in summary:
        print(line)
    return USAGE_ERROR if found else 0


def _queries(paths: Sequence[Path], wanted: str | None) -> int:
    from prescreen.check.queries import query_list
    from prescreen.language.catalogs import LANGUAGES

    codes = [wanted] if wanted else LANGUAGES
    return _of_each(paths, lambda path, flow: [query_list(path, flow, each) for each in codes])


def _trace(paths: Sequence[Path]) -> int:
    from prescreen.check.trace import trace

    return _of_each(paths, lambda path, flow: [trace(path, flow)])


def _of_each(paths: Sequence[Path], pages_of: Callable[[Path, Flow], list[str]]) -> int:
    """Print the pages of each flow; one that has none is told of, and never stops the others."""
    from prescreen.flow.load import load

    pages: list[str] = []
    code = 0
    for path in paths:
        try:
            pages += pages_of(path, load(path))
        except FileError as error:
            print(error, file=sys.stderr)
            code = USAGE_ERROR
    print("\n".join(pages), end="")
    return code


def _demo(options: argparse.Namespace) -> int:
    from prescreen.demo.stage import open_stage
    from prescreen.system.privacy import seal
    from prescreen.tui import without_unused

    seal()
    without_unused(sys.modules)
    stage = open_stage(_staged(options), options.site, options.lang, today(options))
    language = options.lang or next(iter(stage.setting.languages))
    if options.list:
        print_all(stage.listed(language))
        return 0
    script = stage.wanted(options.script) if options.script else None
    if not has_screen():
        raise FileError(["The demonstration needs a terminal. Use --list to print the scripts."])
    from time import monotonic

    from prescreen.demo.screens.demo_app import run_demo
    from prescreen.demo.show import Show
    from prescreen.page.model import Display

    show = Show(stage, language, monotonic, Display(dark=options.dark))
    if script:
        show.begin(script)
    return run_demo(show)


def _staged(options: argparse.Namespace) -> Path:
    """The flow to show: the one that is named, or else the only one that has scripts."""
    from prescreen.demo.demo_scripts import has_scripts
    from prescreen.flow.load import load

    def shows(path: Path) -> bool:
        with suppress(FileError):
            return has_scripts(path, load(path))
        return False

    paths = flow_paths(options)
    found = [each for each in paths if shows(each)] if len(paths) > 1 else paths
    return found[0] if len(found) == 1 else flow_path(options)


def _draft(options: argparse.Namespace) -> int:
    from prescreen.check.draft import draft

    for path in draft(options.record, options.to):
        print(path)
    return 0


def _graph(options: argparse.Namespace) -> int:
    from prescreen.check.graph import mermaid
    from prescreen.dialog.dialog import Script
    from prescreen.flow.load import load

    print(mermaid(Script.of(load(flow_path(options)))), end="")
    return 0


def _screen(options: argparse.Namespace) -> int:
    from prescreen.batch.conversations import screen_lines
    from prescreen.batch.json_lines import input_lines
    from prescreen.session.setting import open_setting
    from prescreen.system.privacy import seal

    seal()
    setting = open_setting(flow_path(options), None, None, strict=False)
    as_utf8(sys.stdin)
    with input_lines(options.file) as lines:
        print_all(screen_lines(lines, setting))
        return 0


def _read(options: argparse.Namespace) -> int:
    from prescreen.batch.json_lines import input_lines
    from prescreen.batch.read import read_each
    from prescreen.system.privacy import seal

    if options.quantity and options.kind != "number":
        raise FileError(["read: --quantity goes with --kind number. Take one of them out."])
    seal()
    as_utf8(sys.stdin)
    with input_lines(options.file) as lines:
        asked = options.kind, options.lang, today(options), options.quantity
        print_all(read_each(lines, *asked, _named(options)))
        return 0


def _named(options: argparse.Namespace) -> tuple[str, ...]:
    """What the questions of a kind call the thing that they ask about."""
    if options.kind not in {"dose", "when", "yes_no"}:
        return ()
    from prescreen.flow.load import load

    flows = map(load, flow_paths(options))
    words = (word for flow in flows for word in _names(flow, options.kind))
    return tuple(dict.fromkeys(words))


def _names(flow: Flow, kind: Kind | Literal["yes_no"]) -> Iterator[str]:
    return flow.deeds() if kind == "yes_no" else flow.names_of(kind)


RUNNERS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "check": _check,
    "demo": _demo,
    "draft": _draft,
    "graph": _graph,
    "kiosk": _kiosk,
    "screen": _screen,
    "read": _read,
}
