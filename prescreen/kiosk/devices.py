"""Whether there is anything to answer with: what the kernel says of keyboards, mice and screens."""

from __future__ import annotations

from pathlib import Path

DIGITS = range(2, 12)
"""The codes of the keys 1 to 0, which every keyboard has."""
X_AXIS = 0
"""The first axis: a mouse moves along it, and a touch has a place on it."""
WORD = 64


def can_be_used(listing: Path) -> bool:
    """Whether a keyboard, a mouse or a touch screen is connected; where none can be told, yes."""
    try:
        text = listing.read_text("utf-8")
    except OSError:
        return True
    return any(_serves(device) for device in text.split("\n\n"))


def _serves(device: str) -> bool:
    has = dict(line[3:].partition("=")[::2] for line in device.splitlines() if line[:1] == "B")
    keys, moves, places = (_bits(has.get(name, "")) for name in ("KEY", "REL", "ABS"))
    return all(keys >> code & 1 for code in DIGITS) or bool((moves | places) >> X_AXIS & 1)


def _bits(words: str) -> int:
    """The kernel's bitmap: words of 64 bits, the highest first."""
    found = 0
    for word in words.split():
        found = found << WORD | int(word, 16)
    return found
