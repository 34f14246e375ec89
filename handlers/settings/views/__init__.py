"""What is shown of settings."""
