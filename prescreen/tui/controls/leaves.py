"""A page that has to be read to its end: leaf by leaf, its control under the last one only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from prescreen.language.conventions import SENTENCE_END
from prescreen.page.model import Block, Page
from prescreen.system.privacy import Silent
from prescreen.tui.controls.tiles import LeafTiles

Fits = Callable[[Page], bool]
"""Whether a page with its control can be seen as a whole."""


@dataclass(frozen=True, repr=False)
class Leaf(Silent):
    """One part of a page, from so many of its blocks on."""

    start: int
    page: Page


class Leaves:
    """Where somebody is in a page; what was read stays read when the size changes."""

    def __init__(self) -> None:
        self._name = ""
        self._start = 0
        self._leaves: list[Leaf] = []
        self._at = 0

    def open(self, page: Page, fits: Fits) -> Page:
        """Return the part of a page that is shown; the whole where it fits or need not be read."""
        if page.name != self._name:
            self._name, self._start = page.name, 0
        whole = [Leaf(0, page)]
        self._leaves = whole if page.over or not page.read_on else leaves_of(page, fits)
        self._at = max(at for at, leaf in enumerate(self._leaves) if leaf.start <= self._start)
        return self._leaves[self._at].page

    def turn(self, step: int) -> bool:
        """Go to another leaf; False where there is none."""
        at = self._at + step
        if not 0 <= at < len(self._leaves):
            return False
        self._at, self._start = at, self._leaves[at].start
        return True

    @property
    def shown(self) -> Page:
        """The leaf that is shown."""
        return self._leaves[self._at].page

    @property
    def tiles(self) -> LeafTiles | None:
        """What turns to the next leaf; None on the last, and where there is but one."""
        last = len(self._leaves) - 1
        if self._at == last:
            return None
        return LeafTiles(self.shown.read_on, f"{self._at + 1}/{last + 1}")


def leaves_of(page: Page, fits: Fits) -> list[Leaf]:
    """The leaves of a page, each with as many of its blocks as fit.

    A block that fits on no leaf goes on it sentence by sentence.
    """
    found: list[Leaf] = []
    leaf = Leaf(0, replace(page, blocks=()))
    for at, block in enumerate(page.blocks):
        longer = _with(leaf.page, block)
        if fits(longer):
            leaf = replace(leaf, page=longer)
            continue
        alone = fits(replace(page, blocks=(block,)))
        for text in [block.text] if alone else SENTENCE_END.split(block.text):
            longer = _with(leaf.page, replace(block, text=text))
            if leaf.page.blocks and not fits(longer):
                found.append(leaf)
                leaf = Leaf(at, _with(replace(page, blocks=()), longer.blocks[-1]))
            else:
                leaf = replace(leaf, page=longer)
    return [*found, leaf]


def _with(page: Page, block: Block) -> Page:
    return replace(page, blocks=(*page.blocks, block))
