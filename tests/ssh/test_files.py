"""The files that an administrator copies: they fit together, and systemd takes them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from programs import find, needs
from rows import each_row

from ssh.place import ROOT, SHIPPED

WANTED = """
allowagentforwarding no
allowstreamlocalforwarding no
allowtcpforwarding no
authenticationmethods none
clientalivecountmax 3
clientaliveinterval 7
disableforwarding yes
gatewayports no
loglevel ERROR
logingracetime 20
maxsessions 1
permitemptypasswords yes
permittunnel no
permituserenvironment no
permituserrc no
tcpkeepalive no
usepam no
x11forwarding no
"""
UNITS = ("prescreen-ssh.socket", "prescreen-ssh@.service", "prescreen.slice")


def systemd_analyze(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["systemd-analyze", *arguments], cwd=SHIPPED, capture_output=True, encoding="utf-8"
    )


@needs("systemd-analyze")
def test_systemd_takes_every_unit_without_a_word() -> None:
    done = systemd_analyze("verify", *(f"./{unit}" for unit in UNITS))
    assert (done.returncode, done.stderr) == (0, "")


@needs("systemd-analyze")
def test_a_connection_is_shut_in() -> None:
    done = systemd_analyze(
        "security", "--offline=true", "--threshold=24", "./prescreen-ssh@.service"
    )
    assert done.returncode == 0, done.stdout


@each_row(
    "limit",
    ["TasksMax", "MemoryMax", "MemorySwapMax=0", "CPUWeight", "CollectMode", "RuntimeMaxSec"],
)
def test_a_connection_has_its_limits(limit: str) -> None:
    assert re.search(rf"^{limit}\b", (SHIPPED / "prescreen-ssh@.service").read_text("utf-8"), re.M)


def test_many_connections_at_once_do_not_stop_the_socket_for_good() -> None:
    assert "\nTriggerLimitIntervalSec=0\n" in (SHIPPED / "prescreen-ssh.socket").read_text("utf-8")


@needs("sshd", "ssh-keygen")
def test_sshd_understands_its_file_as_it_is_meant(tmp_path: Path) -> None:
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    line = [find("sshd"), "-T", "-f", str(SHIPPED / "sshd_prescreen.conf"), "-h", str(key)]
    done = subprocess.run(line, capture_output=True, encoding="utf-8")
    assert set(WANTED.strip().splitlines()) - set(done.stdout.splitlines()) == set(), done.stderr
    assert "\nacceptenv" not in done.stdout
    assert "\nsubsystem" not in done.stdout
    assert re.findall(r"^allowusers (.*)$", done.stdout, re.M) == ["prescreen"]


def test_every_path_to_the_files_is_the_one_the_page_says() -> None:
    page = (ROOT / "docs" / "ssh.md").read_text("utf-8")
    for file in SHIPPED.iterdir():
        for path in re.findall(r"/etc/prescreen-ssh/([\w.]+)", file.read_text("utf-8")):
            assert (SHIPPED / path).exists() or path in ("host_key", "site.toml"), file
    assert "cp deploy/ssh/* /etc/prescreen-ssh/" in page
    assert {each.name for each in SHIPPED.iterdir() if each.name not in page} == set()


@needs("ssh-keygen")
def test_the_card_is_filled_in_on_both_halves(tmp_path: Path) -> None:
    key = tmp_path / "ssh" / "host_key"
    shutil.copytree(SHIPPED, key.parent)
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    line = [str(key.parent / "card"), str(ROOT / "docs" / "caregiver-card.html")]
    words = ["clinic.example.org", r"000 | \1 & <0>", "2222"]
    done = subprocess.run([*line, *words], capture_output=True, encoding="utf-8", check=True)
    listed = subprocess.run(["ssh-keygen", "-lf", str(key)], capture_output=True, encoding="utf-8")
    assert done.stdout.count(">ssh -p 2222 prescreen@clinic.example.org<") == 2
    assert done.stdout.count(f">{listed.stdout.split()[1]}<") == 2
    assert done.stdout.count(r"000 | \1 &amp; &lt;0>") == 2
    assert 'class="fill"' not in done.stdout
    assert "http" not in done.stdout
