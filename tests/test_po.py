"""A catalog is read as it stands, or its lines are refused by number; nothing in it is guessed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from babel.messages.pofile import read_po
from rows import each_row

from prescreen.files import places
from prescreen.files.errors import FileError
from prescreen.language.po import Entry, read_entries, read_lines, read_one, read_whole

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
ONE = 'msgctxt "at"\nmsgid "No"\nmsgstr "没输过"\n'
SHIPPED = sorted(places.locales().rglob("*.po"))


def read(text: str) -> list[Entry]:
    return [*read_entries(text.encode(), "x.po")]


def refused(text: str) -> list[str]:
    with pytest.raises(FileError) as error:
        read(text)
    return [*error.value.problems]


def test_an_entry_knows_its_sentence_its_translation_and_its_line() -> None:
    assert read(HEAD + ONE) == [Entry("at", "No", "没输过", 7)]


def test_a_text_goes_on_over_lines_and_its_escapes_are_undone() -> None:
    (entry,) = read('msgid ""\n"a \\"b\\"\\n"\n"c\\\\n"\nmsgstr "甲"\n"乙"\n')
    assert (entry.text, entry.translation) == ('a "b"\nc\\n', "甲乙")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_one_entry_is_found_as_among_all(path: Path) -> None:
    data = path.read_bytes()
    found = {each: read_one(data, each.context, each.text) for each in read_entries(data, "x.po")}
    assert any(found.values())
    for each, one in found.items():
        assert one is None or replace(one, line=each.line) == each


def test_an_entry_that_is_not_there_or_not_whole_is_not_found() -> None:
    assert read_one((HEAD + ONE).encode(), "at", "Yes") is None
    assert read_one(f"{HEAD}{ONE}spoilt".replace('"没', "没").encode(), "at", "No") is None


def test_marks_belong_to_the_next_entry_only() -> None:
    first, second = read(f"#, fuzzy, no-wrap\n{ONE}\n{ONE.replace('No', 'Yes')}")
    assert first.fuzzy
    assert not second.fuzzy


def test_what_is_set_aside_is_not_read() -> None:
    aside = "".join(f"#~ {line}\n" for line in ONE.splitlines())
    assert read(f"#, fuzzy\n{aside}\n{ONE}") == [Entry("at", "No", "没输过", 8)]


@each_row("mark", ["\ufeff", ""])
@each_row("end", ["\n", "\r\n"])
def test_files_of_other_systems_are_read(mark: str, end: str) -> None:
    (entry,) = read((mark + HEAD + ONE).replace("\n", end))
    assert entry.translation == "没输过"


@each_row("path", SHIPPED)
def test_it_is_read_as_the_library_reads_it(path: Path) -> None:
    theirs = [
        (str(each.context), str(each.id), str(each.string))
        for each in read_po(path.read_bytes().splitlines())
        if each.id
    ]
    ours = read_entries(path.read_bytes(), path.name)
    assert [(each.context, each.text, each.translation) for each in ours] == theirs


REFUSED = {
    "no quote before": (ONE.replace('"没', "没"), 3, "this line is not whole"),
    "no quote after": (ONE.replace('过"', "过"), 3, "this line is not whole"),
    "no quotes": ('msgid "a"\nmsgstr\n', 2, "this line is not whole"),
    "a quote inside": (ONE.replace("没", '没"'), 3, "this line is not whole"),
    "an escape that is none": (ONE.replace("没", "\\x1b"), 3, "this line is not whole"),
    "a backslash at the end": (ONE.replace('过"', '过\\"'), 3, "this line is not whole"),
    "no keyword": ("no" + ONE, 1, "this line is not whole"),
    "a plural": (ONE.replace("msgstr", "msgstr[0]"), 3, "plural forms are not used here"),
    "no msgid": ('msgctxt "at"\nmsgstr "没输过"\n', 2, "msgstr has no place here"),
    "no msgstr": ('msgctxt "at"\nmsgid "No"\n\n' + ONE, 4, "msgctxt has no place here"),
    "no msgstr at the end": (ONE + 'msgid "No"\n', 5, "the last entry has no msgstr"),
    "two msgstr": (ONE + 'msgstr "输过"\n', 4, "msgstr has no place here"),
    "two msgid": ('msgid "Yes"\n' + ONE[13:], 2, "msgid has no place here"),
    "a text alone": ('"text"\n' + ONE, 1, "this text belongs to nothing"),
    "a comment inside": (ONE.replace("msgstr", "# so\nmsgstr"), 3, "a comment stands inside"),
    "an entry twice": (ONE + ONE.replace("没", ""), 6, '[at] "No" stands here again, after line 3'),
    "two heads": (HEAD + HEAD, 6, "the head of the file stands here again, after line 2"),
    "a charset": (HEAD.replace("utf-8", "gbk"), 3, "the charset is not UTF-8"),
    "no such charset": (HEAD.replace("utf-8", "nonsense"), 3, "the charset is not UTF-8"),
}


@each_row("fault", REFUSED)
def test_a_line_that_is_not_whole_is_refused_once_with_its_number(fault: str) -> None:
    text, line, sentence = REFUSED[fault]
    (told,) = refused(text)
    assert told.startswith(f"x.po:{line}: {sentence}")
    assert told.endswith(".")


def test_what_a_file_says_of_itself_is_shown_on_one_line_and_obeyed_by_no_terminal() -> None:
    strange = ONE.replace("No", "\x1b[31m\u202eNo\\n")
    (told,) = refused(strange + strange)
    assert told.isprintable()


def test_every_line_that_is_not_whole_is_told_of() -> None:
    broken = ONE.replace('"没', "没")
    told = refused(f"{HEAD}{broken}\n{ONE}\n{broken}")
    assert [each.split(":")[1] for each in told] == ["7", "15"]


def test_a_text_that_is_not_utf_8_is_refused_with_its_line() -> None:
    with pytest.raises(FileError, match=r"x\.po:7: not UTF-8 text\. Save the file as UTF-8\."):
        read_entries((HEAD + ONE).encode("gb18030"), "x.po")


@each_row("path", SHIPPED)
def test_every_catalog_is_read_block_by_block(path: Path) -> None:
    text = path.read_text("utf-8")
    assert read_whole(text) == read_lines(text, "x.po")


PIECES = ("\n", '"', '"\n"', "\\", " ", "\t", "\r", "#", "#, fuzzy\n", "#~ ", "charset=latin1", ONE)


@each_row("seed", range(20))
def test_what_is_read_block_by_block_is_what_its_lines_say(seed: int) -> None:
    chance = Random(seed)
    whole = 0
    for _ in range(200):
        text = HEAD + ONE + "\n" + ONE.replace("No", "Yes").replace("没", '没"\n"')
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(text))
            text = text[:at] + chance.choice(("", *PIECES)) + text[at + chance.randint(0, 2) :]
        if (found := read_whole(text)) is not None:
            whole += 1
            assert found == read_lines(text, "x.po"), text
    assert whole
