"""The order of a start: a first page at once, and behind it all that the visit needs."""

from __future__ import annotations

import argparse
import gc
import signal
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from prescreen.cli.options import flow_paths, today
from prescreen.cli.streams import as_utf8, has_screen, takes_chinese

if TYPE_CHECKING:
    from prescreen.page.model import Display
    from prescreen.session.interface import VisitInterface
    from prescreen.session.loading import Studies
    from prescreen.session.visit import Visit
    from prescreen.system.idle import IdleTimes
    from prescreen.system.worker import Worker


def start(options: argparse.Namespace) -> int:
    """Hold a conversation; the exit code."""
    from prescreen.system.idle import HOME

    plain, idle_times = options.plain or not has_screen(), options.idle or HOME
    left_out: list[str] = []
    visit = _visit(options, left_out, plain=plain)
    if not plain:
        from prescreen.tui import run_tui

        code = run_tui(visit, idle_times, pulse=options.pulse)
        _tell(left_out, options)
        if not visit.page.display.lines:
            return code
    else:
        _tell(left_out, options)
    return _in_lines(visit, idle_times)


def _tell(left_out: Sequence[str], options: argparse.Namespace) -> None:
    """Say why a flow was left out, where there is no screen; a kiosk says it to its staff."""
    if options.pulse is None:
        for each in left_out:
            print(each, file=sys.stderr)


def _visit(options: argparse.Namespace, left_out: list[str], *, plain: bool) -> VisitInterface:
    """The visit, or its first page with what opens the visit behind it."""
    from prescreen.page.model import Display
    from prescreen.session.first_page import FirstPageVisit, first_page, looks_whole
    from prescreen.system.worker import Worker

    paths, display = flow_paths(options), Display(dark=options.dark, lines=plain)
    path = paths[0] if len(paths) == 1 else None
    # Checking the files takes a third of the memory, and nobody needs it afterwards.
    worker = Worker(lambda: _studies(paths, options))
    open_visit = partial(_open_visit, worker, options, display, left_out)
    # What somebody named or changed is checked before a line is said.
    named = options.site or hasattr(options, "flow")
    if plain and (named or path is None or not looks_whole(path)):
        return open_visit()
    first = first_page(
        path,
        options.lang,
        offers_lines=options.pulse is None,
        display=display,
        chinese=takes_chinese(),
        tryout=options.site is None,
    )
    return FirstPageVisit(first, open_visit) if first else open_visit()


def _open_visit(
    worker: Worker[Studies], options: argparse.Namespace, display: Display, left_out: list[str]
) -> Visit:
    from prescreen.system.privacy import seal

    worker.begin()
    seal()
    from prescreen.session.setting import settings_of
    from prescreen.session.visit import Visit

    gc.collect()  # so that what follows takes the place of what served the start
    studies = worker.result()
    left_out += studies.problems
    setting, *others = settings_of(studies)
    visit = Visit(
        setting,
        partial(today, options),
        options.lang,
        others=others,
        offers_lines=options.pulse is None,
        display=display,
        chinese=takes_chinese(),
    )
    gc.freeze()
    gc.enable()
    return visit


def _studies(paths: Sequence[Path], options: argparse.Namespace) -> Studies:
    from prescreen.session.loading import read_studies

    return read_studies(paths, options.site, options.lang)


def _in_lines(visit: VisitInterface, idle_times: IdleTimes) -> int:
    from prescreen.plain.lines import run_plain
    from prescreen.system.signals import ctrl_c_as_before, ends_at

    as_utf8(sys.stdin)
    with ctrl_c_as_before(), ends_at((signal.SIGHUP, signal.SIGTERM)):
        return run_plain(visit, sys.stdin, sys.stdout, idle_times)
