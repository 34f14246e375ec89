"""Telnyx's holds: half an hour a number, longer on demand, and no way to give one back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from bot.carriers.local.ledger import Ledger, LocalNumber, State
from bot.carriers.local.telnyx.query import only, read_numbers, read_query, stamp
from bot.carriers.local.telnyx.wrong import Wrong

HOLDS_FOR = timedelta(minutes=30)
_FILTERS = ("status", "created_at[gt]", "created_at[lt]", "phone_numbers.phone_number", "customer_reference")


@dataclass(slots=True, kw_only=True)
class Reserved:
    """One number of a reservation: `errors` says why it could not be held."""

    number: str
    errors: str
    until: datetime | None
    created_at: datetime
    updated_at: datetime
    id: str = field(default_factory=lambda: str(uuid4()))


@dataclass(slots=True, kw_only=True)
class Reservation:
    """A hold. It stays in the list when it is over."""

    reference: str
    created_at: datetime
    updated_at: datetime
    lines: list[Reserved] = field(default_factory=list)
    id: str = field(default_factory=lambda: str(uuid4()))


class Reservations:
    """All there ever were."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._all: dict[str, Reservation] = {}

    def create(self, body: Mapping[str, Any]) -> Mapping[str, Any]:
        """Hold what can be held: each number is held or refused by itself."""
        only(body, "phone_numbers", "customer_reference")
        now, reference = self._ledger.now(), body.get("customer_reference", "")
        made = Reservation(reference=reference, created_at=now, updated_at=now)
        made.lines = [self._line(number, made) for number in read_numbers(body)]
        self._all[made.id] = made
        return {"data": _shown(made)}

    def listing(self, said: Any) -> Mapping[str, Any]:
        """Those that the filters leave, the last first."""
        query = read_query(said, _FILTERS)
        filters = query.filters
        left = [
            _shown(each)
            for each in reversed(self._all.values())
            if filters.get("customer_reference", each.reference) == each.reference
            and filters.get("status", _status(each)) == _status(each)
            and filters.get("phone_numbers.phone_number", each.lines[0].number) in [line.number for line in each.lines]
            and query.spans(each.created_at)
        ]
        return query.paged(left)

    def show(self, id_: str) -> Mapping[str, Any]:
        """One of them."""
        return {"data": _shown(self._found(id_))}

    def extend(self, id_: str) -> Mapping[str, Any]:
        """Hold all that are still held for another half hour."""
        reservation, now = self._found(id_), self._ledger.now()
        held = [(line, number) for line in reservation.lines if (number := self._held(line, reservation))]
        if not held:
            raise Wrong("10015", "The reservation has expired", pointer="/base", status=422)
        for line, number in held:
            line.until = (line.until or now) + HOLDS_FOR
            self._ledger.hold_until(number, line.until)
            line.updated_at = reservation.updated_at = now
        return {"data": _shown(reservation)}

    def _line(self, number: str, of: Reservation) -> Reserved:
        now, why = of.created_at, self._refusal(number)
        until = now + HOLDS_FOR
        if not why:
            self._ledger.reserve(self._ledger.numbers[number], of.reference, until, of.id)
        return Reserved(number=number, errors=why, until=None if why else until, created_at=now, updated_at=now)

    def _refusal(self, number: str) -> str:
        had = self._ledger.numbers.get(number)
        if had is None or had.state in (State.ORDERED, State.OWNED):
            return "Number is not available"
        if had.state is State.RESERVED:
            return "Number is already on hold"
        return "" if had.sold.reservable else "Number is not reservable"

    def _held(self, line: Reserved, of: Reservation) -> LocalNumber | None:
        number = self._ledger.numbers.get(line.number)
        return number if number and number.state is State.RESERVED and number.id == of.id else None

    def _found(self, id_: str) -> Reservation:
        if id_ not in self._all:
            raise Wrong("10005", "The requested resource or URL could not be found.")
        return self._all[id_]


def _status(reservation: Reservation) -> str:
    return "failure" if all(line.errors for line in reservation.lines) else "success"


def _shown(reservation: Reservation) -> Mapping[str, Any]:
    return {
        "record_type": "number_reservation",
        "id": reservation.id,
        "customer_reference": reservation.reference,
        "status": _status(reservation),
        "errors": None,
        "created_at": stamp(reservation.created_at),
        "updated_at": stamp(reservation.updated_at),
        "phone_numbers": [_line_shown(line) for line in reservation.lines],
    }


def _line_shown(line: Reserved) -> Mapping[str, Any]:
    return {
        "record_type": "reserved_phone_number",
        "id": line.id,
        "phone_number": line.number,
        "status": "failure" if line.errors else "success",
        "errors": line.errors or None,
        "created_at": stamp(line.created_at),
        "updated_at": stamp(line.updated_at),
        "expired_at": stamp(line.until),
    }
