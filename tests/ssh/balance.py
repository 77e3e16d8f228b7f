"""Debian's HAProxy with the shipped configuration, in front of doors on this machine."""

from __future__ import annotations

import re
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from programs import find, lacking

from ssh.door import Door
from ssh.place import ROOT, Lacking, Place

SHIPPED = ROOT / "deploy" / "balance" / "haproxy.cfg"
NAMES = ("one", "two")
SOON = 20.0
EACH = "sc0_conn_cur gt 8"
OFTEN = "sc0_conn_rate gt 40"


@dataclass(frozen=True)
class Balancer:
    """What callers reach instead of a door."""

    place: Place
    port: int
    admin: Path

    def tell(self, command: str) -> str:
        """Say something to its administrator's socket; what it answers."""
        with socket.socket(socket.AF_UNIX) as wire:
            wire.settimeout(SOON)
            wire.connect(str(self.admin))
            wire.sendall(f"{command}\n".encode())
            return b"".join(iter(lambda: wire.recv(65536), b"")).decode()

    def state(self, name: str) -> str:
        """How a machine is to it, such as UP or DRAIN."""
        for line in self.tell("show stat").splitlines():
            fields = line.split(",")
            if fields[:2] == ["machines", name]:
                return fields[17]
        raise AssertionError(f"no machine {name}")

    def until(self, name: str, state: str) -> None:
        """Wait until a machine is so to it."""
        end = time.monotonic() + SOON
        while not self.state(name).startswith(state):
            assert time.monotonic() < end, f"{name} is {self.state(name)}, not {state}"
            time.sleep(0.05)


def configured(doors: Sequence[Door], port: int, admin: Path, **other: str) -> str:
    """The shipped configuration, for other addresses and ports."""
    text = SHIPPED.read_text("utf-8")
    for name, door in zip(NAMES, doors, strict=True):
        text, count = re.subn(rf"(server {name}) \S+", rf"\1 127.0.0.1:{door.port}", text)
        assert count == 1
    swaps = {
        "bind :22": f"bind 127.0.0.1:{port}",
        "/run/haproxy/admin.sock": str(admin),
        "    user haproxy\n    group haproxy\n": "",
        "inter 5s": "inter 300ms",
        **other,
    }
    for shipped, here in swaps.items():
        assert shipped in text, shipped
        text = text.replace(shipped, here)
    return text


@contextmanager
def balanced(doors: Sequence[Door], **other: str) -> Iterator[Balancer]:
    """Put a balancer in front of doors."""
    if reason := lacking("haproxy"):
        raise Lacking(reason)
    program = find("haproxy")
    place = doors[0].place
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    file, admin = place.folder / f"haproxy.{port}.cfg", place.folder / f"haproxy.{port}.sock"
    file.write_text(configured(doors, port, admin, **other), "utf-8")
    with (place.folder / f"haproxy.{port}.log").open("wb") as log:
        running = subprocess.Popen([program, "-db", "-f", file], stdout=log, stderr=log)
    found = Balancer(place, port, admin)
    try:
        _await(running, admin)
        for name in NAMES:
            found.until(name, "UP")
        yield found
    finally:
        running.kill()
        running.wait(SOON)


def _await(running: subprocess.Popen[bytes], admin: Path) -> None:
    end = time.monotonic() + SOON
    while not admin.exists():
        assert running.poll() is None, "the balancer does not start"
        assert time.monotonic() < end, "the balancer never came up"
        time.sleep(0.05)
    time.sleep(0.3)
