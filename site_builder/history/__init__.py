"""What was promised before today, read from git."""
