"""Draw real screens as SVG, cell by cell: `make pictures`.

Nothing is linked from elsewhere, and no font is inside: every run of text is stretched to the
cells it takes, so Chinese stands on the same grid as Latin whatever fonts the reader has.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from prescreen.demo.player import NEXT, PLAY
from prescreen.demo.screens.demo_app import DemoApp, DemoScreen
from prescreen.demo.show import Show
from prescreen.demo.stage import open_stage
from prescreen.files import places
from prescreen.flow.load import load
from prescreen.page.model import Display
from prescreen.session.fitting import load_fitting
from prescreen.session.setting import open_setting
from prescreen.session.visit import Visit
from prescreen.tui.app import VisitApp

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "pictures"
TODAY = date(2026, 11, 23)
LANGUAGES = ("en", "zh_CN")
DEMONSTRATED = "leflunomide"
MOST = 200
"""No conversation has so many steps."""

WIDTH, HEIGHT, SIZE, RISE, EDGE = 8.4, 20, 14, 14.4, 16
HAN_SIZE = 16
FONTS = "ui-monospace,Menlo,Consolas,'DejaVu Sans Mono','Noto Sans Mono CJK SC',monospace"
HAN_FONTS = "'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif"


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: where the conversation stops, and what is typed or touched on the screen then.

    `other` are what the fitting person does not say; without `at`, it goes on to the result.
    """

    name: str
    at: str = ""
    other: Mapping[str, str] = field(default_factory=dict)
    command: str = ""
    typed: str = ""
    size: tuple[int, int] = (80, 24)
    dark: bool = False


FLOW = places.flows() / "nct06971913.toml"
FITTING = load_fitting(FLOW, load(FLOW)).everywhere


def shots(language: str) -> Iterator[Shot]:
    """Every picture of one language."""
    weight = "120 jin" if language == "en" else "120斤"
    ivig = {"ivig": "yes", "ivig_when": "2026-06-15"}
    yield Shot("notice", "notice")
    yield Shot("question", "cmv")
    yield Shot("weight", "weight", typed=weight)
    yield Shot("weight-large", "weight", typed=weight, size=(46, 13))
    yield Shot("when", "ivig_when", ivig)
    yield Shot("why", "ivig", command="why")
    yield Shot("review", "ivig", command="answers")
    yield Shot("result", other={"lupus": "suspected", "cmv": "not_tested"}, size=(80, 32))
    yield Shot("likely", size=(80, 32), dark=True)
    yield Shot("not-now", other=ivig, size=(80, 30))
    yield Shot("early", "weight", {"cmv": "negative"})
    yield Shot("team", other={**ivig, "neuro": "past"}, command="team", size=(80, 40))


async def cells_of(visit: Visit, shot: Shot) -> list[list[Segment]]:
    """The rows of the screen, as segments."""
    app = VisitApp(visit)
    async with app.run_test(size=shot.size) as pilot:
        await pilot.pause()
        for key in shot.typed:
            await pilot.press("space" if key == " " else key)
        await pilot.pause()
        return cells_on(app)


def cells_on(app: VisitApp) -> list[list[Segment]]:
    """The rows of a running app."""
    return [list(strip) for strip in app.screen._compositor.render_strips()]


def visit_for(shot: Shot, language: str | None) -> Visit:
    """A visit that has come to where the picture is taken."""
    setting = open_setting(FLOW, ROOT / "docs" / "site.example.toml", None)
    visit = Visit(setting, TODAY, language, display=Display(dark=shot.dark))
    answers = {**FITTING, **shot.other}
    while language and visit.page.name != shot.at and visit.page.name in answers:
        visit.say(answers.pop(visit.page.name))
        assert not visit.page.refused, f"{shot.name}: {visit.page.name} refuses"
    if shot.command:
        visit.do(shot.command)
    return visit


# ---- drawing -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one style and one width of glyph, at a cell of a row."""

    x: int
    y: int
    text: str
    ink: str
    ground: str
    bold: bool
    wide: bool

    @property
    def cells(self) -> int:
        """How many cells it takes."""
        return cell_len(self.text)


def colours(style: Style | None) -> tuple[str, str]:
    """The ink and the ground of a style, reversed where it says so."""
    ink, ground = "#000000", "#ffffff"
    if style and style.color:
        ink = style.color.get_truecolor().hex
    if style and style.bgcolor:
        ground = style.bgcolor.get_truecolor().hex
    return (ground, ink) if style and style.reverse else (ink, ground)


def runs(rows: Sequence[Sequence[Segment]]) -> Iterator[Run]:
    """The rows as runs, Latin and Chinese apart."""
    for y, row in enumerate(rows):
        x = 0
        for segment in row:
            ink, ground = colours(segment.style)
            bold = bool(segment.style and segment.style.bold)
            for wide, glyphs in groupby(segment.text, key=lambda glyph: cell_len(glyph) == 2):
                run = Run(x, y, "".join(glyphs), ink, ground, bold, wide)
                yield run
                x += run.cells


def grounds(found: Sequence[Run]) -> Iterator[tuple[int, int, int, int, str]]:
    """The coloured areas as x, y, width, height and colour, joined along rows and down columns."""
    strips: list[tuple[int, int, int, str]] = []
    for run in found:
        if strips and strips[-1][1] == run.y and strips[-1][3] == run.ground:
            x, y, width, colour = strips[-1]
            strips[-1] = (x, y, width + run.cells, colour)
        else:
            strips.append((run.x, run.y, run.cells, run.ground))
    open_areas: dict[tuple[int, int, str], tuple[int, int]] = {}
    for x, y, width, colour in strips:
        top, height = open_areas.pop((x, width, colour), (y, 0))
        if top + height != y:
            yield x, top, width, height, colour
            top, height = y, 0
        open_areas[x, width, colour] = top, height + 1
    for (x, width, colour), (top, height) in open_areas.items():
        yield x, top, width, height, colour


def words(found: Sequence[Run]) -> Iterator[Run]:
    """The runs that show something, without the blanks around them."""
    for run in found:
        parts = [run.text] if run.wide else run.text.split("   ")
        x = run.x
        for part in parts:
            start = x + len(part) - len(part.lstrip())
            if part.strip():
                yield replace(run, x=start, text=part.strip())
            x += cell_len(part) + 3


def number(value: float) -> str:
    """A coordinate, as short as it can be."""
    return f"{value:.1f}".removesuffix(".0")


def svg(rows: Sequence[Sequence[Segment]], title: str) -> str:
    """The screen as one picture."""
    found = [*runs(rows)]
    columns = max(run.x + run.cells for run in found)
    width, height = columns * WIDTH + 2 * EDGE, len(rows) * HEIGHT + 2 * EDGE
    paper = most_used(found)
    inks = sorted({(run.ink, run.bold, run.wide) for run in words(found)})
    names = {ink: f"t{at}" for at, ink in enumerate(inks)}
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(width)} {number(height)}"'
        f' width="{number(width)}" height="{number(height)}" role="img">',
        f"<title>{escape(title)}</title>",
        "<style>",
        f"text{{font:{SIZE}px {FONTS};white-space:pre;text-spacing-trim:space-all}}",
        *(_rule(name, *ink) for ink, name in names.items()),
        "</style>",
        '<g shape-rendering="crispEdges" style="clip-path:inset(0 round 10px)">',
        f'<rect width="{number(width)}" height="{number(height)}" fill="{paper}"/>',
        f'<rect width="{number(width)}" height="{EDGE}" fill="{found[0].ground}"/>',
        f'<rect y="{number(height - EDGE)}" width="{number(width)}" height="{EDGE}"'
        f' fill="{found[-1].ground}"/>',
    ]
    for x, y, across, down, colour in grounds(found):
        if colour != paper:
            left = EDGE + x * WIDTH if x else 0
            right = EDGE + (x + across) * WIDTH if x + across < columns else width
            lines.append(
                f'<rect x="{number(left)}" y="{number(EDGE + y * HEIGHT)}"'
                f' width="{number(right - left)}" height="{number(down * HEIGHT)}"'
                f' fill="{colour}"/>'
            )
    lines.append("</g>")
    for run in words(found):
        lines.append(
            f'<text class="{names[run.ink, run.bold, run.wide]}"'
            f' x="{number(EDGE + run.x * WIDTH)}" y="{number(EDGE + run.y * HEIGHT + RISE)}"'
            f' textLength="{number(run.cells * WIDTH)}">{escape(run.text)}</text>'
        )
    frame = f'width="{number(width - 1)}" height="{number(height - 1)}" x=".5" y=".5" rx="10"'
    lines.append(f'<rect {frame} fill="none" stroke="#8886"/>')
    return "\n".join([*lines, "</svg>", ""])


def most_used(found: Sequence[Run]) -> str:
    """The colour that most cells stand on."""
    cells: Counter[str] = Counter()
    for run in found:
        cells[run.ground] += run.cells
    return cells.most_common(1)[0][0]


def _rule(name: str, ink: str, bold: bool, wide: bool) -> str:
    weight = "bold " if bold else ""
    font = f"{weight}{HAN_SIZE}px {HAN_FONTS}" if wide else f"{weight}{SIZE}px {FONTS}"
    return f".{name}{{fill:{ink}" + (f";font:{font}}}" if wide or bold else "}")


async def draw(shot: Shot, language: str | None) -> None:
    """Draw one picture."""
    visit = visit_for(shot, language)
    title = visit.page.panel.title if visit.page.panel else visit.page.heading
    save(shot, language, svg(await cells_of(visit, shot), title))


async def draw_demonstration(language: str) -> None:
    """Draw the demonstration, just after an answer that was narrowed."""
    shot = Shot("demo", size=(120, 40))
    show = Show(open_stage(FLOW, None, None, TODAY), language, lambda: 0.0)
    show.begin(show.stage.wanted("ivig_lately"))
    app = DemoApp(show)
    async with app.run_test(size=shot.size) as pilot:
        assert isinstance(app.screen, DemoScreen)
        for _ in range(MOST):
            if show.page.name != DEMONSTRATED:
                app.screen.do(NEXT)
        assert show.page.name == DEMONSTRATED
        app.screen.do(PLAY)
        await pilot.pause()
        save(shot, language, svg(cells_on(app), show.page.heading))


def save(shot: Shot, language: str | None, picture: str) -> None:
    """Write one picture."""
    ending = f".{language}" if language else ""
    path = FOLDER / f"{shot.name}{ending}.svg"
    path.write_text(picture, encoding="utf-8")
    print(f"{path.relative_to(ROOT)}  {len(picture.encode()) / 1000:.1f} kB")


async def main() -> None:
    """Draw every picture, and remove those that are no longer drawn."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.svg"):
        old.unlink()
    await draw(Shot("language"), None)
    for language in LANGUAGES:
        for shot in shots(language):
            await draw(shot, language)
        await draw_demonstration(language)


if __name__ == "__main__":
    asyncio.run(main())
