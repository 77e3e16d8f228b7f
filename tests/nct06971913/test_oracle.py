"""The package and a second, independent reading of the protocol come to the same for everybody."""

from collections import Counter
from random import Random

import pytest
from cases import shipped, talk
from oracle import Talk, judge
from people import someone
from proved import Proved

from prescreen.dialog.machine import steps


def wanted_of(found: Talk) -> dict[str, object]:
    """What `screen` has to print of a conversation that the oracle judged."""
    return {
        "outcome": found.outcome,
        "recheck": found.recheck.isoformat() if found.recheck else None,
        "findings": {
            each: {"status": status}
            if status != "not_met"
            else {
                "status": status,
                "lasting": lasting,
                "until": until.isoformat() if until else None,
            }
            for each, (status, lasting, until) in found.findings.items()
        },
        "asked": found.asked,
        "refused": found.refused,
        "waiting_for": found.waiting_for,
    }


FEW, SOME = range(6), range(30)
MANY = [range(first, first + 25) for first in range(1000, 2000, 25)]


def held(seed: int) -> Counter[object]:
    """What a hundred people come to, for whom package and oracle have to agree."""
    random, found = Random(seed), Counter[object]()
    for _ in range(100):
        person = someone(random)
        wanted, texts = judge(person.today, person.meanings), person.texts
        said = {step: texts.get(step) for step in wanted.asked}
        assert talk(shipped(), texts, person.today) == wanted_of(wanted), (person.today, said)
        found.update([wanted.outcome, *wanted.asked])
        found.update((criterion, status) for criterion, (status, _, _) in wanted.findings.items())
        found.update(reason for reasons in wanted.refused.values() for reason in reasons)
    return found


@pytest.mark.parametrize("seed", FEW)
def test_the_oracle_agrees_on_a_hundred_people(seed: int) -> None:
    held(seed)


@pytest.mark.prove
@pytest.mark.parametrize("seeds", MANY, ids=str)
def test_the_oracle_agrees_on_many_more(seeds: range, proved: Proved) -> None:
    for seed in seeds:
        held(seed)
    proved("people that the oracle agrees on", 100 * len(seeds))


BOTH, ALL = ("met", "unknown"), ("met", "not_met", "unknown")
STATUSES = {
    **dict.fromkeys(("I1", "I2", "I3a", "I3b", "I4", "E3", "E4a", "E4b", "E4c", "E5", "E6"), ALL),
    **dict.fromkeys(("E7", "E8", "E9", "E10", "E12"), ALL),
    **dict.fromkeys(("E1", "E2", "E11"), BOTH),
    "I5": ("unknown",),
}
OUTCOMES = ("likely_eligible", "ask_site", "not_now", "not_this_study", "declined", None)
REASONS = ("unit", "ambiguous", "future", "contradiction", "not_an_answer")


@pytest.mark.prove
def test_the_people_come_to_every_outcome_question_finding_and_refusal() -> None:
    every = sum((held(seed) for seed in SOME), Counter[object]())
    findings = [(criterion, each) for criterion, statuses in STATUSES.items() for each in statuses]
    wanted = {*OUTCOMES, *steps(shipped().script.plan), *findings, *REASONS}
    assert wanted == every.keys()
    assert [each for each in wanted if every[each] < 9] == []
