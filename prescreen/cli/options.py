"""What can be said on the command line: the verbs, their options, and what each may be."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from prescreen import __version__
from prescreen.batch.kinds import READ_KINDS
from prescreen.files import places
from prescreen.files.errors import FileError
from prescreen.language.catalogs import LANGUAGES, negotiate

if TYPE_CHECKING:
    from prescreen.system.idle import IdleTimes

USAGE_ERROR = 2
ANY_LANGUAGE = " or ".join(LANGUAGES)

WIDE = 78


class _Parser(argparse.ArgumentParser):
    def format_help(self) -> str:
        self.formatter_class = argparse.HelpFormatter
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        print(f"{self.prog}: {message}. See {self.prog} --help.", file=sys.stderr)
        raise SystemExit(USAGE_ERROR)


def _unmeasured(prog: str) -> argparse.HelpFormatter:
    """What each option is tried with; to measure the terminal for that would load a lot."""
    return argparse.HelpFormatter(prog, width=WIDE)


def options_of(arguments: Sequence[str]) -> argparse.Namespace:
    """What is said on the command line; the verbs are known only where one can be meant."""
    parser = _without_verbs()
    if not {*arguments} & {*VERBS, "-h", "--help"}:
        options, others = parser.parse_known_args(arguments)
        if not others:
            return options
    return _with_verbs(parser).parse_args(arguments)


def command_line() -> argparse.ArgumentParser:
    """All verbs and options."""
    return _with_verbs(_without_verbs())


def _without_verbs() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="prescreen",
        description="A first check, in plain words, whether a clinical trial could fit.",
        epilog="Without a verb, the conversation starts.",
        allow_abbrev=False,
        formatter_class=_unmeasured,
    )
    parser.set_defaults(verb=None)
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("--plain", action="store_true", help="plain lines, for screen readers")
    parser.add_argument("--lang", type=_language, help=f"{ANY_LANGUAGE}; else the person is asked")
    parser.add_argument("--site", type=Path, metavar="FILE", help="who runs this machine, contact")
    _add_idle(parser, default=None, usual="480,480,600")
    parser.add_argument("--dark", action="store_true", help="dark colours")
    parser.add_argument("--pulse", type=int, metavar="FD", help=argparse.SUPPRESS)
    _add_flow(parser)
    _add_today(parser)
    return parser


def _with_verbs(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", parser_class=_Parser)
    for name, (help_, add) in VERBS.items():
        add(verbs.add_parser(name, help=help_))
    return parser


def _add_check(check: argparse.ArgumentParser) -> None:
    _add_flow(check)
    prints = check.add_mutually_exclusive_group()
    prints.add_argument(
        "--queries", action="store_true", help="print the points for the investigator"
    )
    prints.add_argument(
        "--trace", action="store_true", help="print what leads from the protocol to the patient"
    )
    check.add_argument(
        "--lang",
        type=_language,
        default=argparse.SUPPRESS,
        help=f"one language only, {ANY_LANGUAGE}",
    )


def _add_demo(demo: argparse.ArgumentParser) -> None:
    demo.add_argument("script", nargs="?", metavar="SCRIPT", help="the script to begin with")
    demo.add_argument("--list", action="store_true", help="print the scripts")
    demo.add_argument("--lang", type=_language, default=argparse.SUPPRESS, help=ANY_LANGUAGE)
    demo.add_argument(
        "--site", type=Path, metavar="FILE", default=argparse.SUPPRESS, help="as without a verb"
    )
    _add_flow(demo)
    _add_today(demo)


def _add_draft(draft: argparse.ArgumentParser) -> None:
    draft.add_argument(
        "record", type=Path, metavar="RECORD", help="the study's record (JSON), or its criteria"
    )
    draft.add_argument(
        "--to", type=Path, metavar="FOLDER", default=Path(), help="where to; here if not given"
    )


def _add_screen(screen: argparse.ArgumentParser) -> None:
    screen.add_argument("file", nargs="?", default="-", metavar="FILE")
    _add_flow(screen)


def _add_read(read: argparse.ArgumentParser) -> None:
    read.add_argument("file", nargs="?", default="-", metavar="FILE")
    read.add_argument("--kind", required=True, choices=READ_KINDS)
    read.add_argument(
        "--quantity",
        type=_quantity,
        metavar="QUANTITY",
        help="with kind number: what is measured, such as height",
    )
    read.add_argument("--lang", type=_language, default=LANGUAGES[0])
    _add_today(read)


def _add_kiosk(kiosk: argparse.ArgumentParser) -> None:
    kiosk.add_argument(
        "--site", type=Path, metavar="FILE", default=argparse.SUPPRESS, help="has to be given"
    )
    kiosk.add_argument(
        "--lang", type=_language, default=argparse.SUPPRESS, help="the language it starts in"
    )
    kiosk.add_argument(
        "--stuck",
        type=_seconds,
        metavar="SECONDS",
        help="after so many without a sign of life a process is replaced; 10 if not given",
    )
    kiosk.add_argument(
        "--status", action="store_true", help="say whether a visitor can begin, and since when"
    )
    # Why it can't start stays on the error stream, for whoever has started it.
    kiosk.add_argument("--journal", type=int, default=2, metavar="FD", help=argparse.SUPPRESS)
    _add_idle(kiosk, default=argparse.SUPPRESS, usual="45,90,120")
    _add_flow(kiosk)
    _add_today(kiosk)


def _add_idle(parser: argparse.ArgumentParser, default: str | None, usual: str) -> None:
    parser.add_argument(
        "--idle",
        type=_idle_times,
        metavar="HIDE,WARN,END",
        default=default,
        help="seconds without a touch until answers are hidden, until a warning, until the end; "
        f"{usual} if not given",
    )


def _add_flow(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--flow", type=Path, metavar="FILE", default=argparse.SUPPRESS, help="a flow file"
    )


def _add_today(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--today",
        type=_day,
        metavar="DATE",
        default=argparse.SUPPRESS,
        help="the day to count from, such as 2026-11-23",
    )


VERBS: Mapping[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "check": ("find all that is wrong with flows and catalogs", _add_check),
    "demo": ("show scripted conversations of nobody to staff", _add_demo),
    "draft": ("write the first draft of a flow from a study's record", _add_draft),
    "graph": ("print the state machine as a Mermaid diagram", _add_flow),
    "screen": ("conversations as JSON lines", _add_screen),
    "read": ("typed answers as JSON lines", _add_read),
    "kiosk": ("one fresh process for each visitor, for ever", _add_kiosk),
}
"""What each verb is for, and what adds its options."""


def _language(text: str) -> str:
    found = negotiate(text)
    if found is None:
        raise argparse.ArgumentTypeError(f'there is no language "{text}"; use {ANY_LANGUAGE}')
    return found


def _quantity(text: str) -> str:
    from prescreen.values.units import QUANTITIES

    if text not in QUANTITIES:
        names = ", ".join(QUANTITIES)
        raise argparse.ArgumentTypeError(f'there is no quantity "{text}"; use one of {names}')
    return text


def _day(text: str) -> date:
    from prescreen.batch.written_days import read_day

    found = read_day(text)
    if found is None:
        raise argparse.ArgumentTypeError(f'"{text}" is not a day such as 2026-11-23')
    return found


def _seconds(text: str) -> float:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f'"{text}" is not a number of seconds such as 10')
    return float(text)


def _idle_times(text: str) -> IdleTimes:
    from prescreen.system.idle import IdleTimes

    try:
        hide, warn, end = (float(each) for each in text.split(","))
        if not 0 < hide <= warn < end < float("inf"):
            raise ValueError
    except ValueError:
        sentence = f'"{text}" is not three rising numbers of seconds such as 45,90,120'
        raise argparse.ArgumentTypeError(sentence) from None
    return IdleTimes(hide, warn, end)


def today(options: argparse.Namespace) -> date:
    """The day to count from."""
    given = getattr(options, "today", None)
    return given if isinstance(given, date) else date.today()


def flow_paths(options: argparse.Namespace) -> list[Path]:
    """The flow that is named, or else all that are shipped. Raises FileError."""
    given = getattr(options, "flow", None)
    return [given] if isinstance(given, Path) else places.flow_files()


def flow_path(options: argparse.Namespace) -> Path:
    """The flow that is meant. Raises FileError where that is not said."""
    files = flow_paths(options)
    if len(files) > 1:
        names = ", ".join(each.name for each in files)
        raise FileError([f"{files[0].parent}: there is more than one flow ({names}). Use --flow."])
    return files[0]
