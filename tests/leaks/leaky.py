"""A program that leaks what is typed to it in one way, so that the detectors are seen to work."""

from __future__ import annotations

import base64
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path


def write(data: str) -> None:
    os.write(1, data.encode())


def child(*arguments: str, environment: Mapping[str, str] | None = None) -> None:
    subprocess.Popen(["sh", "-c", "sleep 1; true", *arguments], env=environment)


def shared_memory(answer: str) -> None:
    file = os.memfd_create("scratch")
    os.write(file, answer.encode())


def system_log(answer: str) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as log:
        log.connect_ex("/dev/log")


def kept_in_shm(answer: str) -> None:
    path = Path("/dev/shm", f"leaky.{os.getpid()}")
    path.write_text(answer, encoding="utf-8")
    path.unlink()


def core(answer: str) -> None:
    os.abort()


def clipboard(answer: str) -> None:
    write(f"\x1b]52;c;{base64.b64encode(answer.encode()).decode()}\x07")


def under_it(answer: str) -> None:
    write(f"{answer}\x1b[?1049h\x1b[?1049l")


def after_it(answer: str) -> None:
    write(f"\x1b[?1049h{answer}\x1b[?1049l{answer}")


def not_erased(answer: str) -> None:
    write(f"\x1b[?1049h{answer}\x1b[?1049l")


def said_to_child(answer: str) -> None:
    subprocess.run(["cat"], input=answer.encode(), stdout=subprocess.DEVNULL, check=True)


def kept_for_a_moment(answer: str) -> None:
    with tempfile.TemporaryFile() as file:
        file.write(answer.encode())


LEAKS: Mapping[str, Callable[[str], object]] = {
    "nowhere": lambda answer: write("\x1b[?1049h\x1b[?1049l"),
    "under_it": under_it,
    "after_it": after_it,
    "not_erased": not_erased,
    "at_the_end": lambda answer: write(f"You said {answer}. Goodbye."),
    "title": lambda answer: write(f"\x1b]2;{answer}\x07"),
    "clipboard": clipboard,
    "error_stream": lambda answer: print(answer, file=sys.stderr),
    "argument": child,
    "environment": lambda answer: child(environment={**os.environ, "ANSWER": answer}),
    "file": lambda answer: Path("answers.log").write_text(answer, encoding="utf-8"),
    "kept_for_a_moment": kept_for_a_moment,
    "kept_in_shm": kept_in_shm,
    "shared_memory": shared_memory,
    "system_log": system_log,
    "said_to_child": said_to_child,
    "core": core,
}


if __name__ == "__main__":
    way, heard = sys.argv[1], sys.stdin.readline().strip()
    if way in ("argument", "environment"):
        LEAKS[way](heard)
    write("ready")
    sys.stdin.readline()
    if way not in ("argument", "environment"):
        LEAKS[way](heard)
