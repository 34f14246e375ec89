"""What is shown of requests for approval."""
