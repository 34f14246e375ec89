"""What is shown of port orders."""
