"""What can be asked of the stock, read from the words of a command, and written as such."""

from dataclasses import dataclass

from handlers.kit.words import Words
from store.places import Places, as_words
from store.types import Place

IMPORT = "import"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowPool:
    """How much stock there is, by place and kind. Pages count from 1."""

    within: Place | None = None
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportStock:
    """A file with numbers is to come in."""


def read_pool(words: Words, places: Places) -> ShowPool | ImportStock:
    """Read `pool [place] [page:N]` or `pool import`. Raises BadInput."""
    if words.take_word(IMPORT):
        return ImportStock()
    page = words.take_page()
    within = words.take_place(places, lambda place: as_typed(ShowPool(within=place, page=page)), beside=(IMPORT,))
    return ShowPool(within=within, page=page)


def as_typed(ask: ShowPool) -> str:
    """The words after the slash command that ask for this."""
    place = as_words(ask.within) if ask.within else ""
    return " ".join(filter(None, ["pool", f"page:{ask.page}" if ask.page > 1 else "", place]))
