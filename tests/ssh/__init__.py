"""The conversation over SSH: a real sshd with the shipped files, and the real client."""
