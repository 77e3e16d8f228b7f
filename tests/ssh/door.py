"""What listens, as the socket unit does: each connection gets an sshd of its own."""

from __future__ import annotations

import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from ssh.place import Place

# Seconds: every limit that a test sets is over by then, on a busy machine too.
SOON = 20.0


@dataclass
class Door:
    """A port behind which the shipped files answer."""

    place: Place
    listener: socket.socket
    options: tuple[str, ...] = ()
    served: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def port(self) -> int:
        """The port."""
        return int(self.listener.getsockname()[1])

    @property
    def log(self) -> Path:
        """Where sshd's own log goes."""
        return self.place.folder / f"log.{self.port}"

    def serve(self) -> None:
        """Answer each connection until the listener is shut."""
        command = [*self.place.command(*self.options), "-E", str(self.log)]
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            with connection:
                sshd = subprocess.Popen(
                    command,
                    stdin=connection.fileno(),
                    stdout=connection.fileno(),
                    start_new_session=True,
                )
            self.served.append(sshd)

    def shut(self) -> None:
        """Answer nobody any more."""
        with suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()

    def wait_served(self, count: int) -> None:
        """Wait until so many have called."""
        end = time.monotonic() + SOON
        while len(self.served) < count:
            assert time.monotonic() < end, "nobody calls"
            time.sleep(0.05)

    def gone(self, seconds: float = SOON) -> bool:
        """Whether every sshd has ended and the account has no process, by then at the latest."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if all(each.poll() is not None for each in self.served) and self.silent(0):
                return True
            time.sleep(0.05)
        return False

    def silent(self, seconds: float = SOON) -> bool:
        """Whether no conversation is left, by then at the latest."""
        end = time.monotonic() + seconds
        while self._processes("sshd", ""):
            if time.monotonic() >= end:
                return False
            time.sleep(0.05)
        return True

    def conversations(self) -> list[int]:
        """Every process of the account that is neither sshd's own nor the script around it."""
        return self._processes("sshd", "enter", "")

    def _processes(self, *but: str) -> list[int]:
        return [each for each in self.place.processes() if _name(each) not in but]


def _name(process: int) -> str:
    try:
        return Path(f"/proc/{process}/comm").read_text("utf-8").strip()
    except OSError:
        return ""


@contextmanager
def opened(place: Place, *options: str) -> Iterator[Door]:
    """Open a door, with options of sshd that stand over the shipped ones."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        door = Door(place, listener, tuple(part for each in options for part in ("-o", each)))
        thread = threading.Thread(target=door.serve)
        thread.start()
        try:
            yield door
        finally:
            door.shut()
            thread.join(SOON)
            for each in door.served:
                each.kill()
                each.wait(SOON)
