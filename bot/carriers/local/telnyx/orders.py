"""Telnyx's orders: each number comes by itself; papers have a deadline; people say in comments what went wrong."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from bot.carriers.local.ledger import Ledger, LocalOrder, OrderLine, State, Status
from bot.carriers.local.telnyx.query import only, read_numbers, read_query, stamp
from bot.carriers.local.telnyx.search import type_of
from bot.carriers.local.telnyx.wrong import Wrong

SEARCHED_WITHIN = timedelta(hours=1)  # Telnyx does not say how recent a search must be
_FILTERS = (
    "status",
    "created_at[gt]",
    "created_at[lt]",
    "phone_numbers_count",
    "customer_reference",
    "requirements_met",
)
_COMMENTS = ("comment_record_type", "comment_record_id")
# By Telnyx's guide an order may be cancelled, though its specification has no such status.
_WORDS = {Status.PENDING: "pending", Status.PAPERS: "pending", Status.SUCCESS: "success", Status.FAILURE: "failure"}
_PAPERS = {Status.PAPERS: "requirement-info-pending", Status.CANCELLED: "cancelled", Status.SUCCESS: "approved"}
_WANTED = "Proof of an address in the number's country"
WANTED_ID = str(uuid5(NAMESPACE_URL, _WANTED))


class Orders:
    """All there ever were."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def create(self, body: Mapping[str, Any], takes: timedelta) -> Mapping[str, Any]:
        """Order numbers that a search has shown lately. All or nothing is taken on; then each comes by itself."""
        only(body, "phone_numbers", "customer_reference", "connection_id", "messaging_profile_id", "billing_group_id")
        numbers = read_numbers(body)
        self._check(numbers)
        return {"data": self.whole(self._ledger.order(body.get("customer_reference", ""), numbers, takes))}

    def listing(self, said: Any) -> Mapping[str, Any]:
        """Those that the filters leave, the last first; of their numbers, only which they are."""
        query = read_query(said, _FILTERS)
        filters = query.filters
        left = [
            self._listed(each)
            for each in reversed(self._ledger.orders.values())
            if filters.get("customer_reference", each.reference) == each.reference
            and filters.get("status", word(each.status)) == word(each.status)
            and query.flag("requirements_met") in (None, each.status is not Status.PAPERS)
            and filters.get("phone_numbers_count", str(len(each.lines))) == str(len(each.lines))
            and query.spans(each.created_at)
        ]
        return query.paged(left)

    def show(self, id_: str) -> Mapping[str, Any]:
        """One of them, with each number's own state."""
        if id_ not in self._ledger.orders:
            raise not_found()
        return {"data": self.whole(self._ledger.orders[id_])}

    def show_number(self, id_: str) -> Mapping[str, Any]:
        """One number of an order, with the deadline for its papers."""
        for order in self._ledger.orders.values():
            for line in order.lines:
                if line.id == id_:
                    until = line.papers_until
                    return {
                        "data": {
                            **self._line(line),
                            "order_request_id": order.id,
                            "sub_number_order_id": part_id(order),
                            "is_block_number": False,
                            "deadline": stamp(until),
                        }
                    }
        raise not_found()

    def requirements(self, said: Any) -> Mapping[str, Any]:
        """What papers the named numbers want, in words."""
        query = read_query(said, ("phone_number",))
        numbers = [number for number in query.filters.get("phone_number", "").split(",") if number]
        return query.paged([self._requirements_of(number) for number in numbers])

    def comments(self, said: Any) -> Mapping[str, Any]:
        """What people at Telnyx wrote of a part of an order."""
        query = read_query(said, _COMMENTS)
        of = query.filters.get("comment_record_id")
        return query.paged(
            [
                {
                    "id": line.id,
                    "body": f"{line.number}: {line.reason}",
                    "comment_record_type": "sub_number_order",
                    "comment_record_id": of,
                    "commenter": "number-operations@telnyx.example",
                    "commenter_type": "admin",
                    "created_at": stamp(order.updated_at),
                    "updated_at": stamp(order.updated_at),
                }
                for order in self._ledger.orders.values()
                for line in order.lines
                if of == part_id(order) and line.reason
            ]
        )

    def whole(self, order: LocalOrder) -> Mapping[str, Any]:
        """An order with all of its numbers."""
        return {**self._listed(order), "phone_numbers": [self._line(line) for line in order.lines]}

    def _check(self, numbers: list[str]) -> None:
        now, cost = self._ledger.now(), self._ledger.balance
        for at, number in enumerate(numbers):
            pointer = f"/phone_numbers/{at}/phone_number"
            shown_at = self._ledger.shown.get(number)
            if shown_at is None or shown_at + SEARCHED_WITHIN < now:
                raise Wrong("85000", "You must search for the number before attempting to purchase.", pointer=pointer)
            had = self._ledger.numbers.get(number)
            if had is None:
                continue  # somebody has it since: that comes out when it is tried
            if had.state in (State.ORDERED, State.OWNED):
                raise Wrong("10012", "The number is already ordered", pointer=pointer)
            cost -= had.sold.monthly + had.sold.upfront
        if cost < 0:
            raise Wrong("20100", "The account has insufficient funds for this order.", pointer="/base")

    def _listed(self, order: LocalOrder) -> Mapping[str, Any]:
        return {
            "record_type": "number_order",
            "id": order.id,
            "customer_reference": order.reference,
            "status": word(order.status),
            "requirements_met": order.status is not Status.PAPERS,
            "phone_numbers_count": len(order.lines),
            "phone_numbers": [{"id": line.id, "phone_number": line.number} for line in order.lines],
            "sub_number_orders_ids": [part_id(order)],
            "connection_id": None,
            "messaging_profile_id": None,
            "billing_group_id": None,
            "created_at": stamp(order.created_at),
            "updated_at": stamp(order.updated_at),
        }

    def _line(self, line: OrderLine) -> Mapping[str, Any]:
        had = self._ledger.numbers.get(line.number)
        wants = line.status is Status.PAPERS
        return {
            "record_type": "number_order_phone_number",
            "id": line.id,
            "phone_number": line.number,
            "status": word(line.status),
            "country_code": had.sold.country if had else None,
            "phone_number_type": type_of(had.sold) if had else None,
            "requirements_met": not wants,
            "requirements_status": _PAPERS.get(line.status, "pending"),
            "regulatory_requirements": [
                {
                    "record_type": "phone_number_regulatory_requirement",
                    "requirement_id": WANTED_ID,
                    "field_type": "document",
                    "field_value": None,
                }
            ]
            if wants
            else [],
            "bundle_id": None,
        }

    def _requirements_of(self, number: str) -> Mapping[str, Any]:
        had = self._ledger.numbers.get(number)
        wanted = {
            "record_type": "regulatory_requirement",
            "id": WANTED_ID,
            "label": _WANTED,
            "description": "A bill or an extract of a register, not older than three months",
            "field_type": "document",
        }
        return {
            "record_type": "phone_number_regulatory_requirements",
            "phone_number": number,
            "phone_number_type": type_of(had.sold) if had else "local",
            "region_information": [],
            "regulatory_requirements": [wanted],
        }


def word(status: Status) -> str:
    """Telnyx's own."""
    return _WORDS.get(status, "cancelled")


def part_id(order: LocalOrder) -> str:
    """The id of the part that an order is."""
    return str(uuid5(NAMESPACE_URL, order.id))


def not_found() -> Wrong:
    """What is asked for is not there."""
    return Wrong("10005", "The requested resource or URL could not be found.")
