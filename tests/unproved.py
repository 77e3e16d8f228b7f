"""The program with the exploration of a flow left out, which takes its time."""

import sys

from prescreen.__main__ import main
from prescreen.check import proof
from prescreen.check.counts import Counts


def unproved(*_: object, **__: object) -> proof.Proof:
    """Nothing wrong, and nothing gone through."""
    return proof.Proof((), (), Counts())


if __name__ == "__main__":
    proof.prove = unproved
    sys.exit(main())
