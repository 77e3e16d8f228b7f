"""The checked examples of the protocol, and every row of its table of questions."""

import pytest
from cases import TABLES, Case, cases, differences, shipped

NAMES = sorted(path.stem for path in TABLES.glob("*.toml") if path.stem != "fits")
CASES = [pytest.param(case, id=f"{name}: {case.name}") for name in NAMES for case in cases(name)]


@pytest.mark.parametrize("case", CASES)
def test_a_case_of_the_tables_comes_out_as_it_says(case: Case) -> None:
    assert differences(shipped(), case) == []


def test_no_two_cases_of_a_table_have_the_same_name() -> None:
    for name in NAMES:
        names = [case.name for case in cases(name)]
        assert len(names) == len(set(names)), name
