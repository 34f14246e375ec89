"""What the stock looks like."""
