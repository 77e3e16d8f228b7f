"""The programs that the tests put into a terminal: a bare Textual app, and ours."""

from __future__ import annotations

import os
from typing import NoReturn

from textual.app import App, ComposeResult
from textual.widgets import Input, Static
from tui.pages import FakeVisit

from prescreen.tui import run_tui
from prescreen.tui.app import VisitApp

SECRET = "ivermectin"


class Bare(App[None]):
    """An app of stock parts that asks one question."""

    def compose(self) -> ComposeResult:
        """A question and a field."""
        yield Static("How much do you weigh?")
        yield Input()


def bare() -> int:
    """Run the bare app as Textual's own documentation does."""
    app = Bare()
    app.run()
    return 0


def ours(*order: str) -> int:
    """Run hand-written pages."""
    return run_tui(FakeVisit(order=order or ("weight", "lupus")))


class Failing(App[None]):
    """A bare app that fails in one of its parts while it holds an answer."""

    def __init__(self, part: str) -> None:
        super().__init__()
        self.part = part

    def compose(self) -> ComposeResult:
        """A question and a field."""
        self._fail_in("compose")
        yield Static("How much do you weigh?")
        yield Input()

    def on_ready(self) -> None:
        """Start a timer."""
        if self.part == "timer":
            self.set_timer(0.2, lambda: self._fail_in("timer"))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take an answer."""
        self._fail_in("handler")

    def _fail_in(self, part: str) -> None:
        if part == self.part:
            answer = SECRET
            raise ValueError(answer)


def failing_bare(part: str) -> int:
    """Run the bare app that fails."""
    app = Failing(part)
    _fail_in_threads(part)
    app.run()
    return 0


class FailingVisit(FakeVisit):
    """A visit that fails when it is given an answer."""

    def say(self, text: str) -> None:
        """Fail."""
        answer = text
        raise ValueError(answer)


def failing_ours(part: str) -> int:
    """Run ours so that it fails in a part."""
    from prescreen.tui.layout import panes
    from prescreen.tui.screen import VisitScreen

    _fail_in_threads(part)
    match part:
        case "compose":
            VisitScreen.compose = _fail  # type: ignore[method-assign]
        case "layout":
            panes.ConversationView.shaped = _fail  # type: ignore
        case "timer":
            VisitApp.on_ready = lambda app: app.set_timer(0.2, _fail)  # type: ignore
    return run_tui(FailingVisit(order=("weight", "lupus")))


def _fail(*_: object, **__: object) -> NoReturn:
    answer = SECRET
    raise ValueError(answer)


def _fail_in_threads(part: str) -> None:
    """Let the thread that reads or the one that writes meet what it can't stand."""
    from textual.drivers._writer_thread import WriterThread

    if part == "reading":
        real = os.read

        def read(file: int, size: int) -> bytes:
            data = real(file, size)
            return _fail() if b"\r" in data else data

        os.read = read
    if part == "writing":
        WriterThread.run = _fail  # type: ignore[method-assign]


def program(*arguments: str) -> int:
    """Run the whole program, as its command line does."""
    from prescreen.cli.main import main

    return main(arguments)


def impatient() -> int:
    """Run ours with less patience for a terminal that takes nothing."""
    from prescreen.tui.terminal import driver as terminal

    terminal.TIMEOUT, terminal.LAST_SECONDS = 1.0, 0.5
    return ours()
