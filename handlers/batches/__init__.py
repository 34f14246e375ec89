"""Several numbers assigned, unassigned or released at once."""
