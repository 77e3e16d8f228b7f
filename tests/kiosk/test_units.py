"""What is installed on a kiosk: systemd takes it, and it closes what it promises to close."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from programs import needs

from kiosk.stage import ROOT

DEPLOY = ROOT / "deploy" / "kiosk"
UNITS = {"prescreen-kiosk.service": 8, "prescreen-x.service": 34}
"""The units, and the exposure in tenths that systemd may find at most."""
PROMISED = {
    *("Restart=always", "RestartSec=1", "StartLimitIntervalSec=0", "SuccessExitStatus=15"),
    *("WatchdogSec=20", "WatchdogSignal=SIGKILL"),
    *("MemorySwapMax=0", "LimitCORE=0"),
    *("PrivateNetwork=yes", "ProtectSystem=strict"),
}


def analyze(*options: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["systemd-analyze", *options], capture_output=True, text=True)


@needs("systemd-analyze")
def test_systemd_finds_no_mistake_in_the_units(tmp_path: Path) -> None:
    for name in UNITS:
        text = (DEPLOY / name).read_text("utf-8")
        for program in (
            "/usr/local/lib/prescreen-kiosk/session",
            "/usr/local/lib/prescreen-kiosk/x",
        ):
            text = text.replace(program, "/bin/true")
        (tmp_path / name).write_text(text, encoding="utf-8")
    run = analyze("verify", "--man=no", *(tmp_path / name for name in UNITS))
    assert (run.returncode, run.stderr) == (0, "")


@needs("systemd-analyze")
@pytest.mark.parametrize(("name", "most"), UNITS.items())
def test_a_unit_is_closed_as_far_as_it_still_works(name: str, most: int) -> None:
    run = analyze("security", "--offline=true", f"--threshold={most}", "--no-pager", DEPLOY / name)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_kiosk_unit_keeps_its_promises() -> None:
    lines = (DEPLOY / "prescreen-kiosk.service").read_text("utf-8").splitlines()
    assert set(lines) >= PROMISED


def test_the_page_installs_every_file() -> None:
    page = (ROOT / "docs" / "kiosk.md").read_text("utf-8")
    for path in DEPLOY.iterdir():
        assert f"deploy/kiosk/{path.name}" in page, path.name


@pytest.mark.parametrize("name", ["session", "conversation", "x"])
def test_each_script_can_be_run(name: str) -> None:
    script = DEPLOY / name
    assert script.stat().st_mode & 0o111
    assert subprocess.run(["sh", "-n", script]).returncode == 0


def test_x_hears_of_a_device_that_is_plugged_in_again() -> None:
    """What the kernel says of devices reaches no network of one's own."""
    assert "PrivateNetwork" not in (DEPLOY / "prescreen-x.service").read_text("utf-8")


def test_no_unit_needs_room_on_the_disk_to_start() -> None:
    for unit in [*DEPLOY.glob("*.service"), *(ROOT / "deploy" / "ssh").glob("*.service")]:
        text = unit.read_text("utf-8")
        assert "PrivateTmp" not in text, unit
        assert "PrivateDevices" not in text, unit
        assert "DevicePolicy=closed" in text, unit
