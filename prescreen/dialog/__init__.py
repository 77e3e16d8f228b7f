"""The conversation: a machine compiled from the flow, the path, and what is heard."""
