"""Where an answer could have got to; each detector gives what it found, and nothing if all is well.

For the full screen, the stream that counts begins where the terminal's own screen is back. For
plain lines, what was said during the conversation stands in the terminal, as it has to; what counts
is what is written once the end has begun.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

import pyte

from leaks.watched import HEIGHT, WIDTH, Call, Ended, rows

OVER, BACK = b"\x1b[?1049h", b"\x1b[?1049l"
HARMLESS = {b"/dev/null", b"/dev/tty"}
WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
TO_TERMINAL = re.compile(r"\d+ +(?:write|writev)\([012],")
SEQUENCE = re.compile(rb"\x1b\](?!22;[a-z-]*(?:\x1b\\|\x07))\d*;?|\x1b[P_^Xk]")
"""Titles, icons, clipboards and other strings; only the shape of the pointer may be set."""
ENCODINGS = ("utf-8", "utf-16-le", "gb18030")

Canaries = Sequence[str]
Detector = Callable[[Ended, Canaries], Iterator[str]]


def found(data: bytes, canaries: Canaries) -> list[str]:
    """The canaries in these bytes, in whichever encoding."""
    return [
        each for each in canaries if any(each.encode(encoding) in data for encoding in ENCODINGS)
    ]


def outside(stream: bytes) -> bytes:
    """What was written to the terminal's own screen, and not to the one that lies over it."""
    first, *parts = stream.split(OVER)
    return first + b"".join(each.partition(BACK)[2] for each in parts)


def own_screen(ended: Ended, canaries: Canaries) -> Iterator[str]:
    """What stands on the terminal's own screen after a program that lies over it."""
    if OVER not in ended.stream:
        return
    screen = pyte.Screen(WIDTH, HEIGHT)
    pyte.ByteStream(screen).feed(outside(ended.stream))
    shown = "".join("".join(rows(screen)).split())
    for each in canaries:
        if "".join(each.split()) in shown:
            yield f"own screen: {each}"
    yield from (f"after: {each}" for each in found(outside(ended.stream), canaries))


def only_screen(ended: Ended, canaries: Canaries) -> Iterator[str]:
    """What stands on a terminal that has no second screen, where the program could still act."""
    if OVER not in ended.stream or os.WIFSIGNALED(ended.status):
        return
    shown = "".join("".join(ended.screen).split())
    yield from (f"only screen: {each}" for each in canaries if "".join(each.split()) in shown)


def repeated(ended: Ended, canaries: Canaries) -> Iterator[str]:
    """What plain lines say again once the end has begun."""
    if OVER not in ended.stream:
        yield from (f"repeated: {each}" for each in found(ended.at_end, canaries))


def sequences(ended: Ended, _: Canaries) -> Iterator[str]:
    """A title, a clipboard, or any other string that a terminal keeps."""
    yield from (f"sequence: {each!r}" for each in SEQUENCE.findall(ended.stream))


def error_stream(ended: Ended, canaries: Canaries) -> Iterator[str]:
    """The error stream."""
    yield from (f"error stream: {each}" for each in found(ended.error, canaries))


def processes(ended: Ended, canaries: Canaries) -> Iterator[str]:
    """The names, arguments and environments of every process."""
    yield from (f"processes: {each}" for each in found(ended.seen, canaries))


def files(ended: Ended, _: Canaries) -> Iterator[str]:
    """Anything in its folder, where it starts, is at home and keeps what is temporary."""
    yield from (f"file: {each.name}" for each in ended.home.rglob("*"))


def cores(ended: Ended, _: Canaries) -> Iterator[str]:
    """A core, wherever the system puts it."""
    if os.WIFSIGNALED(ended.status) and os.WCOREDUMP(ended.status):
        yield "core"


def opened(ended: Ended, _: Canaries) -> Iterator[str]:
    """A file opened to be written, shared memory too."""
    for call in ended.calls:
        if call.name in {"open", "openat", "creat"} and WRITING.search(call.line):
            yield from (f"opened: {each.decode()}" for each in call.texts if each not in HARMLESS)
        if call.name in {"memfd_create", "shmget"}:
            yield f"opened: {call.name}"


def sockets(ended: Ended, _: Canaries) -> Iterator[str]:
    """A socket to anything: a log, a clipboard, the network."""
    yield from (f"socket: {call.line}" for call in ended.calls if call.name == "socket")


def programs(ended: Ended, _: Canaries) -> Iterator[str]:
    """A program started by this one."""
    started = [each for each in ended.calls if _starts(each)]
    wanted = [each for each in started if each.texts[0] != b"/bin/sh"][1:]
    yield from (f"program: {each.texts[0].decode()}" for each in wanted)


def _starts(call: Call) -> bool:
    return call.name == "execve" and bool(call.texts) and "ENOENT" not in call.line


def told(ended: Ended, canaries: Canaries) -> Iterator[str]:
    """An answer handed to the kernel in any way but to the terminal."""
    for call in ended.calls:
        if not TO_TERMINAL.match(call.line):
            yield from (f"{call.name}: {each}" for each in found(b"\n".join(call.texts), canaries))


DETECTORS: Mapping[str, Detector] = {
    each.__name__: each
    for each in (
        own_screen,
        only_screen,
        repeated,
        sequences,
        error_stream,
        processes,
        files,
        cores,
        opened,
        sockets,
        programs,
        told,
    )
}


def leaks(ended: Ended, canaries: Canaries) -> dict[str, list[str]]:
    """What each detector found, without those that found nothing."""
    hits = {name: [*detector(ended, canaries)] for name, detector in DETECTORS.items()}
    return {name: each for name, each in hits.items() if each}
