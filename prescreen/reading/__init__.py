"""What a person typed, in Chinese or English or both, becomes a value or a refusal."""

from importlib import import_module
from typing import TYPE_CHECKING

from prescreen.reading.choices.choice_names import Option
from prescreen.reading.days.age import read_age
from prescreen.reading.days.birth import read_birth
from prescreen.reading.days.child_age import read_child_age
from prescreen.reading.days.when import read_when
from prescreen.reading.polarity.assent import is_command, read_assent
from prescreen.reading.polarity.unsure import UNDECIDED, read_private, read_unsure
from prescreen.reading.polarity.verb_families import by_mouth
from prescreen.reading.polarity.yes_no import Asking, read_yes_no
from prescreen.reading.urgent import is_urgent

if TYPE_CHECKING:
    from prescreen.reading.amounts.dose import read_dose
    from prescreen.reading.amounts.measure import read_measure
    from prescreen.reading.amounts.number import read_number
    from prescreen.reading.amounts.weight import read_weight
    from prescreen.reading.choices.choice import read_choice

__all__ = [
    "UNDECIDED",
    "Asking",
    "Option",
    "by_mouth",
    "is_command",
    "is_urgent",
    "read_age",
    "read_assent",
    "read_birth",
    "read_child_age",
    "read_choice",
    "read_dose",
    "read_measure",
    "read_number",
    "read_private",
    "read_unsure",
    "read_weight",
    "read_when",
    "read_yes_no",
]

_LATER = {
    "read_choice": "choices.choice",
    "read_dose": "amounts.dose",
    "read_measure": "amounts.measure",
    "read_number": "amounts.number",
    "read_weight": "amounts.weight",
}
"""Readers that are loaded with the first text for them: who touches tiles may never type one."""


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
