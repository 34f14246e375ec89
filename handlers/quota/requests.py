"""What can be asked about the quota."""

from dataclasses import dataclass

from handlers.kit.words import Words
from store.places import Places


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowQuota:
    """What the licences allow, and what is left of it."""


def read_quota(_words: Words, _places: Places) -> ShowQuota:
    """Read `quota`."""
    return ShowQuota()
