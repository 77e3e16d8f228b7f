"""The site file: who runs this machine, and whom a person can contact about the study."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from prescreen.files.tables import Frozen

if TYPE_CHECKING:
    Line = str


@dataclass(frozen=True, slots=True, kw_only=True)
class InBoth(Frozen):
    """One line in each language."""

    en: Line
    zh_CN: Line

    def in_language(self, code: str) -> str:
        """The line in the language with this code."""
        return self.en if code == "en" else self.zh_CN


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator(Frozen):
    """Who runs the machine and answers for the data on it, and how to reach them."""

    name: InBoth
    reach: InBoth


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Frozen):
    """The study site's desk."""

    hospital: InBoth
    desk: InBoth
    address: InBoth
    phone: Line
    hours: InBoth


@dataclass(frozen=True, slots=True, kw_only=True)
class Site(Frozen):
    """A site file."""

    operator: Operator
    contact: Contact


def load_site(path: Path) -> Site:
    """The site in this file. Raises FileError with a sentence for each thing wrong."""
    from prescreen.files.toml import load_model

    return load_model(Site, path, _names)


def _names(_: object) -> dict[str, object]:
    """What a line may be."""
    from pydantic import StringConstraints

    line = StringConstraints(min_length=1, max_length=200, strip_whitespace=True)
    return {"Line": Annotated[str, line]}
