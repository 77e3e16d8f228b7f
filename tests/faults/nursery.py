"""Raises programs quickly: all that they import is loaded once, and each is a fork of this process.

Orders come in as JSON lines: `{"start": "module:function", "tty": path, ...}` is
answered with a process id, `{"wait": pid}` with an exit code, or null while the process goes on.
"""

from __future__ import annotations

import fcntl
import json
import os
import resource
import signal
import sys
import termios
from importlib import import_module
from typing import Any, NoReturn

LOADED = ("textual.app", "textual.widgets", "prescreen.tui.app", "tui.pages")


def serve() -> None:
    """Carry out orders until there are no more, and leave no process behind."""
    running: set[int] = set()
    for line in sys.stdin:
        order = json.loads(line)
        if "start" in order:
            pid = os.fork()
            if pid == 0:
                _become(order)
            running.add(pid)
            answer: int | None = pid
        else:
            done, status = os.waitpid(order["wait"], os.WNOHANG)
            answer = os.waitstatus_to_exitcode(status) if done else None
            running.discard(done)
        print(json.dumps(answer), flush=True)
    for pid in running:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _become(order: dict[str, Any]) -> NoReturn:
    os.setsid()
    terminal = os.open(order["tty"], os.O_RDWR | os.O_NOCTTY)
    if order.get("controlling", True):
        fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    if order.get("deaf"):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    source = os.open(os.devnull, os.O_RDONLY) if order.get("no_input") else terminal
    for number, file in enumerate((source, terminal, terminal)):
        os.dup2(file, number)
    sys.stdin, sys.stdout, sys.stderr = (open(number, mode) for number, mode in enumerate("rww"))  # noqa: PTH123, SIM115
    os.environ.update(order.get("environment", {}))
    if "megabytes" in order:
        most = order["megabytes"] * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    if order.get("kitty"):
        _with_the_kitty_protocol()
    module, _, name = order["start"].partition(":")
    try:
        sys.exit(getattr(import_module(module), name)(*order.get("arguments", [])))
    finally:
        _leave()


def _with_the_kitty_protocol() -> None:
    """Undo what the environment of this process has turned off for good."""
    from textual import constants

    constants.DISABLE_KITTY_KEY = False  # type: ignore[misc]


def _leave() -> None:
    """End as an interpreter does: not before every thread that is no daemon has ended."""
    import threading

    error = sys.exc_info()[1]
    threading._shutdown()  # type: ignore[attr-defined]
    code = error.code if isinstance(error, SystemExit) else 1
    if not isinstance(error, SystemExit):
        sys.excepthook(type(error), error, error.__traceback__)  # type: ignore[arg-type,union-attr]
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    for each in LOADED:
        import_module(each)
    serve()
