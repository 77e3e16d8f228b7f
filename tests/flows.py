"""Every flow that is there, and the one that the documentation tells of."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from prescreen.files import places
from prescreen.session.setting import open_setting
from prescreen.session.visit import Setting

FLOW = places.flows() / "nct06971913.toml"
STRAIGHT = () if places.flow_files() == [FLOW] else ("--flow", str(FLOW))
"""What the program is started with to open this flow at once, whatever else is there."""
FLOWS = sorted(places.flows().glob("*.toml"))
SITE = places.flows().parent / "docs" / "site.example.toml"
EVERY_FLOW = pytest.mark.parametrize("flow", FLOWS, ids=lambda path: str(path.stem))


@cache
def setting_of(flow: Path) -> Setting:
    """A flow in both languages, at the example of a site."""
    return open_setting(flow, SITE, None)
