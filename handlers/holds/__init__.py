"""Holds: numbers taken out of the pool while somebody chooses; they end by the clock."""
