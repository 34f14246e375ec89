"""What is shown of holds."""
