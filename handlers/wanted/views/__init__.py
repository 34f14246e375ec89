"""What is shown of requests for numbers."""
