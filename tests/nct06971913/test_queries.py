"""The points for the investigator: held strictly, and said in both languages."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from rows import each_row

from prescreen.check import check
from prescreen.check.queries import query_list, register_of
from prescreen.cli import main as cli
from prescreen.files import places
from prescreen.files.errors import FileError
from prescreen.flow.load import load
from prescreen.language.catalogs import LANGUAGES

SHIPPED = places.flows() / "nct06971913.toml"
QUERIES = places.flows() / "nct06971913" / "queries.toml"
TEXT = places.flows() / "nct06971913" / "registry.txt"
Problems = Callable[[str, str], list[str]]

WINDOW = 'phrase = { E4c = "those who have undergone plasmapheresis" }'


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[str, str], Path]:
    """The shipped flow beside a register in which some words are others."""

    def of(old: str, new: str) -> Path:
        path = tmp_path / SHIPPED.name
        folder = tmp_path / SHIPPED.stem
        folder.mkdir()
        path.write_text(SHIPPED.read_text(encoding="utf-8"), encoding="utf-8")
        text = QUERIES.read_text(encoding="utf-8")
        assert old in text
        (folder / "queries.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
        (folder / "registry.txt").write_text(TEXT.read_text(encoding="utf-8"), encoding="utf-8")
        return path

    return of


@pytest.fixture
def problems(changed: Callable[[str, str], Path]) -> Problems:
    """What is wrong with the register once some words in it are others."""

    def of(old: str, new: str) -> list[str]:
        path = changed(old, new)
        with pytest.raises(FileError) as caught:
            register_of(path, load(path))
        return list(caught.value.problems)

    return of


def test_the_shipped_register_is_whole() -> None:
    register = register_of(SHIPPED, load(SHIPPED))
    assert len(register.queries) >= 15


@each_row(
    ("criterion", "words"),
    [
        ("E4c", "those who have undergone plasmapheresis"),
        ("E4a", "prior to randomization"),
        ("I4", "Apply corticosteroid"),
        ("I4", "corticosteroid less than 1.0mg/kg/d"),
        ("I1", "American College of Rheumatology criteria"),
        ("I2", "viral load is positive"),
        ("I2", "The test for plasma CMV DNA"),
        ("E2", "(hepatitis B or C virus"),
        ("E2", "active infections"),
        ("E6", "heart failure (≥ grade III NYHA)"),
        ("E7", "heart failure"),
        ("E6", "liver, kidney, lung or heart"),
        ("E8", "other autoimmune diseases"),
        ("E9", "cured"),
        ("E11", "that could interfere"),
        ("E3", "within 6 months"),
        ("E12", "within 3 months"),
        ("I3a", "Age"),
    ],
)
def test_a_known_ambiguity_is_a_point(criterion: str, words: str) -> None:
    register = register_of(SHIPPED, load(SHIPPED))
    assert any(words in each.phrase.get(criterion, "") for each in register.queries)


def test_a_phrase_that_is_not_in_the_text_is_named(problems: Problems) -> None:
    wrong = 'phrase = { E4c = "those who had plasmapheresis" }'
    (found,) = problems(WINDOW, wrong)
    assert found.startswith(
        'queries.toml: [query "plasmapheresis_window"] phrase: "those who had plasmapheresis" '
        'is not in the sentence of E4c, "History of'
    )


def test_a_phrase_of_another_criterion_is_named(problems: Problems) -> None:
    (found,) = problems(WINDOW, 'phrase = { E5 = "those who have undergone plasmapheresis" }')
    assert "is not in the sentence of E5" in found


def test_a_criterion_that_is_not_there_is_named_with_the_nearest(problems: Problems) -> None:
    (found,) = problems(WINDOW, 'phrase = { E4d = "plasmapheresis" }')
    assert 'there is no criterion "E4d"; did you mean "E4' in found


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (WINDOW, "phrase = {}", "at least one"),
        ("cautious = ", "cautios = ", 'unknown key "cautios"; did you mean "cautious"?'),
        ('id = "toxic_shock"', 'id = "cmv_sample"', "this id is used 2 times"),
        ('"Plasma only."', '"Any blood sample, whole blood and serum too."', "both say the same"),
        ('  "Plasma only.",\n', "", "readings"),
        ("[[query]]", "[[query", "this is not TOML"),
    ],
)
def test_a_register_that_is_not_whole_is_named(
    problems: Problems, old: str, new: str, said: str
) -> None:
    found = problems(old, new)
    assert any(said in each for each in found)
    assert all(each.startswith("queries.toml: ") for each in found)


@pytest.mark.usefixtures("unproved")
def test_check_reads_the_register(changed: Callable[[str, str], Path]) -> None:
    found, _ = check([changed(WINDOW, "phrase = { E4d = 'plasmapheresis' }")])
    assert [each for each in found if 'no criterion "E4d"' in each]


@pytest.mark.usefixtures("unproved")
def test_a_point_without_its_chinese_is_named(changed: Callable[[str, str], Path]) -> None:
    found, _ = check([changed('"Plasma only."', '"Plasma and nothing else."')])
    assert any(
        each.startswith("locales/zh_CN/LC_MESSAGES/nct06971913.queries.po") and "missing" in each
        for each in found
    )


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_list_numbers_every_point(code: str) -> None:
    flow = load(SHIPPED)
    count = len(register_of(SHIPPED, flow).queries)
    numbers = re.findall(r"^## (\d+)\. ", query_list(SHIPPED, flow, code), re.MULTILINE)
    assert numbers == [str(each) for each in range(1, count + 1)]


def test_the_chinese_list_is_chinese_but_for_the_quotes() -> None:
    lines = query_list(SHIPPED, load(SHIPPED), "zh_CN").splitlines()
    said = [each for each in lines if each.startswith("- ")]
    assert said
    assert all(re.search("[一-鿿]", each) for each in said)


def test_without_a_language_both_lists_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--queries", "--flow", str(SHIPPED)]) == 0
    printed = capsys.readouterr().out
    flow = load(SHIPPED)
    assert printed == "\n".join(query_list(SHIPPED, flow, code) for code in LANGUAGES)


@pytest.mark.parametrize(
    "arguments", [["check", "--queries", "--lang", "en"], ["--lang", "en", "check", "--queries"]]
)
def test_a_language_can_be_named(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*arguments, "--flow", str(SHIPPED)]) == 0
    assert capsys.readouterr().out == query_list(SHIPPED, load(SHIPPED), "en")
