"""Several flows: the person chooses a study, and a broken flow never stops the others."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from command import Run, running
from several import SECOND, add, copied, per_study
from tui.stage import EVERY_WAY, stage

from flows import FLOWS, SITE, setting_of
from prescreen.check import check
from prescreen.check.catalog_upkeep import flow_problems
from prescreen.check.catalog_upkeep import main as update_catalogs
from prescreen.check.queries import has_register
from prescreen.demo.demo_scripts import has_scripts
from prescreen.files import places
from prescreen.files.errors import FileError
from prescreen.flow.load import load
from prescreen.kiosk.order import Order
from prescreen.kiosk.prepare import unreadable
from prescreen.language.site import load_site
from prescreen.page.model import Page, Pick, Tile
from prescreen.session.first_page import first_page
from prescreen.session.loading import read_studies
from prescreen.session.setting import settings_of
from prescreen.session.visit import Visit
from prescreen.system.idle import KIOSK

TODAY = date(2026, 11, 23)
BESIDE = (has_register, has_scripts)
FLOW = next(path for path in FLOWS if all(each(path, load(path)) for each in BESIDE))
SHIPPED, OTHER = load(FLOW).trial.id, "TEST0001"
EVERY_LANGUAGE = pytest.mark.parametrize("language", ["en", "zh_CN"])


def short(language: str) -> tuple[str, str]:
    """What the two studies are called."""
    shipped = setting_of(FLOW)
    text = shipped.script.plan.flow.trial.short
    called = shipped.languages[language].words(text, f"{shipped.domain}/trial")
    return called, {"en": "Warm tea study", "zh_CN": "茶茷"}[language]


@pytest.fixture
def ground(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program beside two flows, both of them finished."""
    folder = copied(tmp_path, FLOW)
    monkeypatch.setattr(places, "PACKAGE", folder / "prescreen")
    add(folder)
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the program."""
    return running(capsys, monkeypatch)


def visit(language: str | None = None, site: Path | None = None) -> Visit:
    """A visit at which every flow of the folder can be chosen."""
    setting, *others = settings_of(read_studies(places.flow_files(), site, language))
    return Visit(setting, TODAY, language, others=others)


def tiles(page: Page) -> tuple[Tile, ...]:
    """What can be picked on a page."""
    assert isinstance(page.control, Pick)
    return page.control.tiles


def damage(folder: Path) -> Path:
    """Break the second flow."""
    path = folder / "flows" / SECOND.name
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('kind = "age"', 'kind = "agge"', 1), encoding="utf-8")
    return path


# ---- the choice ----------------------------------------------------------------------------------


@EVERY_LANGUAGE
def test_the_page_after_the_language_asks_which_study(ground: Path, language: str) -> None:
    person = visit()
    assert person.page.name == "language"
    person.say(language)
    assert person.page.name == "study"
    assert tuple(each.label for each in tiles(person.page)) == short(language)
    assert all(each.help for each in tiles(person.page))


@EVERY_LANGUAGE
@pytest.mark.parametrize("place", [0, 1])
def test_the_study_that_is_chosen_is_the_one_talked_about(
    ground: Path, language: str, place: int
) -> None:
    person = visit(language)
    person.say(str(place + 1))
    assert person.page.name == "voice"
    assert person.page.title.startswith(short(language)[place])
    assert person.dialog.flow.trial.id == (SHIPPED, OTHER)[place]


@pytest.mark.parametrize("said", ["warm tea study", "TEST0001", "Warm tea study", "2"])
def test_a_study_is_chosen_by_its_name_its_id_or_its_number(ground: Path, said: str) -> None:
    person = visit("en")
    person.say(said)
    assert person.dialog.flow.trial.id == OTHER


def test_no_page_before_the_choice_names_a_study_on_top(ground: Path) -> None:
    person = visit()
    for said in ("en", None):
        assert not any(name in person.page.title for name in (*short("en"), *short("zh_CN")))
        assert "about" not in {each.id for each in person.page.commands}
        if said:
            person.say(said)
    person.do("leave")
    person.say("leave_now")
    assert person.page.ended
    assert short("en")[0] not in person.page.title


def test_going_back_leads_to_the_choice_and_to_the_language(ground: Path) -> None:
    person = visit("en")
    person.say(OTHER)
    for expected in ("study", "language"):
        person.do("back")
        assert person.page.name == expected
    person.say("en")
    person.say(SHIPPED)
    assert person.dialog.flow.trial.id == SHIPPED


def test_beginning_again_comes_back_to_the_choice(ground: Path) -> None:
    person = visit("en")
    for said in (OTHER, "patient", "agree", "50"):
        person.say(said)
    person.do("leave")
    person.say("restart_now")
    assert person.page.name == "language"
    person.say("en")
    assert person.page.name == "study"
    assert [each.id for each in tiles(person.page)] == [SHIPPED, OTHER]


@EVERY_LANGUAGE
def test_urgent_help_is_there_before_a_study_is_chosen(ground: Path, language: str) -> None:
    person = visit(language)
    person.do("help")
    assert person.page.panel
    assert any("120" in each.text for each in person.page.panel.blocks)
    assert not any("Tea" in each.text for each in person.page.panel.blocks)


@pytest.mark.parametrize("said", ["I can't breathe", "胸口疼", "Tea in the windpipe"])
def test_a_call_for_help_is_heard_before_a_study_is_chosen(ground: Path, said: str) -> None:
    for person in (visit(), visit("en")):
        person.say(said)
        assert person.page.panel
        assert person.page.panel.name == "help"


def test_before_the_choice_nobody_is_spoken_to_as_who_takes_part_in_one_study(
    ground: Path,
) -> None:
    path = ground / "flows" / SECOND.name
    text = path.read_text(encoding="utf-8")
    healthy = text.replace("[trial]\n", '[trial]\nparticipants = ["volunteers"]\n', 1)
    path.with_name("a.toml").write_text(healthy, encoding="utf-8")
    path.unlink()
    person = visit("en")
    assert [each.id for each in tiles(person.page)] == [OTHER, SHIPPED]
    person.do("help")
    before = person.page.panel
    (ground / "flows" / "a.toml").rename(ground / "flows" / "z.toml")
    other = visit("en")
    other.do("help")
    assert before == other.page.panel


def test_who_answers_is_asked_anew_about_another_study(ground: Path) -> None:
    person = visit("en")
    for said in (OTHER, "caregiver"):
        person.say(said)
    person.do("back")
    person.do("back")
    person.say(SHIPPED)
    fresh = visit("en")
    fresh.say(SHIPPED)
    assert person.page == fresh.page


def test_the_first_page_is_the_visits_own(ground: Path) -> None:
    assert first_page(None, None) == visit().page
    assert first_page(None, "en") is None


def test_one_flow_opens_at_once(ground: Path) -> None:
    (ground / "flows" / SECOND.name).unlink()
    person = visit("en")
    assert person.page.name == "voice"
    assert person.page.title.startswith(short("en")[0])


@EVERY_WAY
async def test_on_a_screen_a_touch_chooses(
    ground: Path, language: str, size: tuple[int, int]
) -> None:
    async with stage(visit(language), size) as on:
        on.check_whole()
        await on.touch(f"tile:{OTHER}")
        assert on.screen.page.name == "voice"
        assert on.screen.page.title.startswith(short(language)[1])


# ---- the command line ----------------------------------------------------------------------------


def test_in_plain_lines_a_study_is_chosen(ground: Path, run: Run) -> None:
    code, out, err = run("--plain", "--lang", "en", text="2\n1\n1\n")
    assert (code, err) == (0, "")
    assert "2. Warm tea study\nAn invented study" in out
    assert "We will ask about tea" in out


def test_a_flow_that_is_named_goes_straight_in(ground: Path, run: Run) -> None:
    code, out, _ = run(
        "--plain", "--lang", "en", "--flow", ground / "flows" / SECOND.name, text="1\n"
    )
    assert code == 0
    assert "Which study" not in out
    assert "We will ask about tea" in out


@pytest.mark.parametrize("verb", ["screen", "graph"])
def test_a_verb_about_one_study_needs_its_name(ground: Path, run: Run, verb: str) -> None:
    code, out, err = run(verb)
    assert (code, out) == (2, "")
    assert err == (
        f"{ground / 'flows'}: there is more than one flow "
        f"({FLOW.name}, {SECOND.name}). Use --flow.\n"
    )
    assert run(verb, "--flow", ground / "flows" / SECOND.name)[0] == 0


def test_the_demonstration_needs_no_name_where_one_study_has_scripts(
    ground: Path, run: Run
) -> None:
    code, out, _ = run("demo", "--list", "--lang", "en")
    assert code == 0
    assert out


@pytest.mark.parametrize("pages", ["--queries", "--trace"])
def test_pages_of_a_flow_that_is_broken_are_told_of_and_the_others_printed(
    ground: Path, run: Run, pages: str
) -> None:
    _, whole, _ = run("check", pages, "--flow", ground / "flows" / FLOW.name)
    damage(ground)
    code, out, err = run("check", pages)
    assert (code, out) == (2, whole)
    assert err.startswith('second.toml: [question "age"] kind: "agge" is not known here')


def test_a_flow_without_points_for_the_investigator_has_a_trace_and_no_list(
    ground: Path, run: Run
) -> None:
    second = ground / "flows" / SECOND.name
    code, out, err = run("check", "--trace", "--flow", second)
    assert (code, err) == (0, "")
    assert "| Points for the investigator | (none) |" in out
    code, out, err = run("check", "--queries", "--flow", second)
    assert (code, out) == (2, "")
    assert err.endswith(
        "queries.toml: there is no list of points for this flow. Write one first.\n"
    )


# ---- a flow that is broken -----------------------------------------------------------------------


def test_a_broken_flow_is_told_of_and_left_out(ground: Path, run: Run) -> None:
    add(ground, SECOND.with_name("third.toml"))
    damage(ground)
    person = visit("en")
    assert [each.id for each in tiles(person.page)] == [SHIPPED, "TEST0002"]
    code, out, err = run("--plain", "--lang", "en", text="")
    assert code == 0
    assert "Walking study" in out
    assert "Warm tea" not in out
    assert 'second.toml: [question "age"] kind: "agge" is not known here' in err


def test_where_one_study_is_left_it_opens_at_once(ground: Path, run: Run) -> None:
    damage(ground)
    code, out, err = run("--plain", "--lang", "en", text="")
    assert code == 0
    assert "Who is answering?" in out
    assert err.startswith("second.toml: ")


def test_where_none_is_left_the_program_says_why(ground: Path) -> None:
    damage(ground)
    (ground / "flows" / FLOW.name).write_text("no flow", encoding="utf-8")
    with pytest.raises(FileError) as error:
        visit("en")
    assert {each.partition(":")[0] for each in error.value.problems} == {
        FLOW.name,
        SECOND.name,
    }


def test_a_study_that_lacks_a_translation_is_left_out(ground: Path) -> None:
    (ground / "locales" / "zh_CN" / "LC_MESSAGES" / "test0001.po").unlink()
    studies = read_studies(places.flow_files(), None, None)
    assert [each.flow.trial.id for each in studies.files] == [SHIPPED]
    assert all("test0001.po" in each for each in studies.problems)


def test_where_a_study_lacks_a_language_that_is_not_asked_for_none_is_offered_in_it(
    ground: Path,
) -> None:
    (ground / "locales" / "zh_CN" / "LC_MESSAGES" / "test0001.po").unlink()
    person = visit("en")
    assert len(tiles(person.page)) == 2
    assert "language" not in {each.id for each in person.page.commands}


@pytest.mark.usefixtures("unproved")
def test_two_flows_with_one_id_are_told_of(ground: Path, run: Run) -> None:
    shutil.copy(SECOND, ground / "flows" / "third.toml")
    same = 'third.toml: [trial] id: another flow has the id "TEST0001". Change one of the two.'
    assert read_studies(places.flow_files(), None, None).problems == (same,)
    paths = [ground / "flows" / name for name in (SECOND.name, "third.toml")]
    assert check(paths)[0] == [same]


@pytest.mark.prove
def test_check_finds_nothing_wrong_with_both(ground: Path, run: Run) -> None:
    assert run("check")[0] == 0


def test_the_check_fails_for_any(ground: Path, run: Run) -> None:
    damage(ground)
    path = ground / "flows" / FLOW.name
    path.write_text("[trial]\n", encoding="utf-8")
    code, _, err = run("check")
    assert code == 2
    assert "second.toml: " in err
    assert f"{FLOW.name}: " in err


def test_a_broken_flow_never_stops_the_catalogs_of_the_others(
    ground: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    third = add(ground, SECOND.with_name("third.toml"))
    damage(ground)
    text = third.read_text(encoding="utf-8")
    third.write_text(text.replace("Walking study", "Running study"), encoding="utf-8")
    assert update_catalogs() == 2
    out, err = capsys.readouterr()
    assert "updated test0002.po" in out
    assert "second.toml" in err


# ---- a flow elsewhere ----------------------------------------------------------------------------


def test_a_flow_elsewhere_brings_its_own_catalogs_beside_it(
    ground: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("elsewhere")
    path = Path(shutil.copy(SECOND.with_name("third.toml"), folder))
    missing = flow_problems(path, load(path))
    assert missing
    assert all(each.endswith(f"Run `make catalogs FLOW={path}`.") for each in missing)
    assert update_catalogs([str(path)]) == 0
    assert (folder / "locales" / "zh_CN" / "LC_MESSAGES" / "test0002.po").exists()
    assert not (ground / "locales" / "en" / "LC_MESSAGES" / "test0002.po").exists()
    assert read_studies([folder / "third.toml"], None, "en").files


# ---- the site and the kiosk ----------------------------------------------------------------------


@pytest.mark.parametrize("chosen", [SHIPPED, OTHER])
def test_each_study_shows_its_own_contact(ground: Path, chosen: str) -> None:
    person = visit("en", per_study(ground, SHIPPED, OTHER))
    assert staff_page(person, chosen).count(f"{chosen}-") == 1
    assert "Telephone" in staff_page(visit("en", per_study(ground, chosen)), chosen)


def test_a_study_without_a_contact_never_shows_anothers(ground: Path) -> None:
    said = staff_page(visit("en", per_study(ground, SHIPPED)), OTHER)
    assert "Telephone" not in said
    assert f"{SHIPPED}-" not in said
    assert "Nobody" in said


def test_a_study_without_a_table_is_told_of_and_so_is_a_table_without_a_study(
    ground: Path,
) -> None:
    site = per_study(ground, SHIPPED, "TEST001")
    (told,) = read_studies(places.flow_files(), site, "en").problems
    assert told == (
        f"site.toml: there is no table [study.{OTHER}], so that study shows no contact. "
        "It has [study.TEST001]; mend the id if it is meant so."
    )
    one = [ground / "flows" / FLOW.name]
    assert read_studies(one, site, "en").problems == ()
    assert read_studies(one, SITE, "en").problems == ()


def staff_page(person: Visit, study: str) -> str:
    """What somebody reads who would rather talk to staff about a study."""
    for said in (study, "patient", "staff"):
        person.say(said)
    return "\n".join(each.text for each in person.page.blocks)


def test_a_contact_of_no_study_is_refused_where_there_are_several(ground: Path) -> None:
    with pytest.raises(FileError, match=r"\[contact\]: it does not say of which study"):
        read_studies(places.flow_files(), SITE, None)


def test_a_site_file_has_one_desk_or_one_for_each_study(tmp_path: Path) -> None:
    path = per_study(tmp_path, SHIPPED)
    assert load_site(path).contact_of(OTHER) is None
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f"[study.{SHIPPED}]", "[contact]"), encoding="utf-8")
    desk = load_site(path).contact_of(OTHER)
    assert desk
    path.write_text(f"{text}\n{SITE.read_text('utf-8').partition('[contact]')[2]}", "utf-8")
    with pytest.raises(FileError):
        load_site(path)
    path.write_text(text.partition("[study")[0], encoding="utf-8")
    with pytest.raises(FileError, match='the key "contact" is missing'):
        load_site(path)


def test_a_kiosk_passes_on_a_flow_only_where_one_is_named(ground: Path) -> None:
    site = per_study(ground, SHIPPED)
    order = Order(None, site, "en", TODAY, KIOSK)
    assert "--flow" not in order.command(3)
    assert not unreadable(order)
    damage(ground)
    assert not unreadable(order)
    assert "--flow" in Order(ground / "flows" / SECOND.name, site, "en", TODAY, KIOSK).command(3)
