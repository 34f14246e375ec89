"""What is shown of batches."""
