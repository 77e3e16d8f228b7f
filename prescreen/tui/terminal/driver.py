"""What leans on the inside of the pinned Textual: input, sizes, and how it ends."""

from __future__ import annotations

import os
import selectors
import signal
import sys
import termios
from contextlib import suppress
from queue import Full
from typing import Any, NoReturn, cast

from rich.console import RenderableType
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import CursorPosition, Event, Idle, Key, Paste, Resize
from textual.geometry import Size
from textual.screen import Screen

from prescreen.system.privacy import SORRY, apology
from prescreen.system.signals import GONE, HOW_ARE_YOU
from prescreen.tui.terminal.frame_diff import FrameDiff
from prescreen.tui.terminal.keyboard import Keyboard
from prescreen.tui.terminal.outlet import Outlet

END_SIGNALS = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)
"""None of them can be typed: here a Ctrl+C is a key."""
WIDEST, HIGHEST = 300, 120
USUAL_SIZE = 80, 24
"""The size of a terminal that does not say its own."""
TIMEOUT = 10.0
"""Seconds that the terminal may take nothing while there is more to write than can wait."""
LAST_SECONDS = 2.0
"""Seconds that the terminal has for the last of it."""
CHINESE = "中文"
ERASED = "\x1b[0m\x1b[H\x1b[J"
"""For terminals without a second screen, on which the last page would stay."""
RESTORED = (
    b"\x18\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l"
    + ERASED.encode()
    + b"\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""Breaks off what is half written, and gives the terminal back."""


def clamp(width: int, height: int) -> tuple[int, int]:
    """Return a size that can be painted, whatever the terminal claims."""
    return max(1, min(width, WIDEST)), max(1, min(height, HIGHEST))


class TerminalDriver(LinuxDriver):
    """The Linux driver, made to stand any terminal and to notice when there is none."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._frame_diff = FrameDiff()
        self._outlet = Outlet(sys.__stdout__.fileno() if sys.__stdout__ else 1)
        self._file = cast(Any, self._outlet)
        self._keyboard = Keyboard()
        self._size = clamp(*(size or self._get_terminal_size()))
        # No stopping: what would go on afterwards is a second reader of the same keyboard.
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)
        signal.signal(signal.SIGCONT, signal.SIG_DFL)

    def start_application_mode(self) -> None:
        """Begin, and ask how many cells two Chinese characters take; they are painted over."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        # Measured in the loop: a signal within a signal would tell the older size last.
        signal.signal(signal.SIGWINCH, lambda *_: self._loop.call_soon_threadsafe(self._measure))
        self._keyboard.asked = True
        self.write(f"\x1b[H{CHINESE}\x1b[6n")

    def _measure(self) -> None:
        size = Size(*self._get_terminal_size())
        self.send_message(Resize(size, size))

    def _get_terminal_size(self) -> tuple[int, int]:
        try:
            width, height = os.get_terminal_size(self._outlet.fileno())
        except OSError:
            width = height = 0
        size = clamp(width or USUAL_SIZE[0], height or USUAL_SIZE[1])
        self._frame_diff.forget(size)
        return size

    def forget(self) -> None:
        """Take nothing for shown any more: the next frame is sent whole."""
        self._frame_diff.forget()

    def _query_in_band_window_resize(self) -> None:
        """Sizes come from the system alone: what is typed can't claim one."""

    def stop_application_mode(self) -> None:
        """Erase the last page and give the terminal back."""
        self.write(ERASED)
        super().stop_application_mode()

    def write(self, data: str) -> None:
        """Queue what is not yet shown; a terminal that takes nothing ends the program."""
        if thin := self._frame_diff.thin(data):
            self._queue_up(thin, TIMEOUT)

    def close(self) -> None:
        """Wait until all is written, but not for a terminal that takes nothing."""
        if self._writer_thread is not None:
            self._queue_up(None, LAST_SECONDS)
            self._writer_thread.join(LAST_SECONDS)
            if self._writer_thread.is_alive():
                self._give_up()

    def _queue_up(self, data: str | None, timeout: float) -> None:
        assert self._writer_thread is not None
        try:
            self._writer_thread._queue.put(data, timeout=timeout)
        except Full:
            self._give_up()

    def _run_input_thread(self) -> None:
        """Read keys until the end; if that fails, the app ends like after any other error."""
        try:
            self.run_input_thread()
        except Exception as error:
            self._loop.call_soon_threadsafe(self._app._handle_exception, error)

    def answered(self) -> bool:
        """Whether the terminal has taken all it was given and answered; if so, ask it again."""
        waiting = self._writer_thread is not None and not self._writer_thread._queue.empty()
        if waiting or self._outlet.busy or not self._keyboard.answered:
            return False
        self._keyboard.answered = False
        self._queue_up(HOW_ARE_YOU, TIMEOUT)
        return True

    def run_input_thread(self) -> None:
        """Read keys until the end; what can't be read as a key is dropped."""
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set() and not self._loop.is_closed():
                if self._writer_thread is not None and not self._writer_thread.is_alive():
                    self._break_off()
                data = self._read() if selector.select(self._keyboard.timeout) else b""
                for message in self._keyboard.hear(data):
                    self.process_message(message)

    def _give_up(self, code: int = GONE) -> NoReturn:
        """End without another word, with the modes of the terminal as they were."""
        if self.attrs_before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        os._exit(code)

    def _break_off(self) -> NoReturn:
        """End without the thread that writes: the terminal as it was, and an apology."""
        self._outlet.write(f"{RESTORED.decode()}{SORRY}\n")
        self._outlet.flush()
        self._give_up(1)

    def _read(self) -> bytes:
        """Read what there is; a terminal that is gone ends the program at once."""
        try:
            data = os.read(self.fileno, 4096)
        except OSError:
            data = b""
        if not data:
            os._exit(GONE)
        return data


class PromptScreen(Screen[None], inherit_bindings=False):
    """A screen that paints as soon as nothing waits, not at the next sixtieth of a second."""

    async def _on_idle(self, event: Idle) -> None:
        event.prevent_default()
        for child in self.children:  # what has changed there belongs to the same frame
            child._check_refresh()
        if self.is_current and not self.app._batch_count and self._message_queue.empty():
            self._on_timer_update()

    def repaint(self) -> None:
        """Send the whole screen again, because something else may have written on it."""
        if isinstance(self.app._driver, TerminalDriver):
            self.app._driver.forget()
        self.refresh()


def shows_chinese(report: CursorPosition) -> bool:
    """Return whether the terminal has taken the Chinese characters for what they are."""
    return report.x == 2 * len(CHINESE)


class CalmApp(App[str], inherit_bindings=False):
    """An app that nobody leaves by accident and that never prints what was typed."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    NOTIFICATION_TIMEOUT = 0
    sized = False

    async def on_event(self, event: Event) -> None:
        """Give keys and pasted texts to the screen, so that they are taken in their order.

        Sent to what has the focus, the second key of a burst would not know of the first.
        """
        if isinstance(event, (Key, Paste)) and not event.is_forwarded:
            self.app_focus = True
            self.screen._forward_event(event)
        else:
            await super().on_event(event)
        if isinstance(event, Resize) and isinstance(self.screen, PromptScreen):
            # A terminal that was made small and large again at once has lost what it showed.
            if self.sized:
                self.call_later(self.screen.repaint)
            self.sized = True

    async def action_quit(self) -> None:
        """Do nothing: leaving is asked about first."""

    def action_help_quit(self) -> None:
        """Do nothing: leaving is asked about first."""

    def action_suspend_process(self) -> None:
        """Do nothing: there is no shell to go to."""

    def copy_to_clipboard(self, text: str) -> None:
        """Do nothing: answers stay here."""

    def deliver_screenshot(self, *_args: object, **_options: object) -> None:
        """Do nothing: answers stay here."""

    def panic(self, *renderables: RenderableType) -> None:
        """End with an apology instead of what is handed in."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        self._return_code = 1
        self._exit_renderables[:] = [apology(self._exception)]
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        for line in self._exit_renderables[:1]:
            self.error_console.print(line, markup=False, highlight=False)
        self._exit_renderables.clear()
