"""What Telnyx answers, in our words. Its specification of 16 July 2026, and its guides where they say more."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from bot.carriers.reading import Fields, read
from handlers.kit.carriers import (
    Balance,
    CarrierAnswer,
    CarrierLine,
    CarrierName,
    CarrierOffer,
    CarrierSilent,
    LineState,
    Price,
    Want,
)
from store.places import known_places, region_name
from store.spelling import fold
from store.types import E164, Place

TELNYX = CarrierName("telnyx")
_HOLDS = {
    "pending": LineState.PENDING,
    "success": LineState.HELD,
    "failure": LineState.REFUSED,
    "failed": LineState.REFUSED,  # by the guide
}
_ORDERS = {
    "pending": LineState.PENDING,
    "success": LineState.OURS,
    "failure": LineState.REFUSED,
    "cancelled": LineState.REFUSED,  # these two by the guide
    "deleted": LineState.REFUSED,
}
_PAPERS = {
    "pending": LineState.PENDING,
    "approved": LineState.PENDING,
    "requirement-info-under-review": LineState.PENDING,
    "requirement-info-pending": LineState.PAPERS,
    "requirement-info-exception": LineState.PAPERS,
    "cancelled": LineState.REFUSED,
    "deleted": LineState.REFUSED,
}
_OWNED = {
    "active": LineState.OURS,
    "emergency-only": LineState.OURS,
    "port-out-pending": LineState.OURS,
    "purchase-pending": LineState.PENDING,
    "port-pending": LineState.PENDING,
    "provision-pending": LineState.PENDING,
    "requirement-info-under-review": LineState.PENDING,
    "requirement-info-pending": LineState.PAPERS,
    "requirement-info-exception": LineState.PAPERS,
    "purchase-failed": LineState.REFUSED,
    "port-failed": LineState.REFUSED,
    "deleted": LineState.ENDED,
    "ported-out": LineState.ENDED,
}
# Of several answers about one number, the one that says most.
_WEIGHT = (LineState.UNKNOWN, LineState.ENDED, LineState.REFUSED, LineState.PENDING, LineState.PAPERS, LineState.HELD)


def read_problem(body: Any) -> tuple[str, str]:
    """The code and the words of a refusal; "" where it has none."""
    errors = body.get("errors") if isinstance(body, dict) else None
    first = errors[0] if isinstance(errors, list) and errors and isinstance(errors[0], dict) else {}
    words = ": ".join(str(first[name]) for name in ("title", "detail") if first.get(name))
    return str(first.get("code") or ""), words


def read_one(body: Any) -> Fields:
    """The object that was asked for, or that was changed. Raises CarrierSilent where there is none."""
    whole = read(TELNYX, "", body)
    whole.must("data", dict)
    return whole.within("data")


def read_all(body: Any) -> list[Fields]:
    """The page of objects that was asked for. Raises CarrierSilent: an answer without a list is no empty list."""
    whole = read(TELNYX, "", body)
    whole.must("data", list)
    return whole.each("data")


def of_reference(found: list[Fields], reference: UUID) -> list[Fields]:
    """What of a page is ours by its reference: should a filter not be heeded, others' orders are not taken for ours."""
    return [each for each in found if each.may("customer_reference") == str(reference)]


def read_balance(data: Fields) -> Balance | None:
    """What can be spent: with the credit, where there is one."""
    amount = data.amount("available_credit")
    amount = data.amount("balance") if amount is None else amount
    return None if amount is None else Balance(amount=amount, currency=data.text("currency"))


def read_offer(item: Fields, want: Want) -> CarrierOffer:
    """A number that a search has shown. It tells its kind by what was asked alone."""
    cost = item.within("cost_information")
    regions = {region.may("region_type"): region.may("region_name") for region in item.each("region_information")}
    region = region_name(want.country, regions.get("state", "").upper())
    return CarrierOffer(
        number=E164(item.text("phone_number")),
        place=Place(country=want.country, region=region, city=_city(want, region, regions.get("location", ""))),
        kind=want.kind,
        price=Price(
            monthly=cost.amount("monthly_cost"), upfront=cost.amount("upfront_cost"), currency=cost.text("currency")
        ),
        can_be_held=item.flag("reservable") is not False,
    )


def _city(want: Want, region: str, called: str) -> str:
    """Our name of a city, which Telnyx writes in capitals; as it is said there, where we have none."""
    known = (place.city for place in known_places().cities(want.country, region) if fold(place.city) == fold(called))
    return next(known, called.title() or want.city)


def read_hold(data: Fields, reference: UUID, now: datetime) -> CarrierAnswer:
    """A reservation. A number whose own stamp has passed is held no more: Telnyx leaves it as it was.

    A number that is refused while its reservation is not has been `taken`: it is on hold, or not offered any more.
    """
    lines = [_held(line, now) for line in data.each("phone_numbers")]
    return _answer(data, reference, lines)


def _held(line: Fields, now: datetime) -> CarrierLine:
    state, until = line.word("status", _HOLDS, LineState.UNKNOWN), line.time("expired_at")
    if state is LineState.HELD and until and until <= now:
        state = LineState.ENDED
    is_held = state in (LineState.HELD, LineState.PENDING, LineState.ENDED)
    return CarrierLine(
        number=E164(line.text("phone_number")),
        state=state,
        until=until if is_held else None,
        code="" if is_held else "taken" if state is LineState.REFUSED else line.may("status"),
        detail=line.may("errors"),
    )


def read_order(data: Fields, reference: UUID) -> CarrierAnswer:
    """An order, each number with its own state."""
    lines = [_ordered(line) for line in data.each("phone_numbers")]
    return _answer(data, reference, lines)


def _answer(data: Fields, reference: UUID, lines: Sequence[CarrierLine]) -> CarrierAnswer:
    """Raises CarrierSilent where it names nothing: nobody knows then what became of what was asked for."""
    if not lines or not data.text("id"):
        raise CarrierSilent
    return CarrierAnswer(reference=reference, id=data.text("id"), lines=lines)


def _ordered(line: Fields) -> CarrierLine:
    state, code = line.word("status", _ORDERS, LineState.UNKNOWN), line.may("status")
    if state is LineState.PENDING and "requirements_status" in line.raw:
        state, code = line.word("requirements_status", _PAPERS, state), line.may("requirements_status")
    if (
        state is LineState.PENDING
        and line.flag("requirements_met") is False
        and code != "requirement-info-under-review"
    ):
        state = LineState.PAPERS
    said = state in (LineState.REFUSED, LineState.UNKNOWN)
    return CarrierLine(number=E164(line.text("phone_number")), state=state, code=code if said else "")


def read_owned(item: Fields) -> CarrierLine:
    """A number on the bill, or about to be."""
    state = item.word("status", _OWNED, LineState.UNKNOWN)
    said = state in (LineState.REFUSED, LineState.UNKNOWN)
    return CarrierLine(number=E164(item.text("phone_number")), state=state, code=item.may("status") if said else "")


def joined(answers: Sequence[CarrierAnswer]) -> CarrierAnswer | None:
    """What several holds or orders of one reference come to: of each number, what says most. None: there were none.

    There are several only where one was sent twice; then the second was refused what the first has.
    """
    if not answers:
        return None
    best: dict[E164, CarrierLine] = {}
    for line in (line for answer in answers for line in answer.lines):
        if line.number not in best or _weight(line) > _weight(best[line.number]):
            best[line.number] = line
    most = max(answers, key=lambda answer: sum(map(_weight, answer.lines)))
    return replace(most, lines=list(best.values()))


def _weight(line: CarrierLine) -> int:
    return _WEIGHT.index(line.state) if line.state in _WEIGHT else len(_WEIGHT)
