r"""One digest of all that `make prove` proves, and proves it with.

`tools/digest.py` writes it under build/proof before the first proof, and there is no certificate
where the files are others at the end. In a checkout this prints the same:

    find flows locales prescreen tests tools Makefile constraints.txt pyproject.toml -type f \
        ! -path "*/.*" ! -name "*.pyc" | LC_ALL=C sort | xargs sha256sum | sha256sum
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[1]
WRITTEN = "build/proof/digest"
FOLDERS = ("flows", "locales", "prescreen", "tests", "tools")
BESIDE = ("Makefile", "constraints.txt", "pyproject.toml")
MADE = (".pyc",)
"""Compiled from what is counted."""


def digest_of(root: Path) -> str:
    """The digest of the files under a folder, by their names and what stands in them."""
    lines = (f"{sha256(path.read_bytes()).hexdigest()}  {name}\n" for name, path in _files(root))
    return sha256("".join(lines).encode()).hexdigest()


def _files(root: Path) -> list[tuple[str, Path]]:
    found = [path for folder in FOLDERS for path in _under(root / folder)]
    found += [root / name for name in BESIDE]
    return sorted((path.relative_to(root).as_posix(), path) for path in found)


def _under(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and path.suffix not in MADE and not hidden:
            yield path


def main() -> None:
    """Write the digest of this checkout."""
    path = ROOT / WRITTEN
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{digest_of(ROOT)}\n", encoding="ascii")


if __name__ == "__main__":
    main()
