"""What all local carriers have in common: from a call's arrival to its answer, with whatever fault was asked for."""

import asyncio
import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, ClassVar, Literal

from bot.carriers.local.faults import Fault, Faults, Operation
from bot.carriers.local.fiction import Sold, fiction
from bot.carriers.local.ledger import Ledger, LocalOrder
from bot.carriers.local.log import CallLog

Json = dict[str, Any]
Forge = Literal["signature", "timestamp"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A call. `path` begins below the carrier's address: /v2/number_orders; `target` is all that was asked for."""

    method: str
    path: str
    target: str = ""
    query: Sequence[tuple[str, str]] = ()
    headers: Mapping[str, str] = field(default_factory=dict)  # by their names in small letters
    body: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What comes back. `body` None: nothing."""

    status: int = 200
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Push:
    """A piece of news, ready to be posted."""

    body: bytes
    headers: Mapping[str, str]


class LocalCarrier(ABC):
    """A carrier in memory. Lives in one event loop; nothing here is safe from other threads."""

    name: ClassVar[str]
    tells_balance: ClassVar[bool] = True

    def __init__(self, *, now: Callable[[], datetime], key: str, numbers: Iterable[Sold] | None = None) -> None:
        """`now` is the desk's time, in UTC; `key` lets its bearer in; `numbers` None: those of fiction."""
        self.key = key
        self.ledger = Ledger(fiction(self.name) if numbers is None else numbers, now)
        self.faults = Faults()
        self.log = CallLog(secrets=[key])
        self.order_takes = timedelta(seconds=2)  # by the desk's clock
        self.call_takes = 0.0  # seconds of real time
        self.now = now
        self.news: list[Push] = []  # to be posted

    @abstractmethod
    def account(self, address: str) -> Json:
        """What the desk must know of its account here, besides the carrier's name: at least its `url` and `key`.

        `address` is the carrier's own, without a slash at its end.
        """

    @staticmethod
    @abstractmethod
    def made_key() -> str:
        """A key of its kind, made at random."""

    @abstractmethod
    def operation(self, asked: Asked) -> Operation | None:
        """What a call is for, in the words of faults."""

    @abstractmethod
    def perform(self, asked: Asked) -> Answered:
        """Do it, or refuse it as the carrier would."""

    @abstractmethod
    def refusal(self, fault: Fault) -> Answered:
        """A fault in the carrier's own shape."""

    @abstractmethod
    def news_of(self, order: LocalOrder) -> Push | None:
        """What is pushed of an order that has moved; None: nothing."""

    @abstractmethod
    def again(self, forge: Forge | None) -> Push | None:
        """The last piece of news once more, signed anew or wrongly; None: there was none."""

    def set_pace(self, *, order_seconds: float | None = None, call_seconds: float | None = None) -> None:
        """How long an order takes by itself, by the desk's clock, and each call in real time. None: as before."""
        if order_seconds is not None:
            self.order_takes = timedelta(seconds=order_seconds)
        if call_seconds is not None:
            self.call_takes = call_seconds

    def settle(self) -> None:
        """Do what the clock has brought."""
        for order in self.ledger.settle():
            self.tell(order)

    def tell(self, order: LocalOrder) -> None:
        """Push what there is to say of an order that has moved."""
        if push := self.news_of(order):
            self.news.append(push)

    async def answer(self, asked: Asked) -> Answered | None:
        """Answer a call. None: it was done, and the answer is lost."""
        entry = self.log.begin(
            self.now().timestamp(), asked.method, asked.path, asked.target.partition("?")[2], _logged(asked.body)
        )
        self.settle()
        fault = self.faults.take(self.operation(asked))
        answered = self.refusal(fault) if fault and fault.refuses else self.perform(asked)
        if late := self.call_takes + (fault.delay_seconds if fault else 0.0):
            await asyncio.sleep(late)
        is_lost = fault is not None and fault.drop
        self.log.end(entry, "dropped" if is_lost else answered.status, answered.body)
        return None if is_lost else answered


def _logged(body: bytes) -> Any:
    try:
        return json.loads(body) if body else None
    except ValueError:
        return body.decode(errors="replace")
