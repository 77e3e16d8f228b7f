"""What has to be right before the first visitor: a terminal, a site, and a study that opens."""

from __future__ import annotations

import os
import sys
from dataclasses import replace

from prescreen.files.errors import FileError
from prescreen.kiosk.notes import NOT_READ, Notes
from prescreen.kiosk.order import Order
from prescreen.language.voices import Voice
from prescreen.page.words import Words
from prescreen.session.loading import read_studies

NO_SITE = (
    "kiosk: the notice has to name who runs this machine. "
    "Name a site file with --site FILE; docs/site.example.toml shows one."
)
NO_TERMINAL = (
    "kiosk: this is no terminal that can show the conversation. "
    "Start it in one, such as xterm or tmux, with its input and output as they are."
)


def prepare(order: Order, notes: Notes) -> Order:
    """The order with all files found and read once. Raises FileError with what has to be mended."""
    if order.site is None:
        raise FileError([NO_SITE])
    studies = read_studies(order.flows, order.site, order.language)
    for each in studies.problems:
        notes.say(str(each))
    if not _has_terminal():
        raise FileError([NO_TERMINAL])
    said = [
        language.said(Words.ASK_STAFF.text, Words.ASK_STAFF.context, Voice.PATIENT)
        for language in studies.files[0].languages.values()
    ]
    flow = order.flow and order.flow.resolve()
    return replace(order, flow=flow, site=order.site.resolve(), sorry=tuple(said))


def unreadable(order: Order) -> str:
    """What is wrong with the files now; empty if nothing."""
    try:
        read_studies(order.flows, order.site, order.language)
    except FileError as error:
        return f"{NOT_READ}{error}"
    return ""


def _has_terminal() -> bool:
    return os.environ.get("TERM", "dumb") not in ("dumb", "") and all(
        stream.isatty() for stream in (sys.stdin, sys.stdout)
    )
