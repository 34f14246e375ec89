"""Which places may have been meant by words that name none."""

from collections.abc import Sequence

from store.places import AmbiguousPlace, Places, UnknownPlace
from store.spelling import nearest
from store.types import Place

_LIKE = 0.7  # how much a name must look like what was typed; 1 is the same


def meant(places: Places, typed: str, unknown: UnknownPlace) -> Sequence[Place]:
    """What may have been meant: a near name among the other words, or for all words; the other words; a near name."""
    among = [place for name in unknown.nearest for place in _readings(places, typed.replace(unknown.word, name))]
    for_all = nearest(typed, unknown.nearest, alike=_LIKE)
    return (
        among
        or [place for name in for_all for place in _readings(places, name)]
        or _readings(places, typed.replace(unknown.word, ""))
        or [place for name in unknown.nearest for place in _readings(places, name)]
    )


def _readings(places: Places, words: str) -> tuple[Place, ...]:
    """The places that the words can mean."""
    try:
        place = places.resolve([words])
    except AmbiguousPlace as which:
        return which.choices
    except UnknownPlace:
        return ()
    return (place,) if place else ()
