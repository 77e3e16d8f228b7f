"""What a person typed, in Chinese or English or both, becomes a value or a refusal."""

from prescreen.reading.age import read_age
from prescreen.reading.assent import is_command, read_assent
from prescreen.reading.birth import read_birth
from prescreen.reading.child_age import read_child_age
from prescreen.reading.choice import read_choice
from prescreen.reading.choice_names import Option
from prescreen.reading.dose import read_dose
from prescreen.reading.measure import read_measure
from prescreen.reading.number import read_number
from prescreen.reading.unsure import UNDECIDED, read_private, read_unsure
from prescreen.reading.urgent import is_urgent
from prescreen.reading.weight import read_weight
from prescreen.reading.when import read_when
from prescreen.reading.yes_no import Asking, read_yes_no

__all__ = [
    "UNDECIDED",
    "Asking",
    "Option",
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
