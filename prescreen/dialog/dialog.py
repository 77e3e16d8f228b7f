"""The conversation: a `transitions` machine whose state follows from the answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from transitions import EventData

from prescreen.dialog.answer_ids import RESULT
from prescreen.dialog.drugs import tablet_of
from prescreen.dialog.enough import EARLY, enough_from
from prescreen.dialog.hearing import heard_at
from prescreen.dialog.machine import Trigger
from prescreen.dialog.narrow import Wide, narrowings
from prescreen.dialog.narrow_steps import base, is_narrow
from prescreen.dialog.plan import Plan
from prescreen.dialog.progress import Progress, progress
from prescreen.dialog.route import Route, follow
from prescreen.dialog.script import Script
from prescreen.flow.gate import takes_adults
from prescreen.flow.model import Flow, Question
from prescreen.flow.states import LANGUAGE, LEFT, NOTICE, REVIEW, STAFF, STUDY, VOICE
from prescreen.reading import is_command, read_assent
from prescreen.values import Interval, Offer, Reason, Refusal, Value
from prescreen.verdict import Finding, Narrowing, Outcome, Verdict, verdict

__all__ = ["Dialog", "Progress", "Script", "Stuck"]


class Stuck(RuntimeError):
    """The machine has no arrow to where the answers lead; a fault of the program."""


class Dialog:
    """One person's conversation.

    `state` is a step's id, or one of the pages before and after the questions. Only the triggers
    of the machine change it. Answers are kept by step id; going back deletes none of them. What
    is `offered` is what the last text most likely means, until that is answered or left behind.
    """

    state: str

    def __init__(self, script: Script, today: date) -> None:
        self.script = script
        self.today = today
        self.state = str(script.machine.initial)
        self._answers: dict[str, Value] = {}
        self._route: Route | None = None
        self.offered: Value | None = None
        self.by_parent = not takes_adults(script.plan.flow)

    @property
    def plan(self) -> Plan:
        """What is looked up of the flow, by who answers: for a child, a parent has to."""
        return self.script.parents if self.by_parent else self.script.plan

    @property
    def flow(self) -> Flow:
        """The flow that is talked through."""
        return self.script.plan.flow

    @property
    def undecided(self) -> bool:
        """Whether nobody has chosen yet, or any more, which of several studies it is about."""
        return self.script.of_several and self.state in (LANGUAGE, STUDY, LEFT)

    @property
    def route(self) -> Route:
        """The path that the answers take."""
        if self._route is None:
            self._route = follow(self.plan, self._answers, self.today)
        return self._route

    @property
    def question(self) -> Question | None:
        """The question that is put now, itself or to narrow its answer."""
        known = base(self.state) in self.plan.readers
        return self.flow.question(base(self.state)) if known else None

    @property
    def findings(self) -> Mapping[str, Finding]:
        """The criteria decided so far."""
        return self.route.findings

    @property
    def verdict(self) -> Verdict | None:
        """The outcome, once no question waits or the result is asked for before that."""
        if self.route.waiting and not self.at_outcome:
            return None
        return verdict(self.flow, self.route.findings, self.route.view, self.today)

    @property
    def at_outcome(self) -> bool:
        """Whether the result is shown now."""
        return self.state in set(Outcome)

    @property
    def unfinished(self) -> bool:
        """Whether the result is shown though questions are left."""
        return self.at_outcome and self.route.waiting is not None

    @property
    def enough_from(self) -> str | None:
        """The step from which on the result may be asked for, where questions are left."""
        return enough_from(self.plan, self.route, self._answers, self.today)

    @property
    def enough(self) -> bool:
        """Whether the result can be asked for here, though questions are left."""
        first, put = self.enough_from, self.route.put
        return first is not None and self.state in (REVIEW, *put[put.index(first) :])

    def value(self, step: str) -> Value | None:
        """What was answered at a step, whether or not it counts now."""
        return self._answers.get(step)

    def edge(self, step: str) -> Narrowing | None:
        """What the narrowing question at this step has to settle."""
        return wide.edge if (wide := self._wide(step)) else None

    def _wide(self, step: str) -> Wide | None:
        found = narrowings(self.plan, base(step), self._answers, self.route.view, self.today)
        return dict(found).get(step)

    def tablet(self, step: str) -> Interval | None:
        """The milligrams in one tablet of a dose step, where that is known."""
        return tablet_of(self.flow, self.flow.question(base(step)), self.route.view)

    @property
    def progress(self) -> Progress:
        """How far the conversation has come."""
        return progress(self.plan, self.route, self.state, self.today)

    # ---- what the person does -----------------------------------------------------------------

    def hear(self, text: str, *, typed: bool = False) -> Value | Offer[Value] | Refusal:
        """What a text would mean, to an offer that stands or else to the question put now."""
        question = self.question
        assert question is not None, "only a question can be answered"
        if self.asks_for_result(text):
            return Refusal(Reason.NOT_AN_ANSWER)
        if self.offered is not None and (reply := read_assent(text)):
            return self.offered if reply == "yes" else Refusal(Reason.DENIED)
        wide = self._wide(self.state) if is_narrow(self.state) else None
        assert wide or not is_narrow(self.state)
        return heard_at(self.script, question, wide, text, self.route.view, self.today, typed=typed)

    def answer(self, text: str, *, typed: bool = False) -> Refusal | Offer[Value] | None:
        """Take an answer and go on; or say why it is not taken, or what it most likely means.

        What it most likely means then stands as an offer: the next text answers it. Nothing of it
        is kept before a yes. A call for help leaves everything as it stands.
        """
        if self.asks_for_result(text) and self.enough:
            self.see_result()
            return None
        match self.hear(text, typed=typed):
            case Refusal(Reason.URGENT) as refusal:
                return refusal
            case Refusal() | Offer() as untaken:
                self.offered = untaken.value if isinstance(untaken, Offer) else None
                return untaken
            case value:
                self.take(value)
                return None

    def asks_for_result(self, text: str) -> bool:
        """Whether this text asks for the result in place of an answer."""
        labels = self.script.labels.get(base(self.state), {}).get(RESULT, ())
        return is_command(text, (RESULT, *labels))

    def see_result(self) -> None:
        """Go to the result of what is answered so far, where that is enough."""
        self._go(Trigger.ENOUGH, str(EARLY.outcome))

    def resume(self) -> None:
        """From a result that was asked for early, go on with the questions."""
        assert self.route.waiting is not None, "only an early result leaves questions"
        self._go(Trigger.RESUME, self.route.waiting)

    def take(self, value: Value) -> None:
        """Keep the value of an answer to the question that is put now, and go on."""
        self._keep(self.state, value)
        self._walk()

    def count_from(self, today: date) -> None:
        """Let this be today; before the first answer only, for answers are read by it."""
        if not self._answers:
            self.today, self._route = today, None

    def answered_by(self, *, caregiver: bool) -> None:
        """Let this be who answers: for a child, somebody who cares for it is its parent."""
        self.by_parent, self._route = caregiver or not takes_adults(self.flow), None

    def forward(self) -> None:
        """Go on with what is answered: to the next page, question, review or result.

        Where the question that is put has no answer yet, there is nothing to go on with.
        """
        if self.state in (LANGUAGE, STUDY, VOICE):
            opening = self.script.opening
            self._go(Trigger.FORWARD, opening[opening.index(self.state) + 1])
        elif self.state == REVIEW and self.route.waiting:
            self._go(Trigger.REVISE, self.route.waiting)
        elif self.state == REVIEW:
            self._go(Trigger.FORWARD, self._end())
        elif self.state != self.route.waiting:
            self._walk()

    def back(self) -> bool:
        """Go back one step; False where there is nothing behind."""
        behind = self._behind()
        if behind is None:
            return False
        if self.unfinished:
            self.resume()
        elif self.at_outcome:
            self.check()
        else:
            self._go(Trigger.REVISE if self.state == REVIEW else Trigger.BACK, behind)
        return True

    def decline(self) -> None:
        """Talk to staff instead of answering health questions."""
        self._go(Trigger.DECLINE, STAFF)

    def check(self) -> None:
        """Go to the review of what is answered so far."""
        self._go(Trigger.CHECK, REVIEW)

    def revise(self, step: str) -> None:
        """From the review, go to a step to answer it anew."""
        self._go(Trigger.REVISE, step)

    def restart(self) -> None:
        """Forget everything and begin again."""
        self._forget()
        self._go(Trigger.RESTART, LANGUAGE)

    def leave(self) -> None:
        """Forget everything and end."""
        self._forget()
        if self.state != LEFT:
            self._go(Trigger.LEAVE, LEFT)

    def leads_to(self, event: EventData) -> bool:
        """Whether this arrow is the one to take: it ends where the trigger is to lead."""
        return event.transition is not None and [event.transition.dest] == [*event.args]

    # ---- how the state follows ----------------------------------------------------------------

    def _keep(self, step: str, value: Value) -> None:
        if self._answers.get(step) != value:
            for each in self.plan.void_after(step):
                self._answers.pop(each, None)
        self._answers[step] = value
        behind = self._route if self._route and self._route.waiting == step else None
        self._route = follow(self.plan, self._answers, self.today, behind)

    def _forget(self) -> None:
        self.offered = None
        self._answers.clear()
        self._route = None

    def _walk(self) -> None:
        """Follow the arrows over every step that has an answer."""
        while True:
            ahead = self._ahead()
            self._go(Trigger.FORWARD, ahead)
            if ahead == self.route.waiting or ahead not in self.route.steps:
                return

    def _ahead(self) -> str:
        put = self.route.put
        following = put.index(self.state) + 1 if self.state in put else 0
        if following < len(put):
            return put[following]
        return self._end() if self.route.stopped else REVIEW

    def _end(self) -> str:
        ended = self.verdict
        assert ended is not None, "a question that waits has no outcome"
        return str(ended.outcome)

    def _behind(self) -> str | None:
        if self.at_outcome:
            return REVIEW
        if self.state == STAFF:
            return NOTICE
        way = (*self.script.opening, *self.route.put, REVIEW)
        place = way.index(self.state) if self.state in way else 0
        return way[place - 1] if place else None

    def _go(self, trigger: Trigger, goal: str) -> None:
        self.offered = None
        event = self.script.machine.events.get(trigger)
        if not (event and self.state in event.transitions and event.trigger(self, goal)):
            raise Stuck(f"no arrow {trigger} from {self.state} to {goal}")
