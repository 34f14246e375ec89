"""What numbers are looked for: put together from the words of a command, and written as such."""

from handlers.kit.messages import code
from handlers.kit.remarks import Remark
from store.places import as_words
from store.types import ANY_DIGITS, Criteria, Digits, Kind, Place


def criteria(place: Place | None, kind: Kind, digits: Digits = ANY_DIGITS) -> Criteria:
    """What numbers are looked for. Toll-free ones have a country and no city, so of their place no more is kept."""
    if place and kind is Kind.TOLL_FREE:
        place = Place(country=place.country)
    return Criteria(place=place, kind=kind, digits=digits)


def widened(place: Place | None, wanted: Criteria) -> tuple[Remark, ...]:
    """What must be said where numbers are looked for in more than the place that was named."""
    if place is None or wanted.place is None or place == wanted.place:
        return ()
    return (Remark(key="whole-country-read", said=place, meant=wanted.place),)


def how(wanted: Criteria) -> str:
    """The words that say how the digits are to look, to be shown after a place; "" where nothing is said."""
    said = digits_as_typed(wanted.digits)
    return f" ({code(said)})" if said else ""


def digits_as_typed(digits: Digits) -> str:
    """The words that say how the digits are to look."""
    said = {
        "starts": digits.starts,
        "contains": digits.contains,
        "ends": digits.ends,
        "consecutive": digits.in_a_row or "",
        "near": digits.near or "",
    }
    words = [f"{name}:{value}" for name, value in said.items() if value]
    return " ".join([*words, "easy"] if digits.easy else words)


def criteria_as_typed(wanted: Criteria) -> str:
    """The words that say what numbers are looked for."""
    words = [as_words(wanted.place) if wanted.place else ""]
    words.append("type:toll-free" if wanted.kind is Kind.TOLL_FREE else "")
    words.append(digits_as_typed(wanted.digits))
    return " ".join(filter(None, words))
