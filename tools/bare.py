"""Run the tests that start programs where as few of them as can be are there: a part of `.ci/run`.

What can be found are the programs of Debian's essential packages, and make: what stands on a
machine on which nobody has installed anything but Python.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
BESIDE = ("make", "passwd")
STARTS = ("subprocess", "import pty", "os.exec")
FOLDERS = ("/bin/", "/sbin/", "/usr/bin/", "/usr/sbin/")


def essential() -> list[str]:
    """The packages that every Debian has, and those that `make test` needs besides."""
    form = "-f=${Package} ${Essential}\n"
    done = subprocess.run(["dpkg-query", "-W", form], capture_output=True, text=True, check=True)
    lines = (line.split() for line in done.stdout.splitlines())
    return [*BESIDE, *(name for name, *said in lines if said == ["yes"])]


def fill(folder: Path) -> None:
    """Put a link into this folder for each program of these packages."""
    command = ["dpkg-query", "-L", *essential()]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    for line in done.stdout.splitlines():
        name = line.rpartition("/")[2]
        if line.startswith(FOLDERS) and Path(line).is_file() and not (folder / name).exists():
            (folder / name).symlink_to(line)
    for name in ("awk", "sh"):
        found = shutil.which(name)
        if found and not (folder / name).exists():
            (folder / name).symlink_to(found)


def files() -> list[str]:
    """The tests that may start a program, themselves or by what they take from a neighbour."""
    texts = {path: path.read_text("utf-8") for path in (ROOT / "tests").rglob("*.py")}
    able = {path for path, text in texts.items() if any(each in text for each in STARTS)}
    while more := {path for path in texts.keys() - able if takes(path, texts[path], able)}:
        able |= more
    return sorted(str(path.relative_to(ROOT)) for path in able if path.name.startswith("test_"))


def takes(path: Path, text: str, able: set[Path]) -> bool:
    """Whether a file imports one of these, or stands below one that pytest reads for it."""
    return any(
        each.parent in path.parents
        if each.name == "conftest.py"
        else f"from {'.'.join(each.relative_to(ROOT / 'tests').with_suffix('').parts)} import"
        in text
        for each in able
    )


def main() -> int:
    """Run them; what pytest says is what this says."""
    with TemporaryDirectory() as name:
        fill(Path(name))
        env = {**os.environ, "PATH": name, "PRESCREEN_BARE": "1"}
        env.pop("PRESCREEN_CI", None)
        command = [sys.executable, "-m", "pytest", "-q", "-n", "4", "--dist", "loadfile"]
        return subprocess.run([*command, *files()], cwd=ROOT, env=env).returncode


if __name__ == "__main__":
    raise SystemExit(main())
