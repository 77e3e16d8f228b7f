"""Work done by a process of its own, so that what it loads for it is gone when it is done."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from typing import Any, Generic, TypeVar

NULL, STREAMS = os.devnull, (0, 1, 2)
Result = TypeVar("Result")


class Worker(Generic[Result]):
    """Work for a process that stands ready from now on; it knows nothing of what happens later.

    Made before any thread is started, for a process that has threads can't be forked safely.
    """

    def __init__(self, work: Callable[[], Result]) -> None:
        self._work = work
        self._wanted: int | None = None
        waits, wanted = os.pipe()
        answer, answers = os.pipe()
        try:
            self._process = os.fork()
        except OSError:
            for each in (waits, wanted, answer, answers):
                os.close(each)
            return
        if not self._process:
            # Held open here, they would let this process wait for itself.
            os.close(wanted)
            os.close(answer)
            _serve(work, waits, answers)
        os.close(waits)
        os.close(answers)
        self._wanted, self._answer = wanted, answer

    def begin(self) -> None:
        """Let the process begin, while there is something else to do here."""
        if self._wanted is not None:
            with contextlib.suppress(OSError):
                os.write(self._wanted, b"!")

    def result(self) -> Result:
        """What came of it. If that process failed, the work is done here, and says why."""
        if self._wanted is not None:
            self.begin()
            os.close(self._wanted)
            self._wanted = None
            with os.fdopen(self._answer, "rb") as answer:
                told = answer.read()
            with contextlib.suppress(ChildProcessError):
                os.waitpid(self._process, 0)
            import pickle

            with contextlib.suppress(EOFError, pickle.UnpicklingError):
                found: Result = pickle.loads(told)
                return found
        return self._work()


def _serve(work: Callable[[], Any], waits: int, answers: int) -> None:
    """Do the work once it is wanted, out of reach of the terminal, and end."""
    try:
        os.setsid()
        nowhere = os.open(NULL, os.O_RDWR)
        for each in STREAMS:
            os.dup2(nowhere, each)
        if os.read(waits, 1):
            import pickle

            told = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)
            with os.fdopen(answers, "wb") as answer:
                answer.write(told)
    finally:
        os._exit(0)
