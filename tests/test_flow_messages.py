"""A text that is added to a table of the flow is asked of the catalogs without being listed."""

from dataclasses import dataclass, field, fields, replace
from pathlib import Path

import pytest

from flows import EVERY_FLOW
from prescreen.files.errors import FileError
from prescreen.flow.load import load
from prescreen.flow.messages import flow_messages
from prescreen.flow.model import Flow, Question
from prescreen.flow.trial import COMMENT, Text
from prescreen.language.catalogs import LANGUAGES, Message, load_language

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
def test_what_nobody_reads_is_not_asked_of_the_catalogs(flow: Path) -> None:
    whole = load(flow)
    said = {each.text for each in flow_messages(whole, "trial")}
    assert not said & {*whole.protocol.values(), *(each.words for each in whole.ledger.asides)}
