"""The program's entry: a clean environment, then the command line."""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]  # `signal` takes milliseconds to load
import gc
import os
import sys

OURS = {"TEXTUAL_DISABLE_KITTY_KEY": "1"}
"""Chinese input methods break the Kitty key protocol, so it stays off."""


READ_BESIDE = ("ESCDELAY", "PYTHONASYNCIODEBUG")
"""What Textual and asyncio read beside: how long Escape takes, and whether slow keys are logged."""


def hush() -> None:
    """Let a Ctrl+C end the start without a word, unless it is ignored altogether."""
    if _signal.getsignal(_signal.SIGINT) != _signal.SIG_IGN:
        _signal.signal(_signal.SIGINT, _signal.SIG_DFL)


def scrub(environment: os._Environ[str] | dict[str, str]) -> None:
    """Drop every variable with which Textual could log keys or change behaviour."""
    for name in [each for each in environment if each.startswith("TEXTUAL") or each in READ_BESIDE]:
        del environment[name]
    environment.update(OURS)


def main() -> int:
    """Run the command line; the exit code."""
    hush()
    # A fifth of the start would go into looking for garbage among what stays; the command line
    # turns the collector on again when all is loaded.
    gc.disable()
    scrub(os.environ)
    from prescreen.system.stand_ins import spare

    spare(sys.modules)
    from prescreen.system.privacy import forbid_cores

    forbid_cores()
    from prescreen.cli.main import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
