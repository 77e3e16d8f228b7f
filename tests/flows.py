"""Every flow that is there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from prescreen.files import places
from prescreen.session.setting import open_setting
from prescreen.session.visit import Setting

FLOWS = sorted(places.flows().glob("*.toml"))
SITE = places.flows().parent / "docs" / "site.example.toml"
EVERY_FLOW = pytest.mark.parametrize("flow", FLOWS, ids=lambda path: str(path.stem))


@cache
def setting_of(flow: Path) -> Setting:
    """A flow in both languages, at the example of a site."""
    return open_setting(flow, SITE, None)
