"""An answer that is only offered: nothing of it counts before a yes, and any other text stands."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cases import fitting, shipped, talk
from fitting import visit_at
from offering import offering
from rows import each_row

from flows import FLOW, setting_of
from prescreen.dialog.dialog import Dialog
from prescreen.page.model import Page, Pick, Typed
from prescreen.session.visit import Setting
from prescreen.values import Blank, Measure, Offer, Picked, Reason, Refusal


@pytest.fixture(autouse=True)
def unsure_readers() -> Iterator[None]:
    with offering():
        yield


def at(step: str, **changes: str) -> Dialog:
    """A conversation that waits at a step."""
    return visit_at(setting_of(FLOW), step, **changes).dialog


def ids(page: Page) -> list[str]:
    control = page.panel or page.control
    return [tile.id for tile in control.tiles] if control else []


# ---- the conversation --------------------------------------------------------------------------


def test_nothing_is_kept_before_a_yes() -> None:
    dialog = at("weight")
    route = dialog.route
    assert isinstance(dialog.answer("maybe 62 kg"), Offer)
    assert dialog.state == "weight"
    assert dialog.value("weight") is None
    assert dialog.route == route


@each_row("yes", ["yes", "Yes.", "是", "是的", "对", "对的", "1", "１", " y "])
def test_a_yes_takes_the_offer_and_goes_on(yes: str) -> None:
    dialog, sure = at("weight"), at("weight")
    dialog.answer("maybe 62 kg")
    assert dialog.answer(yes) is None
    sure.answer("62 kg")
    assert dialog.value("weight") == sure.value("weight")
    assert dialog.state == sure.state != "weight"
    assert dialog.offered is None


@each_row("no", ["no", "No.", "不是", "不对", "2", "n"])
def test_a_no_puts_the_question_again(no: str) -> None:
    dialog = at("weight")
    dialog.answer("maybe 62 kg")
    assert dialog.answer(no) == Refusal(Reason.DENIED)
    assert dialog.state == "weight"
    assert dialog.offered is None
    assert dialog.value("weight") is None


@each_row(("text", "kept"), [("有", "yes"), ("没有", "no"), ("打过", "yes"), ("没打过", "no")])
def test_having_or_not_is_a_new_answer_to_the_question_itself(text: str, kept: str) -> None:
    for offered in ("maybe yes", "maybe no"):
        dialog = at("ivig")
        dialog.answer(offered)
        assert dialog.answer(text) is None
        assert dialog.value("ivig") == Picked((kept,))


def test_yes_and_no_answer_the_offer_and_not_the_question() -> None:
    dialog = at("ivig")
    dialog.answer("maybe no")
    assert dialog.answer("yes") is None
    assert dialog.value("ivig") == Picked(("no",))
    dialog = at("ivig")
    dialog.answer("maybe no")
    assert dialog.answer("no") == Refusal(Reason.DENIED)
    assert dialog.answer("no") is None
    assert dialog.value("ivig") == Picked(("no",))


def test_another_text_takes_the_place_of_an_offer() -> None:
    dialog = at("weight")
    dialog.answer("maybe 62 kg")
    dialog.answer("maybe 64 kg")
    assert dialog.answer("yes") is None
    assert dialog.value("weight") == at("steroid", weight="64 kg").value("weight")


def test_a_text_that_is_refused_leaves_no_offer_behind() -> None:
    dialog = at("weight")
    dialog.answer("maybe 62 kg")
    assert dialog.answer("62") == Refusal(Reason.UNIT)
    assert dialog.offered is None
    assert dialog.answer("yes") == Refusal(Reason.NOT_AN_ANSWER)


def test_the_typed_id_of_a_tick_leaves_no_offer_behind(setting: Setting) -> None:
    visit = visit_at(setting, "organs", "maybe liver")
    assert visit.page.offer
    visit.say(Typed("heart"))
    assert visit.page.name == "organs"
    assert visit.page.refused
    assert not visit.page.offer


def test_not_sure_answers_the_question_while_an_offer_stands() -> None:
    dialog = at("weight")
    dialog.answer("maybe 62 kg")
    assert dialog.answer("unsure") is None
    assert dialog.value("weight") is Blank.UNSURE


@each_row(
    "text",
    ["I don't know exactly, 62 kg", "62 kg, not sure", "不太清楚，62公斤", "62公斤吧，记不清了"],
)
def test_who_is_not_sure_and_says_it_is_offered_what_was_said(text: str) -> None:
    dialog = at("weight")
    assert isinstance(dialog.answer(text), Offer)
    assert dialog.answer("yes") is None
    assert isinstance(dialog.value("weight"), Measure)


@each_row("text", ["not sure", "不清楚", "I don't know, my husband is 90 kg", "不确定，没称过"])
def test_who_is_not_sure_and_says_no_amount_is_not_sure(text: str) -> None:
    dialog = at("weight")
    assert dialog.answer(text) is None
    assert dialog.value("weight") is Blank.UNSURE


def test_a_narrowing_question_offers_too() -> None:
    dialog = at("ivig_when.narrow", ivig="yes", ivig_when="2026-05")
    dialog.answer("maybe before")
    assert dialog.value("ivig_when.narrow") is None
    assert dialog.answer("对") is None
    assert dialog.value("ivig_when.narrow") == Picked(("before",))


def test_every_step_away_from_a_question_leaves_its_offer_behind() -> None:
    def forward(dialog: Dialog) -> None:
        dialog.answer("62 kg")
        dialog.back()
        dialog.answer("maybe 70 kg")
        dialog.forward()

    for go in (Dialog.back, Dialog.check, Dialog.restart, Dialog.leave, forward):
        dialog = at("weight")
        dialog.answer("maybe 62 kg")
        go(dialog)
        assert dialog.offered is None
        assert dialog.value("weight") == (None if go is not forward else at_62())


def at_62() -> object:
    return at("steroid", weight="62 kg").value("weight")


def test_what_is_read_without_doubt_is_never_offered() -> None:
    dialog = at("weight")
    assert dialog.answer("62 kg") is None
    assert dialog.answer("maybe three cats") == Refusal(Reason.NOT_AN_ANSWER)


# ---- `screen` ----------------------------------------------------------------------------------


def attempts(*texts: str) -> tuple[list[str] | None, str | None]:
    """What stands in `refused` of these attempts at the weight, and what waits after them."""
    found = talk(shipped(), {**fitting(), "weight": texts, "steroid": ()})
    return found["refused"].get("weight"), found["waiting_for"]


@each_row(
    ("texts", "refused", "waiting"),
    [
        (("maybe 62 kg",), ["offer"], "weight"),
        (("maybe 62 kg", "yes"), ["offer"], "steroid"),
        (("maybe 62 kg", "no"), ["offer"], "weight"),
        (("maybe 62 kg", "no", "yes"), ["offer", "not_an_answer"], "weight"),
        (("maybe 62 kg", "no", "62 kg"), ["offer"], "steroid"),
        (("maybe 62 kg", "62"), ["offer", "unit"], "weight"),
        (("maybe 62 kg", "maybe 63 kg", "对"), ["offer", "offer"], "steroid"),
        (("maybe 62 kg", "help me", "yes"), ["offer", "urgent"], "steroid"),
        (("62", "maybe 62 kg", "1"), ["unit", "offer"], "steroid"),
    ],
)
def test_an_offer_stands_among_the_refused_and_the_next_attempt_answers_it(
    texts: tuple[str, ...], refused: list[str], waiting: str
) -> None:
    assert attempts(*texts) == (refused, waiting)


def test_an_offer_that_is_taken_up_counts_like_the_answer_itself() -> None:
    offered = talk(shipped(), {**fitting(), "weight": ("maybe 42 kg", "yes")})
    sure = talk(shipped(), {**fitting(), "weight": ("42 kg",)})
    assert offered | {"refused": {}} == sure


# ---- the page ----------------------------------------------------------------------------------


@each_row(
    ("language", "step", "said", "offer"),
    [
        ("en", "weight", "maybe 60 kg", "Did you mean 60 kg (about 132.3 lb)?"),
        ("zh_CN", "weight", "maybe 60 kg", "您是说 60 公斤（120 斤）吗？"),
        ("en", "age", "maybe 45", "Did you mean 45 years old?"),
        ("zh_CN", "age", "maybe 1981-05-03", "您是说 45 周岁（1981年5月3日出生）吗？"),
        ("en", "ivig", "maybe yes", 'Did you mean "Yes"?'),
        ("zh_CN", "ivig_when", "maybe 2026-05", "您是说 2026年5月吗？"),
        ("en", "ivig", "maybe unsure", 'Did you mean "I\'m not sure"?'),
    ],
)
def test_the_offer_says_what_was_read_in_words(
    setting: Setting, language: str, step: str, said: str, offer: str
) -> None:
    page = visit_at(setting, step, said, language=language, ivig="yes").page
    assert page.offer == offer
    assert page.refused == ""
    assert ids(page) == ["yes", "no"]


def test_both_voices_hear_the_same_offer(setting: Setting) -> None:
    for voice in ("patient", "caregiver"):
        page = visit_at(setting, "weight", "maybe 60 kg", voice=voice).page
        assert page.offer.startswith("Did you mean 60 kg")


def test_each_tick_of_an_offer_stands_in_quotes(setting: Setting) -> None:
    page = visit_at(setting, "organs", "maybe heart+liver").page
    assert page.offer.count('"') == 4


def test_a_no_says_how_to_answer_the_question(setting: Setting) -> None:
    visit = visit_at(setting, "weight", "maybe 60 kg")
    visit.say("no")
    assert visit.page.refused == "All right. Please say it again, such as 62 kg."
    assert visit.page.offer == ""
    assert "yes" not in ids(visit.page)
    visit = visit_at(setting, "ivig", "maybe yes", "2")
    assert visit.page.refused == "All right. Please choose one of the answers."


@each_row("panel", ["help", "why", "about", "leave"])
def test_a_panel_leaves_the_offer_as_it_stands(setting: Setting, panel: str) -> None:
    visit = visit_at(setting, "weight", "maybe 60 kg")
    before = visit.page
    visit.do(panel)
    visit.say("1")
    assert visit.page == before
    visit.say("yes")
    assert visit.page.name != "weight"


def test_a_hidden_screen_says_nothing_of_an_offer_and_keeps_it(setting: Setting) -> None:
    visit = visit_at(setting, "weight", "maybe 60 kg")
    before = visit.page
    visit.do("hide")
    assert visit.page.cover
    visit.say("no")
    visit.do("hide")
    assert visit.page == before


def test_another_language_keeps_the_offer_in_its_own_words(setting: Setting) -> None:
    visit = visit_at(setting, "weight", "maybe 60 kg")
    visit.do("language")
    assert visit.page.offer == "您是说 60 公斤（120 斤）吗？"
    visit.say("对")
    assert visit.page.name != "weight"


@pytest.mark.parametrize("command", ["back", "answers"])
def test_going_elsewhere_drops_the_offer(setting: Setting, command: str) -> None:
    visit = visit_at(setting, "weight", "maybe 60 kg")
    visit.do(command)
    assert visit.page.offer == ""
    assert visit.page.name != "weight"


def test_to_ask_why_is_no_answer_to_the_offer(setting: Setting) -> None:
    visit = visit_at(setting, "weight", "maybe 60 kg", "why do you ask?")
    assert visit.page.panel
    visit.say("close")
    assert visit.page.offer


def test_the_preview_says_what_would_be_offered(setting: Setting) -> None:
    visit = visit_at(setting, "weight")
    assert visit.preview("maybe 60 kg") == "Did you mean 60 kg (about 132.3 lb)?"
    visit.say("maybe 60 kg")
    assert visit.preview("yes") == "60 kg, that is about 132.3 lb"
    assert visit.preview("no") == ""
    assert visit.preview("61 kg").startswith("61 kg")


def test_an_offer_of_a_private_answer_is_masked_once_it_is_taken(setting: Setting) -> None:
    visit = visit_at(setting, "infections", "maybe some")
    assert visit.page.name == "infections"
    assert visit.page.offer == 'Did you mean "Yes, one or more"?'
    visit.say("yes")
    assert visit.page.heard == "Thank you. It will not be shown again."
    assert visit.page.turns[-1].answered == "Answered, not shown"
    visit.do("back")
    assert "one or more" not in "".join(block.text for block in visit.page.blocks)


def test_a_yes_or_no_to_an_offer_may_begin_a_number(setting: Setting) -> None:
    control = visit_at(setting, "weight", "maybe 60 kg").page.control
    assert isinstance(control, Pick)
    assert control.figures
