"""The numbers that Telnyx bills, and how one is given up."""

from collections.abc import Mapping
from typing import Any

from bot.carriers.local.ledger import Ledger, LocalNumber, State, Status
from bot.carriers.local.telnyx.query import read_query, stamp
from bot.carriers.local.telnyx.search import type_of
from bot.carriers.local.telnyx.wrong import Wrong

_FILTERS = (
    "phone_number",
    "status",
    "customer_reference",
    "tag",
    "without_tags",
    "number_type[eq]",
    "country_iso_alpha2",
    "source",
    "connection_id",
    "billing_group_id",
    "emergency_address_id",
)
_SHORTEST = 3  # digits to look for


def owned(ledger: Ledger, said: Any) -> Mapping[str, Any]:
    """Those that the filters leave, in no promised order."""
    query = read_query(said, _FILTERS)
    filters = query.filters
    digits = filters.get("phone_number", "")
    if digits and len(digits) < _SHORTEST:
        raise Wrong("10015", "At least three digits are needed", parameter="filter[phone_number]")
    left = [
        _shown(ledger, each)
        for each in ledger.numbers.values()
        if each.state in (State.ORDERED, State.OWNED)
        and digits in each.sold.number[1:]  # what is no digit finds nothing
        and filters.get("status", _status(ledger, each)) == _status(ledger, each)
        and filters.get("customer_reference", each.reference) == each.reference
        and filters.get("number_type[eq]", type_of(each.sold)) == type_of(each.sold)
        and filters.get("country_iso_alpha2", each.sold.country) == each.sold.country
        and filters.get("source", "purchased") == "purchased"
        and not {"tag", "connection_id", "billing_group_id", "emergency_address_id"} & filters.keys()
    ]
    return query.paged(left)


def delete(ledger: Ledger, id_: str) -> Mapping[str, Any]:
    """Give a number up, at once and for good."""
    number = _found(ledger, id_)
    shown = dict(_shown(ledger, number))
    ledger.free(number)
    ledger.shown.pop(number.sold.number, None)
    return {"data": {**shown, "status": "deleted"}}


def show(ledger: Ledger, id_: str) -> Mapping[str, Any]:
    """One of them."""
    return {"data": _shown(ledger, _found(ledger, id_))}


def _found(ledger: Ledger, id_: str) -> LocalNumber:
    for number in ledger.numbers.values():
        if number.state is State.OWNED and number.id == id_:
            return number
    raise Wrong("10005", "The requested resource or URL could not be found.")


def _status(ledger: Ledger, number: LocalNumber) -> str:
    if number.state is State.OWNED:
        return "active"
    lines = [line for order in ledger.orders.values() for line in order.lines if line.number == number.sold.number]
    return "requirement-info-pending" if lines[-1].status is Status.PAPERS else "purchase-pending"


def _shown(ledger: Ledger, number: LocalNumber) -> Mapping[str, Any]:
    since = stamp(number.since or ledger.now())
    return {
        "record_type": "phone_number",
        "id": number.id or number.sold.number,
        "phone_number": number.sold.number,
        "status": _status(ledger, number),
        "country_iso_alpha2": number.sold.country,
        "phone_number_type": type_of(number.sold),
        "customer_reference": number.reference,
        "tags": [],
        "deletion_lock_enabled": False,
        "created_at": since,
        "purchased_at": since,
        "source_type": "number_order",
    }
