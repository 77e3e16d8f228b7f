"""The command line: a verb is run, or a conversation starts."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from prescreen.cli.options import USAGE_ERROR, options_of
from prescreen.cli.streams import as_utf8, stand_in_for_closed
from prescreen.files.errors import FileError

INTERRUPTED = 130


def main(arguments: Sequence[str]) -> int:
    """Run one verb; the exit code. Bad input ends in one sentence and 2."""
    stand_in_for_closed()
    for stream in (sys.stdout, sys.stderr):
        as_utf8(stream)
    try:
        return _run(arguments)
    except FileError as error:
        print(error, file=sys.stderr)
        return USAGE_ERROR
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            print(f"The output can't be written ({error.strerror}).", file=sys.stderr)
        return 1


def _run(arguments: Sequence[str]) -> int:
    options = options_of(arguments)
    if options.verb:
        from prescreen.cli.verbs import RUNNERS

        gc.enable()
        return RUNNERS[options.verb](options)
    from prescreen.cli.start import start

    return start(options)
