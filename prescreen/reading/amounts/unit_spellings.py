"""How the units of weights and doses may be typed: what readers know, and what a pad writes."""

from __future__ import annotations

WEIGHT_UNITS = {
    "kg": "kg|kgs|kg.|公斤|千克|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes|k.g.",
    "jin": "斤|市斤|jin|catty|catties",
    "lb": "lb|lbs|lb.|lbs.|磅|pound|pounds|英镑磅|#",
}

DOSE_UNITS = {
    "mg": "mg|mgs|mg.|毫克|豪克|个毫克|个mg|milligram|milligrams|milligramme|milligrammes|"
    "milligrams of",
    "g": "g|克|gram|grams",
    "ug": "μg|ug|mcg|微克|microgram|micrograms",
    "tablet": "片|粒|颗|片药|粒药|颗药|片儿|小片|药片|tablet|tablets|tab|tabs|pill|pills|caplet|"
    "caplets",
}
