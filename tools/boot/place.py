"""Where things are, and what this machine needs for it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "boot"
SHOTS = ROOT / "dist" / "boot"
SLOW = float(os.environ.get("SLOW", "1"))
"""So many times longer everything may take, on a machine that has other things to do."""
NEEDED = {
    "debootstrap": "debootstrap",
    "qemu-system-x86_64": "qemu-system-x86",
    "dpkg-scanpackages": "dpkg-dev",
    "mkfs.ext4": "e2fsprogs",
    "pnmtopng": "netpbm",
    "convert": "imagemagick",
    "rsvg-convert": "librsvg2-bin",
    "ssh": "openssh-client",
    "tmux": "tmux",
}
"""Programs, and the Debian packages they are in."""


def missing() -> str:
    """What has to be installed first; empty if nothing."""
    packages = sorted({name for program, name in NEEDED.items() if not shutil.which(program)})
    return f"sudo apt install {' '.join(packages)}" if packages else ""
