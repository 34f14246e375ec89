"""Telnyx: holds of half an hour that cannot be given back, and orders that are found again by our reference.

Its specification does not say how recent its lists are, how long a hold can be extended on, how recent a search must
be that an order relies on, and whether a number that we hold can be held again: the worse is assumed of each.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import phonenumbers

from bot.carriers import telnyx_news
from bot.carriers.accounts import Account
from bot.carriers.http import Http, Query
from bot.carriers.reading import Fields
from bot.carriers.telnyx_answers import (
    TELNYX,
    joined,
    of_reference,
    read_all,
    read_balance,
    read_hold,
    read_offer,
    read_one,
    read_order,
    read_owned,
    read_problem,
)
from handlers.kit.carriers import (
    Balance,
    CarrierAnswer,
    CarrierBusy,
    CarrierLine,
    CarrierOffer,
    CarrierPapers,
    CarrierRefused,
    CarrierRules,
    CarrierSilent,
    Found,
    LineState,
    News,
    Owned,
    Part,
    Want,
)
from store.types import E164, Kind

if TYPE_CHECKING:
    import httpx

RULES = CarrierRules(
    name=TELNYX,
    title="Telnyx",
    hold_for=timedelta(minutes=30),
    hold_cap=None,
    gives_back=False,
    orders_part=True,
    parts=frozenset(Part),
    shows_all=True,
    lags=True,
    pushes=True,
    wants_agreement=False,
)
_TYPES = {Kind.TOLL: ("local", "national"), Kind.TOLL_FREE: ("toll_free",)}
_PAGE = 250  # the most that it gives at once
_MOST_EXTENSIONS = 8  # of half an hour each, at once
_NOT_SEARCHED = "85000"


class Telnyx:
    """An account at Telnyx."""

    rules = RULES

    def __init__(self, account: Account, now: Callable[[], datetime]) -> None:
        """`now` is the desk's time, in UTC."""
        self._now = now
        self._public_key = account.public_key
        self._http = Http(TELNYX, account.url, key=account.key, sign=_bearer(account.key), problem=read_problem)

    def close(self) -> None:
        """End its connections."""
        self._http.close()

    def check(self) -> Balance | None:
        return read_balance(read_one(self._http.look("/balance").body))

    def search(self, want: Want, *, within: float) -> Found:
        end = time.monotonic() + within
        offers: list[CarrierOffer] = []
        for kind in _TYPES[want.kind]:
            if kind == "national" and (want.region or want.city or len(offers) >= want.limit):
                break  # numbers of a whole country are in no city
            query = _query(want, kind, want.limit - len(offers))
            answer = self._http.look("/available_phone_numbers", query, within=max(end - time.monotonic(), 0.0))
            offers += [read_offer(item, want) for item in read_all(answer.body)]
        return Found(offers=offers, more=len(offers) >= want.limit)

    def hold(self, reference: UUID, offers: Sequence[CarrierOffer]) -> CarrierAnswer:
        if held := self.held(reference):
            return held
        body = {
            "phone_numbers": [{"phone_number": offer.number} for offer in offers],
            "customer_reference": str(reference),
        }
        return self._hold(self._http.change("POST", "/number_reservations", body).body, reference)

    def held(self, reference: UUID) -> CarrierAnswer | None:
        answer = self._http.look("/number_reservations", [("filter[customer_reference]", str(reference))])
        found = of_reference(read_all(answer.body), reference)
        return joined([read_hold(data, reference, self._now()) for data in found])

    def extend(self, held: CarrierAnswer, until: datetime) -> CarrierAnswer:
        path = f"/number_reservations/{held.id}"
        extended = self._hold(self._http.look(path).body, held.reference)
        for _ in range(_MOST_EXTENSIONS):
            before = _end(extended)
            if before is None or before >= until:
                break
            extended = self._hold(self._http.change("POST", f"{path}/actions/extend").body, held.reference)
            if _end(extended) == before:
                break  # a cap that it does not tell of
        return extended

    def drop(self, _held: CarrierAnswer, _numbers: Sequence[E164]) -> CarrierAnswer:
        raise CarrierRefused("not_possible", "Telnyx gives no reservation back before its end")

    def order(
        self,
        held: CarrierAnswer,
        numbers: Sequence[E164],
        *,
        agreed_not_to_resell: bool,  # noqa: ARG002 (Telnyx asks for no such agreement)
    ) -> CarrierAnswer:
        body = {
            "phone_numbers": [{"phone_number": number} for number in numbers],
            "customer_reference": str(held.reference),
        }
        try:
            answer = self._http.change("POST", "/number_orders", body)
        except CarrierRefused as refused:
            if refused.code != _NOT_SEARCHED:
                raise
            for number in numbers:
                self._look_for(number)
            answer = self._http.change("POST", "/number_orders", body)
        return self._order(read_one(answer.body), held.reference)

    def ordered(self, reference: UUID) -> CarrierAnswer | None:
        answer = self._http.look("/number_orders", [("filter[customer_reference]", str(reference))])
        # The list names the numbers alone; how far each is, only the order itself tells.
        found = of_reference(read_all(answer.body), reference)
        orders = (self._http.look(f"/number_orders/{order.text('id')}") for order in found)
        return joined([self._order(read_one(order.body), reference) for order in orders])

    def give_up(self, number: E164) -> CarrierLine:
        item = self._item(number)
        if item is None:
            return CarrierLine(number=number, state=LineState.ENDED)
        return read_owned(read_one(self._http.change("DELETE", f"/phone_numbers/{item.text('id')}").body))

    def owned(self, number: E164) -> CarrierLine | None:
        item = self._item(number)
        return read_owned(item) if item else None

    def all_owned(self, after: str | None = None) -> Owned:
        page = int(after or 1)
        answer = self._http.look("/phone_numbers", [("page[number]", str(page)), ("page[size]", str(_PAGE))])
        lines = [read_owned(item) for item in read_all(answer.body)]
        return Owned(lines=lines, next=str(page + 1) if len(lines) == _PAGE else None)

    def read_news(self, headers: dict[str, str], body: bytes, now: datetime) -> News:
        return telnyx_news.read_news(headers, body, now, self._public_key)

    def _hold(self, body: object, reference: UUID) -> CarrierAnswer:
        return read_hold(read_one(body), reference, self._now())

    def _order(self, data: Fields, reference: UUID) -> CarrierAnswer:
        """An order; with the particulars, if they can be had: it is as it is, whatever becomes of them."""
        order = read_order(data, reference)
        with suppress(CarrierBusy, CarrierRefused, CarrierSilent):
            return self._with_particulars(order, data)
        return order

    def _with_particulars(self, order: CarrierAnswer, data: Fields) -> CarrierAnswer:
        """The papers that some numbers want, and why others failed: that is asked for apart."""
        ids = {line.text("phone_number"): line.may("id") for line in data.each("phone_numbers")}
        failed = any(line.state is LineState.REFUSED for line in order.lines)
        told = list(self._comments(data)) if failed else []
        wanted = self._wanted([line.number for line in order.lines if line.state is LineState.PAPERS])
        lines = []
        for line in order.lines:
            if line.state is LineState.PAPERS:
                papers = CarrierPapers(wanted=wanted.get(line.number, ()), until=self._deadline(ids[line.number]))
                lines.append(replace(line, papers=papers))
            elif line.state is LineState.REFUSED:
                lines.append(replace(line, detail=_about(line.number, told)))
            else:
                lines.append(line)
        return replace(order, lines=lines)

    def _comments(self, order: Fields) -> Iterator[str]:
        """What people at Telnyx wrote of an order: its answers have no other word for why a number failed."""
        for id_ in order.texts("sub_number_orders_ids"):
            of = [("filter[comment_record_type]", "sub_number_order"), ("filter[comment_record_id]", id_)]
            for comment in read_all(self._http.look("/comments", of).body):
                yield comment.may("body")

    def _wanted(self, numbers: Sequence[E164]) -> dict[str, Sequence[str]]:
        if not numbers:
            return {}
        query = [("filter[phone_number]", ",".join(numbers)), ("page[size]", str(_PAGE))]
        answer = self._http.look("/phone_numbers_regulatory_requirements", query)
        return {
            item.text("phone_number"): [paper.text("label") for paper in item.each("regulatory_requirements")]
            for item in read_all(answer.body)
        }

    def _deadline(self, id_: str) -> datetime | None:
        if not id_:
            return None
        return read_one(self._http.look(f"/number_order_phone_numbers/{id_}").body).time("deadline")

    def _item(self, number: E164) -> Fields | None:
        """A number of ours as its list has it, which finds parts of numbers too."""
        answer = self._http.look("/phone_numbers", [("filter[phone_number]", number[1:]), ("page[size]", str(_PAGE))])
        return next((item for item in read_all(answer.body) if item.text("phone_number") == number), None)

    def _look_for(self, number: E164) -> None:
        """Have a search show a number: Telnyx sells only what a recent one has shown."""
        parsed = phonenumbers.parse(number)
        country = phonenumbers.region_code_for_number(parsed) or phonenumbers.region_code_for_country_code(
            parsed.country_code or 0
        )
        query = [("filter[country_code]", country), ("filter[phone_number][starts_with]", str(parsed.national_number))]
        self._http.look("/available_phone_numbers", query)


def _bearer(key: str) -> "Callable[[httpx.Request], httpx.Request]":
    def sign(request: "httpx.Request") -> "httpx.Request":
        request.headers["authorization"] = f"Bearer {key}"
        return request

    return sign


def _query(want: Want, kind: str, limit: int) -> Query:
    said = {
        "country_code": want.country,
        "administrative_area": want.region,
        "locality": want.city,
        "phone_number_type": kind,
        "phone_number][starts_with": want.starts,
        "phone_number][contains": want.contains,
        "phone_number][ends_with": want.ends,
        "limit": str(limit),
        "exclude_held_numbers": "true",
    }
    return [(f"filter[{name}]", value) for name, value in said.items() if value]


def _end(held: CarrierAnswer) -> datetime | None:
    """When the first of the numbers that are held ends; None: none is."""
    return min((line.until for line in held.lines if line.state is LineState.HELD and line.until), default=None)


def _about(number: E164, told: Sequence[str]) -> str:
    """What was written of one number, or else of all."""
    return "; ".join([each for each in told if number in each] or told)
