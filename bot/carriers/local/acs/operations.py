"""What takes ACS a while: buying what is reserved, and releasing a number. Nothing is pushed; it is to be asked for."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from bot.carriers.local.acs.catalogue import AGREEMENT, described
from bot.carriers.local.acs.query import address, page, read_body, read_query, stamp, version
from bot.carriers.local.acs.reservations import Reservation, Reservations
from bot.carriers.local.acs.wrong import Wrong
from bot.carriers.local.carrier import Answered, Asked, Json
from bot.carriers.local.ledger import Ledger, LocalNumber, LocalOrder, State, Status

_PURCHASE, _RELEASE = "reservationPurchase", "releasePhoneNumber"


@dataclass(slots=True, kw_only=True)
class Release:
    """A number on its way back."""

    id: str
    number: str
    created_at: datetime
    due: datetime
    is_done: bool = False


class Operations:
    """All there ever were."""

    def __init__(self, ledger: Ledger, reservations: Reservations) -> None:
        self._ledger, self._reservations = ledger, reservations
        self._releases: dict[str, Release] = {}

    def settle(self) -> None:
        """Release what is due."""
        for release in self._releases.values():
            if not release.is_done and release.due <= self._ledger.now():
                release.is_done = True
                if (number := self._ledger.numbers.get(release.number)) and number.state is State.OWNED:
                    self._ledger.free(number)

    def purchase(self, asked: Asked, id_: str, takes: timedelta) -> Answered:
        """Buy all that a reservation holds."""
        read_query(asked)
        body = read_body(asked, "agreeToNotResell")
        reservation = self._reservations.found(id_)
        if (status := self._reservations.status(reservation)) != "active":
            raise Wrong("ReservationNotActive", f"The reservation is {status}.", target="reservationId")
        numbers = self._reservations.held(reservation)
        if not numbers:
            raise Wrong("BadRequest", "The reservation holds no number.", target="reservationId")
        wanted = any(self._ledger.numbers[number].sold.country in AGREEMENT for number in numbers)
        if wanted and body.get("agreeToNotResell") is not True:
            raise Wrong(
                "AgreementRequired", "These numbers want an agreement not to resell.", target="agreeToNotResell"
            )
        reservation.order = self._ledger.order(reservation.id, numbers, takes, f"{_PURCHASE}_{reservation.id}")
        return _accepted(asked, reservation.order.id, "reservation-purchase-id", reservation.id)

    def release(self, asked: Asked, number: str, takes: timedelta) -> Answered:
        """Give up a number for good. Asked again while that takes, it is the same operation."""
        read_query(asked)
        self._found(number)
        now = self._ledger.now()
        under_way = (each for each in self._releases.values() if each.number == number and not each.is_done)
        release = next(under_way, None)
        if release is None:
            release = Release(id=f"{_RELEASE}_{uuid4()}", number=number, created_at=now, due=now + takes)
            self._releases[release.id] = release
        return _accepted(asked, release.id, "release-id", release.id.partition("_")[2])

    def show(self, asked: Asked, id_: str) -> Json:
        """How far an operation is."""
        read_query(asked)
        kind, _, of = id_.partition("_")
        if kind == _PURCHASE and (reservation := self._reservations.all.get(of)) and reservation.order:
            return self._purchase(asked, id_, reservation, reservation.order)
        if release := self._releases.get(id_):
            status = "succeeded" if release.is_done else "running"
            return _operation(id_, _RELEASE, status, release.created_at, release.due if release.is_done else None)
        raise Wrong("NotFound", "There is no such operation.", target="operationId")

    def cancel(self, asked: Asked, id_: str) -> Answered:
        """What becomes of an operation that is cancelled is not documented: here it goes on."""
        self.show(asked, id_)
        return Answered(status=204)

    def owned(self, asked: Asked) -> Json:
        """The numbers that are billed."""
        read_query(asked, "skip", "top")
        ours = [self._shown(each) for each in self._ledger.numbers.values() if each.state is State.OWNED]
        return page(asked, ours, "phoneNumbers", "top")

    def show_owned(self, asked: Asked, number: str) -> Json:
        """One of them."""
        read_query(asked)
        return self._shown(self._found(number))

    def _found(self, number: str) -> LocalNumber:
        found = self._ledger.numbers.get(number)
        if found is None or found.state is not State.OWNED:
            raise Wrong("NotFound", "There is no such phone number.", target="phoneNumber")
        return found

    def _purchase(self, asked: Asked, id_: str, reservation: Reservation, order: LocalOrder) -> Json:
        error = None
        if not order.status.is_end:
            status = "notStarted" if order.created_at == self._ledger.now() else "running"
        elif any(line.status is Status.SUCCESS for line in order.lines):
            status = "succeeded"
        else:
            status = "failed"
            error = {"code": "AllNumbersNotAcquired", "message": order.lines[0].reason or "No number could be bought."}
        shown = _operation(id_, _PURCHASE, status, order.created_at, order.updated_at)
        shown["resourceLocation"] = (
            f"{address(asked)}/availablePhoneNumbers/reservations/{reservation.id}?api-version={version(asked)}"
        )
        return shown | ({"error": error} if error else {})

    def _shown(self, number: LocalNumber) -> Json:
        return described(number.sold) | {"purchaseDate": stamp(number.since)}


def _operation(id_: str, kind: str, status: str, created_at: datetime, changed_at: datetime | None) -> Json:
    return {
        "id": id_,
        "operationType": kind,
        "status": status,
        "createdDateTime": stamp(created_at),
        "lastActionDateTime": stamp(changed_at or created_at),
    }


def _accepted(asked: Asked, id_: str, name: str, own: str) -> Answered:
    location = f"{address(asked)}/phoneNumbers/operations/{id_}?api-version={version(asked)}"
    return Answered(status=202, headers={"Operation-Location": location, "operation-id": id_, name: own})
