"""A text that is added to a table of the flow is translated, and shown or refused, unlisted."""

from dataclasses import dataclass, field, fields, replace
from pathlib import Path

import pytest
from rows import each_row
from several import SECOND

from flows import EVERY_FLOW
from prescreen.check.proof import prove
from prescreen.check.unshown import unshown
from prescreen.dialog.dialog import Script
from prescreen.files.errors import FileError
from prescreen.flow.load import load
from prescreen.flow.messages import flow_messages
from prescreen.flow.model import Flow, Question
from prescreen.flow.placeholders import brace_problems
from prescreen.flow.trial import COMMENT, Text
from prescreen.language.catalogs import LANGUAGES, Language, Message, load_language
from prescreen.page.words import software_messages
from prescreen.session.setting import Setting

HINT = Text(patient="Look at the box.", caregiver="Look at the box together.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hinted(Question):
    """A question with a text more, as somebody may write it one day."""

    hint: Text = field(metadata={COMMENT: "hint"})
    shades: tuple[Text, ...] = ()
    motto: "Spoken" = ""  # type: ignore[name-defined] # noqa: F821


def hinted(flow: Flow) -> Flow:
    first, *others = flow.questions
    plain = {each.name: getattr(first, each.name) for each in fields(first)}
    blue = Text(patient="Blue", caregiver="Blue")
    more = Hinted(**plain, hint=HINT, shades=(blue,), motto="In a word")
    return replace(flow, questions=(more, *others))


@EVERY_FLOW
def test_a_new_text_is_asked_of_the_catalogs(flow: Path) -> None:
    whole = load(flow)
    found, first = [*flow_messages(hinted(whole), "trial")], whole.questions[0].id
    new = [each for each in found if each not in flow_messages(whole, "trial")]
    assert new == [
        Message(f"trial/{first}", "Look at the box.", "hint"),
        Message(f"trial/{first}/caregiver", "Look at the box together.", "hint"),
        Message(f"trial/{first}", "Blue"),
        Message(f"trial/{first}", "In a word"),
    ]


@pytest.mark.parametrize("code", LANGUAGES)
@EVERY_FLOW
def test_a_language_without_it_is_refused(flow: Path, code: str, tmp_path: Path) -> None:
    whole = load(flow)
    messages = [each for each in flow_messages(hinted(whole), "trial") if each.comment == "hint"]
    catalog = tmp_path / code / "LC_MESSAGES" / "trial.po"
    catalog.parent.mkdir(parents=True)
    context = f"trial/{whole.questions[0].id}"
    catalog.write_text(
        f'msgctxt "{context}"\nmsgid "Look at the box."\nmsgstr "看盒子。"\n', "utf-8"
    )
    if code == "en":
        assert load_language(code, tmp_path, {"trial": messages}).sentences
        return
    with pytest.raises(FileError, match="Look at the box together"):
        load_language(code, tmp_path, {"trial": messages})


@EVERY_FLOW
def test_a_brace_in_a_new_text_is_named(flow: Path) -> None:
    first, *others = hinted(load(flow)).questions
    torn = Text(patient="Look at {it}.", caregiver="Look at {it} together.")
    braced = replace(first, hint=torn, shades=(torn,), motto="In a {word}")  # type: ignore[call-arg]
    forms = (
        f"{key}.{form}" for key in ("hint", "shades number 1") for form in ("patient", "caregiver")
    )
    assert [*brace_problems(replace(load(flow), questions=(braced, *others)))] == [
        f'[question "{first.id}"] {key}: a brace would be shown. Take it out.'
        for key in (*forms, "motto")
    ]


@EVERY_FLOW
def test_what_nobody_reads_is_not_asked_of_the_catalogs(flow: Path) -> None:
    whole = load(flow)
    said = {each.text for each in flow_messages(whole, "trial")}
    assert not said & {*whole.protocol.values(), *(each.words for each in whole.ledger.asides)}


SILENT = {"hint": "Look at the box.", "shades": "Blue", "motto": "In a word"}


@EVERY_FLOW
def test_a_key_of_which_no_page_says_a_text_is_named(flow: Path) -> None:
    whole = load(flow)
    said = {(each.context, each.text) for each in flow_messages(whole, "trial")}
    assert [*unshown(whole, "trial", said)] == []
    assert [*unshown(hinted(whole), "trial", said)] == [
        f'[{whole.questions[0].id}] {key}: no page shows "{text}". Take it out; if "{key}" is a '
        "new key, show it on a page in prescreen/page/."
        for key, text in SILENT.items()
    ]


@EVERY_FLOW
def test_a_key_is_not_shown_by_another_that_says_the_same(flow: Path) -> None:
    whole = hinted(load(flow))
    first, second, *others = whole.questions
    alike = replace(first, hint=second.ask, id=second.id, ask=second.ask)  # type: ignore[call-arg]
    twice = replace(whole, questions=(first, alike, *others))
    said = {(each.context, each.text) for each in flow_messages(load(flow), "trial")}
    assert any(" hint: no page shows " in each for each in unshown(twice, "trial", said))


def test_where_nobody_knows_how_to_look_for_a_text_it_is_an_error() -> None:
    whole = hinted(load(SECOND))
    first, *others = whole.questions
    odd = replace(first, shades={HINT})  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="shades: nobody looks for texts in a set"):
        [*flow_messages(replace(whole, questions=(odd, *others)), "trial")]


@each_row("new", [False, True])
def test_check_refuses_a_text_that_no_page_shows(new: bool) -> None:
    flow = hinted(load(SECOND)) if new else load(SECOND)
    said = (*software_messages(), *flow_messages(flow, "test0001"))
    language = Language("en", {(each.context, each.text): each.text for each in said})
    proof = prove(flow, setting=Setting(Script.of(flow), {"en": language}, "test0001"))
    silent = [each for each in proof.problems if "no page shows" in each]
    assert [each.partition(":")[0].partition("] ")[2] for each in silent] == [*SILENT] * new
