"""What the program asks of the system: signals, privacy, idle time, a worker process."""
