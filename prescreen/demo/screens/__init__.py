"""The demonstration on the screen."""
