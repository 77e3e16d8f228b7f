"""Gates on every sentence that a patient or a caregiver can read."""
