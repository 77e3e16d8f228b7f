"""The table of grades: how hard each kind of text is, and the hardest of each.

`python -m sentences.table` prints it as Markdown, with `tests` and `tests/nct06971913` on the path.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import mean

from words.corpus import Said
from words.readability import chinese_sentences, clauses, length, sentences, spelled

from sentences.glossary import reviewed
from sentences.grades import FEWEST_WORDS, HARDEST, grade, own_words
from sentences.trial import corpus

_HEAD = (
    "| text | count | graded | mean grade | highest | words a sentence "
    "| 字 a clause | 字 a sentence | hardest |"
)
_KINDS = {
    "topic, in the list of answers": "topics",
    "question": "questions",
    "helper line": "helper lines",
    "why we ask": "why we ask",
    "note": "notes",
    "note where the questions end": "notes",
    "narrowing question": "narrowing questions",
    "why the study does not fit": "reasons",
    "what the study team has to check": "open points",
}
_PAGES = {"trial": "about the study", "urgent": "urgent help"}


def table() -> Iterator[str]:
    """The lines of the table, one for each kind of text, and one for all."""
    texts = [each for each in corpus() if each.en not in reviewed("quoted")]
    kinds: dict[str, list[Said]] = defaultdict(list)
    for each in texts:
        kinds[_kind(each)].append(each)
    yield _HEAD
    yield "|---" * 9 + "|"
    for kind, some in kinds.items():
        yield _row(kind, some)
    yield _row("all", texts)


def _kind(said: Said) -> str:
    if said.role.startswith("choice"):
        return "choices"
    if said.role.startswith("helper line of choice"):
        return "helper lines"
    if said.role.startswith("criterion"):
        return "criteria in plain words"
    if said.role.startswith("said after"):
        return "reasons after an answer"
    if said.role:
        return _KINDS[said.role]
    _, _, place = said.context.removesuffix("/caregiver").partition("/")
    if not place:
        return "the program's own"
    return "hard words" if place.startswith("term/") else _PAGES[place]


def _row(kind: str, texts: Sequence[Said]) -> str:
    graded = {
        each.en: grade(each.en_filled) for each in texts if own_words(each.en) >= FEWEST_WORDS
    }
    hardest = max(graded, key=lambda each: graded[each], default="")
    cells = (
        kind,
        len(texts),
        len(graded),
        f"{mean(graded.values()):.1f}" if graded else "",
        f"{graded[hardest]:.1f}" if graded else "",
        max(len(spelled(part).split()) for each in texts for part in sentences(each.en_filled)),
        f"{max(length(part) for each in texts for part in clauses(each.zh_filled)):g}",
        f"{max(length(part) for each in texts for part in chinese_sentences(each.zh_filled)):g}",
        hardest,
    )
    return f"| {' | '.join(map(str, cells))} |"


def main() -> None:
    """Print the table, and what it was measured by."""
    print(f"English: Flesch-Kincaid, at most {HARDEST:g}. Chinese: characters (字), marks aside.\n")
    print("\n".join(table()))


if __name__ == "__main__":
    main()
