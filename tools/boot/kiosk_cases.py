"""The kiosk: what a visitor, a cleaner, a cable and a clock do to it."""

from __future__ import annotations

import re
import time

from eyes import QUESTION, SORRY, reads, wait_for
from ground import Case, Ground
from install import KIOSK
from machine import Failed
from pages import commands

SITE = "/etc/prescreen/site.toml"
_CONSOLES = "ctrl-alt-f2 ctrl-alt-f3 ctrl-alt-delete ctrl-alt-backspace alt-sysrq-b alt-sysrq-k"
_TERMINAL = "ctrl-z ctrl-backslash ctrl-s ctrl-q ctrl-d shift-f10 shift-insert"
_WINDOWS = "alt-f4 alt-tab alt-f2 alt-print meta_l-l"
WAYS_OUT = f"{_CONSOLES} {_TERMINAL} {_WINDOWS}".split()


def boot(on: Ground) -> str:
    """Switched on, the first page comes by itself, in both languages."""
    took = on.first_page()
    on.machine.shot("boot")
    on.machine.up()
    on.says("A visitor can begin.", "Since ", "Nothing has been started anew")
    return f"first page after {took:.0f} s"


def keys(on: Ground) -> str:
    """The number keys lead to a question."""
    on.into()
    on.machine.shot("keys")
    return "a question, answered by keys"


def leave(on: Ground) -> str:
    """Who leaves is followed by the first page."""
    return f"first page after {on.leave():.1f} s"


def touch(on: Ground) -> str:
    """A touch on a tile answers."""
    _touch(on)
    on.machine.shot("touch")
    on.leave()
    return "a touch chose the language"


def _touch(on: Ground) -> None:
    width, height = on.machine.size
    before = on.machine.looks()
    # The upper of two tiles, which fill the middle of the first page.
    for at in range(35, 75, 8):
        on.machine.touch(width // 4, height * at // 100)
        time.sleep(3)
        if on.machine.looks() != before:
            return
    raise Failed("no touch did anything")


def replug(on: Ground) -> str:
    """Keyboard and touch screen are pulled out and put in again."""
    on.machine.unplug()
    time.sleep(3)
    on.says("No visitor can begin.", "No keyboard")
    on.machine.plug()
    time.sleep(8)
    on.back(30)
    _touch(on)
    on.leave()
    on.says("A visitor can begin.")
    return "both work again by themselves"


def _signal(who: str, sign: str, seconds: float) -> Case:
    return lambda on: on.signal(who, sign, seconds)


def stop(on: Ground) -> str:
    """Stopped by staff, nothing counts as failed; started, the first page is there."""
    on.machine.guest("sudo systemctl stop prescreen-kiosk")
    time.sleep(6)
    on.machine.shot("stopped")
    state = on.machine.guest(
        "systemctl show -P ActiveState prescreen-kiosk prescreen-x; systemctl --failed -q",
        check=False,
    )
    if state.split() != ["inactive", "inactive"]:
        raise Failed(f"after the stop: {state}")
    on.says("switched off")
    begin = time.monotonic()
    on.machine.guest("sudo systemctl start prescreen-kiosk")
    on.back(120)
    return f"not failed; first page {time.monotonic() - begin:.0f} s after the start"


def ways_out(on: Ground) -> str:
    """No key leads out of the conversation."""
    on.into()
    pids = on.machine.root("pgrep -x Xorg; pgrep -x xterm; pgrep -f -- --pulse; fgconsole")
    for key in WAYS_OUT:
        on.machine.press(key, pause=0.8)
        if not reads(on.machine, QUESTION, bold=True):
            on.machine.shot(f"way-out-{key}")
            raise Failed(f"{key} leads away")
    if on.machine.root("pgrep -x Xorg; pgrep -x xterm; pgrep -f -- --pulse; fgconsole") != pids:
        raise Failed("something was started anew")
    on.machine.shot("ways-out")
    on.step("ctrl-c")
    on.machine.press("2")
    on.back(60)
    return f"{len(WAYS_OUT)} keys and combinations: the question stays"


def walk_away(on: Ground) -> str:
    """Nobody touches it any more: hidden, then warned, then the first page."""
    on.into()
    begin = time.monotonic()
    before = on.machine.looks()
    on.machine.wait(lambda: on.machine.looks() != before, 70, "the cover")
    hidden = time.monotonic() - begin
    on.machine.shot("hidden")
    on.back(120)
    return f"hidden after {hidden:.0f} s, first page after {time.monotonic() - begin:.0f} s"


def clock(on: Ground) -> str:
    """The clock jumps forth and back; the conversation stays."""
    on.into()
    on.machine.root("timedatectl set-ntp false; date -s '+3 hours' >/dev/null")
    time.sleep(4)
    on.machine.root("date -s '-2 days' >/dev/null")
    time.sleep(4)
    if not reads(on.machine, QUESTION, bold=True):
        raise Failed("the question is gone")
    on.leave()
    on.machine.root("date -s '+45 hours' >/dev/null; timedatectl set-ntp true")
    return "three hours forth, two days back: the question stays"


def _unreadable(spoil: str, *told: str) -> Case:
    def case(on: Ground) -> str:
        on.back(150)
        on.machine.root(f"cp -p {SITE} /root/site.kept; {spoil}")
        on.restart(SORRY)
        on.machine.shot(f"site-{spoil.split()[0]}")
        time.sleep(45)
        if not reads(on.machine, SORRY, bold=True):
            raise Failed("the page did not stay")
        on.says("No visitor can begin.", *told)
        on.journal("site.toml")
        begin = time.monotonic()
        on.machine.root(f"cp -p /root/site.kept {SITE}")
        on.back(90)
        on.says("A visitor can begin.")
        return f"in both languages; back {time.monotonic() - begin:.0f} s after it was mended"

    return case


def broken_while_open(on: Ground) -> str:
    """The site file is broken under a visitor; the next one can't begin."""
    on.into()
    on.machine.root(f"cp -p {SITE} /root/site.kept; echo broken > {SITE}")
    on.step("f10")
    on.machine.press("2")
    wait_for(on.machine, SORRY, 180, bold=True)
    on.machine.shot("site-open")
    on.says("No visitor can begin.", "site.toml")
    on.machine.root(f"cp -p /root/site.kept {SITE}")
    on.back(120)
    return "the staff are called, and why is told"


def no_font(on: Ground) -> str:
    """Without a Chinese font it says so, and goes on once there is one."""
    fonts = "/usr/share/fonts/opentype/noto"
    on.machine.root(f"mv {fonts} /root/noto; fc-cache")
    on.machine.root("systemctl restart prescreen-kiosk", check=False)
    time.sleep(20)
    on.machine.shot("no-font")
    on.says("No visitor can begin.", "fonts-noto-cjk")
    on.machine.root(f"mv /root/noto {fonts}; fc-cache")
    on.back(120)
    on.says("A visitor can begin.")
    return "said by --status and the journal; goes on by itself with the font"


def full_disk(on: Ground) -> str:
    """The disk is full to the last block; everything is started anew all the same."""
    on.machine.root(
        "cat /dev/zero > /full 2>/dev/null || true; cat /dev/zero > /tmp/full || true", check=False
    )
    try:
        room = on.machine.guest("df --output=avail / | tail -1").strip()
        on.machine.guest(
            "sudo systemctl stop prescreen-kiosk; sudo systemctl start prescreen-kiosk"
        )
        on.back(120)
        on.into()
        on.machine.shot("full-disk")
        on.leave()
    finally:
        on.machine.root("rm -f /full /tmp/full")
    return f"{room} kB free: both units start, and a conversation goes on"


def update(on: Ground) -> str:
    """The program is installed again under an open conversation."""
    on.into()
    (install,) = (each for each in commands(KIOSK, "Every day") if "pip install" in each)
    on.machine.guest(f"cd bring && {install}")
    # That takes so long that the answer may be hidden by then; any key shows it again.
    on.machine.press("left")
    wait_for(on.machine, QUESTION, 30, bold=True)
    on.machine.press("ret")
    time.sleep(3)
    on.leave()
    return "the open conversation goes on, and so does the next"


def exposure(on: Ground) -> str:
    """How much systemd finds exposed."""
    found = on.machine.guest(
        "for u in prescreen-kiosk prescreen-x; do systemd-analyze security --no-pager $u "
        "| tail -1; done"
    )
    return "kiosk {}, X {}".format(*re.findall(r": (\d+\.\d)", found))


def lines(on: Ground) -> str:
    """What stands in the journal of a boot."""
    both = "-u prescreen-kiosk -u prescreen-x"
    told = on.machine.root(f"journalctl -b {both} --no-pager -o cat | sort | uniq -c | sort -rn")
    (on.machine.disk.parent / "journal.txt").write_text(told, "utf-8")
    return f"{len(told.splitlines())} kinds of lines, kept in build/boot/journal.txt"


CASES: dict[str, Case] = {
    "boot": boot,
    "journal": lines,
    "exposure": exposure,
    "keys": keys,
    "leave": leave,
    "touch": touch,
    "kill visitor": _signal("visitor", "KILL", 60),
    "kill supervisor": _signal("supervisor", "KILL", 120),
    "kill xterm": _signal("xterm", "KILL", 120),
    "kill X": _signal("X", "KILL", 180),
    "freeze visitor": _signal("visitor", "STOP", 90),
    "freeze supervisor": _signal("supervisor", "STOP", 120),
    "freeze xterm": _signal("xterm", "STOP", 120),
    "freeze X": _signal("X", "STOP", 180),
    "stop": stop,
    "replug": replug,
    "ways out": ways_out,
    "walk away": walk_away,
    "clock": clock,
    "broken site": _unreadable(f"echo broken > {SITE}", "site.toml"),
    "no site": _unreadable(f"rm {SITE}", "can't start"),
    "broken while open": broken_while_open,
    "no font": no_font,
    "full disk": full_disk,
    "update": update,
}
