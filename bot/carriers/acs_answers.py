"""What Azure Communication Services answers, in our words. Its interface of 2025-06-01, and its SDK 1.4.0."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import phonenumbers

from bot.carriers.http import alarm
from bot.carriers.reading import Fields, read
from handlers.kit.carriers import CarrierAnswer, CarrierLine, CarrierName, CarrierOffer, LineState, Price, Want
from store.places import region_name
from store.types import E164, Kind, Place

ACS = CarrierName("acs")
TYPES = {Kind.TOLL: "geographic", Kind.TOLL_FREE: "tollFree"}
# Service numbers: people call them, and they are no person's.
ASSIGNMENT = "application"
CAPABILITIES = {"calling": "inbound+outbound", "sms": "none"}
_OF_NUMBER = ("countryCode", "phoneNumberType", "capabilities", "assignmentType")
_HELD = {
    "reserved": LineState.HELD,
    "purchased": LineState.OURS,
    "error": LineState.REFUSED,
    "available": LineState.ENDED,
    "expired": LineState.ENDED,
}
_ORDERED = {
    "reserved": LineState.PENDING,
    "purchased": LineState.OURS,
    "error": LineState.REFUSED,
    "available": LineState.REFUSED,
    "expired": LineState.REFUSED,
}
_NOT_ORDERED, _ENDED = ("active", "expired"), ("expired",)
_STATUSES = {each: each for each in ("active", "submitted", "completed", "expired")}
_OPERATIONS = {each: each for each in ("notStarted", "running", "succeeded", "failed")}


def operation_of(reference: UUID) -> str:
    """The id of the operation that buys a reservation."""
    return f"reservationPurchase_{reference}"


def read_problem(body: Any) -> tuple[str, str]:
    """The code and the words of a refusal; "" where it has none."""
    error = body.get("error") if isinstance(body, dict) else None
    if not isinstance(error, dict):
        return "", ""
    words = [str(error.get("message") or "")]
    details = error.get("details")
    words += [str(each.get("message") or "") for each in details or () if isinstance(each, dict)]
    return str(error.get("code") or ""), "; ".join(filter(None, words))


def whole(body: Any) -> Fields:
    """All of an answer."""
    return read(ACS, "", body)


def read_offer(item: Fields, want: Want, city: str) -> CarrierOffer:
    """A number of a sample. It does not tell where it is: that comes from what was asked."""
    return CarrierOffer(
        number=E164(item.text("phoneNumber")),
        place=Place(country=want.country, region=region_name(want.country, want.region), city=city),
        kind=want.kind,
        price=_price(item),
    )


def asked_of(offer: CarrierOffer) -> Mapping[str, Any]:
    """A number as a reservation takes it in."""
    return {
        "countryCode": offer.place.country,
        "phoneNumberType": TYPES[offer.kind],
        "capabilities": CAPABILITIES,
        "assignmentType": ASSIGNMENT,
    }


def asked_by(number: E164) -> Mapping[str, Any]:
    """A number of which nothing else is known, as a reservation takes it in."""
    parsed = phonenumbers.parse(number)
    is_toll_free = phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.TOLL_FREE
    return {
        "countryCode": phonenumbers.region_code_for_number(parsed)
        or phonenumbers.region_code_for_country_code(parsed.country_code or 0),
        "phoneNumberType": TYPES[Kind.TOLL_FREE if is_toll_free else Kind.TOLL],
        "capabilities": CAPABILITIES,
        "assignmentType": ASSIGNMENT,
    }


def said_again(reservation: Fields, numbers: Iterable[E164]) -> dict[str, Mapping[str, Any]]:
    """Numbers of a reservation as it takes them in, by their digits."""
    of = reservation.within("phoneNumbers")
    return {each[1:]: {name: of.within(each[1:]).raw.get(name) for name in _OF_NUMBER} for each in numbers}


def read_hold(reservation: Fields, reference: UUID, now: datetime) -> CarrierAnswer:
    """A reservation as a hold. One whose own stamp has passed holds nothing, whatever it says."""
    until = reservation.time("expiresAt")
    is_over = reservation.word("status", _STATUSES, "") in _ENDED or (until is not None and until <= now)
    lines = []
    for item in _numbers(reservation):
        state = item.word("status", _HELD, LineState.UNKNOWN)
        if state is LineState.HELD and is_over:
            state = LineState.ENDED
        lines.append(_line(item, state, until if state in (LineState.HELD, LineState.ENDED) else None))
    return CarrierAnswer(reference=reference, id=str(reference), lines=lines)


def read_order(reservation: Fields, operation: Fields | None, reference: UUID) -> CarrierAnswer | None:
    """A reservation as an order, with the operation that buys it where there is one; None: it is none."""
    if operation is None and reservation.word("status", _STATUSES, "") in _NOT_ORDERED:
        return None
    failed = operation is not None and operation.word("status", _OPERATIONS, "") == "failed"
    lines = []
    for item in _numbers(reservation):
        state = item.word("status", _ORDERED, LineState.UNKNOWN)
        if failed and operation and state is LineState.PENDING:
            code, detail = read_problem(operation.raw)
            lines.append(
                CarrierLine(number=_number(item), state=LineState.REFUSED, code=code or "failed", detail=detail)
            )
        else:
            lines.append(_line(item, state, None))
    return CarrierAnswer(reference=reference, id=operation_of(reference), lines=lines)


def read_owned(item: Fields) -> CarrierLine:
    """A number on the bill. Raises CarrierSilent where none is named."""
    item.must("phoneNumber", str)
    return CarrierLine(number=E164(item.text("phoneNumber")), state=LineState.OURS, price=_price(item))


def _numbers(reservation: Fields) -> list[Fields]:
    reservation.must("phoneNumbers", dict)
    of = reservation.within("phoneNumbers")
    return [of.within(digits) for digits in of.raw]


def _number(item: Fields) -> E164:
    if number := item.may("phoneNumber"):
        return E164(number)
    digits = item.at.rpartition(".")[2]  # the numbers are known by their digits, too
    alarm(ACS, f"{item.at}.phoneNumber", item.raw.get("phoneNumber"))
    return E164(f"+{digits}")


def _line(item: Fields, state: LineState, until: datetime | None) -> CarrierLine:
    said = state in (LineState.REFUSED, LineState.UNKNOWN)
    code, detail = read_problem(item.raw) if said else ("", "")
    return CarrierLine(
        number=_number(item),
        state=state,
        until=until,
        code=(code if state is LineState.REFUSED else "") or (item.may("status") if said else ""),
        detail=detail,
        price=_price(item),
    )


def _price(item: Fields) -> Price | None:
    cost = item.raw.get("cost")
    if not isinstance(cost, dict):
        return None
    said = item.within("cost")
    if said.may("billingFrequency") != "monthly":
        alarm(ACS, f"{item.at}.cost.billingFrequency", cost.get("billingFrequency"))
        return None
    return Price(monthly=said.amount("amount"), upfront=None, currency=said.text("currencyCode"))
