"""What can be touched: tiles, pad and picker."""
