"""The command line: every verb, and every bad input in one sentence."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command import Run, running
from rows import each_row

from flows import FLOWS
from prescreen import __version__
from prescreen.cli.options import command_line, options_of
from prescreen.files import places
from prescreen.files.errors import FileError
from prescreen.files.places import flow_files
from prescreen.flow.load import load
from prescreen.flow.model import Flow
from prescreen.session.loading import domain_of

ROOT = Path(__file__).parent.parent
SITE = ROOT / "docs" / "site.example.toml"


@pytest.fixture(params=FLOWS, ids=lambda path: str(path.stem))
def flow(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Flow:
    """A flow that is the only one, whatever else is shipped."""
    every = places.flow_files
    name = request.param.name
    monkeypatch.setattr(
        places, "flow_files", lambda: [each for each in every() if each.name == name]
    )
    return load(request.param)


@pytest.fixture
def run(flow: Flow, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the program with this flow alone."""
    return running(capsys, monkeypatch)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the flows and catalogs that the program takes for its own."""
    for name in ("flows", "locales"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.setattr(places, "PACKAGE", tmp_path / "prescreen")
    return tmp_path


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"{__version__}\n", "")


def test_help_names_every_verb(run: Run) -> None:
    code, out, _ = run("--help")
    assert code == 0
    assert all(verb in out for verb in ("check", "graph", "screen", "read"))


def test_without_a_screen_the_conversation_is_in_plain_lines(run: Run) -> None:
    code, out, err = run("--lang", "en", text="1\n")
    assert (code, err) == (0, "")
    assert "Who is answering?" in out


@pytest.mark.parametrize("wish", ["zh_CN", "zh-CN", "zh", "ZH", "zh_TW.UTF-8", "zh-Hans-CN"])
def test_chinese_is_understood_however_it_is_written(run: Run, wish: str) -> None:
    assert "今天由谁来回答" in run("--plain", "--lang", wish)[1]


@pytest.mark.parametrize("wish", ["en", "EN", "en_US.UTF-8", "en-GB"])
def test_english_is_understood_however_it_is_written(run: Run, wish: str) -> None:
    assert "Who is answering?" in run("--plain", "--lang", wish)[1]


def test_without_a_language_the_person_is_asked(run: Run, flow: Flow) -> None:
    _, out, _ = run("--plain", text="2\n1\n1\n")
    assert "请选择语言" in out
    assert flow.questions[0].ask.patient in out


def test_graph_prints_a_diagram_of_every_question(run: Run, flow: Flow) -> None:
    code, out, _ = run("graph")
    assert code == 0
    assert out.startswith("stateDiagram-v2")
    assert [each.id for each in flow.questions if each.id not in out] == []


def test_screen_reads_a_file(run: Run, flow: Flow, tmp_path: Path) -> None:
    path = tmp_path / "people.jsonl"
    path.write_text('{"today":"2026-11-23","lang":"en","answers":{}}\n', encoding="utf-8")
    assert json.loads(run("screen", path)[1])["waiting_for"] == flow.questions[0].id


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("number", "六十五", {"value": ["65", "65"]}),
        ("age", "四十五岁", {"years": ["45", "45"]}),
        ("weight", "124斤", {"kg": ["62", "62"]}),
        ("dose", "8片", {"tablets": ["8", "8"]}),
        ("dose", "40 mg", {"mg": ["40", "40"]}),
        ("when", "2026年5月", {"from": "2026-05-01", "to": "2026-05-31"}),
        ("when", "May 2026", {"from": "2026-05-01", "to": "2026-05-31"}),
        ("yes_no", "没有", {"answer": "no"}),
        ("weight", "62", {"refused": "unit"}),
    ],
)
def test_read_shows_what_is_understood(
    run: Run, kind: str, text: str, found: dict[str, object]
) -> None:
    line = json.dumps({"text": text, "asked": ["打过", "吃过"]})
    code, out, _ = run("read", "--kind", kind, "--today", "2026-11-23", text=line)
    assert code == 0
    assert json.loads(out) == found


def test_with_a_site_the_operator_is_named_in_the_notice(run: Run) -> None:
    _, out, _ = run("--plain", "--lang", "en", "--site", SITE, text="1\n")
    assert "Example Hospital, Department of Rheumatology" in out


BAD = [
    (["--nope"], "unrecognized arguments: --nope"),
    (["--pla"], "unrecognized arguments: --pla"),
    (["--lang"], "expected one argument"),
    (["--lang", "fr"], 'there is no language "fr"; use zh_CN or en'),
    (["--lang", ""], 'there is no language ""'),
    (["--today", "2026-13-01"], '"2026-13-01" is not a day such as 2026-11-23'),
    (["--today", "2026-1-1"], "is not a day"),
    (["--today", "２０２６-01-01"], "is not a day"),
    (["--today", "0001-01-01"], "is not a day"),
    (["--flow", "nope.toml"], "nope.toml: the file can't be read (No such file or directory)"),
    (["--flow", "."], "the file can't be read (Is a directory)"),
    (["--site", "nope.toml"], "nope.toml: the file can't be read"),
    (["frobnicate"], "invalid choice: 'frobnicate'"),
    (["check", "more"], "unrecognized arguments: more"),
    (["check", "--flow", "nope.toml"], "nope.toml: the file can't be read"),
    (["graph", "--flow", "nope.toml"], "nope.toml: the file can't be read"),
    (["screen", "nope.jsonl"], "nope.jsonl: the file can't be read"),
    (["screen", "."], "the file can't be read (Is a directory)"),
    (["screen", "/proc/self/mem"], "/proc/self/mem: the file can't be read (Input/output error)"),
    (["screen", "--flow", "nope.toml"], "nope.toml: the file can't be read"),
    (["read"], "required: --kind"),
    (["read", "--kind", "blood"], "invalid choice: 'blood'"),
    (["read", "--kind", "age", "nope.jsonl"], "nope.jsonl: the file can't be read"),
    (["read", "--kind", "age", "--lang", "fr"], 'there is no language "fr"'),
    (["read", "--kind", "age", "--today", "soon"], '"soon" is not a day'),
]


@pytest.mark.parametrize(("arguments", "sentence"), BAD, ids=lambda value: str(value)[:40])
def test_bad_input_is_one_sentence_and_2(run: Run, arguments: list[str], sentence: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert sentence in err
    assert err.count("\n") == 1
    assert err.endswith(".\n")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", 'the key "operator" is missing; add it.'),
        (b"[operator", "this is not TOML"),
        (b"\xff\xfe", "not UTF-8 text"),
        (b"[operator]\nnmae.en = 'x'\n", 'unknown key "nmae"; did you mean "name"?'),
        (b"[operator]\nname.en = ''\n", "[operator] name.en: a text"),
        (b"[operator]\nname.en = 7\n", "[operator] name.en: a text"),
        (b"[operater]\n", 'unknown key "operater"; did you mean "operator"?'),
    ],
)
def test_a_broken_site_file_is_explained_in_sentences(
    run: Run, tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "site.toml"
    path.write_bytes(content)
    code, out, err = run("--plain", "--lang", "en", "--site", path)
    assert (code, out) == (2, "")
    assert sentence in err
    assert all(line.startswith("site.toml: ") for line in err.splitlines())


def test_a_broken_flow_file_is_explained_by_every_verb(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "flow.toml"
    text = FLOWS[0].read_text(encoding="utf-8")
    path.write_text(text.replace("[trial]", "[trail]", 1), encoding="utf-8")
    for verb in ([], ["check"], ["graph"], ["screen"]):
        code, out, err = run(*verb, "--flow", path)
        assert (code, out) == (2, "")
        assert 'unknown key "trail"; did you mean "trial"?' in err


def gap(checkout: Path, code: str = "zh_CN", domain: str = "prescreen") -> str:
    """Take one translation out; the English sentence that lacks it."""
    path = checkout / "locales" / code / "LC_MESSAGES" / f"{domain}.po"
    before, _, after = path.read_text(encoding="utf-8").rpartition('\nmsgstr "')
    path.write_text(f'{before}\nmsgstr ""\n{after.partition(chr(10))[2]}', encoding="utf-8")
    return before.rpartition('msgid "')[2].partition('"')[0]


@pytest.mark.parametrize("of", ["prescreen", "the flow"])
def test_a_gap_in_a_catalog_stops_that_language_at_the_start(
    run: Run, flow: Flow, checkout: Path, of: str
) -> None:
    sentence = gap(checkout, domain=domain_of(flow) if of == "the flow" else of)
    for flags in (["--lang", "zh"], []):
        code, out, err = run("--plain", *flags)
        assert (code, out) == (2, "")
        assert sentence in err
        assert "is not translated" in err


def test_a_gap_in_a_catalog_is_told_by_check_beside_what_is_wrong_with_the_flow(
    run: Run, checkout: Path
) -> None:
    sentence = gap(checkout)
    code, _, err = run("check", "--flow", "nope.toml")
    assert code == 2
    assert f'"{sentence}" is not translated' in err
    assert "nope.toml: the file can't be read" in err


def test_a_gap_in_one_language_leaves_the_other_alone(run: Run, checkout: Path) -> None:
    gap(checkout)
    code, out, _ = run("--plain", "--lang", "en")
    assert code == 0
    assert "/language" not in out


def test_screen_says_line_by_line_that_a_language_is_not_complete(
    run: Run, flow: Flow, checkout: Path
) -> None:
    gap(checkout)
    people = [
        {"today": "2026-11-23", "lang": code, "answers": dict[str, str]()}
        for code in ("zh_CN", "en")
    ]
    chinese, english = map(
        json.loads, run("screen", text="\n".join(map(json.dumps, people)))[1].splitlines()
    )
    assert chinese["error"] == "the catalogs of zh_CN are not complete; `prescreen check` says why"
    assert english["waiting_for"] == flow.questions[0].id


def test_without_any_flow_the_place_is_named(checkout: Path) -> None:
    for each in (checkout / "flows").glob("*.toml"):
        each.unlink()
    with pytest.raises(FileError, match=r"there is no flow file\. Name one with --flow"):
        flow_files()


STREAMS = {
    "no input": ("<&-", 0, ""),
    "no output": (">&- </dev/null", 0, ""),
    "no errors": ("2>&- </dev/null", 0, ""),
    "a full disk": (">/dev/full </dev/null", 1, "The output can't be written"),
}


@each_row("streams", STREAMS)
def test_missing_streams_end_without_a_traceback(streams: str) -> None:
    redirected, code, said = STREAMS[streams]
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m prescreen --plain --lang en {redirected}"],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == code
    assert done.stderr.count("\n") == bool(said)
    assert said in done.stderr


@each_row(
    "arguments",
    ["", "--plain", "--lang en --dark", "--site demo", "check", "check --trace", "demo --list"],
)
def test_verbs_that_are_not_meant_change_nothing_of_what_is_said(arguments: str) -> None:
    said = arguments.split()
    assert options_of(said) == command_line().parse_args(said)


@pytest.mark.parametrize("arguments", ["listen", "--plain listen", "--speak", "--lang xx listen"])
def test_a_word_that_is_no_verb_is_refused_in_the_same_sentence(
    arguments: str, capsys: pytest.CaptureFixture[str]
) -> None:
    sentences = []
    for parse in (options_of, command_line().parse_args):
        with pytest.raises(SystemExit) as end:
            parse(arguments.split())
        assert end.value.code == 2
        sentences.append(capsys.readouterr().err)
    assert sentences[0] == sentences[1] != ""
