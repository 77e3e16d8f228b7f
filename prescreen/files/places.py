"""Where the flow files and the catalogs are: in the wheel, or else in the checkout."""

from pathlib import Path

from prescreen.files.errors import FileError

PACKAGE = Path(__file__).resolve().parent.parent


def flows() -> Path:
    """The folder of flow files."""
    return _folder("flows")


def flow_files() -> list[Path]:
    """The shipped flow files. Raises FileError where there is none."""
    found = sorted(flows().glob("*.toml"))
    if not found:
        raise FileError([f"{flows()}: there is no flow file. Name one with --flow."])
    return found


def locales() -> Path:
    """The folder of catalogs."""
    return _folder("locales")


def _folder(name: str) -> Path:
    for place in (PACKAGE / "_data" / name, PACKAGE.parent / name):
        if place.is_dir():
            return place
    sentence = f"{PACKAGE.parent / name}: there is no such folder, nor {PACKAGE / '_data' / name}."
    raise FileError([f"{sentence} Install prescreen's wheel, or run from a whole checkout."])
