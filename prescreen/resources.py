"""Where the flow files and the catalogs are: in the wheel, or else in the checkout."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def flows() -> Path:
    """The folder of flow files."""
    return _folder("flows")


def locales() -> Path:
    """The folder of catalogs."""
    return _folder("locales")


def _folder(name: str) -> Path:
    for place in (PACKAGE / "_data" / name, PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(
        f"No folder {name}/ in {PACKAGE / '_data'} nor in {PACKAGE.parent}: "
        "install prescreen's wheel, or run from a whole checkout."
    )
