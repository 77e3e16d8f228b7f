"""A certificate is written of a whole proof of the files as they are, and else refused."""

import json
import os
import re
import subprocess
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

REPOSITORY = Path(__file__).parents[1]
FILES = (
    "flows/nct06971913.toml",
    "flows/nct06971913/registry.txt",
    "locales/en/LC_MESSAGES/prescreen.po",
    "prescreen/verdict/rules.py",
    "tests/test_rules.py",
    "tools/certificate.py",
    "Makefile",
    "constraints.txt",
    "pyproject.toml",
)
MADE = ("tests/__pycache__/test_rules.pyc", "tests/.cache/x")
COMMAND = (
    "find flows locales prescreen tests tools Makefile constraints.txt pyproject.toml -type f "
    '! -path "*/.*" ! -name "*.pyc" | LC_ALL=C sort | xargs sha256sum | sha256sum'
)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    """Gives a program of tools/ as a module."""
    monkeypatch.syspath_prepend(REPOSITORY / "tools")
    return import_module


@pytest.fixture
def root(tmp_path: Path, tools: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small checkout in which everything was just proved."""
    for name in (*FILES, *MADE):
        write(tmp_path / name, name)
    certificate, proof = tools("certificate"), tmp_path / "build" / "proof"
    results = {
        "tests": {"tests": {"passed": 7}, "counts": certificate.LEAST},
        "mutation": {"mutants": 5, "killed": 4, "explained": 1},
        "coverage": {"totals": dict.fromkeys(TOTALS, 3)},
    }
    for name, found in results.items():
        write(proof / f"{name}.json", json.dumps(found))
    write(proof / "readability.md", "| a table of grades |")
    write(proof / "digest", tools("digest").digest_of(tmp_path) + "\n")
    for name, here in (
        ("ROOT", tmp_path),
        ("PROOF", proof),
        ("PAGE", tmp_path / "dist" / "certificate.md"),
        ("SHIPPED", tmp_path / FILES[0]),
        ("check", lambda _: ([], ["nct06971913: 25 questions"])),
    ):
        monkeypatch.setattr(certificate, name, here)
    monkeypatch.setattr("prescreen.files.places.locales", lambda: tmp_path / "locales")
    monkeypatch.setattr("sys.argv", ["certificate.py", "2026-11-23"])
    return tmp_path


TOTALS = ("num_statements", "num_branches", "covered_lines", "covered_branches")


def edit(root: Path) -> None:
    write(root / "tests" / "test_rules.py", "something else")


def add(root: Path) -> None:
    write(root / "prescreen" / "new.py", "")


def rename(root: Path) -> None:
    (root / "prescreen" / "verdict" / "rules.py").rename(root / "prescreen" / "rules.py")


def lose_digest(root: Path) -> None:
    (root / "build" / "proof" / "digest").unlink()


def lose_result(root: Path) -> None:
    (root / "build" / "proof" / "mutation.json").unlink()


def damage(root: Path) -> None:
    write(root / "build" / "proof" / "tests.json", "{")


def told(root: Path, **changes: object) -> None:
    path = root / "build" / "proof" / "tests.json"
    write(path, json.dumps(json.loads(path.read_text(encoding="utf-8")) | changes))


def skip(root: Path) -> None:
    told(root, tests={"passed": 7, "skipped": 1})


def fail(root: Path) -> None:
    told(root, tests={"passed": 7, "failed": 2})


def stop_early(root: Path) -> None:
    told(root, counts={})


def test_the_page_says_the_digest_of_all_that_was_proved(
    root: Path, tools: Callable[[str], Any]
) -> None:
    assert tools("certificate").main() == 0
    page = (root / "dist" / "certificate.md").read_text(encoding="utf-8")
    assert f"`{tools('digest').digest_of(root)}`" in page
    assert "Date: 2026-11-23." in page


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (edit, "the files are others than when the proofs began; run `make prove`."),
        (add, "the files are others than when the proofs began; run `make prove`."),
        (rename, "the files are others than when the proofs began; run `make prove`."),
        (lose_digest, "build/proof/digest is missing; run `make prove`."),
        (lose_result, "build/proof/mutation.json is missing; run `make prove`."),
        (damage, "build/proof/tests.json is damaged; run `make prove`."),
        (skip, "1 of the proofs skipped; run `make prove` again."),
        (fail, "2 of the proofs failed; run `make prove` again."),
        (stop_early, "people that the oracle agrees on: 0 of 100,000; run `make prove`."),
    ],
)
def test_what_is_not_proved_as_it_is_gets_a_sentence_and_no_page(
    change: Callable[[Path], None],
    sentence: str,
    root: Path,
    tools: Callable[[str], Any],
    capsys: pytest.CaptureFixture[str],
) -> None:
    change(root)
    assert tools("certificate").main() == 2
    assert capsys.readouterr().err == f"No certificate: {sentence}\n"
    assert not (root / "dist").exists()


def test_the_digest_is_what_the_command_prints_that_stands_beside_it(
    root: Path, tools: Callable[[str], Any]
) -> None:
    said = " ".join(str(tools("digest").__doc__).replace("\\\n", " ").split())
    assert COMMAND in said
    printed = subprocess.run(
        ["sh", "-c", COMMAND], cwd=root, capture_output=True, text=True, check=True
    )
    assert printed.stdout.split()[0] == tools("digest").digest_of(root)


# ---- make prove --------------------------------------------------------------------------------


def prove(root: Path, *, fails: str = "") -> tuple[int, list[str]]:
    """The exit code of `make prove` with programs that only note how they were called."""
    for name in ("Makefile", "pyproject.toml", "constraints.txt"):
        copy(REPOSITORY / name, root)
    for name in ("pytest", "python", "coverage"):
        path = root / "venv" / "bin" / name
        write(
            path,
            f'#!/bin/sh\necho "$PRESCREEN_CI {name} $*" >> {root}/log\n[ {name} != "{fails}" ]\n',
        )
        path.chmod(0o755)
    for name in ("run", "dev"):
        write(root / "venv" / name, "")
    write(root / "dist" / "certificate.md", "of an earlier run")
    here = {each: os.environ[each] for each in ("PATH", "HOME") if each in os.environ}
    done = subprocess.run(
        ["make", "prove", "VENV=venv", "DATE=2026-11-23"], cwd=root, env=here, capture_output=True
    )
    return done.returncode, (root / "log").read_text(encoding="utf-8").splitlines()


def test_the_digest_is_written_first_the_page_last_and_a_skip_fails_between(
    tmp_path: Path,
) -> None:
    code, log = prove(tmp_path)
    assert code == 0
    assert log[0] == "1 python tools/digest.py"
    assert log[-1] == "1 python tools/certificate.py 2026-11-23"
    assert len(log) > 5
    assert all(each.startswith("1 ") for each in log)


def test_a_run_that_fails_leaves_no_page_of_an_earlier_one(tmp_path: Path) -> None:
    code, _ = prove(tmp_path, fails="pytest")
    assert code == 2
    assert not (tmp_path / "dist" / "certificate.md").exists()


def test_no_run_that_counts_less_than_the_page_about_proofs_says_is_certified(
    tools: Callable[[str], Any],
) -> None:
    page = (REPOSITORY / "docs" / "proof.md").read_text(encoding="utf-8")
    said = {
        int(each.replace(",", "")) for each in re.findall(r"\b(?:\d{1,3},)*\d{3}\b(?! %)", page)
    }
    assert said
    assert said <= {*tools("certificate").LEAST.values()}
