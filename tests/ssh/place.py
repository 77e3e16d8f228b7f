"""The shipped files, and a Python with this checkout, where another account can read them."""

from __future__ import annotations

import configparser
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from programs import SYSTEM, lacking
from several import copied, per_study

from flows import FLOWS
from prescreen.flow.load import load

ROOT = Path(__file__).resolve().parent.parent.parent
SHIPPED = ROOT / "deploy" / "ssh"
PROGRAMS = ("sshd", "ssh", "sftp", "scp", "ssh-keygen")


REAPED = 10.0
"""Seconds in which the first process of the machine buries what was killed."""


class Lacking(Exception):
    """What a real sshd needs and this machine has not."""


@dataclass(frozen=True)
class Place:
    """The shipped files, installed as the documentation says, for an account made by them."""

    folder: Path
    account: str
    uid: int
    mounts: Sequence[tuple[Path, Path]]

    @property
    def files(self) -> Path:
        """The copy of the shipped folder."""
        return self.folder / "ssh"

    @property
    def site(self) -> Path:
        """The site file."""
        return self.folder / "site.toml"

    @property
    def key(self) -> Path:
        """The host key."""
        return self.files / "host_key"

    def configure(self, **settings: str) -> None:
        """Write the operator's settings."""
        found = {
            "PYTHON": f"{self.folder}/venv/bin/python",
            "SITE": str(self.site),
            **settings,
        }
        text = "".join(f"{name}={value}\n" for name, value in found.items())
        (self.files / "ssh.env").write_text(text, "utf-8")

    def command(self, *options: str) -> list[str]:
        """What serves one connection: the command of the unit, with the capabilities it leaves."""
        unit = configparser.RawConfigParser(strict=False, interpolation=None)
        unit.optionxform = str  # type: ignore[assignment, method-assign]
        unit.read(SHIPPED / "prescreen-ssh@.service", "utf-8")
        kept = unit["Service"]["CapabilityBoundingSet"].lower().replace("cap_", "+").split()
        sshd = unit["Service"]["ExecStart"].removeprefix("-")
        line = sshd.replace("/etc/prescreen-ssh", str(self.files)).split()
        setpriv = ["setpriv", "--no-new-privs", f"--bounding-set=-all,{','.join(kept)}"]
        return [*self._mounted(), *setpriv, *line, "-o", f"AllowUsers={self.account}", *options]

    def _mounted(self) -> list[str]:
        """What makes this checkout readable; and as in the unit, what would keep who was here."""
        if not may_mount():
            return []
        mount = [f"mount --bind {here} {there}" for here, there in self.mounts]
        mount += ["mount -t tmpfs none /var/log"]
        return ["unshare", "--mount", "sh", "-c", f'{" && ".join(mount)} && exec "$@"', "sh"]

    def processes(self) -> set[int]:
        """Every process of the account."""
        return {int(each.name) for each in Path("/proc").glob("[0-9]*") if self._owns(each)}

    def _owns(self, process: Path) -> bool:
        try:
            status = (process / "status").read_text("utf-8")
        except OSError:
            return False
        return f"\nUid:\t{self.uid}\t" in status and "\nState:\tZ" not in status


def may_mount() -> bool:
    """Whether something can be mounted here, out of everybody else's sight."""
    return subprocess.run(["unshare", "--mount", "true"], capture_output=True).returncode == 0


def missing() -> str:
    """What a real sshd lacks here; empty if nothing."""
    root = "" if os.geteuid() == 0 else "sshd has to be started by root"
    return lacking(*PROGRAMS) or root


@contextmanager
def installed() -> Iterator[Place]:
    """Install into a temporary folder, with an account of its own; both are gone afterwards."""
    if reason := missing():
        raise Lacking(reason)
    Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    folder = Path(mkdtemp(prefix="prescreen-ssh-"))
    account = f"prescreen-{secrets.token_hex(4)}"
    try:
        folder.chmod(0o755)
        shutil.copytree(SHIPPED, folder / "ssh")
        per_study(folder, *(load(each).trial.id for each in FLOWS))
        _run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / "ssh" / "host_key")
        _run(folder / "ssh" / "account", account)
        place = Place(folder, account, pwd.getpwnam(account).pw_uid, _python(folder, account))
        place.configure()
        yield place
    finally:
        _remove(account)
        shutil.rmtree(folder)


def _run(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env={"PATH": SYSTEM})
    assert done.returncode == 0, f"{command}: {done.stderr}"
    return done.stdout


def _remove(account: str) -> None:
    """Remove the account; what still runs as it would keep it."""
    try:
        uid = pwd.getpwnam(account).pw_uid
    except KeyError:
        return
    for each in Place(Path(), account, uid, ()).processes():
        with suppress(ProcessLookupError):
            os.kill(each, signal.SIGKILL)
    end = time.monotonic() + REAPED
    while subprocess.run(
        ["userdel", account], env={"PATH": SYSTEM}, capture_output=True
    ).returncode:
        assert time.monotonic() < end, f"{account} can't be removed"
        time.sleep(0.1)


def _python(folder: Path, account: str) -> list[tuple[Path, Path]]:
    """Make a Python that has the program and its packages; what is to be mounted for it."""
    mounts: list[tuple[Path, Path]] = []

    def within_reach(here: Path, name: str) -> Path:
        reach = ["setpriv", f"--reuid={account}", "--clear-groups", "test", "-r", str(here)]
        if subprocess.run(reach, env={"PATH": SYSTEM}, stderr=subprocess.DEVNULL).returncode == 0:
            return here
        (folder / name).mkdir()
        mounts.append((here, folder / name))
        return folder / name

    base = within_reach(Path(sys.base_prefix), "base") / "bin"
    shutil.copytree(ROOT / "prescreen", folder / "checkout" / "prescreen")
    paths = [copied(folder / "checkout", *FLOWS), Path(sysconfig.get_path("purelib"))]
    seen = [within_reach(path, f"path{at}") for at, path in enumerate(paths)]
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    packages = folder / "venv" / "lib" / version / "site-packages"
    packages.mkdir(parents=True)
    (packages / "here.pth").write_text("".join(f"{path}\n" for path in seen), "utf-8")
    (folder / "venv" / "pyvenv.cfg").write_text(f"home = {base}\n", "utf-8")
    (folder / "venv" / "bin").mkdir()
    (folder / "venv" / "bin" / "python").symlink_to(base / version)
    if mounts and not may_mount():
        raise Lacking(f"no other account can read {mounts[0][0]}, and nothing can be mounted")
    return mounts
