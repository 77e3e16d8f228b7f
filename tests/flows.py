"""Every flow that is there, and the one that the documentation tells of."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from prescreen.files import places
from prescreen.session.setting import open_setting
from prescreen.session.visit import Setting

FLOW = places.flows() / "nct06971913.toml"
FLOWS = sorted(places.flows().glob("*.toml"))
SITE = places.flows().parent / "docs" / "site.example.toml"
EVERY_FLOW = pytest.mark.parametrize("flow", FLOWS, ids=lambda path: str(path.stem))


def straight(flow: Path) -> tuple[str, ...]:
    """What the program is started with to open a flow at once, whatever else is there."""
    return () if [flow] == FLOWS else ("--flow", str(flow))


STRAIGHT = straight(FLOWS[0])
"""The same where any flow will do."""


@cache
def setting_of(flow: Path) -> Setting:
    """A flow in both languages, at the example of a site."""
    return open_setting(flow, SITE, None)


def flow_of(setting: Setting) -> Path:
    """The flow that was opened."""
    return next(each for each in FLOWS if setting_of(each).domain == setting.domain)
