"""Languages: which one is meant, and catalogs that are whole or refused."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from rows import each_row
from unproved import leave_out

from flows import EVERY_FLOW, FLOWS
from prescreen.check import check
from prescreen.check.catalog_upkeep import flow_problems, main, software_problems
from prescreen.check.counts import Counts
from prescreen.check.proof import Proof
from prescreen.demo.demo_scripts import SCRIPTS_FILE
from prescreen.files import places
from prescreen.files.errors import FileError
from prescreen.flow.load import load as load_flow
from prescreen.flow.model import Flow
from prescreen.flow.trial import Text
from prescreen.language.catalogs import (
    LANGUAGES,
    Language,
    Message,
    fields,
    forms,
    load_language,
    load_sentence,
    negotiate,
)
from prescreen.language.voices import Voice
from prescreen.session.loading import domain_of
from prescreen.session.setting import open_setting
from prescreen.session.visit import Setting

ROOT = Path(__file__).parent.parent
DOMAIN = "trial"
EXPECTED = (
    Message("trial/age", "How old are you?"),
    Message("trial/age", "From {day} on"),
    Message("trial/age/caregiver", "How old are they?"),
)


@each_row(
    ("wish", "code"),
    [
        ("zh_CN", "zh_CN"),
        ("zh-CN", "zh_CN"),
        ("zh", "zh_CN"),
        ("zh-Hans", "zh_CN"),
        ("zh_TW.UTF-8", "zh_CN"),
        ("ZH", "zh_CN"),
        ("en", "en"),
        ("EN", "en"),
        ("en_GB.UTF-8", "en"),
        ("en-US", "en"),
        ("fr", None),
        ("english", None),
        ("", None),
        ("C", None),
    ],
)
def test_the_language_that_is_meant(wish: str, code: str | None) -> None:
    assert negotiate(wish) == code


def entry(context: str, text: str, translated: str, flags: str = "") -> str:
    return f'{flags}\nmsgctxt "{context}"\nmsgid "{text}"\nmsgstr "{translated}"\n'


def catalog(folder: Path, code: str, *entries: str) -> Path:
    path = folder / code / "LC_MESSAGES" / f"{DOMAIN}.po"
    path.parent.mkdir(parents=True)
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    path.write_text(head + "".join(entries), encoding="utf-8")
    return path


WHOLE = (
    entry("trial/age", "How old are you?", "您多大？"),
    entry("trial/age", "From {day} on", "从{day}起"),
    entry("trial/age/caregiver", "How old are they?", "患者多大？"),
)


def load(folder: Path, code: str = "zh_CN") -> Language:
    return load_language(code, folder, {DOMAIN: EXPECTED})


def test_a_whole_catalog_speaks_to_each_listener(tmp_path: Path) -> None:
    catalog(tmp_path, "zh_CN", *WHOLE)
    text = Text(patient="How old are you?", caregiver="How old are they?")
    language = load(tmp_path)
    assert language.said(text, "trial/age", Voice.PATIENT) == "您多大？"
    assert language.said(text, "trial/age", Voice.CAREGIVER) == "患者多大？"


def test_english_may_leave_a_sentence_as_it_is_or_word_it_anew(tmp_path: Path) -> None:
    catalog(
        tmp_path,
        "en",
        entry("trial/age", "How old are you?", ""),
        entry("trial/age", "From {day} on", "Starting {day}"),
    )
    language = load(tmp_path, "en")
    assert language.words("How old are you?", "trial/age") == "How old are you?"
    assert language.words("From {day} on", "trial/age") == "Starting {day}"


FAULTS = {
    "missing": (WHOLE[:2], '"How old are they?" is not translated'),
    "empty": (
        (*WHOLE[:2], entry("trial/age/caregiver", "How old are they?", "")),
        '"How old are they?" is not translated',
    ),
    "fuzzy": (
        (*WHOLE[:2], entry("trial/age/caregiver", "How old are they?", "患者多大？", "#, fuzzy")),
        '"How old are they?" is not translated',
    ),
    "under another context": (
        (*WHOLE[:2], entry("trial/age", "How old are they?", "患者多大？")),
        '"How old are they?" is not translated',
    ),
    "of an older sentence": (
        (*WHOLE[1:], entry("trial/age", "What is your age?", "您多大？")),
        '"How old are you?" is not translated',
    ),
    "without a placeholder": (
        (WHOLE[0], entry("trial/age", "From {day} on", "从那天起"), WHOLE[2]),
        "has other placeholders in its translation. Use {day} just so",
    ),
    "with a wrong placeholder": (
        (WHOLE[0], entry("trial/age", "From {day} on", "从{天}起"), WHOLE[2]),
        "has other placeholders in its translation. Use {day} just so",
    ),
    "with a placeholder that asks for a width": (
        (WHOLE[0], entry("trial/age", "From {day} on", "从{day:>9999999999}起"), WHOLE[2]),
        "has other placeholders in its translation. Use {day} just so",
    ),
    "with a placeholder that asks for a form": (
        (WHOLE[0], entry("trial/age", "From {day} on", "从{day!r}起"), WHOLE[2]),
        "has other placeholders in its translation. Use {day} just so",
    ),
    "with a part of a placeholder": (
        (WHOLE[0], entry("trial/age", "From {day} on", "从{day.year}起"), WHOLE[2]),
        "has other placeholders in its translation. Use {day} just so",
    ),
    "with braces in braces": (
        (WHOLE[0], entry("trial/age", "From {day} on", "从{{day}}{day}起"), WHOLE[2]),
        "has other placeholders in its translation. Use {day} just so",
    ),
    "blank": (
        (entry("trial/age", "How old are you?", "  \u3000"), *WHOLE[1:]),
        '"How old are you?" is not translated',
    ),
    "left in English": (
        (entry("trial/age", "How old are you?", "How old are you?"), *WHOLE[1:]),
        '"How old are you?" has no Chinese in its translation',
    ),
    "hidden": (
        (entry("trial/age", "How old are you?", "您多大\u202e？"), *WHOLE[1:]),
        '"How old are you?" is translated with U+202E',
    ),
    "with a lone brace": (
        (WHOLE[0], entry("trial/age", "From {day} on", "从{day}起}"), WHOLE[2]),
        "has other placeholders in its translation. Use {day} just so",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_translation_with_a_fault_is_refused_by_name(tmp_path: Path, fault: str) -> None:
    entries, sentence = FAULTS[fault]
    catalog(tmp_path, "zh_CN", *entries)
    with pytest.raises(FileError, match=re.escape(sentence)) as error:
        load(tmp_path)
    assert len(error.value.problems) == 1
    assert error.value.problems[0].startswith("locales/zh_CN/LC_MESSAGES/trial.po:")


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    catalog(tmp_path, "zh_CN")
    with pytest.raises(FileError) as error:
        load(tmp_path)
    assert len(error.value.problems) == len(EXPECTED)


def test_a_catalog_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="there is no such catalog"):
        load(tmp_path)


def test_a_catalog_that_can_not_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "zh_CN" / "LC_MESSAGES" / f"{DOMAIN}.po").mkdir(parents=True)
    with pytest.raises(FileError, match=r"trial\.po: can't be read \(Is a directory\)\. Check"):
        load(tmp_path)


def test_many_faults_are_counted_and_the_rest_is_left_to_check(tmp_path: Path) -> None:
    many = [Message("at", f"Sentence number {n}") for n in range(9)]
    catalog(tmp_path, "zh_CN")
    with pytest.raises(FileError) as error:
        load_language("zh_CN", tmp_path, {DOMAIN: many})
    first, more = error.value.problems
    assert '"Sentence number 0" is not translated' in first
    assert more == "locales/zh_CN: 8 more like it; `prescreen check` lists them all."


def test_a_catalog_that_is_no_catalog_is_told(tmp_path: Path) -> None:
    catalog(tmp_path, "zh_CN").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FileError, match=r"trial\.po:1: not UTF-8 text\. Save the file"):
        load(tmp_path)


def test_the_forms_of_a_text_are_one_message_or_two() -> None:
    alike = Text(patient="Yes", caregiver="Yes")
    assert [each.context for each in forms(alike, "at")] == ["at"]
    differing = Text(patient="You", caregiver="They")
    assert [each.context for each in forms(differing, "at")] == ["at", "at/caregiver"]


def test_placeholders_are_compared_as_a_set() -> None:
    assert fields("{lo} to {hi}") == fields("{hi} and {lo}") == {"{lo}", "{hi}"}


def test_a_name_of_capitals_and_figures_is_the_same_in_every_language(tmp_path: Path) -> None:
    catalog(tmp_path, "zh_CN", entry("at", "IL-2", "IL-2"))
    language = load_language("zh_CN", tmp_path, {DOMAIN: [Message("at", "IL-2")]})
    assert language.words("IL-2", "at") == "IL-2"


def test_an_english_sentence_is_never_blank(tmp_path: Path) -> None:
    catalog(tmp_path, "en", entry("trial/age", "How old are you?", "  "))
    with pytest.raises(FileError, match="is not translated"):
        load(tmp_path, "en")


def test_a_sentence_with_a_brace_of_its_own_is_refused_in_every_language(tmp_path: Path) -> None:
    catalog(tmp_path, "en")
    with pytest.raises(FileError, match="has a brace that is no placeholder"):
        load_language("en", tmp_path, {DOMAIN: [Message("at", "Say {this or that")]})


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the flows and catalogs that the program takes for its own."""
    for name in ("flows", "locales"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.setattr(places, "PACKAGE", tmp_path / "prescreen")
    return tmp_path


@pytest.fixture(params=FLOWS, ids=lambda path: str(path.stem))
def flow(request: pytest.FixtureRequest, checkout: Path) -> Path:
    """A flow file in the copy."""
    return checkout / "flows" / str(request.param.name)


def catalog_of(flow: Path) -> Path:
    """The Chinese catalog of a flow in the copy."""
    folder = flow.parents[1] / "locales" / "zh_CN" / "LC_MESSAGES"
    return folder / f"{domain_of(load_flow(flow))}.po"


def spoil(path: Path, fault: str) -> str:
    """Put a fault into a catalog; the file as it is then."""
    before = path.read_text(encoding="utf-8")
    after = EDITS[fault][0](before)
    assert after != before
    path.write_text(after, encoding="utf-8")
    return after


def problems(flow: Path) -> list[str]:
    """What `prescreen check` says about the catalogs of the program and of a flow."""
    return [*software_problems(), *flow_problems(flow, load_flow(flow))]


Edit = Callable[[str], str]
LAST = re.compile(r'\n(msgctxt "[^"]*"\nmsgid (?:"[^"]*"\n)+)msgstr (?:"[^"]*"\n)+\n*\Z')
EDITS: dict[str, tuple[Edit, str, bool]] = {
    "missing": (lambda text: LAST.sub("\n", text), "is missing", True),
    "empty": (lambda text: LAST.sub(r'\n\1msgstr ""\n', text), "is not translated", True),
    "fuzzy": (lambda text: LAST.sub(r'\n#, fuzzy\n\1msgstr "好"\n', text), "marked fuzzy", True),
    "blank": (lambda text: LAST.sub(r'\n\1msgstr "  "\n', text), "is not translated", True),
    "hidden": (lambda text: LAST.sub('\n\\1msgstr "好\u202e"\n', text), "U+202E", True),
    "width": (
        lambda text: LAST.sub(r'\n\1msgstr "{what:>9999999999}"\n', text),
        "other placeholders",
        True,
    ),
    "twice": (
        lambda text: text + LAST.search(text)[0].replace('msgstr "', 'msgstr "又'),  # type: ignore[index]
        "stands here again",
        True,
    ),
    "charset": (
        lambda text: text.replace("charset=utf-8", "charset=nonsense"),
        "the charset is not UTF-8",
        True,
    ),
    "quote": (lambda text: LAST.sub('\n\\1msgstr 好"\n', text), "this line is not whole", True),
    "placeholder": (
        lambda text: LAST.sub(r'\n\1msgstr "{what}"\n', text),
        "other placeholders",
        True,
    ),
    "stale": (
        lambda text: text + entry("old", "An old sentence", "旧的"),
        "is no longer in use",
        False,
    ),
    "broken": (lambda text: text + 'msgid "open\n', "this line is not whole", True),
}


@pytest.mark.parametrize("of", ["prescreen", "the flow"])
@pytest.mark.parametrize("fault", EDITS)
def test_a_fault_in_a_shipped_catalog_fails_the_check_and_the_start(
    flow: Path, of: str, fault: str
) -> None:
    _, sentence, stops = EDITS[fault]
    path = catalog_of(flow)
    if of != "the flow":
        path = path.with_name(f"{of}.po")
    spoil(path, fault)
    place = f"zh_CN/LC_MESSAGES/{path.name}"
    assert any(sentence in each and place in each for each in problems(flow))
    if stops:
        with pytest.raises(FileError):
            open_setting(flow, None, None)


def test_a_changed_english_sentence_makes_the_chinese_missing(flow: Path) -> None:
    text, old = flow.read_text("utf-8"), load_flow(flow).questions[-1].why.patient
    assert f'"{old}"' in text
    flow.write_text(text.replace(f'"{old}"', '"Which tea?"'), encoding="utf-8")
    with pytest.raises(FileError, match=re.escape('"Which tea?" is not translated')):
        open_setting(flow, None, "zh_CN")
    found = problems(flow)
    assert any('"Which tea?" is missing' in each for each in found)
    assert any(f'"{old}" is no longer in use' in each for each in found)


@EVERY_FLOW
def test_the_shipped_catalogs_have_nothing_wrong(flow: Path) -> None:
    assert problems(flow) == []


# ---- what the program refuses, the check refuses -------------------------------------------------


@pytest.fixture
def proved(monkeypatch: pytest.MonkeyPatch) -> list[Setting | None]:
    """The settings that `check` proves, while the exploration itself is left out."""
    settings: list[Setting | None] = []

    def prove(flow: Flow, setting: Setting | None) -> Proof:
        settings.append(setting)
        return Proof((), (), Counts())

    leave_out(monkeypatch)
    monkeypatch.setattr("prescreen.check.proof.prove", prove)
    return settings


def test_check_proves_the_shipped_flow_in_both_languages(
    flow: Path, proved: list[Setting | None]
) -> None:
    found, _ = check([flow])
    assert found == []
    (setting,) = proved
    assert setting
    assert {*setting.languages} == {"zh_CN", "en"}


def test_check_says_why_the_program_would_not_open(
    flow: Path, proved: list[Setting | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("prescreen.check.catalog_upkeep.flow_problems", lambda *_: [])
    path = catalog_of(flow)
    spoil(path, "quote")
    found, summary = check([flow])
    assert len(found) == 1
    assert "its languages are not compared, for a catalog is not whole" in summary[0]
    assert re.search(rf"zh_CN/LC_MESSAGES/{path.stem}\.po:\d+: this line is not whole", found[0])
    (setting,) = proved
    assert setting
    assert [*setting.languages] == ["en"], "what it says in one language is tried all the same"


def test_check_tells_of_a_catalog_that_can_not_be_opened(flow: Path) -> None:
    path = catalog_of(flow)
    path.unlink(missing_ok=True)
    path.mkdir()
    (found,) = problems(flow)
    assert found.startswith(f"locales/zh_CN/LC_MESSAGES/{path.name}: can't be read (Is a direct")


def test_the_catalogs_are_not_brought_up_to_date_from_one_that_is_not_whole(
    flow: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = catalog_of(flow)
    broken = spoil(path, "quote")
    assert main() == 2
    assert re.search(rf"{path.stem}\.po:\d+: this line is not whole", capsys.readouterr().err)
    assert path.read_text("utf-8") == broken


def test_catalogs_that_are_up_to_date_stay_as_they_are(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main() == 0
    assert capsys.readouterr().out == ""


def test_one_round_makes_every_catalog_of_a_language_in_which_no_script_is_typed_yet(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("prescreen.check.catalog_upkeep.LANGUAGES", (*LANGUAGES, "de"))
    for each in (checkout / "flows").rglob(SCRIPTS_FILE):
        each.write_text(re.sub(r', zh_CN = "[^"]*"', "", each.read_text("utf-8")), "utf-8")
    assert main() == 0
    made = (checkout / "locales" / "de" / "LC_MESSAGES").glob("*.po")
    known = (checkout / "locales" / "en" / "LC_MESSAGES").glob("*.po")
    assert {each.name for each in made} == {each.name for each in known}


def test_one_sentence_that_is_missing_is_told_of_as_among_all(tmp_path: Path) -> None:
    catalog(tmp_path, "zh_CN", entry("at", "Yes", ""))
    with pytest.raises(FileError, match="is not translated"):
        load_sentence("zh_CN", tmp_path, DOMAIN, Message("at", "Yes"))
