"""Everything wrong with a flow or a catalog, before a patient sees it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from prescreen.files.errors import FileError
from prescreen.flow.load import load
from prescreen.flow.model import Flow
from prescreen.session.loading import domain_of, same_id
from prescreen.session.visit import Setting

FACTS = ("title", "registry_id", "sponsor", "phase", "size", "place", "people", "status", "dates")
"""The facts that a record usually has, by their ids."""


def check(paths: Sequence[Path], language: str | None = None) -> tuple[list[str], list[str]]:
    """What is wrong with these flows and their catalogs, and a summary of what was looked at.

    With a language, the catalogs of the flows are held in that one only.
    """
    from prescreen.check.catalog_upkeep import flow_problems, software_problems
    from prescreen.check.compare import compare_problems
    from prescreen.check.demonstration import script_problems, script_summary
    from prescreen.check.fitting_problems import fitting_problems
    from prescreen.check.ledger import ledger_problems
    from prescreen.check.proof import prove
    from prescreen.check.registry import has_text
    from prescreen.check.same_answer import said_otherwise
    from prescreen.check.trace import trace_problems
    from prescreen.language.catalogs import LANGUAGES
    from prescreen.session.setting import open_setting

    own = software_problems()
    problems = [*own]
    summary: list[str] = []
    ids: set[str] = set()
    for path in paths:
        try:
            flow = load(path)
        except FileError as error:
            problems += error.problems
            continue
        if domain_of(flow) in ids:
            problems.append(same_id(path, flow))
        ids.add(domain_of(flow))
        of_catalogs = flow_problems(path, flow, [language] if language else LANGUAGES)
        setting, refused = _setting(path, language)
        if has_text(path, flow):
            problems += ledger_problems(path, flow)
        problems += trace_problems(path, flow)
        problems += [f"{path.name}: {each}" for each in compare_problems(flow)]
        problems += [f"{path.name}: {each}" for each in said_otherwise(setting)]
        problems += fitting_problems(path, flow)
        problems += script_problems(path, flow)
        counts = f"{len(flow.questions)} questions, {len(flow.criteria)} criteria"
        proof = prove(flow, setting=setting or open_setting(path, None, None, strict=False))
        problems += [f"{path.name}: {each}" for each in proof.problems]
        problems += of_catalogs if of_catalogs or own else refused
        if not setting:
            counts += "; its languages are not compared, for a catalog is not whole"
        counted = (counts, *proof.summary, *script_summary(path, flow), *left_out(path, flow))
        summary += [f"{path.name}: {each}" for each in counted]
    return problems, summary


def _setting(path: Path, language: str | None) -> tuple[Setting | None, Sequence[str]]:
    """The flow in every language, or in one, or why the program would not open it."""
    from prescreen.session.setting import open_setting

    try:
        return open_setting(path, None, language), ()
    except FileError as error:
        return None, error.problems


def left_out(path: Path, flow: Flow) -> Iterator[str]:
    """What a trial can do without, and should not for long."""
    from prescreen.check.queries import has_register
    from prescreen.check.registry import has_text
    from prescreen.session.fitting import has_fitting

    trial = flow.trial
    of_record = {
        "fact": trial.facts,
        "sponsor": trial.sponsor,
        "status": trial.status,
        "record_date": trial.record_date,
        "planned_end": trial.planned_end,
    }
    for key in (each for each, value in of_record.items() if not value):
        yield f'[trial] says nothing of "{key}", as if the record had none'
    for key, text in (("chance", trial.chance), ("medicine", trial.medicine)):
        if text is None:
            yield f'[trial] has no "{key}", so no page speaks of it'
    absent = [each for each in FACTS if each not in {fact.id for fact in trial.facts}]
    if absent:
        yield f"no fact called {', '.join(absent)}, so the page about the study is silent on that"
    if not has_text(path, flow):
        yield "no registry.txt beside it, so nobody checks that each of its words is accounted for"
    if not has_fitting(path, flow):
        yield "no fitting.toml beside it, so no made-up conversation starts from who fits"
    if not has_register(path, flow):
        yield "no queries.toml beside it, so there is no list of points for the investigator"
