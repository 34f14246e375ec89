"""What can be asked about settings."""

from dataclasses import dataclass

from handlers.kit.words import Words
from store.places import Places


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSettings:
    """The settings are to be looked at and changed: those of a section, as it was typed; "" for an overview."""

    section: str = ""


def read_settings(words: Words, _places: Places) -> ShowSettings:
    """Read `settings [SECTION]`."""
    return ShowSettings(section=" ".join(words.take_rest()))
