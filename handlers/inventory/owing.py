"""What is owed to members about the workspace's own numbers."""

from enum import StrEnum


class InventoryOutbox(StrEnum):
    """What can be owed."""

    EXPORT = "export_numbers"  # a list, as a file for a member
    REPORT = "report"  # a picture for a member
