"""What can be asked about settings."""

from dataclasses import dataclass

from handlers.kit.words import Words
from store.places import Places


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSettings:
    """The settings are to be looked at and changed."""


def read_settings(_words: Words, _places: Places) -> ShowSettings:
    """Read `settings`."""
    return ShowSettings()
