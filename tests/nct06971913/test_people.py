"""The random people say what the oracle has to tell apart."""

from random import Random

from oracle import Amount
from people import someone


def test_a_strength_is_said_as_a_range_now_and_then() -> None:
    random = Random(0)
    said = [
        each
        for _ in range(300)
        for each in someone(random).meanings.get("steroid_strength", ())
        if isinstance(each, Amount)
    ]
    wide = [each.most - each.number for each in said if each.most is not None]
    assert 30 < len(wide) < len(said) / 2
    assert all(each > 0 for each in wide)
