"""A Debian 12 as its installer leaves it, and what the pages install, brought in as files."""

from __future__ import annotations

import os
import shutil
import subprocess
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pages import commands
from place import BUILD, ROOT

TREE = BUILD / "root"
BASE = [
    "sudo",
    "locales",
    "dbus",
    "systemd-sysv",
    "libpam-systemd",
    "systemd-timesyncd",
    "ca-certificates",
    "openssh-server",
    "kmod",
    "udev",
    "procps",
    "iproute2",
    "e2fsprogs",
    "less",
    "nano",
    "console-setup",
    "kbd",
    "zstd",
    "initramfs-tools",
    "linux-image-amd64",
]
"""What Debian's installer leaves without a desktop, with its SSH server."""
FROM = Path("/etc/apt/sources.list.d/debian.sources")
STORE = "/srv/packages"
"""Where the guest finds packages: files, and no network."""
WHEELS = "/srv/wheels"
ALONE = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "HOME": "/root"}
"""The environment of a command in the tree: nothing of the machine around it."""
NETWORK = "[Match]\nName=en*\n[Network]\nDHCP=yes\n"
SOURCE = f"deb [trusted=yes] file:{STORE} ./\n"
DISKS = "/dev/vda / ext4 errors=remount-ro 0 1\n/dev/vdb none swap sw 0 0\n"


def run(*command: str | Path, quiet: Path | None = None, **around: str) -> None:
    """Run a command of this machine; what it says goes to a file, if one is named."""
    out = quiet.open("ab") if quiet else None
    subprocess.run(command, check=True, stdout=out, stderr=out, env={**os.environ, **around})


def inside(script: str) -> None:
    """Run a script in the tree, as root."""
    log = (BUILD / "tree.log").open("ab")
    env = {**ALONE, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(
        ["chroot", TREE, "sh", "-ec", script], check=True, stdout=log, stderr=log, env=env
    )


@contextmanager
def mounted() -> Iterator[None]:
    """The kernel's own folders, in the tree for a while."""
    places = [TREE / name for name in ("proc", "sys", "dev")]
    for each in places:
        run("mount", "--bind", f"/{each.name}", each)
    try:
        yield
    finally:
        for each in places:
            run("umount", each)


def bare() -> None:
    """The bare tree, from the mirror that this machine itself uses."""
    shutil.rmtree(TREE, ignore_errors=True)
    key = ["--keyring=/usr/share/keyrings/debian-archive-keyring.gpg"]
    chosen = f"--include={','.join(BASE)}"
    # Where the machine itself gets its packages; without that debootstrap knows where.
    mirror = [line.split()[1] for line in _lines(FROM) if line.startswith("URIs:")][:1]
    run("debootstrap", *key, chosen, "bookworm", TREE, *mirror, quiet=BUILD / "tree.log")


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines() if path.exists() else []


def packages(names: Sequence[str]) -> None:
    """Fetch packages and all that they need, for the tree's own state, as a store of files."""
    store = TREE / STORE.lstrip("/")
    (store / "partial").mkdir(parents=True, exist_ok=True)
    here = [f"Dir::State::status={TREE}/var/lib/dpkg/status", f"Dir::Cache::archives={store}"]
    options = [part for each in here for part in ("-o", each)]
    quiet = BUILD / "tree.log"
    run("apt-get", "update", "-qq", quiet=quiet)
    run(
        "apt-get", "-y", "-qq", *options, "--download-only", "--no-install-recommends",
        "install", *names, quiet=quiet,
    )  # fmt: skip
    with (store / "Packages").open("wb") as index:
        log = quiet.open("ab")
        command = ["dpkg-scanpackages", "--multiversion", "."]
        subprocess.run(command, cwd=store, check=True, stdout=index, stderr=log)


def account(key: Path) -> None:
    """The technician with `sudo`, the network card, the disks, and the store of packages."""
    (TREE / "etc/hostname").write_text("kiosk\n")
    (TREE / "etc/hosts").write_text("127.0.0.1 localhost\n127.0.1.1 kiosk\n")
    (TREE / "etc/fstab").write_text(DISKS)
    (TREE / "etc/systemd/network/20-wired.network").write_text(NETWORK)
    (TREE / "etc/apt/sources.list").write_text(SOURCE)
    (TREE / "etc/sudoers.d/tech").write_text("tech ALL=(ALL) NOPASSWD:ALL\n")
    inside(
        "apt-get update -qq; systemctl enable systemd-networkd; mkdir -p /var/log/journal;"
        "echo 'en_US.UTF-8 UTF-8' > /etc/locale.gen; locale-gen; update-locale LANG=en_US.UTF-8;"
        "id tech || adduser --disabled-password --gecos '' tech; adduser tech sudo;"
        "echo root:boot | chpasswd; install -d -m 700 -o tech -g tech /home/tech/.ssh"
    )
    home = TREE / "home/tech/.ssh/authorized_keys"
    shutil.copy(key.with_suffix(".pub"), home)
    inside("chown tech: /home/tech/.ssh/authorized_keys; chmod 600 /home/tech/.ssh/authorized_keys")


def installed() -> None:
    """Install the packages that the pages name, with the pages' own commands."""
    for page in ("kiosk", "ssh"):
        for command in commands(ROOT / "docs" / f"{page}.md"):
            if "apt install" in command or "apt-get install" in command:
                inside(command.replace("install", "install -y", 1))


def brought() -> None:
    """What the pages say is brought: packed as the kiosk's page says, in a copy of the sources."""
    source, bring = BUILD / "source", TREE / "home/tech/bring"
    for each in (source, bring, TREE / WHEELS.lstrip("/"), TREE / "root/prescreen"):
        shutil.rmtree(each, ignore_errors=True)
        each.mkdir(parents=True)
    files = subprocess.run(["git", "-C", ROOT, "ls-files", "-z"], check=True, capture_output=True)
    for name in files.stdout.decode().split("\0"):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, source / name)
    path = f"/usr/bin:{os.environ['PATH']}"
    for command in commands(source / "docs/kiosk.md", "Pack it"):
        run("sh", "-ec", f"cd {source} && {command}", quiet=BUILD / "tree.log", PATH=path)
    wheels = source / "build/wheels"
    shutil.copytree(wheels, bring / "wheels")
    shutil.copytree(source / "deploy", bring / "deploy")
    shutil.copy(source / "docs/site.example.toml", bring / "site.toml")
    # Over SSH it is installed from a checkout, which is built there: with the same wheels.
    needs = tomllib.loads((source / "pyproject.toml").read_text("utf-8"))["build-system"][
        "requires"
    ]
    pip = source / "build/pack/bin/pip"
    run(pip, "wheel", "-q", "-w", wheels, *needs, quiet=BUILD / "tree.log")
    shutil.copytree(wheels, TREE / WHEELS.lstrip("/"), dirs_exist_ok=True)
    shutil.rmtree(source / "build")
    shutil.copytree(source, TREE / "root/prescreen", dirs_exist_ok=True)
    inside("chown -R root: /root/prescreen /srv; chown -R tech: /home/tech")


def image(path: Path) -> None:
    """A disk of the tree, and what starts it."""
    path.unlink(missing_ok=True)
    with path.open("wb") as file:
        file.truncate(6 << 30)
    run("mkfs.ext4", "-q", "-F", "-L", "root", "-d", TREE, path)
    for name in ("vmlinuz", "initrd"):
        (newest,) = sorted((TREE / "boot").glob(f"{name}*"))[-1:]
        shutil.copy(newest, BUILD / name)
