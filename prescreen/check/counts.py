"""How much was explored, how long conversations are, and how they end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from prescreen.check.explore import Branch, Fork
from prescreen.check.marks import Key
from prescreen.dialog.narrow_steps import base
from prescreen.verdict import Outcome

Next = Key | Outcome


@dataclass(frozen=True, slots=True)
class Length:
    """The fewest and the most questions from a place to an end, and the mean."""

    fewest: int
    most: int
    mean: float


@dataclass
class Counts:
    """What one exploration of a flow went through."""

    leads: dict[Key, list[Next]] = field(default_factory=dict)

    def look(self, place: Fork, branches: Sequence[Branch]) -> None:
        """Count one place and all that can be answered there."""
        self.leads[place.key] = [_next(each) for each in branches]

    @property
    def answers(self) -> int:
        """The number of answers that were tried."""
        return sum(map(len, self.leads.values()))

    @property
    def ends(self) -> Counter[Outcome]:
        """For each outcome, how many of the answers lead right to it."""
        return Counter(
            each for every in self.leads.values() for each in every if isinstance(each, Outcome)
        )

    def multiplier(self) -> str:
        """The question whose answers lead to the most new places, beyond those it is put at."""
        more: Counter[str] = Counter()
        known: set[Next] = set(Outcome)
        for key, leads in self.leads.items():
            more[base(str(key[0]))] += len(set(leads) - known) - 1
            known.update(leads)
        return max(more, key=more.__getitem__)

    def length(self) -> Length:
        """How many questions a conversation has, each class of answers being as likely."""
        done: dict[Next, Length] = {each: Length(0, 0, 0) for each in Outcome}
        for key in self._ends_first():
            found = [done.get(each, Length(0, 0, 0)) for each in self.leads[key]]
            done[key] = Length(
                1 + min(each.fewest for each in found),
                1 + max(each.most for each in found),
                1 + sum(each.mean for each in found) / len(found),
            )
        return done[next(iter(self.leads))]

    def conversations(self) -> dict[Outcome, int]:
        """How many conversations, told apart by classes of answers, end in each outcome."""
        ways: Counter[Next] = Counter({next(iter(self.leads)): 1})
        for key in reversed([*self._ends_first()]):
            for each in self.leads[key]:
                ways[each] += ways[key]
        return {each: ways[each] for each in Outcome}

    def _ends_first(self) -> Iterator[Key]:
        """Every place, after all the places it leads to."""
        seen: set[Next] = set(Outcome)
        stack: list[tuple[Key, bool]] = [(next(iter(self.leads)), False)]
        while stack:
            key, is_done = stack.pop()
            if is_done:
                yield key
            elif key not in seen:
                seen.add(key)
                stack.append((key, True))
                stack += [
                    (each, False) for each in self.leads[key] if not isinstance(each, Outcome)
                ]


def _next(branch: Branch) -> Next:
    if branch.verdict:
        return branch.verdict.outcome
    assert branch.key is not None
    return branch.key
