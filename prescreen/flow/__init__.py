"""The flow file: one trial's conversation as frozen, strictly loaded data."""
