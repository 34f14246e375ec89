"""Help: what can be done, and how to ask for it."""
