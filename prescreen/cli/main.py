"""The command line: the verbs, and the only place that puts the parts together."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from prescreen.cli.options import USAGE_ERROR, command_line
from prescreen.files import places
from prescreen.files.errors import FileError

if TYPE_CHECKING:
    from prescreen.session.loading import Sources
    from prescreen.session.visit import Visit
    from prescreen.session.visitor import Visitor
    from prescreen.system.idle import Patience

INTERRUPTED = 130
WITHOUT_CHINESE = ("linux",)
"""Kinds of terminals that have no Chinese characters: the console of Linux."""


def main(arguments: Sequence[str]) -> int:
    """Run one verb; the exit code. Bad input ends in one sentence and 2."""
    _stand_in_for_closed()
    for stream in (sys.stdout, sys.stderr):
        _as_utf8(stream)
    try:
        options = command_line().parse_args(arguments)
        if options.verb:
            gc.enable()
        return int(_VERBS[options.verb or "run"](options))
    except FileError as error:
        print(error, file=sys.stderr)
        return USAGE_ERROR
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            print(f"The output can't be written ({error.strerror}).", file=sys.stderr)
        return 1


def _stand_in_for_closed() -> None:
    """Let a closed input read as empty, and a closed output lead nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def _as_utf8(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="replace")


def _today(options: argparse.Namespace) -> date:
    given = getattr(options, "today", None)
    return given if isinstance(given, date) else date.today()


def _flow_path(options: argparse.Namespace) -> Path:
    given = getattr(options, "flow", None)
    if isinstance(given, Path):
        return given
    files = flow_files()
    if len(files) > 1:
        names = ", ".join(each.name for each in files)
        raise FileError([f"{files[0].parent}: there is more than one flow ({names}). Use --flow."])
    return files[0]


def flow_files() -> list[Path]:
    """The shipped flow files. Raises FileError where there is none."""
    found = sorted(places.flows().glob("*.toml"))
    if not found:
        raise FileError([f"{places.flows()}: there is no flow file. Name one with --flow."])
    return found


def _sources(path: Path, options: argparse.Namespace) -> Sources:
    from prescreen.session.loading import read_sources

    return read_sources(path, options.site, options.lang)


def _run(options: argparse.Namespace) -> int:
    from prescreen.page.model import Display
    from prescreen.session.first_page import Arrival, first_page, looks_whole
    from prescreen.system.idle import HOME
    from prescreen.system.worker import Apart

    path, patience = _flow_path(options), options.idle or HOME
    plain = options.plain or not _has_screen()
    display = Display(dark=options.dark, lines=plain)
    chinese = _takes_chinese()
    alone = options.pulse is None

    # Checking the files takes a third of the memory, and nobody needs it afterwards.
    sources = Apart(lambda: _sources(path, options))

    def open_visit() -> Visit:
        from prescreen.system.privacy import seal

        sources.begin()
        gc.collect()  # so that what follows takes the place of what served the start
        seal()
        from prescreen.session.setting import setting_of
        from prescreen.session.visit import Visit

        visit = Visit(
            setting_of(sources.result()),
            partial(_today, options),
            options.lang,
            offers_lines=alone,
            display=display,
            chinese=chinese,
        )
        gc.freeze()
        gc.enable()
        return visit

    # What somebody named or changed is checked before a line is said.
    named = options.site or hasattr(options, "flow")
    first = None
    if not plain or (not named and looks_whole(path)):
        first = first_page(
            path,
            options.lang,
            offers_lines=alone,
            display=display,
            chinese=chinese,
            tryout=options.site is None,
        )
    visit: Visitor = Arrival(first, open_visit) if first else open_visit()
    if not plain:
        from prescreen.tui import run as run_tui

        code = run_tui(visit, patience, pulse=options.pulse)
        if not visit.page.display.lines:
            return code
    return _in_lines(visit, patience)


def _takes_chinese() -> bool:
    """Whether nothing says that the terminal can't show what the program writes, UTF-8."""
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    charset = next(filter(None, named), "").partition(".")[2].partition("@")[0]
    utf8 = charset.casefold().replace("-", "") in {"", "utf8"}
    return utf8 and os.environ.get("TERM") not in WITHOUT_CHINESE


def _in_lines(visit: Visitor, patience: Patience) -> int:
    from prescreen.plain.lines import run as run_plain
    from prescreen.system.signals import ctrl_c_as_before, ends_at

    _as_utf8(sys.stdin)
    with ctrl_c_as_before(), ends_at((signal.SIGHUP, signal.SIGTERM)):
        return run_plain(visit, sys.stdin, sys.stdout, patience)


def _kiosk(options: argparse.Namespace) -> int:
    if options.status:
        return _status(options)
    from prescreen.kiosk import STUCK, Order, prepare, run
    from prescreen.system.idle import KIOSK

    order = Order(
        flow=_flow_path(options),
        site=options.site,
        language=options.lang,
        today=getattr(options, "today", None),
        idle=options.idle or KIOSK,
        stuck=options.stuck or STUCK,
    )
    return run(prepare(order))


def _status(options: argparse.Namespace) -> int:
    from prescreen.kiosk.status_said import said

    can, lines = said(options.lang)
    _print(lines)
    return 0 if can else 1


def _has_screen() -> bool:
    return (
        sys.stdin.isatty()
        and sys.stdout.isatty()
        and os.environ.get("TERM", "dumb") not in ("dumb", "")
    )


def _check(options: argparse.Namespace) -> int:
    from prescreen.check import check

    given = getattr(options, "flow", None)
    paths = [given] if given else flow_files()
    if options.queries:
        return _queries(paths, options.lang)
    if options.trace:
        return _trace(paths)
    found, summary = check(paths)
    for problem in found:
        print(problem, file=sys.stderr)
    for line in summary:
        print(line)
    return USAGE_ERROR if found else 0


def _queries(paths: Sequence[Path], wanted: str | None) -> int:
    from prescreen.check.queries import query_list
    from prescreen.flow.load import load
    from prescreen.language.catalogs import LANGUAGES

    codes = [wanted] if wanted else LANGUAGES
    print("\n".join(query_list(path, load(path), code) for path in paths for code in codes), end="")
    return 0


def _trace(paths: Sequence[Path]) -> int:
    from prescreen.check.trace import trace
    from prescreen.flow.load import load

    print("\n".join(trace(path, load(path)) for path in paths), end="")
    return 0


def _demo(options: argparse.Namespace) -> int:
    from prescreen.demo.stage import open_stage
    from prescreen.system.privacy import seal
    from prescreen.tui import without_palette

    seal()
    without_palette(sys.modules)
    stage = open_stage(_flow_path(options), options.site, options.lang, _today(options))
    language = options.lang or next(iter(stage.setting.languages))
    if options.list:
        return _print(stage.listed(language))
    script = stage.wanted(options.script) if options.script else None
    if not _has_screen():
        raise FileError(["The demonstration needs a terminal. Use --list to print the scripts."])
    from time import monotonic

    from prescreen.demo.screens.app import run as run_demo
    from prescreen.demo.show import Show
    from prescreen.page.model import Display

    show = Show(stage, language, monotonic, Display(dark=options.dark))
    if script:
        show.begin(script)
    return run_demo(show)


def _graph(options: argparse.Namespace) -> int:
    from prescreen.check.graph import mermaid
    from prescreen.dialog.dialog import Script
    from prescreen.flow.load import load

    print(mermaid(Script.of(load(_flow_path(options)))), end="")
    return 0


def _screen(options: argparse.Namespace) -> int:
    from prescreen.batch.lines import lines_of
    from prescreen.batch.screen import screen_lines
    from prescreen.session.setting import open_setting
    from prescreen.system.privacy import seal

    seal()
    setting = open_setting(_flow_path(options), None, None, strict=False)
    _as_utf8(sys.stdin)
    with lines_of(options.file) as lines:
        return _print(screen_lines(lines, setting))


def _read(options: argparse.Namespace) -> int:
    from prescreen.batch.lines import lines_of
    from prescreen.batch.read import read_lines
    from prescreen.system.privacy import seal

    if options.quantity and options.kind != "number":
        raise FileError(["read: --quantity goes with --kind number. Take one of them out."])
    seal()
    _as_utf8(sys.stdin)
    with lines_of(options.file) as lines:
        asked = options.kind, options.lang, _today(options), options.quantity
        return _print(read_lines(lines, *asked))


def _print(lines: Iterable[str]) -> int:
    for line in lines:
        print(line, flush=True)
    return 0


_VERBS = {
    "run": _run,
    "check": _check,
    "demo": _demo,
    "graph": _graph,
    "kiosk": _kiosk,
    "screen": _screen,
    "read": _read,
}
