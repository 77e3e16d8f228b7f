"""Which characters of a text a terminal shows, and how a text is quoted."""

from __future__ import annotations

from unicodedata import category

BROKEN = "\ufffd"
"""What stands for bytes that are no UTF-8."""
NOT_UTF8 = "请把终端的编码设为 UTF-8。 Please set your terminal to UTF-8."
"""Said in both languages at once, for a terminal that can show neither as it is."""


def unseen(text: str) -> str:
    """The first character that a terminal would obey or hide instead of showing it, if any."""
    if text.isprintable():
        return ""
    return next((each for each in text if not (_shows(each) or each == "\n")), "")


def without_marks(text: str) -> str:
    """A text without marks that nobody sees: of byte order, of joining and of direction."""
    return "".join(each for each in text if each.isprintable() or category(each) != "Cf")


def quoted(text: str) -> str:
    """A text in quotes on one line, with an escape for what can't be seen."""
    return f'"{"".join(each if each.isprintable() else repr(each)[1:-1] for each in text)}"'


def _shows(char: str) -> bool:
    return char.isprintable() or category(char) == "Zs"
