"""The conversation itself, held along explored paths: every arrow taken, and answers changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import product

from prescreen.check.explore import Trail
from prescreen.check.faults import FromTo
from prescreen.check.worded import worded, worded_path
from prescreen.dialog.answer_ids import RESULT
from prescreen.dialog.dialog import Dialog, Script, Stuck
from prescreen.dialog.enough import EARLY
from prescreen.dialog.narrow_steps import base, is_narrow
from prescreen.dialog.route import Route
from prescreen.flow.states import OPENING, REVIEW
from prescreen.values import Blank, Picked, Value
from prescreen.verdict import Verdict

EACH = 5
"""On how many paths each way to change an answer is tried."""


def hold(script: Script, today: date, said: Iterable[tuple[str, Value]]) -> Dialog:
    """A conversation in which this is said. Raises Stuck."""
    dialog = Dialog(script, today)
    for _ in OPENING:
        dialog.forward()
    for step, value in said:
        if dialog.state != step:
            raise Stuck(f"{dialog.state} is put in place of {step}")
        dialog.take(value)
    return dialog


class Rehearsal:
    """Conversations about one flow on one day, along a path for each arrow.

    `early` is a path to each step where the result can be asked for, `too_early` to each other.
    """

    def __init__(
        self,
        script: Script,
        today: date,
        arrows: Mapping[FromTo, Trail],
        early: Mapping[str, Trail],
        too_early: Mapping[str, Trail],
    ) -> None:
        self.script = script
        self.today = today
        self.arrows = arrows
        self.early = early
        self.too_early = too_early
        self.changes = 0

    def sentences(self) -> list[str]:
        """A sentence for each way in which a conversation does not go as explored."""
        return [*dict.fromkeys([*self._forward(), *self._early(), *self._changed()])]

    def _forward(self) -> Iterator[str]:
        for (source, dest), said in self.arrows.items():
            try:
                dialog = hold(self.script, self.today, said)
                if source == REVIEW and dialog.state == REVIEW:
                    dialog.forward()
                reached = [dialog.state, _there_and_back(dialog)]
            except Stuck as error:
                yield f"[machine] {error}. For example: {worded_path(said)}."
                continue
            if reached != [dest, dest]:
                path = worded_path(said)
                yield f'[machine] "{source}" does not lead to "{dest}". For example: {path}.'

    # ---- the result before the end ------------------------------------------------------------

    def _early(self) -> Iterator[str]:
        for step, said in self.early.items():
            try:
                trouble = self._early_trouble(said)
            except Stuck as error:
                trouble = str(error)
            if trouble:
                yield f'[question "{base(step)}"] {trouble}. For example: {worded_path(said)}.'
        for step, said in self.too_early.items():
            dialog = hold(self.script, self.today, said)
            if dialog.enough or dialog.answer(RESULT) is None:
                yield (
                    f'[question "{base(step)}"] gives a result before enough is known. '
                    f"For example: {worded_path(said)}."
                )

    def _early_trouble(self, said: Trail) -> str:
        """What is wrong with the result that is asked for after this, and with the way back."""
        dialog = hold(self.script, self.today, said)
        before = _sight(dialog)
        if dialog.answer(RESULT) is not None:
            return "refuses the result, though no joint date can come any more"
        if dialog.verdict != EARLY:
            return "gives another result early than not_now without a date"
        dialog.check()
        dialog.see_result()
        dialog.resume()
        if _sight(dialog) != before:
            return "is not where it was once an early result has been seen"
        return ""

    # ---- back and change ----------------------------------------------------------------------

    def _changed(self) -> Iterator[str]:
        for step, values in self._others().items():
            paths = [each for each in self.arrows.values() if step in dict(each)]
            for value, said in product(values, paths[-EACH:]):
                self.changes += 1
                yield from self._change(said, step, value)

    def _others(self) -> dict[str, set[Value]]:
        """For each step, an answer for each way on; days and ages that may not fit left out."""
        found: dict[str, set[Value]] = {}
        for (source, _), said in self.arrows.items():
            value = dict(said).get(source)
            if value and (not is_narrow(source) or isinstance(value, Picked | Blank)):
                found.setdefault(source, set()).add(value)
        return found

    def _change(self, said: Trail, step: str, value: Value) -> Iterator[str]:
        """Answer one step anew, then go back to what was said at first."""
        try:
            dialog = hold(self.script, self.today, said)
            for each in (value, dict(said)[step]):
                if dialog.state != REVIEW:
                    dialog.check()
                dialog.revise(step)
                stale = self.script.plan.void_after(step) if each != dialog.value(step) else set()
                dialog.take(each)
                kept = {put: dialog.value(put) for put in dialog.route.steps if put not in stale}
                answers = [(put, given) for put, given in (kept | {step: each}).items() if given]
                fresh = hold(self.script, self.today, answers)
                if _sight(fresh) != _sight(dialog):
                    yield (
                        f'[question "{base(step)}"] to change the answer to {worded(each)} leads '
                        f"elsewhere than to give it at once. For example: {worded_path(said)}."
                    )
        except Stuck as error:
            yield f"[machine] {error}, once an answer is changed. For example: {worded_path(said)}."


def _there_and_back(dialog: Dialog) -> str:
    """Where the conversation is after all the way back to its start and on again."""
    ended = dialog.at_outcome
    while dialog.back():
        pass
    for _ in OPENING:
        dialog.forward()
    if ended and dialog.state == REVIEW:
        dialog.forward()
    return dialog.state


def _sight(dialog: Dialog) -> tuple[str, Route, Verdict | None]:
    return dialog.state, dialog.route, dialog.verdict
