"""The site file: who runs this machine, and whom a person can contact about the study."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from prescreen.files.errors import FileError
from prescreen.files.tables import KEY, Frozen
from prescreen.language.conventions import CONVENTIONS

if TYPE_CHECKING:
    ShortText = str
    InEach = Mapping[str, ShortText]

NOT_OF_ONE = (
    "[contact]: it does not say of which study. Move its lines to a table such as [study.ID]."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator(Frozen):
    """Who runs the machine and answers for the data on it, and how to reach them."""

    name: InEach
    reach: InEach


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Frozen):
    """The study site's desk."""

    hospital: InEach
    desk: InEach
    address: InEach
    phone: ShortText
    hours: InEach


@dataclass(frozen=True, slots=True, kw_only=True)
class Site(Frozen):
    """A site file: one desk, or one for each study, by the study's id."""

    operator: Operator
    contact: Contact | None = None
    contacts: dict[str, Contact] = field(default_factory=dict, metadata={KEY: "study"})

    def contact_of(self, study: str) -> Contact | None:
        """The desk of the study with this id; another study's desk never stands for it."""
        return self.contacts.get(study) if self.contacts else self.contact


def load_site(path: Path) -> Site:
    """The site in this file. Raises FileError with a sentence for each thing wrong."""
    from prescreen.files.toml import load_model

    site = load_model(Site, path, _names)
    if site.contact and site.contacts:
        raise FileError([f"{path.name}: {NOT_OF_ONE}"])
    if not site.contact and not site.contacts:
        raise FileError([f'{path.name}: top level: the key "contact" is missing; add it.'])
    return site


def without_desk(site: Site, studies: Sequence[str]) -> Iterator[str]:
    """A sentence for each study that has no desk of its own, though others have one."""
    others = ", ".join(f"[study.{each}]" for each in site.contacts if each not in studies)
    hint = f" It has {others}; mend the id if it is meant so." if others else ""
    for study in studies:
        if site.contacts and study not in site.contacts:
            yield f"there is no table [study.{study}], so that study shows no contact.{hint}"


def _names(_: object) -> dict[str, object]:
    """What a line may be, alone and in each language."""
    from pydantic import StringConstraints

    from prescreen.files.toml import table_of

    text = StringConstraints(min_length=1, max_length=200, strip_whitespace=True)
    line = Annotated[str, text]
    return {"ShortText": line, "InEach": table_of(CONVENTIONS, line)}
