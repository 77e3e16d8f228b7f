"""Yes, no and not sure, by what is asked about; and what is no answer at all."""
