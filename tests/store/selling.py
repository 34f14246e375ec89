"""A carrier for tests: what it offers and bills is as a test says, or it fails as a test says."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from bot.carriers.telnyx import RULES
from handlers.kit.carriers import (
    Balance,
    Carrier,
    CarrierAnswer,
    CarrierLine,
    CarrierName,
    CarrierOffer,
    CarrierRules,
    Found,
    LineState,
    News,
    Owned,
    Price,
    Want,
)
from store.types import E164, WorkspaceId
from tests.desk import Desk

TELNYX = replace(RULES, lags=False)
ONE_DOLLAR = Price(monthly=Decimal("1.00"), upfront=Decimal("0.50"), currency="USD")


def ours(*numbers: E164) -> list[CarrierLine]:
    """Numbers on our bill."""
    return [CarrierLine(number=number, state=LineState.OURS, price=ONE_DOLLAR) for number in numbers]


@dataclass(slots=True, kw_only=True)
class Selling:
    """What stands at a carrier's other end, as far as a test needs it."""

    rules: CarrierRules = TELNYX
    offers: Sequence[CarrierOffer] = ()
    billed: Sequence[CarrierLine] = ()
    failure: Exception | None = None  # raised by each call
    wants: list[Want] = field(default_factory=list)

    def check(self) -> Balance | None:
        self._fail()
        return Balance(amount=Decimal("100.00"), currency="USD")

    def search(self, want: Want, *, within: float) -> Found:  # noqa: ARG002 (it answers at once)
        self.wants.append(want)
        self._fail()
        return Found(offers=self.offers[: want.limit])

    def all_owned(self, after: str | None = None) -> Owned:
        """A number on each page."""
        self._fail()
        at = int(after or 0)
        return Owned(lines=self.billed[at : at + 1], next=str(at + 1) if at + 1 < len(self.billed) else None)

    def hold(self, reference: UUID, offers: Sequence[CarrierOffer]) -> CarrierAnswer:
        raise NotImplementedError

    def held(self, reference: UUID) -> CarrierAnswer | None:
        raise NotImplementedError

    def extend(self, held: CarrierAnswer, until: datetime) -> CarrierAnswer:
        raise NotImplementedError

    def drop(self, held: CarrierAnswer, numbers: Sequence[E164]) -> CarrierAnswer:
        raise NotImplementedError

    def order(self, held: CarrierAnswer, numbers: Sequence[E164], *, agreed_not_to_resell: bool) -> CarrierAnswer:
        raise NotImplementedError

    def ordered(self, reference: UUID) -> CarrierAnswer | None:
        raise NotImplementedError

    def give_up(self, number: E164) -> CarrierLine:
        raise NotImplementedError

    def owned(self, number: E164) -> CarrierLine | None:
        raise NotImplementedError

    def read_news(self, headers: dict[str, str], body: bytes, now: datetime) -> News:
        raise NotImplementedError

    def _fail(self) -> None:
        if self.failure:
            raise self.failure


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUp:
    """These carriers are set up, for one workspace or for all."""

    there: Sequence[Carrier]
    only: WorkspaceId | None = None

    def of(self, workspace: WorkspaceId) -> Sequence[Carrier]:
        return self.there if self.only in (None, workspace) else ()

    def named(self, name: CarrierName) -> Sequence[Carrier]:
        return [each for each in self.there if each.rules.name == name]


def selling_to(desk: Desk, *there: Carrier) -> Desk:
    """The desk with these carriers."""
    return replace(desk, tools=replace(desk.tools, carriers=SetUp(there=there)))
