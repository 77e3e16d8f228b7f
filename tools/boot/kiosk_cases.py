"""The kiosk: what a visitor, a cleaner, a cable and a clock do to it."""

from __future__ import annotations

import re
import time
from collections import Counter

from eyes import QUESTION, SORRY, reads, wait_for
from ground import PATIENCE, SOON, WHO, Case, Ground
from install import KIOSK
from machine import Failed
from pages import commands

SITE = "/etc/prescreen/site.toml"
_CONSOLES = "ctrl-alt-f2 ctrl-alt-f3 ctrl-alt-delete ctrl-alt-backspace alt-sysrq-b alt-sysrq-k"
_TERMINAL = "ctrl-backslash ctrl-s shift-f10 shift-insert"
_WINDOWS = "alt-f4 alt-tab alt-f2 alt-print meta_l-l"
WAYS_OUT = f"{_CONSOLES} {_TERMINAL} {_WINDOWS}".split()
ASKED_BACK = ["ctrl-c", "ctrl-z", "ctrl-q", "ctrl-d"]
"""Whoever presses these is asked whether to stop."""
COVERED = ("屏幕已经遮住",)
STOP_HERE = ("您要在这里停下吗",)


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
    on.touched()
    on.machine.shot("touch")
    on.leave()
    return "a touch chose the language"


def replug(on: Ground) -> str:
    """Keyboard and touch screen are pulled out and put in again."""
    on.back()
    on.machine.unplug()
    time.sleep(5)
    on.says("No visitor can begin.", "No keyboard")
    on.machine.plug()
    on.touched()
    on.leave()
    on.says("A visitor can begin.")
    return "both work again by themselves"


def _signal(who: str, sign: str) -> Case:
    return lambda on: on.signal(who, sign)


def stop(on: Ground) -> str:
    """Stopped by staff, nothing counts as failed; started, the first page is there."""
    on.machine.guest("sudo systemctl stop prescreen-kiosk")
    time.sleep(15)
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
    on.back()
    return f"not failed; first page {time.monotonic() - begin:.0f} s after the start"


def ways_out(on: Ground) -> str:
    """No key leads out of the conversation."""
    on.into()
    runs = "; ".join([*WHO.values(), "fgconsole"])
    before = on.machine.root(runs)
    for key in WAYS_OUT:
        on.machine.press(key, pause=0.8)
        if not reads(on.machine, *QUESTION, bold=True):
            on.machine.shot(f"way-out-{key}")
            raise Failed(f"{key} leads away")
    on.still_asks()
    for key in ASKED_BACK:
        on.machine.press(key)
        wait_for(on.machine, STOP_HERE, SOON)
        on.machine.press("1")
        wait_for(on.machine, QUESTION, SOON)
    if on.machine.root(runs) != before:
        raise Failed("something was started anew")
    on.machine.shot("ways-out")
    on.leave()
    return (
        f"{len(WAYS_OUT)} keys and combinations: the question stays; "
        f"{len(ASKED_BACK)} more ask whether to stop"
    )


def walk_away(on: Ground) -> str:
    """Nobody touches it any more: hidden, then warned, then the first page."""
    on.into()
    begin = time.monotonic()
    hidden = wait_for(on.machine, COVERED, 90)
    on.machine.shot("hidden")
    on.back()
    return f"hidden after {hidden:.0f} s, first page after {time.monotonic() - begin:.0f} s"


def clock(on: Ground) -> str:
    """The clock jumps forth and back; the conversation stays."""
    on.into()
    on.machine.root("timedatectl set-ntp false; date -s '+3 hours' >/dev/null")
    on.still_asks()
    on.machine.root("date -s '-2 days' >/dev/null")
    on.still_asks()
    on.leave()
    on.machine.root("date -s '+45 hours' >/dev/null; timedatectl set-ntp true")
    return "three hours forth, two days back: the question stays"


def _unreadable(spoil: str, *told: str) -> Case:
    def case(on: Ground) -> str:
        on.back()
        on.machine.root(f"cp -p {SITE} /root/site.kept; {spoil}")
        on.restart(SORRY)
        on.machine.shot(f"site-{spoil.split()[0]}")
        seen = Counter[str]()
        for _ in range(20):
            time.sleep(2)
            seen[look := on.machine.looks()] += 1
            if seen[look] == 1:
                on.machine.shot(f"sorry-{len(seen)}")
        # It is written anew now and then, and one look may fall into that.
        if seen.most_common(1)[0][1] < 18 or not reads(on.machine, *SORRY, bold=True):
            raise Failed("the page did not stay")
        on.says("No visitor can begin.", *told)
        on.journal("site.toml")
        begin = time.monotonic()
        on.machine.root(f"cp -p /root/site.kept {SITE}")
        on.back()
        on.says("A visitor can begin.")
        return f"in both languages; back {time.monotonic() - begin:.0f} s after it was mended"

    return case


def broken_while_open(on: Ground) -> str:
    """The site file is broken under a visitor; the next one can't begin."""
    on.into()
    on.machine.root(f"cp -p {SITE} /root/site.kept; echo broken > {SITE}")
    on.step("f10")
    on.machine.press("2")
    wait_for(on.machine, SORRY, PATIENCE)
    on.machine.shot("site-open")
    on.says("No visitor can begin.", "site.toml")
    on.machine.root(f"cp -p /root/site.kept {SITE}")
    on.back()
    return "the staff are called, and why is told"


def no_font(on: Ground) -> str:
    """Without a Chinese font it says so, and goes on once there is one."""
    fonts = "/usr/share/fonts/opentype/noto"
    on.machine.root(f"mv {fonts} /root/noto; fc-cache")
    on.machine.root("systemctl restart prescreen-kiosk", check=False)
    on.machine.wait(lambda: "fonts-noto-cjk" in on.status(), PATIENCE, "the reason")
    on.machine.shot("no-font")
    on.says("No visitor can begin.")
    on.journal("fonts-noto-cjk")
    on.machine.root(f"mv /root/noto {fonts}; fc-cache")
    on.back()
    on.says("A visitor can begin.")
    return "said by --status and the journal; goes on by itself with the font"


def full_disk(on: Ground) -> str:
    """The disk is full to the last block; everything is started anew all the same."""
    # What an account may take at once, and then the rest, which is root's.
    free = "df --output=avail / | tail -1"
    on.machine.root(
        f"fallocate -l $(( $({free}) - 1024 ))k /full; cat /dev/zero > /tmp/full || true",
        check=False,
    )
    try:
        room = on.machine.guest(free).strip()
        on.machine.guest(
            "sudo systemctl stop prescreen-kiosk; sudo systemctl start prescreen-kiosk"
        )
        on.back()
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
    on.meanwhile(f"cd /home/tech/bring && {install}")
    on.still_asks()
    on.step("ret")
    on.leave()
    return "the open conversation goes on, and so does the next"


def exposure(on: Ground) -> str:
    """How much systemd finds exposed."""
    found = on.machine.guest(
        "for u in prescreen-kiosk prescreen-x; do systemd-analyze security --no-pager $u "
        "| tail -1; done"
    )
    kiosk, screen = re.findall(r": (\d+\.\d)", found)
    if float(kiosk) >= 1:
        raise Failed(f"the page says below 1, and it is {kiosk}")
    return f"kiosk {kiosk}, X {screen}"


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
    "kill visitor": _signal("visitor", "KILL"),
    "kill supervisor": _signal("supervisor", "KILL"),
    "kill xterm": _signal("xterm", "KILL"),
    "kill X": _signal("X", "KILL"),
    "freeze visitor": _signal("visitor", "STOP"),
    "freeze supervisor": _signal("supervisor", "STOP"),
    "freeze xterm": _signal("xterm", "STOP"),
    "freeze X": _signal("X", "STOP"),
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
