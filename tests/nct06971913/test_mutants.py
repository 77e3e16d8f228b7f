"""No line of the flow file can change its meaning without a table of the protocol noticing.

In `make prove` the tables stand aside: there the oracle, the golden records or `prescreen check`
have to notice. A change that none of them can notice stands in `mutants.toml` with the reason.
"""

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest
from cases import GOLDEN as RECORDS
from cases import TABLES, Case, cases, differences, fitting, known_tables, shipped, talk
from mutants import Mutant, mutants, unheard
from oracle import judge
from people import Someone, someone
from proved import Proved
from rows import each_row
from test_oracle import wanted_of
from transcripts import begin, hold, lines_in

from prescreen.check.proof import prove
from prescreen.dialog.dialog import Script
from prescreen.files.toml import model_of
from prescreen.flow.fields import names
from prescreen.flow.links import problems
from prescreen.flow.model import Flow
from prescreen.session.visit import Setting

TABLE_NAMES = [path.stem for path in sorted(TABLES.glob("*.toml")) if path.stem != "fits"]
TABLES_OF_FLOW = known_tables()
MUTANTS = [*mutants(TABLES_OF_FLOW)]
UNHEARD = [*unheard(TABLES_OF_FLOW)]
HERE = Path(__file__).parent
SURVIVORS = {
    each["name"]: each["reason"]
    for each in tomllib.loads((HERE / "mutants.toml").read_text("utf-8"))["survivor"]
}
GOLDEN = [path.read_text("utf-8") for path in sorted(RECORDS.glob("*.txt"))]
PEOPLE = 3_000


@cache
def _green() -> list[tuple[Case, set[str]]]:
    """The cases that hold for the flow as it is, each with the words it speaks of.

    A case that never holds would notice anything.
    """
    every = [case for name in TABLE_NAMES for case in cases(name)]
    return [(case, _words(case)) for case in every if not differences(shipped(), case)]


def _words(case: Case) -> set[str]:
    spoken = {step for step, said in case.answers.items() if said != fitting().get(step)}
    return {*spoken, *case.findings, *case.name.replace(",", " ").replace(":", " ").split()}


def _nearest_first(mutant: Mutant) -> list[Case]:
    """The cases that speak of what was changed, before the others."""
    about = set(mutant.about)

    def far(green: tuple[Case, set[str]]) -> int:
        case, words = green
        return -len(words & about) - bool(case.path)

    return [case for case, _ in sorted(_green(), key=far)]


PARTS = 24
SOME = MUTANTS[::36]


def _a_table_notices(mutant: Mutant) -> bool:
    """Whether some row of the protocol's tables is decided otherwise, or the flow is refused."""
    flow = model_of(Flow, mutant.tables, "mutant", names)
    setting = Setting(Script.of(flow), {}, "mutant") if not problems(flow) else None
    return not setting or any(differences(setting, case) for case in _nearest_first(mutant))


@each_row("mutant", SOME)
def test_a_table_notices_a_change_of_the_flow(mutant: Mutant) -> None:
    assert _a_table_notices(mutant)


@pytest.mark.prove
@pytest.mark.parametrize("part", range(PARTS))
def test_a_table_notices_every_change_of_the_flow(part: int) -> None:
    assert [each.name for each in MUTANTS[part::PARTS] if not _a_table_notices(each)] == []


@cache
def _people() -> list[tuple[Someone, dict[str, object]]]:
    """People, and what the oracle makes of them."""
    random = Random(0)
    people = [someone(random) for _ in range(PEOPLE)]
    return [(each, wanted_of(judge(each.today, each.meanings))) for each in people]


def _noticed_by(mutant: Mutant, setting: Setting) -> str:
    """Who notices a change of the flow first; nobody is the empty text."""
    flow = model_of(Flow, mutant.tables, "mutant", names)
    if problems(flow):
        return "check"
    script = Script.of(flow, setting.script.labels)
    plain, spoken = Setting(script, {}, "mutant"), replace(setting, script=script)
    if any(talk(plain, each.texts, each.today) != wanted for each, wanted in _people()):
        return "oracle"
    if any(hold(begin(text, spoken), lines_in(text)).text != text for text in GOLDEN):
        return "golden"
    return "check" if prove(flow).problems else ""


@pytest.mark.prove
@pytest.mark.parametrize("part", range(PARTS))
def test_the_oracle_a_golden_record_or_check_notices_every_change_of_the_flow(
    part: int, setting: Setting, proved: Proved
) -> None:
    for mutant in [*MUTANTS, *UNHEARD][part::PARTS]:
        found = _noticed_by(mutant, setting)
        assert bool(found) != (mutant.name in SURVIVORS), mutant.name
        proved("changes of the flow")
        proved(f"changes of the flow: {f'noticed by {found}' if found else 'explained'}")


def test_every_survivor_is_a_mutant_and_has_its_reason() -> None:
    assert SURVIVORS.keys() <= {each.name for each in (*MUTANTS, *UNHEARD)}
    assert all(SURVIVORS.values())


def test_no_mutant_is_the_flow_itself() -> None:
    assert TABLES_OF_FLOW not in [each.tables for each in MUTANTS]


def test_there_are_mutants_of_every_criterion() -> None:
    names = " ".join(each.name for each in MUTANTS)
    missing = [each["id"] for each in TABLES_OF_FLOW["criterion"] if f"{each['id']} " not in names]
    assert missing == []
