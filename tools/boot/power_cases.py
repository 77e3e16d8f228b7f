"""The power is cut while an answer is on the screen; afterwards it is nowhere."""

from __future__ import annotations

import secrets
import subprocess
from pathlib import Path

from eyes import reads
from ground import Case, Ground
from install import KIOSK
from machine import Failed
from pages import commands
from place import BUILD

CANARY = "".join(secrets.choice("bdfghjkmnpqrstvwxz") for _ in range(12))
"""Another one each time: what stands here is on that disk too, in the checkout."""
FORMS = ("utf-8", "utf-16-le", "utf-32-le")
EATS = (
    "python3 -c 'import time; kept = bytearray(1800 << 20); "
    'kept[::4096] = b"x" * len(kept[::4096]); time.sleep(20)\''
)
"""Takes so much memory that the rest is pushed out."""


def boot(on: Ground) -> str:
    """Switched on."""
    return f"first page after {on.first_page():.0f} s"


def cut(on: Ground) -> str:
    """An answer is typed, memory runs short, and the power is cut."""
    on.machine.up()
    on.machine.root("swapon /dev/vdb")  # as on a machine where the page's line was left out
    on.into(CANARY)
    if not reads(on.machine, CANARY):
        raise Failed("the word is not on the screen")
    on.machine.shot("canary")
    on.meanwhile(f"{EATS} || true; logger canary-was-typed; journalctl --sync; sync")
    on.machine.shot("canary-at-the-end")
    swapped = int(on.machine.root("awk 'END { print $4 }' /proc/swaps"))
    if not (swapped and reads(on.machine, CANARY)):
        raise Failed(f"no memory ran short ({swapped} kB), or the word is not on the screen")
    on.machine.cut()
    raw = BUILD / "power.raw"
    subprocess.run(["qemu-img", "convert", "-O", "raw", str(on.machine.disk), str(raw)], check=True)
    found = [path.name for path in (raw, on.machine.swap) for form in FORMS if _holds(path, form)]
    if not _holds(raw, "utf-8", "canary-was-typed"):
        raise Failed("the search finds nothing at all")
    raw.unlink()
    if found:
        raise Failed(f"the word is in {', '.join(found)}")
    return f"{swapped} kB swapped out; the typed word is neither in the raw disk nor in swap"


def _holds(path: Path, form: str, word: str = CANARY) -> bool:
    """Whether a disk holds a word anywhere."""
    wanted, kept = word.encode(form), b""
    with path.open("rb") as disk:
        while part := disk.read(64 << 20):
            if wanted in kept + part:
                return True
            kept = part[-len(wanted) :]
    return False


def again(on: Ground) -> str:
    """It is switched on again."""
    on.machine.cut()
    on.machine.start()
    took = on.first_page()
    on.machine.up()
    on.says("A visitor can begin.")
    return f"first page after {took:.0f} s"


def late_touch(on: Ground) -> str:
    """Keyboard and touch screen come up long after X."""
    on.machine.cut()
    on.machine.start()
    on.machine.unplug()
    on.first_page()
    on.machine.up()
    on.says("No visitor can begin.")
    on.machine.plug()
    on.touched()
    on.leave()
    on.into()
    on.leave()
    return "what is plugged in after X works"


def removal(on: Ground) -> str:
    """Taken away as the page says, nothing of it is left, and the console is a console."""
    typed = commands(KIOSK, "Every day")
    begin = typed.index("sudo systemctl disable --now prescreen-kiosk")
    for command in typed[begin:]:
        if command == "sudo reboot":
            on.machine.reboot()
        else:
            on.machine.guest(command)
    on.machine.up()
    on.machine.wait(
        lambda: on.machine.guest("systemctl is-active getty@tty1", check=False) == "active",
        120,
        "a login on the console",
    )
    on.machine.shot("removed")
    where = "/etc /opt /usr/local /var/lib/systemd /home/prescreen-kiosk"
    left = on.machine.root(
        f"find {where} -name '*prescreen*' 2>/dev/null || true; "
        "id prescreen-kiosk 2>/dev/null || true"
    )
    if left:
        raise Failed(f"left behind: {left}")
    return "nothing is left; the console has its login back"


CASES: dict[str, Case] = {
    "boot": boot,
    "power cut": cut,
    "boot after it": again,
    "late devices": late_touch,
    "removal": removal,
}
