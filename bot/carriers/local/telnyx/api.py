"""The calls of the local Telnyx: who may make them, and what each leads to."""

import hmac
import json
import re
import secrets
from collections.abc import Callable
from typing import Any

from bot.carriers.local.carrier import Answered, Asked, Forge, Json, LocalCarrier, Push
from bot.carriers.local.faults import Fault, Operation
from bot.carriers.local.ledger import LocalOrder
from bot.carriers.local.telnyx import news, owned
from bot.carriers.local.telnyx.orders import Orders
from bot.carriers.local.telnyx.parts import Parts
from bot.carriers.local.telnyx.query import read_query
from bot.carriers.local.telnyx.reservations import Reservations
from bot.carriers.local.telnyx.search import search
from bot.carriers.local.telnyx.wrong import Wrong, of_fault

_ROOT, _ID = "/v2", "([^/]+)"
_TOO_MANY = 429
_Call = Callable[[Asked, str], Any]


class LocalTelnyx(LocalCarrier):
    """Telnyx, its key a bearer token."""

    name = "telnyx"

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.reservations = Reservations(self.ledger)
        self.orders = Orders(self.ledger)
        self.signer = news.Signer(self.key)
        self._last_news = b""
        holds, orders, ledger = self.reservations, self.orders, self.ledger
        parts = Parts(ledger, orders)
        # Each call: its method, its path with what it is about, what it is for, and what does it.
        self._calls: tuple[tuple[str, str, Operation | None, _Call], ...] = (
            ("GET", "/balance", None, lambda asked, _: self._balance(asked)),
            ("GET", "/available_phone_numbers", "search", lambda asked, _: search(ledger, asked.query, self.now())),
            ("POST", "/number_reservations", "hold", lambda asked, _: holds.create(_body(asked))),
            ("GET", "/number_reservations", "held", lambda asked, _: holds.listing(asked.query)),
            ("GET", f"/number_reservations/{_ID}", "held", lambda _, id_: holds.show(id_)),
            ("POST", f"/number_reservations/{_ID}/actions/extend", "extend", lambda _, id_: holds.extend(id_)),
            ("POST", "/number_orders", "order", lambda asked, _: orders.create(_body(asked), self.order_takes)),
            ("GET", "/number_orders", "ordered", lambda asked, _: orders.listing(asked.query)),
            ("GET", f"/number_orders/{_ID}", "ordered", lambda _, id_: orders.show(id_)),
            ("GET", f"/number_order_phone_numbers/{_ID}", "ordered", lambda _, id_: orders.show_number(id_)),
            (
                "PATCH",
                f"/number_order_phone_numbers/{_ID}",
                None,
                lambda asked, id_: parts.hand_in(id_, _body(asked), self.order_takes),
            ),
            ("GET", "/sub_number_orders", "ordered", lambda asked, _: parts.listing(asked.query)),
            ("GET", f"/sub_number_orders/{_ID}", "ordered", lambda _, id_: parts.show(id_)),
            ("PATCH", f"/sub_number_orders/{_ID}/cancel", None, lambda _, id_: parts.cancel(id_)),
            (
                "GET",
                "/phone_numbers_regulatory_requirements",
                "ordered",
                lambda asked, _: orders.requirements(asked.query),
            ),
            ("GET", "/comments", "ordered", lambda asked, _: orders.comments(asked.query)),
            ("GET", "/phone_numbers", "owned", lambda asked, _: owned.owned(ledger, asked.query)),
            ("GET", f"/phone_numbers/{_ID}", "owned", lambda _, id_: owned.show(ledger, id_)),
            ("DELETE", f"/phone_numbers/{_ID}", "give_up", lambda _, id_: owned.delete(ledger, id_)),
        )

    @staticmethod
    def made_key() -> str:
        return f"KEY{secrets.token_hex(24)}"

    def account(self, address: str) -> Json:
        return {"url": f"{address}{_ROOT}", "key": self.key, "public_key": self.signer.public_key}

    def operation(self, asked: Asked) -> Operation | None:
        for method, path, operation, _ in self._calls:
            if method == asked.method and re.fullmatch(_ROOT + path, asked.path):
                return operation
        return None

    def perform(self, asked: Asked) -> Answered:
        try:
            return Answered(body=self._answer(asked))
        except Wrong as wrong:
            return Answered(status=wrong.status, body=wrong.body)

    def refusal(self, fault: Fault) -> Answered:
        wrong = of_fault(fault.error, fault.status)
        headers = {}
        if fault.retry_after is not None:
            headers["retry-after"] = f"{fault.retry_after:g}"
        if wrong.status == _TOO_MANY:
            headers |= {"x-ratelimit-remaining": "0", "x-ratelimit-reset": f"{fault.retry_after or 1:g}"}
        return Answered(status=wrong.status, body=wrong.body, headers=headers)

    def news_of(self, order: LocalOrder) -> Push | None:
        now = self.now()
        self._last_news = news.event(self.orders.whole(order), now, is_complete=order.status.is_end)
        return self.signer.push(self._last_news, now)

    def again(self, forge: Forge | None) -> Push | None:
        return self.signer.push(self._last_news, self.now(), forge) if self._last_news else None

    def _answer(self, asked: Asked) -> Any:
        scheme, _, token = asked.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not hmac.compare_digest(token.encode(), self.key.encode()):
            raise Wrong("10009", "Could not find any usable credentials in the request.")
        here = [
            (method, found, call)
            for method, path, _, call in self._calls
            if (found := re.fullmatch(_ROOT + path, asked.path))
        ]
        for method, found, call in here:
            if method == asked.method:
                return call(asked, "".join(found.groups()))
        if here:
            raise Wrong("10015", f"{asked.method} is not allowed here", status=405)
        raise Wrong("10005", "The requested resource or URL could not be found.")

    def _balance(self, asked: Asked) -> Json:
        read_query(asked.query, (), paged=False)
        amount = f"{self.ledger.balance:.2f}"
        told = {"balance": amount, "credit_limit": "0.00", "available_credit": amount, "pending": "0.00"}
        return {"data": {"record_type": "balance", "currency": "USD", **told}}


def _body(asked: Asked) -> Json:
    if asked.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise Wrong("10014", "The body must be application/json")
    try:
        body = json.loads(asked.body)
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise Wrong("10015", "The body is no JSON object")
    return body
