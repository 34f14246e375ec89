"""Record: who did what and when, in words and as a file."""
