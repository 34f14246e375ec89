"""ACS's holds: under an id of the caller's own, a quarter of an hour after the last change and two hours at most.

Whether a change that changes nothing keeps a hold up is not documented: here it does not. What becomes of a number that
could not be held is not, either: here it stays in its reservation, as an error, until it is taken out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from bot.carriers.local.acs.catalogue import ASSIGNMENT, CAPABILITIES, TYPES, available
from bot.carriers.local.acs.query import only, page, read_body, read_query, stamp
from bot.carriers.local.acs.wrong import Wrong
from bot.carriers.local.carrier import Answered, Asked, Json
from bot.carriers.local.fiction import Sold
from bot.carriers.local.ledger import Ledger, LocalOrder, State, Status

HOLDS_FOR, HOLDS_AT_MOST = timedelta(minutes=15), timedelta(hours=2)
_FIELDS = ("id", "expiresAt", "status", "phoneNumbers")  # all but the numbers are read only, and passed over
_OF_NUMBER = ("countryCode", "capabilities", "phoneNumberType", "assignmentType")
_PASSED_OVER = ("id", "phoneNumber", "cost", "status", "isAgreementToNotResellRequired", "error")
_MERGE_PATCH = "application/merge-patch+json"


@dataclass(slots=True, kw_only=True)
class Reservation:
    """A hold, and the order that it may become. `numbers` says of each what is sold, `errors` why some are not held."""

    id: str
    created_at: datetime
    expires_at: datetime
    numbers: dict[str, Sold] = field(default_factory=dict)  # by their digits
    errors: dict[str, str] = field(default_factory=dict)
    order: LocalOrder | None = None


class Reservations:
    """All there ever were, but for those that were given back."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known = {number.sold.number[1:]: number.sold for number in ledger.numbers.values()}
        self.all: dict[str, Reservation] = {}

    def change(self, asked: Asked, id_: str) -> Answered:
        """Make one, or add and remove numbers: each is held or refused by itself."""
        read_query(asked)
        body = read_body(asked, *_FIELDS, media_type=_MERGE_PATCH)
        changes = body.get("phoneNumbers") or {}
        if not isinstance(changes, dict):
            raise Wrong("BadRequest", "phoneNumbers must be an object.", target="phoneNumbers")
        for digits, said in changes.items():
            if said is not None:
                self._check(digits, said)
        key, now = _read_id(id_), self._ledger.now()
        is_new = key not in self.all
        reservation = self.all.get(key) or Reservation(id=key, created_at=now, expires_at=now + HOLDS_FOR)
        self._check_active(reservation)
        self.all[key] = reservation
        if self._change(reservation, changes) and not is_new:
            reservation.expires_at = min(now + HOLDS_FOR, reservation.created_at + HOLDS_AT_MOST)
        self._hold(reservation)
        failed = any(digits in reservation.errors for digits in changes)
        return Answered(status=207 if failed else 201 if is_new else 200, body=self.whole(reservation))

    def show(self, asked: Asked, id_: str) -> Json:
        """One of them, with its numbers."""
        read_query(asked)
        return self.whole(self.found(id_))

    def listing(self, asked: Asked) -> Json:
        """All of them, without their numbers."""
        read_query(asked, "skip", "maxPageSize")
        return page(asked, [self._outline(each) for each in self.all.values()], "reservations")

    def delete(self, asked: Asked, id_: str) -> Answered:
        """Give all of one back."""
        read_query(asked)
        reservation = self.found(id_)
        self._check_active(reservation)
        self._change(reservation, dict.fromkeys(reservation.numbers))
        del self.all[reservation.id]
        return Answered(status=204)

    def found(self, id_: str) -> Reservation:
        """One of them. Raises Wrong."""
        if _read_id(id_) not in self.all:
            raise Wrong("NotFound", "There is no such reservation.", target="reservationId")
        return self.all[_read_id(id_)]

    def status(self, reservation: Reservation) -> str:
        """How far one is."""
        if reservation.order:
            return "completed" if reservation.order.status.is_end else "submitted"
        return "active" if reservation.expires_at > self._ledger.now() else "expired"

    def held(self, reservation: Reservation) -> list[str]:
        """The numbers that one really holds."""
        return [sold.number for sold in reservation.numbers.values() if self._is_held(reservation, sold)]

    def whole(self, reservation: Reservation) -> Json:
        """One of them as it is answered."""
        shown = {digits: self._shown(reservation, digits, sold) for digits, sold in reservation.numbers.items()}
        return {**self._outline(reservation), "phoneNumbers": shown}

    def _change(self, reservation: Reservation, changes: Mapping[str, Any]) -> bool:
        """Take numbers in and out. False: all was so already."""
        before = (set(reservation.numbers), dict(reservation.errors))
        for digits, said in changes.items():
            if said is not None and not (digits in reservation.numbers and digits not in reservation.errors):
                self._add(reservation, digits)
            elif said is None and (sold := reservation.numbers.pop(digits, None)):
                reservation.errors.pop(digits, None)
                if self._is_held(reservation, sold):
                    self._ledger.free(self._ledger.numbers[sold.number])
        return before != (set(reservation.numbers), reservation.errors)

    def _add(self, reservation: Reservation, digits: str) -> None:
        number = self._ledger.numbers.get(f"+{digits}")
        reservation.numbers[digits] = self._known[digits]
        if number is None or number.state is not State.FREE:
            reservation.errors[digits] = "The number could not be reserved: it is not available."
            return
        reservation.errors.pop(digits, None)
        self._ledger.reserve(number, reservation.id, reservation.expires_at, reservation.id)

    def _hold(self, reservation: Reservation) -> None:
        """Give all numbers the reservation's own end."""
        for e164 in self.held(reservation):
            self._ledger.reserve(self._ledger.numbers[e164], reservation.id, reservation.expires_at, reservation.id)

    def _check(self, digits: str, said: object) -> None:
        body = only(said, *_OF_NUMBER, *_PASSED_OVER)
        if missing := [name for name in _OF_NUMBER if not body.get(name)]:
            raise Wrong("BadRequest", f"{missing[0]} is required.", target=f"phoneNumbers.{digits}.{missing[0]}")
        sold = self._known.get(digits)
        if sold is None:
            raise Wrong("BadRequest", "There is no such number.", target=f"phoneNumbers.{digits}")
        right = {
            "countryCode": sold.country,
            "capabilities": CAPABILITIES,
            "phoneNumberType": TYPES[sold.kind],
            "assignmentType": ASSIGNMENT,
        }
        for name, value in right.items():
            if body[name] != value:
                raise Wrong("BadRequest", f"{name} is not the number's.", target=f"phoneNumbers.{digits}.{name}")

    def _check_active(self, reservation: Reservation) -> None:
        if (status := self.status(reservation)) != "active":
            raise Wrong("ReservationNotActive", f"The reservation is {status}.", target="reservationId")

    def _is_held(self, reservation: Reservation, sold: Sold) -> bool:
        number = self._ledger.numbers.get(sold.number)
        return bool(number and number.state is State.RESERVED and number.id == reservation.id)

    def _outline(self, reservation: Reservation) -> Json:
        return {"id": reservation.id, "expiresAt": stamp(reservation.expires_at), "status": self.status(reservation)}

    def _shown(self, reservation: Reservation, digits: str, sold: Sold) -> Json:
        lines = {line.number: line for line in reservation.order.lines} if reservation.order else {}
        if digits in reservation.errors:
            return _with_error(sold, "FailedToReserveNumber", reservation.errors[digits])
        if line := lines.get(sold.number):
            if line.status is Status.SUCCESS:
                return available(sold, "purchased")
            return (
                _with_error(sold, "PurchaseFailed", line.reason) if line.status.is_end else available(sold, "reserved")
            )
        if not self._is_held(reservation, sold):
            return available(sold, "expired")
        return available(sold, "reserved")


def _with_error(sold: Sold, code: str, message: str) -> Json:
    return {
        **available(sold, "error"),
        "error": {"code": code, "message": message or "The number could not be bought."},
    }


def _read_id(said: str) -> str:
    try:
        return str(UUID(said))
    except ValueError:
        raise Wrong("BadRequest", "The reservation's id must be a UUID.", target="reservationId") from None
