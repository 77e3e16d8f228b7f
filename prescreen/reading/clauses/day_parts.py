"""The parts of a day as they are called from north to south, by what they are."""

from __future__ import annotations

from collections.abc import Mapping

DAY_PARTS: Mapping[str, str] = {
    "morning": "头晌|前晌|上半晌|早起|清早|清晨|大清早|一大早|早晨起来|早间|晨间|朝早|早饭后|"
    "早饭前|早餐后|早餐前|吃完早饭|吃完早饭后",
    "noon": "晌午|正晌午|晌午饭后|晌午头|中饭后|中饭前|午饭后|午饭前|午餐后|午餐前|午间|吃完午饭|"
    "吃完午饭后",
    "afternoon": "后晌|过晌|下半晌|后半晌|午后|下半天",
    "evening": "下晚|下晚儿|下黑|傍黑|擦黑|傍晚|夜晚|夜间|夜里|黑夜|黑天|入夜|晚间|晚黑|晚饭后|"
    "晚饭前|晚餐后|晚餐前|吃完晚饭|吃完晚饭后|睡前|睡觉前|临睡前|临睡|睡觉的时候",
}
