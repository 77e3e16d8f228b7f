"""Every sentence of the demonstration, for staff; no patient reads them."""

from __future__ import annotations

from collections.abc import Iterator

from prescreen.language.catalogs import Message, forms
from prescreen.page.words import Sentence, say

DEMO = "demo"
"""The domain of these sentences."""


class DemoWords:
    """The sentences of the demonstration by name; the name is the translator's context."""

    # On every screen
    MARK = say("DEMONSTRATION 演示")
    NOBODY = say(
        "A demonstration. The answers are made up and belong to nobody. "
        "Do not type a real person's answers."
    )
    UNSEEN = say("Behind the scenes")
    CHOOSE = say("Which conversation do you want to show?")
    CHOOSE_HELP = say("It plays by itself, and you can take over at any moment.")
    FREE = say("No script: I answer myself")

    # Position
    ONWARD = say("on")
    BACKWARD = say("back")
    TO_LIST = say("list")
    TO_STEP = say("change")
    TO_STAFF = say("staff")
    TO_RESULT = say("result now")
    TO_QUESTIONS = say("go on")
    ANEW = say("anew")
    AWAY = say("leave")
    TO_COME = say("No outcome yet")
    COMES_TO = say("The outcome")

    # Findings
    MET = say("met")
    NOT_MET = say("not met")
    NOT_MET_UNTIL = say("not met until {day}")
    NOT_MET_FOR_GOOD = say("not met, lasting")
    UNKNOWN = say("unknown")
    NOT_ASKED = say("not asked")
    WILL_MEET = say("Not met. It may be met from {day}.")
    WILL_STAY = say("Not met, and no date can mend it.")
    MAY_PASS = say("Not met. It may pass, and no date can be worked out.")
    STANDS_OPEN = say("Unknown. It never counts as yes or as no.")
    NOTHING_AGAINST = say("Met. Nothing that was said stands in the way.")
    NOTHING_SAID = say("Not asked yet.")
    SETTLES = say("Who can settle it: {who}")
    WHO_YOU = say("the person who answers")
    WHO_MEDICINE_BOX = say("the medicine box")
    WHO_LAB_REPORT = say("the lab report")
    WHO_DOCTOR = say("the treating doctor")
    WHO_STUDY_TEAM = say("the study team")
    PROTOCOL = say("Protocol {id}: {words}")

    # Outcomes
    LIKELY_ELIGIBLE = say("likely eligible")
    ASK_SITE = say("the study team is asked")
    NOT_NOW = say("not now")
    NOT_THIS_STUDY = say("not this study")
    DECLINED = say("would rather not hear more")
    STAFF = say("talks to staff")

    # The player
    PLAY = say("Play")
    PAUSE = say("Pause")
    STEP = say("Next")
    SLOWER = say("Slower")
    FASTER = say("Faster")
    TAKE_OVER = say("Take over")
    HAND_BACK = say("Hand back")
    AGAIN = say("Again")
    OTHERS = say("Scripts")
    SHOW_FINDINGS = say("Findings")
    SHOW_PATIENT = say("Patient")
    QUIT = say("End")
    PLAYING = say("It plays, speed {pace} of {paces}.")
    PAUSED = say("It waits. Play goes on.")
    BY_HAND = say("You answer now. The script waits. Do not type a real person's answers.")
    BY_HAND_ALONE = say("You answer now. Do not type a real person's answers.")
    NO_REAL = say("Do not type a real person's answers.")
    AT_END = say("The script has come to its end.")


def demo_messages() -> Iterator[Message]:
    """Every sentence of the demonstration, for the catalogs."""
    for sentence in vars(DemoWords).values():
        if isinstance(sentence, Sentence):
            yield from forms(sentence.text, sentence.context)
