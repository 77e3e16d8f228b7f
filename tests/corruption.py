"""Files as a tired hand, a bad disk or another program may leave them."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

Corrupt = Callable[[bytes, Random], bytes]

VALUES = (
    *("1", "-1", "0", "1.5", "nan", "inf", "1e999", "9" * 40, "0x10", "true", "false"),
    *('""', '"no"', "''", '"{day}"', "[]", "[1]", '["a"]', "{}", "{ a = 1 }", "2026-11-23"),
    *("[[[]]]", '[""]', "12:30:00", "2026-11-23T00:00:00Z", '"\\u0000"', "yes", "null", ""),
)
JUNK = (
    *(b"\x00", b"\xff", b"\xef\xbb\xbf", b"\r", b"\n", b'"', b"'", b"[", b"]", b"{", b"}", b"#"),
    *(b"=", b"\\", b"\xe2\x80\xae", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"{day}", b"{", b"%s"),
)


def a_bit(data: bytes, random: Random) -> bytes:
    """One bit turned over."""
    at = random.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << random.randrange(8)]) + data[at + 1 :]


def a_byte(data: bytes, random: Random) -> bytes:
    """One byte of any value in place of another."""
    at = random.randrange(len(data))
    return data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]


def junk(data: bytes, random: Random) -> bytes:
    """A few strange bytes put in."""
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice(JUNK) * random.choice((1, 1, 2, 9)) + data[at:]


def cut(data: bytes, random: Random) -> bytes:
    """The end missing."""
    return data[: random.randrange(len(data))]


def hole(data: bytes, random: Random) -> bytes:
    """Some bytes missing in the middle."""
    at = random.randrange(len(data))
    return data[:at] + data[at + random.randrange(1, 40) :]


def without_a_line(data: bytes, random: Random) -> bytes:
    """One line deleted."""
    lines = data.splitlines(keepends=True)
    del lines[random.randrange(len(lines))]
    return b"".join(lines)


def a_line_twice(data: bytes, random: Random) -> bytes:
    """One line said twice, or where another stood."""
    lines = data.splitlines(keepends=True)
    line, at = random.choice(lines), random.randrange(len(lines))
    lines[at : at + random.randrange(2)] = [line]
    return b"".join(lines)


def a_key(data: bytes, random: Random) -> bytes:
    """A key, or another word, with a slip of the hand."""
    words = [*re.finditer(rb"[a-z_]{2,}(?= ?[=\]. ])", data)]
    if not words:
        return data
    word = random.choice(words)
    text, at = word[0], random.randrange(len(word[0]))
    slips = (text[:at] + text[at + 1 :], text[:at] + text[at : at + 1] + text[at:], text + b"s")
    return data[: word.start()] + random.choice(slips) + data[word.end() :]


def a_value(data: bytes, random: Random) -> bytes:
    """A value of another type."""
    values = [*re.finditer(rb"(?<== )(\"[^\"\n]*\"|\[[^\]\n]*\]|[0-9.\-]+|true|false)", data)]
    if not values:
        return data
    value = random.choice(values)
    return data[: value.start()] + random.choice(VALUES).encode() + data[value.end() :]


def two_values(data: bytes, random: Random) -> bytes:
    """Two values exchanged."""
    values = [*re.finditer(rb"(?<== )(\"[^\"\n]*\"|[0-9.]+|true|false)", data)]
    if len(values) < 2:
        return data
    one, other = sorted(random.sample(values, 2), key=lambda each: each.start())
    between = data[one.end() : other.start()]
    return data[: one.start()] + other[0] + between + one[0] + data[other.end() :]


ANYHOW: tuple[Corrupt, ...] = (a_bit, a_byte, junk, cut, hole)
BY_LINE: tuple[Corrupt, ...] = (without_a_line, a_line_twice)
IN_TOML: tuple[Corrupt, ...] = (a_key, a_value, two_values)
