"""What can be touched: tiles, pad, picker and field."""
