"""Common words that are joined are no yes and no no by chance."""

from collections.abc import Iterable
from itertools import islice

import pytest
from proved import Proved
from reading.inserted import NEGATORS, TURNING, joined
from reading.tables import TODAY

from prescreen.dialog.listen import listen
from prescreen.session.visit import Setting
from prescreen.values import Offer, Picked

ONLY_LOOKS_TURNED = {
    **dict.fromkeys(("什么都没", "什么都没有", "什么也没", "什么也没有"), Picked(("no",))),
    "给我打过": Picked(("yes",)),
}
"""With 都 or 也 before a negation 什么 asks nothing, it is "nothing at all"; 给我 is to oneself."""


def misheard(setting: Setting, joins: Iterable[tuple[str, tuple[str, ...], int]]) -> list[str]:
    """Joined words that are heard as yes or no at "ever had IVIG" with a word that forbids it."""
    question = setting.script.plan.flow.question("ivig")
    labels = setting.script.labels["ivig"]
    found = []
    for text, words, lang in joins:
        heard = listen(question, text, TODAY, labels)
        meant = heard.value if isinstance(heard, Offer) else heard
        if isinstance(meant, Picked):
            forbidden = TURNING[lang] | (NEGATORS[lang] if heard == Picked(("yes",)) else set())
            if forbidden & {*words} and meant != ONLY_LOOKS_TURNED.get(text):
                found.append(text)
    return found


def test_joined_common_words_are_no_yes_and_no_no_by_chance(setting: Setting) -> None:
    assert misheard(setting, islice(joined(2), 0, None, 11)) == []
    assert misheard(setting, islice(joined(3), 0, None, 587)) == []
    assert misheard(setting, ((text, (text[:2], text[:1]), 0) for text in ONLY_LOOKS_TURNED)) == []


@pytest.mark.prove
def test_no_three_joined_words_are_a_yes_or_a_no_by_chance(
    setting: Setting, proved: Proved
) -> None:
    joins = list(joined(3))
    assert misheard(setting, joins) == []
    proved("texts of one to three joined words", len(joins))
