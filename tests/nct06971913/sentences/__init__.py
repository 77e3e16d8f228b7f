"""Gates on every sentence of this trial that a patient or a caregiver can read."""
