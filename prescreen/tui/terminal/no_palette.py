"""What stands for `textual.command`: the palette, which takes a megabyte and opens nowhere here.

Textual names these when it is loaded. Nothing makes one of them where `ENABLE_COMMAND_PALETTE` is
off and no key leads to the palette.
"""

from __future__ import annotations


class Provider:
    """Where commands would come from."""


class SimpleProvider(Provider):
    """The same, from a list."""


class CommandPalette:
    """Where they would be picked."""


class CommandListItem:
    """One of a list."""


class Hit:
    """One that was found."""


class DiscoveryHit:
    """One that is shown before anything is looked for."""


class Hits:
    """All that were found."""
