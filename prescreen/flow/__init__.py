"""The flow file: one trial's conversation as frozen, strictly loaded data."""

from prescreen.flow.load import load

__all__ = ["load"]
