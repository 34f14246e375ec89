"""A local Telnyx, as its specification of 16 July 2026 and its guides have it."""

from bot.carriers.local.telnyx.api import LocalTelnyx

CARRIER = LocalTelnyx
