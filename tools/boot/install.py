"""What the pages say is typed, typed: the kiosk on one disk, the door for caregivers on another."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from machine import Machine
from pages import commands
from place import ROOT

KIOSK = ROOT / "docs" / "kiosk.md"
SSH = ROOT / "docs" / "ssh.md"
ADDRESSES = {"192.0.2.10": "10.0.2.15", "192.0.2.11": "10.0.2.16"}
"""The page's examples, and the addresses that the machine has."""
OFFLINE = "export PIP_NO_INDEX=1 PIP_FIND_LINKS=/srv/wheels DEBIAN_FRONTEND=noninteractive"


def kiosk(machine: Machine) -> None:
    """Set up the kiosk, as its page says, and switch it off and on."""
    # Its copy on this disk is as new as the disk, and counts as out of date.
    machine.guest("sudo fc-cache")
    for section in ("Install it", "Close the ways out", "Start it"):
        for command in commands(KIOSK, section):
            if command == "sudo reboot":
                machine.reboot()
            else:
                machine.guest(f"cd bring && {command}")


def ssh(machine: Machine, *sections: str) -> None:
    """Open the door for caregivers, as its page says, in a checkout."""
    script = [OFFLINE, "cd /root/prescreen"]
    for section in sections:
        for command in commands(SSH, section):
            script += _typed(command)
    machine.root("\n".join(script))


def _typed(command: str) -> list[str]:
    """What a person's typing comes to, where the command waits for one."""
    if command.startswith("editor "):
        return []
    if command.startswith("systemctl edit "):
        return [_edited(command.split()[-1])]
    if command.startswith("mkdir -p /etc/systemd/system/ssh.service.d"):
        line = f"echo 'ListenAddress {ADDRESSES['192.0.2.10']}' >> {_DROP_IN}"
        return [line, command]
    return [re.sub(r"^(apt-get install)", r"\1 -y", command)]


_DROP_IN = "/etc/ssh/sshd_config.d/prescreen.conf"


def _edited(unit: str) -> str:
    """What `systemctl edit` leaves, with what the page says to write there."""
    text = SSH.read_text("utf-8")
    block = text.partition(f"systemctl edit {unit}")[2].partition("```ini\n")[2].partition("```")[0]
    for example, real in ADDRESSES.items():
        block = block.replace(example, real)
    folder = Path("/etc/systemd/system") / f"{unit}.d"
    lines = "\n".join(line.strip() for line in block.splitlines())
    write = f"mkdir -p {folder}; echo {shlex.quote(lines)} > {folder}/override.conf"
    return f"{write}; systemctl daemon-reload"
