"""Starts a process for each visitor, one after the other, until the staff end it.

It holds no answer: from a visitor's process come a pulse and an exit code, and of what is typed it
takes no note.
"""

from __future__ import annotations

import signal
import sys
import time

from prescreen.kiosk.child import Child
from prescreen.kiosk.notes import CAN_BEGIN, NOBODY, REPLACED, SILENT, STUCK, Notes, how
from prescreen.kiosk.notify import Notify
from prescreen.kiosk.order import Order
from prescreen.kiosk.prepare import unreadable
from prescreen.kiosk.visitor_terminal import Terminal, TerminalGone
from prescreen.kiosk.watchdog import NOT_READABLE, Failures, PulseWatch
from prescreen.system.signals import GONE

ENDING = {signal.SIGTERM, signal.SIGHUP}
WAKING = ENDING | {signal.SIGCHLD}
KEYS = (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP)
TICK = 1.0


def run_kiosk(order: Order, notes: Notes) -> int:
    """Serve visitors on this terminal until a signal ends it; the exit code."""
    for each in KEYS:
        signal.signal(each, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_BLOCK, WAKING)
    notify, terminal = Notify(), Terminal(sys.stdin.fileno())
    try:
        Supervisor(order, terminal, notify, notes).serve()
    except TerminalGone:
        notes.say(SILENT)
        notify.say(STATUS=NOBODY + SILENT, WATCHDOG="trigger")
        return GONE
    finally:
        notify.say(STOPPING="1")
        terminal.release()
    return 0


class Supervisor:
    """Looks after one terminal and whoever sits at it."""

    def __init__(self, order: Order, terminal: Terminal, notify: Notify, notes: Notes) -> None:
        self._order = order
        self._terminal = terminal
        self._notify = notify
        self._notes = notes
        self._failures = Failures()
        self._tick = notify.every(min(TICK, order.stuck / 4))

    def serve(self) -> None:
        """One visitor after the other, until it is told to end. Raises TerminalGone."""
        self._terminal.clear()
        while self._attend() and self._between():
            pass

    def _attend(self) -> bool:
        """Look after one visitor's process; False if told to end."""
        pulse = PulseWatch(self._order.stuck, time.monotonic())
        try:
            child = Child(self._order)
        except OSError as error:
            self._ended(pulse, error.errno or 1)
            return True
        try:
            return self._listen(child, pulse)
        finally:
            child.end()

    def _listen(self, child: Child, pulse: PulseWatch) -> bool:
        while (code := child.ended()) is None:
            if _told_to_end(self._tick):
                return False
            pulse.look(time.monotonic(), child.heard())
            if pulse.stuck:
                child.kill()
            elif pulse.well and (pulse.settled or not self._failures.many):
                self._can_begin()
            # Its own life is what the watchdog asks for: of the visitor's process it takes care.
            self._notify.say(WATCHDOG="1")
        self._ended(pulse, code)
        return True

    def _can_begin(self) -> None:
        self._notes.say(CAN_BEGIN)
        self._notify.say(READY="1", STATUS=CAN_BEGIN)

    def _ended(self, pulse: PulseWatch, code: int) -> None:
        self._failures.ended(pulse, code)
        if not code and pulse.painted:
            return
        why = STUCK if pulse.stuck else how(code)
        if code == NOT_READABLE:
            why = unreadable(self._order) or why
        if self._failures.many:
            self._notes.say(NOBODY + why)
            self._notify.say(STATUS=NOBODY + why.partition("\n")[0])
        else:
            self._notes.say(REPLACED + why)

    def _between(self) -> bool:
        """Get the terminal ready for the next one; False if told to end."""
        if not self._failures.many:
            self._terminal.clear()
            return True
        self._terminal.show(self._order.sorry)
        self._notify.say(READY="1", WATCHDOG="1")
        return signal.sigtimedwait(ENDING, self._failures.pause) is None


def _told_to_end(seconds: float) -> bool:
    """Wait for so long, or until a process ends; whether the staff want it to end."""
    told = signal.sigtimedwait(WAKING, seconds)
    return told is not None and told.si_signo in ENDING
