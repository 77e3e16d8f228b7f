"""No line of the flow file can change its meaning without a table of the protocol noticing."""

from functools import cache

import pytest
from cases import FLOW, TABLES, Case, cases, differences, fitting, shipped
from mutants import Mutant, mutants

from prescreen.dialog import Script
from prescreen.files import model_of, read_toml
from prescreen.flow.links import problems
from prescreen.flow.model import Flow
from prescreen.visit import Setting

TABLE_NAMES = [path.stem for path in sorted(TABLES.glob("*.toml")) if path.stem != "fits"]
MUTANTS = [*mutants(read_toml(FLOW))]


@cache
def _green() -> list[Case]:
    """The cases that hold for the flow as it is: a case that never holds would notice anything."""
    every = [case for name in TABLE_NAMES for case in cases(name)]
    return [case for case in every if not differences(shipped(), case)]


def _nearest_first(mutant: Mutant) -> list[Case]:
    """The cases that speak of what was changed, before the others."""

    def far(case: Case) -> int:
        spoken = {step for step, said in case.answers.items() if said != fitting().get(step)}
        words = {*spoken, *case.findings, *case.name.replace(",", " ").replace(":", " ").split()}
        return -len(words & set(mutant.about)) - bool(case.path)

    return sorted(_green(), key=far)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_table_notices_a_change_of_the_flow(mutant: Mutant) -> None:
    flow = model_of(Flow, mutant.tables, "mutant")
    if not problems(flow):
        setting = Setting(Script.of(flow), {}, "mutant")
        assert any(differences(setting, case) for case in _nearest_first(mutant))


def test_no_mutant_is_the_flow_itself() -> None:
    assert read_toml(FLOW) not in [each.tables for each in MUTANTS]


def test_there_are_mutants_of_every_criterion() -> None:
    names = " ".join(each.name for each in MUTANTS)
    missing = [each["id"] for each in read_toml(FLOW)["criterion"] if f"{each['id']} " not in names]
    assert missing == []
