"""Local carriers: in memory, on the desk's clock, as strict as those that they stand for.

They share nothing with the clients, so that a mistake in one is seen by the other.
"""
