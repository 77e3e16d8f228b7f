"""A patient-facing conversational prescreener for clinical trials."""

__version__ = "0.1.0"
