"""A machine for visitors: one process for each, started anew when the last one has ended."""

from __future__ import annotations

from prescreen.kiosk.notes import Notes as Notes
from prescreen.kiosk.order import STUCK_AFTER as STUCK_AFTER
from prescreen.kiosk.order import Order as Order
from prescreen.kiosk.prepare import prepare as prepare
from prescreen.kiosk.supervisor import run_kiosk as run_kiosk
