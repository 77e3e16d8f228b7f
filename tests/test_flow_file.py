"""Everything that can be wrong with a flow file is said in sentences, with the place and the fix."""

from pathlib import Path

import pytest
from cases import FLOW

from prescreen import cli
from prescreen.files import FileError
from prescreen.flow import load

SHIPPED = FLOW.read_text(encoding="utf-8")
NAME = FLOW.name

# What is replaced in the shipped file, once, and the sentence that follows from it.
MISTAKES: dict[str, tuple[str, str, str]] = {
    # ---- unknown keys, at each level
    "a table": ("[urgent]", "[urgnt]\n[urgent]", 'top level: unknown key "urgnt"; did you mean "urgent"?'),
    "a key of the trial": ("short = ", "shrt = 1\nshort = ", '[trial]: unknown key "shrt"; did you mean "short"?'),
    "a key of a fact": ('{ id = "size", label', '{ id = "size", labell', '[trial] fact "size": unknown key "labell"; did you mean "label"?'),
    "a key of a drug": ("{ equal_mg = 20", "{ equl_mg = 20", '[drug] hydrocortisone: unknown key "equl_mg"; did you mean "equal_mg"?'),
    "a key of a term": ('word = "CMV-DNA"', 'words = "CMV-DNA"', '[term "cmv"]: unknown key "words"; did you mean "word"?'),
    "a key of a question": ("sensitive = true", "senstive = true", '[question "infections"]: unknown key "senstive"; did you mean "sensitive"?'),
    "a key of a text": ("ask.caregiver", "ask.carer", '[question "age"] ask: unknown key "carer"; did you mean "caregiver"?'),
    "a key of a choice": ('{ id = "no", label', '{ id = "no", labell', '[question "adult"] choice "no": unknown key "labell"; did you mean "label"?'),
    "a key of a condition": ('question = "steroid", is =', 'question = "steroid", iss =', '[question "steroid_drug"] asked_if number 1: unknown key "iss"; did you mean "is"?'),
    "the first key of a condition": ("{ may_be_under", "{ may_be_undr", '[question "adult"] asked_if number 1: unknown key "may_be_undr"; did you mean "may_be_under"?'),
    "a key of a criterion": ("stops = true", "stop = true", '[criterion "I3a"]: unknown key "stop"; did you mean "stops"?'),
    "a key of a rule": ("margin = 2", "margn = 2", '[criterion "I3b"] rule: unknown key "margn"; did you mean "margin"?'),
    "a key of a rule in a rule": ("months = 6", "month = 6", '[criterion "E4a"] rule.findings.yes: unknown key "month"; did you mean "months"?'),
    "a key of a rule in a list": ("reference_mg = 5", "refrence_mg = 5", '[criterion "I4"] rule.rules number 1.findings.daily: unknown key "refrence_mg"; did you mean "reference_mg"?'),
    "a key that is like no other": ("[trial]", "[trial]\nxyz = 1", '[trial]: unknown key "xyz"; valid: bring, chance, fact, id, not_public, record_date, registry, safety, short, site_checks, summary.'),
    # ---- missing keys
    "no trial": ("[trial]", "[urgent.trial]", '[urgent]: unknown key "trial"; valid: call, now, see_doctor, today.'),
    "no topic": ('topic = "Age"\n', "", '[question "age"]: the key "topic" is missing; add it.'),
    "no id": ('id = "adult"\n', "", '[question number 2]: the key "id" is missing; add it.'),
    "no form for the caregiver": ('ask.caregiver = "How old is the person you care for, in full years?"\n', "", '[question "age"] ask: the key "caregiver" is missing; add it.'),
    "no label": ('id = "yes", label = "Yes"', 'id = "yes"', '[question "adult"] choice "yes": the key "label" is missing; add it.'),
    "no kind of a question": ('kind = "age"\ntopic', "topic", '[question "age"]: the key "kind" is missing; add it.'),
    "no kind of a rule": ('kind = "range"\n', "", '[criterion "I3b"] rule: the key "kind" is missing; add it.'),
    "no kind of a rule in a rule": ('{ kind = "window", question = "ivig_when"', '{ question = "ivig_when"', '[criterion "E4a"] rule.findings.yes: the key "kind" is missing; add it.'),
    "no bound": ("least = 45\n", "", '[criterion "I3b"] rule: the key "least" is missing; add it.'),
    "an empty condition": ("{ may_be_under = \"I3a\" }", "{}", '[question "adult"] asked_if number 1: the key "question" is missing; add it.'),
    # ---- wrong types
    "a word for a yes or no": ("sensitive = true", 'sensitive = "true"', '[question "infections"] sensitive: true or false is needed here, but found "true".'),
    "a number for a yes or no": ("sensitive = true", "sensitive = 1", '[question "infections"] sensitive: true or false is needed here, but found 1.'),
    "a number for a text": ('topic = "Age"', "topic = 5", '[question "age"] topic: a text in "quotes" is needed here, but found 5.'),
    "an empty text": ('topic = "Age"', 'topic = "  "', '[question "age"] topic: a text that is not empty is needed here, but found "  ".'),
    "a text for a list": ('terms = ["cmv"]', 'terms = "cmv"', '[question "cmv"] terms: a list in [brackets] is needed here, but found "cmv".'),
    "a text for a table": ("[{ may_be_under = \"I3a\" }]", '["I3a"]', '[question "adult"] asked_if number 1: a table is needed here, but found "I3a".'),
    "a number for a drug": ("hydrocortisone = { equal_mg = 20 }", "hydrocortisone = 20", "[drug] hydrocortisone: a table is needed here, but found 20."),
    "a text for a day": ("record_date = 2025-05-14", 'record_date = "2025-05-14"', '[trial] record_date: a day such as 2026-11-23, without quotes, is needed here, but found "2025-05-14".'),
    "a moment for a day": ("record_date = 2025-05-14", "record_date = 2025-05-14T08:00:00", "[trial] record_date: a day such as 2026-11-23, without quotes, is needed here, but found 2025-05-14 08:00:00."),
    "a fraction of a year": ("least = 18", "least = 18.5", '[criterion "I3a"] rule.least: a whole number is needed here, but found 18.5.'),
    "a whole number with a point": ("least = 18", "least = 18.0", '[criterion "I3a"] rule.least: a whole number is needed here, but found 18.0.'),
    "true for a year": ("least = 18", "least = true", '[criterion "I3a"] rule.least: a whole number is needed here, but found true.'),
    "a text for months": ("months = 6", 'months = "6"', '[criterion "E4a"] rule.findings.yes.months: a whole number is needed here, but found "6".'),
    "no months": ("months = 6", "months = 0", '[criterion "E4a"] rule.findings.yes.months: a greater number is needed here, but found 0.'),
    "months without end": ("months = 6", "months = 100000", '[criterion "E4a"] rule.findings.yes.months: a smaller number is needed here, but found 100000.'),
    "true for kilograms": ("least = 45", "least = true", '[criterion "I3b"] rule.least: a number from 0 to 10000, such as 45 or 0.75, is needed here, but found true.'),
    "a text for kilograms": ("least = 45", 'least = "45"', '[criterion "I3b"] rule.least: a number from 0 to 10000, such as 45 or 0.75, is needed here, but found "45".'),
    "less than nothing": ("margin = 2", "margin = -2", '[criterion "I3b"] rule.margin: a number from 0 to 10000, such as 45 or 0.75, is needed here, but found -2.'),
    "no number": ("least = 45", "least = nan", '[criterion "I3b"] rule.least: a number from 0 to 10000, such as 45 or 0.75, is needed here, but found NaN.'),
    "a number without end": ("least = 45", "least = inf", '[criterion "I3b"] rule.least: a number from 0 to 10000, such as 45 or 0.75, is needed here, but found Infinity.'),
    "a number too small to write out": ("least = 45", "least = 1e-99999999", '[criterion "I3b"] rule.least: a number from 0 to 10000, such as 45 or 0.75, is needed here, but found 1E-99999999.'),
    "a drug without strength": ("equal_mg = 20", "equal_mg = 0", "[drug] hydrocortisone.equal_mg: a number above 0 is needed here, but found 0."),
    "an id with a space": ('id = "lupus"', 'id = "lu pus"', '[question "lu pus"] id: an id of letters, digits and _ that starts with a letter is needed, but found "lu pus".'),
    "an id with a dot": ('id = "ivig_when"', 'id = "ivig.narrow"', '[question "ivig.narrow"] id: an id of letters, digits and _ that starts with a letter is needed, but found "ivig.narrow".'),
    # ---- names from a fixed list
    "a kind of question": ('kind = "ticks"', 'kind = "tick"', '[question "organs"] kind: "tick" is not known here; did you mean "ticks"?'),
    "a kind of rule": ('kind = "window"', 'kind = "windw"', '[criterion "E4a"] rule.findings.yes: "windw" is not known here; did you mean "window"?'),
    "a mark": ('no = "lasting"', 'no = "last"', '[criterion "I1"] rule.findings.no: "last" is not known here; did you mean "lasting"?'),
    "a number for a mark": ('no = "lasting"', "no = 3", '[criterion "I1"] rule.findings.no: 3 is not known here; valid: lasting, met, not_met, unknown.'),
    "a list for a mark": ('no = "lasting"', 'no = ["met"]', '[criterion "I1"] rule.findings.no: a list is not known here; valid: lasting, met, not_met, unknown.'),
    "who settles it": ('who = "you"', 'who = "me"', '[criterion "I3a"] who: "me" is not known here; valid: doctor, lab_report, medicine_box, study_team, you.'),
    "a kind of criterion": ('kind = "inclusion"', 'kind = "inclusive"', '[criterion "I3a"] kind: "inclusive" is not known here; did you mean "inclusion"?'),
    "what is outside": ('outside = "unknown"', 'outside = "not_met"', '[criterion "E4c"] rule.findings.yes.outside: "not_met" is not known here; did you mean "met"?'),
    "the last day": ('last_day = "outside"', 'last_day = "out"', '[criterion "E9"] rule.findings.past.last_day: "out" is not known here; did you mean "outside"?'),
    "nothing against, turned round": ("nothing_against = true", "nothing_against = false", '[question "willing"] asked_if number 1.nothing_against: false is not known here; valid: true.'),
    # ---- the same id twice
    "a question twice": ('id = "adult"', 'id = "age"', '[question "age"] this id is used 2 times; give each its own.'),
    "a criterion twice": ('id = "E1"', 'id = "E2"', '[criterion "E2"] this id is used 2 times; give each its own.'),
    "a term twice": ('[[term]]\nid = "ivig"', '[[term]]\nid = "cmv"', '[term "cmv"] this id is used 2 times; give each its own.'),
    "a fact twice": ('id = "size"', 'id = "phase"', '[trial fact "phase"] this id is used 2 times; give each its own.'),
    "a choice twice": ('id = "suspected"', 'id = "no"', '[question "lupus"] choice "no": this id is used 2 times; give each its own.'),
    "a choice that stands on every question": ('id = "fine"', 'id = "unsure"', '[question "regimen"] choice "unsure": this id stands on every question already; choose another.'),
    # ---- references to nothing
    "a condition on no question": ('question = "steroid", is =', 'question = "steriod", is =', '[question "steroid_drug"] asked_if: there is no earlier question "steriod"; did you mean "steroid"?'),
    "a condition on a later question": ('{ question = "ivig", is = ["yes"] }', '{ question = "cancer", is = ["now"] }', '[question "ivig_when"] asked_if: there is no earlier question "cancer"; valid: adult, age, cmv, ivig, lupus, steroid, steroid_dose, steroid_drug, steroid_shot, steroid_strength, weight.'),
    "a condition on no answer": ('is = ["daily", "some_days"]', 'is = ["daily", "somedays"]', '[question "steroid_drug"] asked_if: there is no answer to "steroid" called "somedays"; did you mean "some_days"?'),
    "a condition on a private answer to what is not private": ('is_not = ["unsure"]', 'is_not = ["private"]', '[question "steroid_drug"] asked_if: there is no answer to "weight" called "private"; valid: unsure.'),
    "a condition without answers": ('{ question = "ivig", is = ["yes"] }', '{ question = "ivig" }', '[question "ivig_when"] asked_if: name answers with either "is" or "is_not".'),
    "may_be_under of no criterion": ('may_be_under = "I3a"', 'may_be_under = "I3"', '[question "adult"] asked_if: there is no criterion of an earlier age question "I3"; did you mean "I3a"?'),
    "may_be_under of another criterion": ('may_be_under = "I3a"', 'may_be_under = "I3b"', '[question "adult"] asked_if: there is no criterion of an earlier age question "I3b"; did you mean "I3a"?'),
    "strength_missing of no question": ('strength_missing = "steroid_dose"', 'strength_missing = "dose"', '[question "steroid_strength"] asked_if: there is no earlier dose question "dose"; did you mean "steroid_dose"?'),
    "an answer that stops": ('stop_on = ["unsure"]', 'stop_on = ["unshure"]', '[question "adult"] stop_on: there is no answer to "adult" called "unshure"; did you mean "unsure"?'),
    "an answer that declines": ('declined_on = ["no"]', 'declined_on = ["nope"]', '[question "willing"] declined_on: there is no answer to "willing" called "nope"; did you mean "no"?'),
    "a drug question": ('drug = "steroid_drug"\nforget', 'drug = "steroid_drg"\nforget', '[question "steroid_dose"] drug: there is no earlier question "steroid_drg"; did you mean "steroid_drug"?'),
    "what is forgotten": ('forget_if_changed = "steroid_drug"', 'forget_if_changed = "steroid_drg"', '[question "steroid_dose"] forget_if_changed: there is no earlier question "steroid_drg"; did you mean "steroid_drug"?'),
    "a hard word": ('terms = ["cmv"]', 'terms = ["cvm"]', '[question "cmv"] terms: there is no term "cvm"; did you mean "cmv"?'),
    "a sentence of the protocol": ('sentence = "E12"', 'sentence = "E13"', '[criterion "E12"] sentence: there is no protocol sentence "E13"; did you mean "E3"?'),
    "a question of a rule": ('question = "regimen"', 'question = "regime"', '[criterion "E1"] rule: there is no question of kind choice or ticks called "regime"; did you mean "regimen"?'),
    "a question of another kind": ('kind = "range"\nquestion = "weight"', 'kind = "range"\nquestion = "age"', '[criterion "I3b"] rule: there is no question of kind weight called "age"; valid: weight.'),
    "a question of a window": ('question = "ivig_when"', 'question = "ivig"', '[criterion "E4a"] rule: there is no question of kind when called "ivig"; did you mean "ivig_when"?'),
    "a dose question of a ratio": ('dose = "steroid_dose"', 'dose = "steroid_drug"', '[criterion "I4"] rule: there is no question of kind dose called "steroid_drug"; did you mean "steroid_dose"?'),
    "a finding of no choice": ('other = "not_met", antibody_only = "met" }', 'other = "not_met", antibody_only = "met", othr = "met" }', '[criterion "E8"] findings: there is no choice of "autoimmune" called "othr"; did you mean "other"?'),
    "a reason for no answer": ("[criterion.because]\nskin_only", "[criterion.because]\nskinonly", '[criterion "I1"] because: there is no answer it reads called "skinonly"; did you mean "skin_only"?'),
    "a drug that nobody can choose": ("cortisone = { equal_mg = 25 }", "cortisoned = { equal_mg = 25 }", '[drug] cortisoned: there is no choice of a drug question called "cortisoned"; did you mean "cortisone"?'),
    # ---- what has to be there for another thing
    "a choice without a finding": (', suspected = "unknown"', "", '[criterion "I1"] findings: the choice "suspected" of "lupus" has none; add it.'),
    "an age without a narrowing text": ('narrow.patient = "What is your full birth date?"\nnarrow.caregiver = "What is the full birth date of the person you care for?"\n', "", '[criterion "I3a"] rule: the question "age" needs the key "narrow", in case an answer is too wide.'),
    "a window without a narrowing text": ('narrow = "Was the last IVIG before {day}, or on that day or later?"\n', "", '[criterion "E4a"] rule: the question "ivig_when" needs the key "narrow", in case an answer is too wide.'),
    "a narrowing text without a day": ("last IVIG before {day}", "last IVIG before then", '[criterion "E4a"] rule: the "narrow" text of "ivig_when" has to name {day}.'),
    "a dose without its drug": ('drug = "steroid_drug"\nforget', "forget", '[question "steroid_dose"] a dose needs the key "drug": the question that names the medicine.'),
    "a drug for what is no dose": ('topic = "Weight"', 'topic = "Weight"\ndrug = "lupus"', '[question "weight"] "drug" and "only_mg" belong to a question of kind "dose" only.'),
    "choices of what is typed": ('topic = "Weight"', 'topic = "Weight"\nchoice = [{ id = "a", label = "A" }]', '[question "weight"] a question of kind "weight" takes no choices; remove them.'),
    "one choice": ('  { id = "no", label = "No" },\n]\nstop_on', "]\nstop_on", '[question "adult"] a question of kind "choice" needs at least two choices.'),
    "bounds of weight the wrong way round": ("least = 45", "least = 81", '[criterion "I3b"] rule: least = 81 is above most = 80; swap them.'),
    "bounds of age the wrong way round": ("least = 18", "least = 66", '[criterion "I3a"] rule: least = 66 is above most = 65; swap them.'),
    "no reason for what is not met": ('reason = "The study asks for six months without IVIG."\n', "", '[criterion "E4a"] this criterion can be not_met; add the key "reason" that says why.'),
    "a sentence without a criterion": ("[protocol]", '[protocol]\nE13 = "Anything else."', '[protocol] the sentence "E13" has no criterion; add one.'),
    "a question that nobody reads": ('question = "regimen"\nfindings = { fine = "met", hard = "unknown", reaction = "unknown" }', 'question = "function"\nfindings = { no = "met", yes = "unknown" }', '[criterion "E1"] because: there is no answer it reads called "reaction"; valid: no, yes.'),
}  # fmt: skip


def _problems(text: str | bytes, folder: Path) -> tuple[str, ...]:
    path = folder / NAME
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(FileError) as caught:
        load(path)
    return caught.value.problems


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_gives_one_sentence_with_its_place_and_the_fix(
    mistake: str, tmp_path: Path
) -> None:
    old, new, sentence = MISTAKES[mistake]
    assert old in SHIPPED
    found = _problems(SHIPPED.replace(old, new, 1), tmp_path)
    assert f"{NAME}: {sentence}" in found
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


@pytest.mark.parametrize("what", UNREADABLE)
def test_a_file_that_is_no_flow_gives_one_sentence(what: str, tmp_path: Path) -> None:
    data, sentence = UNREADABLE[what]
    [found] = _problems(data, tmp_path)
    assert found.startswith(f"{NAME}: {sentence}")


def test_an_empty_file_lacks_every_table(tmp_path: Path) -> None:
    tables = ("trial", "urgent", "protocol", "question", "criterion")
    found = [f'{NAME}: top level: the key "{each}" is missing; add it.' for each in tables]
    assert list(_problems("", tmp_path)) == found


def test_two_mistakes_give_two_sentences(tmp_path: Path) -> None:
    text = SHIPPED.replace('topic = "Age"\n', "", 1).replace("months = 6", "months = 6.5", 1)
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


def test_numbers_are_exact() -> None:
    assert str(load(FLOW).drugs["betamethasone"].equal_mg) == "3/5"
