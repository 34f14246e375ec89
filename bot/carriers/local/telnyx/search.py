"""What Telnyx has: its search, and what a number looks like there."""

from collections.abc import Mapping
from datetime import datetime
from itertools import islice
from typing import Any

from bot.carriers.local.fiction import Sold
from bot.carriers.local.ledger import Ledger, LocalNumber, State
from bot.carriers.local.telnyx.query import Query, read_query
from bot.carriers.local.telnyx.wrong import Wrong

_PARTS = {"starts_with": str.startswith, "ends_with": str.endswith, "contains": str.__contains__}
_FILTERS = (
    "country_code",
    "administrative_area",
    "locality",
    "national_destination_code",
    "rate_center",
    "phone_number_type",
    "features",
    "features[]",
    *(f"phone_number[{part}]" for part in _PARTS),
    "limit",
    "best_effort",
    "quickship",
    "reservable",
    "exclude_held_numbers",
)
_TYPES = ("local", "toll_free", "mobile", "national", "shared_cost")
_FEATURES = ("voice", "fax", "hd_voice")
_LIMIT = 20
_CALLING_CODES = {"US": "1", "CA": "1", "GB": "44", "FR": "33", "AU": "61"}


def type_of(sold: Sold) -> str:
    """What Telnyx calls the number's kind."""
    if sold.kind == "toll_free":
        return "toll_free"
    return "local" if sold.city else "national"


def search(ledger: Ledger, said: Any, now: datetime) -> Mapping[str, Any]:
    """Answer a search, and remember what was shown: that alone can be ordered."""
    query = read_query(said, _FILTERS, paged=False)
    _check(query)
    excludes_held, is_reservable = bool(query.flag("exclude_held_numbers")), bool(query.flag("reservable"))
    found = (
        number
        for number in ledger.numbers.values()
        if _is_had(number, excludes_held=excludes_held)
        and _matches(number.sold, query.filters, is_reservable=is_reservable)
    )
    shown = list(islice(found, query.number("limit", _LIMIT)))
    ledger.shown.update((number.sold.number, now) for number in shown)
    told = {"total_results": len(shown), "best_effort_results": 0}
    return {"data": [_shown(number.sold) for number in shown], "meta": told, "metadata": told}


def _check(query: Query) -> None:
    filters = query.filters
    if not filters.get("country_code"):
        raise Wrong("10004", "country_code can't be blank", parameter="filter[country_code]")
    if filters.get("phone_number_type", "local") not in _TYPES:
        raise Wrong("10015", "The type is not known", parameter="filter[phone_number_type]")
    for name in ("best_effort", "quickship", "reservable", "exclude_held_numbers"):
        query.flag(name)


def _is_had(number: LocalNumber, *, excludes_held: bool) -> bool:
    return number.state is State.FREE or (number.state is State.RESERVED and not excludes_held)


def _matches(sold: Sold, filters: Mapping[str, str], *, is_reservable: bool) -> bool:
    if filters["country_code"].casefold() != sold.country.casefold() or (is_reservable and not sold.reservable):
        return False
    named = {
        "administrative_area": sold.region,
        "locality": sold.city,
        "rate_center": sold.city,
        "phone_number_type": type_of(sold),
    }
    if any(filters[name].casefold() != is_.casefold() for name, is_ in named.items() if name in filters):
        return False
    wanted = [filters[name] for name in ("features", "features[]") if name in filters]
    return set(wanted) <= set(_FEATURES) and _looks(sold, filters)


def _looks(sold: Sold, filters: Mapping[str, str]) -> bool:
    """Patterns are of what follows the country's code, and without the area code where that is a filter of its own."""
    digits = sold.number.removeprefix(f"+{_CALLING_CODES.get(sold.country, '')}")
    if (area := filters.get("national_destination_code")) is not None:
        if not digits.startswith(area):
            return False
        digits = digits.removeprefix(area)
    return all(
        is_so(digits, filters[f"phone_number[{part}]"])
        for part, is_so in _PARTS.items()
        if f"phone_number[{part}]" in filters
    )


def _shown(sold: Sold) -> Mapping[str, Any]:
    regions = [("country_code", sold.country), ("state", sold.region)]
    if sold.country in ("US", "CA"):
        regions.append(("rate_center", sold.city.upper()))
    regions.append(("location", sold.city.upper()))
    return {
        "record_type": "available_phone_number",
        "phone_number": sold.number,
        "best_effort": False,
        "quickship": True,
        "reservable": sold.reservable,
        "vanity_format": "",
        "features": [{"name": name} for name in _FEATURES],
        "cost_information": {
            "currency": sold.currency,
            "monthly_cost": f"{sold.monthly:.2f}",
            "upfront_cost": f"{sold.upfront:.2f}",
        },
        "region_information": [{"region_type": kind, "region_name": name} for kind, name in regions if name],
    }
