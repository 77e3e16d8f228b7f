"""What is shown at one moment, as finished strings and controls."""
