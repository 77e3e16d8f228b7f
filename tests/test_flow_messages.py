"""A text that is added to a table of the flow is asked of the catalogs without being listed."""

from dataclasses import dataclass, field, fields, replace
from pathlib import Path

import pytest

from flows import FLOW
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


def hinted() -> Flow:
    flow = load(FLOW)
    first, *others = flow.questions
    plain = {each.name: getattr(first, each.name) for each in fields(first)}
    blue = Text(patient="Blue", caregiver="Blue")
    more = Hinted(**plain, hint=HINT, shades=(blue,), motto="In a word")
    return replace(flow, questions=(more, *others))


def test_a_new_text_is_asked_of_the_catalogs() -> None:
    found = [*flow_messages(hinted(), "trial")]
    new = [each for each in found if each not in flow_messages(load(FLOW), "trial")]
    assert new == [
        Message("trial/age", "Look at the box.", "hint"),
        Message("trial/age/caregiver", "Look at the box together.", "hint"),
        Message("trial/age", "Blue"),
        Message("trial/age", "In a word"),
    ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_without_it_is_refused(code: str, tmp_path: Path) -> None:
    messages = [each for each in flow_messages(hinted(), "trial") if each.comment == "hint"]
    catalog = tmp_path / code / "LC_MESSAGES" / "trial.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text(
        'msgctxt "trial/age"\nmsgid "Look at the box."\nmsgstr "看盒子。"\n', "utf-8"
    )
    if code == "en":
        assert load_language(code, tmp_path, {"trial": messages}).sentences
        return
    with pytest.raises(FileError, match="Look at the box together"):
        load_language(code, tmp_path, {"trial": messages})


def test_what_nobody_reads_is_not_asked_of_the_catalogs() -> None:
    flow = load(FLOW)
    said = {each.text for each in flow_messages(flow, "trial")}
    assert not said & {*flow.protocol.values(), *(each.words for each in flow.ledger.asides)}
