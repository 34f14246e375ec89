"""What of holds the record tells, and in which words."""

from enum import StrEnum


class HoldAction(StrEnum):
    """What was done, as the record names it."""

    RESERVED = "reserved"
    HELD_AGAIN = "held_again"
    ACQUIRED = "acquired"
    RELEASED = "released"
    RAN_OUT = "ran_out"
