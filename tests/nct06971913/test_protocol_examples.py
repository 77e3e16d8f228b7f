"""The checked examples of the protocol, and every row of its table of questions."""

import pytest
from cases import TABLES, cases, differences, shipped

NAMES = sorted(path.stem for path in TABLES.glob("*.toml") if path.stem != "fits")


@pytest.mark.parametrize("name", NAMES)
def test_the_cases_of_a_table_come_out_as_they_say(name: str) -> None:
    every = list(cases(name))
    assert every
    found = {case.name: differences(shipped(), case) for case in every}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
    assert len(found) == len(every), "two cases have the same name"
