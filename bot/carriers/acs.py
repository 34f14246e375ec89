"""Azure Communication Services: holds under an id of our own, kept up by changes, given back at once, bought whole.

Its documentation does not say whether a change that changes nothing keeps a hold up: it is tried, and where the stamp
has not moved, one number is taken out and in again, in which moment somebody else might get it. Nor does it say what
capabilities a number must be reserved with: those that it was searched with. Nor what becomes of an operation that is
cancelled: none ever is. How often it may be asked is not published, and by default a tenant may buy once until support
says otherwise: what it refuses is told with its code.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote
from uuid import UUID

from bot.carriers.accounts import Account
from bot.carriers.acs_answers import (
    ACS,
    asked_by,
    asked_of,
    operation_of,
    read_hold,
    read_order,
    read_owned,
    read_problem,
    said_again,
    whole,
)
from bot.carriers.acs_search import COUNTRIES, VERSION, look, search
from bot.carriers.http import Http
from bot.carriers.reading import Fields
from bot.carriers.signing import signed_with
from handlers.kit.carriers import (
    Balance,
    CarrierAnswer,
    CarrierLine,
    CarrierOffer,
    CarrierRefused,
    CarrierRules,
    Found,
    LineState,
    News,
    Owned,
    Part,
    Want,
)
from store.types import E164

RULES = CarrierRules(
    name=ACS,
    title="Azure Communication Services",
    hold_for=timedelta(minutes=15),
    hold_cap=timedelta(hours=2),
    gives_back=True,
    orders_part=False,
    parts=frozenset({Part.STARTS}),
    shows_all=False,
    lags=False,  # what is asked for has our own id; sent again, it is the same hold and the same purchase
    pushes=False,
    wants_agreement=True,
)
_MERGE_PATCH = "application/merge-patch+json"
_PAGE = 100  # the most that it gives at once
_NOT_FOUND = {"NotFound", "http-404"}


class Acs:
    """An account at Azure Communication Services."""

    rules = RULES

    def __init__(self, account: Account, now: Callable[[], datetime]) -> None:
        """`now` is the desk's time, in UTC."""
        self._now = now
        self._http = Http(ACS, account.url, key=account.key, sign=signed_with(account.key), problem=read_problem)

    def close(self) -> None:
        """End its connections."""
        self._http.close()

    def check(self) -> Balance | None:
        look(self._http, COUNTRIES, [("maxPageSize", "1")])
        return None

    def search(self, want: Want, *, within: float) -> Found:
        try:
            return search(self._http, want, within)
        except CarrierRefused as refused:  # such as a country where it has no numbers at all
            if refused.code not in _NOT_FOUND:
                raise
            return Found(offers=())

    def hold(self, reference: UUID, offers: Sequence[CarrierOffer]) -> CarrierAnswer:
        held = self._change(reference, {offer.number[1:]: asked_of(offer) for offer in offers})
        told = {line.number for line in held.lines}
        missing = [
            CarrierLine(number=offer.number, state=LineState.REFUSED, code="not_answered")
            for offer in offers
            if offer.number not in told
        ]
        return replace(held, lines=[*held.lines, *missing])

    def held(self, reference: UUID) -> CarrierAnswer | None:
        reservation = self._reservation(reference)
        return read_hold(reservation, reference, self._now()) if reservation else None

    def extend(self, held: CarrierAnswer, until: datetime) -> CarrierAnswer:
        reservation = self._reservation(held.reference)
        if reservation is None:
            raise CarrierRefused("NotFound", "The reservation is there no more.")
        now = read_hold(reservation, held.reference, self._now())
        before, numbers = _end(now), [line.number for line in now.lines if line.state is LineState.HELD]
        # What an extension took out whose next call failed: it comes in again, which is a change.
        told = {line.number for line in now.lines}
        lost = [line.number for line in held.lines if line.state is LineState.HELD and line.number not in told]
        if before is None and not lost:
            raise CarrierRefused("ReservationExpired", "The reservation holds nothing any more.")
        if before and before >= until and not lost:
            return now
        again = said_again(reservation, numbers)
        extended = self._change(held.reference, {**again, **{number[1:]: asked_by(number) for number in lost}})
        if _end(extended) == before and not lost:
            last = numbers[-1][1:]
            self._change(held.reference, {last: None})
            extended = self._change(held.reference, {last: again[last]})
        return extended

    def drop(self, held: CarrierAnswer, numbers: Sequence[E164]) -> CarrierAnswer:
        rest = [line for line in held.lines if line.number not in numbers]
        try:
            if any(line.state is LineState.HELD for line in rest):
                rest = list(self._change(held.reference, {number[1:]: None for number in numbers}).lines)
            else:
                self._http.change("DELETE", _path(held.reference), query=[VERSION])
        except CarrierRefused:
            now = self.held(held.reference)
            if now and any(line.state is LineState.HELD and line.number in numbers for line in now.lines):
                raise
            rest = [line for line in now.lines if line.number not in numbers] if now else []
        return replace(held, lines=[*rest, *(CarrierLine(number=each, state=LineState.ENDED) for each in numbers)])

    def order(self, held: CarrierAnswer, numbers: Sequence[E164], *, agreed_not_to_resell: bool) -> CarrierAnswer:
        now = self.held(held.reference)
        are_held = {line.number for line in now.lines if line.state is LineState.HELD} if now else set()
        if beside := are_held.difference(numbers):
            raise CarrierRefused("not_whole", f"It would buy {', '.join(sorted(beside))}, too: give that back before.")
        body = {"agreeToNotResell": agreed_not_to_resell}
        try:
            self._http.change("POST", f"{_path(held.reference)}/:purchase", body, query=[VERSION])
        except CarrierRefused:
            if ordered := self.ordered(held.reference):
                return ordered  # it was ordered before
            raise
        lines = [
            CarrierLine(number=number, state=LineState.PENDING)
            if number in are_held
            else CarrierLine(number=number, state=LineState.REFUSED, code="not_held")
            for number in numbers
        ]
        return CarrierAnswer(reference=held.reference, id=operation_of(held.reference), lines=lines)

    def ordered(self, reference: UUID) -> CarrierAnswer | None:
        operation = self._found(f"/phoneNumbers/operations/{operation_of(reference)}")
        reservation = self._reservation(reference)
        return read_order(reservation, operation, reference) if reservation else None

    def give_up(self, number: E164) -> CarrierLine:
        try:
            self._http.change("DELETE", _number(number), query=[VERSION])
        except CarrierRefused as refused:
            if refused.code not in _NOT_FOUND:
                raise
            return CarrierLine(number=number, state=LineState.ENDED)
        return CarrierLine(number=number, state=LineState.PENDING)

    def owned(self, number: E164) -> CarrierLine | None:
        item = self._found(_number(number))
        return read_owned(item) if item else None

    def all_owned(self, after: str | None = None) -> Owned:
        answer = look(self._http, "/phoneNumbers", [("skip", after or "0"), ("top", str(_PAGE))])
        answer.must("phoneNumbers", list)
        lines = [read_owned(item) for item in answer.each("phoneNumbers")]
        return Owned(lines=lines, next=str(int(after or 0) + len(lines)) if answer.may("nextLink") and lines else None)

    def read_news(self, _headers: dict[str, str], _body: bytes, _now: datetime) -> News:
        raise CarrierRefused("no_news", "Azure Communication Services sends none.")

    def _reservation(self, reference: UUID) -> Fields | None:
        return self._found(_path(reference))

    def _found(self, path: str) -> Fields | None:
        """What is at a path; None: nothing."""
        try:
            return look(self._http, path)
        except CarrierRefused as refused:
            if refused.code not in _NOT_FOUND:
                raise
            return None

    def _change(self, reference: UUID, numbers: Mapping[str, Any]) -> CarrierAnswer:
        """Take numbers, by their digits, into a reservation, or out of it: None."""
        answer = self._http.change(
            "PATCH", _path(reference), {"phoneNumbers": numbers}, query=[VERSION], media_type=_MERGE_PATCH
        )
        return read_hold(whole(answer.body), reference, self._now())


def _path(reference: UUID) -> str:
    return f"/availablePhoneNumbers/reservations/{reference}"


def _number(number: E164) -> str:
    return f"/phoneNumbers/{quote(number, safe='')}"


def _end(held: CarrierAnswer) -> datetime | None:
    """When what is held ends; None: nothing is."""
    return min((line.until for line in held.lines if line.state is LineState.HELD and line.until), default=None)
