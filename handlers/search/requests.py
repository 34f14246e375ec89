"""What can be asked of search: read from the words of a command, and written as such."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from handlers.kit.criteria import criteria, criteria_as_typed, widened
from handlers.kit.digit_words import expect_near, take_digits
from handlers.kit.remarks import Remarked
from handlers.kit.words import BadInput, Words
from store.numbers.types import Cursor
from store.places import Places
from store.types import E164, Criteria, Place

PAGE = 10
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_ENDED = re.compile(r"after:(\+[0-9]{3,15})@([0-9]{1,17})@([0-9]{1,17})")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskSearch:
    """What to look for is chosen in a modal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search(Remarked):
    """`quantity` None: nobody said how many. Pages count from 1; this one begins after where another `ended`.

    `source` is the stock or a carrier, as it was typed, where only one of them is asked.
    """

    wanted: Criteria
    quantity: int | None = None
    source: str = ""
    page: int = 1
    ended: Cursor | None = None

    @property
    def size(self) -> int:
        """How many a page shows."""
        return min(self.quantity or PAGE, PAGE)

    @property
    def skipped(self) -> int:
        """How many stand on the pages before."""
        return (self.page - 1) * self.size

    @property
    def first(self) -> "Search":
        """Its first page."""
        return replace(self, page=1, ended=None)


def read_search(words: Words, places: Places) -> Search | AskSearch:
    """Read `search [place] [type:…] [qty:N] [from:…] [words about digits] [page:N]`; bare, it asks. Raises BadInput."""
    if not words.typed.strip():
        return AskSearch()
    kind, digits, ended = words.take_kind(), take_digits(words), _take_ended(words)
    source, quantity, page = words.take_source(), words.take_quantity(), words.take_page()

    def at(place: Place | None) -> Search:
        wanted = criteria(place, kind, digits)
        return Search(wanted=wanted, quantity=quantity, source=source, page=page, ended=ended)

    place = words.take_place(places, lambda place: as_typed(at(place)))
    search = at(place)
    expect_near(place, digits, as_typed(replace(search, wanted=replace(search.wanted, place=None))))
    return replace(search, remarks=(*words.remarks, *widened(place, search.wanted)))


def as_typed(search: Search) -> str:
    """The words after the slash command that ask for this."""
    quantity, page = search.quantity, search.page
    words = ["search", f"qty:{quantity}" if quantity else "", f"page:{page}" if page > 1 else ""]
    words.append(_ended_as_typed(search.ended) if search.ended else "")
    words.append(f"from:{search.source}" if search.source else "")
    said = " ".join(filter(None, [*words, criteria_as_typed(search.wanted)]))
    return said if said != "search" else "search type:toll"  # bare, it asks


def _ended_as_typed(ended: Cursor) -> str:
    since, as_of = ((moment - _EPOCH) // _MICROSECOND for moment in (ended.available_at, ended.as_of))
    return f"after:{ended.e164}@{since}@{as_of}"


def _take_ended(words: Words) -> Cursor | None:
    """Take `after:…`, which only our own buttons say."""
    said = words.take_matching(lambda word: word.startswith("after:"))
    if not said:
        return None
    found = _ENDED.fullmatch(said)
    if found is None:
        raise BadInput("stale-button")
    try:
        since, as_of = (_EPOCH + timedelta(microseconds=int(each)) for each in found.groups()[1:])
    except OverflowError:
        raise BadInput("stale-button") from None
    return Cursor(e164=E164(found[1]), available_at=since, as_of=as_of)


def instead(search: Search) -> Callable[[Criteria], str]:
    """How the same is asked of other numbers."""
    return lambda wanted: as_typed(replace(search.first, wanted=wanted))
