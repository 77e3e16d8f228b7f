"""The demonstration: what its scripts come to, how they play, and what staff see beside them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from cases import ROOT, SECOND
from demo import FLOW, TODAY, Clock, play_to_end, shipped_stage, showing
from fitting import fitting_of
from limits import as_long_as
from rows import each_row

from prescreen.check.demonstration import DAYS, script_problems, script_summary
from prescreen.cli import main as cli
from prescreen.cli import verbs
from prescreen.demo.behind import Point, Standing
from prescreen.demo.demo_scripts import ENDS, DemoScript, load_scripts
from prescreen.demo.pace import PACES, reading_seconds
from prescreen.demo.play import play
from prescreen.demo.player import AGAIN, FASTER, NEXT, OTHERS, PLAY, SLOWER, TAKE_OVER, Mode
from prescreen.demo.show import Show
from prescreen.demo.stage import Stage
from prescreen.files.errors import FileError
from prescreen.flow.load import load
from prescreen.language.catalogs import LANGUAGES
from prescreen.session.visit import Visit
from prescreen.verdict import Finding, Status

SCRIPTS = FLOW.parent / "nct06971913" / "demo.toml"
STAGE = shipped_stage()
EVERY_SCRIPT = pytest.mark.parametrize("script", STAGE.scripts.scripts, ids=lambda s: str(s.id))
EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


# ---- the scripts -------------------------------------------------------------------------------


@EVERY_SCRIPT
@each_row("today", DAYS[:1])
def test_a_script_comes_to_its_outcome_with_the_same_findings_in_both_languages(
    script: DemoScript, today: date
) -> None:
    findings = []
    for language in LANGUAGES:
        visit = Visit(STAGE.setting, today, language)
        said = list(play(STAGE.scripts, script, visit))
        assert visit.dialog.state == script.outcome
        assert said[-1].place == len(script.lines), "a line is never said"
        findings.append(visit.dialog.findings)
    assert findings[0] == findings[1]


def test_the_scripts_cover_every_outcome_and_the_page_for_staff() -> None:
    assert {each.outcome for each in STAGE.scripts.scripts} == set(ENDS)


def test_there_are_a_dozen_scripts_with_titles_in_both_languages() -> None:
    titles = {STAGE.title(each, code) for each in STAGE.scripts.scripts for code in LANGUAGES}
    assert len(titles) == 2 * len(STAGE.scripts.scripts) >= 24


def test_the_scripts_show_what_is_special() -> None:
    lines = [(script, line) for script in STAGE.scripts.scripts for line in script.lines]
    typed = {line.text("zh_CN") for _, line in lines}
    at = [line.at for _, line in lines]
    assert "半年前" in typed
    assert any("斤" in each and "公斤" not in each for each in typed)
    assert any("公斤" in each for each in typed)
    assert "ivig_when.narrow" in at
    assert {line.say for _, line in lines} >= {"caregiver", "private"}
    assert {line.do for _, line in lines} >= {"back", "why"}
    assert any(line.at == "review" for _, line in lines)
    assert any(
        one.at == other.at and one.typed and other.typed
        for script in STAGE.scripts.scripts
        for one, other in pairwise(script.lines)
    ), "nothing is said more clearly"


def test_an_unclear_answer_is_refused_before_the_clearer_one() -> None:
    script = STAGE.wanted("clearer")
    visit = STAGE.visit("zh_CN")
    refused = [visit.page.name for _ in play(STAGE.scripts, script, visit) if visit.page.refused]
    assert refused == ["weight", "leflunomide_when"]


# ---- what check says ---------------------------------------------------------------------------


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Path]:
    """The shipped flow beside scripts in which some words are others, played on one day."""
    monkeypatch.setattr("prescreen.check.demonstration.DAYS", DAYS[:1])

    def of(old: str, new: str) -> Path:
        path = tmp_path / FLOW.name
        shutil.copy(FLOW, path)
        shutil.copytree(SCRIPTS.parent, tmp_path / SCRIPTS.parent.name)
        text = SCRIPTS.read_text("utf-8")
        assert old in text
        (tmp_path / SCRIPTS.parent.name / SCRIPTS.name).write_text(
            text.replace(old, new, 1), "utf-8"
        )
        return path

    return of


def test_a_script_that_ends_elsewhere_is_named_with_where(
    copied: Callable[[str, str], Path],
) -> None:
    path = copied('outcome = "not_now"', 'outcome = "ask_site"')
    found = script_problems(path, load(path))
    assert found[0] == (
        'nct06971913/demo.toml: [script "ivig_lately"] in zh_CN on 2026-11-23, it stops at '
        '"not_now" and not at "ask_site"; mend its lines, or name that outcome.'
    )


def test_a_text_that_only_one_language_refuses_is_named(
    copied: Callable[[str, str], Path],
) -> None:
    path = copied('en = "half a year ago"', 'en = "well, a bit ago"')
    found = script_problems(path, load(path))
    assert found
    assert all('[script "half_a_year"] in en on' in each for each in found[:1])
    assert "after a text that was refused" in found[0]


def test_a_language_that_says_something_else_is_named(copied: Callable[[str, str], Path]) -> None:
    path = copied('en = "54 kg", zh_CN = "54公斤"', 'en = "90 kg", zh_CN = "54公斤"')
    found = script_problems(path, load(path))
    assert any("[script" in each and "private_reason" in each for each in found)


def test_a_line_that_is_never_said_is_named(copied: Callable[[str, str], Path]) -> None:
    path = copied('{ at = "plasmapheresis", say = "yes" }', '{ at = "adult", say = "yes" }')
    found = script_problems(path, load(path))
    assert any('line number 3, at "adult", is never said' in each for each in found)


WRONG = {
    'outcome = "not_now"': ('outcome = "notnow"', 'did you mean "not_now"?'),
    'id = "too_old"': ('id = "minor"', '[script "minor"] this id is used 2 times'),
    '{ at = "ivig_when.narrow", do = "why" }': (
        '{ at = "ivig_wen", do = "why" }',
        '[script "half_a_year"] line number 5: there is no page "ivig_wen"; '
        'did you mean "ivig_when"?',
    ),
    'do = "back"': ('do = "bak"', 'there is no command "bak"; did you mean "back"?'),
    '{ at = "cmv", say = "not_tested" }': ('{ at = "cmv" }', "give one of say, typed and do"),
    'title = "A man of 70"': ('titel = "A man of 70"', 'unknown key "titel"; did you mean "title"'),
    'typed = { en = "70", zh_CN = "七十岁" }': ('typed = { en = "70" }', '"zh_CN" is missing'),
    'steroid = "none"': ('steriod = "none"', '[usual] there is no page "steriod"'),
    "[usual]\n": ("[usual\n", "this is not TOML"),
}


@pytest.mark.parametrize("old", WRONG)
def test_what_is_wrong_with_a_file_is_a_sentence(
    old: str, copied: Callable[[str, str], Path]
) -> None:
    new, said = WRONG[old]
    path = copied(old, new)
    with pytest.raises(FileError) as caught:
        load_scripts(path, load(path))
    assert any(said in each for each in caught.value.problems)
    assert all("demo.toml: " in each for each in caught.value.problems)
    assert script_problems(path, load(path)) == [], "told once, with the catalogs"


def test_a_flow_without_scripts_is_fine_and_check_says_so() -> None:
    flow = load(SECOND)
    assert script_problems(SECOND, flow) == []
    (said,) = script_summary(SECOND, flow)
    assert said.startswith("no demo.toml beside it")


# ---- playing -----------------------------------------------------------------------------------


def test_reading_time_is_in_proportion_to_the_text() -> None:
    for text in ("How much do you weigh now? ", "您现在多重？"):
        assert reading_seconds(text * 4) == pytest.approx(4 * reading_seconds(text))


def test_a_chinese_page_stands_about_as_long_as_the_english_one() -> None:
    lengths = {}
    for language in LANGUAGES:
        show, clock = showing(STAGE, "half_a_year", language)
        lengths[language] = play_to_end(show, clock)
    assert 0.6 < lengths["zh_CN"] / lengths["en"] < 1.6
    assert all(60 < each < 300 for each in lengths.values())


@EVERY_SCRIPT
def test_a_script_plays_by_itself_to_its_end(script: DemoScript) -> None:
    show, clock = showing(STAGE, script.id, "zh_CN")
    play_to_end(show, clock)
    assert show.at_end
    assert show.behind.state == script.outcome


def test_nothing_happens_before_its_time() -> None:
    show, clock = showing(STAGE, "all_met")
    assert show.wait
    clock.now += show.wait / 2
    assert not show.tick()
    assert show.page.name == "voice"


def test_a_line_is_seen_before_it_is_said() -> None:
    show, clock = showing(STAGE, "all_met")
    for _ in range(2):
        clock.now += show.wait or 0
        show.tick()
    show.do(NEXT)
    show.do(NEXT)
    assert show.page.name == "age"
    show.do(NEXT)
    assert show.shown
    assert show.shown.text == "34"
    assert show.page.name == "age"
    show.do(NEXT)
    assert show.page.name != "age"


def test_faster_is_shorter_and_slower_is_longer() -> None:
    show, _ = showing(STAGE, "all_met")
    usual = show.wait
    assert usual
    show.do(FASTER)
    faster = show.wait
    show.do(SLOWER)
    show.do(SLOWER)
    slower = show.wait
    assert faster
    assert slower
    assert faster < usual < slower
    for _ in PACES:
        show.do(SLOWER)
    assert show.wait == pytest.approx(usual / PACES[0])


def test_a_pause_stops_time_and_play_goes_on() -> None:
    show, clock = showing(STAGE, "all_met")
    show.do(PLAY)
    clock.now += 1000
    assert show.wait is None
    assert not show.tick()
    show.do(PLAY)
    assert show.wait
    play_to_end(show, clock)
    assert show.behind.state == "likely_eligible"


def test_taken_over_the_person_answers_and_hands_back() -> None:
    show, clock = showing(STAGE, "all_met")
    for _ in as_long_as(lambda: show.page.name != "lupus"):
        show.do(NEXT)
    show.do(TAKE_OVER)
    assert show.mode is Mode.BY_HAND
    show.say("suspected")
    left = show.page.name
    clock.now += 1000
    assert not show.tick()
    assert show.page.name == left
    show.do(PLAY)
    play_to_end(show, clock)
    assert show.behind.state == "ask_site"


def test_whoever_touches_an_answer_has_taken_over() -> None:
    show, _ = showing(STAGE, "all_met")
    show.say("caregiver")
    assert show.mode is Mode.BY_HAND
    assert show.page.name == "notice"


def test_handed_back_after_scripted_pages_the_script_still_comes_to_an_end() -> None:
    show, clock = showing(STAGE, "half_a_year")
    for _ in as_long_as(lambda: show.page.name != "weight"):
        show.do(NEXT)
    show.do(TAKE_OVER)
    said = {**fitting_of(FLOW).everywhere, "ivig": "yes", "ivig_when": "2026-05-22"}
    for _ in as_long_as(lambda: show.page.name != "leflunomide"):
        show.say(said[show.page.name])
    show.do(PLAY)
    play_to_end(show, clock)
    assert show.behind.state == "likely_eligible"


def test_again_begins_the_same_script_anew() -> None:
    show, clock = showing(STAGE, "too_old")
    play_to_end(show, clock)
    show.do(AGAIN)
    assert (show.page.name, show.mode) == ("voice", Mode.PLAYING)
    assert {each.standing for each in show.behind.points} == {Standing.NOT_ASKED}


def test_the_list_of_scripts_is_one_command_away() -> None:
    show, _ = showing(STAGE, "all_met")
    show.do(OTHERS)
    assert show.page.name == "scripts"
    show.say("too_old")
    assert show.script is not None
    assert show.script.id == "too_old"


def test_the_language_changes_and_the_script_goes_on() -> None:
    show, clock = showing(STAGE, "half_a_year", "en")
    show.do(NEXT)
    show.do("language")
    show.do(PLAY)
    assert (show.page.language, show.mode) == ("zh_CN", Mode.PLAYING)
    play_to_end(show, clock)
    assert show.behind.state == "likely_eligible"


def test_without_a_script_the_person_answers_from_the_start() -> None:
    show = Show(STAGE, "en", Clock())
    show.say("free")
    assert show.mode is Mode.ALONE
    assert show.wait is None
    show.say("patient")
    assert show.page.name == "notice"


def test_left_by_hand_it_comes_back_to_the_list_and_ends_from_there() -> None:
    show, _ = showing(STAGE, "all_met")
    show.do("leave")
    show.say("leave_now")
    assert show.page.name == "scripts"
    assert not show.page.ended
    show.do("leave")
    assert show.page.ended


@EVERY_LANGUAGE
def test_every_page_is_marked(language: str) -> None:
    show, _ = showing(STAGE, "half_a_year", language)
    for _ in as_long_as(lambda: not show.at_end):
        assert "DEMONSTRATION" in show.page.title
        assert "演示" in show.page.title
        assert show.behind.mark == show.page.title
        show.do(NEXT)
    show.do(OTHERS)
    assert "DEMONSTRATION 演示" in show.page.title


# ---- what the patient never sees ---------------------------------------------------------------


def standing(found: Finding | None) -> Standing:
    return Standing.NOT_ASKED if found is None else Standing(found.status)


def check_point(point: Point, found: Finding | None) -> None:
    """The point says what the dialog has found, and no more."""
    assert point.standing is standing(found)
    if found and found.status is Status.NOT_MET:
        assert (found.until is not None) == ("until" in point.finding)
        assert found.lasting == ("lasting" in point.finding)


@EVERY_SCRIPT
def test_the_findings_of_staff_are_those_of_the_dialog(script: DemoScript) -> None:
    show, _ = showing(STAGE, script.id)
    for _ in as_long_as(lambda: not show.at_end):
        show.do(NEXT)
        dialog, page = show.visit.dialog, show.behind
        assert page.state == dialog.state
        for criterion in dialog.flow.criteria:
            check_point(page.point(criterion.id), dialog.findings.get(criterion.id))


@EVERY_LANGUAGE
def test_each_criterion_is_named_once_with_its_sentence_and_who_settles_it(language: str) -> None:
    show, _ = showing(STAGE, "all_met", language)
    flow, points = STAGE.flow, show.behind.points
    assert [each.id for each in points] == [each.id for each in flow.criteria]
    for point, criterion in zip(points, flow.criteria, strict=True):
        assert flow.protocol[criterion.sentence] in point.protocol
        assert point.who
        assert point.topic
        assert point.plain
    with pytest.raises(KeyError):
        show.behind.point("I9")


def test_the_ways_on_are_the_arrows_of_the_machine_that_runs() -> None:
    show, _ = showing(STAGE, "half_a_year")
    machine = STAGE.setting.script.machine
    for _ in as_long_as(lambda: not show.at_end):
        page = show.behind
        arrows = {str(each.dest) for each in machine.get_transitions(source=page.state)}
        assert {state for way in page.ways for state in way.states} == arrows
        show.do(NEXT)


def test_the_page_behind_the_scenes_is_frozen_and_holds_finished_strings() -> None:
    show, _ = showing(STAGE, "all_met")
    assert is_dataclass(show.behind)
    assert all(
        isinstance(getattr(show.behind.points[0], each.name), str | bool) for each in fields(Point)
    )


# ---- the verb ----------------------------------------------------------------------------------


@EVERY_LANGUAGE
def test_the_list_names_every_script(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["demo", "--list", "--lang", language]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [each.split()[0] for each in lines] == [each.id for each in STAGE.scripts.scripts]
    assert all(
        STAGE.title(s, language) in o for s, o in zip(STAGE.scripts.scripts, lines, strict=True)
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["demo", "allmet"], 'There is no script "allmet"; did you mean "all_met"?'),
        (["demo", "all_met"], "The demonstration needs a terminal"),
        (["demo", "--flow", str(SECOND)], "there are no scripts to show"),
        (["demo", "--flow", "nope.toml"], "the file can't be read"),
        (["demo", "--today", "soon"], '"soon" is not a day'),
    ],
)
def test_bad_input_ends_in_a_sentence(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = cli.main(arguments)
    except SystemExit as end:
        code = int(end.code or 0)
    told = capsys.readouterr().err
    assert code == 2
    assert said in told
    assert told.count("\n") == 1


def test_a_patients_conversation_loads_nothing_of_the_demonstration() -> None:
    probe = (
        "import sys, json; from prescreen.cli.main import main;"
        "code = main(['--plain', '--lang', 'en']);"
        "print(json.dumps([m for m in sys.modules if 'demo' in m or 'staff' in m]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe],
        cwd=ROOT,
        input="1\n1\n45\n",
        capture_output=True,
        encoding="utf-8",
    )
    assert json.loads(done.stdout.splitlines()[-1]) == []


def test_the_stage_of_a_day_is_of_that_day() -> None:
    stage: Stage = shipped_stage(date(2027, 3, 1))
    assert stage.visit("en").dialog.today == date(2027, 3, 1) != TODAY


ENTRIES = (["kiosk"], ["--plain"], ["--lang", "en"], ["check"], ["graph"])
TRIES = (["--demo"], ["--verb", "demo"], ["--lang", "demo"], ["dem"])


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda each: " ".join(each))
@pytest.mark.parametrize("words", TRIES, ids=lambda each: " ".join(each))
def test_no_words_after_another_entry_turn_it_into_the_demonstration(
    entry: list[str], words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[object] = []

    def show(options: object) -> int:
        shown.append(options)
        return 0

    monkeypatch.setitem(verbs.RUNNERS, "demo", show)
    with pytest.raises(SystemExit) as end:
        cli.main([*entry, *words])
    assert end.value.code == 2
    assert not shown
