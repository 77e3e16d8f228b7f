"""What keeps answers inside the process: no core, no look from outside, no word about them."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threading import ExceptHookArgs
    from types import TracebackType

SORRY = "抱歉，程序出了错，已经停下。 Sorry, something went wrong and the program has stopped."
PR_SET_DUMPABLE = 4


class Silent:
    """A value whose `repr` names its kind and nothing more."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


def apology(error: BaseException | None) -> str:
    """What is said about an error: its type and place, and nothing that was typed."""
    if error is None:
        return SORRY
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    place = f", {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{SORRY} ({type(error).__name__}{place})"


def seal() -> None:
    """From now on, let no core file, no debugger, no log and no traceback tell what is heard."""
    import logging
    import threading

    sys.excepthook = _apologise
    threading.excepthook = _apologise_for_thread
    sys.unraisablehook = lambda _: None
    logging.disable()
    forbid_cores()
    if sys.platform == "linux":
        _forbid_looks()


def _apologise(
    _kind: type[BaseException], error: BaseException, _place: TracebackType | None
) -> None:
    print(apology(error), file=sys.stderr)


def _apologise_for_thread(happened: ExceptHookArgs) -> None:
    print(apology(happened.exc_value), file=sys.stderr)


def forbid_cores() -> None:
    """Let the system write no core file of this process."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _forbid_looks() -> None:
    """Let neither a program that collects cores nor another process of this user look inside."""
    with contextlib.suppress(ImportError, OSError, AttributeError):
        import _ctypes  # all that `ctypes` puts around it is not needed for one call

        ourselves = _ctypes.dlopen(None, 0)  # type: ignore[arg-type]  # None is this process
        prctl = _ctypes.dlsym(ourselves, "prctl")
        _ctypes.call_function(prctl, (PR_SET_DUMPABLE, 0, 0, 0, 0))
