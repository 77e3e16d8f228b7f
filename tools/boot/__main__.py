"""Set up, boot and try the kiosk and the SSH door in a virtual machine: `make boot`.

It goes on where it was left: the tree, the disk and each case that was green are kept in
build/boot. Named cases are tried again: `make boot CASES="replug"`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat

import install
import kiosk_cases
import power_cases
import ssh_cases
import tree
from ground import RESULTS, Case, Ground, noted
from machine import Machine
from pages import commands
from place import BUILD, ROOT, SHOTS, missing

GROUPS: Mapping[str, Mapping[str, Case]] = {
    "kiosk": kiosk_cases.CASES,
    "power": power_cases.CASES,
    "ssh": ssh_cases.CASES,
}
WANTS = ("openssh-server", "python3-venv")
"""What the SSH page names, beside what the kiosk's does."""


def main(chosen: list[str]) -> int:
    """Set up what is not, and try the cases; 1 if one is not green."""
    if lacking := missing():
        print(f"make boot needs more than this machine has. Type: {lacking}")
        return 2
    if os.geteuid():
        print("make boot has to be run as root: it makes a Debian tree.")
        return 2
    BUILD.mkdir(parents=True, exist_ok=True)
    _set_up()
    # Side by side: each waits for the most part.
    with ThreadPoolExecutor() as pool:
        for _ in pool.map(_try, GROUPS, GROUPS.values(), repeat(chosen)):
            pass
    good = _table()
    print(f"The table and the pictures are in {SHOTS.relative_to(ROOT)}/")
    return 0 if good else 1


def _set_up() -> None:
    """The tree, the packages, and a disk with a kiosk set up as its page says."""
    key = BUILD / "key"
    if not key.exists():
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    _once("tree", _tree)
    _once("kiosk", _kiosk)


def _once(name: str, does: object) -> None:
    done = BUILD / f"{name}.done"
    if done.exists():
        return
    begin = time.monotonic()
    assert callable(does)
    does()
    done.write_text(f"{time.monotonic() - begin:.0f}")
    print(f"{name}: {time.monotonic() - begin:.0f} s", flush=True)


def _tree() -> None:
    if not (tree.TREE / "etc/debian_version").exists():
        tree.bare()
    (wanted,) = (each for each in commands(install.KIOSK, "What you need") if "install" in each)
    names = [each for each in wanted.split()[3:] if not each.startswith("-")]
    tree.packages([*names, *WANTS])
    with tree.mounted():
        tree.account(BUILD / "key")
        tree.installed()


def _kiosk() -> None:
    tree.brought()
    tree.image(BUILD / "kiosk.img")
    machine = Machine("install", BUILD / "kiosk.img")
    machine.up()
    install.kiosk(machine)
    machine.up()
    machine.shut_down()


def _try(group: str, cases: Mapping[str, Case], chosen: list[str]) -> None:
    """Try what was not green yet, or what was chosen; the first of a group is its start."""
    left = {name: case for name, case in cases.items() if _wanted(group, name, chosen)}
    if not left:
        return
    ground = Ground(group)
    start = next(iter(cases))
    try:
        for name, case in {start: cases[start], **left}.items():
            with noted(name, group) as says:
                says(case(ground))
    finally:
        ground.machine.cut()


def _wanted(group: str, name: str, chosen: list[str]) -> bool:
    if chosen:
        return name in chosen or f"{group}/{name}" in chosen or group in chosen
    path = RESULTS / f"{group}-{name}.json".replace(" ", "-")
    return not path.exists() or not json.loads(path.read_text("utf-8"))["good"]


def _table() -> bool:
    """The table of what came of every case; whether all are green."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    lines = ["| | Case | What came of it |", "|---|---|---|"]
    every = True
    for group, cases in GROUPS.items():
        for name in cases:
            path = RESULTS / f"{group}-{name}.json".replace(" ", "-")
            found = json.loads(path.read_text("utf-8")) if path.exists() else {}
            good = bool(found.get("good"))
            every &= good
            colour = "green" if good else "red" if found else "not tried"
            lines.append(f"| {group} | {name} | {colour}: {found.get('said', '')} |")
    (SHOTS / "table.md").write_text("\n".join(lines) + "\n", "utf-8")
    shutil.copy(BUILD / "guest.log", SHOTS / "guest.log")
    return every


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
