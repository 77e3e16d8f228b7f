"""One visitor's process: started with its limits, listened to, and never talked to."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import subprocess

from prescreen.kiosk.order import Order, environment

PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None)


class Child:
    """A running process of one visitor; it inherits the terminal and is in no other way reached."""

    def __init__(self, order: Order) -> None:
        self._pulse, given = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        supervisor = os.getpid()
        try:
            self._process = subprocess.Popen(
                order.command(given),
                env=environment(os.environ),
                pass_fds=(given,),
                stderr=subprocess.STDOUT,  # the journal is not for what it says
                preexec_fn=lambda: _confine(supervisor),
            )
        finally:
            os.close(given)

    def heard(self) -> bytes:
        """The pulse since the last call."""
        try:
            return os.read(self._pulse, 4096)
        except BlockingIOError:
            return b""

    def ended(self) -> int | None:
        """Its exit code, or None while it runs; a signal counts as a negative code."""
        return self._process.poll()

    def kill(self) -> None:
        """Kill it, whatever it is doing."""
        self._process.kill()
        self._process.wait()

    def end(self) -> None:
        """Leave nothing of it behind."""
        self.kill()
        os.close(self._pulse)


def _confine(supervisor: int) -> None:
    """Before the program is loaded: no file can be written, and it dies with its supervisor."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != supervisor:
        os._exit(1)
    for limit in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE):
        resource.setrlimit(limit, (0, 0))
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
