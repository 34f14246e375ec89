"""What of settings the record tells, and in which words."""

from enum import StrEnum


class SettingsAction(StrEnum):
    """What was done, as the record names it."""

    SETTINGS_CHANGED = "settings_changed"
