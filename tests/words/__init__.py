"""What gates on sentences measure: how hard they are, and whether both languages say the same."""
