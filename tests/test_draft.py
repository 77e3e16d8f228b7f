"""A draft: what a study record says, a stub for each clause, a mark for each decision."""

from __future__ import annotations

import json
import random
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from rows import each_row

from prescreen.check import left_out
from prescreen.check.draft import draft
from prescreen.check.ledger import ledger_problems
from prescreen.check.printed_amounts import amounts_in
from prescreen.cli.main import main
from prescreen.files.errors import FileError
from prescreen.flow.load import load
from prescreen.flow.model import AgeRule, Flow
from prescreen.flow.rules import rules_in

CRITERIA = """Inclusion Criteria:

* 50-85 years of age;
* Walks 3 miles within 6 months, ALT \\>= 2 times the upper limit of normal;
1. Any of the following:

   a. asthma
   b. a fever above 38\u00b0C in the last week

Exclusion Criteria:

* Pregnancy;
* Written informed consent is not given
"""
RECORD: dict[str, Any] = {
    "protocolSection": {
        "identificationModule": {"nctId": "NCT05013879", "officialTitle": "Tape for the Knee"},
        "statusModule": {
            "overallStatus": "NOT_YET_RECRUITING",
            "lastUpdatePostDateStruct": {"date": "2024-02-23"},
            "startDateStruct": {"date": "2021-10"},
            "completionDateStruct": {"date": "2024-02"},
        },
        "sponsorCollaboratorsModule": {"leadSponsor": {"name": "Example Hospital"}},
        "designModule": {"phases": ["PHASE2", "PHASE3"], "enrollmentInfo": {"count": 65}},
        "eligibilityModule": {
            "eligibilityCriteria": CRITERIA,
            "healthyVolunteers": False,
            "sex": "ALL",
            "minimumAge": "50 Years",
            "maximumAge": "85 Years",
        },
        "contactsLocationsModule": {"locations": [{"country": "China"}, {"country": "China"}]},
    }
}


ODD = 'x\u0000\u200b\ud800"\\'
"""Characters that no file may hold."""


def written(folder: Path, record: object, name: str = "record.json") -> Path:
    """The draft of a record; the flow file."""
    source = folder / name
    text = record if isinstance(record, str) else json.dumps(record)
    source.write_text(text, encoding="utf-8")
    return draft(source, folder / "flows")[0]


def decided(path: Path) -> Flow:
    """The flow, as if its author had agreed to all that is marked."""
    text = path.read_text(encoding="utf-8").replace("DECIDE:", "")
    path.write_text(text, encoding="utf-8")
    return load(path)


def changed(**modules: Any) -> dict[str, Any]:
    """The record with other fields in some modules."""
    record = deepcopy(RECORD)
    for name, fields in modules.items():
        record["protocolSection"][name] |= fields
    return record


def ages(flow: Flow) -> tuple[int | None, int | None, str]:
    """The bounds of the age."""
    rules = [each for one in flow.criteria for each in rules_in(one.rule)]
    age = next(each for each in rules if isinstance(each, AgeRule))
    return age.least, age.most, age.unit


def test_the_fields_become_facts(tmp_path: Path) -> None:
    flow = decided(written(tmp_path, RECORD))
    trial, facts = flow.trial, {each.id: each.value for each in flow.trial.facts}
    assert trial.id == "NCT05013879"
    assert (trial.sponsor, trial.status) == ("Example Hospital", "not yet recruiting")
    assert (str(trial.record_date), str(trial.planned_end)) == ("2024-02-23", "2024-02-29")
    assert facts["phase"] == "Phase 2, Phase 3"
    assert (facts["size"], facts["place"]) == ("65", "China")
    assert ages(flow) == (50, 85, "years")


def test_a_fact_that_the_record_lacks_is_absent(tmp_path: Path) -> None:
    path = written(tmp_path, "Exclusion Criteria:\n- Pregnancy\n", "knee.txt")
    trial = decided(path).trial
    assert (trial.sponsor, trial.status, trial.record_date) == (None, None, None)
    assert trial.facts == ()
    told = "\n".join(left_out(path, load(path)))
    for each in ("sponsor", "status", "record_date", "planned_end"):
        assert f'[trial] says nothing of "{each}", as if the record had none' in told
    assert (
        "no fact called title, registry_id, sponsor, phase, size, place, people, status, dates, so"
        in told
    )


def test_what_is_no_date_is_named_and_left_out(tmp_path: Path) -> None:
    odd = {"completionDateStruct": {"date": "2029-13"}, "startDateStruct": {"date": "soon"}}
    path = written(tmp_path, changed(statusModule=odd))
    text = path.read_text(encoding="utf-8")
    for each in ("2029-13", "soon"):
        assert f'DECIDE: the record has "{each}" where a date stands.' in text
    flow = decided(path)
    assert flow.trial.planned_end is None
    assert "dates" not in {each.id for each in flow.trial.facts}
    registry = (path.parent / "nct05013879" / "registry.txt").read_text(encoding="utf-8")
    assert "soon" not in registry
    assert ledger_problems(path, flow) == []


@pytest.mark.parametrize(
    ("allocation", "chance"),
    [("RANDOMIZED", "People are put into groups by chance."), ("NA", None), (None, "DECIDE:")],
)
def test_the_record_says_if_people_are_put_into_groups_by_chance(
    tmp_path: Path, allocation: str | None, chance: str | None
) -> None:
    record = changed(designModule={"designInfo": {"allocation": allocation}})
    text = written(tmp_path, record).read_text(encoding="utf-8")
    found = [each for each in text.splitlines() if each.startswith("chance = ")]
    assert len(found) == (chance is not None)
    assert all(chance in each for each in found if chance)


def test_the_record_s_own_summary_stands_over_the_one_to_write(tmp_path: Path) -> None:
    record = deepcopy(RECORD)
    record["protocolSection"]["descriptionModule"] = {"briefSummary": "It tests\n tape. " * 99}
    lines = written(tmp_path, record).read_text(encoding="utf-8").splitlines()
    (place,) = (at for at, each in enumerate(lines) if each.startswith("# The record says: "))
    assert lines[place].startswith("# The record says: It tests tape. It tests")
    assert len(lines[place]) < 640
    assert any(each.startswith("summary = ") for each in lines[place:])


def test_an_item_with_nothing_in_it_is_no_sentence(tmp_path: Path) -> None:
    text = "Inclusion Criteria:\n1. Asthma\n2.\n3. A cough\n-\n"
    path = written(tmp_path, text, "knee.txt")
    flow = decided(path)
    assert [*flow.protocol.values()] == ["Asthma", "A cough"]
    assert ledger_problems(path, flow) == []


def test_what_a_list_stands_in_is_to_be_decided(tmp_path: Path) -> None:
    text = "Inclusion Criteria:\n* One of these\n  * Asthma\n  * A cough\n* Any age\n"
    path = written(tmp_path, text, "knee.txt")
    assert "DECIDE: does it only lead" in path.read_text(encoding="utf-8")
    flow = decided(path)
    assert [*flow.protocol.values()] == ["Asthma", "A cough", "Any age"]
    assert ledger_problems(path, flow) == []


@pytest.mark.parametrize(
    ("clause", "held"),
    [
        ("Weight-for-age < -2 SD", "-2 SD"),
        ("Potassium below 5.0 mEq/L", "5.0 mEq/L"),
        ("A score of more than -1.5", "-1.5"),
        ("Weight 40-60 kg", "40, 60 kg"),
    ],
)
def test_a_number_keeps_its_sign_and_its_unit(tmp_path: Path, clause: str, held: str) -> None:
    path = written(tmp_path, f"Inclusion Criteria:\n* {clause}\n", "knee.txt")
    assert f"# It holds: {held}\n" in path.read_text(encoding="utf-8")


def test_each_clause_has_a_stub_and_every_word_its_place(tmp_path: Path) -> None:
    path = written(tmp_path, RECORD)
    flow = decided(path)
    assert ledger_problems(path, flow) == []
    assert [each.id for each in flow.criteria] == ["A1", "I1", "I2", "I3", "E1", "E2"]
    assert flow.protocol["I2"] == "asthma"
    assert flow.protocol["I1"].startswith("Walks 3 miles within 6 months, ALT >= 2 times")
    assert [each.kind for each in flow.criteria][-2:] == ["exclusion", "exclusion"]


def test_what_a_clause_holds_stands_beside_its_stub(tmp_path: Path) -> None:
    text = written(tmp_path, RECORD).read_text(encoding="utf-8")
    assert "# It holds: 3, 6 months, 2 times the upper limit of normal" in text
    assert "# It holds: 38°C, last week" in text


def test_check_names_each_mark_until_it_is_gone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, RECORD)
    lines = path.read_text(encoding="utf-8").splitlines()
    marked = [number for number, line in enumerate(lines, start=1) if "DECIDE:" in line]
    assert main(["check", "--flow", str(path)]) == 2
    err = capsys.readouterr().err.splitlines()
    assert [each.partition(": still to decide")[0] for each in err] == [
        f"{path.name}: line {number}" for number in marked
    ]


def test_what_else_is_wrong_is_told_while_marks_remain(tmp_path: Path) -> None:
    path = written(tmp_path, RECORD)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('sentence = "I2"', 'sentence = "I9"'), encoding="utf-8")
    with pytest.raises(FileError) as refused:
        load(path)
    assert any("still to decide" in each for each in refused.value.problems)
    assert any("I9" in each for each in refused.value.problems)


def test_a_flow_with_a_mark_is_never_opened(tmp_path: Path) -> None:
    path = written(tmp_path, RECORD)
    with pytest.raises(FileError, match="still to decide"):
        load(path)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"minimumAge": "18 Years", "maximumAge": None}, (18, None, "years")),
        ({"minimumAge": "6 Months", "maximumAge": "11 Months"}, (6, 11, "months")),
        ({"minimumAge": "6 Months", "maximumAge": "2 Years"}, (6, 24, "months")),
        ({"minimumAge": None, "maximumAge": "17 Years"}, (None, 17, "years")),
    ],
)
def test_ages_are_read_as_the_registry_writes_them(
    tmp_path: Path, fields: dict[str, Any], expected: tuple[int | None, int | None, str]
) -> None:
    text = CRITERIA.replace("* 50-85 years of age;\n", "")
    record = changed(eligibilityModule={"eligibilityCriteria": text, **fields})
    flow = decided(written(tmp_path, record))
    assert ages(flow) == expected
    assert ("children" in flow.trial.participants) == (expected[0] != 18)


@pytest.mark.parametrize(
    ("line", "participants"),
    [
        ("1. Male or female participants aged 12 to 17 years, inclusive", ("children",)),
        ("- Age 2 to 13 years", ("children",)),
        ("1. Age 12 years or older", ("patients", "children")),
        ("* Aged 18 to 75 years", ("patients",)),
        ("* A knee that hurts", ("patients",)),
    ],
)
def test_of_a_text_alone_the_ages_say_who_takes_part(
    tmp_path: Path, line: str, participants: tuple[str, ...]
) -> None:
    text = f"Inclusion Criteria:\n{line}\nExclusion Criteria:\nPregnancy\n"
    flow = decided(written(tmp_path, text, "nct01234567.txt"))
    assert flow.trial.participants == participants


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1. Age ≥ 50 years old", (50, None, "years")),
        ("Aged between 18 and 60 years.", (18, 60, "years")),
        ("Male or female, age 18 to 75", (18, 75, "years")),
        ("Age 18 years or older", (18, None, "years")),
        ("Healthy men and women, 18-45 years", (18, 45, "years")),
        ("Women, 40 years or older", (40, None, "years")),
        ("1、年龄18-65岁", (18, 65, "years")),
    ],
)
def test_of_a_text_alone_the_ages_are_read_from_their_clause(
    tmp_path: Path, line: str, expected: tuple[int | None, int | None, str]
) -> None:
    text = f"Inclusion Criteria:\n{line}\nExclusion Criteria:\nPregnancy\n"
    path = written(tmp_path, text, "nct01234567.txt")
    flow = decided(path)
    assert flow.trial.id == "NCT01234567"
    assert ages(flow) == expected
    assert ledger_problems(path, flow) == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("• Asthma", "Asthma"),
        ("‣ Asthma", "Asthma"),
        ("・ Asthma", "Asthma"),
        ("   1.1. Asthma", "Asthma"),
        ("   1.1 asthma", "1.1 asthma"),
        ("1.1 Asthma", "Asthma"),
        ("- 2.3.1 Creatinine", "Creatinine"),
        ("1.2 克罗恩病", "克罗恩病"),
        ("1.5 倍正常上限以内", "1.5 倍正常上限以内"),
        ("2.5 Kg or more", "2.5 Kg or more"),
        ("12) Asthma", "Asthma"),
        ("(iv) Asthma", "Asthma"),
        ("1、哮喘", "哮喘"),
        ("1.哮喘", "哮喘"),
        ("（3）哮喘", "哮喘"),
        ("二、6个月内有哮喘", "6个月内有哮喘"),
        ("①哮喘", "哮喘"),
        ("1.5 times the limit", "1.5 times the limit"),
        ("2.0 mg/dL", "2.0 mg/dL"),
        ("1.5倍", "1.5倍"),
    ],
)
def test_a_list_mark_belongs_to_no_sentence(tmp_path: Path, line: str, words: str) -> None:
    for ends in ("\n", "\r\n", "\r", "\u2028"):
        folder = tmp_path / str(ord(ends[-1]) + len(ends))
        folder.mkdir()
        before = line[: len(line) - len(line.lstrip())] + "- A cough"
        text = ends.join(("Inclusion Criteria:", before, line, "")).encode()
        (folder / "knee.txt").write_bytes(text)
        path = draft(folder / "knee.txt", folder / "flows")[0]
        flow = decided(path)
        assert flow.protocol["I2"] == words
        assert ledger_problems(path, flow) == []


@pytest.mark.parametrize(
    ("heading", "side"),
    [
        ("Key Inclusion Criteria", "inclusion"),
        ("**Exclusion Criteria:**", "exclusion"),
        ("\tExclusion:", "exclusion"),
        ("Non-inclusion criteria", "exclusion"),
        ("入选标准：", "inclusion"),
        ("纳入标准", "inclusion"),
        ("排除标准：", "exclusion"),
    ],
)
def test_a_heading_is_known_however_it_is_printed(tmp_path: Path, heading: str, side: str) -> None:
    path = written(tmp_path, f"{heading}\n1. A cough\n", "knee.txt")
    flow = decided(path)
    assert [each.kind for each in flow.criteria] == [side]
    assert ledger_problems(path, flow) == []


def test_consent_and_being_willing_need_no_sentence(tmp_path: Path) -> None:
    flow = decided(written(tmp_path, "Exclusion Criteria:\n- Pregnancy\n", "knee.txt"))
    assert [each.id for each in flow.criteria] == ["E1"]
    assert flow.questions[-1].id == "willing"


@pytest.mark.parametrize("module", [*RECORD["protocolSection"]])
def test_a_module_can_be_missing(tmp_path: Path, module: str) -> None:
    record = deepcopy(RECORD)
    del record["protocolSection"][module]
    if module == "eligibilityModule":
        with pytest.raises(FileError, match="no eligibility text"):
            written(tmp_path, record)
    else:
        path = written(tmp_path, record)
        assert ledger_problems(path, decided(path)) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "<html>",
        "{",
        "[1, 2]",
        "{}",
        '{"protocolSection": 4}',
        '{"protocolSection": {"a": 1}}',
        "Hello I am a letter.",
        "Inclusion Criteria:",
        json.dumps(changed(identificationModule={"nctId": "../../etc/passwd"})),
    ],
)
def test_what_is_no_record_is_refused_in_one_sentence(
    tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "record.json"
    source.write_text(text, encoding="utf-8")
    assert main(["draft", str(source), "--to", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith("record.json: ")
    assert sorted(tmp_path.iterdir()) == [source]


def test_what_cannot_be_read_or_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "knee.txt"
    assert main(["draft", str(source)]) == 2
    source.write_bytes(b"\xff\xfe\x00a")
    assert main(["draft", str(source)]) == 2
    source.write_text("- Pregnancy", encoding="utf-8")
    assert main(["draft", str(source), "--to", str(source)]) == 2
    assert main(["draft", str(source), "--to", str(tmp_path)]) == 0
    assert main(["draft", str(source), "--to", str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 4


@pytest.mark.parametrize("seed", range(20))
def test_a_record_of_any_values_is_drafted_or_refused(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    odd: list[Any] = [None, 7, True, [], {}, "", ODD, ["PHASE1", 3], "2024-13"]

    def mixed(value: Any) -> Any:
        if chance.random() < 0.25:
            return chance.choice(odd)
        if isinstance(value, dict):
            return {key: mixed(each) for key, each in value.items()}
        return value

    record = {"protocolSection": mixed(RECORD["protocolSection"])}
    try:
        path = written(tmp_path, record)
    except FileError:
        return
    assert ledger_problems(path, decided(path)) == []


@each_row(
    ("text", "expected"),
    [
        ("Age: 18 to 65 years, weight 45-80kg", ["18 a", "65 a", "45 kg", "80 kg"]),
        ("less than 1.0mg/kg/d", ["1 mg/kg/d"]),
        ("transaminases> 3N", ["3 {ULN}"]),
        ("ANC ≥ 1.5 x 10^9/L and platelets >= 100,000/uL", ["3/2 10*9/L", "100000 /uL"]),
        ("within the past half year, or one year", ["1/2 a", "1 a"]),
        ("in the last month; metformin of at least 1000 mg/day", ["1 mo", "1000 mg/d"]),
        ("IL-2, CD20, HbA1c, SARS-CoV-2, COVID-19 and type 2 diabetes", []),
        ("a cough that a doctor has seen", []),
        ("WBC < 2.5 x 10^3/µL, ANC ≥ 1500 cells/mm3", ["5/2 10*3/uL", "1500 /uL"]),
        ("近半年内、2型糖尿病、18~70周岁、1500 mg/天", ["1/2 a", "18 a", "70 a", "1500 mg/d"]),
        ("2025年3月1日起三个月内，正常值上限的2.5倍，第1天", ["3 mo", "5/2 {ULN}"]),
        ("UPCR < 1.0 g/g; at least 30 kg. From Day 1", ["1 g/g", "30 kg"]),
        ("no more than two prior lines, in two groups", ["2 "]),
        ("at least 500 µg/day, eGFR < 60 ml/min/1.73m²", ["1/2 mg/d", "60 mL/min/{1.73_m2}"]),
        ("doxorubicin > 360 mg/m2, CRP < 10 mg/L", ["360 mg/m2", "10 mg/L"]),
    ],
)
def test_the_numbers_of_a_sentence(text: str, expected: list[str]) -> None:
    assert [f"{each.number} {each.unit}" for each in amounts_in(text)] == expected


INFANTS = changed(
    eligibilityModule={
        "minimumAge": "42 Days",
        "maximumAge": "84 Days",
        "healthyVolunteers": True,
        "eligibilityCriteria": "Inclusion Criteria:\n\n"
        "* Infants of at least 42 days (6 weeks) and not more than 84 days (12 weeks) of age\n"
        "* One dose of BCG within 7 days of age",
    },
    statusModule={"lastUpdatePostDateStruct": None, "lastUpdateSubmitDate": "2024-02-21"},
)


def test_an_infant_has_an_age_in_days_and_a_parent_who_answers(tmp_path: Path) -> None:
    path = written(tmp_path, INFANTS)
    text, flow = path.read_text(encoding="utf-8"), decided(path)
    assert flow.trial.participants == ("children",)
    assert ages(flow) == (42, 84, "days")
    assert flow.protocol["A1"].startswith("Infants of at least 42 days")
    assert flow.protocol["I1"] == "One dose of BCG within 7 days of age"
    assert "adult" not in {each.id for each in flow.questions}
    assert "to the parent, about the child" in text
    assert str(flow.trial.record_date) == "2024-02-21"


def test_ends_of_an_age_in_two_units_are_two_rules(tmp_path: Path) -> None:
    record = changed(eligibilityModule={"minimumAge": "6 Weeks", "maximumAge": "8 Months"})
    flow = decided(written(tmp_path, record))
    rules = [each for one in flow.criteria for each in rules_in(one.rule)]
    ends = [(e.least, e.most, e.unit) for e in rules if isinstance(e, AgeRule)]
    assert ends == [(6, None, "weeks"), (None, 8, "months")]
