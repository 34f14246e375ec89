"""Quota: how many numbers the licences allow, and what is left of it."""
