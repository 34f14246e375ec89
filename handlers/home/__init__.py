"""Home: what waits for a member, what they hold, and what they can do."""
