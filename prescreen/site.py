"""The site file: who runs this machine, and whom a person can contact about the study."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import StringConstraints

from prescreen.files import Frozen, load_model

Line = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]


class InBoth(Frozen):
    """One line in each language."""

    en: Line
    zh_CN: Line

    def in_language(self, code: str) -> str:
        """The line in the language with this code."""
        return self.en if code == "en" else self.zh_CN


class Operator(Frozen):
    """Who runs the machine and answers for the data on it, and how to reach them."""

    name: InBoth
    reach: InBoth


class Contact(Frozen):
    """The study site's desk."""

    hospital: InBoth
    desk: InBoth
    address: InBoth
    phone: Line
    hours: InBoth


class Site(Frozen):
    """A site file."""

    operator: Operator
    contact: Contact


def load_site(path: Path) -> Site:
    """The site in this file. Raises FileError with a sentence for each thing wrong."""
    return load_model(Site, path)
