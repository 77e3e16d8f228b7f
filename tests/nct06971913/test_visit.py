"""A visit, as a front end holds it: texts and commands in, pages out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fitting import TODAY, lead, person_of, visit_at
from rows import each_row

from prescreen.page.model import Page, Pick, Rows, Tick, Tone, Type
from prescreen.session.visit import Setting, Visit


def ids(page: Page) -> list[str]:
    control = page.panel or page.control
    return [tile.id for tile in control.tiles] if control else []


def test_a_visit_begins_with_the_choice_of_a_language(setting: Setting) -> None:
    assert ids(Visit(setting, TODAY).page) == ["zh_CN", "en"]
    assert Visit(setting, TODAY, "en").page.name == "voice"


def test_the_opening_is_language_voice_notice_and_only_then_a_question(setting: Setting) -> None:
    visit, names = Visit(setting, TODAY), []
    for text in ("2", "1", "1"):
        names.append(visit.page.name)
        visit.say(text)
    assert names == ["language", "voice", "notice"]
    assert visit.page.name == "age"


@each_row("said", ["1", "patient", "I answer for myself", "i answer for myself"])
def test_a_tile_is_taken_by_its_number_id_or_label(setting: Setting, said: str) -> None:
    assert visit_at(setting, "voice", said).page.name == "notice"


def test_what_is_not_understood_changes_nothing_but_says_so(setting: Setting) -> None:
    visit = visit_at(setting, "age")
    before = visit.page
    visit.say("very old")
    assert visit.page.refused
    assert replace(visit.page, refused="", control=before.control) == before


def test_an_answer_is_said_back_on_the_next_page_alone(setting: Setting) -> None:
    visit = visit_at(setting, "age", "45")
    assert "45" in visit.page.heard
    visit.say("what?")
    assert visit.page.heard == ""


def test_a_preview_tells_what_a_text_would_be_and_takes_nothing(setting: Setting) -> None:
    visit = visit_at(setting, "weight")
    assert visit.preview("62 kg") == "62 kg, that is about 136.7 lb"
    assert visit.preview("62") == visit.preview("heavy") == visit.preview(" ") == ""
    assert visit.page.name == "weight"
    assert Visit(setting, TODAY, "en").preview("1") == ""


def test_tablets_are_told_with_what_they_hold_once_that_is_known(setting: Setting) -> None:
    medrol = {"steroid_drug": "methylprednisolone", "steroid_dose": "5 tablets"}
    visit = visit_at(setting, "steroid_strength", **medrol)
    assert visit.page.turns[-1].answered == "5 tablets"
    visit.say("16 mg")
    assert visit.page.turns[-2].answered == "5 tablets, that is 80 mg"
    lead(visit, "not_now", person_of(setting))
    assert "5 tablets, that is 80 mg" in "".join(block.text for block in visit.page.blocks)
    visit = visit_at(setting, "steroid_strength", "unsure", **medrol)
    assert visit.page.turns[-2].answered == "5 tablets"


def test_each_kind_of_question_has_its_control(setting: Setting) -> None:
    for step, control in (("age", Type), ("lupus", Pick), ("organs", Tick), ("review", Rows)):
        assert isinstance(visit_at(setting, step).page.control, control)


def test_back_goes_to_the_answer_before_and_keep_leaves_it(setting: Setting) -> None:
    visit = visit_at(setting, "weight", "62 kg")
    after = visit.page.name
    visit.do("back")
    assert visit.page.name == "weight"
    assert "keep" in {command.id for command in visit.page.commands}
    visit.do("keep")
    assert visit.page.name == after


def test_back_from_the_first_question_leads_to_the_notice_and_on_to_the_language(
    setting: Setting,
) -> None:
    visit = visit_at(setting, "age")
    names = []
    for _ in range(4):
        visit.do("back")
        names.append(visit.page.name)
    assert names == ["notice", "voice", "language", "language"]


def test_a_changed_answer_asks_only_what_became_new_and_returns_to_the_review(
    setting: Setting,
) -> None:
    visit = visit_at(setting, "review", "ivig", "yes")
    assert visit.page.name == "ivig_when"
    visit.say("2020")
    assert visit.page.name == "review"


def test_every_row_of_the_review_leads_to_its_question(setting: Setting) -> None:
    control = visit_at(setting, "review").page.control
    assert isinstance(control, Rows)
    for row in control.rows:
        assert visit_at(setting, "review", row.tile.id).page.name == row.tile.id


def test_a_panel_takes_the_texts_and_closes(setting: Setting) -> None:
    visit = visit_at(setting, "steroid")
    before = visit.page
    visit.do("help")
    visit.say("no")
    assert visit.page.panel
    assert visit.page.refused
    visit.say("close")
    assert visit.page == replace(before, heard="")


def test_back_closes_a_panel_and_goes_nowhere(setting: Setting) -> None:
    visit = visit_at(setting, "steroid")
    visit.do("about")
    visit.do("back")
    assert visit.page.panel is None
    assert visit.page.name == "steroid"


def test_a_command_that_this_page_lacks_does_nothing(setting: Setting) -> None:
    visit = Visit(setting, TODAY)
    before = visit.page
    for command in ("back", "keep", "about", "why", "language", "restart", "nonsense"):
        visit.do(command)
        assert visit.page is before


def test_leaving_asks_first_and_going_on_keeps_everything(setting: Setting) -> None:
    visit = visit_at(setting, "steroid")
    before = visit.page.turns
    visit.do("leave")
    assert ids(visit.page) == ["stay", "leave_now", "restart_now"]
    visit.say("stay")
    assert visit.page.turns == before


def test_leaving_and_starting_again_erase_everything(setting: Setting) -> None:
    for how in ("leave_now", "restart_now"):
        visit = visit_at(setting, "steroid")
        visit.do("leave")
        visit.say(how)
        assert visit.dialog.route.steps == ()
        assert visit.page.ended == (how == "leave_now")


def test_starting_again_begins_with_the_language_and_as_the_patient(setting: Setting) -> None:
    visit = visit_at(setting, "age", voice="caregiver")
    visit.do("leave")
    visit.say("restart_now")
    assert visit.page.name == "language"
    visit.say("en")
    visit.say("1")
    visit.say("1")
    assert visit.page.heading == "How old are you, in full years?"


def test_the_private_part_is_shown_on_request_and_hidden_again_elsewhere(setting: Setting) -> None:
    visit = visit_at(setting, "ask_site", infections="some")

    def tells() -> bool:
        return any(
            "check if there are other infections" in block.text for block in visit.page.blocks
        )

    assert not tells()
    visit.say("private")
    assert tells()
    visit.say("answers")
    visit.say("done")
    assert not tells()


def test_the_end_of_the_input_forgets_everything(setting: Setting) -> None:
    visit = visit_at(setting, "review")
    assert "Your answers are erased" in visit.end_of_input()
    assert visit.page.ended
    assert visit.dialog.route.steps == ()


def test_with_one_language_alone_there_is_none_to_switch_to(setting: Setting) -> None:
    alone = replace(setting, languages={"en": setting.languages["en"]})
    visit = visit_at(alone, "age")
    assert "language" not in {command.id for command in visit.page.commands}


@each_row("text", ["", " ", "\x00", "\ud800", "9" * 100_000, "\u202e45", "½", "٤٥"])
def test_any_text_is_either_taken_or_refused(setting: Setting, text: str) -> None:
    for step in ("voice", "notice", "age", "steroid", "review"):
        visit = visit_at(setting, step)
        visit.preview(text)
        visit.say(text)
        assert visit.page.heading


DAILY = {"steroid": "daily", "steroid_drug": "methylprednisolone", "steroid_dose": "2 tablets"}


@each_row(
    ("step", "example"),
    [
        ("age", "such as 45"),
        ("weight", "62 kg"),
        ("steroid_dose", "40 mg"),
        ("steroid_strength", "4 mg"),
        ("ivig_when", "May 2026"),
        ("lupus", "choose one"),
    ],
)
def test_what_is_not_understood_is_refused_with_an_answer_of_its_kind(
    setting: Setting, step: str, example: str
) -> None:
    assert example in visit_at(setting, step, "cats", ivig="yes", **DAILY).page.refused


def test_what_is_no_row_of_the_review_is_refused_kindly(setting: Setting) -> None:
    visit = visit_at(setting, "review")
    visit.say("three cats")
    assert visit.page.name == "review"
    assert visit.page.refused


def test_what_does_not_narrow_an_answer_is_refused_with_what_would(setting: Setting) -> None:
    visit = visit_at(setting, "ivig_when.narrow", "three cats", ivig="yes", ivig_when="May 2026")
    assert visit.page.name == "ivig_when.narrow"
    assert "{" not in visit.page.refused
    assert visit.page.refused


def test_to_start_again_asks_first_and_then_forgets(setting: Setting) -> None:
    visit = visit_at(setting, "age", "70", "restart")
    assert ids(visit.page) == ["stay", "restart_now"]
    visit.say("restart_now")
    assert visit.page.name == "language"
    assert not visit.dialog.route.steps


def test_a_hidden_screen_says_nothing_of_the_page_and_offers_few_commands(setting: Setting) -> None:
    visit = visit_at(setting, "lupus")
    visit.do("hide")
    assert visit.page.cover
    assert visit.page.cover.title == "The screen is hidden"
    assert {each.id for each in visit.page.commands} == {"help", "language", "hide", "leave"}
    visit.do("hide")
    assert visit.page.over is None


@pytest.mark.parametrize("said", ["uncover", "1", "Show the screen again"])
def test_a_hidden_screen_is_shown_again_by_its_tile_and_takes_no_answer(
    setting: Setting, said: str
) -> None:
    visit = visit_at(setting, "lupus")
    visit.do("hide")
    visit.say("yes")
    assert visit.page.cover
    visit.say(said)
    assert visit.page.over is None
    assert visit.page.name == "lupus"


@pytest.mark.parametrize(("command", "said"), [("help", "close"), ("leave", "stay"), ("help", "")])
def test_a_panel_over_a_hidden_screen_leaves_it_hidden(
    setting: Setting, command: str, said: str
) -> None:
    visit = visit_at(setting, "lupus")
    visit.do("hide")
    visit.do(command)
    assert visit.page.cover is None
    assert visit.page.panel
    if said:
        visit.say(said)
    else:
        visit.do("back")
    assert visit.page.panel is None
    assert visit.page.cover
    visit.do("hide")
    visit.do("help")
    visit.say("close")
    assert visit.page.over is None


def test_one_panel_after_another_over_a_hidden_screen_leaves_it_hidden(setting: Setting) -> None:
    visit = visit_at(setting, "lupus")
    for command in ("hide", "help", "leave"):
        visit.do(command)
    visit.say("stay")
    assert visit.page.cover


def test_a_panel_that_was_hidden_is_there_again_and_then_the_page(setting: Setting) -> None:
    visit = visit_at(setting, "lupus")
    visit.do("hide")
    visit.do("help")
    visit.do("hide")
    assert visit.page.cover
    visit.say("uncover")
    assert visit.page.over is visit.page.panel
    visit.say("close")
    assert visit.page.over is None


def test_who_is_away_finds_the_page_hidden_then_a_warning_then_the_page(setting: Setting) -> None:
    visit = visit_at(setting, "lupus")
    visit.unattended(0)
    hidden = visit.page.cover
    visit.unattended(30)
    warned = visit.page.cover
    visit.attended()
    assert hidden
    assert warned
    assert hidden.blocks[0].text.startswith("Nobody has touched the screen")
    assert warned.blocks[0].text.startswith("This ends in 30 seconds")
    assert [each.id for each in warned.tiles] == ["uncover", "time"]
    assert visit.page.over is None


def test_what_was_hidden_on_purpose_is_hidden_after_the_warning(setting: Setting) -> None:
    visit = visit_at(setting, "lupus")
    visit.do("hide")
    visit.unattended(9)
    visit.attended()
    assert visit.page.cover
    assert visit.page.cover.title == "The screen is hidden"


def test_nobody_there_erases_everything(setting: Setting) -> None:
    visit = visit_at(setting, "lupus")
    assert visit.expire().startswith("Nobody answered for a while")
    assert visit.page.ended
    assert visit.dialog.value("age") is None


def test_more_time_can_be_asked_for_given_and_given_back(setting: Setting) -> None:
    visit = Visit(setting, TODAY)
    visit.do("time")
    assert visit.page.display.unhurried
    assert "ten times longer" in visit.page.heard
    visit.do("time")
    assert not visit.page.display.unhurried
    assert "usual" in visit.page.heard
    visit.more_time()
    assert visit.page.display.unhurried


def test_more_time_is_told_of_where_it_was_asked_for_and_nowhere_else(setting: Setting) -> None:
    visit = visit_at(setting, "age")
    before = visit.page.blocks
    visit.do("time")
    note, *others = visit.page.blocks
    assert note.tone is Tone.NOTE
    assert "ten times longer" in note.text
    assert tuple(others) == before
    visit.say("45")
    assert not [block for block in visit.page.blocks if "longer" in block.text]


def test_a_question_instead_of_a_choice_opens_its_panel(setting: Setting) -> None:
    visit = visit_at(setting, "notice")
    visit.say("please help me")
    assert visit.page.panel
    assert visit.page.panel.name == "help"
    visit.do("back")
    visit.say("what is that supposed to be")
    assert visit.page.refused
    assert visit.page.panel is None


def test_why_can_be_asked_in_words_at_the_result(setting: Setting) -> None:
    visit = visit_at(setting, "age", "70", "为什么？")
    assert visit.page.panel
    assert visit.page.panel.name == "why"


def test_why_is_a_tile_of_the_result(setting: Setting) -> None:
    visit = visit_at(setting, "age", "70", "done")
    visit.say("1")
    assert visit.page.panel
    assert visit.page.panel.name == "why"


def test_dark_colours_and_plain_lines_are_asked_for_on_the_first_pages(setting: Setting) -> None:
    visit = Visit(setting, TODAY, "en")
    visit.do("dark")
    assert visit.page.display.dark
    assert "Light" in {each.label for each in visit.page.commands}
    visit.do("dark")
    assert not visit.page.display.dark
    visit.do("lines")
    assert visit.page.display.lines
    assert "lines" not in {each.id for each in visit.page.commands}


def test_where_there_is_no_keyboard_no_lines_are_offered(setting: Setting) -> None:
    visit = Visit(setting, TODAY, offers_lines=False)
    assert "lines" not in {each.id for each in visit.page.commands}


def test_a_terminal_without_chinese_is_told_so_in_english(setting: Setting) -> None:
    visit = Visit(setting, TODAY, "zh_CN")
    assert not visit.page.blocks
    visit.without_chinese()
    assert visit.page.blocks[0].text.startswith("This terminal may not show Chinese")
