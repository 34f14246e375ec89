"""What can be asked of carriers."""

from dataclasses import dataclass

from handlers.kit.words import Words
from store.places import Places


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowCarriers:
    """How it stands with each carrier."""


def read_carriers(_words: Words, _places: Places) -> ShowCarriers:
    """Read `carriers`."""
    return ShowCarriers()
