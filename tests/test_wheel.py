"""The wheel holds all that the program needs, and runs from any folder."""

import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

import prescreen

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path, text: str = "") -> str:
    done = subprocess.run(command, cwd=cwd, input=text, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(source: Path, out: Path) -> Path:
    run(sys.executable, "-m", "pip", "wheel", source, "--no-deps", "-w", out, cwd=ROOT)
    (wheel,) = out.glob("*.whl")
    return wheel


def names(wheel: Path) -> set[str]:
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program, installed with what it declares and nothing else."""
    home = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "venv", "--without-pip", home, cwd=home)
    pins = ROOT / "constraints.txt"
    pip = (sys.executable, "-m", "pip", "--python", home / "bin/python")
    run(*pip, "install", "--no-compile", "-c", pins, wheel, cwd=home)
    return home / "bin/prescreen"


def test_every_flow_and_catalog_is_inside(wheel: Path) -> None:
    flows = {
        f"prescreen/_data/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "flows").rglob("*")
        if path.is_file()
    }
    catalogs = {
        f"prescreen/_data/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "locales").rglob("*.po")
    }
    assert flows
    assert catalogs
    data = {name for name in names(wheel) if name.startswith("prescreen/_data/")}
    assert data == flows | catalogs


def test_every_flow_and_catalog_is_inside_to_the_letter(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        for path in [*(ROOT / "flows").rglob("*.*"), *(ROOT / "locales").rglob("*.po")]:
            inside = archive.read(f"prescreen/_data/{path.relative_to(ROOT).as_posix()}")
            assert inside == path.read_bytes(), path.name


def test_every_file_of_the_package_is_inside(wheel: Path) -> None:
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "prescreen").rglob("*")
        if path.suffix in {".py"}
    }
    assert package <= names(wheel)


@pytest.mark.prove
def test_a_source_distribution_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path, cwd=ROOT)
    (source,) = tmp_path.glob("*.tar.gz")
    assert names(build(source, tmp_path)) == names(wheel)


@pytest.mark.prove
def test_the_installed_program_knows_its_version(installed: Path, tmp_path: Path) -> None:
    assert prescreen.__version__ in run(installed, "--version", cwd=tmp_path)


@pytest.mark.prove
def test_the_installed_flows_and_catalogs_are_whole(installed: Path, tmp_path: Path) -> None:
    run(installed, "check", cwd=tmp_path)


@pytest.mark.prove
@pytest.mark.parametrize(("lang", "letters"), [("en", "[a-z]{3}"), ("zh_CN", "[一-鿿]{3}")])
def test_the_installed_program_talks_through_a_pipe(
    installed: Path, tmp_path: Path, lang: str, letters: str
) -> None:
    said = run(installed, "--plain", "--lang", lang, cwd=tmp_path)
    assert re.search(letters, said)
    assert "\x1b" not in said
