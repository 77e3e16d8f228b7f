"""The certificate: one page that says what was proved, of which files, with which versions.

`tools/certificate.py 2026-11-23` reads what the steps of `make prove` wrote under build/proof and
writes dist/certificate.md. The same results on the same date give the same page, bit for bit. There
is none where a proof is missing, has failed or was skipped, or is about other files.
"""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from digest import WRITTEN, digest_of

from prescreen import __version__
from prescreen.check import check
from prescreen.files import places

ROOT = Path(__file__).parents[1]
PROOF = ROOT / "build" / "proof"
PAGE = ROOT / "dist" / "certificate.md"
SHIPPED = places.flows() / "nct06971913.toml"
PACKAGES = ("textual", "transitions", "babel", "pydantic", "pytest", "hypothesis", "mutmut")
LEAST = {
    "people that the oracle agrees on": 100_000,
    "random conversations that went as explored": 100_000,
    "explorations of a flow on a day": 10,
    "changes of the flow": 350,
    "random visits, each of up to fifty deeds": 1_000,
    "random hands on the screen, each of up to forty deeds": 200,
    "random conversations, the same on the screen and in plain lines": 600,
    "endings after which no answer was found": 36,
    "kills at random moments": 1_200,
    "random bytes typed on the screen": 1_000_000,
    "random bytes typed in plain lines": 200_000,
    "corrupted flow files": 50_000,
    "corrupted catalogs": 60_000,
    "corrupted files beside a flow": 24_000,
    "corrupted checkouts": 300,
    "corrupted site files": 10_000,
}
"""What a whole run counts at least; less is a part of one, and certifies nothing."""


class Unproved(Exception):
    """A proof is missing or has failed, so that nothing can be certified."""


def main() -> int:
    """Write the certificate; 2 with a sentence where something is not proved."""
    try:
        day = date.fromisoformat(sys.argv[1])
    except (IndexError, ValueError):
        print("Say the date of the certificate, such as 2026-11-23.", file=sys.stderr)
        return 2
    try:
        page = "\n".join(_page(day)) + "\n"
    except Unproved as error:
        print(f"No certificate: {error}", file=sys.stderr)
        return 2
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page, encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)} is written.")
    return 0


def _page(day: date) -> Iterator[str]:
    digest = _digest()
    rows = [*_rows()]
    problems, explored = check([SHIPPED])
    if problems:
        raise Unproved(f"`prescreen check` has something to say: {problems[0]}")
    yield f"# What was proved of prescreen {__version__}\n"
    yield f"Date: {day.isoformat()}. Every line below was measured by `make prove`, which ends with"
    yield "an error instead of this page where one of the proofs fails. How the proofs work is said"
    yield "in docs/proof.md.\n"
    yield "## The files\n"
    yield "| File | SHA-256 |\n|---|---|"
    yield f"| all that was proved, and proved with (tools/digest.py) | `{digest}` |"
    yield from (f"| {name} | `{each}` |" for name, each in _digests())
    yield "\n## The flow, explored to all its ends\n"
    yield from (f"- {each.partition(': ')[2]}" for each in explored)
    yield "\n## What else was held against it\n"
    yield "| Proof | Number |\n|---|---|"
    yield from (f"| {what} | {number} |" for what, number in rows)
    yield "\n## How hard the words are\n"
    yield _read("readability.md").strip()
    yield "\n## Versions\n"
    yield "| Of | Version |\n|---|---|"
    yield f"| Python | {platform.python_version()} |"
    yield from (f"| {each} | {version(each)} |" for each in PACKAGES)


def _digest() -> str:
    """The digest of the files, which have to be those that the proofs began with."""
    digest = digest_of(ROOT)
    if _read(Path(WRITTEN).name).strip() != digest:
        raise Unproved("the files are others than when the proofs began; run `make prove`.")
    return digest


def _digests() -> Iterator[tuple[str, str]]:
    folder = SHIPPED.with_suffix("")
    catalogs = sorted(places.locales().glob("*/LC_MESSAGES/*.po"))
    verdict = sorted((ROOT / "prescreen" / "verdict").glob("*.py"))
    for path in (SHIPPED, *sorted(folder.iterdir()), *catalogs, *verdict):
        yield path.relative_to(ROOT).as_posix(), sha256(path.read_bytes()).hexdigest()


def _rows() -> Iterator[tuple[str, str]]:
    tests, mutation, covered = (_json(f"{each}.json") for each in ("tests", "mutation", "coverage"))
    for outcome in ("failed", "skipped"):
        if count := tests["tests"].get(outcome):
            raise Unproved(f"{count} of the proofs {outcome}; run `make prove` again.")
    counts: Mapping[str, int] = tests["counts"]
    for what, least in LEAST.items():
        if counts.get(what, 0) < least:
            raise Unproved(f"{what}: {counts.get(what, 0):,} of {least:,}; run `make prove`.")
    if mutation["killed"] + mutation["explained"] != mutation["mutants"]:
        raise Unproved("a change of the verdict's code is neither noticed nor explained.")
    yield "tests that are proofs, all passed", f"{tests['tests']['passed']:,}"
    yield from ((what, f"{number:,}") for what, number in sorted(counts.items()))
    for what in ("mutants", "killed", "explained"):
        yield f"changes of the verdict's code: {what}", f"{mutation[what]:,}"
    totals = covered["totals"]
    for what, whole in (("lines", "num_statements"), ("branches", "num_branches")):
        if totals[f"covered_{what}"] < totals[whole]:
            raise Unproved(f"not all {what} of the core are gone through by tests.")
        share = f"{totals[f'covered_{what}']:,} of {totals[whole]:,}"
        yield f"{what} of the core that tests go through", share


def _json(name: str) -> Any:
    try:
        return json.loads(_read(name))
    except ValueError:
        raise Unproved(f"build/proof/{name} is damaged; run `make prove`.") from None


def _read(name: str) -> str:
    try:
        return (PROOF / name).read_text(encoding="utf-8")
    except OSError:
        raise Unproved(f"build/proof/{name} is missing; run `make prove`.") from None


if __name__ == "__main__":
    sys.exit(main())
