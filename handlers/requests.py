"""What a member can ask for, as frozen values, and how to type it."""

from dataclasses import dataclass

from store.places import as_words
from store.types import E164, HoldId, Kind, Place, Wanted

COMMAND = "/numbers"
PAGE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    topic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """`quantity` None: nobody said how many. Pages count from 1."""

    wanted: Wanted
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Reserve:
    """Numbers to hold: `these` first, as far as they can be had, then others like them."""

    wanted: Wanted
    quantity: int
    these: tuple[E164, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    hold: HoldId


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    hold: HoldId


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    pass


Request = Help | Search | Reserve | Show | Release | Quota | Settings


def wanted(place: Place | None, kind: Kind) -> Wanted:
    """What numbers are looked for. Toll-free ones have a country and no city, so of their place no more is kept."""
    if place and kind is Kind.TOLL_FREE:
        place = Place(country=place.country)
    return Wanted(place=place, kind=kind)


def as_typed(request: Search | Reserve) -> str:
    """The words after the slash command that ask for this."""
    place = request.wanted.place
    match request:
        case Reserve(quantity=quantity):
            words = ["reserve", str(quantity)]
        case Search(quantity=quantity, page=page):
            words = ["search", f"qty:{quantity}" if quantity else "", f"page:{page}" if page > 1 else ""]
    words.append(as_words(place) if place else "")
    words.append("type:toll-free" if request.wanted.kind is Kind.TOLL_FREE else "")
    return " ".join(word for word in words if word)


def quoted(word: str) -> str:
    """A word as it must be typed to stay one word."""
    return f'"{word}"' if " " in word else word
