"""Plain lines, as a person with a screen reader or a dumb terminal meets them."""

from __future__ import annotations

import io
import os
import pty
import re
import signal
import subprocess
import sys
import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TextIO, cast

import pytest
from cases import GOLDEN, ROOT
from fitting import way_to
from rows import each_row
from terminal import Terminal
from transcripts import said_in

from flows import FLOW, straight
from prescreen.plain import lines as plain
from prescreen.plain.lines import run_plain
from prescreen.plain.spoken import thoughts
from prescreen.session.first_page import FirstPageVisit
from prescreen.session.visit import Setting, Visit
from prescreen.system.idle import IdleTimes, Watch
from prescreen.system.printable import NOT_UTF8
from prescreen.system.signals import GONE

TODAY = date(2026, 11, 23)
ENDED = {"en": "The input has ended", "zh_CN": "输入已经结束"}
PROMPT = re.compile("^(?:Your answer:|您的回答：|您的回答： Your answer:) $", re.MULTILINE)


@pytest.fixture(scope="module")
def walk(setting: Setting) -> Sequence[str]:
    """The lines from who is answering up to the question about steroid pills."""
    return way_to(setting, "steroid", age="44", weight="62 kg")


def environment(home: Path) -> dict[str, str]:
    return {
        "HOME": str(home),
        "TMPDIR": str(home),
        "TERM": "dumb",
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def piped(home: Path, typed: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [
        sys.executable,
        "-m",
        "prescreen",
        "--today",
        TODAY.isoformat(),
        *straight(FLOW),
        *arguments,
    ]
    return subprocess.run(
        command, input=typed, capture_output=True, cwd=home, env=environment(home), timeout=30
    )


def in_terminal(home: Path, *arguments: str) -> Terminal:
    flags = ("--today", TODAY.isoformat(), *straight(FLOW), *arguments)
    return Terminal(*flags, environment=environment(home), cwd=home)


def held(setting: Setting, typed: Sequence[str], language: str | None = "en") -> tuple[Visit, str]:
    """A visit in which these lines were typed before the input ended, and all that was said."""
    visit, out = Visit(setting, TODAY, language), io.StringIO()
    assert run_plain(visit, io.StringIO("".join(f"{line}\n" for line in typed)), out) == 0
    return visit, out.getvalue()


def reply(setting: Setting, *typed: str, language: str | None = "en") -> list[str]:
    """What is said after the last of these lines."""
    _, said = held(setting, [*typed], language)
    return PROMPT.split(said)[len(typed)].strip().split("\n")


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_pipe_gets_words_alone(tmp_path: Path, language: str) -> None:
    record = (GOLDEN / f"ask_site.{language}.txt").read_text(encoding="utf-8")
    typed = "\n".join(said_in(record)) + "\n"
    done = piped(tmp_path, typed.encode(), "--lang", language)
    said = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert record.split("\n")[-9] in said
    for char in set(said) - {"\n"}:
        assert unicodedata.category(char) not in {"Cc", "Cf", "So", "Sk", "Co"}, repr(char)
        assert not "\u2500" <= char <= "\u259f"


def test_a_line_is_not_laid_out_with_spaces() -> None:
    for path in sorted(GOLDEN.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            assert line == line.strip()
            assert "\t" not in line


def test_a_dumb_terminal_gets_plain_lines(tmp_path: Path) -> None:
    terminal = in_terminal(tmp_path, "--lang", "en")
    assert "Only Enter tells us that you are still here." in terminal.until("Your answer: ")
    terminal.type("1\n")
    said = terminal.until("Your answer: ")
    assert "Before we begin" in said
    assert "Only Enter" not in said
    assert "\x1b" not in said
    terminal.type("\x04")
    assert "The input has ended" in terminal.until("erased.")
    assert terminal.end() == 0


def test_ctrl_c_asks_first_and_going_on_loses_nothing(tmp_path: Path, walk: Sequence[str]) -> None:
    terminal = in_terminal(tmp_path, "--lang", "en")
    for line in walk:
        terminal.until("Your answer: ")
        terminal.type(f"{line}\n")
    terminal.until("Your answer: ")
    terminal.type("\x03")
    assert "Do you want to stop here?" in terminal.until("Your answer: ")
    terminal.type("1\n")
    assert "Do you take steroid pills now?" in terminal.until("Your answer: ")
    terminal.type("\x03")
    terminal.until("Your answer: ")
    terminal.type("\x03")
    terminal.until("Thank you. Your answers are erased.")
    assert terminal.end() == 0


def test_a_terminal_that_goes_away_ends_it(tmp_path: Path) -> None:
    terminal = in_terminal(tmp_path, "--lang", "en")
    terminal.until("Your answer: ")
    assert terminal.hang_up() != 0


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_end_of_the_input_at_any_moment_concludes_nothing(
    setting: Setting, language: str
) -> None:
    typed = said_in((GOLDEN / f"caregiver.{language}.txt").read_text(encoding="utf-8"))
    for count in range(len(typed)):
        visit, said = held(setting, typed[:count], language)
        assert visit.dialog.state == "left"
        assert visit.dialog.route.steps == ()
        assert ENDED[language] in said.split("\n")[-2]
        assert said.endswith("\n")


def test_help_is_said_and_the_question_again(setting: Setting, walk: Sequence[str]) -> None:
    said = reply(setting, *walk, "/help")
    assert said[0] == "Urgent help"
    assert "- It is hard to breathe" in said
    assert "/back: Back" in said
    assert said[-5:] == [
        "Do you take steroid pills now?",
        "1. No steroid pills",
        "2. Yes, every day",
        "3. Yes, but not every day",
        "4. I'm not sure",
    ]


def test_why_gives_the_reason_and_holds_the_cut_off_back(
    setting: Setting, walk: Sequence[str]
) -> None:
    said = reply(setting, *walk, "/why")
    assert said[:2] == ["Why we ask", "The study has a limit for the daily steroid dose."]
    assert "The study's own words are shown after the answer." in said


def test_about_tells_the_facts_with_their_date(setting: Setting) -> None:
    said = reply(setting, "/about")
    assert said[0] == "About this study"
    assert "- Registry number: NCT06971913, on ClinicalTrials.gov" in said
    assert any("14 May 2025" in line for line in said)


def test_back_and_keep_go_there_and_back_with_the_answer_kept(setting: Setting) -> None:
    weighed = (*way_to(setting, "weight"), "62 kg")
    understood, *following = reply(setting, *weighed)
    assert understood.startswith("I understood: 62 kg")
    assert "You answered: 62 kg, that is about 136.7 lb" in reply(setting, *weighed, "/back")
    assert reply(setting, *weighed, "/back", "/keep") == following


def test_change_shows_the_answers_and_a_number_changes_one(
    setting: Setting, walk: Sequence[str]
) -> None:
    said = reply(setting, *walk, "/change")
    rows = dict(re.findall(r"^\d+\. (.+?): (.+)", "\n".join(said), re.MULTILINE))
    known = ["Age", "Lupus", "CMV blood test", "Weight"]
    assert [each for each in rows if each in known] == known
    assert said[2] == f"1. Age: {rows['Age']}"
    assert "44" in rows["Age"]
    assert "How old are you, in full years?" in reply(setting, *walk, "/change", "1")


def test_language_says_the_same_page_in_the_other_language(
    setting: Setting, walk: Sequence[str]
) -> None:
    said = reply(setting, *walk, "/language")
    assert "您现在吃激素药片吗？" in said
    back = "\n".join(reply(setting, *walk, "/language", "/language"))
    assert "Do you take steroid pills now?" in back


def test_leave_asks_first_and_then_erases(setting: Setting, walk: Sequence[str]) -> None:
    assert reply(setting, *walk, "/leave")[0] == "Do you want to stop here?"
    visit, said = held(setting, [*walk, "/leave", "2"])
    assert visit.dialog.state == "left"
    assert said.endswith("\nThank you. Your answers are erased.\n")


def test_ctrl_c_that_was_held_back_is_taken_again_in_a_terminal(setting: Setting) -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    keyboard, terminal = pty.openpty()
    try:
        os.write(keyboard, b"/leave\n2\n")
        with open(terminal, encoding="utf-8") as source:  # noqa: PTH123
            assert run_plain(Visit(setting, TODAY, "en"), source, io.StringIO()) == 0
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)
        os.close(keyboard)


@each_row("mark", ["?", "？", "", "   "])
def test_a_question_mark_or_an_empty_line_says_the_page_again(
    setting: Setting, mark: str, walk: Sequence[str]
) -> None:
    said = reply(setting, *walk, mark)
    assert "Do you take steroid pills now?" in said
    assert "For example prednisone, prednisolone or methylprednisolone (Medrol)." in said


@each_row("typed", ["/quit", "/", "/why ivig", "/keep", "／帮助"])
def test_a_command_that_is_not_there_is_answered_kindly(
    setting: Setting, typed: str, walk: Sequence[str]
) -> None:
    said = reply(setting, *walk, typed)
    assert said[:2] == ["There is no such command here.", "Commands you can type:"]
    assert "/leave: Leave" in said
    assert not any("quit" in line or "ivig" in line for line in said)


@pytest.mark.parametrize("typed", ["/HELP", "/ help", "／help"])
def test_a_command_is_known_however_it_is_written(
    setting: Setting, typed: str, walk: Sequence[str]
) -> None:
    assert reply(setting, *walk, typed)[0] == "Urgent help"


def test_what_no_panel_asked_is_said_kindly_and_the_panel_again(
    setting: Setting, walk: Sequence[str]
) -> None:
    said = reply(setting, *walk, "/leave", "maybe")
    assert said[:2] == [
        "I did not understand.",
        "Please choose one of the answers, or its number.",
    ]
    assert "2. Stop and erase my answers" in said


def test_before_a_language_is_chosen_everything_is_said_in_both(setting: Setting) -> None:
    _, said = held(setting, ["/nothing", "maybe"], None)
    assert re.match(r"[一-鿿].* .*[A-Za-z]{3}", said.split("\n")[1])
    for chinese, english in (
        ("这里没有这个命令。", "There is no such command here."),
        ("抱歉，我没明白。", "I did not understand."),
    ):
        assert 0 < said.index(chinese) < said.index(english)


def test_no_line_is_too_odd_or_too_long_and_none_reaches_the_error_stream(
    tmp_path: Path, walk: Sequence[str]
) -> None:
    """What is no UTF-8 gets one line in both languages, and a megabyte is refused at once."""
    broken = ["四十五岁".encode("gbk"), b"\xff\xfe45", b"45\x80"]
    odd = ["zebra4711", "/zebra4711", "\x00\x1b[31m", "\u202e"]
    rest = "\n".join([*odd, *walk[2:], *odd, ""]).encode()
    lines = [b"1", b"1", *broken, b"4" * 1_000_000, rest]
    done = piped(tmp_path, b"\n".join(lines), "--lang", "en", "--plain")
    said = done.stdout.decode()
    assert said.count(f"\n{NOT_UTF8}\n") == len(broken)
    assert said.count("I did not understand.\nPlease say the age") >= 2
    assert re.search(r"^I understood: .*\b44\b", said, re.MULTILINE)
    assert len(said) < 20_000
    assert "zebra" not in said
    assert "\x1b" not in said
    assert done.stderr == b""


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "prescreen", "--plain", "--lang", "en", *straight(FLOW)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(tmp_path),
    ) as program:
        assert program.stdout is not None
        assert program.stdin is not None
        assert program.stderr is not None
        program.stdout.readline()
        program.stdout.close()
        program.stdin.write(b"1\n" * 20)
        program.stdin.close()
        assert program.stderr.read() == b""
        assert program.wait(10) == 1


def test_what_is_typed_is_found_nowhere_else(tmp_path: Path, walk: Sequence[str]) -> None:
    secret = "zebra4711"
    terminal = in_terminal(tmp_path, "--lang", "en")
    for line in [*walk, secret]:
        terminal.until("Your answer: ")
        terminal.type(f"{line}\n")
    terminal.until("Your answer: ")
    process = Path("/proc", str(terminal.pid))
    assert secret.encode() not in (process / "cmdline").read_bytes()
    assert secret.encode() not in (process / "environ").read_bytes()
    opened = {each.readlink() for each in (process / "fd").iterdir()}
    assert not [each for each in opened if each.is_relative_to(tmp_path)]
    terminal.type("\x04")
    assert terminal.end() == 0
    assert [*tmp_path.rglob("*")] == []


class Lost(io.TextIOBase):
    """An input that is interrupted, and whose terminal is gone in the end."""

    def __init__(self, *happens: str | type[BaseException]) -> None:
        self.happens = [*happens]

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        if not self.happens:
            raise OSError
        match self.happens.pop(0):
            case str(line):
                return line
            case error:
                raise error


def lines_of(setting: Setting, *happens: str | type[BaseException]) -> str:
    out = io.StringIO()
    visit = Visit(setting, TODAY, "en")
    assert run_plain(visit, cast(TextIO, Lost(*happens)), out) == 0
    assert not visit.dialog.route.steps
    return out.getvalue()


def test_to_interrupt_asks_before_leaving_and_a_second_time_leaves(setting: Setting) -> None:
    said = lines_of(setting, "1\n", KeyboardInterrupt, "1\n", KeyboardInterrupt, KeyboardInterrupt)
    assert said.count("2. Stop and erase my answers") == 2


def test_a_terminal_that_is_gone_ends_the_visit(setting: Setting) -> None:
    assert lines_of(setting, "1\n", "1\n", "45\n").rstrip()


def test_broken_bytes_are_answered_with_how_to_mend_the_terminal(setting: Setting) -> None:
    assert NOT_UTF8 in lines_of(setting, "1\n", "\ufffd\n")


def test_lines_hide_what_was_said_and_take_no_answer_until_shown_again(setting: Setting) -> None:
    _, said = held(setting, [*way_to(setting, "lupus"), "/hide", "yes", "/why", "1", "yes"])
    _, _, hidden = said.partition("\n" * 50)
    assert "The screen is hidden" in hidden
    assert "There is no such command here." in hidden
    before, _, after = hidden.partition("Has a doctor told you that you have lupus")
    assert "lupus" not in before
    assert after.count("I understood") == 1


def test_lines_that_nobody_answers_warn_and_end(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "prescreen", "--plain", "--lang", "en", "--idle", "1,1,3"]
    command += straight(FLOW)
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(tmp_path),
    ) as running:
        assert running.stdout
        said = running.stdout.read().decode()
    assert running.returncode == 0
    assert "Are you still there?" in said
    assert re.search(r"(?s)This ends in [123] seconds.* press Enter", said)
    assert said.rstrip().endswith("The answers are erased.")


def test_a_console_without_chinese_is_told_in_english(tmp_path: Path) -> None:
    env = {**environment(tmp_path), "TERM": "linux"}
    command = [sys.executable, "-m", "prescreen", "--plain"]
    done = subprocess.run(command, input=b"", capture_output=True, cwd=tmp_path, env=env)
    assert b"This terminal may not show Chinese." in done.stdout


def test_the_first_page_is_said_before_the_rest_is_loaded(setting: Setting) -> None:
    out = io.StringIO()
    said: list[str] = []

    def open_visit() -> Visit:
        said.append(out.getvalue())
        return Visit(setting, TODAY)

    first = Visit(setting, TODAY).page
    assert run_plain(FirstPageVisit(first, open_visit), io.StringIO("/nothing\n"), out) == 0
    assert len(said) == 1
    assert "Choose your language" in said[0]
    assert not PROMPT.search(said[0])
    assert out.getvalue().count("Choose your language") == 1


def test_a_flow_that_is_named_is_checked_before_a_line_is_said(tmp_path: Path) -> None:
    whole = (ROOT / "flows" / "nct06971913.toml").read_text(encoding="utf-8")
    flow = tmp_path / "flow.toml"
    flow.write_text(whole.replace('kind = "age"', 'kind = "agge"', 1), encoding="utf-8")
    done = piped(tmp_path, b"1\n", "--plain", "--lang", "en", "--flow", str(flow))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1
    assert b"agge" in done.stderr
    assert b"Traceback" not in done.stderr


def test_nobody_at_the_lines_is_warned_once_and_then_let_go(setting: Setting) -> None:
    source, sink = os.pipe()
    out = io.StringIO()
    with open(source, encoding="utf-8") as reader:  # noqa: PTH123
        assert run_plain(Visit(setting, TODAY, "en"), reader, out, IdleTimes(0.1, 0.3, 0.8)) == 0
    os.close(sink)
    assert out.getvalue().count("Are you still there?") == 1
    assert out.getvalue().rstrip().endswith("The answers are erased.")


@pytest.mark.parametrize(("terminal", "times"), [(False, 1), (True, 2)])
def test_lines_on_a_terminal_wait_twice_as_long(
    setting: Setting, monkeypatch: pytest.MonkeyPatch, terminal: bool, times: int
) -> None:
    given: list[IdleTimes] = []

    def watch(idle_times: IdleTimes) -> Watch:
        given.append(idle_times)
        return Watch(idle_times)

    monkeypatch.setattr(plain, "by_lines", lambda _: terminal)
    monkeypatch.setattr(plain, "Watch", watch)
    out = io.StringIO()
    assert run_plain(Visit(setting, TODAY, "en"), io.StringIO(""), out, IdleTimes(10, 20, 30)) == 0
    assert given == [IdleTimes(10 * times, 20 * times, 30 * times)]
    assert ("Only Enter tells us" in out.getvalue()) is terminal


@each_row("mark", ["\ufeff", "\u200b", "\u2060", "\u200e", "\u00ad"])
def test_marks_that_nobody_sees_are_no_part_of_a_line(setting: Setting, mark: str) -> None:
    assert reply(setting, "1", "1", f"{mark}4{mark}5") == reply(setting, "1", "1", "45")
    assert reply(setting, "1", "1", f"{mark}/why") == reply(setting, "1", "1", "/why")
    assert reply(setting, "1", "1", mark) == reply(setting, "1", "1", "")


def test_lines_that_nobody_takes_end_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    plain._stuck(0, None)
    assert ended == [GONE]


@each_row(
    ("text", "title"),
    [
        ("help", "Urgent help"),
        ("救命", "Urgent help"),
        ("/urgent help", "Urgent help"),
        ("Why do you ask?", "Why we ask"),
        ("what is IVIG", "Why we ask"),
        ("这是什么？", "Why we ask"),
    ],
)
def test_who_asks_in_words_gets_an_answer(setting: Setting, text: str, title: str) -> None:
    """A question of one's own is never taken for an answer, nor for nonsense."""
    said = "\n".join(reply(setting, "1", "1", text))
    assert said.startswith(f"{title}\n")
    assert "understand" not in said
    assert "How old are you" in said


def test_each_sentence_has_a_line_of_its_own() -> None:
    assert thoughts("Ask for Dr. Wang. He is in room 2.") == [
        "Ask for Dr. Wang.",
        "He is in room 2.",
    ]
    assert thoughts("您慢慢来。不急。") == ["您慢慢来。", "不急。"]
    assert thoughts("抱歉，我没明白。 I did not understand.") == [
        "抱歉，我没明白。",
        "I did not understand.",
    ]
    assert thoughts("See ClinicalTrials.gov, at 9:00") == ["See ClinicalTrials.gov, at 9:00"]
