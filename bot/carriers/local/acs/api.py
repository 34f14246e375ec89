"""The calls of the local ACS: who may make them, and what each leads to."""

import base64
import json
import re
import secrets
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from bot.carriers.local.acs import signature
from bot.carriers.local.acs.catalogue import Catalogue
from bot.carriers.local.acs.operations import Operations
from bot.carriers.local.acs.query import version
from bot.carriers.local.acs.reservations import Reservations
from bot.carriers.local.acs.wrong import Wrong, of_fault
from bot.carriers.local.carrier import Answered, Asked, Forge, Json, LocalCarrier, Push
from bot.carriers.local.faults import Fault, Operation
from bot.carriers.local.fiction import Sold, fiction
from bot.carriers.local.ledger import LocalOrder

_COUNTRY, _ID, _NUMBER = "([A-Z]{2})", "([^/]+)", "([+][0-9]+)"
_IN, _RESERVATIONS = f"/availablePhoneNumbers/countries/{_COUNTRY}", "/availablePhoneNumbers/reservations"
_Call = Callable[[Asked, str], Any]


class LocalAcs(LocalCarrier):
    """Azure Communication Services, of any version; its calls are signed with an access key."""

    name = "acs"
    tells_balance = False

    def __init__(self, *, numbers: Iterable[Sold] | None = None, **options: Any) -> None:
        # It knows no papers, and all that it shows can be held.
        sold = [replace(each, wants_papers=False, reservable=True) for each in numbers or fiction(self.name)]
        super().__init__(numbers=sold, **options)
        self.reservations = Reservations(self.ledger)
        self.operations = Operations(self.ledger, self.reservations)
        has, holds, does = Catalogue(self.ledger), self.reservations, self.operations
        # Each call: its method, its path with what it is about, what it is for, and what does it.
        self._calls: tuple[tuple[str, str, Operation | None, _Call], ...] = (
            ("GET", "/availablePhoneNumbers/countries", None, lambda asked, _: has.countries(asked)),
            ("GET", f"{_IN}/localities", "search", has.localities),
            ("GET", f"{_IN}/areaCodes", "search", has.area_codes),
            ("GET", f"{_IN}/offerings", "search", has.offerings),
            ("POST", f"{_IN}/:browse", "search", has.browse),
            ("GET", _RESERVATIONS, "held", lambda asked, _: holds.listing(asked)),
            ("GET", f"{_RESERVATIONS}/{_ID}", "held", holds.show),
            ("PATCH", f"{_RESERVATIONS}/{_ID}", "hold", holds.change),
            ("DELETE", f"{_RESERVATIONS}/{_ID}", "drop", holds.delete),
            (
                "POST",
                f"{_RESERVATIONS}/{_ID}/:purchase",
                "order",
                lambda asked, id_: does.purchase(asked, id_, self.order_takes),
            ),
            ("GET", f"/phoneNumbers/operations/{_ID}", "ordered", does.show),
            ("DELETE", f"/phoneNumbers/operations/{_ID}", None, does.cancel),
            ("GET", "/phoneNumbers", "owned", lambda asked, _: does.owned(asked)),
            ("GET", f"/phoneNumbers/{_NUMBER}", "owned", does.show_owned),
            (
                "DELETE",
                f"/phoneNumbers/{_NUMBER}",
                "give_up",
                lambda asked, number: does.release(asked, number, self.order_takes),
            ),
        )

    @staticmethod
    def made_key() -> str:
        return base64.b64encode(secrets.token_bytes(64)).decode()

    def account(self, address: str) -> Json:
        return {"url": address, "key": self.key}

    def operation(self, asked: Asked) -> Operation | None:
        for method, path, operation, _ in self._calls:
            if method == asked.method and (found := re.fullmatch(path, asked.path)):
                return self._change(asked, found[1]) if operation == "hold" else operation
        return None

    def perform(self, asked: Asked) -> Answered:
        try:
            answered = self._answer(asked)
        except Wrong as wrong:
            return Answered(status=wrong.status, body=wrong.body)
        return answered if isinstance(answered, Answered) else Answered(body=answered)

    def refusal(self, fault: Fault) -> Answered:
        wrong = of_fault(fault.error, fault.status)
        headers = {} if fault.retry_after is None else {"retry-after": f"{fault.retry_after:g}"}
        return Answered(status=wrong.status, body=wrong.body, headers=headers)

    def news_of(self, _order: LocalOrder) -> Push | None:
        return None  # it pushes nothing

    def again(self, _forge: Forge | None) -> Push | None:
        return None

    def settle(self) -> None:
        super().settle()
        self.operations.settle()

    def _change(self, asked: Asked, id_: str) -> Operation:
        """What a change of a reservation is for: it gives back, adds, or says again what is held."""
        try:
            said = json.loads(asked.body)["phoneNumbers"]
        except (ValueError, TypeError, KeyError):
            return "hold"
        known = self.reservations.all.get(id_)
        if None in said.values():
            return "drop"
        return "extend" if known and said.keys() <= known.numbers.keys() else "hold"

    def _answer(self, asked: Asked) -> Any:
        signature.check(asked, self.key)
        version(asked)
        here = [
            (method, found, call) for method, path, _, call in self._calls if (found := re.fullmatch(path, asked.path))
        ]
        for method, found, call in here:
            if method == asked.method:
                return call(asked, "".join(found.groups()))
        if here:
            raise Wrong("MethodNotAllowed", f"{asked.method} is not allowed here.")
        raise Wrong("NotFound", "There is nothing at this address.")
