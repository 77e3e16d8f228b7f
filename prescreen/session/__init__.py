"""One person's visit: what a front end talks to, and how it is loaded."""
