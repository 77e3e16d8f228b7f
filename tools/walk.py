"""Record a conversation on a real terminal, at the pace of a reader: `make walk`.

What is written is a cast of asciinema, version 2. The times in it are those of a reader, worked
out from what each page says, and not measured: so the same program gives the same file.
"""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import select
import struct
import sys
import termios
from collections.abc import Iterator
from dataclasses import dataclass, field

import pyte
from pictures import FITTING, LANGUAGES, ROOT, TODAY, Shot, visit_for

from prescreen.page.model import Page, Pick, Rows, Tick, Type

WIDTH, HEIGHT = 80, 24
QUIET = 0.4
"""Seconds without output after which a page is taken to be whole."""
PATIENCE = 10.0
"""Seconds in which a key has to bring something."""
A_KEY, A_LOOK, LONGEST = 0.18, 1.2, 6.0
PACE = {"en": 24.0, "zh_CN": 9.0}
"""Letters or characters that are read in a second."""

# Questions to the terminal, and modes that would outlive the player.
UNWANTED = re.compile(
    r"\x1b\[(?:\?\d+\$p|6n|c|>\d*[qu]|<u|\?(?:100[0-6]|1015|1016|2004|2048)[hl])|\x1b\]22;[^\x07]*\x07"
)
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
PAGE_DOWN = "\x1b[6~"
RAIL = re.compile(r" [\^v]\s*$")
"""The sign of a key that scrolls, beside a text that does not fit."""
PARTS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|[^\x1b]+|\x1b")
SAID = {**FITTING} | {"weight": "120斤", "ivig": "yes", "ivig_when": "2026-06-15"}
SAID_IN = {"en": SAID | {"weight": "120 jin", "steroid_dose": "4 tablets"}, "zh_CN": SAID}


def keys(page: Page, answer: str) -> Iterator[str]:
    """The keys that give an answer on a page: numbers of tiles, or a text and Enter."""
    match page.control:
        case Type():
            yield from [*answer, "\r"]
        case Pick(tiles) | Rows(tiles=tiles) | Tick(tiles):
            number = str(next(tile.number for tile in tiles if tile.id == answer))
            yield from number
            if sum(str(tile.number).startswith(number) for tile in tiles) > 1:
                yield "\r"
        case None:
            return


def reading(page: Page, language: str) -> float:
    """How many seconds a page is looked at."""
    new = [page.heading, *(block.text for block in page.blocks), page.heard]
    return round(min(A_LOOK + sum(map(len, new)) / PACE[language], LONGEST), 2)


def steps(language: str) -> Iterator[tuple[float, str, str]]:
    """The keys in their order, each with the seconds before it and words it has to bring."""
    visit = visit_for(Shot("walk", "voice"), language)
    answers = {**SAID_IN[language]}
    while visit.page.name in answers:
        wait = reading(visit.page, language)
        if visit.page.read_on:
            yield wait / 2, "", visit.page.read_on
        answer = answers.pop(visit.page.name)
        *before, last = keys(visit.page, answer)
        visit.say(answer)
        assert not visit.page.refused, f"{visit.page.name} refuses"
        for key in before:
            yield wait, key, ""
            wait = A_KEY
        yield wait, last, visit.page.heading
    visit.do("leave")
    assert visit.page.panel
    yield LONGEST, "\x1b[21~", visit.page.panel.title
    visit.say("leave_now")
    yield A_LOOK * 2, "2", visit.page.heading


@dataclass
class Pen:
    """Writes colours only where they change, which makes a recording a third as long."""

    wanted: str = ""
    written: str = ""

    def slim(self, text: str) -> str:
        """The same text with fewer signs."""
        return "".join(self._parts(text))

    def _parts(self, text: str) -> Iterator[str]:
        for part in PARTS.findall(text):
            if COLOUR.fullmatch(part):
                codes = part[2:-1]
                self.wanted = f"{self.wanted};{codes}".strip(";") if codes.strip("0") else ""
                continue
            if self.wanted != self.written and not part.endswith("H"):
                self.written = self.wanted
                yield f"\x1b[0;{self.wanted}m" if self.wanted else "\x1b[m"
            yield part


@dataclass
class Recording:
    """What came from the terminal, and when a reader would have seen it."""

    terminal: int
    pen: Pen = field(default_factory=Pen)
    now: float = 0.5
    events: list[tuple[float, str, str]] = field(default_factory=list)
    screen: pyte.Screen = field(default_factory=lambda: pyte.Screen(WIDTH, HEIGHT))

    def __post_init__(self) -> None:
        self._feed = pyte.ByteStream(self.screen).feed

    def shows(self, words: str) -> bool:
        """Whether these words stand on the screen, however their lines are broken."""
        rows = (RAIL.sub("", row) for row in self.screen.display)
        return "".join(words.split()) in "".join("".join(rows).split())

    def take(self, brings: str = "") -> None:
        """Take what is written, until these words are there and nothing more comes."""
        data = b""
        while select.select([self.terminal], [], [], self._patience(data, brings))[0]:
            try:
                part = os.read(self.terminal, 65536)
            except OSError:
                break
            self._feed(part)
            data += part
        if text := UNWANTED.sub("", data.decode()):
            self.events.append((round(self.now, 2), "o", self.pen.slim(text)))

    def _patience(self, data: bytes, brings: str) -> float:
        return QUIET if data and self.shows(brings) else PATIENCE

    def press(self, wait: float, key: str, brings: str) -> None:
        """Wait as a reader does, press a key, and take what it brings.

        Without a key, read on as long as these words stand there.
        """
        while not key and self.shows(brings):
            self.now += wait
            os.write(self.terminal, PAGE_DOWN.encode())
            self.take()
        if not key:
            return
        self.now += wait
        os.write(self.terminal, key.encode())
        self.take(brings)
        assert self.shows(brings), f"{key!r} after {self.now:.0f} s did not bring {brings!r}"


def record(language: str) -> list[tuple[float, str, str]]:
    """Hold the conversation on a terminal of its own."""
    child, terminal = pty.fork()
    if not child:
        os.chdir(ROOT)
        site = "docs/site.example.toml"
        words = ["--lang", language, "--today", TODAY.isoformat(), "--site", site]
        env = {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
        home = {name: os.environ[name] for name in ("HOME", "PATH") if name in os.environ}
        program = [sys.executable, "-m", "prescreen", *words]
        os.execve(sys.executable, program, env | home | {"PYTHONPATH": str(ROOT)})
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))
    recording = Recording(terminal)
    recording.take()
    for step in steps(language):
        recording.press(*step)
    os.waitpid(child, 0)
    os.close(terminal)
    return recording.events


def write(language: str) -> None:
    """Record one language into the documentation."""
    head = {"version": 2, "width": WIDTH, "height": HEIGHT, "title": f"prescreen ({language})"}
    events = record(language)
    lines = [json.dumps(line, ensure_ascii=False) for line in (head, *events)]
    path = ROOT / "docs" / f"walk.{language}.cast"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    size = path.stat().st_size / 1000
    print(f"{path.relative_to(ROOT)}  {size:.0f} kB, {events[-1][0]:.0f} s")


if __name__ == "__main__":
    for each in LANGUAGES:
        write(each)
