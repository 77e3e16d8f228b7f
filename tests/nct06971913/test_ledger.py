"""Every word of the eligibility text belongs to one criterion, or is set aside with a reason."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cases import known
from test_trials import check_table

from prescreen.check import check
from prescreen.check.ledger import ledger_problems
from prescreen.files import places
from prescreen.flow.load import load

SHIPPED = places.flows() / "nct06971913.toml"
TEXT = places.flows() / "nct06971913" / "registry.txt"
Problems = Callable[..., list[str]]


@pytest.fixture
def problems(tmp_path: Path) -> Problems:
    """What is wrong with the shipped flow once some words of it, or of the text, are others."""

    def of(
        flow: dict[str, str] | None = None, text: dict[str, str] | None = None, tail: str = ""
    ) -> list[str]:
        path = tmp_path / SHIPPED.name
        registry = tmp_path / SHIPPED.stem / "registry.txt"
        registry.parent.mkdir()
        path.write_text(replaced(SHIPPED, flow or {}), encoding="utf-8")
        registry.write_text(replaced(TEXT, text or {}) + tail, encoding="utf-8")
        return ledger_problems(path, load(path))

    return of


def at(words: str, past: int = 0) -> str:
    """Where words stand in the text that is shipped, and so many characters further."""
    before, found, _ = TEXT.read_text(encoding="utf-8").partition(words)
    assert found, words
    line = before.rpartition("\n")[2]
    return f"nct06971913/registry.txt:{before.count(chr(10)) + 1}:{len(line) + 1 + past}"


def replaced(path: Path, words: dict[str, str]) -> str:
    text = path.read_text(encoding="utf-8")
    for old, new in words.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@pytest.mark.usefixtures("unproved")
def test_check_reads_the_ledger(tmp_path: Path) -> None:
    path = tmp_path / SHIPPED.name
    path.write_text(replaced(SHIPPED, {'clauses = ["weight 45-80kg"]': 'clauses = ["45-80kg"]'}))
    found, _ = check([path])
    assert [each for each in found if 'no criterion claims "weight"' in each]


def test_an_unclaimed_phrase_is_named_with_its_place(problems: Problems) -> None:
    assert problems(flow={'clauses = ["weight 45-80kg"]': 'clauses = ["45-80kg"]'}) == [
        f'{at("weight")}: no criterion claims "weight". '
        "Add it to the clauses of one, or to [ledger] with a reason."
    ]


def test_a_sentence_that_the_flow_does_not_know_is_unclaimed(problems: Problems) -> None:
    (found,) = problems(tail="No known allergy to ganciclovir.\n")
    assert found.startswith(
        f"nct06971913/registry.txt:{len(TEXT.read_text('utf-8').splitlines()) + 1}:1: "
        'no criterion claims "No known allergy to ganciclovir".'
    )


def test_words_over_several_lines_are_told_in_one(problems: Problems) -> None:
    (found,) = problems(tail="No known allergy\n\nto ganciclovir.\n")
    assert 'no criterion claims "No known allergy to ganciclovir".' in found


def test_a_heading_that_is_not_set_aside_is_unclaimed(problems: Problems) -> None:
    (found,) = problems(flow={'  { words = "Exclusion", of = "exclusion" },\n': ""})
    assert found.startswith(f'{at("Exclusion")}: no criterion claims "Exclusion".')


def test_an_overlap_names_both_claims(problems: Problems) -> None:
    wider = 'clauses = ["weight 45-80kg, male"]'
    assert problems(flow={'clauses = ["weight 45-80kg"]': wider}) == [
        f'{at("male or")}: "male" is claimed twice, by [criterion "I3b"] and by '
        '[ledger] aside. Leave it to one of them; the other can name it in "shares".'
    ]


def test_a_whole_sentence_leaves_nothing_to_another_criterion(problems: Problems) -> None:
    found, *_ = problems(
        flow={'clauses = ["Age: 18 to 65 years"]\n': "", 'clauses = ["weight 45-80kg"]\n': ""}
    )
    assert 'by [criterion "I3a"] and by [criterion "I3b"]' in found


def test_a_heading_has_to_be_a_line_of_the_text(problems: Problems) -> None:
    found = problems(text={"Exclusion\n": "Exclusion criteria:\n"})
    assert found == [
        'nct06971913.toml: [ledger] heading: "Exclusion" is not a line of '
        "nct06971913/registry.txt. Copy the line from there.",
        f'{at("Exclusion")}: no criterion claims "Exclusion criteria". '
        "Add it to the clauses of one, or to [ledger] with a reason.",
    ]


def test_a_clause_that_is_not_in_its_sentence_is_named(problems: Problems) -> None:
    found = problems(flow={'clauses = ["weight 45-80kg"]': 'clauses = ["weight 45-80 kg"]'})
    assert (
        'nct06971913.toml: [criterion "I3b"] clauses: "weight 45-80 kg" is not in the sentence at '
        f"{at('Age: ')}. Copy the words from there."
    ) in found


def test_a_clause_that_stands_twice_is_named(problems: Problems) -> None:
    found = problems(flow={'clauses = ["weight 45-80kg"]': 'clauses = ["male"]'})
    assert f'"male" stands 2 times in the sentence at {at("Age: ")}.' in found[0]


def test_an_aside_that_is_not_in_the_text_is_named(problems: Problems) -> None:
    found = problems(flow={'words = "male or female, gender': 'words = "men or women, gender'})
    assert found[0].startswith('nct06971913.toml: [ledger] aside: "men or women, gender ratio')


@pytest.mark.parametrize(
    ("old", "new", "place", "theirs", "ours"),
    [
        ("1.0mg/kg/d", "0.5mg/kg/d", "than 1.0", "than 0.5mg/kg/d.", "than 1.0mg/kg/d."),
        ("Any anti-CMV", "Any live anti-CMV", "Any anti", "Any live anti-CMV", "Any anti-CMV"),
        ("toxic shock)", "toxic shock);", "toxic", "toxic shock);", "toxic shock)"),
        (
            "weight 45-80kg",
            "weight 45-85kg",
            "weight",
            "weight 45-85kg, male",
            "weight 45-80kg, male",
        ),
        (
            "weight 45-80kg",
            "weight\u00a045-80kg",
            "years, weight",
            "years, weight<U+00A0>45-80kg, male",
            "years, weight 45-80kg, male",
        ),
    ],
)
def test_a_changed_text_is_named_with_both_wordings(
    problems: Problems, old: str, new: str, place: str, theirs: str, ours: str
) -> None:
    (found,) = problems(text={old: new})
    assert found.startswith(f'{at(place)}: the text reads "{theirs}" where')
    assert f'reads "{ours}".' in found


@pytest.mark.parametrize(
    ("old", "new", "past"),
    [("Inclusion\n", "\u202eInclusion\n", 0), ("45-80kg", "45\u2066-80kg", 2)],
)
def test_a_character_that_nobody_can_see_is_named(
    problems: Problems, old: str, new: str, past: int
) -> None:
    char = next(each for each in new if not each.isprintable() and each != "\n")
    assert problems(text={old: new}) == [
        f"{at(old, past)}: U+{ord(char):04X} can't be seen. Take it out."
    ]


@pytest.mark.parametrize(
    ("old", "new"), [("Inclusion\n", "\ufeffInclusion\n"), ("45-80kg", "45\u200b-80kg")]
)
def test_a_byte_order_mark_and_what_has_no_width_are_dropped(
    problems: Problems, old: str, new: str
) -> None:
    assert problems(text={old: new}) == []


def test_a_sentence_that_the_text_has_lost_is_named(problems: Problems) -> None:
    (found,) = problems(text={"Complicated with other autoimmune diseases;\n": ""})
    assert found.startswith('nct06971913.toml: [protocol] E8: "Complicated with other autoimmune')


def test_shared_words_have_to_be_claimed_by_another_criterion(problems: Problems) -> None:
    (found,) = problems(flow={'shares = ["History of"]': 'shares = ["leflunomide"]'})
    assert found == (
        'nct06971913.toml: [criterion "E4b"] shares: "leflunomide" is not claimed by one other '
        "criterion. Claim it there."
    )


def test_shared_words_have_to_be_in_the_sentence(problems: Problems) -> None:
    (found,) = problems(flow={'shares = ["History of"]': 'shares = ["history of"]'})
    assert '[criterion "E4b"] shares: "history of" is not in the sentence' in found


def test_a_criterion_is_of_the_kind_its_heading_names(problems: Problems) -> None:
    flow = {
        'sentence = "E3"\nkind = "exclusion"': 'sentence = "E3"\nkind = "inclusion"',
    }
    (found,) = problems(flow=flow)
    assert 'stands under "Exclusion". Write "exclusion", and read the rule again.' in found


def test_a_text_that_is_missing_or_not_utf_8_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "other.toml"
    path.write_text(replaced(SHIPPED, {'[trial]\nid = "NCT06971913"': '[trial]\nid = "NCT1"'}))
    (found,) = ledger_problems(path, load(path))
    assert "the eligibility text can't be read" in found
    (tmp_path / "nct1").mkdir()
    (tmp_path / "nct1" / "registry.txt").write_bytes(b"\xff\xfe")
    assert ledger_problems(path, load(path)) == [
        "nct1/registry.txt: not UTF-8 text. Save the file as UTF-8."
    ]


def test_the_table_of_the_documentation_has_each_clause() -> None:
    check_table(known(load(SHIPPED)))
