"""All that is read for a visit: the flow, its catalogs and the site, checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from prescreen.files import places
from prescreen.files.errors import FileError
from prescreen.flow.messages import flow_messages
from prescreen.flow.model import Flow
from prescreen.language.catalogs import LANGUAGES, SOFTWARE, Language, catalog_folder, load_language
from prescreen.language.locale_formats import formats_of
from prescreen.language.site import NOT_OF_ONE, Site, load_site, without_desk
from prescreen.page.audiences import audience_messages
from prescreen.page.words import software_messages
from prescreen.system.printable import quoted

VERSION_DIGITS = 12


@dataclass(frozen=True, slots=True)
class SettingFiles:
    """All that stands in the files of a setting, checked; and the version of flow and catalogs."""

    flow: Flow
    languages: Mapping[str, Language]
    site: Site | None
    version: str = ""


def read_setting_files(
    flow_path: Path, site_path: Path | None, language: str | None, *, strict: bool = True
) -> SettingFiles:
    """Read and check the files of a setting. Raises FileError for what is wrong.

    With `strict`, the wanted language (or both, if none is named) has to be complete; a language
    that is not needed and not complete is left out.
    """
    from prescreen.flow.load import load

    flow = load(flow_path)
    languages = _languages(flow, flow_path, domain_of(flow), language, strict=strict)
    site = load_site(site_path) if site_path else None
    return SettingFiles(flow, languages, site, version_of(flow_path, domain_of(flow)))


@dataclass(frozen=True, slots=True)
class Studies:
    """The files of every study that can be opened, and what is wrong with the others."""

    files: tuple[SettingFiles, ...]
    problems: tuple[str, ...] = ()


def read_studies(
    flow_paths: Sequence[Path], site_path: Path | None, language: str | None
) -> Studies:
    """Read the files of every study like `read_setting_files`, and leave out what is broken.

    Raises FileError for a broken site file, and where no study is left.
    """
    site = _site(site_path, several=len(flow_paths) > 1)
    found: dict[str, SettingFiles] = {}
    problems: list[str] = []
    for path in flow_paths:
        try:
            files = read_setting_files(path, None, language)
        except FileError as error:
            problems += error.problems
            continue
        domain = domain_of(files.flow)
        if domain in found:
            problems.append(same_id(path, files.flow))
        else:
            found[domain] = replace(files, site=site)
    if not found:
        raise FileError(problems)
    if site and site_path:
        studies = [each.flow.trial.id for each in found.values()]
        problems += [f"{site_path.name}: {each}" for each in without_desk(site, studies)]
    return Studies(tuple(found.values()), tuple(problems))


def _site(path: Path | None, *, several: bool) -> Site | None:
    site = load_site(path) if path else None
    if several and path and site and site.contact:
        raise FileError([f"{path.name}: {NOT_OF_ONE}"])
    return site


def same_id(path: Path, flow: Flow) -> str:
    """That the id of a study is another's too."""
    same = f"another flow has the id {quoted(flow.trial.id)}"
    return f"{path.name}: [trial] id: {same}. Change one of the two."


def version_of(flow_path: Path, domain: str) -> str:
    """The first twelve digits of a digest of the flow, of its catalogs and of the program's own."""
    from hashlib import sha256

    digest = sha256(flow_path.read_bytes())
    for name, folder in ((domain, catalog_folder(flow_path, domain)), (SOFTWARE, places.locales())):
        for path in sorted(folder.glob(f"*/LC_MESSAGES/{name}.po")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:VERSION_DIGITS]


def domain_of(flow: Flow) -> str:
    """The name of a flow's catalogs: the trial's id in lower case."""
    return flow.trial.id.lower()


def companion(flow_path: Path, flow: Flow, name: str) -> Path:
    """A file of the trial: in the folder of its name beside the flow, or else with the program."""
    near = flow_path.resolve().parent / domain_of(flow) / name
    shipped = places.flows() / domain_of(flow) / name
    return shipped if shipped.exists() and not near.exists() else near


def _languages(
    flow: Flow, flow_path: Path, domain: str, wanted: str | None, *, strict: bool
) -> Mapping[str, Language]:
    found: dict[str, Language] = {}
    for code in LANGUAGES:
        try:
            found[code] = _language(flow, flow_path, domain, code)
        except FileError:
            if strict and wanted in (None, code):
                raise
    return found


def _language(flow: Flow, flow_path: Path, domain: str, code: str) -> Language:
    own = load_language(
        code, places.locales(), {SOFTWARE: (*software_messages(), *audience_messages())}
    )
    of_flow = load_language(
        code, catalog_folder(flow_path, domain), {domain: flow_messages(flow, domain)}
    )
    return Language(code, {**own.sentences, **of_flow.sentences}, formats_of(code))
