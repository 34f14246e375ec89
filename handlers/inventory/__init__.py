"""Inventory: the workspace's own numbers, and the services they are assigned to."""
