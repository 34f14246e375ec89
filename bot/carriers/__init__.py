"""Carriers, as the desk reaches them: a client for each, on one HTTP client."""
