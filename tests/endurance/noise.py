"""Random input as no person types it: keys, mouse, broken text, escapes, pastes, new sizes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random

KEYS = [
    *(b"1", b"2", b"3", b"9", b"0", b"\r", b" ", b"\t", b"\x7f", b"\x1b", b"a", b"y", b"/", b"\n"),
    *(b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[H", b"\x1b[F", b"\x1b[5~", b"\x1b[6~"),
    *(b"\x1bOP", b"\x1bOQ", b"\x1bOR", b"\x1bOS", b"\x1b[15~", b"\x1b[17~", b"\x1b[18~"),
    *(b"\x1b[19~", b"\x1b[20~", b"\x0c", b"\x00", b"45\r", b"62 kg\r", b"no\r", b"2020\r", b"1\n"),
]
LEAVING = [b"\x03", b"\x04", b"\x11", b"\x1a", b"\x1b[21~"]
"""Rare, so that most of the noise is heard before somebody is taken to have left."""
TEXTS = [
    *("45", "62 kg", "61.37", "yes", "半年前", "2026-05", "四十五岁", "40 mg", "unsure", "[/]"),
    *("一" * 300, "{day}", "\u202e\u200b", "\U0001f469\u200d\U0001f467", "e\u0301", "/back\n"),
    *("[@click=app.quit]x[/]", "[red]", "\ufffd"),
]
ESCAPES = [
    *(b"\x1b[97;5:3u", b"\x1b[48;24;80;0;0t", b"\x1b[99999999999R", b"\x1b[48;65535;65535;0;0t"),
    *(b"\x1b[", b"\x1b]", b"\x1bP", b"\x1b[?2026;2$y", b"\x1b[I", b"\x1b[O", b"\x1b[200~", b"\x9b"),
    *(b"\x1b[201~", b"\x1b]52;c;QUJD\x07", b"\x1b[<", b"\x1b[M", b"\x1b[<999999999;1;1M"),
]
SIZES = [(80, 24), (46, 13), (120, 40), (1, 1), (300, 120), (65535, 65535), (20, 8), (0, 0)]

Size = tuple[int, int]


def noise(random: Random, length: int) -> Iterator[bytes | Size]:
    """Pieces of input of about so many bytes in all, and sizes of the window among them."""
    while length > 0:
        luck = random.random()
        if luck < 0.01:
            yield random.choice(SIZES)
        elif luck < 0.0101:
            yield random.choice(LEAVING)
        else:
            piece = random.choice(_PIECES)(random)
            length -= len(piece)
            yield piece


def _mouse(random: Random) -> bytes:
    button = random.choice((0, 0, 0, 1, 2, 32, 35, 64, 65, 66, 67, 128))
    x, y = random.randrange(0, 130), random.randrange(0, 45)
    return f"\x1b[<{button};{x};{y}{random.choice('Mm')}".encode()


def _broken(random: Random) -> bytes:
    data = random.randbytes(random.randrange(1, 40))
    return bytes(each for each in data if bytes([each]) not in LEAVING)


def _gbk(random: Random) -> bytes:
    return random.choice(TEXTS).encode("gb18030", "replace")


def _cut(random: Random) -> bytes:
    text = random.choice(TEXTS).encode()
    return text[: random.randrange(1, len(text) + 1)]


def _paste(random: Random) -> bytes:
    return b"\x1b[200~" + b"".join(_some(random, (_cut, _broken, _key))) + b"\x1b[201~"


def _some(random: Random, makers: Sequence[Callable[[Random], bytes]]) -> Iterator[bytes]:
    for _ in range(random.randrange(1, 8)):
        yield random.choice(makers)(random)


def _key(random: Random) -> bytes:
    return random.choice(KEYS)


def _text(random: Random) -> bytes:
    return random.choice(TEXTS).encode()


def _escape(random: Random) -> bytes:
    return random.choice(ESCAPES)


_PIECES = (_key, _key, _key, _text, _mouse, _mouse, _mouse, _broken, _gbk, _cut, _paste, _escape)
