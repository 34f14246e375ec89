"""What can be asked of search: read from the words of a command, and written as such."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from handlers.kit.words import Words, criteria, criteria_as_typed
from store.places import Places
from store.types import Criteria, Place

PAGE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """`quantity` None: nobody said how many. Pages count from 1."""

    wanted: Criteria
    quantity: int | None = None
    page: int = 1

    @property
    def size(self) -> int:
        """How many a page shows."""
        return min(self.quantity or PAGE, PAGE)

    @property
    def skipped(self) -> int:
        """How many stand on the pages before."""
        return (self.page - 1) * self.size


def read_search(words: Words, places: Places) -> Search:
    """Read `search [place] [type:…] [qty:N] [page:N]`. Raises BadInput."""
    kind, quantity, page = words.take_kind(), words.take_quantity(), words.take_page()

    def at(place: Place | None) -> Search:
        return Search(wanted=criteria(place, kind), quantity=quantity, page=page)

    return at(words.take_place(places, lambda place: as_typed(at(place))))


def as_typed(search: Search) -> str:
    """The words after the slash command that ask for this."""
    quantity, page = search.quantity, search.page
    words = ["search", f"qty:{quantity}" if quantity else "", f"page:{page}" if page > 1 else ""]
    return " ".join(filter(None, [*words, criteria_as_typed(search.wanted)]))


def instead(search: Search) -> Callable[[Criteria], str]:
    """How the same is asked of other numbers."""
    return lambda wanted: as_typed(replace(search, wanted=wanted))
