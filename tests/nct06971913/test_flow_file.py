"""What is wrong with a flow file is said in sentences, with the place and the fix."""

import re
import tomllib
from pathlib import Path

import pytest
from rows import each_row

from flows import FLOW
from prescreen.check.queries import has_register
from prescreen.check.registry import has_text
from prescreen.cli import main as cli
from prescreen.demo.demo_scripts import has_scripts
from prescreen.files.errors import FileError
from prescreen.flow.load import load
from prescreen.session.fitting import has_fitting

SHIPPED = FLOW.read_text(encoding="utf-8")
NAME = FLOW.name

DATA = Path(__file__).with_name("mistakes.toml")
MISTAKES = tomllib.loads(DATA.read_text(encoding="utf-8"))["mistake"]


def _problems(text: str | bytes, folder: Path) -> tuple[str, ...]:
    path = folder / NAME
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(FileError) as caught:
        load(path)
    return caught.value.problems


def mistaken(was: str, now: str, says: str) -> str:
    """The shipped file with a mistake in the table that a sentence names, if it stands there."""
    named = re.match(r'\[(\w+) "(\w+)"\]', says)
    table = f'[[{named[1]}]]\nid = "{named[2]}"' if named else ""
    at = SHIPPED.find(was, SHIPPED.find(table))
    if at < 0:
        at = SHIPPED.index(was)
    return SHIPPED[:at] + SHIPPED[at:].replace(was, now, 1)


@each_row("mistake", MISTAKES)
def test_a_mistake_gives_a_sentence_with_its_place_and_the_fix(
    mistake: dict[str, str], tmp_path: Path
) -> None:
    was, now, says = mistake["was"], mistake["now"], mistake["says"]
    found = _problems(mistaken(was, now, says), tmp_path)
    wanted = re.escape(f"{NAME}: {says}").replace("…", ".*")
    assert [each for each in found if re.fullmatch(wanted, each)], found
    assert len(found) <= 3, found


UNREADABLE = {
    "no TOML": (b"[trial", "this is not TOML: Expected ']' at the end of a table declaration"),
    "a key twice": (b"a = 1\na = 2", "this is not TOML: Cannot overwrite a value"),
    "a day that is not in the calendar": (b"a = 2026-02-30", "this is not TOML: Invalid date"),
    "not UTF-8": ("[trial]\nid = '试验'".encode("gb18030"), "not UTF-8 text. Save the file as"),
    "brackets without end": (b"a = " + b"[" * 5000, "too many brackets in brackets. Check them."),
    "a number without end": (b"a = " + b"9" * 5000, "a number in it is too long. Shorten it."),
    "an exponent without end": (b"a = 1e" + b"9" * 30, "a number in it is too long. Shorten it."),
}


@each_row("what", UNREADABLE)
def test_a_file_that_is_no_flow_gives_one_sentence(what: str, tmp_path: Path) -> None:
    data, sentence = UNREADABLE[what]
    [found] = _problems(data, tmp_path)
    assert found.startswith(f"{NAME}: {sentence}")


def test_an_empty_file_lacks_every_table(tmp_path: Path) -> None:
    tables = ("trial", "protocol", "question", "criterion")
    found = [f'{NAME}: top level: the key "{each}" is missing; add it.' for each in tables]
    assert list(_problems("", tmp_path)) == found


def test_two_mistakes_give_two_sentences(tmp_path: Path) -> None:
    text = mistaken("months = 6", "months = 6.5", '[criterion "E4a"]')
    text = text.replace('topic = "Age"\n', "", 1)
    assert _problems(text, tmp_path) == (
        f'{NAME}: [question "age"]: the key "topic" is missing; add it.',
        f'{NAME}: [criterion "E4a"] rule.findings.yes.months: '
        "a whole number is needed here, but found 6.5.",
    )


def test_a_missing_file_and_a_folder_are_named_with_the_reason(tmp_path: Path) -> None:
    for path, reason in ((tmp_path / "no.toml", "No such file"), (tmp_path, "Is a directory")):
        with pytest.raises(FileError) as caught:
            load(path)
        assert f"{path}: the file can't be read ({reason}" in str(caught.value)


@pytest.mark.parametrize("verb", ["check", "graph", "screen"])
def test_a_broken_flow_ends_a_verb_with_sentences_and_2(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / NAME
    path.write_text(SHIPPED.replace("months = 6", "month = 6", 1), encoding="utf-8")
    assert cli.main([verb, "--flow", str(path)]) == 2
    shown = capsys.readouterr()
    assert 'unknown key "month"; did you mean "months"?' in shown.err
    assert "Traceback" not in shown.err
    assert shown.out == ""


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b"# a comment\r\n"])
def test_a_file_saved_on_another_system_is_read(start: bytes, tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(start + SHIPPED.replace("\n", "\r\n").encode())
    assert load(path) == load(FLOW)


def test_all_that_may_lie_beside_a_flow_lies_beside_it() -> None:
    beside = (has_text, has_register, has_scripts, has_fitting)
    assert [each.__name__ for each in beside if not each(FLOW, load(FLOW))] == []


def test_numbers_are_exact() -> None:
    assert str(load(FLOW).drugs["betamethasone"].equal_mg) == "3/5"


def test_what_cannot_be_seen_is_named_on_one_line(tmp_path: Path) -> None:
    slips = (
        ('id = "ivig"', 'id = "iv\\nig"', '[term "iv\\nig"] id: an id'),
        ("short = ", '"sh\\tort" = 1\nshort = ', 'unknown key "sh\\tort"'),
    )
    for was, now, says in slips:
        found = _problems(SHIPPED.replace(was, now, 1), tmp_path)
        assert any(says in each for each in found), found
        assert not any("\n" in each for each in found)
