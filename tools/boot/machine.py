"""The machine: started, looked at, touched and spoken to, as a person does it."""

from __future__ import annotations

import json
import os
import shlex
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from hashlib import md5
from pathlib import Path
from typing import Any

from place import BUILD, SHOTS, SLOW

PORTS = {"install": (10021, 10221), "kiosk": (10022, 10222), "power": (10023, 10223)}
"""Where the technician and the callers of each machine come in, so that several can run."""
OTHER = (10024, 10224)
WITH = {" ": "spc", ".": "dot", ",": "comma", "-": "minus"}
ANSWERED = 60.0
"""Seconds in which the machine itself answers."""
UPPER = 230
"""Rows of pixels that hold the question."""
DEVICES = {"kbd0": "usb-kbd", "tab0": "usb-tablet"}


SOONER = "no_timer_check mitigations=off tsc=reliable"
"""What an emulated processor needs not do; for an emulated clock, each look would be a detour."""


class Failed(Exception):
    """Something did not happen that has to."""


class Qmp:
    """The wire to the machine's keyboard, touch screen, display and plugs."""

    def __init__(self, path: Path) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(ANSWERED * SLOW)
        self._socket.connect(str(path))
        self._lines = self._socket.makefile("r")
        self._lines.readline()
        self("qmp_capabilities")

    def __call__(self, command: str, **arguments: Any) -> Any:
        """Do one thing, and what comes back."""
        line = {"execute": command, "arguments": arguments}
        self._socket.sendall(json.dumps(line).encode() + b"\n")
        for each in self._lines:
            answer = json.loads(each)
            if "error" in answer:
                raise Failed(str(answer["error"]))
            if "return" in answer:
                return answer["return"]
        raise Failed(f"the machine has ended before {command}")


class Machine:
    """One run of the machine on a disk of its own; the disk it was made from stays as it was."""

    def __init__(self, name: str, disk: Path, *, late_link: bool = False) -> None:
        self.name, self.disk = name, disk
        self.socket, self.key = BUILD / f"{name}.qmp", BUILD / "key"
        self.format = "qcow2" if disk.suffix == ".qcow2" else "raw"
        self.control = Path(f"/tmp/boot-{os.getpid()}-{name}")
        self.late_link = late_link
        self.ssh_port, self.caller_port = PORTS.get(name, OTHER)
        self.start()

    def start(self) -> None:
        """Press its power switch."""
        self.socket.unlink(missing_ok=True)
        self.control.unlink(missing_ok=True)
        forward = ",".join(
            f"hostfwd=tcp:127.0.0.1:{here}-:{there}"
            for here, there in ((self.ssh_port, 22), (self.caller_port, 2222))
        )
        line = [
            "qemu-system-x86_64", "-machine", "q35,i8042=off", "-accel", "tcg,tb-size=512",
            "-cpu", "max", "-smp", "2", "-m", "2048",
            "-kernel", BUILD / "vmlinuz", "-initrd", BUILD / "initrd",
            "-append", f"root=/dev/vda ro console=tty0 console=ttyS0,115200 quiet {SOONER}",
            "-drive", f"file={self.disk},if=virtio,format={self.format},cache=unsafe",
            "-drive", f"file={self.swap},if=virtio,format=raw,cache=unsafe",
            "-vga", "std", "-display", "none", "-device", "qemu-xhci,id=xhci",
            *(part for at in DEVICES for part in ("-device", f"{DEVICES[at]},id={at},bus=xhci.0")),
            "-netdev", f"user,id=n0,{forward}", "-device", "virtio-net-pci,netdev=n0,id=net0",
            "-qmp", f"unix:{self.socket},server=on,wait=off",
            "-serial", f"file:{BUILD / self.name}.serial", "-rtc", "base=utc,clock=host",
        ]  # fmt: skip
        self.began = time.monotonic()
        log = (BUILD / f"{self.name}.qemu").open("ab")
        self.process = subprocess.Popen([str(each) for each in line], stdout=log, stderr=log)
        self.wait(self.socket.exists, 20, "the machine")
        time.sleep(0.3)
        self.qmp = Qmp(self.socket)
        if self.late_link:
            self.link(up=False)

    @property
    def swap(self) -> Path:
        """The second disk."""
        path = BUILD / f"{self.name}.swap"
        if not path.exists():
            with path.open("wb") as file:
                file.truncate(512 << 20)
            subprocess.run(["mkswap", "-q", path], check=True)
        return path

    def link(self, *, up: bool) -> None:
        """Pull the network's plug, or put it in."""
        self.qmp("set_link", name="net0", up=up)

    def cut(self) -> None:
        """Cut the power."""
        subprocess.run(["ssh", "-O", "exit", *self._ssh], capture_output=True)
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(ANSWERED)

    def cut_cleanly(self) -> None:
        """Write all to the disk first."""
        self.root("sync")
        self.cut()

    def shut_down(self) -> None:
        """Switch it off as it should be."""
        self.guest("sudo systemctl poweroff", check=False)
        try:
            self.process.wait(180)
        except subprocess.TimeoutExpired:
            self.cut()

    # What is done to it

    def press(self, *keys: str, pause: float = 0.3, hold: int = 90) -> None:
        """Press keys, such as "ctrl-c"."""
        for each in keys:
            codes = [{"type": "qcode", "data": code} for code in each.split("-")]
            self.qmp("send-key", keys=codes, **{"hold-time": hold})
            time.sleep(pause)

    def type(self, text: str) -> None:
        """Type a text."""
        for each in text:
            self.press(WITH.get(each, each), pause=0.25, hold=60)

    def touch(self, x: int, y: int) -> None:
        """Touch the screen."""
        width, height = self.size
        at = [("x", x * 32767 // width), ("y", y * 32767 // height)]
        self._events(*({"type": "abs", "data": {"axis": a, "value": v}} for a, v in at))
        time.sleep(0.2)
        for down in (True, False):
            self._events({"type": "btn", "data": {"down": down, "button": "left"}})
            time.sleep(0.2)

    def _events(self, *events: dict[str, Any]) -> None:
        self.qmp("input-send-event", events=list(events))

    def unplug(self) -> None:
        """Pull keyboard and touch screen out."""
        for each in DEVICES:
            self.qmp("device_del", id=each)

    def plug(self) -> None:
        """Put them in again."""
        for each, driver in DEVICES.items():
            self.qmp("device_add", driver=driver, id=each, bus="xhci.0")

    # What can be seen

    def picture(self) -> bytes:
        """The screen as a PPM."""
        path = BUILD / f"{self.name}.ppm"
        self.qmp("screendump", filename=str(path))
        return path.read_bytes()

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the screen."""
        _, width, height = self.picture()[:40].split()[:3]
        return int(width), int(height)

    def shot(self, name: str) -> Path:
        """Keep a picture of the screen."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        path = SHOTS / f"{self.name}-{name}.png"
        self.picture()
        with path.open("wb") as out:
            subprocess.run(
                ["pnmtopng", "-quiet", BUILD / f"{self.name}.ppm"], stdout=out, check=True
            )
        return path

    def looks(self) -> str:
        """What the upper part of the screen looks like, where no arrow stands; to compare."""
        picture = self.picture()
        width = int(picture[:40].split()[1])
        return md5(picture[: 16 + width * 3 * UPPER]).hexdigest()

    # What is said to it

    @property
    def _ssh(self) -> list[str]:
        options = (
            "StrictHostKeyChecking=no UserKnownHostsFile=/dev/null ConnectTimeout=30 "
            "LogLevel=ERROR ServerAliveInterval=15 ControlMaster=auto ControlPersist=yes "
            f"ControlPath={self.control}"
        )
        named = [part for each in options.split() for part in ("-o", each)]
        return [
            "-F",
            "none",
            "-i",
            str(self.key),
            "-p",
            str(self.ssh_port),
            *named,
            "tech@127.0.0.1",
        ]

    def guest(self, command: str, *, check: bool = True, seconds: float = 900) -> str:
        """Run a command as the technician, over the other way in; what it says."""
        line, least = ["ssh", *self._ssh, command], seconds * SLOW
        try:
            done = subprocess.run(
                line, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=least
            )
        except subprocess.TimeoutExpired:
            raise Failed(f"{command} does not end") from None
        with (BUILD / "guest.log").open("a") as log:
            log.write(
                f"[{self.name}] $ {command}\n{done.stdout}{done.stderr}-> {done.returncode}\n"
            )
        if check and done.returncode:
            raise Failed(f"{command}: {done.stderr.strip() or done.stdout.strip()}")
        return done.stdout.strip()

    def root(self, script: str, **how: Any) -> str:
        """Run a script as root."""
        return self.guest(f"sudo sh -ec {shlex.quote(script)}", **how)

    def up(self, seconds: float = 400) -> None:
        """Wait until the technician can get in."""
        end = time.monotonic() + seconds * SLOW
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise Failed("the machine has ended")
            try:
                self.guest("true", seconds=60)
            except Failed:
                time.sleep(2)
                continue
            return
        raise Failed("nobody can get in")

    def reboot(self) -> None:
        """Start it anew, as the page says."""
        self.guest("sudo reboot", check=False)
        subprocess.run(["ssh", "-O", "exit", *self._ssh], capture_output=True)
        self.began = time.monotonic()
        time.sleep(15)

    def wait(self, happened: Callable[[], bool], seconds: float, what: str) -> float:
        """Wait until something has happened; after how many seconds it had."""
        begin = time.monotonic()
        while not happened():
            if time.monotonic() - begin > seconds * SLOW:
                raise Failed(f"{what} did not come within {seconds:.0f} s")
            time.sleep(0.4)
        return time.monotonic() - begin


def overlay(name: str, base: Path) -> Path:
    """A disk that begins as another one is, which stays so."""
    path = BUILD / f"{name}.qcow2"
    path.unlink(missing_ok=True)
    how: Sequence[str] = ("qemu-img", "create", "-q", "-f", "qcow2", "-F", "raw", "-b")
    subprocess.run([*how, str(base), str(path)], check=True)
    return path
