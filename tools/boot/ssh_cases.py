"""The door for caregivers: a conversation, the refusals and the limits, from outside."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from tempfile import mkdtemp
from types import SimpleNamespace
from typing import Any

import install
from ground import Case, Ground
from install import SSH
from machine import Failed
from pages import commands
from place import ROOT

sys.path.insert(0, str(ROOT / "tests"))
from read_on import READ_ON
from ssh import caller

caller.PATIENCE = 120.0
FILES = "/etc/prescreen-ssh"
STEPS = {
    "en": ("2", "Who is answering", "Before we begin", "How old", "not the right one", "stop here"),
    "zh_CN": ("1", "谁来回答", "开始之前", "周岁", "这项研究不适合", "要在这里停下吗"),
}
FULL = "Too many people"
CALLED_FROM = "10.0.2.2"
"""What callers come from, as the machine sees them."""


def _door(on: Ground) -> Any:
    """What the client of the tests has to know of the door."""
    folder = Path(mkdtemp(prefix="boot-ssh-"))
    key = folder / "host_key"
    key.with_suffix(".pub").write_text(on.machine.root(f"cat {FILES}/host_key.pub") + "\n")
    place = SimpleNamespace(folder=folder, key=key, account="prescreen")
    return SimpleNamespace(place=place, port=on.machine.caller_port)


def set_up(on: Ground) -> str:
    """Set up as the page says, on a machine that is a kiosk too."""
    on.machine.up()
    install.ssh(on.machine, "Set it up")
    on.first_page()
    on.says("A visitor can begin.")
    return "beside a kiosk, whose first page still stands"


def conversation(on: Ground) -> str:
    """To a result, in each language."""
    door = _door(on)
    begin = time.monotonic()
    for key, *texts in STEPS.values():
        with caller.Caller(door) as one:
            one.until("Choose your language")
            first = time.monotonic() - begin
            for typed, text in zip((key, "2", f"{READ_ON}1", "70\r", "4"), texts, strict=True):
                time.sleep(4)
                one.type(typed)
                one.until(text)
            time.sleep(3)
            one.type("2")
            if one.end():
                raise Failed("it did not end well")
    return f"both came to one; the last first page {first:.0f} s from the call"


def refused(on: Ground) -> str:
    """A command, a file, a port, another account: none is to be had."""
    door = _door(on)
    asked = {
        "a command": caller.ask(door, ask_for=("id",)).code,
        "no terminal": caller.ask(door, "-T").code,
        "a port": caller.ask(
            door, "-N", "-R", "8080:127.0.0.1:80", "-o", "ExitOnForwardFailure=yes"
        ).code,
        "root": caller.ask(door, account="root").code,
    }
    asked["sftp"] = _code("sftp", *caller.command(door), "127.0.0.1:/etc/passwd")
    how = ("StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "BatchMode=yes")
    named = [part for each in how for part in ("-o", each)]
    asked["your own sshd"] = _code(
        "ssh", "-F", "none", "-p", str(on.machine.ssh_port), *named, "prescreen@127.0.0.1"
    )
    wanted = {"a command": 64, "no terminal": 64, "a port": 255, "root": 255, "your own sshd": 255}
    wrong = {name: code for name, code in asked.items() if code != wanted.get(name, code or 1)}
    if wrong or not asked["sftp"]:
        raise Failed(f"not refused as it should be: {wrong}")
    return ", ".join(asked)


def _code(*line: str) -> int:
    done = subprocess.run(line, stdin=subprocess.DEVNULL, capture_output=True, timeout=180)
    return done.returncode


def limits(on: Ground) -> str:
    """The ninth caller from one address reads one sentence; nobody's address is kept."""
    door = _door(on)
    with ExitStack() as stack:
        for _ in range(8):
            stack.enter_context(caller.Caller(door)).until("Choose your language")
        with caller.Caller(door) as ninth:
            code = ninth.end()
            if FULL.encode() not in ninth.raw or code != 75:
                raise Failed(f"the ninth ended with {code}: {ninth.raw[-200:]!r}")
        more = [stack.enter_context(caller.Caller(door)) for _ in range(6)]
        time.sleep(30)
        used = on.machine.root("systemctl list-units --no-legend 'prescreen-ssh@*' | wc -l")
    del more
    time.sleep(5)
    told = on.machine.root("journalctl -b -t systemd --no-pager")
    if CALLED_FROM in told:
        raise Failed("systemd's lines in the journal hold the caller's address")
    return f"the ninth reads it; {used} units at the most; no address in the journal"


def frozen(on: Ground) -> str:
    """A client that is stopped is let go."""
    door = _door(on)
    with caller.Caller(door) as one:
        one.until("Choose your language")
        time.sleep(3)
        one.freeze()
        begin = time.monotonic()
        on.machine.wait(lambda: not _open(on), 120, "the end of the conversation")
        took = time.monotonic() - begin
    return f"gone after {took:.0f} s"


def _open(on: Ground) -> bool:
    return bool(on.machine.root("pgrep -u prescreen -f 'm prescreen' || true"))


def broken(on: Ground) -> str:
    """A site file that can't be read: one sentence for the caller, the reason in the journal."""
    door = _door(on)
    site = f"{FILES}/site.toml"
    on.machine.root(f"cp -p {site} /root/ssh-site.kept; echo broken > {site}")
    with caller.Caller(door) as one:
        code = one.end()
        said = one.raw.decode("utf-8", "replace")
    on.machine.root(f"cp -p /root/ssh-site.kept {site}")
    if "not ready" not in said or "请告诉医院" not in said or "TOML" in said:
        raise Failed(f"the caller reads (code {code}): {said[-300:]!r}")
    told = on.machine.root("journalctl -b -t prescreen-ssh --no-pager")
    if "TOML" not in told:
        raise Failed("the journal does not say why")
    return "one sentence; the journal says why"


def full_disk(on: Ground) -> str:
    """The disk is full: who calls gets in."""
    door = _door(on)
    on.machine.root("cat /dev/zero > /full 2>/dev/null || true")
    try:
        with caller.Caller(door) as one:
            one.until("Choose your language")
    finally:
        on.machine.root("rm -f /full")
    return "a caller gets in"


def exposure(on: Ground) -> str:
    """How much systemd finds exposed."""
    unit = "prescreen-ssh@1.service"
    found = on.machine.guest(f"systemd-analyze security --no-pager {unit} | tail -1")
    (exposed,) = re.findall(r": (\d+\.\d)", found)
    if f"an exposure of {exposed}." not in SSH.read_text("utf-8"):
        raise Failed(f"the page says another exposure than {exposed}")
    return str(exposed)


def late_link(on: Ground) -> str:
    """With an address of its own on port 22, the link comes up long after the start."""
    install.ssh(on.machine, "Port 22")
    on.machine.late_link = True
    on.machine.cut_cleanly()
    on.machine.start()
    on.first_page()
    time.sleep(60)
    on.machine.link(up=True)
    begin = time.monotonic()
    on.machine.up()
    listens = on.machine.root("ss -ltn | grep -c ':22 '")
    took = time.monotonic() - begin
    return f"the administrator is in {took:.0f} s after the link; {listens} on port 22"


def removal(on: Ground) -> str:
    """Taken away as the page says, the kiosk on the same machine stays."""
    typed = commands(SSH, "Update and remove")
    begin = typed.index("systemctl disable --now prescreen-ssh.socket")
    on.machine.root("\n".join(typed[begin:]))
    left = on.machine.root(
        "find /etc/systemd /opt /etc/prescreen-ssh -name '*prescreen-ssh*' 2>/dev/null || true"
    )
    if left:
        raise Failed(f"left behind: {left}")
    on.back()
    on.says("A visitor can begin.")
    return "nothing is left but what the page names; the kiosk's first page stands"


CASES: dict[str, Case] = {
    "set up": set_up,
    "conversation": conversation,
    "refused": refused,
    "limits": limits,
    "frozen client": frozen,
    "broken site": broken,
    "full disk": full_disk,
    "exposure": exposure,
    "late link": late_link,
    "removal": removal,
}
