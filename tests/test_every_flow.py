"""Nothing is wrong with any flow that is there, nor with what lies beside it."""

from __future__ import annotations

from pathlib import Path

from flows import EVERY_FLOW, FLOWS
from prescreen.check.catalog_upkeep import flow_problems
from prescreen.check.fitting_problems import fitting_problems
from prescreen.check.ledger import ledger_problems
from prescreen.check.trace import trace_problems
from prescreen.flow.load import load


def test_there_is_a_flow() -> None:
    assert FLOWS


@EVERY_FLOW
def test_every_word_of_the_registry_has_its_place(flow: Path) -> None:
    assert ledger_problems(flow, load(flow)) == []


@EVERY_FLOW
def test_every_sentence_leads_to_what_a_patient_hears(flow: Path) -> None:
    assert trace_problems(flow, load(flow)) == []


@EVERY_FLOW
def test_the_catalogs_and_the_register_are_whole(flow: Path) -> None:
    assert flow_problems(flow, load(flow)) == []


@EVERY_FLOW
def test_somebody_fits_on_any_day(flow: Path) -> None:
    assert fitting_problems(flow, load(flow)) == []
