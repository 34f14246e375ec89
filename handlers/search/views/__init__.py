"""What search shows."""
