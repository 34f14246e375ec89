"""What of inventory the record tells, and in which words."""

from enum import StrEnum


class InventoryAction(StrEnum):
    """What was done, as the record names it."""

    ASSIGNED = "assigned"
    UNASSIGNED = "unassigned"
    DEFAULT_CHANGED = "default_changed"
    SERVICE_RENAMED = "service_renamed"
    NUMBER_RELEASED = "number_released"
    RESTORED = "restored"
