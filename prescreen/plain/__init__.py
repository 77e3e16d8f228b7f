"""The front end in plain lines."""
