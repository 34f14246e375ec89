"""A local Azure Communication Services, as its published interface of 2025-06-01 has phone numbers."""

from bot.carriers.local.acs.api import LocalAcs

CARRIER = LocalAcs
