"""Telnyx's parts of orders, which alone can be cancelled, and the papers that are handed in for a number.

Telnyx parts an order by country and kind; here one order, whatever is in it, is one part.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from bot.carriers.local.ledger import Ledger, LocalOrder, Status
from bot.carriers.local.telnyx.orders import WANTED_ID, Orders, not_found, part_id, word
from bot.carriers.local.telnyx.query import only, read_query, stamp
from bot.carriers.local.telnyx.search import type_of
from bot.carriers.local.telnyx.wrong import Wrong

_FILTERS = ("status", "order_request_id", "country_code", "phone_number_type", "phone_numbers_count")


class Parts:
    """Of all orders there ever were."""

    def __init__(self, ledger: Ledger, orders: Orders) -> None:
        self._ledger = ledger
        self._orders = orders

    def listing(self, said: Sequence[tuple[str, str]]) -> Mapping[str, Any]:
        """Those that the filters leave, the last first."""
        query = read_query(said, _FILTERS)
        parts = [self._whole(order) for order in reversed(self._ledger.orders.values())]
        return query.paged(
            [part for part in parts if all(str(part[name]) == value for name, value in query.filters.items())]
        )

    def show(self, id_: str) -> Mapping[str, Any]:
        """One of them, whole."""
        return {"data": self._whole(self._find(id_))}

    def cancel(self, id_: str) -> Mapping[str, Any]:
        """Cancel it, while it is pending alone."""
        order = self._find(id_)
        if order.status.is_end:
            raise Wrong("10015", "Only a pending sub number order can be cancelled.", status=422)
        self._ledger.step(order, Status.CANCELLED, [line.number for line in order.lines], "", timedelta())
        return {"data": self._whole(order)}

    def hand_in(self, id_: str, body: Mapping[str, Any], takes: timedelta) -> Mapping[str, Any]:
        """Take the papers of a number, which then comes by itself."""
        only(body, "regulatory_requirements")
        found = [(order, line) for order in self._ledger.orders.values() for line in order.lines if line.id == id_]
        if not found:
            raise not_found()
        ((order, line),) = found
        said = body.get("regulatory_requirements")
        for at, each in enumerate(said if isinstance(said, list) else [None]):
            pointer = f"/regulatory_requirements/{at}"
            if not isinstance(each, dict) or each.get("requirement_id") != WANTED_ID:
                raise Wrong("10015", "The requirement is not known", pointer=pointer, status=422)
            if not isinstance(each.get("field_value"), str) or not each["field_value"]:
                raise Wrong("10004", "field_value can't be blank", pointer=pointer)
        if line.status is not Status.PAPERS:
            raise Wrong("10015", "No requirements are wanted of this number.", status=422)
        if said:
            self._ledger.step(order, Status.PENDING, [line.number], "", takes)
        return self._orders.show_number(id_)

    def _find(self, id_: str) -> LocalOrder:
        order = next((each for each in self._ledger.orders.values() if part_id(each) == id_), None)
        if order is None:
            raise not_found()
        return order

    def _whole(self, order: LocalOrder) -> Mapping[str, Any]:
        sold = [had.sold for line in order.lines if (had := self._ledger.numbers.get(line.number))]
        wants = order.status is Status.PAPERS
        paper = {"record_type": "phone_number_regulatory_requirement", "requirement_id": WANTED_ID}
        return {
            "record_type": "sub_number_order",
            "id": part_id(order),
            "order_request_id": order.id,
            "country_code": sold[0].country if sold else "US",
            "phone_number_type": type_of(sold[0]) if sold else "local",
            "phone_numbers_count": len(order.lines),
            "status": word(order.status),
            "requirements_met": not wants,
            "regulatory_requirements": [{**paper, "field_type": "document"}] if wants else [],
            "is_block_sub_number_order": False,
            "customer_reference": order.reference,
            "created_at": stamp(order.created_at),
            "updated_at": stamp(order.updated_at),
        }
