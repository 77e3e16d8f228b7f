"""Many callers at once, through a real sshd with the shipped files and the real client.

    python benchmarks/ssh_load.py [sessions] [cycles]

First callers come one after the other, until all are open and in conversation, each with a key
every two to six seconds: how long from the call to the first page, how long from a key to the first
piece painted, and how much memory a session takes. Then callers come and are killed, again and
again: what is left of them. Last, the same conversations through Debian's HAProxy, with the shipped
configuration and two doors behind it. Needs root, sshd and haproxy, and says so otherwise.
"""

from __future__ import annotations

import os
import pty
import random
import re
import select
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from terminal import ROOT, share

sys.path.insert(0, str(ROOT / "tests"))
from read_on import READ_ON
from ssh.balance import EACH, OFTEN, balanced
from ssh.caller import Reached, command
from ssh.door import Door, opened
from ssh.place import Lacking, installed

SECONDS = 30
PAUSE = (2.0, 6.0)
LANGUAGE, BACKSPACE = "\x1bOQ", "\x7f"
INTO = (("Choose", "2"), ("Who is", "2"), ("Before we", f"{READ_ON}1"), ("How old", ""))
KEYS = ("4", "5", BACKSPACE, BACKSPACE, LANGUAGE, LANGUAGE)
AT_ONCE = 8
ARRIVAL = 0.5


@dataclass
class Session:
    """A client in a terminal, and when its next key is due."""

    pid: int
    file: int
    step: int = 0
    due: float = 0.0
    pressed: float = 0.0
    seen: bytes = b""

    @classmethod
    def open(cls, door: Reached) -> Session:
        """Call."""
        line = ["ssh", *command(door), "127.0.0.1"]
        pid, file = pty.fork()
        if pid == 0:
            os.environ["TERM"] = "xterm-256color"
            os.execv(shutil.which("ssh") or "ssh", line)
        return cls(pid, file)

    def read(self) -> bool:
        """Read what there is; False where nothing came."""
        try:
            data = os.read(self.file, 65536)
        except OSError:
            return False
        self.seen = (self.seen + data)[-20000:]
        return bool(data)

    def kill(self) -> None:
        """End the client at once."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.file)


def readable(sessions: list[Session], seconds: float) -> Iterator[Session]:
    """The sessions that have something to read, read."""
    files = {each.file: each for each in sessions}
    for file in select.select(list(files), [], [], seconds)[0]:
        if files[file].read():
            yield files[file]


def enter(door: Reached, count: int) -> tuple[list[Session], list[float]]:
    """Open sessions one after the other; they, and the seconds from each call to its first page."""
    sessions: list[Session] = []
    waits: list[float] = []
    due = time.perf_counter()
    while len(sessions) < count or any(each.step < len(INTO) for each in sessions):
        now = time.perf_counter()
        if len(sessions) < count and now > due:
            sessions.append(Session.open(door))
            sessions[-1].pressed, due = now, now + ARRIVAL
        for each in readable(sessions, 0.02):
            if each.step < len(INTO) and INTO[each.step][0].encode() in each.seen:
                waits += [] if each.step else [time.perf_counter() - each.pressed]
                each.step, each.due, each.seen = each.step + 1, time.perf_counter() + 0.6, b""
        for each in sessions:
            if each.due and time.perf_counter() > each.due:
                each.due = 0.0
                os.write(each.file, INTO[each.step - 1][1].encode())
    return sessions, waits


def converse(sessions: list[Session], chance: random.Random) -> dict[str, list[float]]:
    """Let every session type for a while; milliseconds from each kind of key to the first piece."""
    times: dict[str, list[float]] = {"letter": [], "page": []}
    end = time.perf_counter() + SECONDS
    for each in sessions:
        each.step, each.due, each.pressed = (
            0,
            time.perf_counter() + chance.uniform(0, PAUSE[1]),
            0.0,
        )
    while time.perf_counter() < end:
        for each in readable(sessions, 0.005):
            if each.pressed:
                kind = "page" if KEYS[(each.step - 1) % len(KEYS)] == LANGUAGE else "letter"
                times[kind].append((time.perf_counter() - each.pressed) * 1000)
                each.pressed = 0.0
        for each in sessions:
            if not each.pressed and time.perf_counter() > each.due:
                os.write(each.file, KEYS[each.step % len(KEYS)].encode())
                each.pressed = time.perf_counter()
                each.step, each.due = each.step + 1, each.pressed + chance.uniform(*PAUSE)
    return times


def memory(door: Door) -> tuple[float, float]:
    """Proportional megabytes of a session: the program alone, and with its two sshd."""
    programs = [pss(each) for each in door.conversations()]
    sshds = {*(each.pid for each in door.served if each.poll() is None), *door.place.processes()}
    every = sum(pss(each) for each in sshds)
    return median(programs) / 1024, every / len(programs) / 1024


def pss(process: int) -> int:
    """Proportional kilobytes of a process."""
    text = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8")
    found = re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE)
    return int(found[1]) if found else 0


def come_and_go(door: Door, cycles: int) -> None:
    """Callers come, see the first page painted, and are killed."""
    left = cycles
    sessions: list[Session] = []
    while left or sessions:
        while left and len(sessions) < AT_ONCE:
            sessions.append(Session.open(door))
            left -= 1
        for each in list(readable(sessions, 1)):
            if b"English" in each.seen:
                each.kill()
                sessions.remove(each)


def traces(door: Door) -> dict[str, int]:
    """What callers could leave behind."""
    utmp = [Path("/run/utmp"), Path("/var/log/wtmp"), Path("/var/log/lastlog")]
    return {
        "processes": len(door.place.processes()),
        "terminals": len(list(Path("/dev/pts").iterdir())),
        "descriptors": len(list(Path("/proc/self/fd").iterdir())),
        "bytes in utmp, wtmp, lastlog": sum(each.stat().st_size for each in utmp if each.exists()),
    }


def main() -> None:
    """Print how it goes with many callers."""
    sessions = int(sys.argv[1]) if len(sys.argv) > 1 else 64
    cycles = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    try:
        with installed() as place, opened(place) as door:
            measure(door, sessions, cycles)
    except Lacking as lacking:
        print(f"callers over SSH: skipped, {lacking}")
    try:
        with installed() as place, opened(place) as one, opened(place) as two:
            through_one_name([one, two], sessions)
    except Lacking as lacking:
        print(f"callers through a balancer: skipped, {lacking}")


def through_one_name(doors: list[Door], count: int) -> None:
    """Print how it goes with many callers of one name, and two machines behind it."""
    many = {EACH: f"sc0_conn_cur gt {count}", OFTEN: f"sc0_conn_rate gt {count * 2}"}
    with balanced(doors, **many) as name:
        sessions, waits = enter(name, count)
        print(f"{count} callers through HAProxy, two sshd behind it, clients included")
        print(f"  on each: {', '.join(str(busy(each)) for each in doors)}")
        spoken(sessions, waits)
        for each in sessions:
            each.kill()
        gone = all(each.gone(2) for each in doors)
        print(f"  all gone two seconds after the clients were killed: {gone}")


def busy(door: Door) -> int:
    """How many callers a door has."""
    return sum(each.poll() is None for each in door.served)


def spoken(sessions: list[Session], waits: list[float]) -> None:
    """Print how long callers waited, and let them converse."""
    print(
        f"  from the call to the first page, one call each {ARRIVAL} s:"
        f" p50 {median(waits):.1f} s, p95 {share(waits, 0.95):.1f} s"
    )
    found = converse(sessions, random.Random(1))
    every = [each for times in found.values() for each in times]
    print(f"  key to paint, {len(every) / SECONDS:.0f} keys a second, milliseconds")
    for kind, times in [*found.items(), ("all", every)]:
        print(
            f"    {kind:6} {len(times):4} keys  p50 {median(times):4.0f}"
            f"  p95 {share(times, 0.95):4.0f}  max {max(times):4.0f}"
        )


def measure(door: Door, count: int, cycles: int) -> None:
    """Print the figures of both halves."""
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    print(f"{count} callers over SSH at once, {os.cpu_count()} cores, clients included")
    sessions, waits = enter(door, count)
    spoken(sessions, waits)
    alone, whole = memory(door)
    print(f"  memory of one (PSS): program {alone:.1f} MB, with its sshd {whole:.1f} MB")
    for each in sessions:
        each.kill()
    print(f"  all gone two seconds after the clients were killed: {door.gone(2)}")
    before = traces(door)
    started = time.perf_counter()
    come_and_go(door, cycles)
    gone = door.gone(2)
    print(f"{cycles} callers killed, {(time.perf_counter() - started) / cycles * 1000:.0f} ms each")
    print(f"  all gone two seconds after the last: {gone}")
    for name, value in traces(door).items():
        print(f"  {name}: {before[name]} before, {value} after")


if __name__ == "__main__":
    main()
