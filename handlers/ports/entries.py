"""What of ports the record tells, and in which words."""

from enum import StrEnum


class PortAction(StrEnum):
    """What was done, as the record names it."""

    PORT_DRAFTED = "port_drafted"
    PORT_EDITED = "port_edited"
    PORT_LISTED = "port_listed"  # numbers read from a file
    PORT_DIVIDED = "port_divided"  # some numbers went into an order of their own
    PORT_MOVED = "port_moved"  # into another state, or to another FOC
    PORT_CAPACITY = "port_capacity"
    PORT_REMINDED = "port_reminded"
    PORT_FOLLOWED = "port_followed"
    PORT_UNFOLLOWED = "port_unfollowed"
    PORT_COMMENTED = "port_commented"
    LETTER_MADE = "letter_made"
    LETTER_SIGNED = "letter_signed"  # a signed letter came in
    LETTER_SIGNER = "letter_signer"  # somebody said who signed it
    LETTER_FETCHED = "letter_fetched"
