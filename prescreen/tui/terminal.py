"""What leans on the inside of the pinned Textual: input, sizes, and how it ends."""

from __future__ import annotations

import os
import selectors
import traceback
from codecs import getincrementaldecoder
from pathlib import Path
from queue import Full
from typing import Any

from rich.console import RenderableType
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import CursorPosition, Idle, Resize
from textual.messages import InBandWindowResize
from textual.screen import Screen

WIDEST, HIGHEST = 300, 120
PATIENCE = 10.0
CHINESE = "中文"
GONE = 75
SORRY = "抱歉，程序出了错，已经停下。 Sorry, something went wrong and the program has stopped."


def clamp(width: int, height: int) -> tuple[int, int]:
    """Return a size that can be painted, whatever the terminal claims."""
    return max(1, min(width, WIDEST)), max(1, min(height, HIGHEST))


def apology(error: BaseException | None) -> str:
    """Return what is said about an error: its type and place, and nothing that was typed."""
    if error is None:
        return SORRY
    frames = traceback.extract_tb(error.__traceback__)
    place = f", {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{SORRY} ({type(error).__name__}{place})"


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
        self._size = clamp(*(size or self._get_terminal_size()))

    def start_application_mode(self) -> None:
        """Begin, and ask how many cells two Chinese characters take; they are painted over."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.write(f"\x1b[H{CHINESE}\x1b[6n")

    def _get_terminal_size(self) -> tuple[int, int]:
        return clamp(*super()._get_terminal_size())

    def _query_in_band_window_resize(self) -> None:
        """Sizes come from the system alone: what is typed can't claim one."""

    def write(self, data: str) -> None:
        """Queue what is to be written; a terminal that takes nothing ends the program."""
        assert self._writer_thread is not None
        try:
            self._writer_thread._queue.put(data, timeout=PATIENCE)
        except Full:
            os._exit(GONE)

    def run_input_thread(self) -> None:
        """Read keys until the end; what can't be read as a key is dropped."""
        decode = getincrementaldecoder("utf-8")("replace").decode
        parser = XTermParser(self._debug)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                data = decode(self._read()) if selector.select(0.1) else ""
                if not self._feed(parser, data):
                    parser = XTermParser(self._debug)

    def _read(self) -> bytes:
        """Read what there is; a terminal that is gone ends the program at once."""
        try:
            data = os.read(self.fileno, 4096)
        except OSError:
            data = b""
        if not data:
            os._exit(GONE)
        return data

    def _feed(self, parser: XTermParser, data: str) -> bool:
        """Pass on the keys in the data; False if the parser has stumbled."""
        try:
            for message in [*(parser.feed(data) if data else ()), *parser.tick()]:
                if not isinstance(message, (Resize, InBandWindowResize)):
                    self.process_message(message)
        except Exception:
            return False
        return True


class PromptScreen(Screen[None], inherit_bindings=False):
    """A screen that paints as soon as nothing waits, not at the next sixtieth of a second."""

    async def _on_idle(self, event: Idle) -> None:
        event.prevent_default()
        if self.is_current and not self.app._batch_count:
            self._on_timer_update()


def shows_chinese(report: CursorPosition) -> bool:
    """Return whether the terminal has taken the Chinese characters for what they are."""
    return report.x == 2 * len(CHINESE)


class CalmApp(App[str], inherit_bindings=False):
    """An app that nobody leaves by accident and that never prints what was typed."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    NOTIFICATION_TIMEOUT = 0

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
