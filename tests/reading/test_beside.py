"""What stands beside an answer changes it, makes it an offer, or has it refused."""

from collections.abc import Sequence

import pytest

from prescreen.reading import read_yes_no
from prescreen.values import Mood, Offer, Refusal
from reading.inserted import ANSWERS, FACTS, TURNS, texts
from reading.tables import ASKED, read

DONE = {"打过", "我打过", "有，打过", "I had it"}
"""What says that it was once, which is no yes where it is asked how it is now."""
FACT: tuple[Mood, ...] = ("fact_now", "fact_ever")


def sampled(cases: Sequence[tuple[str, str]]) -> list[object]:
    """Every second case; the others are left to the proofs."""
    marks = ((), pytest.mark.prove)
    return [pytest.param(*case, marks=marks[at % 2]) for at, case in enumerate(cases)]


@pytest.mark.parametrize(("kind", "answer"), sampled([(k, a) for k in ANSWERS for a in ANSWERS[k]]))
def test_what_turns_an_answer_never_leaves_its_value(kind: str, answer: str) -> None:
    plain = read(kind, answer)
    assert not isinstance(plain, Refusal | Offer)
    assert [text for text, _ in texts(answer) if read(kind, text) == plain] == []


TURNS_OF_FACTS = tuple(kind for kind in TURNS if kind != "a negation")
STILL_SO = {"yes": {"以前", "曾经"}, "no": {"其实不", *TURNS["another time"][0]}}
"""What a yes or a no of ever may have beside it: had it in the past, not so at that time either."""


@pytest.mark.parametrize("mood", FACT)
@pytest.mark.parametrize(("meant", "answer"), sampled([(m, a) for m in FACTS for a in FACTS[m]]))
def test_what_turns_a_yes_or_a_no_never_leaves_it(mood: Mood, meant: str, answer: str) -> None:
    if mood == "fact_now" and answer in DONE:
        assert isinstance(read_yes_no(answer, ASKED, mood), Refusal)
        return
    assert read_yes_no(answer, ASKED, mood) == meant
    kinds = TURNS_OF_FACTS if meant == "no" else tuple(TURNS)
    kept = {turn for text, turn in texts(answer, kinds) if read_yes_no(text, ASKED, mood) == meant}
    assert kept <= (STILL_SO[meant] if mood == "fact_ever" else {"其实不"})
