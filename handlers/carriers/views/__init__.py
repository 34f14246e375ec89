"""What is shown of carriers."""
